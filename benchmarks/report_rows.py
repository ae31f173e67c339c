"""The writers of the report given many rows: python -m benchmarks.report_rows [rows].

Ten findings for each SOP. Each writer has a process of its own, a copy of one that holds what the
report tells; told are the seconds of the processor that it takes and the memory it has at most.
Linux only.
"""

import os
import resource
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sopbatch.model import Dossier, Finding
from sopbatch.report.content import Content
from sopbatch.writing.data import write_csv_files, write_json
from sopbatch.writing.report import write_annex, write_report
from tests.builders import findings, province
from tests.writing.report.reports import told

FINDINGS = 10
"""Of each SOP."""
PER_UNIT = 60
Writer = Callable[[Content], object]


def content_of_rows(rows: int) -> Content:
    """A report with about so many findings: five of eight titles were sent."""
    size = rows // FINDINGS * 8 // 5
    known, dossiers = province(size, max(2, size // PER_UNIT))
    return told(known, tuple(_with_findings(dossiers)))


def _with_findings(dossiers: tuple[Dossier, ...]) -> Iterator[Dossier]:
    for number, one in enumerate(dossiers):
        if one.counted is None:
            yield one
            continue
        review = replace(one.counted, findings=tuple(_findings(number)))
        yield replace(one, counted=review, versions=(review, *one.versions[1:]))


def _findings(number: int) -> Iterator[Finding]:
    for place, like in enumerate(findings(0, FINDINGS)):
        told_of = f"Langkah {place + 1} pada SOP nomor {number} “Pengelolaan arsip dinas berkala”"
        yield replace(like, sentence=f"{told_of} belum menyebut output yang dihasilkannya.")


def _json(content: Content) -> None:
    _thrown_away(write_json(content))


def _csv(content: Content) -> None:
    for parts in write_csv_files(content).values():
        _thrown_away(parts)


def _thrown_away(parts: Iterable[bytes]) -> None:
    for _ in parts:
        pass


def measured(writer: Writer, content: Content) -> tuple[float, float]:
    """Seconds and megabytes of a process that writes."""
    child = os.fork()
    if not child:
        writer(content)
        os._exit(0)
    _, _, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    content = content_of_rows(rows)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines, files = len(content.tally.lines), len(content.files)
    print(f"{len(content.finding_rows)} findings, {lines} SOPs, {files} files: {held:.0f} MB")
    writers: dict[str, Writer] = {
        "report": write_report,
        "annex": write_annex,
        "JSON": _json,
        "CSV": _csv,
    }
    for name, writer in writers.items():
        seconds, megabytes = measured(writer, content)
        print(f"{name:10}{seconds:8.1f} s{megabytes:8.0f} MB")


if __name__ == "__main__":
    main()
