"""Every help page is Indonesian throughout, explains every word of its command, and is true."""

import re
import shlex

import pytest
import typer

from sopbatch import __version__
from sopbatch.cli.app import app
from tests.cli.typed import english, typed

GROUP = typer.main.get_command(app)
NAMES = tuple(GROUP.commands)  # type: ignore[attr-defined]
PAGES = ((), *((name,) for name in NAMES))
HEADINGS = ("Argumen", "Perintah", "Pilihan", "Contoh")
ROW = re.compile(r"^  (?P<name>\S.*?)  +(?P<text>\S.*)$")


def page(*words: str) -> str:
    ran = typed(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def sections(text: str) -> dict[str, list[str]]:
    """Lines below each heading; those before the first one under ""."""
    found: dict[str, list[str]] = {"": []}
    for line in text.splitlines():
        if line.removesuffix(":") in HEADINGS:
            found[line.removesuffix(":")] = []
        elif line:
            found[list(found)[-1]].append(line)
    return found


@pytest.mark.parametrize("words", PAGES)
def test_a_help_page_is_indonesian(words: tuple[str, ...]):
    assert english(page(*words)) == []


@pytest.mark.parametrize("words", PAGES)
def test_a_help_page_tells_usage_purpose_choices_and_examples(words: tuple[str, ...]):
    parts = sections(page(*words))
    usage, purpose, *_ = parts[""]
    assert usage.startswith(f"Pemakaian: {' '.join(('sopbatch', *words))}")
    assert purpose[0].isupper()
    assert parts["Pilihan"]
    assert parts["Contoh"]


@pytest.mark.parametrize("words", PAGES)
def test_every_word_is_explained_by_a_whole_clause(words: tuple[str, ...]):
    parts = sections(page(*words))
    for heading in ("Argumen", "Perintah", "Pilihan"):
        for line in parts.get(heading, []):
            row = ROW.match(line)
            assert row or line.startswith("    "), line
    texts = re.sub(r"\n +", " ", "\n".join(line for lines in parts.values() for line in lines))
    assert not re.search(r"^  (?:-|\[?[A-Z]+)\S*$", texts, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_understood(name: str):
    command = GROUP.commands[name]  # type: ignore[attr-defined]
    for line in sections(page(name))["Contoh"]:
        program, first, *rest = shlex.split(line)
        assert (program, first) == ("sopbatch", name)
        command.make_context(name, rest)


def test_the_first_page_lists_all_commands():
    listed = [row["name"] for line in sections(page())["Perintah"] if (row := ROW.match(line))]
    assert listed == list(NAMES)
    assert {"run", "check", "template", "explain", "rules", "doctor"} <= set(listed)


def test_nothing_typed_is_a_call_for_help():
    assert typed() == typed("--help")


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("words", PAGES)
def test_no_line_is_wider_than_the_window(
    words: tuple[str, ...], columns: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", str(columns))
    told = sections(page(*words))
    del told["Contoh"]
    assert [line for lines in told.values() for line in lines if len(line) > columns] == []


def test_a_default_is_told():
    assert "[jika tidak diisi: input]" in page("run")


@pytest.mark.parametrize("option", ["--versi", "--version"])
def test_the_version_is_told(option: str):
    assert typed(option).out == f"sopbatch {__version__}\n"
