"""Packages that two programs see differently: we read what LibreOffice shows, or nothing at all."""

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from sopbatch.model import CellRef
from sopbatch.reading.grid import read_grid
from sopbatch.reading.refusals import Refused
from tests.office import Office
from tests.reading.crafting import (
    LINKS,
    MAIN,
    STRICT,
    float_cell,
    ods,
    row,
    table,
    text_cell,
    xlsx_parts,
)
from tests.reading.zips import Entry, entries_of, field, unicode_path, written

Parts = dict[str, str | bytes]
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
BOOK_LINKS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
CELLS = [CellRef("S1", row, column) for row in range(1, 6) for column in range(1, 4)]


def strings(*texts: str) -> str:
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'<sst xmlns="{MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>'


def sheet(more: str = "", after: str = "", row_2: str = "") -> str:
    return (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{LINKS}" xmlns:mc="{COMPATIBILITY}" '
        f'xmlns:x14="{X14}" xmlns:z="urn:lain"><sheetData>'
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        f'<row r="2"><c r="A2"><v>7</v></c>{row_2}</row>{more}</sheetData>{after}</worksheet>'
    )


def plain() -> Parts:
    parts = xlsx_parts(sheet(), strings=strings("SATU", "DUA"))
    types = str(parts["[Content_Types].xml"])
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    more = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{base}.worksheet+xml"/>'
        f'<Override PartName="/{STRINGS}" ContentType="{base}.sharedStrings+xml"/></Types>'
    )
    return parts | {"[Content_Types].xml": types.replace("</Types>", more)}


EVIL = sheet(row_2='<c r="B2"><v>666</v></c>').replace(">7<", ">13<")
Tamper = Callable[[], bytes]
TRICKS: dict[str, Tamper] = {}
READ: set[str] = set()
"""Tricks that are none: honest programs write so, and it must be read."""


def trick(make: Tamper) -> Tamper:
    """Declares a package; the function's name is the trick's."""
    TRICKS[make.__name__] = make
    return make


def honest(make: Tamper) -> Tamper:
    """As trick, and it must not be refused."""
    READ.add(make.__name__)
    return trick(make)


def changed(**parts: Callable[[str], str | bytes]) -> bytes:
    """The plain package with parts changed, named by the constants above."""
    names = {"sheet": SHEET, "book": BOOK, "links": BOOK_LINKS, "strings": STRINGS}
    found = plain()
    for name, change in parts.items():
        found[names[name]] = change(str(found[names[name]]))
    return written(entries_of(found))


def with_sheet(text: str) -> bytes:
    return changed(sheet=lambda _: text)


def with_sheet_entry(**about: Any) -> bytes:
    """The plain package with the zip entry of its sheet written otherwise."""
    entries = entries_of(plain())
    return written([replace(e, **about) if e.name == SHEET else e for e in entries])


def also(*more: Entry) -> list[Entry]:
    return [*entries_of(plain()), *more]


@honest
def nothing_odd() -> bytes:
    return written(entries_of(plain()))


@trick
def unicode_path_gives_another_name() -> bytes:
    return written(also(Entry("xl/x.bin", EVIL.encode(), extra=unicode_path(SHEET, "xl/x.bin"))))


@trick
def unicode_path_in_the_local_header() -> bytes:
    hidden = unicode_path("xl/x.xml", SHEET)
    return with_sheet_entry(local_extra=hidden)


@trick
def second_end_in_the_comment() -> bytes:
    inner = written(entries_of(plain() | {SHEET: EVIL}))
    return written(entries_of(plain()), comment=inner[-22:])


@trick
def whole_zip_in_the_comment() -> bytes:
    return written(entries_of(plain()), comment=written(entries_of(plain() | {SHEET: EVIL})))


@trick
def zip64_end_elsewhere() -> bytes:
    evil = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 60, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    return written(entries_of(plain()), zip64=evil + locator)


@trick
def zip64_size_lies() -> bytes:
    return with_sheet_entry(extra=field(1, struct.pack("<QQ", 5, 5)))


@trick
def duplicate_names() -> bytes:
    return written(also(Entry(SHEET, EVIL.encode())))


@trick
def duplicate_names_in_other_case() -> bytes:
    return written(also(Entry("xl/worksheets/Sheet1.xml", EVIL.encode())))


@trick
def local_name_differs() -> bytes:
    return with_sheet_entry(local_name="xl/worksheets/sheet9.xml")


