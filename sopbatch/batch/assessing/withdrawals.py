"""Files that the register withdraws: they count no more, and are named."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sopbatch.model import Received, Register, Review, Withdrawal, receipt_key
from sopbatch.writing.printable import long_date

NO_FILE = (
    "Lembar Keputusan baris {row}: tanda terima “{number}” tidak dikenal; tidak ada berkas yang "
    "ditarik. Nomornya tertulis pada laporan, lembar Rekonsiliasi."
)
TWO_FILES = (
    "Lembar Keputusan baris {row}: tanda terima “{number}” dimiliki dua berkas; tidak ada berkas "
    "yang ditarik."
)
LATER = "Lembar Keputusan baris {row}: “{number}” baru ditarik pada {day}."


def withdrawn_files(
    received: Sequence[Received], register: Register, as_of: date
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """By sha256, who withdrew a file and why; and a note for every line without effect."""
    by_key: dict[str, list[Received]] = {}
    for item in received:
        by_key.setdefault(receipt_key(item.number), []).append(item)
    reasons: dict[str, str] = {}
    notes: list[str] = []
    for line in register.withdrawals:
        files = by_key.get(receipt_key(line.number), [])
        if note := _without_effect(line, files, as_of):
            notes.append(note)
        else:
            reasons[files[0].sha256] = _reason(line)
    return reasons, tuple(notes)


def apart_from(
    reviews: Iterable[Review], reasons: Mapping[str, str]
) -> tuple[tuple[Review, ...], tuple[tuple[Received, str], ...]]:
    """The reviews of files that count, and the files that do not with the reason."""
    counted: list[Review] = []
    gone: list[tuple[Received, str]] = []
    for review in reviews:
        reason = reasons.get(review.received.sha256)
        if reason is None:
            counted.append(review)
        else:
            gone.append((review.received, reason))
    return tuple(counted), tuple(gone)


def _without_effect(line: Withdrawal, files: Sequence[Received], as_of: date) -> str:
    if not files:
        return NO_FILE.format(row=line.row, number=line.number)
    if len(files) > 1:
        return TWO_FILES.format(row=line.row, number=line.number)
    if line.decided is not None and line.decided > as_of:
        return LATER.format(row=line.row, number=line.number, day=long_date(line.decided))
    return ""


def _reason(line: Withdrawal) -> str:
    day = f" pada {long_date(line.decided)}" if line.decided else ""
    return f"ditarik oleh {line.by}{day}: {line.reason}"
