"""The program grows as docs/architecture.md says: tried on a copy of it, not on a picture of it.

A rule, a field and a second version of the form are added by the steps of “Where a new thing
goes” and nothing else, and the copy is run.
"""

from pathlib import Path

import pytest

from sopbatch.writing.templates import sop_values, write_sop_template
from tests.growing import changed, ran
from tests.samples import sample_sops

RULE = """

@rule(
    "W-99",
    WARNING,
    title="Aturan percobaan",
    sentence="Waktu langkah {langkah} hanya percobaan.",
    advice="Ganti waktunya.",
    reason="Aturan percobaan; bukan aturan resmi.",
)
def on_trial(case: Case) -> Iterator[Problem]:
    for procedure, step in each_step(case):
        yield _at_time(procedure, step)


DURATION_RULES = (*DURATION_RULES, on_trial)
"""
BOOK = """# W-99 on-trial
Setiap waktu adalah percobaan.

## bad: waktu biasa
| Prosedur | Waktu    |
|----------|----------|
| 12       | 30 menit |
finds: W-99 peringatan
"""
READ = """
import sys
from datetime import date
from pathlib import Path
from sopbatch.model import Received, Settings
from sopbatch.reading import read_grid, read_submission
from sopbatch.schema.sop import IDENTITY_FIELDS
path = Path(sys.argv[1])
seen = Received(name=path.name, path=path, sha256="0" * 64, size=1, first_seen=date(2026, 1, 1))
read = read_submission(read_grid(path.read_bytes()), seen, Settings())
print("versi", read.version, *sorted(problem.code for problem in read.problems))
print("label", *(field.label for field in IDENTITY_FIELDS), sep="|")
for key in ("title", "status", "unit_name", "legal_basis", "procedures"):
    print(key, getattr(read.sop, key))
"""
"""Prints what the program in the copy reads in a workbook."""


def filled(path: Path) -> Path:
    path.write_bytes(write_sop_template(sop_values(sample_sops()[0])))
    return path


def test_a_rule_is_a_function_in_its_room_and_a_casebook(copy):
    rules = copy / "sopbatch/rules"
    with (rules / "times/durations.py").open("a", encoding="utf-8") as module:
        module.write(RULE)
    (rules / "cases/W-99.md").write_text(BOOK, "utf-8")
    told = ran(copy, "-m", "sopbatch", "explain", "W-99")
    assert "Aturan percobaan" in told
    assert "30 menit" in told
    assert "W-99" in ran(copy, "-m", "sopbatch", "rules")


def second_version(copy: Path) -> None:
    """A label gets another name, a field moves to another place, the form another number."""
    head = copy / "sopbatch/schema/sop_head.py"
    changed(head, '"Nama SOP",\n', '"Nama prosedur",\n')
    changed(head, 'variants=("Judul SOP",', 'variants=("Nama SOP", "Judul SOP",')
    changed(copy / "sopbatch/schema/sop.py", "VERSION = 1\n", "VERSION = 2\n")
    changed(
        copy / "sopbatch/schema/sop.py",
        "(*HEAD_GROUPS, *BODY_GROUPS)",
        "(*HEAD_GROUPS[1:], HEAD_GROUPS[0], *BODY_GROUPS)",
    )


@pytest.mark.long
def test_a_form_of_an_earlier_version_stays_readable_and_moves_into_the_newest(copy, tmp_path):
    old = filled(tmp_path / "lama.xlsx")
    before = ran(copy, "-c", READ, old).splitlines()
    second_version(copy)
    read = ran(copy, "-c", READ, old).splitlines()
    assert (before[0], read[0]) == ("versi 1", "versi 1 F-03")
    assert read[2:] == before[2:]
    assert "Nama prosedur" in read[1]
    ran(copy, "-m", "sopbatch", "template", "--dari", old, "--ke", tmp_path / "baru")
    (new,) = (tmp_path / "baru").iterdir()
    moved = ran(copy, "-c", READ, new).splitlines()
    assert moved[0] == "versi 2"
    assert moved[2:] == before[2:]


@pytest.mark.long
def test_a_field_is_a_line_of_the_schema_and_of_the_record(copy, tmp_path):
    changed(
        copy / "sopbatch/schema/sop_body.py",
        '            Field(\n                "contact",',
        '            Field("motto", "id_motto", "Semboyan", "Semboyan unit."),\n'
        '            Field(\n                "contact",',
    )
    changed(
        copy / "sopbatch/model/sop.py",
        '    author: str = ""\n',
        '    author: str = ""\n    motto: str = ""\n',
    )
    changed(
        copy / "sopbatch/reading/record.py",
        '        author=text("author"),\n',
        '        author=text("author"),\n        motto=text("motto"),\n',
    )
    old = filled(tmp_path / "lama.xlsx")
    ran(copy, "-m", "sopbatch", "template", "--dari", old, "--ke", tmp_path / "baru")
    (new,) = (tmp_path / "baru").iterdir()
    assert "Semboyan" in ran(copy, "-c", READ, new).splitlines()[1]
