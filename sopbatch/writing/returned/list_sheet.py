"""The sheet "Perbaikan": counts, then what to mend in order, with links to the cells."""

from sopbatch.model import CellRef, Progress, Review, Severity
from sopbatch.writing.palette import BAND, GREEN, HOUSE, WHITE, argb
from sopbatch.writing.returned.book import WorkbookPart
from sopbatch.writing.returned.colours import FILLS
from sopbatch.writing.returned.own_sheet import Cell, OwnSheet, Piece
from sopbatch.writing.returned.styles import Look, StylesPart
from sopbatch.writing.returned.words import (
    PREVIEW,
    WHOLE_FILE,
    FindingLine,
    clean,
    how_to,
    score,
    sections,
)

ACCENT, PAPER, CALM = (argb(colour) for colour in (HOUSE, WHITE, BAND))
QUIET, LINK = "FF6F7F88", "FF0B5CAD"
INKS = {Severity.ERROR: "FFB3361E", Severity.WARNING: "FF8A6100", Severity.INFO: "FF1D5F99"}
DONE = argb(GREEN.edge)

WIDTHS = (1.5, 5.0, 14.0, 15.0, 44.0, 40.0, 26.0, 34.0, 8.0)
"""Of the columns, characters."""
HEADINGS = (
    "No.",
    "Lembar",
    "Sel",
    "Yang perlu diperbaiki",
    "Cara memperbaiki",
    "Usul isian",
    "Alasan",
    "Aturan",
)
REGISTER_WIDTHS = (1.5, 5.0, 14.0, 15.0, 56.0, 56.0, 34.0)
"""What is told of a register has neither a rule nor its reason."""
FIRST = 2
"""Column of the list's numbers."""
HEADING_ROW = 6
"""1-based."""
LONGEST_LINK = 16
"""Characters of addresses that fit into their column."""

TITLE = Look(size=18, bold=True, ink=ACCENT, wrap=False)
SUBTITLE = Look(ink=QUIET, wrap=False)
SCORE = Look(size=11, wrap=False)
LEAD = Look()
HEAD = Look(bold=True, ink=PAPER, fill=ACCENT, indent=1)
SMALL_HEAD = Look(bold=True, ink=PAPER, fill=ACCENT, across="center")
NUMBER = Look(ink=QUIET, across="center", lined=True)
TEXT = Look(lined=True, indent=1)
OFFER = Look(lined=True, indent=1, free=True)
REASON = Look(size=9, ink=QUIET, lined=True, indent=1)
CODE = Look(size=9, ink=QUIET, across="center", lined=True)
WHERE = Look(ink=LINK, underline=True, lined=True, indent=1)


def write_list(
    book: WorkbookPart,
    styles: StylesPart,
    review: Review,
    progress: Progress | None,
    preview: str,
) -> bytes:
    """The sheet's part; `preview` is the file name of a drawing that comes with it."""
    sheet = OwnSheet(book, styles, REGISTER_WIDTHS if review.is_register else WIDTHS)
    _write_top(sheet, review, progress, preview)
    number = 0
    for section in sections(review):
        write_band(sheet, section.heading, FILLS[section.severity], INKS[section.severity])
        for item in section.items:
            number += 1
            _write_item(sheet, number, item)
    _write_repairs(sheet, review)
    return sheet.part(frozen_rows=HEADING_ROW, tab=INKS[Severity.ERROR], footer=file_name(review))


def _write_top(sheet: OwnSheet, review: Review, progress: Progress | None, preview: str) -> None:
    """Rows down to the heading row."""
    first = [Piece("Perbaikan", TITLE), *_progress_line(progress)] if progress else "Perbaikan"
    sheet.row(32, [Cell(FIRST, first, TITLE)])
    sheet.row(18, [Cell(FIRST, about(review), SUBTITLE)])
    sheet.row(28, [Cell(FIRST, _score_line(review), SCORE)])
    lead = f"{how_to(review)} {PREVIEW.format(name=preview)}" if preview else how_to(review)
    sheet.row(44 if preview else 30, [Cell(FIRST, lead, LEAD, last=len(sheet.widths))])
    sheet.row(8)
    heads = (SMALL_HEAD, *[HEAD] * (len(HEADINGS) - 2), SMALL_HEAD)
    titles = enumerate(zip(HEADINGS, heads, strict=True), start=FIRST)
    sheet.row(24, _within(sheet, [Cell(column, text, look) for column, (text, look) in titles]))


