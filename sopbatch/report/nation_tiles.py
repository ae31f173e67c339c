"""The eight figures of the nation, and the names of the sheets that tell them in full."""

from sopbatch.model import share
from sopbatch.report.lights import Light
from sopbatch.report.nation import DataState, Nation
from sopbatch.report.tiles import (
    LATE,
    NO_PLAN,
    PLANNED,
    TO_ACT,
    UNDER_WAY,
    WHOLE,
    Tile,
    complete_tile,
    dash,
    due_soon_tile,
    late_tile,
    light_of,
)
from sopbatch.text.words import count

SUMMARY, BY_PROVINCE, BY_GOVERNMENT = "Ringkasan", "Per Provinsi", "Per Pemerintah Daerah"
TITLES, DATA, NOTES = "Judul", "Data", "Catatan"


def nation_tiles(nation: Nation) -> tuple[Tile, ...]:
    """From governments that are counted to what is late, and service standards."""
    total = nation.total.completion
    return (
        _governments(nation),
        _planned(nation),
        _received(nation),
        complete_tile(total, BY_GOVERNMENT),
        _ratified(nation),
        late_tile(total.late, BY_GOVERNMENT),
        due_soon_tile(nation.total.due_soon, BY_GOVERNMENT),
        _standards(nation),
    )


def _governments(nation: Nation) -> Tile:
    known = [one for one in nation.sources if one.state is not DataState.DOUBLE]
    counted = sum(one.is_counted for one in known)
    return Tile(
        "Pemerintah daerah",
        counted,
        f"terhitung dari {count(len(known))}",
        sheet=DATA,
        light=WHOLE if counted == len(known) else TO_ACT,
    )


def _planned(nation: Nation) -> Tile:
    return Tile(
        "Direncanakan",
        nation.total.completion.planned if nation.planning else None,
        "judul" if nation.planning else "belum ada rencana",
        sheet=BY_GOVERNMENT,
        light=PLANNED if nation.planning else NO_PLAN,
    )


def _received(nation: Nation) -> Tile:
    total = nation.total.completion
    return Tile(
        "Diterima",
        total.received,
        f"{count(total.outside_plan)} di luar rencana" if total.outside_plan else "SOP",
        sheet=BY_GOVERNMENT,
        light=_plan_light(nation, total.received - total.outside_plan),
    )


def _ratified(nation: Nation) -> Tile:
    total = nation.total.completion
    fraction = share(total.planned_ratified, total.planned)
    return Tile(
        "Selesai",
        total.ratified,
        dash(fraction),
        unit="" if fraction is None else "dari rencana",
        sheet=BY_GOVERNMENT,
        light=_plan_light(nation, total.planned_ratified),
    )


def _standards(nation: Nation) -> Tile:
    services = nation.services
    return Tile(
        "Standar pelayanan",
        services.standards,
        f"{count(services.decreed)} ditetapkan",
        sheet=BY_GOVERNMENT,
        light=light_of(services.decreed, services.standards, UNDER_WAY),
    )


def _plan_light(nation: Nation, part: int) -> Light:
    total = nation.total.completion
    if not nation.planning:
        return NO_PLAN
    return WHOLE if part == total.planned else LATE if total.late else UNDER_WAY
