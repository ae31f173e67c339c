"""Hostile and odd files are refused by the name of what they are, before any parser."""

import struct
from contextlib import suppress
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.reading import limits
from sopbatch.reading.guards import survey
from sopbatch.reading.refusals import Refusal, Refused
from tests.reading.crafting import (
    MAIN,
    SPREADSHEET,
    float_cell,
    number,
    ods,
    ole,
    row,
    table,
    text_cell,
    worksheet,
    xlsx,
    xlsx_parts,
    zipped,
)

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
XXE = '<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd">'


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refused) as caught:
        survey(data)
    return caught.value.refusal


def shared(*texts: str, unique: str = "1") -> str:
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'<sst xmlns="{MAIN}" uniqueCount="{unique}">{items}</sst>'


def merged(cells: str) -> str:
    return f"<mergeCells>{cells}</mergeCells>"


def strings_used(times: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, times))


def patched(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


def with_central_field(data: bytes, part: bytes, offset: int, value: bytes) -> bytes:
    """The zip with one field of a part's central entry overwritten."""
    at = data.rindex(part) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    return data[: at + offset] + value + data[at + offset + len(value) :]


def duplicated() -> bytes:
    return zipped(xlsx_parts(worksheet(ROW), more={"xl/workbook.xm_": "<workbook/>"})).replace(
        b"workbook.xm_", b"workbook.xml"
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Refusal.EMPTY),
        (b"\0" * 5000, Refusal.DAMAGED),
        (b"%PDF-1.7\n%\xe2\xe3", Refusal.PDF),
        (b"<html><body><table><tr><td>1</td></tr></table></body></html>", Refusal.HTML),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><title>x</title>", Refusal.HTML),
        ("<html>".encode("utf-16"), Refusal.HTML),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x"/>', Refusal.XML),
        (b"No;Kegiatan;Waktu\r\n1;Menerima surat;15 menit\r\n", Refusal.TEXT),
        ("No\tKegiatan\r\n1\tRapat\r\n".encode("utf-16"), Refusal.TEXT),
        (b"Kegiatan: menerima surat\r\nlalu", Refusal.TEXT),
        (b"From: a@example.go.id\r\nTo: b@example.go.id\r\n\r\nisi", Refusal.MAIL),
        (b"Received: from x\r\n\tby y\r\nFrom: a\r\n\r\nisi", Refusal.MAIL),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n\r\n<html><table>", Refusal.HTML),
        (b"{\\rtf1\\ansi", Refusal.RICH_TEXT),
        (b"Rar!\x1a\x07\x01\0", Refusal.ARCHIVE),
        (b"\x89PNG\r\n\x1a\n", Refusal.IMAGE),
        (b"\x09\x00\x04\x00\x07\x00\x10\x00", Refusal.OLD_EXCEL),
        (bytes(range(256)) * 4, Refusal.UNKNOWN),
        (zipped({"word/document.xml": "<w/>", "[Content_Types].xml": "<T/>"}), Refusal.WORD),
        (zipped({"ppt/presentation.xml": "<p/>"}), Refusal.PRESENTATION),
        (zipped({"Index/Document.iwa": b"\0"}), Refusal.NUMBERS),
        (zipped({"SOP 1.xlsx": xlsx(ROW)}), Refusal.ZIP),
        (b"PK\x05\x06" + b"\0" * 18, Refusal.ZIP),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), Refusal.WORD),
        (ole(("WordDocument", b"x")), Refusal.WORD),
        (ole(("__properties_version1.0", b"x")), Refusal.MAIL),
        (ole(("Lain", b"x")), Refusal.UNKNOWN),
    ],
)
def test_a_file_is_named_by_its_content(data, expected):
    assert refusal(data) is expected
    assert expected.code == "F-01"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (xlsx(ROW), "xlsx"),
        (xlsx(ROW, main="application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "xlsm"),
        (xlsx(ROW, main=f"{SPREADSHEET}.template.main+xml"), "xlsx"),
        (ods(table(row(float_cell(1)))), "ods"),
        (ole(("Workbook", b"\x09\x08\x10\x00" + b"\0" * 16 + b"\x0a\0\0\0")), "xls"),
        (ole(("Book", b"\x09\x08\x08\x00" + b"\0" * 8 + b"\x0a\0\0\0")), "xls"),
    ],
)
def test_a_workbook_is_known_by_its_content(data, expected):
    assert survey(data).format == expected


@pytest.mark.parametrize(
    "data",
    [
        ole(("EncryptionInfo", b"x"), ("EncryptedPackage", b"x")),
        ole(("Workbook", b"\x09\x08\x10\x00" + b"\0" * 16 + b"\x2f\0\x06\0" + b"\0" * 6)),
        ods(
            table(""),
            more={
                "META-INF/manifest.xml": '<m:manifest xmlns:m="u"><m:file-entry>'
                "<m:encryption-data/></m:file-entry></m:manifest>",
                "content.xml": b"\x8a\x01\xff",
            },
        ),
        with_central_field(xlsx(ROW), b"xl/workbook.xml", 8, b"\x01\x00"),
    ],
    ids=["OOXML in OLE", "FILEPASS record", "ods manifest", "zip entry"],
)
def test_a_password_is_never_called_damage(data):
    assert refusal(data) is Refusal.PASSWORD