def about(review: Review) -> str:
    """File, title, unit and receipt number on one line."""
    sop = review.submission.sop if review.submission else None
    number = review.received.number
    receipt = f"Tanda terima {number}" if number else ""
    names = (file_name(review), review.heading, sop.unit_name if sop else "", receipt)
    return "   ·   ".join(_one_line(name) for name in names if name.strip())


def file_name(review: Review) -> str:
    """Name of the file on one line."""
    return _one_line(review.received.file_name)


def _one_line(text: str) -> str:
    return " ".join(clean(text, 120).split())


def _score_line(review: Review) -> list[Piece]:
    pieces: list[Piece] = []
    for number, words, severity in score(review):
        if number:
            ink = INKS[severity] if severity else DONE
            gap = "       " if pieces else ""
            pieces += [Piece(f"{gap}{number}", Look(size=16, bold=True, ink=ink)),
                       Piece(f" {words}", Look(size=11, ink=ink))]  # fmt: skip
    return pieces


def _progress_line(progress: Progress) -> list[Piece]:
    """ "Putaran 2: 7 dari 9 sudah beres, 2 baru" since the version before."""
    done, rest = [], Look(size=14, ink=QUIET)
    if progress.before:
        done.append(f"{progress.fixed} dari {progress.before} sudah beres")
    if progress.new or not progress.before:
        done.append(f"{progress.new} baru")
    return [
        Piece(f"   ·   Putaran {progress.round}: ", rest),
        Piece(", ".join(done), Look(size=14, bold=True, ink=DONE)),
    ]


def _within(sheet: OwnSheet, cells: list[Cell]) -> list[Cell]:
    """The cells of columns that the sheet has."""
    return [cell for cell in cells if cell.column <= len(sheet.widths)]


def write_band(sheet: OwnSheet, text: str, fill: str, ink: str) -> None:
    """A line over the whole width, above lines that belong together."""
    look = Look(bold=True, ink=ink, fill=fill, wrap=False, indent=1)
    sheet.row(22, [Cell(FIRST, text, look, last=len(sheet.widths))])


def _write_item(sheet: OwnSheet, number: int, item: FindingLine) -> None:
    short, sentence = short_addresses(item.addresses), item.sentence
    if short != item.addresses:
        # Not every program wraps a linked cell: all addresses stand below the sentence too.
        sentence = f"{sentence}\nSel: {item.addresses}"
    sheet.row(26, _within(sheet, [
        Cell(FIRST, number, NUMBER),
        Cell(FIRST + 1, item.sheet, TEXT),
        Cell(FIRST + 2, short, WHERE, link=link_to(item.cells[0]) if item.cells else ""),
        Cell(FIRST + 3, sentence, TEXT),
        Cell(FIRST + 4, item.advice, TEXT),
        Cell(FIRST + 5, item.suggestion, OFFER),
        Cell(FIRST + 6, item.reason, REASON),
        Cell(FIRST + 7, item.code, CODE),
    ]))  # fmt: skip


def short_addresses(text: str) -> str:
    """The first addresses that fit into their column."""
    if len(text) <= LONGEST_LINK:
        return text
    return f"{text[:LONGEST_LINK].rpartition(',')[0]}, …"


def link_to(target: CellRef) -> str:
    """Where a click leads: "'Prosedur'!C12"."""
    quoted = target.sheet.replace("'", "''")
    return f"'{quoted}'!{target.a1}"


def _write_repairs(sheet: OwnSheet, review: Review) -> None:
    """What the reader put right by itself, so that the officer can object."""
    repairs = review.reading.repairs if review.reading else ()
    if not repairs:
        return
    sheet.row(12)
    write_band(sheet, "Yang kami sesuaikan saat membaca; tidak perlu diubah", CALM, ACCENT)
    for number, repair in enumerate(repairs, start=1):
        cell = repair.cell
        sheet.row(22, [
            Cell(FIRST, number, NUMBER),
            Cell(FIRST + 1, clean(cell.sheet) if cell else WHOLE_FILE, TEXT),
            Cell(FIRST + 2, cell.a1 if cell else "", WHERE, link=link_to(cell) if cell else ""),
            Cell(FIRST + 3, clean(repair.sentence), TEXT, last=len(sheet.widths)),
        ])  # fmt: skip
