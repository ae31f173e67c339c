"""The sheet of how far each agency's SOPs are in their drafting."""

from collections.abc import Callable, Sequence

from sopbatch.report.steps import UnitSteps
from sopbatch.schema.drafting import STEPS
from sopbatch.writing.report.page import Page, Value
from sopbatch.writing.report.table import NO_FIGURE, Column, write_table


def write_steps(page: Page, rows: Sequence[UnitSteps]) -> None:
    """A row for each agency that tells the steps of its SOPs."""
    page.title(
        "Tahap penyusunan per perangkat daerah",
        "Jumlah SOP menurut tahap terakhir yang dicatat pada Formulir Tahap Penyusunan SOP; yang "
        "paling lama menunggu lebih dahulu.",
    )
    columns: tuple[Column[UnitSteps], ...] = (
        Column("Perangkat daerah", 34, lambda one: one.unit),
        Column("SOP dicatat", 10, lambda one: one.told, "count"),
        *(
            Column(f"{step.name[0].upper()}{step.name[1:]}", 8, _at(place), "count", upright=True)
            for place, step in enumerate(STEPS)
        ),
        Column("Menunggu sejak", 13, lambda one: one.since or NO_FIGURE, "date"),
        Column(
            "SOP yang paling lama menunggu",
            46,
            lambda one: one.waiting.title if one.waiting else NO_FIGURE,
        ),
    )
    nothing = "Belum ada tahap penyusunan yang dicatat."
    write_table(page, columns, rows, name="TahapPenyusunan", nothing=nothing, frozen=1)


def _at(place: int) -> Callable[[UnitSteps], Value]:
    return lambda one: one.counts[place]
