"""The grammar of a Waktu text: each amount of time in it, with what stands round it."""

from dataclasses import dataclass, replace

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.model.register import Settings
from sopbatch.reading.values.amounts import Amount, Reader
from sopbatch.reading.values.lessons import in_lessons, lesson_behind, lesson_in_note
from sopbatch.reading.values.same_time import comparable, same_time
from sopbatch.reading.values.tokens import tokenize

_USUAL_SCALE = Settings().minutes_per_unit
_SIGNS = {"approx": Flag.APPROX, "upper": Flag.UPPER_BOUND, "lower": Flag.LOWER_BOUND}
"""Kind of token to the flag it sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTime:
    """One reading of the grammar: an amount or two, and what stands round it."""

    first: Amount
    second: Amount | None
    per: str = ""
    lesson: float | None = None
    """Minutes of a lesson, where the cell says so."""
    notes: tuple[str, ...] = ()
    flags: Flags
    before_event: bool = False

    @property
    def last(self) -> Amount:
        """The amount that stands last."""
        return self.second or self.first


def said_times(text: str) -> list[SaidTime]:
    """All values of the text in order; [] when a part of it fits no value."""
    reader = Reader(tokenize(text))
    values = []
    while reader.next.kind != "end":
        value = _value(reader, text)
        if value is None:
            return []
        values.append(value)
        reader.take("joiner", "per")
        if reader.next.kind == "event":
            # "1 hari kerja, apabila lengkap"
            values[-1] = _surrounded(value, reader, text)
    return values


def _value(reader: Reader, text: str) -> SaidTime | None:
    """[approx] [bound] amount [sep amount] [per] [note]"""
    flags = _leading(reader)
    first = reader.amount()
    if first is None:
        return None
    second = None
    if reader.take("sep") or (not first.unit and reader.take_word("atau")):
        if reader.take("approx"):
            flags |= {Flag.APPROX}
        second = reader.amount()
        if second is None or not second.unit:
            return None
        first, second = _matched(first, second)
    if not first.unit or (second and not comparable(first, second)):
        return None
    value = SaidTime(first=first, second=second, flags=flags)
    if in_lessons(value.last) and reader.take("each", "times"):
        value = replace(value, lesson=lesson_behind(reader))
        if not value.lesson:
            return None
    return _surrounded(value, reader, text)


def _leading(reader: Reader) -> Flags:
    """Flags of the words before an amount; "selama", "dalam", "waktu" and "antara" say nothing.

    Nor does the colon of “Waktu: 2 jam”.
    """
    flags: Flags = NO_FLAGS
    while True:
        if sign := reader.take(*_SIGNS):
            flags |= {_SIGNS[sign.kind]}
        elif reader.next.kind == "sep" and reader.next.text != "-":
            # "~ 2 jam" is about two hours, "s.d. 2 jam" at most two.
            flags |= {Flag.APPROX if reader.next.text == "~" else Flag.UPPER_BOUND}
            reader.take("sep")
        elif reader.next.text == "+":
            # "+ 5 menit" is how "±" is typed.
            flags |= {Flag.APPROX}
            reader.take("joiner")
        elif reader.next.kind == "note" and (flag := _flag_of(reader.next.text.strip("() "))):
            # "paling lama (maksimal) 3 hari"
            flags |= {flag}
            reader.take("note")
        elif reader.next.word in ("selama", "dalam", "dlm", "waktu", "antara"):
            reader.take("word", "event")
            if reader.next.text == ":":
                reader.take("junk")
        else:
            return flags


def _matched(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """The two ends of a range; what the second says of the unit holds for the first as well."""
    unit = second.parts[0][1]
    if first.unit in ("", "hari") and (not first.unit or unit.startswith("hari")):
        flags = first.flags - {Flag.UNQUALIFIED_DAY}
        first = Amount(((first.parts[0][0], unit),), second.elapsed, flags)
    return first, second


def _surrounded(value: SaidTime, reader: Reader, text: str) -> SaidTime:
    """The value with the notes, the "per" and the bounds that stand behind it."""
    while True:
        if sign := reader.take(*_SIGNS):
            value = replace(value, flags=value.flags | {_SIGNS[sign.kind]})
        elif note := reader.take("note"):
            value = _noted(value, note.text.strip("() "))
        elif reader.next.kind == "event":
            event = reader.next
            reader.rest()
            notes = (*value.notes, text[event.start :])
            value = replace(value, notes=notes, before_event=event.word == "sebelum")
        elif (equal := reader.next).text == "=" and reader.equal():
            # “1 hari kerja = 8 jam” says it again.
            end = reader.next.start if reader.next.kind != "end" else len(text)
            value = replace(value, notes=(*value.notes, text[equal.start : end].strip()))
        elif open_end := reader.or_more():
            value = replace(value, flags=value.flags | {_SIGNS[open_end]})
        elif not value.per and not _said_behind(value, reader) and (per := reader.per()):
            value = replace(value, per=per)
        else:
            return value


def _said_behind(value: SaidTime, reader: Reader) -> bool:
    """Whether the same length stands behind "/" in another unit: “480 menit/1 hari”."""
    behind = reader.amount_behind_per()
    return behind is not None and same_time(value.last, behind, _USUAL_SCALE)


def _noted(value: SaidTime, note: str) -> SaidTime:
    """The value with a note; "(maksimal)" and the like are bounds, not notes."""
    if in_lessons(value.last) and (lesson := lesson_in_note(note)):
        return replace(value, lesson=lesson)
    if flag := _flag_of(note):
        return replace(value, flags=value.flags | {flag})
    return replace(value, notes=(*value.notes, note))


def _flag_of(note: str) -> Flag | None:
    """That of a bound, or of a word that says that a time is rough, where a note says only that."""
    kinds = [token.kind for token in tokenize(note)]
    return _SIGNS.get(kinds[0]) if len(kinds) == 1 else None
