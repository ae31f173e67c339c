"""The rules as the commands show them; needs nothing of what a run needs."""

import re
from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.cli.colours import COLOURS
from sopbatch.cli.example_table import example_table
from sopbatch.cli.terminal import console, print_json
from sopbatch.model import CommandError
from sopbatch.rules import Rule
from sopbatch.rules.examples import casebook

CODE = re.compile(r"\s*([A-Za-z]{1,2})[\s-]*(\d{1,3})\s*")


def show_rule(code: str) -> None:
    """One rule in full.

    Raises:
        SopbatchError: no rule has this code.
    """
    wanted = _as_listed(code)
    rule = next((rule for rule in _all_rules() if rule.code == wanted), None)
    if rule is None:
        raise CommandError(
            f"Aturan “{code}” tidak dikenal; lihat daftarnya dengan “sopbatch rules”."
        )
    screen = console()
    screen.print(
        f"[bold]{rule.code} {escape(rule.title)}[/] "
        f"([{COLOURS[rule.severity]}]{rule.severity.label}[/])"
    )
    book = casebook(rule.code)
    example = book.first_bad
    for title, text in (
        ("Contoh temuan", example.line("says")),
        ("Perbaikan", example.line("advises")),
        ("Alasan", rule.reason),
    ):
        screen.print(f"{title}: {escape(text)}")
    screen.print()
    screen.print(example_table(book))


def show_rules(*, as_json: bool) -> None:
    """All rules, one line each."""
    rules = _all_rules()
    if as_json:
        print_json(_facts(rules))
        return
    table = Table(title=f"{len(rules)} aturan pemeriksaan", title_justify="left")
    table.add_column("Kode", no_wrap=True)
    table.add_column("Bobot", no_wrap=True)
    table.add_column("Temuan")
    for rule in rules:
        table.add_row(
            rule.code, f"[{COLOURS[rule.severity]}]{rule.severity.label}[/]", escape(rule.title)
        )
    console().print(table)


def _as_listed(typed_in: str) -> str:
    """The code as it is listed: “w1” and “W 01” are W-01."""
    parts = CODE.fullmatch(typed_in)
    return f"{parts[1].upper()}-{int(parts[2]):02}" if parts else typed_in


def _all_rules() -> tuple[Rule, ...]:
    return tuple(sorted(ALL_RULES, key=lambda rule: rule.code))


def _facts(rules: Sequence[Rule]) -> list[dict[str, str]]:
    return [
        {
            "kode": rule.code,
            "nama": rule.title,
            "tingkat": rule.severity.code,
            "temuan": rule.sentence,
            "perbaikan": rule.advice,
            "alasan": rule.reason,
        }
        for rule in rules
    ]
