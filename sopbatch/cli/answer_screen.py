"""The closing summary of a run, whether it was done or would only have been done again."""

from rich.console import Console
from rich.table import Table

from sopbatch.batch.order import RunAnswer
from sopbatch.batch.output.tree import ARCHIVE, DOCUMENTS, EXPORTS, LOG, RETURNED
from sopbatch.cli.terminal import console, show_failures, show_notes, shown
from sopbatch.schema.products import annex_name
from sopbatch.times import Times


def show_answer(answer: RunAnswer, times: Times | None = None) -> None:
    """The week's figures, where everything is, and where the time went when that was asked for."""
    screen = console()
    screen.print(_run_table(answer))
    root = answer.report.parent.parent
    for title, place in (
        ("Laporan", answer.report),
        ("Lampiran, dengan lembar Pekan ini", answer.report.parent / annex_name(answer.as_of)),
        ("Dokumen SOP", root / DOCUMENTS),
        ("Diagram alir untuk program lain", root / EXPORTS),
        ("Berkas untuk dikembalikan", root / RETURNED),
        ("Arsip berkas asli", root / ARCHIVE),
    ):
        if place.exists():
            screen.print(f"{title}: {shown(str(place))}")
    show_told(screen, answer)
    if times is not None:
        from sopbatch.cli.profile_screen import show_profile

        show_profile(times)


def show_told(screen: Console, answer: RunAnswer) -> None:
    """What a run has to say besides its figures."""
    root = answer.report.parent.parent
    show_aside(screen, answer.aside)
    show_failures(screen, answer.failures)
    show_notes(screen, answer.notes)
    for loss in answer.losses:
        screen.print(f"[yellow]Turun:[/] {shown(loss)}.")
    if answer.incidents:
        screen.print(
            f"[red]Ada {answer.incidents} kesalahan program; rinciannya di "
            f"{shown(str(root / LOG))}.[/]"
        )


def show_aside(screen: Console, aside: tuple[tuple[str, str, str], ...]) -> None:
    """What could not be taken, and what is no form of an SOP."""
    for fate, name, reason in aside:
        screen.print(f"[yellow]{fate}:[/] {shown(name)} ({shown(reason)})")


def _run_table(answer: RunAnswer) -> Table:
    """The week in at most ten lines, as the sheet Pekan ini has it."""
    title = f"Pekan ini ({answer.week})"
    table = Table(title=title, show_header=False, title_justify="left")
    table.add_column("Hal", no_wrap=True)
    table.add_column("Jumlah", justify="right")
    table.add_column("Keterangan")
    for name, number, words in answer.figures:
        table.add_row(name, number, shown(words))
    return table
