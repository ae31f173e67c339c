"""The colours of the house, which all that is sent has in common."""

from dataclasses import dataclass

HOUSE = "#1F4E5F"
"""Titles, heads of tables, frames, what is reached in a bar."""
WHITE = "#FFFFFF"
BAND = "#E7EEF1"
"""Second heads, labels of groups, lines behind a chart."""
TINT = "#EEF4F7"
"""Sums, and areas that carry a text."""
MUTED = "#5F6B73"
"""What explains."""
HEAD_INK, FRAME_INK, GRID_INK = "#e8e8e8", "#333", "#555"
"""Documents of SOPs, for black printers: behind heads; frames and notes; lines of a grid."""


@dataclass(frozen=True)
class Hue:
    """One colour of a light, in three strengths that a print in grey still tells from paper."""

    ink: str
    """Of letters on white or on the fill."""
    fill: str
    edge: str
    """Of a line or a bar."""


GREEN = Hue(ink="#1E6B41", fill="#DDEFE3", edge="#2E7D4F")
AMBER = Hue(ink="#7A5000", fill="#FBE7C3", edge="#D9A320")
RED = Hue(ink="#9B241D", fill="#F8DCD9", edge="#B3372E")


def argb(colour: str) -> str:
    """A colour such as "#1F4E5F" as the parts of a workbook name it: opaque, without the sign."""
    return f"FF{colour.removeprefix('#')}"