def test_a_protected_sheet_without_opening_password_is_read():
    book = openpyxl.Workbook()
    book.worksheets[0].protection.enable()
    book.security.lockStructure = True
    stream = BytesIO()
    book.save(stream)
    assert survey(stream.getvalue()).format == "xlsx"


@pytest.mark.parametrize("declaration", [LAUGHS, XXE])
@pytest.mark.parametrize(
    "part",
    ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "docProps/app.xml"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_declaration_is_refused_in_any_part(part, declaration, encoding):
    parts = xlsx_parts(worksheet(ROW), more={"docProps/app.xml": "<Properties/>"})
    parts[part] = (declaration + str(parts[part])).encode(encoding)
    assert refusal(zipped(parts)) is Refusal.DOCTYPE


def test_a_declaration_is_refused_in_ods_and_behind_a_mangled_prolog():
    evil = ods(table(""), more={"styles.xml": XXE + "<a/>"})
    mangled = zipped(xlsx_parts(worksheet(ROW), more={"customXml/a.xml": f"<?x{LAUGHS}<a/>"}))
    assert refusal(evil) is refusal(mangled) is Refusal.DOCTYPE


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (xlsx(number("A1") + number("XFD1048576")), Refusal.TOO_SPREAD),
        (xlsx(number("A1") + number("GR500000")), Refusal.TOO_SPREAD),
        (xlsx(number("XFE1")), Refusal.OUTSIDE_GRID),
        (xlsx(number("A1048577")), Refusal.OUTSIDE_GRID),
        (xlsx(number("A0")), Refusal.OUTSIDE_GRID),
        (xlsx(number("AAAAAAAAAAAAA1")), Refusal.OUTSIDE_GRID),
        (xlsx(number("1A")), Refusal.OUTSIDE_GRID),
        (xlsx('<row r="4294967295"><c><v>1</v></c></row>'), Refusal.OUTSIDE_GRID),
        (xlsx(ROW, strings=shared("a", unique="4294967295")), Refusal.TOO_MUCH_TEXT),
        (xlsx(ROW, strings=shared("a" * (limits.MEGABYTE + 1))), Refusal.TOO_MUCH_TEXT),
        (xlsx(strings_used(700), strings=shared("a" * 100_000)), Refusal.TOO_MUCH_TEXT),
        (
            zipped(xlsx_parts(worksheet(ROW, merged('<mergeCell ref="A1:XFD1048576"/>')))),
            Refusal.TOO_MANY_MERGES,
        ),
        (
            zipped(xlsx_parts(worksheet(ROW, merged('<mergeCell ref="A1:B1"/>' * 20_001)))),
            Refusal.TOO_MANY_MERGES,
        ),
        (xlsx(*[ROW] * 257), Refusal.TOO_MANY_SHEETS),
        (
            xlsx(ROW, names='<definedName name="a">S1!$A$1</definedName>' * 20_001),
            Refusal.TOO_MANY_NAMES,
        ),
        (
            xlsx(ROW, styles="<xf/>" * 65_491),
            Refusal.TOO_MANY_STYLES,
        ),
    ],
)  # fmt: skip
def test_a_workbook_beyond_a_limit_is_refused(data, expected):
    assert refusal(data) is expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ods(table(row(text_cell('<text:s text:c="2000000000"/>')))), Refusal.TOO_MUCH_TEXT),
        (ods(table(row(text_cell(f'<text:s text:c="{"9" * 30}"/>')))), Refusal.TOO_MUCH_TEXT),
        (ods(table(row(float_cell(1), repeated=999_999_999))), Refusal.TOO_MANY_CELLS),
        (
            ods(table(row(float_cell(1, 'table:number-columns-repeated="16384"'), repeated=500))),
            Refusal.TOO_MANY_CELLS,
        ),
        (
            ods(table(row(text_cell("a" * 5000), repeated=20_000))),
            Refusal.TOO_MUCH_TEXT,
        ),
        (
            ods(table(row(float_cell(1)) + row("<table:table-cell/>", repeated=1_000_000)
                      + row('<table:table-cell table:number-columns-repeated="5000"/>',
                            float_cell(1)))),
            Refusal.TOO_SPREAD,
        ),
        (ods(table("") * 257), Refusal.TOO_MANY_SHEETS),
    ],
)  # fmt: skip
def test_an_ods_beyond_a_limit_is_refused(data, expected):
    assert refusal(data) is expected


def test_padding_to_the_end_of_an_ods_sheet_is_normal():
    padding = row('<table:table-cell table:number-columns-repeated="16384"/>', repeated=1_048_570)
    assert survey(ods(table(row(float_cell(1)) + padding))).format == "ods"


