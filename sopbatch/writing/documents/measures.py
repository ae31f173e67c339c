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

HEAD_INK, FRAME_INK, FOOT_INK = "#e8e8e8", "#333", "#333"
"""Behind heads of tables, of the borders of Bagian Identitas, of the foot."""


def leading(size: float) -> float:
    """Height of a line in mm for letters of `size` pt."""
    return round(size * MM_PER_POINT * LINE_FACTOR, 3)
