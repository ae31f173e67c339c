"""What the hidden columns beside Periksa come to for given values."""

from sopbatch.schema.targets import branch_pieces, target_number, target_words
from sopbatch.writing.templates.exchanges import put
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.step_state import (
    AND,
    SHOWN_BRANCHES,
    TARGETS,
    ZEROS,
    blanks,
    branches_alike,
    is_long_name,
    last_number,
    meanings_of,
    number,
    order,
    target_text,
    used_steps,
)
from sopbatch.writing.templates.symbol_formulas import typed_symbols


def hidden(form: Form, part: int, step: int) -> tuple[int | str, ...]:
    """What the hidden columns come to: numbers of Ya ke, Tidak ke, and of the way on."""
    yes, no_target, onward = (target_text(form, column, part, step) for column in TARGETS)
    most = form.steps(part)

    def known(to: int | None) -> int:
        return to if to and to <= most else 0

    def single(text: str) -> int | str:
        return known(target_number(text)) if text else ""

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
    numbers = (single(yes), single(no_target), words, faults, *ways, *empty)
    return (*numbers, *symbols, told)


def lacking(form: Form, part: int, step: int) -> str:
    """What the hidden column of blanks comes to."""
    names = blanks(form, part, step) if number(form, part, step) != "" else ()
    return f"{AND}isi {', '.join(names)}" if names else ""


def _words_left(text: str) -> str:
    pieces = branch_pieces(text) or ((text,) if text.strip() else ())
    said = (" ".join(target_words(piece.replace("=", " "))) for piece in pieces)
    return " ; ".join(put(f" {words} ", ZEROS).strip() for words in said)
