"""Plain markup is read by a pattern, and always to what the parser would have told."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sopbatch.reading.package.formats import cell_formats
from sopbatch.reading.package.ooxml_cells import Budget, PlainContents
from sopbatch.reading.package.ooxml_sheet import SheetScan, scan_sheet, walked_sheet
from sopbatch.reading.package.ooxml_tables import Strings
from sopbatch.reading.package.ooxml_values import StoredValues
from sopbatch.reading.package.plain_markup import NotPlain, plain_cell, plain_part, plain_strings
from sopbatch.reading.refusals import Refused
from tests.reading.crafting import MAIN
from tests.reading.submissions import full_sop, template

DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\r\n'
FORMATS = cell_formats([0, 14, 9, 164], {164: '0 "menit"'})
VALUES = StoredValues(("abc", "", "dua belas kata"[:12], "x" * 700), FORMATS)
SPACES = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:z="urn:lain"'
TEXTS = ("", " ", "7", "1.5", "nan", "1e999", "0", "3", "99", "true", "Ya &amp; tidak", "Ã©", "\n")
ODD_TEXTS = (
    "&#10;",
    "&#38;lt;",
    "&#xA0;",
    "&#0;",
    "&#55296;",
    "&#9999999;",
    "a > b",
    "&lain;",
    "&",
    "a\rb",
    "\x01",
    "]]>",
    "\ufffe",
    "\ud800",
)
FORMULAS = (
    *("", "<f>A1&amp;B1</f>", "<f/>", '<f t="shared" ref="A1:A3" si="0">SUM(A1)</f>'),
    *('<f t="shared" si="0"/>', '<f aca="false">[1]X!A1</f>', '<f si="0" si="1">B2</f>'),
    *('<f t="&lt;">B2</f>', '<f xmlns="urn:lain">B2</f>', '<f si=" 0">C3</f>', "<f>1</f><f>2</f>"),
)
JUNK = (
    *("<!-- x -->", "<![CDATA[", "]]>", "<?php ?>", "<!DOCTYPE x>", "\n", " ", "x", "&", "</row>"),
    *(
        '<row r="9">',
        '<row r="9" r="10"/>',
        "<row>",
        "<row/>",
        '<row r="0">',
        '<row r="2" x="',
        '">',
        "'",
        '"',
        "</c>",
    ),
    *('<row xmlns="urn:lain" r="3">', '<z:row r="4">', "</z:row>", "<z:c><v>1</v></z:c>", "<c>"),
    *("<mc:AlternateContent>", "</mc:AlternateContent>", "<sheetData>", "</sheetData>", "<v>1</v>"),
    *('<row r="5" z:a="1">', '<row r="5" q:a="1">', "<rowBreaks/>", "<is><t>x</t></is>", "\0"),
)


@st.composite
def cells(draw: st.DrawFn, row: str, column: str) -> str:
    """A cell, nearly always plain."""
    odd = draw(st.integers(0, 9)) == 0
    if odd:
        row = draw(st.sampled_from([row, "05", "1048577", ""]))
        column = draw(st.sampled_from([column, "XFD", "XFE", "a", ""]))
    style = draw(
        st.sampled_from(["", ' s="1"', ' s="3"', *([' s="x"', " z:s='1'"] if odd else [])])
    )
    kind = draw(st.sampled_from(["", *(f' t="{one}"' for one in ("s", "s", "str", "b", "e", "d"))]))
    start = f'<c r="{column}{row}"{style}{kind}'
    if draw(st.booleans()):
        return start + draw(st.sampled_from(["/>", " />", "></c>"]))
    text = draw(st.sampled_from(ODD_TEXTS if odd else TEXTS))
    value = draw(
        st.sampled_from(
            [f"<v>{text}</v>"] * 4
            + ["", "<v/>", "<v />", f"<v>{text}</v><v>2</v>", f"<v a='1'>{text}</v>"]
            + [f"<is><t>{text}</t></is>", f'<is><t xml:space="preserve">{text}</t></is>']
        )
    )
    if value.startswith("<is>"):
        start = start.replace(kind, "") + ' t="inlineStr"'
    return f"{start}>{draw(st.sampled_from(FORMULAS))}{value}</c>"


@st.composite
def sheets(draw: st.DrawFn) -> bytes:
    """A worksheet part, now and then broken or written as no program does."""
    odd = draw(st.integers(0, 2)) == 0
    pieces = ["<sheetData>"]
    for number in range(1, draw(st.integers(1, 4)) + 1):
        about = draw(
            st.sampled_from(["", ' hidden="1"', ' ht="0" customHeight="1"', ' spans="1:9"'])
        )
        pieces += [
            f'<row r="{number}"{about}>',
            *(draw(cells(str(number), one)) for one in "ABC"[: draw(st.integers(0, 3))]),
            "</row>",
        ]
    pieces.append("</sheetData>")
    for _ in range(draw(st.integers(1, 2)) if odd else 0):
        pieces.insert(draw(st.integers(0, len(pieces))), draw(st.sampled_from(JUNK)))
    head = draw(st.sampled_from(["", DECLARED, DECLARED, "\ufeff", " "]))
    after = draw(
        st.sampled_from(["", "", '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', "</x>"])
    )
    text = f'{head}<worksheet xmlns="{MAIN}" {SPACES}>{"".join(pieces)}{after}</worksheet>'
    return text.encode("utf-8", "surrogatepass")


def told(scan, data: bytes):
    """All that a scan of the sheet gives, or why it is refused."""
    budget = Budget(cells=6, text=900)
    try:
        sheet = scan(data, budget)
    except Refused as refused:
        return refused.code, refused.sentence
    order = list(sheet.facts.formulas), list(sheet.facts.values)
    return sheet.facts, sheet.drawings, (budget.cells, budget.text), order


def scanned(data: bytes, budget: Budget) -> SheetScan:
    return scan_sheet(data, "Lembar", VALUES, budget, PlainContents(VALUES))


def walked(data: bytes, budget: Budget) -> SheetScan:
    return walked_sheet(data, SheetScan("Lembar", VALUES, budget))


LONG = f'<row r="1"><c r="A1" t="str"><v>{"x" * (2**20 + 1)}</v></c></row>'


@pytest.mark.long
@settings(max_examples=400)
@given(sheets())
@example(f'<worksheet xmlns="{MAIN}"><sheetData>{LONG}</sheetData></worksheet>'.encode())
def test_a_sheet_is_read_as_the_parser_tells_it(data: bytes):
    assert told(scanned, data) == told(walked, data)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A part of shared strings, now and then broken or written as no program does."""
    items = st.one_of(
        st.sampled_from(TEXTS).map(lambda text: f"<si><t>{text}</t></si>"),
        st.sampled_from(TEXTS).map(lambda text: f'<si><t xml:space="preserve">{text}</t></si>'),
    )
    pieces = draw(st.lists(items, max_size=4))
    about, head, end, space = "", DECLARED, "</sst>", MAIN
    match draw(st.integers(0, 6)):
        case 0:
            pieces.insert(0, f"<si><t>{draw(st.sampled_from(ODD_TEXTS))}</t></si>")
        case 1:
            rich = "<si><r><t>a</t></r><r><t>b</t></r></si>"
            pieces.append(draw(st.sampled_from([rich, "<si/>", "<si></si>", *JUNK])))
        case 2:
            about = draw(st.sampled_from([' uniqueCount="2"', ' uniqueCount="9999999999"']))
        case 3:
            head = draw(st.sampled_from(["", "<sst/>", "x", "\ufeff"]))
        case 4:
            end = draw(st.sampled_from(["</sst>\n", "<extLst/></sst>", "", "</sst>x"]))
        case 5:
            space = draw(st.sampled_from(["urn:lain", ""]))
    text = f'{head}<sst xmlns="{space}" {SPACES}{about}>{"".join(pieces)}{end}'
    return text.encode("utf-8", "surrogatepass")


