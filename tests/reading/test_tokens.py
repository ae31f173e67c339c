"""Formulas kept as tokens say what was typed, and tokens that make no sense cost little."""

import struct
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.reading import Refused, read_grid
from sopbatch.reading.package.functions import GIVEN, NAMES
from sopbatch.reading.package.ole import CompoundFile, written_compound
from sopbatch.reading.package.spelling import LONGEST, XLS, XLSB, Dialect, Known
from sopbatch.reading.package.tokens import spelt
from sopbatch.schema.own_texts import formula_digest
from tests.reading.tokens import ERRORS, OPERATORS, Encoding, tokens_of

OLD_FORM = Path("input", "Biro Organisasi", "AKIP", "koordinasi evaluasi.xls")
FORMULA_RECORDS = (0x06, 0x0221, 0x04BC)
DIALECTS = {"xls": XLS, "xlsb": XLSB}
DEFINED = ("id_judul", "sopb_keadaan", "_xlfn.IFS")
SHEETS = ("Identitas", "Kepala Biro's")
TYPED: Mapping[str, int] = MappingProxyType(
    {name.lower(): at for at, name in enumerate(DEFINED, 1)}
)
texts = st.text(st.characters(codec="utf-16-le"), max_size=12)


def known(dialect: Dialect) -> Known:
    def sheet(link: int) -> str:
        return f"{SHEETS[link]}!" if not link else "'Kepala Biro''s'!"

    return Known(dialect, DEFINED, sheet, lambda link, number: DEFINED[number - 1])


def encoding(dialect: Dialect) -> Encoding:
    return Encoding(dialect, TYPED, {name: at for at, name in enumerate(SHEETS)})


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@st.composite
def references(draw: st.DrawFn) -> str:
    corners = [
        draw(st.sampled_from(("{}{}", "${}{}", "{}${}", "${}${}"))).format(
            draw(st.sampled_from(("A", "Z", "AX", "IV"))), draw(st.integers(1, 65536))
        )
        for _ in range(draw(st.integers(1, 2)))
    ]
    return draw(st.sampled_from(("", "Identitas!", "'Kepala Biro''s'!"))) + ":".join(corners)


plain = (
    texts.map(quoted)
    | references()
    | st.sampled_from((*DEFINED[:2], "TRUE", "FALSE", "#N/A", "0.25", "1E+20"))
    | st.integers(0, 65535).map(str)
)
items = texts.map(quoted) | st.sampled_from(("0.5", "7", "TRUE", "#REF!"))
arrays = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(items, min_size=width, max_size=width).map(",".join), min_size=1, max_size=3
    ).map(lambda rows: "{" + ";".join(rows) + "}")
)


