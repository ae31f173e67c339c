"""A file as it came in, before anybody looked inside."""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Received:
    """One received file; travels with everything read from it, to the end."""

    name: str
    """Path below the input folder as received, with "/" between folders."""
    path: Path
    """Where the unchanged bytes are kept (the archive, or the input itself)."""
    sha256: str
    """Hex digest of the content; also its name in the archive."""
    size: int
    """Bytes."""
    first_seen: date
    """Date of the run that saw this content first (ledger); never the file system's time."""
    copies: tuple[str, ...] = ()
    """Other names under which the same bytes lie in the input."""
    seen_until: time | None = None
    """When receipt for that run closed on that day; None at the end of the day."""
    from_archive: bool = False
    """It no longer lies in the input folder: earlier runs took it in, and it still counts."""

    def came_by(self, day: date, until: time | None = None) -> bool:
        """Whether it came before receipt closed; `until` None stands for the end of the day."""
        seen = self.first_seen, self.seen_until or time.max
        return seen <= (day, until or time.max)

    @property
    def file_name(self) -> str:
        """Last part of the name."""
        return self.name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class OtherFiles:
    """What lay in the input besides the files that are counted."""

    register: Received | None = None
    held: tuple[Received, ...] = ()
    """Came after the report date: they belong to a later report."""
    untaken: tuple[tuple[str, str], ...] = ()
    """Names that are no files to read, with the reason."""
