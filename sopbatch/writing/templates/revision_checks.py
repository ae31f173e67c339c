"""The number in Revisi ke-, as the check reads it: "2", "02", "(2)", "2.", "2,0" or "2 (dua)"."""

from collections.abc import Iterator

from sopbatch.text.spelled import FIGURES_SPELT
from sopbatch.writing.templates.exchanges import DIGITS, array, put, put_formula
from sopbatch.writing.templates.typed_signs import straight, straight_formula

TYPED_NAME, REVISION_NAME = "sopb_revisi_isian", "sopb_revisi_angka"
NO_NUMBER = -1
MOST = 999_999_999
_END = "#"
"""Stands for the end once the one sign is taken away that may be there."""
PAIRS = (
    *(("|(", "|"), *((f"{sign}|", _END) for sign in ").,:")),
    *((f" {_END}", _END), (" |", "|"), (_END, "|")),
    *((f"{sign}{'0' * length}|", "|") for sign in ".," for length in (1, 2)),
    ("|", ""),
)
"""What stands beside the digits, between two strokes."""


def revision_counter(cell: str, text: str) -> Iterator[tuple[str, str, str | int]]:
    """Cells on the lists sheet: name, formula, what they come to."""
    yield TYPED_NAME, f'=IFERROR({straight_formula(cell)},"")', straight(text)
    plain = put_formula(f'"|"&{TYPED_NAME}&"|"', PAIRS)
    others = put_formula(plain, tuple((digit, "") for digit in DIGITS))
    found = f"AND(LEN({others})=0,VALUE({plain})<={MOST})"
    bare = f'SUBSTITUTE(LOWER({TYPED_NAME})," ","")'
    is_spelt = f"{bare}={array(tuple(FIGURES_SPELT))}"
    spelt = f"SUMPRODUCT(({is_spelt})*{{{';'.join(map(str, FIGURES_SPELT.values()))}}})"
    others = f"IF(SUMPRODUCT(--({is_spelt}))>0,{spelt},{NO_NUMBER})"
    yield (
        REVISION_NAME,
        f"=IF(IFERROR({found},FALSE),VALUE({plain}),{others})",
        revision_number(text),
    )


def revision_number(text: str) -> int:
    """The number of a revision, -1 for none."""
    typed = straight(text)
    plain = put(f"|{typed}|", PAIRS)
    digits = bool(plain) and all(sign in DIGITS for sign in plain)
    if digits and int(plain) <= MOST:
        return int(plain)
    return FIGURES_SPELT.get(typed.lower().replace(" ", ""), NO_NUMBER)
