"""Commands that show the rules."""

from typing import Annotated

import typer

from sopbatch.cli.help import Command, examples
from sopbatch.cli.options import Json

RuleCode = Annotated[str, typer.Argument(metavar="KODE", help="Kode aturan, misalnya W-01.")]


def add_rule_commands(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command("explain", cls=Command, epilog=examples("sopbatch explain W-01"))(explain)
    app.command("rules", cls=Command, epilog=examples("sopbatch rules", "sopbatch rules --json"))(
        rules
    )


def explain(code: RuleCode) -> None:
    """Jelaskan satu aturan pemeriksaan."""
    from sopbatch.cli.rule_screen import show_rule

    show_rule(code)


def rules(as_json: Json = False) -> None:
    """Daftarkan semua aturan pemeriksaan."""
    from sopbatch.cli.rule_screen import show_rules

    show_rules(as_json=as_json)