@st.composite
def calls(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """A function; where it is given several things, some may be left out."""
    number = draw(st.sampled_from(sorted(NAMES)))
    count = GIVEN[number] if number in GIVEN else draw(st.integers(0, 4))
    given_to = inner | st.just("") if count > 1 else inner
    return f"{NAMES[number]}({','.join(draw(given_to) for _ in range(count))})"


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Formulas of formulas; brackets stand wherever they may be needed."""
    bracketed = inner.map(lambda one: f"({one})")
    return (
        calls(inner)
        | st.tuples(bracketed, st.sampled_from(OPERATORS), bracketed).map("".join)
        | bracketed.map(lambda one: f"-{one}")
        | bracketed.map(lambda one: f"{one}%")
        | st.tuples(inner, inner).map(lambda two: f"_xlfn.IFS({two[0]},{two[1]})")
    )


formulas = st.recursive(plain | arrays, grown, max_leaves=12).filter(lambda one: one not in ERRORS)


@pytest.mark.long
@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@given(formula=formulas)
def test_tokens_say_what_was_typed(dialect: Dialect, formula: str):
    tokens, extra = tokens_of(formula, encoding(dialect))
    assert spelt(tokens, extra, known(dialect), (1, 1)) == formula
    assert spelt(tokens, extra, known(dialect), (900, 9)) == formula, "wherever it stands"


@pytest.mark.few(1)
@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@given(formula=formulas, data=st.data())
def test_hints_of_programs_change_nothing(dialect: Dialect, formula: str, data: st.DataObject):
    """Spaces, jumps and volatility are noted between the tokens, and values have classes."""
    tokens, extra = tokens_of(formula, encoding(dialect))
    hints = (b"\x19\x01\0\0", b"\x19\x02\x07\0", b"\x19\x08\x09\0", b"\x19\x40\x01\x02",
             b"\x19\x04\x01\0\x04\0\x09\0", b"\x29\x05\0")  # fmt: skip
    hint = data.draw(st.sampled_from(hints))
    for said in (hint + tokens, tokens + hint):
        assert spelt(said, extra, known(dialect), (1, 1)) == formula


def test_a_sum_of_one_thing_is_a_hint():
    tokens, extra = tokens_of("B2:B9", encoding(XLS))
    assert spelt(tokens + b"\x19\x10\0\0", extra, known(XLS), (1, 1)) == "SUM(B2:B9)"


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        (b"\x1c\x2a", ""),
        (b"\x2a\0\0\0\0\x13", "-#REF!"),
        (b"\x3d\0\0" + bytes(8) + b"\x13", "-#REF!"),
        (struct.pack("<BhH", 0x4C, -1, 0xC0FE), "A9"),
        (struct.pack("<BhH", 0x4C, 0, 0x0001), "$B$1"),
        (b"\x39\0\0\x03\0\0\0\x1e\x07\0\x42\x02\xff\0", "_xlfn.IFS(7)"),
        (b"\x23\x01\0\0\0\x42\x01\xff\0", "id_judul()"),
        (b"\x16\x16\x10", ","),
    ],
)
def test_tokens_of_lost_shared_and_foreign_things(tokens: bytes, words: str):
    """An error value alone is what LibreOffice writes for a formula too long for the format."""
    assert spelt(tokens, b"", known(XLS), (10, 3)) == words


def test_an_array_without_width_is_nothing():
    """However high it says to be: found by fuzzing, which it kept busy for minutes."""
    tokens = b"\x60" + bytes(14)
    assert spelt(tokens, bytes(4) + b"\xff" * 4 + bytes(20), known(XLSB), (1, 1)) == ""


def test_one_judgement_serves_every_format():
    """Excel and LibreOffice call IFERROR, which xls does not know, by a name of its own."""
    typed = 'IFERROR(MATCH(A1,{"a";"b"},0),"")'
    tokens, extra = tokens_of(typed, encoding(XLSB))
    assert formula_digest(spelt(tokens, extra, known(XLSB), (1, 1))) == formula_digest(typed)
    other = typed.replace("IFERROR", "_xlfn.IFERROR")
    assert formula_digest(other) == formula_digest(typed)


@settings(max_examples=300)
@given(st.sampled_from([*DIALECTS.values()]), st.binary(max_size=400), st.binary(max_size=60))
def test_any_bytes_are_told_or_not(dialect: Dialect, tokens: bytes, extra: bytes):
    assert isinstance(spelt(tokens, extra, known(dialect), (1, 1)), str)


@pytest.mark.long
@settings(max_examples=300)
@given(data=st.data(), formula=formulas, dialect=st.sampled_from([*DIALECTS.values()]))
def test_damaged_tokens_are_told_or_not(data: st.DataObject, formula: str, dialect: Dialect):
    parts = [bytearray(part) for part in tokens_of(formula, encoding(dialect))]
    for part in parts:
        if part and data.draw(st.booleans()):
            part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.integers(0, 255))
        if data.draw(st.booleans()):
            del part[data.draw(st.integers(0, len(part))) :]
    assert isinstance(spelt(bytes(parts[0]), bytes(parts[1]), known(dialect), (1, 1)), str)


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize(
    "tokens",
    [
        b"\x1e\x07\0" + b"\x15" * 65_000,
        b"\x1e\x07\0" + b"\x13" * 65_000,
        b"\x16" * 65_535,
        b"\x23\x01\0\0\0" * 13_000 + b"\x10" * 12_999,
        b"\x16" * 127 + b"\x42\x7f\x04\0" * 16_000,
        b"\x60" + bytes(14),
        b"\x26" + bytes(6),
    ],
    ids=("brackets", "signs", "nothing", "names", "calls", "array", "union"),
)
def test_hostile_tokens_are_bounded(dialect: Dialect, tokens: bytes):
    """However deep, long or large they say to be."""
    text = spelt(tokens, b"\xff" * 64, known(dialect), (1, 1))
    assert len(text) <= LONGEST


@cache
def old_workbook() -> tuple[bytes, tuple[int, ...]]:
    """The stream of a form saved as xls, and where its records of formulas begin."""
    file = CompoundFile(OLD_FORM.read_bytes())
    book = file.find("Workbook")
    assert book is not None
    stream, places, at = file.stream(book), [], 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        places += [at] if kind in FORMULA_RECORDS else []
        at += 4 + length
    return stream, tuple(places)


@pytest.mark.long
@settings(max_examples=60)
@given(st.data())
def test_a_workbook_with_damaged_formulas_is_read_or_refused(data: st.DataObject):
    stream, places = old_workbook()
    damaged = bytearray(stream)
    for at in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=8)):
        size = data.draw(st.integers(1, 6))
        place = at + data.draw(st.integers(0, 60))
        damaged[place : place + size] = data.draw(st.binary(min_size=size, max_size=size))
    try:
        grid = read_grid(written_compound("Workbook", bytes(damaged)))
    except Refused:
        return
    told = sum(len(words) for sheet in grid.sheets for words in sheet.formulas.values())
    assert told <= len(stream) * 255, "names are the most that a token can stand for"
