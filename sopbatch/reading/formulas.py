"""The formula of a single cell, where several share one."""

from sopbatch.model import Sheet
from sopbatch.text.moving import MovableFormula


def formula_at(sheet: Sheet, at: tuple[int, int]) -> str:
    """What stands in a cell, without "="; "" for none and where the format keeps no text."""
    formula, leader = sheet.formulas.get(at, ""), sheet.leaders.get(at)
    if leader is None:
        return formula
    return MovableFormula.of(formula).moved(at[0] - leader[0], at[1] - leader[1])
