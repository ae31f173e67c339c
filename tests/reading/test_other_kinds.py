"""Files that programs really make and that are no plain workbook: read, or named for what they are.

Those with a password are read only when it is the one that Excel tries by itself.
"""

import gzip
import struct
from io import BytesIO
from random import Random
from zipfile import ZIP_STORED, ZipFile

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from sopbatch.model import Outside, OutsideKind
from sopbatch.reading import Refused, read_grid, unlocked
from sopbatch.reading.foreign import is_plain
from sopbatch.reading.guards import survey
from sopbatch.reading.package.ole import CompoundFile
from sopbatch.reading.refusals import Refusal
from tests.office import Office
from tests.reading.binary import xlsb
from tests.reading.crafting import (
    LINKS,
    RELATIONS,
    float_cell,
    number,
    ods,
    ole,
    row,
    table,
    xlsx,
    zipped,
)
from tests.reading.submissions import full_sop, read, template
from tests.there import there

EXCELS_OWN = "VelvetSweatshop"
BASIC = (
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="M">'
    "Sub A</script:module>"
)


def locked(data: bytes, password: str) -> bytes:
    stream = BytesIO()
    OOXMLFile(BytesIO(data)).encrypt(password, stream)
    return stream.getvalue()


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refused) as caught:
        read_grid(data)
    return caught.value.refusal


@pytest.mark.long
def test_a_workbook_under_excels_own_password_is_read():
    form = template(full_sop())
    secret = locked(form, EXCELS_OWN)
    assert read(secret) == read(form)
    assert unlocked(secret) == form
    assert unlocked(form) is form


@pytest.mark.long
@pytest.mark.office
def test_an_xls_under_excels_own_password_is_read(office: Office):
    form = template(full_sop())
    with office.opened(form) as book:
        plain, secret = book.saved("xls"), book.saved("xls", EXCELS_OWN)
        other = book.saved("xls", "rahasia")
    assert read_grid(secret).sheets == read_grid(plain).sheets
    assert refusal(other) is Refusal.PASSWORD


def test_what_was_locked_passes_the_same_guards():
    filler = {"xl/media/a.bin": Random(0).randbytes(9000)}
    evil = xlsx(number("XFE1"), more=filler)
    assert refusal(locked(evil, EXCELS_OWN)) is Refusal.OUTSIDE_GRID


@pytest.mark.parametrize("password", ["rahasia", "velvetsweatshop", "VelvetSweatshop "])
def test_no_other_password_is_tried(password):
    assert refusal(locked(xlsx(number("A1")), password)) is Refusal.PASSWORD


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [(b"99999999", Refusal.DAMAGED), (b"9999999", Refusal.PASSWORD), (b"-1", Refusal.DAMAGED)],
)
def test_endless_rounds_of_a_password_are_not_run(rounds, expected):
    head = b"\x04\0\x04\0\x40\0\0\0"
    description = head + b'<encryption><encryptedKey spinCount="%s"/></encryption>' % rounds
    data = ole(("EncryptionInfo", description.ljust(4096)), ("EncryptedPackage", b"x"))
    assert refusal(data) is expected


def test_declarations_in_the_description_of_a_lock_are_refused():
    evil = b'\x04\0\x04\0\x40\0\0\0<!DOCTYPE a [<!ENTITY b "c">]><a/>'
    data = ole(("EncryptionInfo", evil.ljust(4096)), ("EncryptedPackage", b"x"))
    assert refusal(data) is Refusal.DOCTYPE


@pytest.mark.office
def test_an_xls_is_read_whatever_is_embedded_in_it(office: Office):
    data = office.convert(template(full_sop()), "xls")
    file = CompoundFile(data)
    stream = file.stream(there(file.find("Workbook")))
    inner = ("MBD0001", [("WordDocument", b"x"), ("Workbook", b"\x09\x08\x10\0" + bytes(16))])
    grid = read_grid(ole(("Workbook", stream), within=inner))
    assert grid.sheets == read_grid(data).sheets
    assert [(source.kind, source.target) for source in grid.outside] == [("object", "MBD0001")]


