"""The eight figures of the nation, and the names of the sheets that tell them in full."""

from sopbatch.model import share
from sopbatch.report.lights import Light
from sopbatch.report.nation import DataState, Nation
from sopbatch.report.tiles import (
    GOOD,
    LATE,
    NO_PLAN,
    NOTHING,
    PLANNED,
    TO_ACT,
    TO_HURRY,
    TO_MEND,
    UNDER_WAY,
    WHOLE,
    Note,
    Tile,
    dash,
)
from sopbatch.text.words import count

SUMMARY, BY_PROVINCE, BY_GOVERNMENT = "Ringkasan", "Per Provinsi", "Per Pemerintah Daerah"
TITLES, DATA, NOTES = "Judul", "Data", "Catatan"


def nation_tiles(nation: Nation) -> tuple[Tile, ...]:
    """From governments that are counted to what is late, and service standards."""
    total = nation.total.completion
    planned = total.planned if nation.planning else None
    known = [one for one in nation.sources if one.state is not DataState.DOUBLE]
    counted = sum(one.is_counted for one in known)

    def of_plan(part: int) -> tuple[Note, str]:
        fraction = share(part, total.planned)
        return ("-", "") if fraction is None else (fraction, "dari rencana")

    def light(part: int) -> Light:
        if not nation.planning:
            return NO_PLAN
        return WHOLE if part == total.planned else LATE if total.late else UNDER_WAY

    return (
        Tile(
            "Pemerintah daerah",
            counted,
            f"terhitung dari {count(len(known))}",
            sheet=DATA,
            light=WHOLE if counted == len(known) else TO_ACT,
        ),
        Tile(
            "Direncanakan",
            planned,
            "judul" if nation.planning else "belum ada rencana",
            sheet=BY_GOVERNMENT,
            light=PLANNED if nation.planning else NO_PLAN,
        ),
        Tile(
            "Diterima",
            total.received,
            f"{count(total.outside_plan)} di luar rencana" if total.outside_plan else "SOP",
            sheet=BY_GOVERNMENT,
            light=light(total.received - total.outside_plan),
        ),
        Tile(
            "Lengkap",
            total.complete,
            dash(share(total.complete, total.received)),
            "dari diterima",
            sheet=BY_GOVERNMENT,
            light=NOTHING
            if not total.received
            else WHOLE
            if total.complete == total.received
            else TO_MEND,
        ),
        Tile(
            "Selesai",
            total.ratified,
            *of_plan(total.planned_ratified),
            sheet=BY_GOVERNMENT,
            light=light(total.planned_ratified),
        ),
        Tile(
            "Terlambat",
            total.late,
            "lewat tenggat" if total.late else "tidak ada",
            sheet=BY_GOVERNMENT,
            light=TO_ACT if total.late else GOOD,
            alarming=True,
        ),
        Tile(
            "Jatuh tempo 30 hari",
            nation.total.due_soon,
            "belum selesai" if nation.total.due_soon else "tidak ada",
            sheet=BY_GOVERNMENT,
            light=TO_HURRY if nation.total.due_soon else GOOD,
            alarming=True,
        ),
        Tile(
            "Standar pelayanan",
            nation.services.standards,
            f"{count(nation.services.decreed)} ditetapkan",
            sheet=BY_GOVERNMENT,
            light=NOTHING
            if not nation.services.standards
            else WHOLE
            if nation.services.decreed == nation.services.standards
            else UNDER_WAY,
        ),
    )
