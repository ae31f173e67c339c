"""The formulas of one sheet of a binary workbook, as they come by."""

from dataclasses import dataclass, field

from sopbatch.reading.package.facts import Position, SheetFacts
from sopbatch.reading.package.ooxml_cells import Budget
from sopbatch.reading.package.spelling import Known
from sopbatch.reading.package.tokens import shared_by, spelt


@dataclass(slots=True)
class FormulaNotes:
    """Takes down what formulas say, as far as it can be told, else that there is one."""

    facts: SheetFacts
    known: Known | None
    """None where the tokens are those of a program older than any form."""
    budget: Budget
    """Letters that all formulas of the workbook may have together."""
    _shared: dict[Position, str] = field(default_factory=dict)
    _followers: list[tuple[Position, Position]] = field(default_factory=list)
    """Cells and the first cell of those whose formula they share."""

    def cell(self, at: Position, tokens: bytes, extra: bytes) -> None:
        """A cell that is calculated, by the tokens of its formula and the bytes behind them."""
        if self.known is None:
            self.facts.formulas[at] = ""
        elif (first := shared_by(tokens, extra, self.known.dialect)) is not None:
            self.facts.formulas[at] = ""
            self._followers.append((at, first))
        else:
            self.facts.formulas[at] = self._spelt(at, tokens, extra, self.known)

    def shared(self, tokens: bytes, extra: bytes) -> None:
        """The formula that the cell told last shares with others."""
        if self.known is not None and self._followers:
            at, first = self._followers[-1]
            self._shared[first] = self._spelt(at, tokens, extra, self.known)

    def close(self) -> None:
        """Give those who share a formula its words, as its first cell says them."""
        for at, first in self._followers:
            self.facts.formulas[at] = self._shared.get(first, "")

    def _spelt(self, at: Position, tokens: bytes, extra: bytes, known: Known) -> str:
        text = spelt(tokens, extra, known, at)
        self.budget.spend(0, len(text))
        return text
