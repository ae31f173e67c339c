"""A generated inbox: varied SOPs in the form, and the register that plans them."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

from sopbatch.model import Procedure, Sop
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import sop_values, write_register_template, write_sop_template
from tests.layout.real_shapes import real_shapes
from tests.sample_batch.making import sample
from tests.sample_batch.register import REGISTER
from tests.samples import sample_sops

SUBJECTS = ("Arsip", "Kearsipan", "Kepegawaian", "Keuangan", "Perlengkapan", "Kehumasan", "Tamu")
MATTERS = ("Masuk", "Keluar", "Dinas", "Berkala", "Terpadu", "Internal", "Wilayah", "Tahunan")


def write_batch(folder: Path, count: int) -> None:
    """As many workbooks, the same every time, each another SOP of another shape."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_bytes(write_register_template(REGISTER))
    procedures = list(islice(real_shapes(max(count, 1)), count))
    with ProcessPoolExecutor() as pool:
        jobs = ((folder, number, procedure) for number, procedure in enumerate(procedures))
        list(pool.map(_write, jobs, chunksize=8))


def _write(job: tuple[Path, int, Procedure]) -> None:
    folder, number, procedure = job
    (folder / f"sop_{number:06}.xlsx").write_bytes(
        write_sop_template(sop_values(_sop(number, procedure)))
    )


def _sop(number: int, procedure: Procedure) -> Sop:
    codes = [sop.plan_code for sop in sample_sops()]
    like = sample(codes[number % len(codes)])
    subject = SUBJECTS[number // len(MATTERS) % len(SUBJECTS)]
    title = f"Pengelolaan {subject} {MATTERS[number % len(MATTERS)]} Urusan {_word(number)}"
    return replace(like, plan_code="", title=title, procedures=(procedure,))


def _word(number: int) -> str:
    """A name of its own for each, in letters: figures are taken for years or steps."""
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnprstvwyzq"[rest] + "aiueo"[rest % 5]
    return letters.capitalize()
