"""Commands about reports of the past, and about keeping and restoring what is known."""

from pathlib import Path
from typing import Annotated

import typer

from sopbatch.cli.help import Command, examples
from sopbatch.cli.options import Reported, Workers

BackupFolder = Annotated[
    Path,
    typer.Option(
        "--ke", metavar="FOLDER", help="Folder tujuan, sebaiknya di media lain.", readable=False
    ),
]
BackupFile = Annotated[
    Path | None,
    typer.Option(
        "--dari",
        metavar="CADANGAN",
        help="Berkas cadangan; tanpa ini, riwayat dibangun dari arsip di folder itu.",
        readable=False,
    ),
]
LogoFolder = Annotated[
    Path,
    typer.Argument(metavar="MASUKAN", help="Folder masukan, tempat logo.", readable=False),
]
Week = Annotated[
    str,
    typer.Option(
        "--minggu",
        metavar="MINGGU",
        help="Tahun dan nomor minggu dalam tahun itu, misalnya 2026-W40.",
    ),
]


def add_past_commands(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command("report", cls=Command, epilog=examples("sopbatch report hasil --minggu 2026-W47"))(
        report
    )
    app.command(
        "undo", cls=Command, epilog=examples("sopbatch undo", "sopbatch undo hasil kiriman")
    )(undo)
    app.command("backup", cls=Command, epilog=examples("sopbatch backup hasil --ke D:/cadangan"))(
        backup
    )
    app.command(
        "restore",
        cls=Command,
        epilog=examples(
            "sopbatch restore hasil",
            "sopbatch restore hasil_baru --dari cadangan/cadangan_sopbatch_2026-11-22.zip",
        ),
    )(restore)


def report(week: Week, target: Reported = Path("output"), workers: Workers = None) -> None:
    """Bangun kembali laporan suatu minggu dari arsip dan berkas riwayat."""
    from sopbatch.batch.workshop.tasks import start_early

    start_early()
    from sopbatch.batch.commands.rebuild import rebuild_report
    from sopbatch.cli.progress import progress_display
    from sopbatch.cli.screen import show_rebuilt

    with progress_display(quiet=False) as progress:
        rebuilt = rebuild_report(target, week, workers, progress)
    show_rebuilt(rebuilt)
    raise typer.Exit(rebuilt.exit_code)


def undo(
    target: Reported = Path("output"), source: LogoFolder = Path("input"), workers: Workers = None
) -> None:
    """Batalkan laporan terakhir: folder hasil kembali seperti pada laporan sebelumnya."""
    from sopbatch.batch.workshop.tasks import start_early

    start_early()
    from sopbatch.batch.commands.restore import undo_last
    from sopbatch.cli.progress import progress_display
    from sopbatch.cli.screen import show_undone

    with progress_display(quiet=False) as progress:
        undone = undo_last(target, source, workers, progress)
    show_undone(undone)
    raise typer.Exit(int(bool(undone.failures)))


def backup(target: Reported = Path("output"), folder: BackupFolder = Path("cadangan")) -> None:
    """Simpan arsip, riwayat, dan semua daftar induk yang pernah dipakai ke satu berkas."""
    from sopbatch.batch.commands.backup import back_up
    from sopbatch.cli.screen import show_backup

    show_backup(back_up(target, folder))


def restore(target: Reported = Path("output"), source: BackupFile = None) -> None:
    """Pulihkan riwayat dari berkas cadangan, atau dari catatan di arsip jika rusak."""
    from sopbatch.cli.screen import show_restored, show_taken_back

    if source is None:
        from sopbatch.batch.commands.restore import restore as make_anew

        show_restored(make_anew(target))
    else:
        from sopbatch.batch.commands.backup import take_back_up

        show_taken_back(take_back_up(source, target), target)
