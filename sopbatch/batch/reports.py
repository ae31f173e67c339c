"""The report of one date in all its forms; the same content gives the same bytes."""

from collections.abc import Mapping
from datetime import date

from sopbatch.batch.making import Made, Products
from sopbatch.batch.order import Order
from sopbatch.batch.pdf import brief_product, pdf_problem
from sopbatch.batch.publish import Product, product, recipe
from sopbatch.schema.products import annex_name, report_name
from sopbatch.writing.brief.values import briefs_of
from sopbatch.writing.data import write_csv_files, write_json
from sopbatch.writing.report import Content, write_annex, write_report

FOLDER = "laporan"


def report_path(as_of: date) -> str:
    """Where the workbook of a date stands, below the output folder."""
    return f"{FOLDER}/{report_name(as_of)}"


def report_products(order: Order, content: Content) -> Products:
    """The leaders' workbook first, its annex, JSON, CSV with their dictionary, one page as PDF.

    Without Pango there is no PDF; the run tells so when it writes the documents.
    """
    day = content.as_of.isoformat()
    data = {f"data_{day}.json": write_json(content)}
    data |= {f"data_{day}/{name}": text for name, text in write_csv_files(content).items()}
    brief = Made()
    if not pdf_problem(order):
        brief = brief_product(order, f"{FOLDER}/Ringkasan_{day}.pdf", briefs_of(content))
    return Products(
        (
            _product(report_path(content.as_of), write_report(content)),
            _product(f"{FOLDER}/{annex_name(content.as_of)}", write_annex(content)),
            *(_product(f"{FOLDER}/{name}", made) for name, made in data.items()),
            *([brief.product] if brief.product else []),
        ),
        incidents=tuple(filter(None, (brief.incident,))),
        failures=tuple(filter(None, (brief.failure,))),
    )


def links(paths: Mapping[str, str]) -> Mapping[str, str]:
    """Paths below the output folder as the report, in its own folder, links to them."""
    return {sha256: f"../{path}" for sha256, path in paths.items()}


def _product(path: str, data: bytes) -> Product:
    return product(path, recipe("report", data), data)
