"""What a document costs in a process that made others before: its layout, its drawing, its bytes.

Beside it, in turn, the same lines of text as plain paragraphs typeset by WeasyPrint: less than what
any HTML of the same page would cost.

Run by hand: `python -m benchmarks.documents [rounds]`. Nothing is asserted.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape
from random import Random
from statistics import median
from time import process_time

from benchmarks.flowchart import PAPER, SEED, procedures
from sopbatch.layout import lay_out
from sopbatch.model import Flowchart, LegalCitation, Settings, Sop, Watermark
from sopbatch.text.measuring import text_width
from sopbatch.text.wrapping import wrap
from sopbatch.writing.documents import write_document
from sopbatch.writing.typeset import typeset_html, write_pdf

CASES = 12
AS_OF = date(2026, 1, 2)
STYLE = "@page { size: 330mm 215mm } body { font: 8pt SOP Sans } p { margin: 0 }"
LAW = "Peraturan Gubernur Kalimantan Timur Nomor {} Tahun 2012 tentang Pedoman Penyusunan Standar"


def documents() -> list[Sop]:
    """SOPs of one flowchart page, each with words of its own."""
    random = Random(SEED)
    made = []
    for procedure in procedures(40 * CASES):
        if len(made) < CASES and len(lay_out(procedure, PAPER).pages) == 1:
            sop = Sop(title=f"Penanganan Surat {len(made)}", procedures=(procedure,))
            laws = (LegalCitation(raw=LAW.format(random.randint(1, 99))) for _ in range(3))
            lists = tuple(f"Memahami pedoman {random.randint(1, 999)}" for _ in range(3))
            made.append(replace(sop, legal_basis=tuple(laws), qualifications=lists, records=lists))
    return made


def draw(sop: Sop, chart: Flowchart) -> bytes:
    """The document as a run writes it."""
    options = {"watermark": Watermark.NONE, "as_of": AS_OF}
    return write_document(sop, (chart,), Settings(), **options)


def typeset_plainly(sop: Sop, chart: Flowchart) -> bytes:
    """Its lines as paragraphs, without tables, drawing and lists."""
    lines = [line for column in chart.columns for line in column.lines]
    lines += [line for row in chart.pages[0].rows for text in row.texts for line in text.lines]
    lines += [sop.title, *(law.raw for law in sop.legal_basis), *sop.qualifications]
    html = "".join(f"<p>{escape(line)}</p>" for line in lines)
    title = f'<html lang="id"><head><title>{escape(sop.title)}</title></head><body>{html}</body>'
    return write_pdf(typeset_html(title, STYLE, {}))


def cost(work: Callable[[], object]) -> float:
    """Processor time in ms."""
    begin = process_time()
    work()
    return (process_time() - begin) * 1000


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    pairs = [(sop, lay_out(sop.procedures[0], PAPER)) for sop in documents()]
    for pair in pairs[:2]:
        draw(*pair)
        typeset_plainly(*pair)
    laid, drawn, plain = [], [], []
    for _ in range(rounds):
        for sop, chart in pairs:
            text_width.cache_clear()
            wrap.cache_clear()
            laid.append(cost(lambda sop=sop: lay_out(sop.procedures[0], PAPER)))
            drawn.append(cost(lambda sop=sop, chart=chart: draw(sop, chart)))
            plain.append(cost(lambda sop=sop, chart=chart: typeset_plainly(sop, chart)))
    sizes = [len(draw(*pair)) for pair in pairs]
    print(f"{len(pairs)} documents of two pages, {rounds} rounds, medians")
    for name, values in (("laid out", laid), ("drawn", drawn), ("plain paragraphs typeset", plain)):
        print(f"{name:28}{median(values):8.1f} ms")
    together = [a + b for a, b in zip(laid, drawn, strict=True)]
    ratios = [a / b for a, b in zip(together, plain, strict=True)]
    print(f"{'layout and drawing':28}{median(together):8.1f} ms")
    print(f"{'as a share of paragraphs':28}{median(ratios):8.2f}")
    print(f"{'bytes':28}{median(sizes):8.0f}")


if __name__ == "__main__":
    main()
