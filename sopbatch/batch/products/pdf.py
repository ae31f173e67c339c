"""Pages are typeset in worker processes only: what that needs is loaded and asked for there."""

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import product, recipe
from sopbatch.batch.workshop.crewed import outcomes
from sopbatch.batch.workshop.print_tasks import BriefTask, PdfCheck
from sopbatch.batch.workshop.production import Made, failed
from sopbatch.batch.workshop.tasks import Answer
from sopbatch.workers import Done, Outcome
from sopbatch.writing.brief.page import Brief

STAGE = "Menulis laporan"


def pdf_problem(order: Order) -> str:
    """What is missing for typesetting, "" when nothing is; SOP documents need none of it."""
    match _answer(order, PdfCheck(), "Pango"):
        case Done(str() as missing):
            return missing
        case _:
            return "weasyprint"


def brief_product(order: Order, path: str, briefs: tuple[Brief, ...]) -> Made:
    """The report on one page."""
    match _answer(order, BriefTask(briefs), path):
        case Done(bytes() as data):
            return Made(product(path, recipe("report", data), data))
        case outcome:
            return failed(STAGE, path, outcome)


def _answer(order: Order, task: BriefTask | PdfCheck, name: str) -> Outcome[Answer]:
    ((_, outcome),) = outcomes(order, STAGE, [task], [name])
    return outcome
