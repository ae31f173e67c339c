"""Templates on disk: the plain ones, and those issued to one agency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopbatch.batch.assessing.letter_texts import changed_texts, folder_of, write_texts
from sopbatch.batch.assessing.reviews import read_register_file
from sopbatch.batch.family.member import Issuing
from sopbatch.batch.family.members import MEMBERS
from sopbatch.batch.order import Order
from sopbatch.batch.output.hold import check_register_file
from sopbatch.batch.output.places import check_room, named_place
from sopbatch.batch.output.publish import writing
from sopbatch.batch.products.form_drafts import form_drafts
from sopbatch.files import write_whole
from sopbatch.ledger import titles_standing
from sopbatch.model import CommandError, PlanLine, Register, Unit
from sopbatch.schema.letters import PLAIN
from sopbatch.schema.register import FILE_NAME
from sopbatch.schema.statuses import IDENTIFIED, IN_FORCE, IN_REVISION, RATIFIED, STATUSES
from sopbatch.text.alike import alike
from sopbatch.text.file_names import distinct
from sopbatch.text.names import name_key
from sopbatch.writing.templates import Issue, template_files, write_sop_template
from sopbatch.writing.templates.kinds import write_kind

USUAL_PLACE = Path("input") / FILE_NAME
EVERY = "semua"
"""What an operator writes for all agencies."""
COMMON = frozenset(("dinas", "badan", "biro", "kantor", "dan"))
"""Words that say nothing of which agency is meant."""
ALIKE = 85
"""How alike, of 100, a name with a slip is to the one that was meant."""
MOST_OFFERED = 3
DONE = tuple(one.label for one in STATUSES if one.rank >= RATIFIED.rank)
UNDERWAY = tuple(one.label for one in STATUSES if IDENTIFIED.rank < one.rank < RATIFIED.rank)
UNKNOWN = "Kode perangkat daerah “{asked}” tidak ada di daftar induk"
NOBODY = "Daftar induk belum memuat satu pun perangkat daerah; isi lembar Perangkat Daerah dahulu."
MAYBE = "; mungkin yang dimaksud {offered}."

NO_REPORT = (
    "Formulir monitoring dan evaluasi belum disertakan: belum ada laporan di folder “{folder}”; "
    "sebutkan folder hasil Anda dengan --keluaran."
)


def plain_templates(folder: Path) -> tuple[Path, ...]:
    """Write the empty templates and the filled example."""
    forms: dict[str, bytes] = {}
    for member in MEMBERS:
        forms[member.kind.file_name] = write_kind(member.kind)
        forms[member.kind.example_name] = write_kind(member.kind, member.example())
    return _write(folder, {**template_files(), **forms})


@dataclass(frozen=True, slots=True)
class Issued:
    """What was written for agencies, and what was there already."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...] = ()
    """Files of the same name that somebody changed: they stay as they are."""
    notes: tuple[str, ...] = ()
    """What the operator should know, one Indonesian sentence each."""


def letter_templates(register: Path | None) -> Issued:
    """Write the texts of letters beside the register; those that lie there stay.

    Raises:
        SopbatchError: there is no such register, and no input folder either.
    """
    if register is not None or not USUAL_PLACE.parent.is_dir():
        check_register_file(register or USUAL_PLACE)
    return Issued(*write_texts(folder_of(USUAL_PLACE.parent, register)))


def issue_templates(
    asked: str,
    folder: Path,
    register: Path | None,
    as_of: date,
    *,
    output: Path,
    mails: bool = False,
) -> Issued:
    """Write an agency's templates: one for each planned title, and one for any other SOP.

    Of SOPs that were in force after the last run in the output folder, forms of monitoring and
    evaluation list the titles; the form of steps of drafting lists those that are not done.

    `asked` is its code, its name, another name of it, or “semua” for every agency. A file that was
    changed since it was issued is never replaced. With `mails`, a draft of a mail to the agency
    takes them along.

    Raises:
        SopbatchError: no register, or nobody in it is meant, or a changed text is broken.
    """
    path = register or USUAL_PLACE
    texts = changed_texts(path.parent, None) if mails else PLAIN
    known = read_register_file(
        path, Order(input=path.parent, output=path.parent, as_of=as_of, texts=texts)
    )
    units = _meant(asked, known)
    check_room(folder)
    contents: dict[str, bytes] = {}
    by_unit: dict[str, dict[str, bytes]] = {}
    standing = titles_standing(output, (IN_FORCE.label, IN_REVISION.label))
    in_force, underway = standing or {}, titles_standing(output, UNDERWAY) or {}
    done = titles_standing(output, DONE) or {}
    for unit in units:
        lines = _lines(unit, known)
        titles = (*(line.title for line in lines), *underway.get(unit.code, ()))
        listed = Issuing(
            unit=unit,
            register=known,
            as_of=as_of,
            plan=lines,
            in_force=in_force.get(unit.code, ()),
            on_their_way=_still_open(titles, done.get(unit.code, ())),
        )
        by_unit[unit.code] = _issued(folder, unit, known) | _others(folder, listed)
        contents |= by_unit[unit.code]
    notes: tuple[str, ...] = ()
    if mails:
        drafts, notes = form_drafts(folder, by_unit, known, texts, as_of)
        contents |= drafts
    if standing is None:
        notes = (*notes, NO_REPORT.format(folder=output))
    kept = [name for name, data in contents.items() if _differs(folder / name, data)]
    written = _write(folder, {name: contents[name] for name in contents if name not in kept})
    return Issued(written, tuple(folder / name for name in kept), notes)


