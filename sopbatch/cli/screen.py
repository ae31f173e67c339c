"""What the commands show on a terminal: tables and findings, free of what a terminal would obey."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from sopbatch.batch.result import CheckResult
from sopbatch.cli.answer_screen import show_aside
from sopbatch.cli.colours import COLOURS
from sopbatch.cli.facts import check_facts
from sopbatch.cli.terminal import console, print_json, show_failures, show_notes, shown
from sopbatch.model import Finding, Review, Severity
from sopbatch.model.offers import to_paste
from sopbatch.text.words import long_date

if TYPE_CHECKING:  # each command loads its own
    from sopbatch.batch.commands.backup import Backup
    from sopbatch.batch.commands.rebuild import Rebuilt
    from sopbatch.batch.commands.restore import Restored, Undone

LABEL_WIDTH = max(len(severity.label) for severity in Severity)
FATES = COMPLETE, TO_MEND, UNREAD = "lengkap", "harus diperbaiki", "tidak terbaca"
USABLE = "Daftar induk ini dapat dipakai."
MOST = 20
"""Differences shown of a report that was built again."""


def show_rebuilt(rebuilt: "Rebuilt") -> None:
    """Where the report of a past week is, and whether it is the one of that time."""
    screen = console()
    screen.print(f"Laporan minggu {rebuilt.week}: {shown(str(rebuilt.report))}")
    show_failures(screen, rebuilt.failures)
    show_notes(screen, rebuilt.notes)
    if rebuilt.same:
        screen.print("[green]Sama persis dengan laporan yang ditulis waktu itu.[/]")
        return
    why = (
        f"Ketika itu ditulis oleh sopbatch {rebuilt.program} yang berbeda dari program ini."
        if rebuilt.changed
        else "Programnya sama; laporkan hal ini kepada pengembang sopbatch."
    )
    screen.print(
        "[yellow]Tidak sama persis dengan laporan waktu itu, yang tetap pada tempatnya.[/] "
        f"{shown(why)}"
    )
    for difference in rebuilt.differences[:MOST]:
        screen.print(f"  {shown(difference)}")
    if len(rebuilt.differences) > MOST:
        screen.print(f"  dan {len(rebuilt.differences) - MOST} perbedaan lain")


def show_restored(restored: "Restored") -> None:
    """What the new ledger knows, and where the old one is."""
    screen = console()
    screen.print(
        f"Berkas riwayat dibangun kembali dari arsip: {restored.runs} laporan, yang terakhir per "
        f"{long_date(date.fromisoformat(restored.last))}."
    )
    if restored.aside is not None:
        screen.print(f"Berkas riwayat sebelumnya disimpan: {shown(str(restored.aside))}")


def show_backup(backup: "Backup") -> None:
    """What was put into the backup, and where it is."""
    screen = console()
    screen.print(f"Cadangan ditulis: {shown(str(backup.path))}")
    screen.print(
        f"Isinya semua {backup.files} berkas di arsip dan riwayat sampai laporan per "
        f"{long_date(backup.last)}. Simpan di media lain."
    )


def show_taken_back(backup: "Backup", folder: Path) -> None:
    """What a folder got back from a backup, and what to do next."""
    screen = console()
    screen.print(
        f"Dipulihkan ke {shown(str(folder))}: {backup.files} berkas arsip dan riwayat sampai "
        f"{long_date(backup.last)}."
    )
    screen.print("Dokumen dan laporan ditulis kembali oleh “sopbatch run” berikutnya.")


def show_undone(undone: "Undone") -> None:
    """What was taken back, what stands again, and what the next run takes in."""
    screen = console()
    screen.print(f"Laporan per {long_date(undone.day)} dibatalkan.")
    if undone.back_to is None:
        screen.print("Tidak ada laporan sebelumnya; folder hasil kembali kosong, arsip tetap.")
    else:
        screen.print(f"Folder hasil kembali ke laporan per {long_date(undone.back_to)}.")
    if undone.waiting:
        screen.print(
            f"{undone.waiting} berkas yang baru diterima pada laporan itu tersimpan di arsip dan "
            "ikut pada laporan berikutnya."
        )
    show_failures(screen, undone.failures)
    show_notes(screen, undone.notes)


def show_check(result: CheckResult, *, as_json: bool) -> None:
    """Findings of single workbooks, worst first."""
    if as_json:
        print_json(check_facts(result))
        return
    screen = console()
    for review in result.reviews:
        _show_review(screen, review)
    show_aside(screen, result.aside)
    show_notes(screen, result.notes)
    for path in result.marked:
        screen.print(f"Berkas perbaikan: {shown(str(path))}")
    show_failures(screen, result.failures)
    for incident in result.incidents:
        screen.print(f"[red]Kesalahan program:[/] {shown(incident)}")
    if len(result.reviews) > 1:
        screen.print(_sum(result.reviews))


def _sum(reviews: Sequence[Review]) -> str:
    """How many files are as they should be, for whoever looks at a folder."""
    fates = Counter(_fate(review) for review in reviews)
    each = ", ".join(f"{fates[fate]} {fate}" for fate in FATES if fates[fate])
    return f"Jumlah: {len(reviews)} berkas; {each}."


def _fate(review: Review) -> str:
    if review.reading is None and not review.is_register:
        return UNREAD
    return TO_MEND if review.errors else COMPLETE


def _show_review(screen: Console, review: Review) -> None:
    screen.print(f"[bold]{shown(review.received.name)}[/]")
    if not review.findings:
        good = USABLE if review.is_register else "Berkas ini lengkap."
        screen.print(f"  [green]Tidak ada temuan. {good}[/]")
        return
    found = to_paste(review.findings, review.reading)
    later = [finding for finding in found if finding.later]
    now = [finding for finding in found if not finding.later]
    for finding in sorted(now, key=lambda finding: -finding.severity):
        _show_finding(screen, finding)
    if later:
        screen.print("  [bold]Untuk revisi berikutnya; SOP ini tetap berlaku:[/]")
    for finding in later:
        _show_finding(screen, finding)
    told = f", {len(later)} untuk revisi berikutnya" if later else ""
    screen.print(
        f"  {review.errors} harus diperbaiki, {review.warnings - len(later)} sebaiknya diperbaiki, "
        f"{sum(finding.severity is Severity.INFO for finding in now)} saran{told}."
    )
    if review.is_register and not review.errors:
        screen.print(f"  [green]{USABLE}[/]")


def _show_finding(screen: Console, finding: Finding) -> None:
    colour = COLOURS[finding.severity]
    where = "berkas" if finding.cell is None else str(finding.cell)
    screen.print(
        f"  [{colour}]{finding.severity.label:<{LABEL_WIDTH}}[/] {shown(where)}  "
        f"{shown(finding.sentence)}{f' [dim]({finding.code})[/]' if finding.code else ''}"
    )
    indent = " " * (LABEL_WIDTH + 3)
    screen.print(f"{indent}→ {shown(finding.advice)}")
    if finding.suggestion:
        screen.print(f"{indent}Usul isian: “{shown(finding.suggestion)}”")
