"""Files that the register withdraws: they count no more, and are named."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import compress
from operator import not_

from sopbatch.model import Received, Register, Review, Withdrawal, receipt_key
from sopbatch.report.week_facts import IdleDecision
from sopbatch.schema.statuses import WITHDRAWN
from sopbatch.text.words import long_date

NOTE = "Lembar Keputusan baris {row}: “{number}” belum diterapkan: {reason}."
NO_FILE = "tanda terimanya tidak dikenal; nomor yang benar ada di lampiran, lembar Berkas Diterima"
TWO_FILES = "tanda terimanya dimiliki dua berkas; tidak ada berkas yang ditarik"
LATER = "baru ditarik pada {day}"


def withdrawn_files(
    received: Sequence[Received], register: Register, as_of: date
) -> tuple[Mapping[str, str], tuple[IdleDecision, ...]]:
    """By sha256, who withdrew a file and why; and every line without effect."""
    by_key: dict[str, list[Received]] = {}
    for item in received:
        by_key.setdefault(receipt_key(item.number), []).append(item)
    reasons: dict[str, str] = {}
    idle: list[IdleDecision] = []
    for line in register.withdrawals:
        files = by_key.get(receipt_key(line.number), [])
        if why := _without_effect(line, files, as_of):
            idle.append(IdleDecision(line.row, line.number, WITHDRAWN, line.decided, why))
        else:
            reasons[files[0].sha256] = _reason(line)
    return reasons, tuple(idle)


def idle_note(one: IdleDecision) -> str:
    """A line without effect as a sentence."""
    return NOTE.format(row=one.row, number=one.code, reason=one.reason)


def apart_from(
    reviews: Iterable[Review], reasons: Mapping[str, str]
) -> tuple[tuple[Review, ...], tuple[Review, ...]]:
    """The reviews of files that count, and those of files that were withdrawn."""
    known = tuple(reviews)
    gone = [review.received.sha256 in reasons for review in known]
    return tuple(compress(known, map(not_, gone))), tuple(compress(known, gone))


def _without_effect(line: Withdrawal, files: Sequence[Received], as_of: date) -> str:
    if not files:
        return NO_FILE
    if len(files) > 1:
        return TWO_FILES
    if line.decided is not None and line.decided > as_of:
        return LATER.format(day=long_date(line.decided))
    return ""


def _reason(line: Withdrawal) -> str:
    day = f" pada {long_date(line.decided)}" if line.decided else ""
    return f"ditarik oleh {line.by}{day}: {line.reason}"
