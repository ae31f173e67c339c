"""Measures shared by the pages of a document."""

from sopbatch.text.measuring import MM_PER_POINT

LINE_FACTOR = 1.25
"""Line height as a multiple of the letter size."""
PADDING = 1.6
"""Left and right inside a cell of Bagian Identitas, mm."""
RULE = 0.25
"""Thickness of the borders of Bagian Identitas, mm."""
FLOW_PADDING = 1.2
"""Left and right inside a cell of Bagian Flowchart, mm."""


def leading(size: float) -> float:
    """Height of a line in mm for letters of `size` pt."""
    return round(size * MM_PER_POINT * LINE_FACTOR, 3)
