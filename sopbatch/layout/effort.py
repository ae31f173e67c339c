"""How much work a drawing may cost: counted in steps, so that it is the same on every machine."""

from dataclasses import dataclass

MOST = 2_000_000
"""Steps of the search for all lines of a document; 480 steps in 15 lanes need 360,000."""


class TooIntricateError(Exception):
    """The flowchart would cost more work than any drawing is worth."""


@dataclass(slots=True)
class Effort:
    """What is left to be spent on a document's flowcharts."""

    left: int = MOST

    def spend(self, steps: int) -> None:
        """Count steps that were taken; raises TooIntricateError when there were too many."""
        self.left -= steps
        if self.left < 0:
            raise TooIntricateError
