"""Flowcharts of an SOP for other programs."""

from dataclasses import dataclass

from sopbatch.batch.workshop.sop_charts import (
    TOO_INTRICATE,
    canvas_charts,
    document_charts,
)
from sopbatch.batch.workshop.tasks import Files
from sopbatch.model import Settings, Submission


@dataclass(frozen=True, slots=True)
class ExportTask:
    """Draw the flowcharts of one SOP for other programs."""

    submission: Submission
    settings: Settings
    kinds: tuple[str, ...]
    """"svg", "drawio"."""

    def do(self) -> Files | str:
        """The files of one SOP; why it cannot be drawn.

        Each is named by what follows the document's name, such as "_hal-2.svg" or ".drawio".
        """
        from sopbatch.layout import TooIntricateError

        try:
            return _exported(self)
        except TooIntricateError:
            return TOO_INTRICATE


def _exported(task: ExportTask) -> Files:
    """One SVG for each page of a flowchart, one draw.io file for all procedures."""
    sop = task.submission.sop
    files: list[tuple[str, bytes]] = []
    if "svg" in task.kinds:
        from sopbatch.writing.documents import draw_svg, flowchart_pages

        charts = document_charts(sop, task.settings)
        named: set[int] = set()
        for number, placed in flowchart_pages(sop, charts, task.settings):
            name = f"_hal-{number}_{placed.chart + 1}" if number in named else f"_hal-{number}"
            named.add(number)
            drawn = draw_svg(charts[placed.chart], placed.page.number)
            files.append((f"{name}.svg", drawn.encode()))
    if "drawio" in task.kinds and sop.procedures:
        from sopbatch.writing.drawio import write_drawio

        files.append((".drawio", write_drawio(sop.procedures, canvas_charts(sop))))
    return Files(tuple(files))
