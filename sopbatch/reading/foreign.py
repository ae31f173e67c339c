"""What a workbook brings along to run or takes from elsewhere, stated in words."""

from collections.abc import Mapping

from sopbatch.model import Grid, Outside, OutsideKind, Place
from sopbatch.reading.cells import Notebook
from sopbatch.text.shortening import shortened
from sopbatch.text.straight import clean

_WORDS: Mapping[OutsideKind, str] = {
    OutsideKind.WORKBOOK: "berkas lain",
    OutsideKind.PROGRAM: "program atau layanan lain",
    OutsideKind.OBJECT: "objek tertanam",
    OutsideKind.DATA: "koneksi data",
    OutsideKind.PICTURE: "gambar",
    OutsideKind.TEMPLATE: "formulir lain",
    OutsideKind.OTHER: "berkas lain",
}
_NAMED = 3
"""Sources named in the sentence; the others are counted."""
_LONGEST = 60


def is_plain(grid: Grid) -> bool:
    """Whether opening the workbook runs and fetches nothing: only then it may be passed on."""
    return not (grid.has_macros or grid.outside)


def state_foreign(notebook: Notebook) -> None:
    """State macros and sources outside, one problem each."""
    grid = notebook.grid
    if grid.has_macros:
        notebook.problem("F-15", Place())
    if grid.outside:
        named = [_in_words(source) for source in grid.outside[:_NAMED]]
        more = len(grid.outside) - len(named)
        if more:
            named.append(f"{more} sumber lain")
        notebook.problem("F-16", Place(), sumber="; ".join(named))


def _in_words(source: Outside) -> str:
    target = " ".join(clean(source.target[: 4 * _LONGEST]).split())
    shown = shortened("".join(filter(str.isprintable, target)), _LONGEST)
    return f"{_WORDS[source.kind]} “{shown}”" if shown else _WORDS[source.kind]
