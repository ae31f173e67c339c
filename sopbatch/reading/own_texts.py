"""Whether a text or a formula is the form's own, by the digests that the form carries."""

import re
from dataclasses import dataclass
from itertools import chain

from sopbatch.model import Grid, Sheet
from sopbatch.reading.shown import seen
from sopbatch.schema.own_texts import DIGESTS, FORMULA, OWN_TEXTS, formula_digest, text_digest
from sopbatch.schema.sop import LISTS_SHEET

ARE_DIGESTS = re.compile(DIGESTS)


@dataclass(frozen=True, slots=True)
class OwnTexts:
    """The digests of a form; one issued before forms carried them has none."""

    digests: frozenset[str]
    formulas: frozenset[str] = frozenset()
    """Those of formulas; a form issued before forms carried them has none."""

    def __bool__(self) -> bool:
        return bool(self.digests)

    def know(self, sheet: Sheet, row: int, column: int) -> bool:
        """Whether what a cell shows is one of these texts, and no result of a typed formula."""
        is_typed = self.know_formula(sheet, row, column) is False
        return not is_typed and text_digest(seen(sheet, (row, column))) in self.digests

    def know_formula(self, sheet: Sheet, row: int, column: int) -> bool | None:
        """Whether a cell holds one of these formulas.

        None where that cannot be told: no formula, one too long for the format (then xls keeps only
        an error in its place), or a form issued before forms carried digests of formulas.
        """
        formula = sheet.formulas.get((row, column), "")
        if not formula or not self.formulas:
            return None
        return formula_digest(formula) in self.formulas

    def typed_on(self, sheet: Sheet) -> frozenset[tuple[int, int]]:
        """Cells of a sheet with formulas of which it is known that they are not the form's."""
        if not self.formulas:
            return frozenset()
        # A form repeats its formulas down its tables.
        said = {formula for formula in sheet.formulas.values() if formula}
        typed = {formula for formula in said if formula_digest(formula) not in self.formulas}
        return frozenset(at for at, formula in sheet.formulas.items() if formula in typed)


def own_texts(grid: Grid) -> OwnTexts:
    """The digests on a workbook's lists sheet."""
    sheet = grid.sheet(LISTS_SHEET)
    if sheet is None:
        return OwnTexts(frozenset())
    own = texts_told_by(sheet)
    return own if _is_whole(sheet) else OwnTexts(own.digests)


def _is_whole(sheet: Sheet) -> bool:
    """Whether no digest was typed over: they stand one below the other, without a gap.

    A formula whose own digest is gone must not be taken for one that somebody typed.
    """
    head = next((at for at, text in sheet.cells.items() if text == OWN_TEXTS), None)
    if head is None:
        return True
    rows = [
        row
        for (row, column), text in sheet.cells.items()
        if column == head[1] and isinstance(text, str) and ARE_DIGESTS.fullmatch(text)
    ]
    return len(rows) == max(rows, default=head[0]) - head[0]


def texts_told_by(sheet: Sheet) -> OwnTexts:
    """The digests that stand on a sheet."""
    texts = (text for text in sheet.cells.values() if isinstance(text, str))
    told = (text.split(" ") for text in texts if ARE_DIGESTS.fullmatch(text))
    digests = frozenset(chain.from_iterable(told))
    return OwnTexts(digests, frozenset(one for one in digests if one.startswith(FORMULA)))
