"""A kind of workbook and an output are added by the steps that the documents name, and no other.

Each is tried on a copy of the program: the new kind is issued, filled, read, checked, explained
and counted; the new output comes out of a run, twice with the same bytes.
"""

from pathlib import Path

import pytest

from sopbatch.schema.register import FILE_NAME
from tests.batch.runs import good_workbook, register_workbook
from tests.growing import changed, ran

pytestmark = pytest.mark.long

FORM = """
from dataclasses import replace

from sopbatch.schema.common_fields import NUMBER, TITLE, UNIT_CODE, UNIT_NAME, own
from sopbatch.schema.fields import FieldGroup, TableSheet
from sopbatch.schema.kinds import FieldSheet, Kind

HEAD = FieldSheet(
    key="head", sheet="Umum", title="Sosialisasi SOP", subtitle="Satu perangkat daerah",
    named_by="unit_code", recognising=2,
    groups=(FieldGroup("Perangkat daerah", own("so", UNIT_CODE, UNIT_NAME)),),
)
ROWS = TableSheet(
    key="rows", sheet="Sosialisasi", title="SOP yang disosialisasikan", help="Satu SOP satu baris.",
    columns=own("so", NUMBER, replace(TITLE, width=40)), rows=10,
)
TRIAL = Kind(
    code="SOSIALISASI", version=1, name="sosialisasi SOP", title="Formulir Sosialisasi SOP",
    purpose="SOP yang sudah disosialisasikan.", file_name="Template_Sosialisasi_SOP.xlsx",
    example_name="Contoh_Sosialisasi_SOP.xlsx", steps=("Isi lembar Umum, lalu Sosialisasi.",),
    sheets=(HEAD, ROWS),
)
"""
RECORD = """
from dataclasses import dataclass

from sopbatch.model.agency_form import AgencyForm

@dataclass(frozen=True, slots=True, kw_only=True)
class Trial(AgencyForm):
    titles: tuple[str, ...] = ()
    keys = ("sosialisasi",)

    @property
    def heading(self) -> str:
        return f"Sosialisasi SOP {self.unit_name}".strip()
"""
READER = """
from sopbatch.model.trial import Trial
from sopbatch.reading.forms.records import record_of

def trial_of(form):
    titles = tuple(row.text("title") for row in form.rows("rows"))
    return record_of(Trial, form.sheet("head"), titles=titles)
"""
RULE = """
from sopbatch.model import Place, Problem
from sopbatch.model.trial import Trial
from sopbatch.rules.rule import WARNING, form_rule
from sopbatch.schema.trial import TRIAL

@form_rule(
    "Q-01", WARNING, title="Judul percobaan", sentence="Prosedur {judul} hanya percobaan.",
    advice="Ganti judulnya.", reason="Ketentuan formulir.", kinds=frozenset((TRIAL.code,)),
)
def on_trial(case):
    for row, title in enumerate(case.reading.told(Trial).titles, start=1):
        if "percobaan" in title:
            yield Problem(Place("title", row), {"judul": title})

TRIAL_RULES = (on_trial,)
"""
BOOK = """# Q-01 on-trial
Setiap percobaan diberi tahu.

## bad: percobaan
formulir: SOSIALISASI
| Sosialisasi | Prosedur        |
|-------------|-----------------|
| 6           | Judul percobaan |
finds: Q-01 peringatan
"""
MEMBER = """
from sopbatch.batch.family.listed import filled
from sopbatch.batch.family.member import Document, Member
from sopbatch.reading.forms.trial import trial_of
from sopbatch.rules.forms.trial import TRIAL_RULES
from sopbatch.schema.trial import HEAD, TRIAL

def example():
    return filled(HEAD, ("title",), (("Pengelolaan Surat Masuk",), ("Pengelolaan Arsip",)))

def write(reading, register, logo):
    return (Document("Sosialisasi.txt", reading.record.heading.encode()),)

MEMBER = Member(
    kind=TRIAL, build=trial_of, rules=TRIAL_RULES, example=example, write=write
)
"""
REGISTRY = "batch/family/members.py"
IMPORT = "from sopbatch.batch.family.trial import MEMBER as TRIAL\n"
LISTED = "MEMBERS: tuple[Member, ...] = ("
TEXT_WRITER = """
def write_titles(lines) -> bytes:
    return "".join(f"{line.title}\\n" for line in lines).encode()
"""
PRODUCT = """
from sopbatch.batch.output.publish import product, recipe
from sopbatch.batch.output.tree import REPORTS
from sopbatch.batch.workshop.production import Products
from sopbatch.writing.titles import write_titles

def titles(order, seen):
    data = write_titles(seen.register.plan)
    return Products(products=(product(f"{REPORTS}/judul.txt", recipe("titles", data), data),))
"""


