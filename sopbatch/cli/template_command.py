"""The command that writes forms and letters to fill in."""

from pathlib import Path

import typer

from sopbatch.cli.options import (
    FilledForm,
    FormMails,
    LetterTexts,
    RegisterFile,
    ReportedFolder,
    TemplateFolder,
    UnitCode,
)


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