def table(read, data: bytes):
    strings = Strings()
    try:
        read(strings, data)
    except Refused as refused:
        return refused.code, refused.sentence
    return strings.texts


@pytest.mark.long
@settings(max_examples=400)
@given(tables())
@example(f'<sst xmlns="{MAIN}"><si><t>a</t></si><si><t>b</t></si></sst>'.encode())
def test_shared_strings_are_read_as_the_parser_tells_them(data: bytes):
    assert table(Strings.read, data) == table(Strings.walk, data)


def resaved(data: bytes) -> bytes:
    """As another program writes it."""
    stream = BytesIO()
    load_workbook(BytesIO(data)).save(stream)
    return stream.getvalue()


@pytest.mark.few(1)
@pytest.mark.parametrize("saved", [lambda data: data, resaved], ids=["ours", "openpyxl"])
def test_forms_are_plain(saved):
    with ZipFile(BytesIO(saved(template(full_sop())))) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                part = plain_part(package.read(name))
                assert len(part.rest) < 60_000
                for _, _, cells in part.rows:
                    for cell in cells:
                        plain_cell(cell[cell.index(b'"') + 1 :])
            elif name == "xl/sharedStrings.xml":
                assert plain_strings(package.read(name))[1]


def test_what_is_not_plain_is_left_to_the_parser():
    cell = b'<c r="A1"><v>1</v></c>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">%s</row></sheetData></worksheet>'
    inside = sheet.encode()
    ((number, _, (only,)),) = plain_part(inside.replace(b"%s", cell)).rows
    assert (number, only) == (1, b'A1"><v>1</v></c>')
    for odd in (b"<!-- " + cell + b" -->", b"<![CDATA[" + cell + b"]]>", b" " + cell):
        with pytest.raises(NotPlain):
            plain_part(inside.replace(b"%s", odd))


@pytest.mark.parametrize(
    "markup", ["><v>1</v> </c>", "><v>1</v><v>2</v></c>", "></c> ", ' s="x"/>', "><v>1</c>", ">"]
)
def test_a_cell_that_is_not_plain_is_left_to_the_parser(markup):
    with pytest.raises(NotPlain):
        plain_cell(markup.encode())
