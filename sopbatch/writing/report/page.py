"""One sheet: values come in and are written as what they are, text never as formula or link."""

from dataclasses import dataclass
from datetime import date, time

from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.workbook import Workbook

from sopbatch.model import Settings
from sopbatch.text.words import cutoff, long_date, state_of
from sopbatch.writing.palette import HOUSE
from sopbatch.writing.report.long_sheet import LongSheet, blank_told, number_told
from sopbatch.writing.report.styles import Styles
from sopbatch.writing.report.text import HEADER_LIMIT, SIZE, clean, header_text, wrapped_lines

PAPER_CODES = {"F4": 14, "A4": 9, "Letter": 1, "Legal": 5}
"""Spreadsheets know F4 (215 x 330 mm) as Folio."""
MARGINS = 0.4, 0.4, 0.6, 0.55
"""Inches at left, right, top and bottom."""
LINK_LIMIT = 65_000
"""Excel repairs a sheet with more than 65,530 links."""
TARGET_LIMIT = 1_000
FIRST_YEAR = 1901
"""Spreadsheets have no days before 1900, and miscount that year's February."""
REMEMBERED = 4_000
"""Cells that a page can tell again: lists are in an order by which equal ones stand together."""
HOME = "internal:'Ringkasan'!A1"


@dataclass(frozen=True, slots=True)
class Link:
    """A text or number that leads somewhere: to a file beside the report, or within it."""

    shown: str | int
    target: str
    """"external:../dokumen/x.pdf" or "internal:'Temuan'!A7"; "" leads nowhere."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of our own, never made of anybody's text, with the result we know."""

    text: str
    result: int | float | str


