"""The report of a past week again: archive and ledger come in, the same bytes go out."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopbatch import __version__
from sopbatch.batch.folders import alone_in
from sopbatch.batch.kept import ARCHIVE, archived
from sopbatch.batch.looking import content, look
from sopbatch.batch.order import Order, Progress, no_progress
from sopbatch.batch.program import program_digest
from sopbatch.batch.publish import bytes_of, writing
from sopbatch.batch.reports import report_products
from sopbatch.files import make_folder, write_whole
from sopbatch.ledger import RunMemory, read_past, recall
from sopbatch.model import OtherFiles, SopbatchError

WEEK = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d{1,2})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A report of the past, written again."""

    week: str
    as_of: date
    report: Path
    same: bool
    """The workbook has the bytes it had when it was written first."""
    program: str
    """Version of sopbatch that wrote it then."""
    changed: bool
    """The program is another one now."""

    @property
    def exit_code(self) -> int:
        """0 when the bytes are the same, else 1."""
        return int(not self.same)


def rebuild_report(
    folder: Path, week: str, workers: int | None = None, progress: Progress = no_progress
) -> Rebuilt:
    """Write the last report of an ISO week again, from what was received and known by then.

    Raises:
        SopbatchError: the week is not written as one, the ledger does not know it, or the archive
            has lost a file.
    """
    name = week_name(week)
    if not folder.is_dir():
        raise SopbatchError(f"Folder keluaran “{folder}” tidak ditemukan.")
    with alone_in(folder):
        run = recall(folder, name)
        if run is None:
            raise SopbatchError(f"Buku besar di “{folder}” tidak memuat laporan minggu {name}.")
        past = read_past(folder, run.as_of, run.id)
        order = Order(folder / ARCHIVE, folder, run.as_of, None, workers, progress, until=run.until)
        received = tuple(archived(folder, item) for item in run.received)
        seen = look(order, received, _beside(folder, run), past)
        made = report_products(order, content(order, seen, past, run.documents, run.returned))
        with writing(folder):
            for item in made.products:
                make_folder((folder / item.path).parent, folder)
                write_whole(folder / item.path, bytes_of(item))
    workbook = made.products[0]
    return Rebuilt(
        name,
        run.as_of,
        folder / workbook.path,
        workbook.sha256 == run.report,
        run.program,
        (run.program, run.build) != (__version__, program_digest()),
    )


def week_name(text: str) -> str:
    """The customary name of an ISO week, such as "2026-W40" for "2026w40".

    Raises:
        SopbatchError: there is no such week.
    """
    found = WEEK.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
    except ValueError as error:
        raise SopbatchError(
            f"Minggu “{text}” tidak dikenali; tulis seperti 2026-W40 (tahun-W-nomor minggu)."
        ) from error
    return f"{found['year']}-W{int(found['week']):02}"


def _beside(folder: Path, run: RunMemory) -> OtherFiles:
    register = run.others.register
    return replace(run.others, register=archived(folder, register) if register else None)
