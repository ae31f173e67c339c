"""Which of the files that were read count by the report date, and which stand beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_

from sopbatch.batch.assessing.reviews import ReadAll
from sopbatch.batch.assessing.senders import by_sender
from sopbatch.batch.assessing.sent_again import with_later_mails
from sopbatch.batch.assessing.ties import with_ties
from sopbatch.batch.assessing.withdrawals import apart_from, idle_note, withdrawn_files
from sopbatch.batch.order import Order
from sopbatch.ledger import Past
from sopbatch.model import OtherFiles, Received, Register, Review
from sopbatch.report.week_facts import IdleDecision

HELD = "{count} berkas baru diterima setelah tanggal laporan dan dihitung pada laporan berikutnya."


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """The files that count, and what was set aside for them."""

    reviews: tuple[Review, ...]
    register: Register
    """With the titles that ties teach."""
    others: OtherFiles
    gone: tuple[Review, ...]
    """Files that the register withdraws."""
    idle: tuple[IdleDecision, ...]
    """Withdrawals without effect."""
    notes: tuple[str, ...]


def that_count(order: Order, read: ReadAll, beside: OtherFiles, past: Past) -> Counting:
    """Set aside what came too late, what is withdrawn, and whose sender is not known."""
    asked = tuple(_still_asked(read.reviews))
    by_then = [item.received.came_by(order.as_of, order.until) for item in asked]
    held = (*beside.held, *(item.received for item in compress(asked, map(not_, by_then))))
    in_time = with_later_mails(compress(asked, by_then), past.parcels, order.as_of)
    files = [review.received for review in in_time]
    reasons, idle = withdrawn_files(files, read.register, order.as_of)
    in_time, gone = apart_from(in_time, reasons)
    in_time, unsure, doubts = by_sender(in_time, read.register, order.as_of, past.counted_once)
    register, loose = with_ties(read.register, in_time, order.as_of)
    untaken = (*beside.untaken, *read.passed)
    names = {name for name, _ in untaken}
    others = OtherFiles(
        register=read.register_file,
        held=held,
        untaken=untaken,
        withdrawn=tuple((one.received, reasons[one.received.sha256]) for one in gone),
        letters=tuple(sorted(pair for pair in beside.letters if pair[0] in names)),
        unsure=unsure,
    )
    late = (HELD.format(count=len(held)),) if held else ()
    return Counting(
        reviews=in_time,
        register=register,
        others=others,
        gone=gone,
        idle=tuple(idle),
        notes=(*late, *map(idle_note, idle), *loose, *doubts),
    )


def _still_asked(reviews: Sequence[Review]) -> Iterator[Review]:
    """All but the refused files of the archive in whose place another one came since."""
    by_name: dict[str, list[Review]] = {}
    for review in reviews:
        by_name.setdefault(review.received.name, []).append(review)
    for review in reviews:
        same = by_name[review.received.name]
        if not any(_in_place_of(other.received, review) for other in same):
            yield review


def _in_place_of(newer: Received, older: Review) -> bool:
    gone = older.reading is None and older.received.from_archive
    later = not newer.from_archive or newer.came > older.received.came
    return gone and later and newer.sha256 != older.received.sha256
