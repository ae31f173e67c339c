"""What counts of the workbooks of other kinds than the SOP."""

from dataclasses import dataclass

from sopbatch.model.submission import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStanding:
    """One thing that is counted once, such as a service or a half-year of monitoring."""

    kind: str
    unit_code: str
    key: str
    counted: Review
    """The newest workbook without what holds it back; the newest of all when there is none."""
    awaiting: Review | None = None
    """A newer one that must be mended first; it lowers nothing."""
    versions: tuple[Review, ...] = ()
    """All that tell of it, the newest first."""
