"""Flowcharts for other programs: files beside the documents."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import publish
from sopbatch.batch.products.exports import exports
from sopbatch.batch.workshop.export_task import ExportTask
from sopbatch.batch.workshop.production import Products
from sopbatch.batch.workshop.sop_charts import canvas_charts, document_charts
from sopbatch.batch.workshop.tasks import Files
from sopbatch.ledger import Past
from sopbatch.model import PAPERS, Review, Settings, Sop, Submission
from sopbatch.schema.settings import TOGETHER
from tests.builders import dossier, register, review
from tests.samples import sample_sops
from tests.writing.documents.lanes import many_lanes

NOTHING = Past(first_seen={}, status={}, outputs={})
TWO_PAGES = many_lanes(3, steps=16)
KEPT = Settings()


def submission(sop: Sop) -> Submission:
    found = review(sop).submission
    assert found is not None
    return found


def files(sop: Sop, *kinds: str, settings: Settings = KEPT) -> dict[str, bytes]:
    made = ExportTask(submission(sop), settings, kinds).do()
    assert isinstance(made, Files)
    return dict(made.files)


def test_svg_is_one_file_for_each_flowchart_page_of_the_document() -> None:
    made = files(TWO_PAGES, "svg")
    assert [*made] == ["_hal-2.svg", "_hal-3.svg"]
    for data in made.values():
        drawing = fromstring(data)
        assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
        assert "Liberation Sans, Arial, Helvetica, sans-serif" in data.decode()


def test_svg_is_named_by_its_page_also_where_the_identity_stands_above_it() -> None:
    sop, asked = many_lanes(3, steps=2), Settings(arrangement=TOGETHER)
    shared, apart = files(sop, "svg", settings=asked), files(sop, "svg")
    assert [*shared] == ["_hal-1.svg"]
    assert [*shared.values()] == [*apart.values()]
    assert files(TWO_PAGES, "svg", settings=asked) == files(TWO_PAGES, "svg")


def test_drawio_is_one_file_with_the_whole_procedure_on_one_sheet() -> None:
    (name,) = made = files(TWO_PAGES, "drawio")
    assert name == ".drawio"
    assert len(fromstring(made[name])) == 1


def test_several_procedures_count_pages_and_letters_on() -> None:
    part = TWO_PAGES.procedures[0]
    sop = replace(TWO_PAGES, procedures=(part, replace(part, sheet="Prosedur 2", part=2)))
    charts = document_charts(sop, Settings())
    letters = [
        {symbol.letter for page in chart.pages for symbol in page.symbols if symbol.letter}
        for chart in charts
    ]
    assert letters == [{"A"}, {"B"}]
    notes = [s.note for page in charts[1].pages for s in page.symbols if s.letter]
    assert notes == ["ke hal. 5", "dari hal. 4"]
    assert [*files(sop, "svg")] == [f"_hal-{page}.svg" for page in (2, 3, 4, 5)]
    assert len(canvas_charts(sop)) == 2


def test_pages_count_on_behind_procedures_that_share_one() -> None:
    short, long = many_lanes(3, steps=3).procedures[0], TWO_PAGES.procedures[0]
    each = (short, replace(short, part=2), replace(long, part=3))
    sop = replace(TWO_PAGES, procedures=each)
    notes = [s.note for page in document_charts(sop, KEPT)[2].pages for s in page.symbols if s.note]
    assert notes == ["ke hal. 4", "dari hal. 3"]
    assert [*files(sop, "svg")] == [f"_hal-{name}.svg" for name in ("2", "2_2", "3", "4")]


@pytest.fixture
def sent() -> Review:
    return review(replace(sample_sops()[0], unit_code="4.01.01.7"))


def run(folder: Path, sent: Review, past: Past, *kinds: str) -> Products:
    order = Order(input=folder, output=folder, as_of=date(2026, 10, 2), workers=1, exports=kinds)
    documents = Products(of={sent.received.sha256: "dokumen/Biro Organisasi/surat.pdf"})
    return exports(order, [dossier(sent)], register(), documents, past)


def test_exports_stand_beside_the_documents_and_are_kept(tmp_path: Path, sent: Review) -> None:
    made = run(tmp_path, sent, NOTHING, "svg", "drawio")
    assert [item.path for item in made.products] == [
        "ekspor/Biro Organisasi/surat_hal-2.svg",
        "ekspor/Biro Organisasi/surat.drawio",
    ]
    outputs = publish(tmp_path, made.products, NOTHING)
    past = Past(first_seen={}, status={}, outputs={output.path: (output,) for output in outputs})
    kept = run(tmp_path, sent, past, "svg", "drawio")
    assert {item.path: item.data for item in kept.products} == {
        item.path: None for item in made.products
    }
    (tmp_path / "ekspor/Biro Organisasi/surat.drawio").unlink()
    mended = run(tmp_path, sent, past, "svg", "drawio")
    assert {item.path: item.sha256 for item in mended.products} == {
        item.path: item.sha256 for item in made.products
    }
    assert all(item.data for item in mended.products)


def test_a_run_without_exports_removes_those_of_the_run_before(
    tmp_path: Path, sent: Review
) -> None:
    outputs = publish(tmp_path, run(tmp_path, sent, NOTHING, "svg").products, NOTHING)
    past = Past(first_seen={}, status={}, outputs={output.path: (output,) for output in outputs})
    publish(tmp_path, run(tmp_path, sent, past).products, past)
    assert not [*tmp_path.rglob("*.svg")]


@pytest.mark.parametrize(("lanes", "paper"), [(3, "A4"), (14, "A3")])
def test_a3_is_taken_only_when_the_lanes_need_it(lanes: int, paper: str) -> None:
    (chart,) = document_charts(many_lanes(lanes, steps=4), Settings(paper="A4"))
    assert chart.paper == PAPERS[paper]
    assert chart.quality.faults == 0
