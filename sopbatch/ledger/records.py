"""What a run tells the ledger, what the ledger tells the next run, and the rows in between."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sopbatch.model import Review

Row = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A file in the output folder that sopbatch wrote and may replace."""

    path: str
    """Below the output folder, with "/"."""
    sha256: str
    recipe: str
    """Digest of everything it was made from."""


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier runs left behind."""

    first_seen: Mapping[str, date]
    """sha256 to the date of the first run that saw it."""
    status: Mapping[str, str]
    """SOP key to its status after the last run before this report date."""
    outputs: Mapping[str, tuple[Output, ...]]
    """Path to what may stand there: more than one when a run broke off while it was writing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One SOP after a run."""

    sop: str
    status: str
    counted: str
    """sha256 of the version that counts; "" without one."""
    versions: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class RunRecord:
    """All that a run leaves in the ledger."""

    as_of: date
    program: str
    reviews: tuple[Review, ...]
    standings: tuple[Standing, ...]
    outputs: tuple[Output, ...]


def rows_of(record: RunRecord) -> Mapping[str, tuple[Row, ...]]:
    """Rows of each table that belongs to a run, without the id of the run."""
    return {
        "receipt": tuple(_receipts(record)),
        "finding": tuple(_findings(record)),
        "standing": tuple((standing.sop, standing.status) for standing in record.standings),
        "submission": tuple(_submissions(record)),
    }


def digest_of(rows: Mapping[str, tuple[Row, ...]]) -> str:
    """What tells two runs apart."""
    return sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


def _receipts(record: RunRecord) -> Iterator[Row]:
    for review in record.reviews:
        received = review.received
        for name in (received.name, *received.copies):
            yield received.sha256, name


def _findings(record: RunRecord) -> Iterator[Row]:
    for review in record.reviews:
        for finding in review.findings:
            yield (
                review.received.sha256,
                finding.code,
                finding.severity.label,
                "" if finding.cell is None else str(finding.cell),
                finding.sentence,
            )


def _submissions(record: RunRecord) -> Iterator[Row]:
    for standing in record.standings:
        for review in standing.versions:
            if review.submission is not None:
                sha256 = review.received.sha256
                yield (
                    sha256,
                    standing.sop,
                    review.submission.sop.status,
                    review.submission.sop.revision,
                    int(sha256 == standing.counted),
                    review.errors,
                    review.warnings,
                )
