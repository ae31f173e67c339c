"""A procedure becomes a flowchart: text measured, pages filled, lines routed, all in mm."""

from sopbatch.layout.chart import lay_out
from sopbatch.layout.quality import measure

__all__ = ["lay_out", "measure"]
