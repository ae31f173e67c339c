"""Workbooks as other programs write them: bare, strict, with odd names and targets."""

import re
from time import process_time

import pytest
from lxml import etree

from sopbatch.writing.returned import Unmarkable, mark_copy
from sopbatch.writing.returned.markup import SHEET_ORDER
from sopbatch.writing.returned.package import Package
from sopbatch.writing.returned.shapes import without_boxes
from tests.reading.crafting import STRICT, number, worksheet, xlsx_parts, zipped
from tests.writing.returned.books import (
    MAIN,
    REVIEW,
    found,
    opened,
    packed,
    parts_of,
    review_of,
    rich_book,
    saved,
    with_parts,
)

ROW = f'<row r="1">{number("A1", 7)}</row>'
HERE = review_of(found("A1", sheet="S1"))


def bare(*sheets: str, **about) -> bytes:
    return zipped(xlsx_parts(*(sheets or (worksheet(ROW),)), **about))


def styled(styles: str) -> bytes:
    """A bare workbook with this inside its styles."""
    parts = xlsx_parts(worksheet(ROW))
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
    rels = str(parts["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f'<Relationship Id="st" Type="{link}" Target="styles.xml"/></Relationships>',
    )
    types = str(parts["[Content_Types].xml"]).replace(
        "</Types>",
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.styles+xml"/></Types>',
    )
    sheet = f'<styleSheet xmlns="{MAIN.strip("{}")}">{styles}</styleSheet>'
    return zipped(
        parts
        | {
            "xl/_rels/workbook.xml.rels": rels,
            "[Content_Types].xml": types,
            "xl/styles.xml": sheet,
        }
    )


def assert_marked(data: bytes, sheet: str = "S1") -> None:
    """Openpyxl sees list, note and colour, and a second marking changes nothing."""
    review = review_of(found("A1", sheet=sheet))
    marked = mark_copy(data, review)
    book = opened(marked)
    assert book.sheetnames[0] == "Perbaikan"
    assert book["Perbaikan"]["E8"].value == "Nama SOP belum diisi."
    assert book[sheet]["A1"].comment.text.startswith("Catatan pemeriksaan SOP")
    assert next(str(entry.sqref) for entry in book[sheet].conditional_formatting) == "A1"
    assert book[sheet]["A1"].font.name == opened(data)[sheet]["A1"].font.name
    again = parts_of(mark_copy(marked, review))
    assert again == parts_of(marked)
    for name, part in parts_of(marked).items():
        if "/worksheets/" in name and name.endswith(".xml"):
            assert_ordered(part)


def assert_ordered(sheet: bytes) -> None:
    """Children of a worksheet stand in the order of the schema."""
    names = [etree.QName(item).localname for item in etree.fromstring(sheet)]
    places = [SHEET_ORDER.index(name) for name in names]
    assert places == sorted(places), names


FONT = "<fonts><font><sz val='9'/><name val='Courier'/></font></fonts>"
FILL = "<fills><fill><patternFill patternType='none'/></fill></fills>"
BORDER = "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
XF = "<xf numFmtId='0' fontId='0' fillId='0' borderId='0'/>"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bare(), id="no styles, no views"),
        pytest.param(styled(""), id="empty styles"),
        pytest.param(styled(f"{FONT}{FILL}{BORDER}<cellXfs>{XF}</cellXfs>"), id="no dxfs"),
        pytest.param(
            styled(
                f"{FONT}{FILL}{BORDER}<cellStyleXfs>{XF}</cellStyleXfs><cellXfs>{XF}</cellXfs>"
                "<tableStyles count='0'/>"
            ),
            id="no cell styles",
        ),
        pytest.param(
            bare(worksheet(ROW, before="<sheetViews/>", after='<pageMargins left="1" right="1" '
                           'top="1" bottom="1" header="1" footer="1"/><pageSetup paperSize="9"/>')),
            id="print settings only",
        ),
    ],
)  # fmt: skip
def test_a_bare_workbook_is_marked(data):
    assert_marked(data)


def strict() -> bytes:
    """A bare workbook in Strict Open XML."""
    links = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = {
        name: str(part)
        .replace(MAIN.strip("{}"), STRICT)
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", links)
        for name, part in xlsx_parts(worksheet(ROW)).items()
    }
    return zipped(parts)


