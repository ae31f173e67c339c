"""What must come of every file in input/: the tables of outcomes.md as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLES = Path(__file__).with_suffix(".md")


@dataclass(frozen=True, slots=True)
class Expected:
    """The outcome of one file."""

    name: str
    """Path below input/."""
    format: str
    """What it is by its content; "" for what cannot be opened as a workbook."""
    outcome: str
    sop: str
    """Code of the SOP it was taken for."""
    status: str
    """Of that SOP in the report."""
    told: tuple[str, ...]
    """All rules that tell galat or peringatan."""
    hints: tuple[str, ...]
    """Rules that tell a saran, among others."""

    @property
    def is_sop(self) -> bool:
        """Whether it was read as an SOP under this very name."""
        return bool(self.sop) and self.outcome != "salinan"

    @property
    def is_form(self) -> bool:
        """Whether it was read as another form of the family."""
        return not self.sop and self.outcome in ("lengkap", "perbaikan")


def expected() -> Iterator[Expected]:
    """Every row of every table, a table for each folder."""
    folder, heads = "", 0
    for line in TABLES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            folder, heads = line.removeprefix("## ").removeprefix("."), 2
        elif line.startswith("|") and heads:
            heads -= 1
        elif line.startswith("|"):
            yield _row(folder, *(cell.strip() for cell in line.strip("|").split("|")))


def _row(folder: str, file: str, kind: str, outcome: str, sop: str, *rest: str) -> Expected:
    status, told, hints = rest
    name = f"{folder}/{file}" if folder else file
    return Expected(name, kind, outcome, sop, status, tuple(told.split()), tuple(hints.split()))


EXPECTED = tuple(expected())
SOPS = tuple(item for item in EXPECTED if item.is_sop)
FORMS = tuple(item for item in EXPECTED if item.is_form)
