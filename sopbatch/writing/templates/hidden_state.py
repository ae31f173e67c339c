"""What the hidden columns beside Periksa come to for given values."""

from sopbatch.schema.sop import NEXT_COLUMN
from sopbatch.schema.targets import (
    NO_WORD,
    YES_WORD,
    branch_pieces,
    divided,
    run_words,
    runs,
    target_number,
    target_words,
)
from sopbatch.writing.templates.exchanges import DIGITS, put
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.step_state import (
    AND,
    SHOWN_BRANCHES,
    ZEROS,
    blanks,
    branches_alike,
    meanings_of,
    number,
    order,
    used_steps,
)
from sopbatch.writing.templates.step_targets import (
    TARGETS,
    is_long_name,
    last_number,
    target_text,
    told_in,
)
from sopbatch.writing.templates.symbol_formulas import typed_symbols


def hidden(form: Form, part: int, step: int) -> tuple[int | str, ...]:
    """What the hidden columns come to: numbers of Ya ke, Tidak ke, and of the way on."""
    yes, no_target, onward = (target_text(form, column, part, step) for column in TARGETS)
    most = form.steps(part)

    def known(to: int | None) -> int:
        return to if to and to <= most else 0

    def single(text: str, own: str = "") -> int | str:
        return known(target_number(text, own)) if text else ""

    pieces = branch_pieces(onward)
    faults: int | str = ""
    if pieces:
        own, count = number(form, part, step), len(used_steps(form, part))
        right = (0 if is_long_name(piece) else last_number(piece) for piece in pieces)
        faults = sum(not (to and to <= count and to != own) for to in right)
        faults += not branches_alike(form, part, step)
    words = _words_left(onward)
    ways: list[int | str] = [known(last_number(piece)) for piece in pieces[:SHOWN_BRANCHES]]
    ways = ways or [single(onward)]
    empty = [""] * (SHOWN_BRANCHES - len(ways))
    typed = typed_symbols(form.symbols(step, part))
    symbols = (typed, order(form, part, step))
    told = "".join(f"{AND}{meaning}" for meaning in meanings_of(form, part, step))
    numbers = (single(yes, YES_WORD), single(no_target, NO_WORD), words, faults, *ways, *empty)
    return (*numbers, *symbols, told)


def onward(form: Form, part: int, step: int) -> tuple[int | str, ...]:
    """Which column tells both answers, 0 for none; what is said of branches, parted in two steps.

    Between the two stands what is left of it besides words that only lead to a number.
    """
    where = TARGETS.index(told_in(form, part, step)) + 1
    text = divided(target_text(form, NEXT_COLUMN, part, step))
    words = _plain(" ".join(run_words(text)))
    after_number = tuple((f"{digit} ", f"{digit};") for digit in DIGITS)
    return where % len(TARGETS), text, words, put(words, after_number) if runs(text) else text


def lacking(form: Form, part: int, step: int) -> str:
    """What the hidden column of blanks comes to."""
    names = blanks(form, part, step) if number(form, part, step) != "" else ()
    return f"{AND}isi {', '.join(names)}" if names else ""


def _plain(words: str) -> str:
    return put(f" {words} ", ZEROS).strip()


def _words_left(text: str) -> str:
    pieces = branch_pieces(text) or ((text,) if text.strip() else ())
    said = (" ".join(target_words(piece.replace("=", " "))) for piece in pieces)
    return " ; ".join(_plain(words) for words in said)
