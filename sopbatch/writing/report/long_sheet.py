"""A sheet whose finished rows are packed at once: the library holds every cell to the end.

There a cell takes some 500 bytes, packed some five.
"""

from codecs import iterdecode
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, partial
from io import StringIO
from typing import Any
from zlib import compressobj, decompressobj

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

BLOCK = 16
"""Rows that share one note of how wide they are; only whole blocks are packed."""
PLAIN = frozenset(("String", "Number", "Datetime", "Blank"))
"""Kinds of cells that have nothing but a value."""
FAST = 1
"""Level of compression."""


class LongSheet(Worksheet):  # type: ignore[misc]
    """A worksheet that can be told which of its rows are finished."""

    fh: Any
    table: Any
    dim_rowmin: Any
    dim_rowmax: Any

    def __init__(self) -> None:
        super().__init__()
        self.table_cells = _Unnoted()
        self.hyperlinks = _Links()
        self._first = self._next = 0
        # Not before there is something to pack: it takes a quarter of a MB, for each sheet.
        self._packing = cache(partial(compressobj, FAST))
        self._packed: list[bytes] = []

    def put_cells(self, at: int, cells: Mapping[int, str]) -> None:
        """A row of cells as this sheet tells them."""
        self.table[at].update(cells)
        self._check_dimensions(at, min(cells))
        self._check_dimensions(at, max(cells))

    def text_told(self, text: str, look: int) -> str:
        """A cell with a text; `look` is the number of its format."""
        return f's="{look}" t="s"><v>{self.str_table._get_shared_string_index(text)}</v></c>'

    def count_again(self, told: str) -> None:
        """A cell is told once more: the file says how often its texts are shown."""
        self.str_table.count += _is_text(told)

    def day_told(self, day: date, look: int) -> str:
        """A cell with a day."""
        return number_told(self._convert_date_time(day), look)

    # Writing as the library does once it has made sure that rows and columns are numbers.
    put_text, put_number, put_blank = (
        Worksheet._write_string,
        Worksheet._write_number,
        Worksheet._write_blank,
    )

    def finish(self, first: int, upto: int) -> None:
        """No cell of the rows from `first` to before `upto` is written again, or charted.

        Rows are 0-based; what is finished later goes on where this ended.
        """
        if not self._next:
            self._first = self._next = -(-first // BLOCK) * BLOCK
        while self._next + BLOCK <= upto:
            rows = range(self._next, self._next + BLOCK)
            self._packed.append(self._packing().compress(self._rendered(rows).encode()))
            self._next = rows.stop

    def _rendered(self, rows: range) -> str:
        """Rows as the library writes them; they are forgotten."""
        places = [place for at in rows for place in self.table.get(at, ())]
        spans = f"{min(places) + 1}:{max(places) + 1}" if places else None
        before, self.fh = self.fh, StringIO()
        for at in rows:
            if cells := self.table.pop(at, {}):
                self._note_links(at, cells)
                self._write_row(at, spans, self.row_info.get(at))
                for place in sorted(cells):
                    self._write_cell(at, place, cells[place])
                self._xml_end_tag("row")
            elif at in self.row_info:
                self._write_empty_row(at, spans, self.row_info[at])
            self.row_info.pop(at, None)
            self.row_sizes.pop(at, None)
        text: str = self.fh.getvalue()
        self.fh = before
        return text

    def _write_cell(self, row: int, col: int, cell: Any) -> None:  # noqa: ANN401 - the library's
        """As the library, which asks more of each cell."""
        kind = type(cell).__name__
        if kind == "str":
            self.fh.write(f'<c r="{_letters(col)}{row + 1}" {cell}')
            return
        if cell.format is None or kind not in PLAIN:
            super()._write_cell(row, col, cell)
            return
        look = cell.format._get_xf_index()
        if kind == "String":
            told = f's="{look}" t="s"><v>{cell.string}</v></c>'
        elif kind == "Blank":
            told = blank_told(look)
        else:
            told = number_told(cell.number, look)
        self.fh.write(f'<c r="{_letters(col)}{row + 1}" {told}')

    def _note_links(self, at: int, cells: dict[int, Any]) -> None:
        """A link is told otherwise where its cell holds no text."""
        if at in self.hyperlinks:
            for place, link in self.hyperlinks[at].items():
                link._is_object_link = not _is_text(cells[place])

    def _write_hyperlinks(self) -> None:
        """As the library, which makes each row again that it asks for."""
        for at, cells in self.table.items():
            self._note_links(at, cells)
        rows, self.table = self.table, {}
        super()._write_hyperlinks()
        self.table = rows

    def _write_rows(self) -> None:
        top, bottom = self.dim_rowmin, self.dim_rowmax
        if self._packed:
            self.dim_rowmax = self._first - 1
            super()._write_rows()
            for text in self._unpacked():
                self.fh.write(text)
            self.dim_rowmin, self.dim_rowmax = self._next, bottom
        super()._write_rows()
        self.dim_rowmin = top

    def _unpacked(self) -> Iterator[str]:
        unpacking = decompressobj()
        pieces = (*self._packed, self._packing().flush())
        return iterdecode(map(unpacking.decompress, pieces), "utf-8")


def number_told(number: float, look: int) -> str:
    """A cell with a number, behind its address; `look` is the number of its format."""
    return f's="{look}"><v>{number:.16G}</v></c>'


def blank_told(look: int) -> str:
    """A cell with nothing."""
    return f's="{look}"/>'


def _is_text(cell: object) -> bool:
    return ' t="s">' in cell if isinstance(cell, str) else type(cell).__name__ == "String"


@cache
def _letters(place: int) -> str:
    return str(xl_col_to_name(place))


class _Links(dict[int, "_RowLinks"]):
    """The links of a sheet by row."""

    def __missing__(self, at: int) -> "_RowLinks":
        self[at] = _RowLinks()
        return self[at]


class _RowLinks:
    """Links of a row by column: mostly one, for which a mapping of the library takes 232 bytes."""

    __slots__ = ("_flat",)

    def __init__(self) -> None:
        self._flat: tuple[Any, ...] = ()

    def __setitem__(self, place: int, link: object) -> None:
        others = (part for pair in self.items() if pair[0] != place for part in pair)
        self._flat = (*others, place, link)

    def __getitem__(self, place: int) -> object:
        return dict(self.items())[place]

    def keys(self) -> tuple[Any, ...]:
        """The columns."""
        return self._flat[::2]

    def items(self) -> Iterator[tuple[Any, Any]]:
        """Columns and their links."""
        return zip(self._flat[::2], self._flat[1::2], strict=True)


class _Unnoted(dict[Any, Any]):
    """In place of a note for each cell of a table, by which no other table may overlap it."""

    def __setitem__(self, key: object, value: object) -> None:
        pass
