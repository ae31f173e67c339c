"""The report of one date in all its forms; the same content gives the same bytes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from sopbatch.batch.order import Order
from sopbatch.batch.output.places import report_place
from sopbatch.batch.output.publish import Product, staged_whole
from sopbatch.batch.output.tree import REPORTS
from sopbatch.batch.products.pdf import brief_product, pdf_problem
from sopbatch.batch.workshop.production import Products
from sopbatch.report.content import Content
from sopbatch.report.cycle import Cycle
from sopbatch.schema.products import annex_name, cycle_name
from sopbatch.workers import in_copy
from sopbatch.writing.brief.values import briefs_of
from sopbatch.writing.data import write_csv_files, write_json
from sopbatch.writing.report import write_annex, write_cycle, write_report

NOT_TYPESET = (
    "Ringkasan satu halaman dan kumpulan SOP tidak ditulis karena pustaka “{library}” belum "
    "terpasang; jalankan “sopbatch doctor” untuk petunjuknya."
)


@contextmanager
def reporting(order: Order, content: Content, cycle: Cycle) -> Iterator[Callable[[], Products]]:
    """Begin to write the report beside all else; what is given back waits for it.

    It is written by copies of this process: a report takes half as much memory again as all that
    it tells, and another core writes the half of it.
    """
    alone = order.cluster is None  # whose client lives in threads of this process
    with (
        in_copy(partial(_annex, order, content), alone=alone) as annexed,
        in_copy(partial(_others, order, content, cycle), alone=alone) as told,
    ):
        yield lambda: _together(annexed(), told())


def report_products(order: Order, content: Content, cycle: Cycle) -> Products:
    """The leaders' workbook first, its annex, JSON, CSV with their dictionary.

    Quality and service standards have a workbook of their own, when anything was read.
    """
    with reporting(order, content, cycle) as written:
        return written()


def _together(annex: Product, others: Sequence[Product]) -> Products:
    report, *rest = others
    return Products(products=(report, annex, *rest))


def _annex(order: Order, content: Content) -> Product:
    return _product(order, f"{REPORTS}/{annex_name(content.as_of)}", (write_annex(content),))


def _others(order: Order, content: Content, cycle: Cycle) -> tuple[Product, ...]:
    day = content.as_of.isoformat()
    put = partial(_product, order)
    return (
        put(report_place(content.as_of), (write_report(content),)),
        *_cycle(order, content, cycle),
        put(f"{REPORTS}/data_{day}.json", write_json(content)),
        *(
            put(f"{REPORTS}/data_{day}/{name}", parts)
            for name, parts in write_csv_files(content).items()
        ),
    )


def report_page(order: Order, content: Content) -> Products:
    """The report on one page, as PDF.

    Without Pango there is no such page and no book, which is told.
    """
    if missing := pdf_problem(order):
        return Products(notes=(NOT_TYPESET.format(library=missing),))
    place = f"{REPORTS}/Ringkasan_{content.as_of.isoformat()}.pdf"
    return brief_product(order, place, briefs_of(content))


def _cycle(order: Order, content: Content, cycle: Cycle) -> Iterator[Product]:
    if cycle.sops or cycle.units or cycle.insights or cycle.bare:
        path = f"{REPORTS}/{cycle_name(content.as_of)}"
        yield _product(order, path, (write_cycle(content, cycle),))


def _product(order: Order, path: str, parts: Iterable[bytes]) -> Product:
    """On disk at once: what is written of 10,000 SOPs is as large as all that is known of them."""
    return staged_whole(order.output, path, "report", parts)
