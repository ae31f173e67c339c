"""What a run told becomes rows of the ledger's tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple
from hashlib import sha256

from sopbatch.ledger.records import Row, RunRecord, findings_of, seen_text
from sopbatch.model import (
    Received,
    receipt_number,
)

DOCUMENT, RETURNED = "dokumen", "dikembalikan"
"""What a run wrote for a content; flowcharts for other programs are called by their form."""


INBOX, ARCHIVE = "masukan", "arsip"
"""Where a content of a run came from."""


def rows_of(record: RunRecord) -> Mapping[str, Callable[[], Iterable[Row]]]:
    """What gives the rows of each table that belongs to a run, without the id of the run.

    Asked each time they are needed: together they are as large as all that the run knows.
    """
    return {
        "receipt": lambda: _receipts(record),
        "finding": lambda: _findings(record),
        "standing": lambda: (
            (one.sop, one.status, one.title, one.unit, one.unit_name) for one in record.standings
        ),
        "submission": lambda: _submissions(record),
        "total": lambda: (astuple(record.total),),
        "decision": lambda: ((one.sop, one.counted, one.reason) for one in record.standings),
        "change": lambda: _changes(record),
        "document": lambda: _documents(record),
        "held": lambda: _held(record),
        "untaken": lambda: record.others.untaken,
        "withdrawn": lambda: _withdrawn(record),
        "loss": lambda: map(astuple, record.losses),
        "plan": lambda: _plan(record),
        "ruling": lambda: _rulings(record),
        "letter": lambda: _letters(record),
        "resent": lambda: map(astuple, record.resent),
        "form": lambda: _forms(record),
    }


def contents_of(record: RunRecord) -> Iterator[Row]:
    """Rows of the contents that a run had before it; known ones keep their first date."""
    day = min(record.as_of, record.today or record.as_of)
    first = seen_text(day, record.until if day == record.as_of else None)
    others = record.others
    seen = (
        *(review.received for review in record.reviews),
        *([others.register] if others.register else []),
        *(received for received, _ in others.set_aside),
    )
    for received in seen:
        number = receipt_number(day, received.sha256)
        yield received.sha256, received.size, first, number
    for received in others.held:
        first = seen_text(received.first_seen, received.seen_until)
        yield received.sha256, received.size, first, received.number


def digest_of(record: RunRecord, rows: Mapping[str, Callable[[], Iterable[Row]]]) -> str:
    """What tells two runs apart: the digest of facts and rows as Python shows them together."""
    digest = sha256()
    for piece in _shown(record.facts, rows):
        digest.update(piece.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _shown(facts: Row, rows: Mapping[str, Callable[[], Iterable[Row]]]) -> Iterator[str]:
    yield f"({facts!r}, {{"
    for at, (table, told) in enumerate(rows.items()):
        yield f"{', ' if at else ''}{table!r}: ("
        count = 0
        for count, row in enumerate(told(), start=1):
            yield f", {row!r}" if count > 1 else repr(row)
        yield ",)" if count == 1 else ")"
    yield "})"


def _receipts(record: RunRecord) -> Iterator[Row]:
    for review in record.reviews:
        received = review.received
        for name in (received.name, *received.copies):
            yield received.sha256, name, _origin(received)


def _origin(received: Received) -> str:
    return ARCHIVE if received.from_archive else INBOX


def _changes(record: RunRecord) -> Iterator[Row]:
    for one in record.standings:
        if one.before != one.status:
            since = one.since.isoformat() if one.since else ""
            yield one.sop, one.before, one.status, since, one.origin


def _documents(record: RunRecord) -> Iterator[Row]:
    written = {DOCUMENT: record.documents, RETURNED: record.returned, **record.exported}
    for kind, paths in written.items():
        for digest, path in paths.items():
            yield digest, kind, path


def _held(record: RunRecord) -> Iterator[Row]:
    for received in record.others.held:
        for name in (received.name, *received.copies):
            yield received.sha256, name, _origin(received)


def _withdrawn(record: RunRecord) -> Iterator[Row]:
    for received, reason in record.others.set_aside:
        for name in (received.name, *received.copies):
            yield received.sha256, name, _origin(received), reason


def _plan(record: RunRecord) -> Iterator[Row]:
    names = {unit.code: unit.name for unit in record.register.units}
    for line in record.register.plan:
        deadline = line.deadline.isoformat() if line.deadline else ""
        unit = (line.unit_code, names.get(line.unit_code, ""), line.section)
        yield line.code, *unit, line.title, deadline, line.owner, int(line.withdrawn)


def _rulings(record: RunRecord) -> Iterator[Row]:
    for row, one in enumerate(record.register.decisions, start=1):
        decided = one.decided.isoformat() if one.decided else ""
        yield one.row or row, one.plan_code, one.status, decided, one.document, one.note


def _letters(record: RunRecord) -> Iterator[Row]:
    others = record.others
    files = (
        *(review.received for review in record.reviews),
        *others.held,
        *(received for received, _ in others.set_aside),
    )
    for received in files:
        for name, letter in received.letters:
            yield received.sha256, name, *astuple(letter)
    for name, letter in others.letters:
        yield "", name, *astuple(letter)


def _forms(record: RunRecord) -> Iterator[Row]:
    for one in record.forms:
        for review in one.versions:
            yield (
                review.received.sha256,
                one.kind,
                one.unit_code,
                one.key,
                review.heading,
                int(review is one.counted),
                review.errors,
                review.warnings,
            )


def _findings(record: RunRecord) -> Iterator[Row]:
    for review in record.reviews:
        yield from findings_of(review)


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