def _meant(asked: str, register: Register) -> tuple[Unit, ...]:
    """The agencies that are meant by a code, a name, or the word for all."""
    if not register.units:
        raise CommandError(NOBODY)
    if name_key(asked) == EVERY:
        return register.units
    if unit := register.unit(asked):
        return (unit,)
    named = [
        unit
        for unit in register.units
        if name_key(asked) in {name_key(name) for name in (unit.name, *unit.aliases)} - {""}
    ]
    if len(named) == 1:
        return tuple(named)
    like = [unit for unit in register.units if _places(unit.code) == _places(asked)]
    like = like or [unit for unit in named or register.units if _shares_words(asked, unit)]
    like = like or [unit for unit in register.units if _slips(asked, unit)]
    offered = ", ".join(f"{unit.code} ({unit.name})" for unit in like[:MOST_OFFERED])
    raise CommandError(
        UNKNOWN.format(asked=asked)
        + (MAYBE.format(offered=offered) if offered else "; periksa lembar “Perangkat Daerah”.")
    )


def _places(code: str) -> tuple[int | str, ...]:
    """A code without the zeros in front of its numbers: Excel takes 1.02 for 1.2."""
    parts = code.strip().split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def _shares_words(asked: str, unit: Unit) -> bool:
    wanted = set(name_key(asked).split()) - COMMON
    return any(wanted & set(name_key(name).split()) for name in (unit.name, *unit.aliases))


def _slips(asked: str, unit: Unit) -> bool:
    names = (unit.name, *unit.aliases)
    return any(alike(name_key(asked), name_key(name), ALIKE) for name in names)


def _differs(path: Path, data: bytes) -> bool:
    return path.exists() and path.read_bytes() != data


def _others(folder: Path, issuing: Issuing) -> dict[str, bytes]:
    """Forms of other kinds that the agency is handed out, by their paths."""
    called = [(member, member.issued_as(issuing)) for member in MEMBERS]
    wanted = [(member, name) for member, name in called if name]
    unit = issuing.unit.name
    names = distinct(named_place(folder, unit, f"{name} {unit}.xlsx") for _, name in wanted)
    return {
        path: write_kind(member.kind, member.issue(issuing))
        for path, (member, _) in zip(names, wanted, strict=True)
    }


def _lines(unit: Unit, register: Register) -> tuple[PlanLine, ...]:
    return tuple(
        line for line in register.plan if line.unit_code == unit.code and not line.withdrawn
    )


def _still_open(titles: Iterable[str], done: Iterable[str]) -> tuple[str, ...]:
    """Titles that are not done, each once, as first spelt."""
    spelt: dict[str, str] = {}
    for title in titles:
        spelt.setdefault(name_key(title), title)
    for title in done:
        spelt.pop(name_key(title), None)
    return tuple(spelt.values())


def _issued(folder: Path, unit: Unit, register: Register) -> dict[str, bytes]:
    lines = _lines(unit, register)
    called = (f"SOP {unit.name} (lainnya).xlsx", *(f"SOP {x.code} {x.title}.xlsx" for x in lines))
    names = distinct(named_place(folder, unit.name, name) for name in called)
    return {
        name: write_sop_template(issue=_issue(unit, register, line))
        for name, line in zip(names, (None, *lines), strict=True)
    }


def _issue(unit: Unit, register: Register, line: PlanLine | None = None) -> Issue:
    return Issue(unit, register.sections_of(unit.code), line, register.units, register.settings)


def _write(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    with writing(folder):
        for name, data in contents.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / name, data)
    return tuple(folder / name for name in contents)
