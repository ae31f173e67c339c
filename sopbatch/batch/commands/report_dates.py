"""Report dates that are hardly meant, told in one sentence before anything is read."""

from datetime import date
from pathlib import Path

from sopbatch.batch.output.hold import is_there
from sopbatch.batch.output.tree import LEDGER
from sopbatch.ledger import read_past
from sopbatch.model import CommandError
from sopbatch.text.words import long_date

FIRST_YEAR, LAST_YEAR = 2000, 2100
NO_YEAR = "Tanggal laporan {day} di luar tahun {first} sampai {last}; periksa --per-tanggal."
CLOCK = (
    "Laporan terakhir bertanggal {last}, padahal hari ini {today}: jam komputer atau tanggal yang "
    "diketik keliru, waktu itu atau sekarang. Jika waktu itu, batalkan laporan terakhir dengan "
    "“sopbatch undo {folder}”"
)
FUTURE = "Tanggal laporan {day} setelah hari ini ({today})"
OLDER = (
    "Tanggal laporan {day} lebih awal daripada laporan terakhir ({last}); laporannya hanya ditulis "
    "di laporan/susulan dan dokumen tidak berubah"
)


def check_year(as_of: date) -> None:
    """Refuse a year that nobody reports about.

    Raises:
        SopbatchError: it is one.
    """
    if not FIRST_YEAR <= as_of.year <= LAST_YEAR:
        told = as_of.isoformat()
        raise CommandError(NO_YEAR.format(day=told, first=FIRST_YEAR, last=LAST_YEAR))


def doubt_about(folder: Path, as_of: date, today: date) -> str:
    """Why a report date is hardly meant, without the full stop; "" when all is well.

    Raises:
        SopbatchError: the year is out of reach, or the ledger cannot be read.
    """
    check_year(as_of)
    last = read_past(folder, as_of).last if is_there(folder / LEDGER) else None
    if last is not None and last > today:
        return CLOCK.format(last=long_date(last), today=long_date(today), folder=folder)
    if as_of > today:
        return FUTURE.format(day=long_date(as_of), today=long_date(today))
    if last is not None and as_of < last:
        return OLDER.format(day=long_date(as_of), last=long_date(last))
    return ""
