"""The guides name commands, options and sheets that there are, and every way to decide."""

import re
import shlex

import pytest
import typer

from sopbatch.cli.app import app
from sopbatch.schema.decided import DECIDED
from sopbatch.schema.register import DECISIONS, SETTINGS_SHEET, TABLES
from tests.batch.runs import REPOSITORY as ROOT

GUIDES = sorted((ROOT / "docs").glob("p*.md"))
COMMAND = re.compile(r"(?:^|[\\/])sopbatch ([a-z]+)([^`\n]*)")
CODE = re.compile(r"`([^`\n]+)`|^ {0,4}(\S*sopbatch [^\n]+)$", re.MULTILINE)
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def commands(text: str) -> list[tuple[str, list[str]]]:
    """Commands in code, each with its words."""
    spans = (first or second for first, second in CODE.findall(text))
    found = (COMMAND.search(span) for span in spans)
    return [(one[1], shlex.split(one[2], posix=False)) for one in found if one]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_names_commands_and_options_that_there_are(guide):
    for name, typed in commands(guide.read_text("utf-8")):
        assert name in COMMANDS, name
        options = {word for one in COMMANDS[name].params for word in one.opts}
        named = {word for word in typed if word.startswith("--")}
        assert named <= options, (name, named - options)


def test_every_command_is_in_a_guide():
    told = {name for guide in GUIDES for name, _ in commands(guide.read_text("utf-8"))}
    assert told == set(COMMANDS)


def test_the_guide_tells_every_decision():
    (status,) = (field for field in DECISIONS.columns if field.key == "status")
    assert {word for word, *_ in DECIDED} == set(status.choices)


def test_the_operators_guide_names_every_sheet_of_the_register():
    text = (ROOT / "docs/panduan-biro-organisasi.md").read_text("utf-8")
    assert [name for name in (SETTINGS_SHEET, *(t.sheet for t in TABLES)) if name not in text] == []


def test_pictures_are_small_and_have_a_text_and_all_are_shown():
    shown = set()
    for page in (ROOT / "README.md", *GUIDES):
        for text, file in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8")):
            assert len(text) > 10, (page.name, file)
            picture = (page.parent / file).resolve()
            assert picture.stat().st_size < 150_000, file
            shown.add(picture)
    assert shown == set((ROOT / "docs/pictures").glob("*.png"))
