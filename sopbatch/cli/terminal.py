"""The two ways out: a terminal, kept from obeying received text, and JSON for other programs."""

import json
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape

from sopbatch.text.plain import REPLACEMENT, lightly_marked


def console() -> Console:
    """The terminal; plain text when the output is no terminal."""
    return Console(highlight=False, emoji=False, soft_wrap=not sys.stdout.isatty())


def shown(text: str) -> str:
    """A received text without control characters and markup of the screen."""
    letters = (
        letter if letter.isprintable() else " " if letter.isspace() else REPLACEMENT
        for letter in text
    )
    return escape(lightly_marked("".join(letters), REPLACEMENT))


def show_failures(screen: Console, failures: Iterable[str]) -> None:
    """What could not be made, a line each."""
    for failure in failures:
        screen.print(f"[red]Gagal:[/] {shown(failure)}")


def show_notes(screen: Console, notes: Iterable[str]) -> None:
    """What the operator should know, a line each."""
    for note in notes:
        screen.print(f"[yellow]Catatan:[/] {shown(note)}")


def print_json(facts: object) -> None:
    """One JSON document; what a terminal would obey is written as an escape."""
    text = json.dumps(facts, ensure_ascii=False, indent=2)
    print("".join(map(_escaped, text)))  # noqa: T201 - the output asked for


def _escaped(letter: str) -> str:
    return letter if letter.isprintable() or letter == "\n" else json.dumps(letter)[1:-1]