def test_a_strict_workbook_stays_strict():
    marked = mark_copy(strict(), HERE)
    assert mark_copy(marked, HERE) == marked
    for name, part in parts_of(marked).items():
        if not name.endswith(".vml"):
            assert b"openxmlformats.org/spreadsheetml" not in part
            assert b"officeDocument/2006/relationships" not in part, name
    assert_ordered(parts_of(marked)["xl/worksheets/sheet1.xml"])
    sheet = parts_of(marked)["xl/worksheets/sheetSopb.xml"]
    assert etree.fromstring(sheet).tag == f"{{{STRICT}}}worksheet"


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
        ("worksheets/sheet1.xml", "../xl/worksheets/./sheet1.xml"),
        ("worksheets/sheet1.xml", "Worksheets/SHEET1.xml"),
    ],
)
def test_targets_are_followed_however_they_are_written(written, target):
    links = "xl/_rels/workbook.xml.rels"
    data = with_parts(bare(), {links: lambda rels: rels.replace(written.encode(), target.encode())})
    marked = mark_copy(data, HERE)
    assert b"legacyDrawing" in parts_of(marked)["xl/worksheets/sheet1.xml"]
    assert parts_of(mark_copy(marked, HERE)) == parts_of(marked)


def test_sheets_may_lie_anywhere_in_the_package():
    parts = {
        name.replace("xl/worksheets/sheet1.xml", "data/blatt.xml"): (
            part if isinstance(part, bytes) else part.encode()
        ).replace(b'"worksheets/sheet1.xml"', b'"/data/blatt.xml"')
        for name, part in xlsx_parts(worksheet(ROW)).items()
    }
    assert_marked(packed(parts))


def test_prefixed_markup_is_understood():
    book = parts_of(bare())
    sheet = book["xl/worksheets/sheet1.xml"].replace(b"<", b"<x:").replace(b"<x:/", b"</x:")
    book["xl/worksheets/sheet1.xml"] = sheet.replace(b"xmlns=", b"xmlns:x=")
    assert_marked(packed(book))


def test_a_sheet_called_perbaikan_is_the_senders():
    book = opened(rich_book())
    book["Daftar"].title = "perbaikan"
    book["perbaikan"]["A1"] = "punya pengirim"
    marked = mark_copy(mark_copy(saved(book), REVIEW), REVIEW)
    assert opened(marked).sheetnames == [
        "Perbaikan (2)", "Yang kami pahami", "Isian", "perbaikan", "Tersembunyi", "Grafik",
    ]  # fmt: skip
    assert opened(marked)["perbaikan"]["A1"].value == "punya pengirim"


def test_pictures_in_the_page_head_are_not_taken_for_notes():
    """Their drawing is legacy markup too, and may come first among the relationships."""
    vml = "application/vnd.openxmlformats-officedocument.vmlDrawing"
    marked = parts_of(mark_copy(rich_book(), review_of(found("A2"))))
    heads = [name for name, part in marked.items() if name.endswith(".vml") and b"LH" in part]
    assert heads
    assert all(marked[name] == parts_of(rich_book())[name] for name in heads)
    assert vml.encode() in marked["[Content_Types].xml"]


def test_a_conversation_keeps_its_note():
    """Programs that know threads show no note on such a cell; colour and list still tell."""
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    data = with_parts(
        rich_book(),
        {
            "xl/worksheets/_rels/sheet1.xml.rels": lambda rels: rels.replace(
                b"</Relationships>",
                f'<Relationship Id="rT" Type="{kind}" Target="../threadedComments/t1.xml"/>'
                "</Relationships>".encode(),
            )
        },
    )
    thread = (
        b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
        b'threadedcomments"><threadedComment ref="C3"><text>Halo</text></threadedComment>'
        b"</ThreadedComments>"
    )
    sent = packed(parts_of(data) | {"xl/threadedComments/t1.xml": thread})
    marked = mark_copy(sent, REVIEW)
    assert opened(marked)["Isian"]["C3"].comment.text == "Catatan Bu Ani"
    assert parts_of(marked)["xl/threadedComments/t1.xml"] == thread


def test_every_note_has_a_box_and_every_box_a_note():
    marked = parts_of(mark_copy(rich_book(), REVIEW))
    vml = marked["xl/drawings/vmlDrawing1.vml"].decode()
    boxes = {
        (int(row) + 1, int(column) + 1)
        for row, column in re.findall(r"<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>", vml)
    }
    comments = re.findall(rb'<comment ref="([A-Z])(\d+)"', marked["xl/comments1.xml"])
    cells = {(int(row), ord(letter) - ord("A") + 1) for letter, row in comments}
    assert boxes == cells
    ids = re.findall(r'<v:shape [^>]*?id="(\w+)"', vml)
    assert len(ids) == len(set(ids)) == len(cells)
    etree.fromstring(vml)


def test_boxes_in_markup_no_parser_takes_are_left_alone():
    broken = {
        "xl/drawings/vmlDrawing1.vml": lambda vml: vml.replace(
            b'<div style="text-align:left"></div>', b"<div>a<br>b & c</div>", 1
        )
    }
    sent = with_parts(rich_book(), broken)
    marked = mark_copy(sent, REVIEW)
    assert b"a<br>b & c" in parts_of(marked)["xl/drawings/vmlDrawing1.vml"]
    assert mark_copy(marked, REVIEW) == marked


