"""Today, days and times as typed, and whether they are meant: nothing else looks at the clock."""

import os
from datetime import date, datetime, time
from pathlib import Path

from sopbatch.cli.asking import can_ask, says_yes

TODAY = "SOPBATCH_HARI_INI"
"""Variable that stands for the clock, as YYYY-MM-DD: for scripts that repeat an old run."""
FORCE = "Tambahkan --paksa jika memang demikian"


def today() -> date:
    """The day it is."""
    told = os.environ.get(TODAY, "")
    return day_of(told) if told else datetime.now().astimezone().date()


def day_of(text: str) -> date:
    """The day typed.

    Raises:
        SopbatchError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        from sopbatch.model import CommandError

        raise CommandError(
            f"Tanggal “{text}” tidak dikenali; tulis seperti 2026-01-31 (tahun-bulan-hari)."
        ) from error


def report_day(text: str) -> date:
    """The day typed; without one, today.

    Raises:
        SopbatchError: it is none.
    """
    return day_of(text) if text else today()


def closing_time(text: str) -> time | None:
    """The time of day typed, such as "16.00"; None without one.

    Raises:
        SopbatchError: it is none.
    """
    if not text:
        return None
    try:
        return datetime.strptime(text.replace(":", "."), "%H.%M").time()  # noqa: DTZ007 - a clock
    except ValueError as error:
        from sopbatch.model import CommandError

        raise CommandError(
            f"Pukul “{text}” tidak dikenali; tulis seperti 16.00 (jam.menit)."
        ) from error


def check_meant(folder: Path, as_of: date, *, forced: bool) -> None:
    """Ask about a report date that is hardly meant; refuse it where nobody can answer.

    Raises:
        SopbatchError: it is not meant, or cannot be.
    """
    from sopbatch.batch.commands.report_dates import doubt_about
    from sopbatch.model import SopbatchError

    doubt = doubt_about(folder, as_of, today())
    if not doubt or forced:
        return
    if not can_ask():
        raise SopbatchError(f"{doubt}. {FORCE}.")
    if not says_yes(f"{doubt}. Lanjutkan?"):
        raise SopbatchError("Tidak dilanjutkan; tidak ada yang berubah.")
