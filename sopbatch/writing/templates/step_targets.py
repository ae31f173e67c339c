"""What the columns Ya ke, Tidak ke and Lanjut ke of a step say, for given values."""

from functools import lru_cache

from sopbatch.schema.fields import Field
from sopbatch.schema.sop import NEXT_COLUMN, NO_TARGET_COLUMN, YES_COLUMN
from sopbatch.schema.targets import (
    LONGEST_LABEL,
    NO_WORD,
    YES_WORD,
    target_words,
    tells_both,
    with_own_answer,
)
from sopbatch.writing.templates.form import REMEMBERED, Form
from sopbatch.writing.templates.nothing import says_nothing
from sopbatch.writing.templates.symbol_formulas import K, typed_symbols
from sopbatch.writing.templates.typed_signs import straight_lines

TARGETS = (YES_COLUMN, NO_TARGET_COLUMN, NEXT_COLUMN)
OWN = {YES_COLUMN.key: YES_WORD, NO_TARGET_COLUMN.key: NO_WORD}
"""The answer that the head of a column names, which may be repeated below it."""


def target_text(form: Form, column: Field, part: int, step: int) -> str:
    """What a column of targets says; "" for nothing. Both answers in one are told in Lanjut ke."""
    where = told_in(form, part, step)
    if column is NEXT_COLUMN:
        return with_own_answer(_typed_target(form, where, part, step), OWN.get(where.key, ""))
    return "" if column is where else _typed_target(form, column, part, step)


@lru_cache(REMEMBERED)
def told_in(form: Form, part: int, step: int) -> Field:
    """The column that tells where the branches of a Keputusan lead to, if one tells them all."""
    said = [column for column in TARGETS if _typed_target(form, column, part, step)]
    alone = said[0] if len(said) == 1 else NEXT_COLUMN
    decides = K in typed_symbols(form.symbols(step, part))
    both = decides and tells_both(_typed_target(form, alone, part, step))
    return alone if both else NEXT_COLUMN


def _typed_target(form: Form, column: Field, part: int, step: int) -> str:
    text = straight_lines(form.text(column.key, step, part))
    return "" if says_nothing(text) else text


def is_long_name(piece: str) -> bool:
    """Whether the name of a branch is longer than the check takes."""
    *label, _ = target_words(piece.replace("=", " ")) or ("",)
    return len(" ".join(label)) > LONGEST_LABEL


def last_number(piece: str) -> int | None:
    """The number that stands last in a branch; None for none."""
    *_, last = target_words(piece.replace("=", " ")) or ("",)
    return int(last) if last.isdecimal() else None
