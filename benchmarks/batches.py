"""A generated inbox: varied SOPs in the form, and the register that plans them."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from sopbatch.model import PlanLine, Procedure, Register, Sop, Unit
from sopbatch.reading.values.numbers import parse_number
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import sop_values, write_register_template, write_sop_template
from tests.layout.real_shapes import real_shapes
from tests.sample_batch.making import sample
from tests.sample_batch.register import BUREAU, REGISTER
from tests.samples import sample_sops

SUBJECTS = ("Arsip", "Kearsipan", "Kepegawaian", "Keuangan", "Perlengkapan", "Kehumasan", "Tamu")
BATCH = "UR"
"""Begin of the codes of its SOPs."""
MATTERS = ("Masuk", "Keluar", "Dinas", "Berkala", "Terpadu", "Internal", "Wilayah", "Tahunan")


SIZE = 60
"""SOPs of an agency."""
SHAPES = 330
"""After the bureau's SOPs; further ones are copies of these with names of their own."""
CHANGED = 33
"""Of as many workbooks one is changed: 3 %."""


def write_batch(folder: Path, count: int) -> None:
    """As many workbooks, the same every time, each another SOP; 330 shapes take turns."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_bytes(write_register_template(batch_register(count)))
    drawn = min(count, SIZE + SHAPES)
    _write_all(folder, enumerate(_procedures(drawn)))
    with ProcessPoolExecutor() as pool:
        copies = [(folder, number) for number in range(drawn, count)]
        list(pool.map(_copy, copies, chunksize=32))


def change_batch(folder: Path, count: int, week: int = 1) -> None:
    """One workbook in 33 comes again, with other steps alone, others in each of 33 weeks."""
    places = range((week - 1) % CHANGED, count, CHANGED)
    procedures = _procedures(SIZE + SHAPES + week * len(places))[-len(places) :]
    _write_all(folder, zip(places, procedures, strict=True))


def batch_register(count: int) -> Register:
    """The agencies of so many workbooks, and what they plan."""
    units = tuple(map(_agency, range(1, -(-count // SIZE))))
    plan = tuple(
        PlanLine(
            code=f"{BATCH}-{number:05}",
            unit_code=_agency(number // SIZE).code,
            section="",
            title=title(number),
        )
        for number in range(count)
    )
    return replace(
        REGISTER, units=(*REGISTER.units, *units), plan=(*REGISTER.plan, *plan), decisions=()
    )


def _procedures(count: int) -> list[Procedure]:
    return list(islice(real_shapes(max(count, 1)), count))


def _write_all(folder: Path, numbered: Iterable[tuple[int, Procedure]]) -> None:
    jobs = [(folder, number, procedure) for number, procedure in numbered]
    with ProcessPoolExecutor() as pool:
        list(pool.map(_write, jobs, chunksize=8))


def _shape(number: int) -> int:
    """The SOP that this one is a copy of; those of the beginning are their own."""
    return number if number < SIZE + SHAPES else SIZE + (number - SIZE) % SHAPES


def _copy(job: tuple[Path, int]) -> None:
    """The workbook of an SOP of the same shape with other names: filling one takes 20 times."""
    folder, number = job
    like = _shape(number)
    names = {
        old.encode(): new.encode() for old, new in zip(*map(_names, (like, number)), strict=True)
    }
    with (
        ZipFile(folder / f"sop_{like:06}.xlsx") as old,
        ZipFile(folder / f"sop_{number:06}.xlsx", "w", ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            data = old.read(part)
            for one, other in names.items():
                data = data.replace(one, other)
            new.writestr(part, data)


def _names(number: int) -> tuple[str, ...]:
    unit = _agency(number // SIZE)
    return (
        f"{BATCH}-{number:05}",
        f"{BATCH}.{number:05}",
        title(number),
        unit.name,
        f">{unit.code}<",
    )


def _write(job: tuple[Path, int, Procedure]) -> None:
    folder, number, procedure = job
    (folder / f"sop_{number:06}.xlsx").write_bytes(
        write_sop_template(sop_values(_sop(number, procedure)))
    )


def _sop(number: int, procedure: Procedure) -> Sop:
    codes = [sop.plan_code for sop in sample_sops()]
    like = sample(codes[_shape(number) % len(codes)])
    own = replace(
        like,
        plan_code=f"{BATCH}-{number:05}",
        title=title(number),
        number=parse_number(f"065/SOP-{BATCH}.{number:05}/Org/2025"),
        relations=(),
        procedures=(procedure,),
    )
    unit = _agency(number // SIZE)
    if unit.code == BUREAU:
        return own
    return replace(
        own,
        unit_code=unit.code,
        unit_name=unit.name,
        section="",
        signatory_position=unit.head_position,
    )


def _agency(number: int) -> Unit:
    """The bureau is the first one."""
    if not number:
        return next(unit for unit in REGISTER.units if unit.code == BUREAU)
    name = f"Dinas {_word(number + 200)}"
    return Unit(
        code=f"1.{number + 30}",
        name=name,
        email=f"dinas{number}@contoh.example",
        head_position=f"Kepala {name}",
    )


def title(number: int) -> str:
    """Of the SOP of that number, another one for each."""
    subject = SUBJECTS[number // len(MATTERS) % len(SUBJECTS)]
    return f"Pengelolaan {subject} {MATTERS[number % len(MATTERS)]} Urusan {_word(number)}"


def _word(number: int) -> str:
    """A name of its own for each, in letters: figures are taken for years or steps."""
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnprstvwyzq"[rest] + "aiueo"[rest % 5]
    return letters.capitalize()
