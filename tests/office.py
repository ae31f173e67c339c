"""A real LibreOffice for tests: opens a workbook, types into it as a person would, saves it."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal, Self

from sopbatch.model import CellRef

SCRIPT = Path(__file__).with_name("office_script.py")
PYTHONS = ("/usr/bin/python3", "python3")
SaveAs = Literal["xlsx", "ods", "xls", "fods"]


def office_python() -> str:
    """A Python that can talk to LibreOffice; "" when the machine has none."""
    if shutil.which("soffice") is None:
        return ""
    for python in PYTHONS:
        if shutil.which(python) is None:
            continue
        tried = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
        if tried.returncode == 0:
            return python
    return ""


class Office:
    """One LibreOffice process with a profile of its own; use it as a context manager."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files = 0
        self._process = subprocess.Popen(
            [office_python(), str(SCRIPT), str(folder / "profile")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n", "LibreOffice did not start"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ask("quit")
        self._process.wait(60)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    def fill(self, template: bytes, values: Mapping[CellRef, object], save_as: SaveAs) -> bytes:
        """The template with the values typed in, as LibreOffice saves it.

        Dates are typed as such; a locked cell that refuses is an error.
        """
        with self.opened(template) as book:
            refused = book.type(values)
            assert not refused, f"locked: {refused}"
            return book.saved(save_as)

    def convert(
        self, content: bytes, save_as: SaveAs, suffix: str = "xlsx", *, calculated: bool = True
    ) -> bytes:
        """The workbook in another format; results of formulas as stored unless calculated."""
        with self.opened(content, suffix, calculated=calculated) as book:
            return book.saved(save_as)

    def show(self, cells: Sequence[tuple[str, float | str]]) -> list[str]:
        """What values show in number formats, given as Excel writes them, as in Indonesia."""
        return list(self._ask("show", cells=[list(cell) for cell in cells]))

    @contextmanager
    def opened(
        self, content: bytes, suffix: str = "xlsx", *, calculated: bool = True
    ) -> Iterator["OpenBook"]:
        """The workbook opened and calculated; closed without saving in the end."""
        path = self.path(suffix)
        path.write_bytes(content)
        number = self._ask("open", path=str(path), calculated=calculated)
        try:
            yield OpenBook(self, number)
        finally:
            self._ask("close", book=number)

    def path(self, suffix: str) -> Path:
        """A new file name below the folder."""
        self._files += 1
        return self.folder / f"buku_{self._files}.{suffix}"

    def _ask(self, action: str, **values: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"action": action, **values}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["result"]


class OpenBook:
    """A workbook that LibreOffice has open."""

    def __init__(self, office: Office, number: int) -> None:
        self._office = office
        self._number = number

    def _ask(self, action: str, **values: object) -> Any:
        return self._office._ask(action, book=self._number, **values)

    def type(
        self, values: Mapping[CellRef, object], *, as_text: bool = False
    ) -> tuple[CellRef, ...]:
        """Types the values, or puts them in as texts; the locked cells that refused."""
        cells = [
            [cell.sheet, cell.row, cell.column, _typed(value)] for cell, value in values.items()
        ]
        return tuple(CellRef(*cell) for cell in self._ask("type", cells=cells, as_text=as_text))

    def read(self, cells: Iterable[CellRef]) -> dict[CellRef, Any]:
        """What the cells show after calculation: text, number, "" or {"error": code}."""
        asked = list(cells)
        named = [[cell.sheet, cell.row, cell.column] for cell in asked]
        return dict(zip(asked, self._ask("read", cells=named), strict=True))

    def choices(self, cell: CellRef) -> str:
        """Source of the cell's drop-down list, "" when it has none."""
        place = {"sheet_name": cell.sheet, "row": cell.row, "column": cell.column}
        return str(self._ask("choices", **place))

    def insert_row(self, sheet: str, row: int) -> None:
        """Puts an empty row above that 1-based row."""
        self._ask("insert_row", sheet_name=sheet, row=row)

    def copy_row(self, sheet: str, row: int, above: int) -> None:
        """Puts a copy of a 1-based row above another one."""
        self._ask("copy_row", sheet_name=sheet, row=row, above=above)

    def delete_row(self, sheet: str, row: int) -> None:
        """Takes that 1-based row out."""
        self._ask("delete_row", sheet_name=sheet, row=row)

    def copy_sheet(self, sheet: str, copy: str) -> None:
        """Copies a sheet behind all others."""
        self._ask("copy_sheet", sheet_name=sheet, copy=copy)

    def sort_rows(
        self, sheet: str, rows: tuple[int, int], columns: tuple[int, int], by: int
    ) -> None:
        """Sorts the rows of an area by a column, upwards; all numbers are 1-based."""
        self._ask("sort_rows", sheet_name=sheet, rows=rows, columns=columns, by=by)

    def row_heights(self, sheet: str) -> list[tuple[float, float]]:
        """Points of each row down to the last used one: as it is, and as its texts need it."""
        return [(own, needed) for own, needed in self._ask("row_heights", sheet_name=sheet)]

    def saved(self, save_as: SaveAs, password: str = "") -> bytes:
        """Its bytes in that format, encrypted when a password is given."""
        path = self._office.path(save_as)
        self._ask("save", path=str(path), form=save_as, password=password)
        return path.read_bytes()

    def as_csv(self) -> dict[str, str]:
        """Every sheet by its name, each cell as it is shown."""
        path = self._office.path("csv")
        self._ask("save", path=str(path), form="csv")
        begin = f"{path.stem}-"
        sheets = sorted(path.parent.glob(f"{begin}*.csv"))
        return {each.stem.removeprefix(begin): each.read_text("utf-8") for each in sheets}

    def colours(self) -> dict[CellRef, str]:
        """Fill of every filled cell as shown, conditional formats included ("#FFF6DA").

        To be asked last: the sheets lose their protection, so that folded columns are shown.
        """
        path = self._office.path("html")
        self._ask("unhide")
        self._ask("save", path=str(path), form="html")
        page = _Tables()
        page.feed(path.read_text(encoding="utf-8"))
        return page.fills


class _Tables(HTMLParser):
    """Fills of the cells of an exported workbook, one table for each sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.fills: dict[CellRef, str] = {}
        self._sheet, self._row, self._column = "", 0, 1
        self._taken: set[tuple[int, int]] = set()
        self._names: list[str] = []
        self._in_name = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "em":
            self._in_name = True
        elif tag == "table":
            self._sheet, self._row, self._taken = self._names[-1], 0, set()
        elif tag == "tr":
            self._row, self._column = self._row + 1, 1
        elif tag == "td":
            self._cell(found)

    def handle_data(self, data: str) -> None:
        if self._in_name:
            self._names.append(data)
            self._in_name = False

    def _cell(self, found: dict[str, str]) -> None:
        while (self._row, self._column) in self._taken:
            self._column += 1
        height, width = int(found.get("rowspan", 1)), int(found.get("colspan", 1))
        for row in range(height):
            for column in range(width):
                self._taken.add((self._row + row, self._column + column))
        if "bgcolor" in found:
            self.fills[CellRef(self._sheet, self._row, self._column)] = found["bgcolor"].upper()
        self._column += width


def _typed(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@contextmanager
def running_office() -> Iterator[Office]:
    """A LibreOffice in a folder of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="sopbatch-office-") as folder,
        Office(Path(folder)) as office,
    ):
        yield office
