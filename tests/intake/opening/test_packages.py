"""winmail.dat, which Outlook packs for Outlook alone, gives its attachments as a mail does."""

import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tnefparse import TNEF

from sopbatch.intake.opening.parts import DAMAGED, TOO_DEEP, TOO_MUCH
from tests.intake.opening.damage import changed
from tests.intake.opening.parcels import (
    BEGIN,
    CONTENT,
    DATA,
    LONG_NAME,
    PACKAGE,
    PROPERTIES,
    SENDER,
    TITLE,
    VERSION,
    Opened,
    mail,
    maybe_opened,
    opened,
    package,
    piece,
    properties,
    raw,
    workbook,
)
from tests.there import there

MAIL_WITHIN = b"\7\3\2\0\0\0\0\0\xc0\0\0\0\0\0\0\x46"
SHEET = workbook() + b"\0\0\0"
"""Zeros at its end belong to it."""
START = piece(BEGIN, b"\0" * 14)


def wide(name: str) -> bytes:
    return piece(PROPERTIES, properties((LONG_NAME, name.encode("utf-16-le") + b"\0\0")))


def inner(data: bytes) -> bytes:
    return piece(PROPERTIES, properties((CONTENT, data)))


def many(*attachments: bytes) -> bytes:
    return PACKAGE + VERSION + b"".join(attachments)


SHAPES = {
    "names long and short": (package(("SOP é panjang.xlsx", SHEET)), {"SOP é panjang.xlsx": SHEET}),
    "name in 8 bits": (
        many(START, piece(TITLE, "SOP é.xlsx\0".encode("cp1252")), piece(DATA, SHEET)),
        {"SOP é.xlsx": SHEET},
    ),
    "data before the name": (
        many(START, piece(DATA, SHEET), piece(TITLE, b"a.xlsx\0")),
        {"a.xlsx": SHEET},
    ),
    "no name": (many(START, piece(DATA, SHEET)), {"lampiran 1": SHEET}),
    "one name twice": (
        package(("SOP.xlsx", SHEET), ("SOP.xlsx", workbook(2))),
        {"SOP.xlsx": SHEET, "SOP (2).xlsx": workbook(2)},
    ),
    "path and NFD": (package(("..\\..\\e\u0301.xlsx", SHEET)), {"é.xlsx": SHEET}),
    "an object": (many(START, inner(b"\0" * 16 + SHEET), wide("a.xlsx")), {"a.xlsx": SHEET}),
    "no bytes": (package(("a.xlsx", b"")), {"a.xlsx": b""}),
    "blanks at the end": (package(("a.xlsx", SHEET)) + b"\r\n\0", {"a.xlsx": SHEET}),
}


@pytest.mark.parametrize(("data", "contents"), SHAPES.values(), ids=SHAPES)
def test_attachments_come_out_whole_under_their_names(data, contents):
    found = opened(raw(mail(("winmail.dat", data))))
    assert found.contents == {f"winmail.dat/{name}": data for name, data in contents.items()}
    assert set(found.told.values()) == {"OPENED"}
    assert {there(item.letter).sender for item in found.items} == {SENDER}
    assert opened(data, "winmail.dat").contents == contents, "dragged into the folder"


def test_another_reader_finds_the_same():
    """Not of the properties: tnefparse takes zeros off the end of what stands there."""
    sheets = [(f"SOP {number}.xlsx", workbook(number)) for number in range(3)]
    known = TNEF(package(*sheets)).attachments
    assert [(one.long_filename(), one.data) for one in known] == sheets
    assert list(opened(package(*sheets), "winmail.dat").contents.items()) == sheets


@pytest.mark.parametrize("levels", [1, 2])
def test_mails_within_are_opened(levels):
    data = package(("a.xlsx", SHEET))
    for _ in range(levels):
        data = many(START, piece(DATA, b"gambar"), inner(MAIL_WITHIN + data), wide("Surat"))
    found = opened(raw(mail(("winmail.dat", data))))
    assert list(found.contents) == [f"winmail.dat/{'Surat.dat/' * levels}a.xlsx"]


def test_mails_too_deep_within_are_told():
    data = package(("a.xlsx", SHEET))
    for _ in range(5):
        data = many(START, inner(MAIL_WITHIN + data))
    assert TOO_DEEP in opened(data, "winmail.dat").told.values()


CUT = package(("a.xlsx", SHEET), ("b.xlsx", workbook(2)))
FAULTS = {
    "cut": CUT[:-90],
    "cut in a head": package(("a.xlsx", SHEET)) + b"\2abc",
    "two contents": many(START, piece(DATA, SHEET), piece(DATA, workbook(2))),
    "no begin": many(piece(DATA, SHEET)),
    "no content": many(START, piece(TITLE, b"a.xlsx\0")),
    "unknown piece": many(START, piece(DATA, SHEET), piece(0x0006A000, b"x")),
    "properties": many(START, piece(DATA, SHEET), piece(PROPERTIES, b"\xff" * 8)),
    "no properties": many(START, piece(DATA, SHEET), piece(PROPERTIES, b"")),
    "level": many(START, piece(DATA, SHEET)) + piece(DATA, SHEET, 7),
}


@pytest.mark.parametrize("data", FAULTS.values(), ids=FAULTS)
def test_what_is_damaged_is_told(data):
    assert DAMAGED in opened(data, "winmail.dat").told.values()


BOMBS = {
    "pieces": (PACKAGE + piece(0x00010001, b"", 1) * 2_000_000, TOO_MUCH),
    "attachments": (many(START * 19_000), TOO_MUCH),
    "properties": (many(START, piece(PROPERTIES, b"\xff" * 4 + b"\2\x10" * 100_000)), DAMAGED),
    "values": (
        many(START, piece(PROPERTIES, struct.pack("<IHHI", 1, 0x1003, 1, 0xFFFFFFFF))),
        DAMAGED,
    ),
    "values without bytes": (
        many(START, piece(PROPERTIES, struct.pack("<IHHI", 1, 0x1001, 1, 0xFFFFFFFF))),
        DAMAGED,
    ),
}


@pytest.mark.few(5)
@pytest.mark.parametrize(("data", "reason"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_costs_little_and_is_told(data, reason):
    begun = time.process_time()
    assert reason in opened(data, "winmail.dat").told.values()
    assert time.process_time() - begun < 20, "a worker has 60 seconds"


SHEETS = {"satu.xlsx": workbook(1), "dua.xlsx": workbook(2)}


def is_lost(data: bytes, found: Opened) -> bool:
    """Whether of an attachment that is still in a package nothing is told."""
    there = sum(sheet in data or name.encode("utf-16-le") in data for name, sheet in SHEETS.items())
    told = len(found.contents) + list(found.told.values()).count("OTHER")
    return told < there and set(found.told.values()) <= {"OPENED", "OTHER", "BARE_PACKAGE"}


@given(st.integers(0, 1 << 40))
def test_no_change_loses_an_attachment_in_silence(seed):
    data = changed(package(*SHEETS.items()), seed)
    # What is no package any more by its bytes is judged as a file, and refused by name.
    if found := maybe_opened(data, "winmail.dat"):
        assert not is_lost(data, found), seed