Value = str | int | float | date | Link | Formula | None


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head and the foot of every sheet."""

    as_of: date
    settings: Settings
    version: str
    until: time | None = None
    """When receipt closed on that day; None at its end."""
    home: str = HOME
    """Target of the way back to the first sheet of the report."""

    @property
    def subtitle(self) -> str:
        """As-of date and issuer in one line."""
        issuer = f"{self.settings.government} · {self.settings.organisation_bureau}"
        return f"{state_of(self.as_of, self.until)}  ·  {issuer}"


class Page:
    """A worksheet that is written to from top to bottom; rows and columns are 0-based."""

    def __init__(self, book: Workbook, name: str, styles: Styles, heading: Heading) -> None:
        self.name = name
        self.styles = styles
        self.heading = heading
        self.sheet = book.add_worksheet(name, LongSheet)
        self._links = 0
        self._note = ""
        self._known: dict[tuple[object, ...], tuple[str, int]] = {}
        self._above: dict[int, tuple[Link, Url]] = {}
        self._set_up_print()

    @property
    def paper(self) -> str:
        """Name of the paper that it is printed on."""
        wanted = self.heading.settings.paper
        return wanted if wanted in PAPER_CODES else "F4"

    def put(self, row: int, column: int, value: Value, style: Format) -> None:
        """Write a value as its own type; None leaves an empty formatted cell."""
        match value:
            case None:
                self.sheet.put_blank(row, column, None, style)
            case str():
                self.sheet.put_text(row, column, clean(value), style)
            case int() | float():
                self.sheet.put_number(row, column, value, style)
            case date():
                self._put_day(row, column, value, style)
            case Formula():
                self.sheet.write_formula(row, column, value.text, style, value.result)
            case Link():
                self._lead(row, column, value)
                self.put(row, column, value.shown, style)

    def told(self, row: int, column: int, value: Value, style: Format) -> str | None:
        """As `put`, the cell as its sheet tells it, for a row that is put as a whole.

        None for a formula, which is put afterwards.
        """
        sheet: LongSheet = self.sheet
        look = style._get_xf_index()
        match value:
            case str():
                return sheet.text_told(clean(value), look)
            case None:
                return blank_told(look)
            case int() | float():
                return number_told(value, look)
            case date() if value.year < FIRST_YEAR:
                return sheet.text_told(long_date(value), look)
            case date():
                return sheet.day_told(value, look)
            case Link():
                self._lead(row, column, value)
                return self.told(row, column, value.shown, style)
            case Formula():
                return None

    def told_again(self, alike: tuple[object, ...]) -> tuple[str, int] | None:
        """A cell that was told before, and its lines of text, by all that they follow from."""
        known = self._known.get(alike)
        if known:
            self.sheet.count_again(known[0])
        return known

    def remember(self, alike: tuple[object, ...], told: str, lines: int) -> None:
        """Have a cell to be told again."""
        if len(self._known) == REMEMBERED:
            self._known.clear()
        self._known[alike] = told, lines

    def merge(
        self, row: int, column: int, last_column: int, value: Value, style: Format, *, rows: int = 1
    ) -> None:
        """Write a value over several cells, or into the one there is."""
        if rows > 1 or last_column > column:
            self.sheet.merge_range(row, column, row + rows - 1, last_column, "", style)
        self.put(row, column, value, style)

    def title(self, text: str, note: str = "") -> None:
        """Title, as-of date, a remark and the way back, in rows 0 to 3."""
        self.sheet.set_row(0, 26)
        self.sheet.set_row(1, 16)
        self.put(0, 0, text, self.styles.cell("title"))
        self.put(1, 0, self.heading.subtitle, self.styles.cell("subtitle"))
        self.put(2, 0, note, self.styles.cell("note"))
        self._note = note

    def narrow_title(self, width: float) -> None:
        """What is below the title in lines of so many characters, where a page has no more room."""
        for row, role, text in ((1, "subtitle", self.heading.subtitle), (2, "note", self._note)):
            style = self.styles.cell(role, "text", valign="top")
            self.put(row, 0, text, style)
            lines = wrapped_lines(text, width * SIZE / style.font_size)
            self.sheet.set_row(row, lines * 1.3 * style.font_size + 3)

    def way_back(self) -> None:
        """A link to the first sheet."""
        link = Link("← Ringkasan", self.heading.home)
        self.put(3, 0, link, self.styles.cell("plain", "link", font_size=8, align="left"))

    def _put_day(self, row: int, column: int, day: date, style: Format) -> None:
        if day.year < FIRST_YEAR:
            self.sheet.write_string(row, column, long_date(day), style)
        else:
            self.sheet.write_datetime(row, column, day, style)

    def _lead(self, row: int, column: int, link: Link) -> None:
        """Have a cell lead where a link does, which is noted apart from what the cell shows."""
        if 0 < len(link.target) <= TARGET_LIMIT and self._links < LINK_LIMIT:
            self._links += 1
            self.sheet.hyperlinks[row][column] = self._url(column, link)

    def _url(self, column: int, link: Link) -> Url:
        """That of the cell above where both are alike: the findings of a file lead to one place."""
        above = self._above.get(column)
        if above and above[0] == link and type(above[0].shown) is type(link.shown):
            return above[1]
        url = Url(clean(link.target))
        url.text = clean(str(link.shown))[:250]
        self._above[column] = link, url
        return url

    def _set_up_print(self) -> None:
        settings = self.heading.settings
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(PAPER_CODES[self.paper])
        sheet.set_margins(*MARGINS)
        sheet.fit_to_pages(1, 0)
        sheet.set_tab_color(HOUSE)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        issuer = header_text(settings.organisation_bureau, 60)
        left = f"&L&8Laporan Perkembangan SOP · {issuer}"
        sheet.set_header(f"{left}&R&8{header_text(self.name)}"[:HEADER_LIMIT])
        footer = (
            f"&L&8Berkas diterima sampai dengan {cutoff(self.heading.as_of, self.heading.until)}"
            f" · {self.heading.version}"
        )
        sheet.set_footer(f"{footer}&R&8Halaman &P dari &N"[:HEADER_LIMIT])
