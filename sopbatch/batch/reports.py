"""The report of one date in all its forms; the same content gives the same bytes."""

from collections.abc import Mapping
from datetime import date

from sopbatch.batch.publish import Product, product, recipe
from sopbatch.writing.data import write_csv_files, write_json
from sopbatch.writing.pango import pango_problem
from sopbatch.writing.report import Content, write_report

FOLDER = "laporan"


def report_path(as_of: date) -> str:
    """Where the workbook of a date stands, below the output folder."""
    return f"{FOLDER}/Laporan_Perkembangan_SOP_{as_of.isoformat()}.xlsx"


def report_products(content: Content) -> tuple[Product, ...]:
    """The workbook first, then one page as PDF, JSON, and CSV files with their dictionary.

    Without Pango there is no PDF; the run tells so when it writes the documents.
    """
    day = content.as_of.isoformat()
    data = {f"data_{day}.json": write_json(content)}
    data |= {f"data_{day}/{name}": text for name, text in write_csv_files(content).items()}
    if not pango_problem():
        from sopbatch.writing.brief import write_brief

        data[f"Ringkasan_{day}.pdf"] = write_brief(content)
    return (
        _product(report_path(content.as_of), write_report(content)),
        *(_product(f"{FOLDER}/{name}", made) for name, made in data.items()),
    )


def links(paths: Mapping[str, str]) -> Mapping[str, str]:
    """Paths below the output folder as the report, in its own folder, links to them."""
    return {sha256: f"../{path}" for sha256, path in paths.items()}


def _product(path: str, data: bytes) -> Product:
    return product(path, recipe("report", data), data)