@trick
def local_method_differs() -> bytes:
    return with_sheet_entry(local_method=0)


@trick
def local_size_differs() -> bytes:
    return with_sheet_entry(local_size=3)


@trick
def name_with_dots() -> bytes:
    return with_sheet_entry(name="xl/worksheets/../worksheets/sheet1.xml")


@trick
def name_from_the_root() -> bytes:
    return with_sheet_entry(name=f"/{SHEET}")


@trick
def bytes_before_the_list() -> bytes:
    return written(entries_of(plain()), before_list=b"PK\x01\x02" + b"\0" * 60)


@trick
def both_slashes() -> bytes:
    return with_sheet_entry(name="xl\\worksheets/sheet1.xml")


@honest
def sheet_in_utf_16() -> bytes:
    return changed(sheet=lambda text: ('<?xml version="1.0"?>' + text).encode("utf-16"))


@honest
def strings_in_utf_16() -> bytes:
    return changed(strings=lambda text: ('<?xml version="1.0"?>' + text).encode("utf-16"))


@trick
def strings_in_latin_1() -> bytes:
    declared = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    return changed(strings=lambda text: (declared + text.replace("DUA", "\xe9")).encode("latin-1"))


@honest
def strings_under_another_name() -> bytes:
    parts = plain()
    parts["xl/teks.xml"] = parts.pop(STRINGS)
    parts = {
        name: str(part).replace("sharedStrings.xml", "teks.xml") for name, part in parts.items()
    }
    return written(entries_of(parts))


@honest
def other_strings_under_the_usual_name() -> bytes:
    parts = {
        name: str(part).replace("sharedStrings.xml", "teks.xml") for name, part in plain().items()
    }
    parts["xl/teks.xml"] = parts[STRINGS]
    parts[STRINGS] = strings("LAIN", "LAIN")
    return written(entries_of(parts))


@honest
def sheet_elsewhere() -> bytes:
    parts = {
        name: str(part).replace("worksheets/sheet1.xml", "isi/a.xml")
        for name, part in plain().items()
    }
    parts["xl/isi/a.xml"] = parts.pop(SHEET)
    parts[SHEET] = EVIL
    return written(entries_of(parts))


@honest
def book_elsewhere() -> bytes:
    parts = plain() | {BOOK: "<workbook/>"}
    real = plain()
    parts["buku/b.xml"] = real[BOOK]
    parts["buku/_rels/b.xml.rels"] = str(real[BOOK_LINKS]).replace('Target="', 'Target="/xl/')
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = str(real[name]).replace(BOOK, "buku/b.xml")
    return written(entries_of(parts))


@trick
def two_relations_to_strings() -> bytes:
    more = f'<Relationship Id="s2" Type="{LINKS}/sharedStrings" Target="teks.xml"/></Relationships>'
    parts = plain() | {"xl/teks.xml": strings("LAIN", "LAIN")}
    parts[BOOK_LINKS] = str(parts[BOOK_LINKS]).replace("</Relationships>", more)
    return written(entries_of(parts))


@trick
def two_relations_of_one_id() -> bytes:
    more = f'<Relationship Id="r1" Type="{LINKS}/worksheet" Target="evil.xml"/></Relationships>'
    parts = plain() | {"xl/evil.xml": EVIL}
    parts[BOOK_LINKS] = str(parts[BOOK_LINKS]).replace("</Relationships>", more)
    return written(entries_of(parts))


@trick
def relation_of_an_unknown_type() -> bytes:
    return changed(links=lambda text: text.replace(f"{LINKS}/sharedStrings", "urn:x/sharedStrings"))


@trick
def relation_out_of_the_package() -> bytes:
    return changed(
        links=lambda text: text.replace('s/sheet1.xml"', 's/sheet1.xml" TargetMode="External"')
    )


@trick
def relation_with_backslash() -> bytes:
    return changed(links=lambda text: text.replace("worksheets/sheet1", "worksheets\\sheet1"))


@honest
def cell_in_an_extension() -> bytes:
    evil = '<sheetData><row r="2"><c r="A2"><v>13</v></c></row></sheetData>'
    return with_sheet(sheet(after=f'<extLst><ext uri="a">{evil}</ext></extLst>'))


@trick
def cell_in_an_extension_of_a_cell() -> bytes:
    return with_sheet(
        sheet(row_2='<c r="B2"><extLst><ext><c r="C2"><v>9</v></c></ext></extLst></c>')
    )


