"""The command that writes forms and letters to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from sopbatch.cli.options import RegisterFile, ReportedFolder

TemplateFolder = Annotated[
    Path, typer.Option("--ke", metavar="FOLDER", help="Folder tujuan.", readable=False)
]
UnitCode = Annotated[
    str,
    typer.Option(
        "--untuk",
        metavar="KODE",
        help="Kode atau nama perangkat daerah, atau “semua”; datanya sudah terisi di formulir.",
    ),
]
FormMails = Annotated[
    bool,
    typer.Option(
        "--surel",
        help="Dengan --untuk: susun juga konsep surel yang melampirkan formulirnya.",
    ),
]
LetterTexts = Annotated[
    bool,
    typer.Option(
        "--surat",
        help="Tulis teks surat ke folder templat_surat di samping daftar induk, untuk diubah.",
    ),
]
FilledForm = Annotated[
    Path | None,
    typer.Option(
        "--dari",
        metavar="BERKAS",
        help="Formulir SOP yang sudah terisi, versi atau format apa pun; isinya pindah ke "
        "formulir terbaru.",
        readable=False,
    ),
]


def template_command(
    folder: TemplateFolder = Path("workbook_templates"),
    unit: UnitCode = "",
    register: RegisterFile = None,
    target: ReportedFolder = Path("output"),
    mails: FormMails = False,
    letters: LetterTexts = False,
    filled: FilledForm = None,
) -> None:
    """Tulis formulir kosong dan daftar induk, formulir bagi perangkat daerah, atau teks surat."""
    from sopbatch.batch.commands.issue import (
        Issued,
        issue_templates,
        letter_templates,
        plain_templates,
    )
    from sopbatch.cli.clock import today

    if mails and not unit:
        from sopbatch.model import CommandError

        raise CommandError("--surel hanya berlaku bersama --untuk; sebutkan perangkat daerahnya.")
    if filled:
        from sopbatch.batch.commands.refill import refill

        issued = refill(filled, folder, register, today())
    elif letters:
        issued = letter_templates(register)
    elif unit:
        issued = issue_templates(unit, folder, register, today(), output=target, mails=mails)
    else:
        issued = Issued(plain_templates(folder))
    for path in issued.written:
        typer.echo(f"Ditulis: {path}")
    for path in issued.kept:
        typer.echo(f"Dibiarkan, karena sudah ada dan isinya lain: {path}")
    for note in issued.notes:
        typer.echo(note)
