"""The one page as values: what is printed where, in words and percent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFigure:
    """One of the seven figures."""

    label: str
    number: str
    note: str
    change: str
    tone: str
    word: str
    """Says the same as the colour."""
    alarming: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A stage of the way from plan to review; widths in percent of the longest."""

    label: str
    inside: float
    outside: float
    shown: str


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A row of the table of units or sections."""

    name: str
    cells: tuple[str, ...]
    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A row of the table of decisions."""

    sentence: str
    units: str
    number: str
    until: str
    otherwise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The whole page."""

    state: str
    dated: str
    issuer: str
    author: str
    word: str
    tone: str
    tasks: tuple[DecisionRow, ...]
    no_task: str
    """Said where there is none."""
    waiting: tuple[str, str]
    """All decisions together: words, number."""
    figures: tuple[BriefFigure, ...]
    sentences: tuple[str, ...]
    pace: str
    bars: tuple[Bar, ...]
    groups_are: str
    lines: tuple[BriefRow, ...]
    causes: tuple[tuple[str, str, str], ...]
    """Rule, sentence, number of findings."""
    silent: tuple[str, ...]
    foot: str