@trick
def cell_outside_a_row() -> bytes:
    return with_sheet(sheet(more='<c r="A4"><v>9</v></c>'))


@trick
def rows_outside_the_data() -> bytes:
    return with_sheet(sheet(after='<row r="4"><c r="A4"><v>9</v></c></row>'))


@trick
def second_data() -> bytes:
    return with_sheet(sheet(after='<sheetData><row r="4"><c r="A4"><v>9</v></c></row></sheetData>'))


@trick
def alternatives_around_a_row() -> bytes:
    choices = (
        '<mc:AlternateContent><mc:Choice Requires="x14"><row r="4"><c r="A4"><v>1</v></c></row>'
        '</mc:Choice><mc:Fallback><row r="4"><c r="A4"><v>2</v></c></row></mc:Fallback>'
        "</mc:AlternateContent>"
    )
    return with_sheet(sheet(more=choices))


@trick
def alternatives_around_the_sheets() -> bytes:
    wrapped = (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="x14" '
        f'xmlns:x14="{X14}"><sheets>'
    )
    end = "</sheets></mc:Choice></mc:AlternateContent>"
    return changed(book=lambda text: text.replace("<sheets>", wrapped).replace("</sheets>", end))


@trick
def foreign_cells() -> bytes:
    return with_sheet(sheet(row_2='<z:c r="B2"><v>9</v></z:c><z:k><c r="C2"><v>9</v></c></z:k>'))


@trick
def foreign_value() -> bytes:
    return with_sheet(sheet(row_2='<c r="B2"><z:v>9</z:v><v>8</v></c>'))


@honest
def prefixed() -> bytes:
    text = sheet().replace(f'xmlns="{MAIN}"', f'xmlns:q="{MAIN}"')
    for name in ("worksheet", "sheetData", "row", "c ", "c>", "v>"):
        text = text.replace(f"<{name}", f"<q:{name}").replace(f"</{name}", f"</q:{name}")
    return with_sheet(text)


@honest
def strict() -> bytes:
    links = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = {
        name: str(part).replace(MAIN, STRICT).replace(LINKS, links)
        for name, part in plain().items()
    }
    return written(entries_of(parts))


@trick
def no_namespace() -> bytes:
    return with_sheet(sheet().replace(f'xmlns="{MAIN}"', 'xmlns=""'))


@trick
def two_values_in_a_cell() -> bytes:
    return with_sheet(sheet(row_2='<c r="B2"><v>8</v><v>9</v></c>'))


@trick
def two_cells_at_one_place() -> bytes:
    return with_sheet(sheet(row_2='<c r="B2"><v>8</v></c><c r="B2"><v>9</v></c>'))


@trick
def cells_of_another_row() -> bytes:
    return with_sheet(sheet(row_2='<c r="B4"><v>8</v></c><c r="C5"><v>9</v></c>'))


@trick
def cells_without_address() -> bytes:
    return with_sheet(sheet(more='<row><c><v>4</v></c><c t="s"><v>1</v></c></row>'))


@trick
def inline_text_without_its_type() -> bytes:
    return with_sheet(sheet(row_2='<c r="B2"><is><t>LAIN</t></is></c>'))


@honest
def inline_text() -> bytes:
    return with_sheet(sheet(row_2='<c r="B2" t="inlineStr"><is><t>TEKS</t></is></c>'))


@honest
def rich_text_with_reading_aid() -> bytes:
    rich = "<r><t>DU</t></r><r><t>A</t></r><rPh sb='0' eb='1'><t>LAIN</t></rPh>"
    return changed(strings=lambda text: text.replace("<t>DUA</t>", rich))


@trick
def string_beyond_the_table() -> bytes:
    return with_sheet(sheet(row_2='<c r="B2" t="s"><v>99</v></c>'))


@trick
def strings_in_an_extension() -> bytes:
    evil = "<extLst><ext><si><t>LAIN</t></si></ext></extLst><si><t>DUA</t></si>"
    return changed(strings=lambda text: text.replace("<si><t>DUA</t></si>", evil))


@trick
def comment_within_a_value() -> bytes:
    return with_sheet(sheet().replace(">7<", ">7<!-- 9 -->1<"))


@trick
def cdata_within_a_value() -> bytes:
    return with_sheet(sheet().replace(">7<", "><![CDATA[7]]><"))


