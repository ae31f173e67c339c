"""An SOP in, its laid out procedures out: as its document shows them, or on an open canvas."""

from dataclasses import replace

from sopbatch.model import PAPERS, Drawn, Flowchart, PaperSize, Settings, Sop
from sopbatch.model.shared_pages import shared_pages

TOO_INTRICATE = "diagram alirnya terlalu rumit untuk digambar"


def document_paper(settings: Settings) -> PaperSize:
    """The paper the register asks for, F4 when it asks for none we know."""
    return PAPERS.get(settings.paper, PAPERS["F4"])


def document_charts(sop: Sop, settings: Settings) -> tuple[Flowchart, ...]:
    """The flowcharts as they follow Bagian Identitas: pages and letters count on through them."""
    from sopbatch.writing.documents import identity_pages

    charts = _charts(sop, settings, first_page=2)
    paper = charts[0].paper if charts else document_paper(settings)
    pages = identity_pages(sop, settings, paper)
    return charts if pages == 1 else _charts(sop, settings, first_page=pages + 1)


def remarkable_charts(sop: Sop, settings: Settings) -> tuple[Drawn, ...]:
    """Flowcharts with faults, on larger paper than asked for, or that cannot be drawn at all."""
    from sopbatch.layout import TooIntricateError

    asked = document_paper(settings).name
    try:
        charts = _charts(sop, settings, first_page=2)
    except TooIntricateError:
        return _undrawn(sop, settings)
    drawn = (
        Drawn(procedure.part, chart.paper.name, asked, chart.quality.faults)
        for procedure, chart in zip(sop.procedures, charts, strict=True)
    )
    return tuple(one for one in drawn if one.faults or one.paper != asked)


def all_undrawn(sop: Sop, settings: Settings) -> tuple[Drawn, ...]:
    """What is to be told when nobody knows how long the drawing would take."""
    asked = document_paper(settings).name
    return tuple(
        Drawn(procedure.part, asked, asked, 0, too_intricate=True) for procedure in sop.procedures
    )


def _undrawn(sop: Sop, settings: Settings) -> tuple[Drawn, ...]:
    """The procedures that cannot be drawn, each tried alone."""
    from sopbatch.layout import TooIntricateError

    asked = document_paper(settings).name
    found = []
    for procedure in sop.procedures:
        try:
            _charts(replace(sop, procedures=(procedure,)), settings, first_page=2)
        except TooIntricateError:
            found.append(Drawn(procedure.part, asked, asked, 0, too_intricate=True))
    return tuple(found)


def canvas_charts(sop: Sop) -> tuple[Flowchart, ...]:
    """The flowcharts on one sheet each, for who edits them."""
    from sopbatch.layout import lay_out
    from sopbatch.writing.drawio import canvas

    return tuple(lay_out(procedure, canvas(procedure)) for procedure in sop.procedures)


def _charts(sop: Sop, settings: Settings, first_page: int) -> tuple[Flowchart, ...]:
    from sopbatch.layout import lay_out

    charts: list[Flowchart] = []
    letters = 0
    for procedure in sop.procedures:
        chart = lay_out(
            procedure,
            document_paper(settings),
            first_page=first_page + len(shared_pages(charts)),
            first_letter=letters,
        )
        charts.append(chart)
        letters += len({s.letter for page in chart.pages for s in page.symbols if s.letter})
    return tuple(charts)
