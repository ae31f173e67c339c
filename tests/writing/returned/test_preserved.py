"""What the sender made is all there after marking, part by part."""

import io
import zipfile
from typing import Any

import pytest
from lxml import etree

from sopbatch.reading import read_grid
from sopbatch.writing.returned import mark_copy
from tests.there import there
from tests.writing.returned.books import (
    MAIN,
    OWN,
    REVIEW,
    VBA,
    canonical,
    found,
    opened,
    parts_of,
    review_of,
    rich_book,
)

SHEET = "xl/worksheets/sheet1.xml"
TOUCHED = {
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    SHEET,
    "xl/comments1.xml",
    "xl/drawings/vmlDrawing1.vml",
    "xl/chartsheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
}
"""Besides the marked sheet, those that lose their place among the selected sheets."""


@pytest.fixture(scope="module", params=("xlsx", "xlsm"))
def sent(request, tmp_path_factory):
    macros = tmp_path_factory.mktemp("makro") if request.param == "xlsm" else None
    return rich_book(macros)


@pytest.fixture(scope="module")
def marked(sent):
    return mark_copy(sent, REVIEW)


def test_parts_that_need_no_mark_keep_their_bytes(sent, marked):
    before, after = parts_of(sent), parts_of(marked)
    assert list(after)[: len(before)] == list(before)
    assert {name for name in before if after[name] != before[name]} == TOUCHED
    assert set(after) - set(before) == {
        "xl/worksheets/sheetSopb.xml",
        "xl/worksheets/sheetSopb2.xml",
    }


class Pipe:
    """A stream that goes one way, as when a program sends a workbook while it writes it."""

    def __init__(self) -> None:
        self.sent = bytearray()

    def write(self, data: bytes) -> int:
        self.sent += data
        return len(data)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("streamed", [False, True])
def test_they_stay_packed_as_they_came(method: int, *, streamed: bool):
    """Nothing is compressed again, whichever way a program writes its zip files."""
    pipe, buffer = Pipe(), io.BytesIO()
    stream: Any = pipe if streamed else buffer
    with zipfile.ZipFile(stream, "w", method, compresslevel=1) as target:
        for name, data in parts_of(rich_book()).items():
            info = zipfile.ZipInfo(name)
            info.compress_type, info.extra = method, b"\xfe\xca\x02\x00ab"
            target.writestr(info, data)
    sent = bytes(pipe.sent) if streamed else buffer.getvalue()
    copy = mark_copy(sent, REVIEW)
    with zipfile.ZipFile(io.BytesIO(sent)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        assert new.testzip() is None
        for name in set(parts_of(sent)) - TOUCHED:
            assert new.read(name) == old.read(name)
            assert new.getinfo(name).compress_type == method
            assert new.getinfo(name).compress_size == old.getinfo(name).compress_size
    assert read_grid(copy).sheets[2:] == read_grid(sent).sheets


def test_the_rich_book_is_rich(sent):
    names = " ".join(parts_of(sent))
    for kind in ("media/", "charts/", "drawings/drawing", "tables/", "chartsheets/", "comments"):
        assert kind in names
    sheet = parts_of(sent)[SHEET]
    for piece in (b"x14:dataValidation", b"x14:sparkline", b"x14:cfRule", b"legacyDrawingHF"):
        assert piece in sheet


def test_macros_stay_byte_for_byte(tmp_path):
    assert parts_of(mark_copy(rich_book(tmp_path), REVIEW))["xl/vbaProject.bin"] == VBA


def without_marks(sheet: bytes) -> bytes:
    """The marked sheet less what marking may add, priorities as they were."""
    root = etree.fromstring(sheet)
    for entry in list(root.iter(f"{MAIN}conditionalFormatting")):
        if b"sopbatch" in canonical(entry):
            root.remove(entry)
    ours = 3
    for rule in root.iter():
        if etree.QName(rule).localname == "cfRule" and rule.get("priority"):
            rule.set("priority", str(int(rule.attrib["priority"]) - ours))
    for view in root.iter(f"{MAIN}sheetView"):
        view.attrib.pop("tabSelected", "")
    return canonical(root)


def test_a_marked_sheet_holds_the_old_content_and_our_formats_only(sent, marked):
    before = etree.fromstring(parts_of(sent)[SHEET])
    for view in before.iter(f"{MAIN}sheetView"):
        view.attrib.pop("tabSelected", "")
    assert without_marks(parts_of(marked)[SHEET]) == canonical(before)


def test_styles_only_grow(sent, marked):
    before = etree.fromstring(parts_of(sent)["xl/styles.xml"])
    after = etree.fromstring(parts_of(marked)["xl/styles.xml"])
    for old, new in zip(before, after, strict=True):
        assert [canonical(item) for item in new][: len(old)] == [canonical(item) for item in old]
        assert new.get("count") == (None if new.get("count") is None else str(len(new)))


def test_the_senders_notes_stay_and_ours_stand_below(marked):
    sheet = opened(marked)["Isian"]
    assert sheet["C9"].comment.text == "Catatan lain"
    assert sheet["C3"].comment.text.startswith("Catatan Bu Ani\n\nCatatan pemeriksaan SOP\n")
    assert sheet["C3"].comment.author == "Ani"


def test_an_independent_reader_sees_the_same_workbook(sent, marked):
    before, after = opened(sent), opened(marked)
    assert after.sheetnames == [*OWN, *before.sheetnames]
    assert after["Tersembunyi"].sheet_state == "veryHidden"
    assert set(before.defined_names) < set(after.defined_names)
    for old in before.worksheets:
        new = after[old.title]
        assert dict(old.defined_names.items()).keys() == dict(new.defined_names.items()).keys()
        assert [[cell.value for cell in row] for row in old] == [
            [cell.value for cell in row] for row in new
        ]
        assert [[cell.style_id for cell in row] for row in old] == [
            [cell.style_id for cell in row] for row in new
        ]
        assert old.print_title_rows == new.print_title_rows
        assert old.print_area == new.print_area
        assert old.protection.__dict__ == new.protection.__dict__
        assert old.merged_cells.ranges == new.merged_cells.ranges
        assert len(old.data_validations.dataValidation) == len(new.data_validations.dataValidation)
        assert len(old._images) == len(new._images)  # type: ignore[attr-defined]
        assert len(old._charts) == len(new._charts)  # type: ignore[attr-defined]


def test_only_our_sheet_stays_selected(marked):
    for name, part in parts_of(marked).items():
        if "sheets/sheet" in name and name.endswith(".xml"):
            views = etree.fromstring(part).iter(f"{MAIN}sheetView")
            selected = [view.get("tabSelected") for view in views]
            assert selected == (["1"] if "Sopb." in name else [None]), name
    assert there(opened(marked).active).title == "Perbaikan"


def test_a_file_with_advice_only_for_itself_is_hardly_touched(sent):
    after = parts_of(mark_copy(sent, review_of(found(""))))
    before = parts_of(sent)
    changed = {name for name in before if after[name] != before[name]}
    assert changed <= TOUCHED - {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
