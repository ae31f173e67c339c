"""What the commands show: progress, tables, findings; the same as JSON for machines."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from sopbatch.batch import CheckResult, RunResult
from sopbatch.batch import Progress as Report
from sopbatch.model import Finding, Review, Severity, SopbatchError
from sopbatch.rules import BATCH_RULES, RULES, Rule

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def console() -> Console:
    """The terminal; plain text when the output is no terminal."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


@contextmanager
def progress_display(*, quiet: bool) -> Iterator[Report]:
    """A bar with counts and time left on a terminal, one plain line per stage elsewhere."""
    if quiet:
        yield lambda stage, done, total: None
        return
    screen = Console(stderr=True, highlight=False)
    if not screen.is_terminal:
        yield _plain_lines(screen)
        return
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("sisa waktu"),
        TimeRemainingColumn(compact=True),
        console=screen,
    ) as bar:
        stages: dict[str, Any] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bar.add_task(stage, total=total)
            bar.update(stages[stage], completed=done, total=total)

        yield report


def _plain_lines(screen: Console) -> Report:
    def report(stage: str, done: int, total: int) -> None:
        if done == total:
            screen.print(f"{stage}: {total} selesai.")

    return report


def show_run(result: RunResult, *, as_json: bool) -> None:
    """The closing summary of a run."""
    if as_json:
        print(json.dumps(_run_facts(result), ensure_ascii=False, indent=2))  # noqa: T201
        return
    screen = console()
    table = Table(title="Hasil pengolahan", show_header=False, title_justify="left")
    table.add_column("Hal")
    table.add_column("Jumlah", justify="right")
    table.add_row("Berkas dibaca", str(len(result.reviews)))
    table.add_row("  lengkap", str(result.complete))
    table.add_row("  perlu perbaikan", str(result.to_fix))
    table.add_row("  tidak terbaca", str(result.unreadable))
    if result.tally.can_count_plan:
        total = result.tally.total
        table.add_row("SOP direncanakan", str(total.planned))
        table.add_row("SOP selesai (sesuai rencana)", str(total.planned_ratified))
    screen.print(table)
    root = result.report.parent.parent
    for title, place in (
        ("Laporan", result.report),
        ("Dokumen SOP", root / "dokumen"),
        ("Berkas untuk dikembalikan", root / "dikembalikan"),
        ("Arsip berkas asli", root / "arsip"),
    ):
        screen.print(f"{title}: {escape(str(place))}")
    for name, reason in result.not_taken:
        screen.print(f"[yellow]Dilewati:[/] {escape(name)} ({escape(reason)})")
    for note in result.notes:
        screen.print(f"[yellow]Catatan:[/] {escape(note)}")
    if result.incidents:
        screen.print(
            f"[red]Ada {len(result.incidents)} kesalahan program; rinciannya di "
            f"{escape(str(root / 'sopbatch.log'))}.[/]"
        )


def _run_facts(result: RunResult) -> dict[str, Any]:
    total = result.tally.total
    return {
        "per_tanggal": result.as_of.isoformat(),
        "berkas": {
            "dibaca": len(result.reviews),
            "lengkap": result.complete,
            "perlu_perbaikan": result.to_fix,
            "tidak_terbaca": result.unreadable,
        },
        "sop": {
            "direncanakan": total.planned,
            "diterima": total.received,
            "lengkap": total.complete,
            "tersusun": total.compiled,
            "selesai": total.ratified,
        },
        "laporan": str(result.report),
        "keluaran": list(result.outputs),
        "dilewati": [{"nama": name, "sebab": reason} for name, reason in result.not_taken],
        "catatan": list(result.notes),
        "temuan": [_review_facts(review) for review in result.reviews if review.findings],
        "kode_keluar": result.exit_code,
    }


def _review_facts(review: Review) -> dict[str, Any]:
    return {
        "berkas": review.received.name,
        "terbaca": review.submission is not None,
        "galat": review.errors,
        "peringatan": review.warnings,
        "temuan": [
            {
                "kode": finding.code,
                "tingkat": finding.severity.label,
                "sel": "" if finding.cell is None else str(finding.cell),
                "uraian": finding.sentence,
                "saran": finding.advice,
                "maksud": finding.suggestion,
                "menahan": finding.blocks,
            }
            for finding in review.findings
        ],
    }


def show_check(result: CheckResult, *, as_json: bool) -> None:
    """Findings of single workbooks, worst first."""
    if as_json:
        facts = [_review_facts(review) for review in result.reviews]
        print(json.dumps(facts, ensure_ascii=False, indent=2))  # noqa: T201
        return
    screen = console()
    for review in result.reviews:
        screen.print(f"[bold]{escape(review.received.name)}[/]")
        if not review.findings:
            screen.print("  [green]Tidak ada temuan. Berkas ini lengkap.[/]")
        for finding in review.findings:
            _show_finding(screen, finding)
        screen.print(
            f"  {review.errors} galat, {review.warnings} peringatan, "
            f"{sum(f.severity is Severity.INFO for f in review.findings)} saran."
        )
    for note in result.notes:
        screen.print(f"[yellow]Catatan:[/] {escape(note)}")


def _show_finding(screen: Console, finding: Finding) -> None:
    colour = COLOURS[finding.severity]
    where = "berkas" if finding.cell is None else str(finding.cell)
    screen.print(
        f"  [{colour}]{finding.severity.label:<10}[/] {escape(where)}  "
        f"{escape(finding.sentence)} [dim]({finding.code})[/]"
    )
    screen.print(f"             → {escape(finding.advice)}")
    if finding.suggestion:
        screen.print(f"             Maksud Anda: “{escape(finding.suggestion)}”?")


def show_rule(code: str) -> None:
    """One rule in full.

    Raises:
        SopbatchError: no rule has this code.
    """
    rule = next((rule for rule in _all_rules() if rule.code == code.strip().upper()), None)
    if rule is None:
        raise SopbatchError(
            f"Aturan “{code}” tidak dikenal; lihat daftarnya dengan “sopbatch rules”."
        )
    screen = console()
    screen.print(f"[bold]{rule.code}[/] ([{COLOURS[rule.severity]}]{rule.severity.label}[/])")
    for title, text in (
        ("Temuan", rule.sentence),
        ("Perbaikan", rule.advice),
        ("Alasan", rule.reason),
    ):
        screen.print(f"{title}: {escape(text)}")


def show_rules(*, as_json: bool) -> None:
    """All rules, one line each."""
    rules = _all_rules()
    if as_json:
        facts = [
            {
                "kode": rule.code,
                "tingkat": rule.severity.label,
                "temuan": rule.sentence,
                "perbaikan": rule.advice,
                "alasan": rule.reason,
            }
            for rule in rules
        ]
        print(json.dumps(facts, ensure_ascii=False, indent=2))  # noqa: T201
        return
    table = Table(title=f"{len(rules)} aturan pemeriksaan", title_justify="left")
    table.add_column("Kode", no_wrap=True)
    table.add_column("Tingkat", no_wrap=True)
    table.add_column("Temuan")
    for rule in rules:
        table.add_row(
            rule.code, f"[{COLOURS[rule.severity]}]{rule.severity.label}[/]", escape(rule.sentence)
        )
    console().print(table)


def _all_rules() -> tuple[Rule, ...]:
    return tuple(sorted((*RULES, *BATCH_RULES), key=lambda rule: rule.code))
