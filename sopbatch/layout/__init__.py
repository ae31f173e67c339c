"""A procedure becomes a flowchart: text measured, pages filled, lines routed, all in mm."""

from sopbatch.layout.chart import lay_out
from sopbatch.layout.effort import Effort, TooIntricateError
from sopbatch.layout.quality import measure

__all__ = ["Effort", "TooIntricateError", "lay_out", "measure"]