@trick
def unknown_type() -> bytes:
    return with_sheet(sheet(row_2='<c r="B2" t="lain"><v>9</v></c>'))


def ods_with(change: Callable[[str], str | bytes]) -> bytes:
    """An OpenDocument workbook with its content part changed."""
    rows = row(text_cell("SATU"), text_cell("DUA")) + row(float_cell(7))
    with ZipFile(BytesIO(ods(table(rows, "S1")))) as file:
        parts: Parts = {name: file.read(name).decode() for name in file.namelist()}
    entries = entries_of(parts | {"content.xml": change(str(parts["content.xml"]))})
    return written([replace(e, stored=True) if e.name == "mimetype" else e for e in entries])


BOX = '<draw:frame draw:name="x"><draw:text-box><text:p>LAIN</text:p></draw:text-box></draw:frame>'
OTHER = table(row(float_cell(13)), "S1")
ODS_TRICKS: dict[str, Callable[[str], str | bytes]] = {
    "nothing odd": lambda text: text,
    "UTF-16": lambda text: ('<?xml version="1.0"?>' + text).encode("utf-16"),
    "other prefixes": lambda text: re.sub(r"(?<=[<:/ ])table(?=[:=])(?!:1)", "t", text),
    "pretty print": lambda text: text.replace("><", ">\n  <"),
    "table in a shape": lambda text: text.replace("</table:table>", f"<table:shapes>{BOX}"
        "</table:shapes></table:table>"),
    "text of a shape in a cell": lambda text: text.replace("<text:p>DUA</text:p>",
        f"<text:p>DUA</text:p>{BOX}"),
    "note in a cell": lambda text: text.replace("<text:p>DUA", "<office:annotation><text:p>LAIN"
        "</text:p></office:annotation><text:p>DUA"),
    "reading of a word": lambda text: text.replace("DUA", "<text:ruby><text:ruby-base>DUA"
        "</text:ruby-base><text:ruby-text>LAIN</text:ruby-text></text:ruby>"),
    "table of a link to a program": lambda text: text.replace("<office:spreadsheet>",
        f"<office:spreadsheet><table:dde-links><table:dde-link>{OTHER}</table:dde-link>"
        "</table:dde-links>"),
    "foreign elements": lambda text: text.replace("<text:p>DUA", '<z:p xmlns:z="urn:z">LAIN</z:p>'
        "<text:p>DUA"),
    "comment in a text": lambda text: text.replace("DUA", "D<!-- LAIN -->UA"),
    "runs of a text": lambda text: text.replace("DUA", "D<text:span>U</text:span>A"),
    "text beside its string": lambda text: text.replace('office:value-type="string" >'
        "<text:p>DUA", 'office:value-type="string" office:string-value="TIGA"><text:p>DUA'),
    "body before the body": lambda text: text.replace("<office:body>",
        f"<office:body><office:spreadsheet>{OTHER}</office:spreadsheet></office:body><office:body>"),
}  # fmt: skip


@pytest.mark.few(4)
@pytest.mark.office
@pytest.mark.parametrize("name", ODS_TRICKS)
def test_what_is_read_of_an_ods_is_what_is_shown(office, name):
    assert assert_seen(office, ods_with(ODS_TRICKS[name]), "ods") or name != "nothing odd"


def assert_seen(office: Office, data: bytes, suffix: str = "xlsx") -> bool:
    """Whether it was read; then every cell is as LibreOffice shows it."""
    try:
        read = cells_of(data)
    except Refused:
        return False
    with office.opened(data, suffix) as book:
        assert read == book.read(CELLS)
    return True


def cells_of(data: bytes) -> dict[CellRef, object]:
    """What we read."""
    first = read_grid(data).sheets[0]
    return {cell: first.cells.get((cell.row, cell.column), "") for cell in CELLS}


@pytest.mark.few(14)
@pytest.mark.office
@pytest.mark.parametrize("name", TRICKS)
def test_what_is_read_is_what_is_shown(office, name):
    was_read = assert_seen(office, TRICKS[name]())
    assert was_read or name not in READ


def test_backslashes_between_folders_are_read_as_such():
    """Old archivers of Windows write them; LibreOffice does not open such a file at all."""
    entries = entries_of(plain())
    data = written([replace(entry, name=entry.name.replace("/", "\\")) for entry in entries])
    assert cells_of(data) == cells_of(nothing_odd())
