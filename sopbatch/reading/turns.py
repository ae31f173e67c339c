"""Symbols typed in a row become nodes in the order in which they work.

Offices draw several symbols in one row, above all Mulai and the first Proses: they are steps of
one activity, done one after the other. Mulai comes first, Selesai last, the others in lane order,
unless numbers say otherwise ("Proses 1", "Keputusan 2"). Equal symbols side by side without
numbers are a joint turn, or follow each other where the register says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from sopbatch.model import Branch, Node, Symbol
from sopbatch.reading.values.text import symbol
from sopbatch.schema.symbols import DIAMONDS, NO_SYMBOL, SIGNS_BESIDE, SIGNS_BETWEEN, WORDS_BETWEEN
from sopbatch.text.straight import straighten

_SIGNS = re.escape("".join(SIGNS_BETWEEN))
_BETWEEN = re.compile(rf"\s*(?:[{_SIGNS}]|\b(?:{'|'.join(WORDS_BETWEEN)})\b)\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<first>\d{1,2})?(?P<word>\D*?)(?P<last>\d{1,2})?")
_BESIDE = re.compile(rf"[\s{re.escape(SIGNS_BESIDE)}]+")
_TWO_NUMBERS = re.compile(rf"\d{_BESIDE.pattern}\d")
_QUESTION = re.compile(
    rf"(?:(?:(?:keputusan|decision|[kd])\b|[{''.join(DIAMONDS)}])\s*[:.,(\n–-]?\s*)?"
    r"(?P<words>[^?]{2,78}\?)\s*\)?",
    re.IGNORECASE,
)
"""“Keputusan: Lengkap?”, or the question alone."""
LONGEST = 80
"""Characters of a cell that may be symbols; longer texts are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A symbol as typed in a lane."""

    actor: int
    """0-based; -1 when the lane has no name."""
    lane: int
    """1-based."""
    symbol: Symbol | None
    number: int | None
    raw: str
    """The whole cell."""
    words: str = ""
    """The question of a Keputusan."""


def says_no_symbol(text: str) -> bool:
    """Whether a lane is blank or holds only dashes or dots, which say the same."""
    return not text.strip(NO_SYMBOL)


def symbols_in(actor: int, lane: int, text: str) -> tuple[Typed, ...]:
    """The symbols of a cell, in order; one without a symbol when any part of it is not known."""
    whole = symbol(text)
    if whole is not None or len(text) > LONGEST:
        return (Typed(actor=actor, lane=lane, symbol=whole, number=None, raw=text),)
    if question := _QUESTION.fullmatch(text.strip()):
        words = " ".join(question["words"].split())
        return (
            Typed(
                actor=actor, lane=lane, symbol=Symbol.DECISION, number=None, raw=text, words=words
            ),
        )
    parts = [_numbered(part) for part in _BETWEEN.split(text.strip()) if part]
    if not parts or any(known is None for known, _ in parts):
        return (Typed(actor=actor, lane=lane, symbol=None, number=None, raw=text),)
    return tuple(
        Typed(actor=actor, lane=lane, symbol=known, number=number, raw=text)
        for known, number in parts
    )


def _numbered(part: str) -> tuple[Symbol | None, int | None]:
    plain = straighten(part)
    match = _NUMBERED.fullmatch(_BESIDE.sub("", plain))
    if match is None or (match["first"] and match["last"]) or _TWO_NUMBERS.search(plain):
        return None, None
    number = match["first"] or match["last"]
    return symbol(match["word"]), int(number) if number else None


def in_turns(typed: Iterable[Typed], *, jointly: bool, parts: bool) -> tuple[Node, ...]:
    """Nodes by turn, those of one turn in lane order; `typed` stands in lane order.

    `jointly` says whether equal symbols side by side without numbers are one turn; `parts`
    whether all answers lead to other rows, so that a Keputusan must come after the others.
    """
    nodes: list[Node] = []
    before: Typed | None = None
    for item in sorted(typed, key=lambda item: _rank(item, parts=parts)):
        turn = nodes[-1].turn if nodes else 1
        if before is not None:
            alike = (before.symbol, before.number) == (item.symbol, item.number)
            beside = all(node.lane != item.lane for node in nodes if node.turn == turn)
            joint = alike and beside and (jointly or item.number is not None)
            turn += not joint
        nodes.append(
            Node(
                actor=item.actor,
                lane=item.lane,
                symbol=item.symbol,
                raw=item.raw,
                turn=turn,
                words=item.words,
            )
        )
        before = item
    return tuple(nodes)


def _rank(item: Typed, *, parts: bool) -> tuple[int, float]:
    if item.number is not None:
        return 1, item.number
    match item.symbol:
        case Symbol.START:
            return 0, inf
        case Symbol.DECISION if parts:
            return 2, inf
        case Symbol.END:
            return 3, inf
        case _:
            return 1, inf


def ways_within(nodes: tuple[Node, ...], row: int, answer: str | None) -> tuple[Branch, ...]:
    """From each turn to the next; from a decision's turn on `answer`, or not when it is None."""
    turns = sorted({node.turn for node in nodes})
    deciding = {node.turn for node in nodes if node.symbol is Symbol.DECISION}
    return tuple(
        Branch(
            label=(answer or "") if turn in deciding else "",
            target=row,
            key="",
            turn=turn,
            target_turn=after,
        )
        for turn, after in pairwise(turns)
        if answer is not None or turn not in deciding
    )
