"""The command that makes a register, or gives one back; what is heavy is imported inside."""

from pathlib import Path
from typing import Annotated

import typer

from sopbatch.cli.options import RegisterFile, ReportedFolder

ListFile = Annotated[
    Path | None,
    typer.Option(
        "--dari",
        metavar="DAFTAR",
        readable=False,
        help="Daftar perangkat daerah atau rencana SOP yang sudah ada: xlsx, xls, xlsb, atau ods.",
    ),
]
PastWeek = Annotated[
    str,
    typer.Option(
        "--minggu",
        metavar="MINGGU",
        help="Ambil daftar induk yang dipakai minggu itu, misalnya 2026-W47.",
    ),
]
ProposalFile = Annotated[
    Path | None,
    typer.Option(
        "--terima",
        metavar="USULAN",
        readable=False,
        help="Tambahkan judul yang tersisa dalam berkas usulan rencana ke daftar induk baru.",
    ),
]
WrittenRegister = Annotated[
    Path | None,
    typer.Option(
        "--ke",
        metavar="BERKAS",
        readable=False,
        help="Berkas yang ditulis; yang sudah ada tidak pernah diganti.",
    ),
]


def register_command(
    source: ListFile = None,
    week: PastWeek = "",
    target: ReportedFolder = Path("output"),
    written: WrittenRegister = None,
    proposal: ProposalFile = None,
    register: RegisterFile = None,
) -> None:
    """Buat daftar induk dari daftar yang sudah ada, atau dari usulan yang diterima."""
    match source, proposal, week:
        case Path(), None, "":
            from sopbatch.batch.commands.import_register import import_register
            from sopbatch.cli.register_screen import show_imported

            show_imported(import_register(source, written or Path("daftar_induk.xlsx")))
        case None, Path(), "":
            from sopbatch.batch.commands.accept_plan import NEW_PLACE, accept_plan
            from sopbatch.cli.clock import today
            from sopbatch.cli.register_screen import show_accepted

            show_accepted(accept_plan(proposal, register, written or NEW_PLACE, today()))
        case None, None, str() if week:
            from sopbatch.batch.commands.past_register import past_register

            typer.echo(f"Ditulis: {past_register(target, week, written)}")
        case _:
            from sopbatch.model import CommandError

            raise CommandError(
                "Sebutkan salah satu: --dari DAFTAR untuk daftar induk baru, --terima USULAN untuk "
                "menambahkan judul yang diterima, atau --minggu MINGGU untuk daftar induk minggu "
                "itu."
            )
