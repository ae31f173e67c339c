"""The report of a past week again: archive and ledger come in, the same bytes go out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from sopbatch import __version__
from sopbatch.batch.assessing.assessment import Seen, look, standings
from sopbatch.batch.assessing.going_back import to_return
from sopbatch.batch.assessing.report_content import content, cycle
from sopbatch.batch.commands.restore import as_received
from sopbatch.batch.order import Order, ReportStage, no_progress
from sopbatch.batch.output.hold import alone_in
from sopbatch.batch.output.log import write_log
from sopbatch.batch.output.program import program_digest
from sopbatch.batch.output.publish import bytes_of, writing
from sopbatch.batch.output.tree import ARCHIVE, REPORTS, REPORTS_REBUILT
from sopbatch.batch.products.mended import progress_by_file
from sopbatch.batch.products.nation_lines import nation_lines
from sopbatch.batch.products.reports import report_page, report_products
from sopbatch.files import make_folder, write_whole
from sopbatch.ledger import read_past, recall, recall_counts
from sopbatch.model import CommandError, Completion, NotFoundError, SopbatchError

FIGURES = {
    "planned": "direncanakan",
    "outside_plan": "di luar rencana",
    "received": "diterima",
    "complete": "lengkap",
    "compiled": "tersusun",
    "ratified": "selesai",
    "to_correct": "perlu perbaikan",
    "late": "terlambat",
    "errors": "galat",
    "warnings": "peringatan",
}
WEEK = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d{1,2})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
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
    differences: tuple[str, ...]
    """Figures and statuses that differ from those of that time."""
    failures: tuple[str, ...]
    """What of the report could not be made, one Indonesian sentence each."""
    notes: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """0 when the bytes are the same and all of it was made, else 1."""
        return int(not self.same or bool(self.failures))


def rebuild_report(
    folder: Path, week: str, workers: int | None = None, progress: ReportStage = no_progress
) -> Rebuilt:
    """Write the last report of an ISO week again, from what was received and known by then.

    Raises:
        SopbatchError: the week is not written as one, the ledger does not know it, or the archive
            has lost a file.
    """
    name = week_name(week)
    if not folder.is_dir():
        raise NotFoundError("Folder hasil", folder)
    with alone_in(folder):
        run = recall(folder, name)
        if run is None:
            raise SopbatchError(f"Berkas riwayat di “{folder}” tidak memuat laporan minggu {name}.")
        past = read_past(folder, run.as_of, run.id)
        order = Order(
            input=folder / ARCHIVE,
            output=folder,
            as_of=run.as_of,
            register=None,
            workers=workers,
            progress=progress,
            until=run.until,
        )
        received, beside = as_received(folder, run)
        seen = look(order, received, beside, past)
        mended = progress_by_file(folder, seen.dossiers, run.id)
        back = to_return(seen, past).now
        says = content(order, seen, past, back, run.documents, run.returned, mended)
        known = cycle(seen, order.as_of)
        made = report_products(order, says, known)
        parts = (made, report_page(order, says), nation_lines(order, seen, known))
        workbook = made.products[0]
        same = workbook.sha256 == run.report
        with writing(folder):
            for item in chain(*(part.products for part in parts)):
                path = folder / _place(item.path, same)
                make_folder(path.parent, folder)
                write_whole(path, bytes_of(item))
        if incidents := (*seen.incidents, *chain(*(part.incidents for part in parts))):
            write_log(order, incidents)
        differences = () if same else tuple(_differences(recall_counts(folder, run.id), seen))
    return Rebuilt(
        week=name,
        as_of=run.as_of,
        report=folder / _place(workbook.path, same),
        same=same,
        program=run.program,
        changed=(run.program, run.build) != (__version__, program_digest()),
        differences=differences,
        failures=tuple(chain(*(part.failures for part in parts))),
        notes=tuple(chain(*(part.notes for part in parts))),
    )


def _place(path: str, same: bool) -> str:
    """A report that is not the one of its time stands beside it."""
    return path if same else path.replace(REPORTS, REPORTS_REBUILT, 1)


def _differences(then: tuple[Completion, Mapping[str, str]], seen: Seen) -> Iterator[str]:
    """What this program counts otherwise than the one of that time."""
    total, status = then
    for name, label in FIGURES.items():
        before, after = getattr(total, name), getattr(seen.counts.total, name)
        if before != after:
            yield f"{label}: {before} menjadi {after}"
    for one in standings(seen):
        before = status.get(one.sop, "tidak ada")
        if one.status != before:
            yield f"{one.title}: {before} menjadi {one.status}"


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
        raise CommandError(
            f"Minggu “{text}” tidak dikenali; tulis seperti 2026-W40 (tahun-W-nomor minggu)."
        ) from error
    return f"{found['year']}-W{int(found['week']):02}"
