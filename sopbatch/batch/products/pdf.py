"""Pages are typeset in worker processes only: what that needs is loaded and asked for there."""

from sopbatch.batch.order import Order
from sopbatch.batch.workshop.crewed import outcomes
from sopbatch.batch.workshop.print_tasks import BriefTask, PdfCheck
from sopbatch.batch.workshop.production import Products, made_alone
from sopbatch.workers import Done
from sopbatch.writing.brief.page import Brief

STAGE = "Menulis laporan"


def pdf_problem(order: Order) -> str:
    """What is missing for typesetting, "" when nothing is; SOP documents need none of it."""
    ((_, outcome),) = outcomes(order, STAGE, [PdfCheck()], ["Pango"])
    match outcome:
        case Done(str() as missing):
            return missing
        case _:
            return "weasyprint"


def brief_product(order: Order, path: str, briefs: tuple[Brief, ...]) -> Products:
    """The report on one page."""
    return made_alone(order, STAGE, BriefTask(briefs), path, "report")