def test_hidden_columns_and_rows_do_not_squeeze_a_box():
    hidden = worksheet(
        f'{ROW}<row r="2" hidden="1"/>',
        before='<cols><col min="2" max="16384" width="0" hidden="1"/></cols>',
    )
    assert_marked(bare(hidden))


def test_numbers_that_are_none_stop_nobody():
    odd = worksheet(
        f'{ROW}<row r="zwei" ht="hoch"/>',
        before='<cols><col min="A" max="-1" width="breit"/></cols>',
        after='<conditionalFormatting sqref="A1"><cfRule type="expression" priority="eins">'
        "<formula>TRUE</formula></cfRule></conditionalFormatting>",
    )
    marked = mark_copy(bare(odd), HERE)
    assert_ordered(parts_of(marked)["xl/worksheets/sheet1.xml"])


REMARK = b"<!-- satu --><?dua tiga?>"


def remarked(data: bytes) -> bytes:
    """The workbook with a comment behind every tag of its markup."""
    return packed(
        {
            name: part
            if name.endswith(".vml")
            else re.sub(b"(<[^?!][^<>]*>)(?=<)", rb"\1" + REMARK, part)
            for name, part in parts_of(data).items()
        }
    )


@pytest.mark.parametrize("data", [bare(), rich_book(), mark_copy(rich_book(), REVIEW)])
def test_comments_in_the_markup_change_nothing(data):
    review = REVIEW if b"Isian" in parts_of(data)["xl/workbook.xml"] else HERE
    marked, plain = mark_copy(remarked(data), review), mark_copy(data, review)
    assert sheet_names(marked) == sheet_names(plain)
    assert notes_of(marked) == notes_of(plain)
    assert sheet_names(mark_copy(marked, review)) == sheet_names(plain)


def sheet_names(data: bytes) -> list[bytes]:
    return re.findall(rb'<sheet name="([^"]*)"', parts_of(data)["xl/workbook.xml"])


def notes_of(data: bytes) -> list[bytes]:
    """Cells with a note, in order."""
    comments = [part for name, part in parts_of(data).items() if "/comments" in name]
    return sorted(re.findall(rb'<comment ref="([A-Z]+[0-9]+)"', b"".join(comments)))


ENDLESS = b"9" * 5000


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/comments1.xml", rb'ref="[A-Z]+\d+"', b'ref="C' + ENDLESS + b'"'),
        ("xl/drawings/vmlDrawing1.vml", rb"<x:Row>\d+<", b"<x:Row>" + ENDLESS + b"<"),
        ("xl/drawings/vmlDrawing1.vml", rb"<x:Column>\d+<", b"<x:Column>" + ENDLESS + b"<"),
        ("xl/worksheets/sheet1.xml", rb"</sheetData>", b'</sheetData><mergeCells><mergeCell '
         b'ref="A1:B' + ENDLESS + b'"/></mergeCells>'),
        ("xl/worksheets/sheet1.xml", rb"<sheetData>", b'<cols><col min="1" max="' + ENDLESS
         + b'"/></cols><sheetData>'),
        ("xl/workbook.xml", rb'sheetId="1"', b'sheetId="' + ENDLESS + b'"'),
    ],
)  # fmt: skip
def test_numbers_of_five_thousand_digits_stop_nobody(part, old, new):
    once = mark_copy(rich_book(), REVIEW)
    endless = with_parts(once, {part: lambda text: re.sub(old, lambda _: new, text)})
    assert sheet_names(mark_copy(endless, REVIEW))[0] == b"Perbaikan"


@pytest.mark.parametrize("gone", ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"])
def test_a_package_without_a_part_that_marks_need_is_unmarkable(gone):
    parts = parts_of(bare())
    del parts[gone]
    with pytest.raises(Unmarkable):
        mark_copy(packed(parts), HERE)


def test_sheets_within_alternatives_are_unmarkable():
    wrapped = {
        "xl/workbook.xml": lambda book: book.replace(b"<sheets>", b"<a><sheets>").replace(
            b"</sheets>", b"</sheets></a>"
        )
    }
    with pytest.raises(Unmarkable):
        mark_copy(with_parts(bare(), wrapped), HERE)


@pytest.mark.long
@pytest.mark.parametrize(
    "piece", ["<v:shape ", "<v:shape>", "</v:shape>", "<v:shape/>", "<a:shape><v:shape>", "<"]
)
def test_boxes_are_sought_in_one_pass(piece):
    """Twice the markup costs twice the time, whatever is left open in it."""

    def cost(count: int) -> float:
        start = process_time()
        without_boxes(f"{piece * count}</xml>", [(1, 1)])
        return process_time() - start

    assert cost(200_000) < 5


def test_parts_without_relationships_are_asked_politely():
    package = Package.open(bare())
    assert package.relations("xl/worksheets/sheet1.xml") == ()
    assert package.related("xl/worksheets/sheet1.xml", "comments") == ""
