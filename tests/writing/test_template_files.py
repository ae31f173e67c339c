"""The committed templates are what the code writes."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from sopbatch.batch.family.members import MEMBERS
from sopbatch.schema.fields import FieldKind
from sopbatch.schema.kinds import Kind
from sopbatch.writing.templates import template_files
from sopbatch.writing.templates.kinds import write_kind

FOLDER = Path(__file__).parents[2] / "workbook_templates"


LONGEST_DATE = "23 September 2026"


@pytest.mark.parametrize("kind", [member.kind for member in MEMBERS], ids=lambda kind: kind.code)
def test_dates_find_room_in_their_columns(kind: Kind):
    dates = [one for table in kind.tables for one in table.columns if one.kind is FieldKind.DATE]
    assert [one.label for one in dates if (one.width or 0) < len(LONGEST_DATE) + 2] == []


def unpacked(content: bytes) -> list[tuple[str, bytes]]:
    """Parts in their order; how far they are compressed is the machine's business."""
    with ZipFile(BytesIO(content)) as package:
        return [(part.filename, package.read(part)) for part in package.infolist()]


def test_committed_templates_are_what_the_code_writes():
    written = dict(template_files())
    for member in MEMBERS:
        written[member.kind.file_name] = write_kind(member.kind)
        written[member.kind.example_name] = write_kind(member.kind, member.example())
    committed = {path.name: path.read_bytes() for path in FOLDER.glob("*.xlsx")}
    assert written.keys() == committed.keys()
    old = [name for name in written if unpacked(written[name]) != unpacked(committed[name])]
    assert old == [], "run `sopbatch template` and commit workbook_templates/"
