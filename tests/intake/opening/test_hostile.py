"""Whatever is done to a mail, the opener ends, and nothing that was attached is lost in silence."""

import time
from base64 import encodebytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.intake.opening.parts import DAMAGED, TOO_DEEP, TOO_MUCH
from tests.intake.opening.damage import changed
from tests.intake.opening.parcels import (
    HEAD,
    Opened,
    mail,
    maybe_opened,
    opened,
    outlook,
    raw,
    workbook,
    zipped,
)

SHEETS = {"SOP satu.xlsx": workbook(1), "SOP é dua.xls": workbook(2), "tiga.ods": workbook(3)}


WORDS = dict(zip(SHEETS, ("satu", "dua", "tiga"), strict=True))
"""What of each name a change may leave: others of its letters are odd then."""


def whole(number: int) -> bytes:
    """One of a few mails with the three sheets in it, built in different ways."""
    if number == 0:
        return raw(mail(*SHEETS.items(), body="Yth. Biro Organisasi\nTerlampir."))
    if number == 1:
        outer = mail(body="Diteruskan.")
        outer.add_attachment(mail(*SHEETS.items()))
        return raw(outer)
    if number == 2:
        return raw(mail(("SOP.zip", zipped(*SHEETS.items()))))
    return (
        b"From a Mon Oct  5 2026\n"
        + raw(mail(*list(SHEETS.items())[:1]))
        + (b"\nFrom b Mon Oct  5 2026\n" + raw(mail(*list(SHEETS.items())[1:])))
    )


def test_the_mails_are_whole_before_they_are_changed():
    for number in range(4):
        assert set(opened(whole(number)).contents.values()) == set(SHEETS.values())


def unaccounted(data: bytes, found: Opened) -> list[str]:
    """Attachments still in a mail of which nothing is told: no bytes, no name, no fault."""
    if set(found.told.values()) - {"OPENED", "BARE_MAIL", "OTHER", "LINK"}:
        return []
    names = " ".join(item.name for item in found.items)
    lost = [
        (name, sheet)
        for name, sheet in SHEETS.items()
        if sheet not in found.contents.values() and WORDS[name] not in names
    ]
    # What a change gave another name and other bytes is told all the same.
    told = len(found.contents) + list(found.told.values()).count("OTHER")
    if told >= sum(is_there(name, sheet, data) for name, sheet in SHEETS.items()):
        return []
    return [name for name, sheet in lost if is_there(name, sheet, data)]


def is_there(name: str, sheet: bytes, data: bytes) -> bool:
    """Whether an attachment is still in a mail, by its own header or as what a part holds."""
    own = b"Content-Disposition: attachment; filename"
    headers = (line for line in data.splitlines() if line.startswith(own))
    named = any(WORDS[name].encode() in line for line in headers)
    return named or b"\n\n" + encodebytes(sheet) in data.replace(b"\r\n", b"\n")


EXAMPLES = 1_000
"""`make fuzz` opens 10,000 and more."""


@pytest.mark.long
@settings(max_examples=EXAMPLES)
@given(st.integers(0, 3), st.integers(0, 1 << 40))
def test_no_change_to_a_mail_ends_the_opener_or_loses_an_attachment(number, seed):
    data = changed(whole(number), seed)
    # What is no mail any more by its bytes is judged as a file, and refused by name.
    if found := maybe_opened(data, "k.eml"):
        assert not unaccounted(data, found), seed


@pytest.mark.long
@settings(max_examples=100)
@given(st.integers(0, 1 << 40))
def test_no_change_to_a_mail_of_outlook_ends_the_opener(seed):
    assert isinstance(
        maybe_opened(changed(outlook(("a.xlsx", workbook())), seed), "k.msg"), Opened | None
    )


@pytest.mark.long
@given(st.binary(max_size=300), st.sampled_from(["a.eml", "a.mbox", "a.zip", "a.msg", "a"]))
def test_any_bytes_are_told(data, name):
    found = maybe_opened(data, name)
    assert found is None or found.items[0].name == name


def many(count: int) -> bytes:
    part = b"--b\r\nContent-Type: application/x\r\n\r\nx\r\n"
    return f"{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n".encode() + part * count


def deep(levels: int, kind: str) -> bytes:
    if kind == "mail":
        return (HEAD + "Content-Type: message/rfc822\r\n\r\n").encode() * levels
    heads = "".join(
        f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
        for level in range(levels)
    )
    return (HEAD + heads).encode() + b"Content-Type: text/plain\r\n\r\nx"


BOMBS = {
    "1,000 mails in one another": (deep(1_000, "mail"), (TOO_DEEP,)),
    "1,000 multiparts in one another": (deep(1_000, "part"), (TOO_DEEP, DAMAGED)),
    "100,000 parts": (many(100_000), (TOO_MUCH,)),
    "header of 10 MB": (b"X-A: " + b"a" * (10 << 20) + b"\r\n\r\nisi", (TOO_MUCH,)),
    "many headers": (b"X-A: a\r\n" * 1_000_000 + b"\r\nisi", (TOO_MUCH,)),
    "subject of 900 kB": (f"Subject: {'=?utf-8?Q?a?= ' * 65_000}\r\n\r\nisi".encode(), ()),
    "sender of 900 kB": (f"From: {'a,<' * 300_000}\r\n\r\nisi".encode(), ()),
    "parameters": (f"{HEAD}Content-Type: a/b; {'n*0*=x;' * 100_000}\r\n\r\nisi".encode(), ()),
    "quotes": (f'{HEAD}Content-Type: a/b; n="{";" * 90_000}\r\n\r\nisi'.encode(), ()),
    "5,000 mails": ((b"From a b\nSubject: x\n\nisi\n\n") * 6_000, (TOO_MUCH,)),
}


@pytest.mark.few(5)
@pytest.mark.parametrize(("data", "reasons"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_costs_little_and_is_told(data, reasons):
    begun = time.process_time()
    found = opened(data)
    assert not reasons or set(found.told.values()) & set(reasons)
    assert len(found.items) <= 2_100
    assert time.process_time() - begun < 20, "a worker has 60 seconds"
