"""What is sent has its colours in common."""

import re
from pathlib import Path

import pytest

import sopbatch
from sopbatch.writing import palette

WRITING = Path(sopbatch.__file__).parent / "writing"
COLOUR = re.compile(r"(?:#|\"FF)([0-9a-fA-F]{6})\b")
HUES = (palette.GREEN, palette.AMBER, palette.RED)
SHARED = (palette.HOUSE, *(colour for hue in HUES for colour in (hue.ink, hue.fill, hue.edge)))
TWIN = 6
"""So little apart in red, green and blue, two colours are meant to be one."""


def channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def apart(one: str, other: str) -> int:
    return max(abs(a - b) for a, b in zip(channels(one), channels(other), strict=True))


@pytest.mark.parametrize(
    "path",
    sorted(p for p in WRITING.rglob("*") if p.suffix in {".py", ".css"} and p.name != "palette.py"),
    ids=lambda path: str(path.relative_to(WRITING)),
)
def test_no_output_has_a_house_colour_of_its_own(path: Path):
    """A style sheet repeats a colour to the letter; a module takes it by its name."""
    for found in COLOUR.findall(path.read_text("utf-8")):
        for colour in SHARED:
            if apart(found, colour) <= TWIN:
                assert path.suffix == ".css", f"#{found} is {colour}: import it"
                assert f"#{found}".lower() == colour.lower(), f"#{found} is nearly {colour}"