@pytest.mark.parametrize(
    ("path", "kind", "target"),
    [
        ("\x01\x01Clain.xls", "workbook", "Clain.xls"),
        ("\x01\x01Cfolder\x03lain.xls", "workbook", "Cfolder/lain.xls"),
        ("cmd\x03calc", "program", "cmd/calc"),
    ],
    ids=["workbook", "in a folder", "program"],
)
def test_an_xls_tells_what_it_takes_from_elsewhere(path, kind, target):
    link = b"\x01\0" + struct.pack("<HB", len(path), 0) + path.encode("latin-1")
    records = ((0x0809, b"\0\x06\x05\0" + bytes(12)), (0x01AE, link), (0x0A, b""))
    stream = b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)
    assert survey(ole(("Workbook", stream))).outside == (Outside(kind, target),)


def test_an_xlsb_tells_what_it_takes_from_elsewhere():
    link = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
        f'Type="{LINKS}/externalLinkPath" Target="lain.xlsx" TargetMode="External"/>'
        "</Relationships>"
    )
    with ZipFile(BytesIO(xlsb([[(0, "a", "General", "")]]))) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    data = zipped(parts | {"xl/externalLinks/_rels/externalLink1.bin.rels": link.encode()})
    grid = read_grid(data)
    assert grid.outside == (Outside(OutsideKind.WORKBOOK, "lain.xlsx"),)
    assert not is_plain(grid)


@pytest.mark.long
@pytest.mark.office
def test_a_flat_opendocument_workbook_is_read(office: Office):
    form = template(full_sop())
    flat = office.convert(form, "fods")
    assert read(flat).sop == read(form).sop
    assert not read_grid(flat).has_macros


@pytest.mark.parametrize(
    ("libraries", "told"),
    [
        ("", False),
        ('<ooo:library-embedded ooo:name="Standard"/>', False),
        ('<ooo:library-embedded><ooo:module ooo:name="M"/></ooo:library-embedded>', True),
        ('<ooo:library-linked ooo:name="Lain"/>', True),
    ],
)
def test_a_flat_workbook_has_macros_only_with_a_module(libraries, told):
    scripts = (
        '<office:scripts><office:script script:language="ooo:Basic">'
        f'<ooo:libraries xmlns:ooo="http://openoffice.org/2004/office">{libraries}'
        "</ooo:libraries></office:script></office:scripts>"
    )
    flat = (
        '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{scripts}'
        '<office:body><office:spreadsheet><table:table table:name="A"><table:table-row>'
        "<table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document>"
    )
    assert read_grid(flat.encode()).has_macros is told


def test_xml_of_excel_2003_is_named():
    start = b'<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook '
    data = start + b'xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
    assert refusal(data) is Refusal.EXCEL_2003_XML


def test_an_opendocument_workbook_with_basic_is_read_and_told():
    plain = ods(table(row(float_cell(1))))
    grid = read_grid(ods(table(row(float_cell(1))), more={"Basic/Standard/M.xml": BASIC}))
    assert grid.has_macros
    assert grid.sheets == read_grid(plain).sheets


def deflate64() -> bytes:
    """A zip whose entries say that they were compressed in the way of large archives."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
    data = bytearray(stream.getvalue())
    data[8] = data[data.index(b"PK\x01\x02") + 10] = 9
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (gzip.compress(xlsx(number("A1")), mtime=0), Refusal.GZIP),
        (deflate64(), Refusal.COMPRESSION),
        (b"Rar!\x1a\x07\x00" + bytes(64), Refusal.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(64), Refusal.ARCHIVE),
    ],
    ids=["gzip", "deflate64", "RAR", "7z"],
)
def test_what_archivers_make_is_named(data, expected):
    assert refusal(data) is expected
