"""Text and neighbouring areas keep their contrast (WCAG 2.2: 4.5 : 1 and 3 : 1)."""

from itertools import combinations

import pytest

from sopbatch.report.figures import ORIGINS, PARTS
from sopbatch.writing.palette import WHITE
from sopbatch.writing.report.charts import (
    COLOURS,
    DARK,
    HATCH,
    HATCHED,
    OUTLINE,
    OUTLINE_OF_DARK,
)
from sopbatch.writing.report.styles import KINDS, ROLES, TONES

BLACK, LABEL = "#000000", "#333333"


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_guideline_says():
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)


LOOKS = [
    (name, looks.get("font_color", BLACK), looks.get("bg_color", WHITE))
    for table in (ROLES, TONES, KINDS)
    for name, looks in table.items()
]


@pytest.mark.parametrize(("name", "ink", "ground"), LOOKS, ids=lambda value: str(value) or "-")
def test_text_can_be_read(name, ink, ground):
    assert contrast(ink, ground) >= 4.5, name


@pytest.mark.parametrize("heads", [PARTS, ORIGINS])
def test_neighbouring_areas_can_be_told_apart_in_grey(heads):
    """By their colours, or by an outline that differs from both; any two can be neighbours."""
    for one, other in combinations(heads, 2):
        left, right = COLOURS[one], COLOURS[other]
        lines = {OUTLINE_OF_DARK if colour in DARK else OUTLINE for colour in (left, right)}
        parted = any(min(contrast(line, left), contrast(line, right)) >= 3 for line in lines)
        assert contrast(left, right) >= 3 or (parted and heads is PARTS), (one, other)


@pytest.mark.parametrize(("name", "colour"), COLOURS.items())
def test_numbers_on_areas_can_be_read(name, colour):
    assert contrast(WHITE if colour in DARK else LABEL, colour) >= 4.5, name
    assert colour not in HATCHED or contrast(LABEL, HATCH) >= 4.5, name