def with_kind(copy: Path) -> None:
    """The steps of CONTRIBUTING.md: modules, a casebook, one line."""
    for name, text in (
        ("schema/trial.py", FORM),
        ("model/trial.py", RECORD),
        ("reading/forms/trial.py", READER),
        ("rules/forms/trial.py", RULE),
        ("rules/cases/Q-01.md", BOOK),
        ("batch/family/trial.py", MEMBER),
    ):
        (copy / "sopbatch" / name).write_text(text, "utf-8")
    registry = copy / "sopbatch" / REGISTRY
    changed(registry, LISTED, f"{LISTED}TRIAL, ")
    text = registry.read_text("utf-8")
    first = text.index("\nfrom sopbatch.") + 1
    registry.write_text(text[:first] + IMPORT + text[first:], "utf-8")


def test_a_kind_is_its_own_files_and_one_line(copy, tmp_path):
    with_kind(copy)
    ran(copy, "-m", "sopbatch", "template", "--ke", tmp_path / "formulir")
    filled = tmp_path / "formulir" / "Contoh_Sosialisasi_SOP.xlsx"
    assert (tmp_path / "formulir" / "Template_Sosialisasi_SOP.xlsx").is_file()
    assert "Judul percobaan" in ran(copy, "-m", "sopbatch", "explain", "Q-01")
    inbox, output = tmp_path / "masuk", tmp_path / "keluar"
    inbox.mkdir()
    (inbox / FILE_NAME).write_bytes(register_workbook())
    (inbox / "sosialisasi.xlsx").write_bytes(filled.read_bytes())
    ran(copy, "-m", "sopbatch", "run", inbox, output, codes=(0, 1))
    (made,) = (output / "dokumen").rglob("Sosialisasi.txt")
    assert made.read_text("utf-8") == "Sosialisasi SOP Biro Organisasi"


def test_an_output_is_a_writer_a_product_and_a_line(copy, tmp_path):
    program = copy / "sopbatch"
    (program / "writing/titles.py").write_text(TEXT_WRITER, "utf-8")
    (program / "batch/products/titles.py").write_text(PRODUCT, "utf-8")
    outcome = program / "batch/products/outcome.py"
    changed(
        outcome,
        "from sopbatch.batch.products.unit_books import ",
        "from sopbatch.batch.products.titles import titles\n"
        "from sopbatch.batch.products.unit_books import ",
    )
    changed(outcome, "    parts = (*written, ", "    parts = (*written, titles(order, seen), ")
    inbox, output = tmp_path / "masuk", tmp_path / "keluar"
    inbox.mkdir()
    (inbox / FILE_NAME).write_bytes(register_workbook())
    (inbox / "sop.xlsx").write_bytes(good_workbook())
    ran(copy, "-m", "sopbatch", "run", inbox, output, codes=(0, 1))
    first = (output / "laporan/judul.txt").read_bytes()
    assert b"Pengelolaan" in first
    ran(copy, "-m", "sopbatch", "run", inbox, output, codes=(0, 1))
    assert (output / "laporan/judul.txt").read_bytes() == first
