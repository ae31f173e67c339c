"""Tokens of a Waktu cell in, amounts of time ("1,5 jam", "2 bulan 1 minggu", "3 x 24 jam") out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.reading.values.numerals import (
    NUMERAL_WORDS,
    NUMERALS,
    of_digits,
    of_fraction,
    spells_number,
    spelt_flags,
)
from sopbatch.reading.values.tokens import END, Token
from sopbatch.reading.values.units import RANKS, SUB_DAY, find_qualifier, find_unit
from sopbatch.schema.time_units import LESSON, LESSON_WORDS, UNIT_WORDS

_KINDS_OF_YEAR = frozenset(("anggaran", "pelajaran", "ajaran", "akademik", "takwim", "fiskal"))
"""A year of any of these is as long as another."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of numbers with units; a bare number has the unit ""."""

    parts: tuple[tuple[float, str], ...]
    elapsed: bool = False
    flags: Flags = NO_FLAGS

    @property
    def unit(self) -> str:
        """Its units joined by "+"."""
        return "+".join(unit for _, unit in self.parts)

    def minutes(self, scale: Mapping[str, float]) -> float:
        """Minutes on the given scale."""
        return round(sum(number * scale[unit] for number, unit in self.parts), 6)


class Reader:
    """A place in the tokens; every method reads on from it, and stays when it finds nothing."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def next(self) -> Token:
        """The token at the place."""
        return self._tokens[self._at] if self._at < len(self._tokens) else END

    def take(self, *kinds: str) -> Token | None:
        """The next token when it is of one of the kinds."""
        if self.next.kind not in kinds:
            return None
        self._at += 1
        return self._tokens[self._at - 1]

    def take_word(self, word: str) -> Token | None:
        """The next token when it is this word."""
        return self.take(self.next.kind) if self.next.word == word else None

    def amount(self) -> Amount | None:
        """A compound of falling units, or a bare number."""
        first = self._simple()
        if first is None:
            return None
        total = first
        while total.unit and (more := self._smaller(total.parts[-1][1])):
            mixed = total.elapsed or more.elapsed
            if mixed and any(unit not in SUB_DAY for _, unit in total.parts + more.parts):
                return None
            total = Amount(_added(total.parts, more.parts), mixed, total.flags | more.flags)
        return total

    def amount_behind_per(self) -> Amount | None:
        """The amount of time after "/" or "per", which is left where it stands."""
        start = self._at
        amount = self.amount() if self.take("per") else None
        self._at = start
        return amount if amount and amount.unit else None

    def per(self) -> str:
        """The thing after "/" or "per" ("berkas", "5 dokumen"); "" when another amount follows."""
        start = self._at
        if not self.take("per"):
            return ""
        after = self._at
        amount = self.amount()
        if amount and amount.unit and amount.parts[0][0] != 1:
            self._at = start
            return ""
        self._at = after
        number = self.take("number")
        words = [number.text] if number and number.text != "1" else []
        named = len(words)
        while (token := self.next).kind == "word" or (token.text == "/" and len(words) > named):
            words.append(token.text if token.text.isupper() else token.text.lower())
            self._at += 1
        if len(words) == named:
            self._at = start
            return ""
        return " ".join(words).replace(" / ", "/")

    def or_more(self) -> str:
        """Kind of bound that “atau lebih” or “atau kurang” sets; "" where neither stands there."""
        after = self._tokens[self._at + 1 : self._at + 2]
        word = after[0].word if self.next.word == "atau" and after else ""
        bound = {"lebih": "lower", "kurang": "upper"}.get(word, "")
        self._at += 2 if bound else 0
        return bound

    def equal(self) -> bool:
        """Pass over "=" and the amount behind it, when there is one with a unit."""
        start = self._at
        self._at += 1
        amount = self.amount()
        if amount is None or not amount.unit:
            self._at = start
            return False
        return True

    def rest(self) -> None:
        """Pass over all that is left."""
        self._at = len(self._tokens)

    def _smaller(self, unit: str) -> Amount | None:
        """A further part of the compound: of a shorter unit than the last one, or behind a "+"."""
        start = self._at
        joiner = self.take("joiner")
        plus = joiner is not None and joiner.text == "+"
        part = self._simple()
        if part and part.unit:
            falls = RANKS[part.parts[0][1]] - RANKS[unit]
            if falls > 0 or (plus and part.parts[0][1] == unit):
                return part
        self._at = start
        return None

    def _simple(self) -> Amount | None:
        """One number with its unit, a product, or "sehari"; a bare number when no unit follows."""
        start = self._at
        if (one := self._prefixed()) is not None:
            return one
        read = self._number()
        if read is None:
            return None
        number, flags = read
        factor = None
        if self.take("times"):
            factor = self._number()
            if factor is None:
                self._at = start
                return None
        else:
            number += self._further_numbers()
        unit = self._unit()
        if unit is None:
            return Amount(((number, ""),), flags=flags) if factor is None else None
        name, unit_flags = unit
        count = number * factor[0] if factor else number
        round_the_clock = factor is not None and factor[0] == 24 and name == "jam"
        elapsed = round_the_clock or name == "hari kalender"
        return Amount(((count, name),), elapsed, flags | unit_flags)

    def _further_numbers(self) -> float:
        """The sum of what follows behind "+" before the unit, as in "10+5 menit"."""
        total = 0.0
        while self.next.text == "+":
            start = self._at
            self._at += 1
            more = self._number()
            if more is None or (self.next.text != "+" and not self._at_unit()):
                self._at = start
                return total
            total += more[0]
        return total

    def _at_unit(self) -> bool:
        return self.next.kind in ("word", "mark") and find_unit(self.next.word) is not None

    def _prefixed(self) -> Amount | None:
        """One of a unit, as in "sehari" and "seminggu"."""
        word = self.next.word if self.next.kind == "word" else ""
        unit = UNIT_WORDS.get(word[2:]) if word.startswith("se") else None
        if unit is None:
            return None
        self._at += 1
        name, flags = self._qualified(unit)
        return Amount(((1.0, name),), name == "hari kalender", flags)

    def _number(self) -> tuple[float, Flags] | None:
        """A number in digits, as a fraction, or as a simple word, and its flags."""
        if self.next.kind == "word":
            return self._number_in_words()
        if fraction := self.take("fraction"):
            return of_fraction(fraction.text), NO_FLAGS
        token = self.take("number")
        if token is None:
            return None
        digits, flags = token.text, NO_FLAGS
        while digits.isdigit() and self.next.kind == "number" and len(self.next.text) == 1:
            digits += self.next.text
            flags = frozenset({Flag.JOINED_DIGITS})
            self._at += 1
        number = of_digits(digits)
        if fraction := self.take("fraction"):
            number += of_fraction(fraction.text)
        elif self.next.word == "setengah":
            self._at += 1
            number += 0.5
        return number, flags | self._spelt_number(number)

    def _number_in_words(self) -> tuple[float, Flags] | None:
        start = self._at
        words = []
        while self.next.kind == "word" and self.next.word in NUMERAL_WORDS:
            words.append(self.next.word)
            self._at += 1
        inside = self.next.text.strip("() ") if self.next.kind == "note" else ""
        if words and re.fullmatch(r"\d{1,6}", inside):
            self._at += 1
            return float(inside), spelt_flags(float(inside), words)
        simple = len(words) == 1 or (len(words) == 2 and words[1] == "setengah")
        if simple and all(word in NUMERALS for word in words):
            return sum(NUMERALS[word] for word in words), NO_FLAGS
        self._at = start
        return None

    def _spelt_number(self, number: float) -> Flags:
        """Pass over "(satu)" after 1, and notice "(dua)"."""
        inside = self.next.text.strip("()").lower().split() if self.next.kind == "note" else []
        if not spells_number(inside):
            return NO_FLAGS
        self._at += 1
        return spelt_flags(number, inside)

    def _unit(self) -> tuple[str, Flags] | None:
        """The unit's name and flags."""
        if self.next.kind not in ("word", "mark", "note"):
            return None
        start = self._at
        word = self.next.word.strip("() ")
        self._at += 1
        if word in ("tri", "catur") and self.next.word == "wulan":
            self._at += 1
            return f"{word}wulan", NO_FLAGS
        if f"{word} {self.next.word}" in LESSON_WORDS:
            self._at += 1
            return LESSON, NO_FLAGS
        found = find_unit(word)
        if found is None:
            self._at = start
            return None
        name, flags = self._qualified(found[0])
        return name, flags | found[1]

    def _qualified(self, unit: str) -> tuple[str, Flags]:
        """The unit with "kerja", "efektif" or "kalender" behind it taken in."""
        flags: Flags = NO_FLAGS
        kinds = set()
        while qualifier := self._qualifier():
            kinds.add(qualifier[0])
            flags |= qualifier[1]
        if unit == "tahun" and self.next.word in _KINDS_OF_YEAR:
            self._at += 1
        if unit == "hari":
            if not kinds:
                flags |= {Flag.UNQUALIFIED_DAY}
            unit = f"hari {min(kinds)}" if kinds else unit
        return unit, flags

    def _qualifier(self) -> tuple[str, Flags] | None:
        start = self._at
        stroke = self.next.text == "/" and self.take("per")
        if not stroke:
            self.take("sep")
        token = self.take("word", "note")
        found = find_qualifier(token.word.strip("() ")) if token else None
        # “1 hari/kerja” is no time for each thing; behind a stroke a slip may be one.
        if found and not (stroke and found[1]):
            return found
        self._at = start
        return None


def _added(
    parts: tuple[tuple[float, str], ...], more: tuple[tuple[float, str], ...]
) -> tuple[tuple[float, str], ...]:
    """Parts of a compound with another one; what is of the last unit is added to it."""
    (number, unit), *others = more
    if parts[-1][1] != unit:
        return parts + more
    return (*parts[:-1], (parts[-1][0] + number, unit), *others)