def test_whole_columns_of_formatted_blanks_are_normal():
    blanks = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(2, 50_000))
    assert survey(xlsx(ROW + blanks + '<row><c r="XFD1048576" s="1"/></row>')).format == "xlsx"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"PK\x03\x04", Refusal.DAMAGED),
        (xlsx(ROW)[:-40], Refusal.DAMAGED),
        (duplicated(), Refusal.DUPLICATE_PARTS),
        (zipped(xlsx_parts(worksheet(ROW), more={"XL/workbook.XML": "<a/>"})),
         Refusal.DUPLICATE_PARTS),
        (zipped({f"xl/{n}": "" for n in range(2_001)}), Refusal.TOO_MANY_PARTS),
        (zipped({f"xl/{n}": "" for n in range(20_001)}), Refusal.TOO_MANY_PARTS),
        (xlsx(ROW, more={"xl/media/a.bin": b"\0" * (5 << 20)}), Refusal.BOMB),
        (with_central_field(xlsx(ROW), b"xl/workbook.xml", 24, b"\xff\xff\xff\x7f"), Refusal.BOMB),
        (with_central_field(xlsx(ROW), b"xl/workbook.xml", 24, b"\x05\0\0\0"), Refusal.DAMAGED),
        (with_central_field(xlsx(ROW), b"xl/workbook.xml", 16, b"abcd"), Refusal.DAMAGED),
        (with_central_field(xlsx(ROW), b"xl/workbook.xml", 10, b"\x63\0"), Refusal.DAMAGED),
        (with_central_field(xlsx(ROW), b"xl/workbook.xml", 20, b"\xff\xff\0\0"), Refusal.DAMAGED),
        (xlsx(ROW).replace(b"xl/workbook.xml", b"xl/workbook\x9exml"), Refusal.DAMAGED),
        (zipped({"xl/a.xml": "<a/>"}), Refusal.DAMAGED),
        (zipped(xlsx_parts(worksheet(ROW) + "<")), Refusal.DAMAGED),
        (zipped(xlsx_parts("tidak ada markah")), Refusal.DAMAGED),
        (zipped({**xlsx_parts(), "xl/workbook.xml": xlsx_parts(worksheet(ROW))["xl/workbook.xml"]}),
         Refusal.DAMAGED),
        (ods("", more={"content.xml": "<a/>"}), Refusal.DAMAGED),
    ],
)  # fmt: skip
def test_a_broken_or_bloated_package_is_refused(data, expected):
    assert refusal(data) is expected


@pytest.mark.long
def test_a_lie_about_the_size_never_unpacks_more_than_it_says():
    parts = xlsx_parts(worksheet(ROW), more={"xl/media/a.bin": b"\0" * (150 << 20)})
    data = with_central_field(zipped(parts), b"xl/media/a.bin", 24, struct.pack("<I", 1000))
    assert refusal(data) is Refusal.DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        ole(("Workbook", b"x"), table_count=0x7FFFFFFF),
        ole(("Workbook", b"x"))[:512],
        ole(("Workbook", b"x"))[:100],
        # The directory's sector points to itself.
        patched(ole(("Workbook", b"x")), b"\xfd\xff\xff\xff\xfe\xff\xff\xff",
                b"\xfd\xff\xff\xff\x01\x00\x00\x00"),
    ],
    ids=["count", "header only", "cut", "loop"],
)  # fmt: skip
def test_a_compound_file_that_lies_is_damaged(data):
    assert refusal(data) is Refusal.DAMAGED


def test_a_file_over_the_limit_is_refused_by_size():
    with pytest.raises(Refused, match="26 MB, melebihi batas 25 MB") as caught:
        survey(b"PK\x03\x04" + b"\0" * limits.FILE_SIZE)
    assert caught.value.code == "F-14"


@pytest.mark.parametrize("kind", Refusal)
def test_every_refusal_says_what_is_wrong_and_what_to_do(kind):
    facts = dict.fromkeys(
        ("size", "limit", "count", "sheet", "cell", "part", "reason", "seconds", "method"), "7"
    )
    refused = Refused(kind, facts)
    assert "{" not in refused.sentence
    assert refused.sentence.endswith(".")
    assert refused.advice.endswith(".")
    assert refused.facts["kind"] == kind.name.lower()


SOUND = (
    xlsx(ROW, strings=shared("a")),
    ods(table(row(float_cell(1)))),
    ole(("Workbook", b"\x09\x08\x10\x00" + b"\0" * 16 + b"\x0a\0\0\0")),
)


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SOUND),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), st.binary(max_size=4)), min_size=1),
)
def test_damage_is_refused_and_never_raises_anything_else(data, changes):
    damaged = bytearray(data)
    for where, length, content in changes:
        at = int(where * len(damaged))
        damaged[at : at + length] = content
    with suppress(Refused):
        survey(bytes(damaged))


def test_a_name_out_of_the_file_is_shown_short_and_plain():
    sheet = "\u202e\x9b31m" + "panjang" * 1000
    sentence = Refused(Refusal.TOO_SPREAD, {"sheet": sheet, "cell": "A1"}).sentence
    assert sentence.isprintable()
    assert len(sentence) < 200
