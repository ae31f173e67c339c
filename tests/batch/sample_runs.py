"""What a run on the sample batch left behind, for the tests that look at it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class SampleRun:
    """The committed input after a run of the installed command."""

    original: Path
    """A copy of input/ that no run has seen."""
    source: Path
    """Its copy, which was run."""
    target: Path
    facts: dict[str, Any]
    """What the command printed with --json."""

    @property
    def report(self) -> Path:
        """The workbook for leaders."""
        return self.target / "laporan" / Path(self.facts["laporan"]).name

    def of(self, name: str) -> dict[str, Any] | None:
        """What was told of a file of that name; None when it was not read as an SOP."""
        told: list[dict[str, Any]] = [*self.facts["temuan"], *self.facts["formulir_lain"]]
        return next((one for one in told if name in (one["berkas"], *one["salinan"])), None)


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Everything below a folder, folders too, with its time of change (ns)."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
    }
