"""Archives give their files within limits, and never a place outside."""

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile, ZipInfo

import pytest

from sopbatch.intake.opening.parts import DAMAGED, TOO_DEEP, TOO_MUCH
from sopbatch.intake.opening.zips import LINK, METHOD
from tests.intake.opening.parcels import mail, opened, raw, workbook, zipped

PATHS = {
    "SOP.xlsx": "SOP.xlsx",
    "Dinas/Bagian/SOP.xlsx": "Dinas/Bagian/SOP.xlsx",
    "../../SOP.xlsx": "SOP.xlsx",
    "/etc/SOP.xlsx": "etc/SOP.xlsx",
    "..\\..\\C:\\x\\SOP.xlsx": "C:/x/SOP.xlsx",
    "a/./b/../SOP.xlsx": "a/b/SOP.xlsx",
    "SOP\x1b[31m.xlsx": "SOP [31m.xlsx",
    "e\u0301.xlsx": "é.xlsx",
    "/".join("abcdefghij") + "/SOP.xlsx": "f/g/h/i/j/SOP.xlsx",
}


@pytest.mark.parametrize(("path", "name"), PATHS.items())
def test_no_path_leads_out_and_none_is_lost(path, name):
    assert opened(zipped((path, workbook())), "k.zip").contents == {name: workbook()}


def test_what_systems_keep_for_themselves_is_left_out():
    junk = ("__MACOSX/._SOP.xlsx", ".DS_Store", "~$SOP.xlsx", "Thumbs.db")
    found = opened(zipped(("SOP.xlsx", workbook()), *((name, b"x") for name in junk)), "k.zip")
    assert (set(found.contents), found.told) == ({"SOP.xlsx"}, {"k.zip": "OPENED"})


def test_utf_8_without_its_flag_is_read():
    data = zipped(("SOP xx.xlsx", workbook())).replace(b"SOP xx", "SOP é".encode())
    assert set(opened(data, "k.zip").contents) == {"SOP é.xlsx"}


def special(**changes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        entry = ZipInfo("a.xlsx")
        for name, value in changes.items():
            setattr(entry, name, value)
        package.writestr(entry, workbook())
        package.writestr(ZipInfo("b.xlsx"), workbook(2))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (special(external_attr=0o120777 << 16), LINK),
        (special(compress_type=ZIP_BZIP2), METHOD),
        (special().replace(workbook(), bytes(len(workbook())), 1), DAMAGED),
    ],
    ids=["link", "method", "checksum"],
)
def test_an_entry_that_cannot_be_read_costs_itself(data, reason):
    found = opened(data, "k.zip")
    assert found.told == {"k.zip": "OPENED", "k.zip/a.xlsx": reason}
    assert found.contents == {"b.xlsx": workbook(2)}


def nested(levels: int) -> bytes:
    data = zipped(("a.xlsx", workbook()))
    for _ in range(levels):
        data = zipped(("dalam.zip", data))
    return data


def test_archives_within_archives_end_somewhere():
    assert list(opened(nested(3), "k.zip").contents) == ["dalam.zip/" * 3 + "a.xlsx"]
    found = opened(nested(30), "k.zip")
    assert not found.contents
    assert TOO_DEEP in found.told.values()


def lying(size: int) -> bytes:
    """An archive whose directory tells another size than it holds."""
    data = zipped(("a.xlsx", workbook()))
    at = data.index(b"PK\1\2") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


BOMBS = {
    "ratio": zipped(("a.xlsx", bytes(40 << 20))),
    "claims": lying(0xFFFFFFF0),
    "crowd": zipped(*((f"{number}", b"") for number in range(5_001))),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_told_as_a_whole_and_costs_only_itself(bomb):
    assert opened(bomb, "k.zip").told == {"k.zip": TOO_MUCH}
    found = opened(raw(mail(("bom.zip", bomb), ("a.xlsx", workbook()))))
    assert found.told == {"k.eml": "OPENED", "k.eml/bom.zip": TOO_MUCH}
    assert found.contents == {"a.xlsx": workbook()}


def test_a_cut_archive_is_told():
    whole = zipped(("a.xlsx", workbook()), ("b.xlsx", workbook(2)))
    assert opened(whole[:-30], "k.zip").told == {"k.zip": DAMAGED}
