"""Sops as officers might write them, drawn at random."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from sopbatch.model import (
    Actor,
    DateKind,
    DateValue,
    Duration,
    LegalCitation,
    Nip,
    Node,
    Procedure,
    Sop,
    SopNumber,
    Step,
    Symbol,
)
from sopbatch.reading.branches import resolve_branches
from sopbatch.reading.values.fragments import join_fragments
from sopbatch.reading.values.lists import split_items
from sopbatch.reading.values.text import step_number
from sopbatch.schema.fields import FieldKind
from sopbatch.schema.procedure import MAX_LANES
from sopbatch.schema.sop import IDENTITY_FIELDS
from sopbatch.text.straight import clean, is_missing

PARSED = frozenset(("number", "signatory_nip", "revision"))
LABEL_WORDS = ("Bagian", "Tim", "Nama", "Jabatan", "Penyusun", "Perangkat Daerah", "Status", "NIP")
"""Values that are labels of other fields."""
TIMES = ("30 menit", "1 hari kerja", "2-3 jam", "minimal 2 hari", "saat itu juga", "secepatnya", "")
NUMBERS = ("", "065/SOP-TL.01/Org/2025", "070/ /35.07/2017", "-", "xxx/SOP/…")
NIPS = ("", "19700101 199501 1 999", "197001011995011999", "1970", "NIP. 19700101 199501 1 999")
DATES = ("-", "Juni 2020", "3 Maret 2025", "31 Februari 2024", "belum")
LAWS = (
    "Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP AP",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Keputusan Gubernur tentang Tim Penyusun",
)

letters = st.text(
    st.characters(codec="utf-8", categories=("L", "Nd", "Pd", "Po", "Sm", "Zs")), max_size=60
)
texts = st.one_of(
    st.just(""),
    st.sampled_from(LABEL_WORDS),
    letters.map(lambda text: clean("T" + text)).filter(lambda text: not is_missing(text)),
)


def _is_one_item(text: str) -> bool:
    return split_items(text) == (text,) and not is_missing(text)


def _stays_apart(items: list[str]) -> bool:
    return [text for text, _ in join_fragments(items)] == items


item_lists = st.lists(
    letters.map(lambda text: clean("Butir " + text)).filter(_is_one_item), max_size=4
).filter(_stays_apart)
dates = st.one_of(
    st.just(DateValue()),
    st.dates(date(1950, 1, 1), date(2099, 1, 1)).map(lambda d: DateValue("", DateKind.DATE, d, d)),
    st.sampled_from(DATES).map(DateValue),
)


def _single(key: str, choices: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(("", *choices)) if choices else texts


@st.composite
def procedures(draw: st.DrawFn, part: int = 1) -> Procedure:
    """A procedure table of up to 12 steps in up to 15 lanes, some of them without a name."""
    lanes = draw(st.integers(1, MAX_LANES))
    named = draw(st.sets(st.integers(1, lanes), min_size=1))
    actors = tuple(
        Actor(f"Pejabat {lane}", kind=draw(st.sampled_from(("", "Internal", "Sistem"))), lane=lane)
        for lane in sorted(named)
    )
    by_lane = {actor.lane: index for index, actor in enumerate(actors)}
    steps = [draw(_steps(row, lanes, by_lane)) for row in range(1, draw(st.integers(1, 12)) + 1)]
    sheet = "Prosedur" if part == 1 else f"Prosedur {part}"
    return Procedure(sheet, part, actors, resolve_branches(tuple(steps)))


@st.composite
def _tables(draw: st.DrawFn) -> tuple[Procedure, ...]:
    """One procedure, or two that differ: a copy of the first is drawn once only (F-23)."""
    first, second = draw(procedures()), draw(st.none() | procedures(2))
    same = second and (first.actors, first.steps) == (second.actors, second.steps)
    return (first,) if second is None or same else (first, second)


@st.composite
def _steps(draw: st.DrawFn, row: int, lanes: int, by_lane: dict[int, int]) -> Step:
    symbol = draw(st.sampled_from(Symbol))
    where = sorted(draw(st.sets(st.integers(1, lanes), min_size=1, max_size=2)))
    target = st.sampled_from(("", "1", "2", "9", "99", "dua"))
    return Step(
        row=row,
        number=row,
        number_raw=str(row),
        activity=draw(texts),
        nodes=tuple(
            Node(actor=by_lane.get(lane, -1), lane=lane, symbol=symbol, raw=symbol.value)
            for lane in where
        ),
        inputs=draw(texts),
        duration=Duration(raw=draw(st.sampled_from(TIMES))),
        output=draw(texts),
        remark=draw(texts),
        yes=draw(target),
        no_target=draw(target),
        next=draw(st.one_of(target, st.just("Teknis: 1; Administratif: 2"))),
    )


@st.composite
def sops(draw: st.DrawFn) -> Sop:
    """A Sop with any fields filled, in one or two procedures."""
    singles: dict[str, Any] = {
        field.key: draw(_single(field.key, field.choices))
        for field in IDENTITY_FIELDS
        if field.rows == 1 and field.kind is not FieldKind.DATE and field.key not in PARSED
    }
    lists: dict[str, Any] = {
        field.key: tuple(draw(item_lists))
        for field in IDENTITY_FIELDS
        if field.rows > 1 and field.key != "legal_basis"
    }
    days: dict[str, Any] = {f.key: draw(dates) for f in IDENTITY_FIELDS if f.kind is FieldKind.DATE}
    revision = draw(st.sampled_from(("", "0", "3", "kedua")))
    return Sop(
        plan_code=draw(st.sampled_from(("", "TL-01"))),
        number=SopNumber(raw=draw(st.sampled_from(NUMBERS))),
        revision=step_number(revision),
        revision_raw=revision,
        signatory_nip=Nip(raw=draw(st.sampled_from(NIPS))),
        legal_basis=tuple(
            LegalCitation(raw=text) for text in draw(st.lists(st.sampled_from(LAWS), max_size=3))
        ),
        procedures=draw(_tables()),
        **singles,
        **lists,
        **days,
    )
