"""The closing summary of a run, whether it was done or would only have been done again."""

from rich.console import Console
from rich.table import Table

from sopbatch.batch.order import Order, RunAnswer
from sopbatch.batch.output.last_answer import answered
from sopbatch.batch.output.tree import ARCHIVE, DOCUMENTS, EXPORTS, RETURNED
from sopbatch.cli.profile_screen import show_profile
from sopbatch.cli.terminal import console, shown
from sopbatch.model import iso_week
from sopbatch.report.files import FileFate
from sopbatch.schema.products import annex_name
from sopbatch.text.words import count, week_in_words
from sopbatch.workers import Times


def show_again(order: Order, *, profile: bool) -> RunAnswer | None:
    """Show the answer of the last run, when this one would be the same; None when not."""
    answer = answered(order)
    if answer is not None:
        show_answer(answer, order.times if profile else None)
    return answer


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
        show_profile(times)


def show_told(screen: Console, answer: RunAnswer) -> None:
    """What a run has to say besides its figures."""
    root = answer.report.parent.parent
    show_aside(screen, answer.not_taken, answer.passed)
    for failure in answer.failures:
        screen.print(f"[red]Gagal:[/] {shown(failure)}")
    for note in answer.notes:
        screen.print(f"[yellow]Catatan:[/] {shown(note)}")
    for loss in answer.losses:
        after = loss.after or "tidak terdaftar lagi"
        screen.print(
            f"[yellow]Turun:[/] {shown(loss.title)}: {shown(loss.before)} menjadi {shown(after)}; "
            f"{shown(loss.reason)}."
        )
    if answer.incidents:
        screen.print(
            f"[red]Ada {answer.incidents} kesalahan program; rinciannya di "
            f"{shown(str(root / 'sopbatch.log'))}.[/]"
        )


def show_aside(
    screen: Console, untaken: tuple[tuple[str, str], ...], passed: tuple[tuple[str, str], ...]
) -> None:
    """In the words of the report: what could not be taken, and what is no form of an SOP."""
    for fate, files in ((FileFate.UNTAKEN, untaken), (FileFate.PASSED, passed)):
        for name, reason in files:
            screen.print(f"[yellow]{fate.value}:[/] {shown(name)} ({shown(reason)})")


def _run_table(answer: RunAnswer) -> Table:
    """The week in at most ten lines, as the sheet Pekan ini has it."""
    title = f"Pekan ini ({week_in_words(iso_week(answer.as_of))})"
    table = Table(title=title, show_header=False, title_justify="left")
    table.add_column("Hal", no_wrap=True)
    table.add_column("Jumlah", justify="right")
    table.add_column("Keterangan")
    for figure in answer.figures:
        table.add_row(figure.name, count(figure.number), shown(figure.words))
    return table
