"""What charts show: the content of a report comes in, blocks of figures under heads go out."""

from dataclasses import dataclass

from sopbatch.model import Completion, GroupCount
from sopbatch.report.content import Content
from sopbatch.text.plain import seen
from sopbatch.text.shortening import one_line

GROUP_LIMIT = 8
NAME_LIMIT = 34
STAGES = ("Direncanakan", "Diterima", "Lengkap", "Tersusun", "Selesai", "Dalam masa tinjau")
ORIGINS = ("Menurut rencana", "Di luar rencana")
PARTS = ("Selesai", "Tersusun", "Lengkap", "Belum lengkap", "Belum diterima")


@dataclass(frozen=True, slots=True)
class Figures:
    """A block of figures under heads, as charts show it."""

    title: str
    series: tuple[str, ...]
    """Heads of the columns of numbers."""
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """Category and one number per series."""


def stage_figures(content: Content) -> Figures:
    """From the plan to the ratified: what is planned, and what came besides."""
    total = content.tally.total
    inside = (
        total.planned,
        total.received - total.outside_plan,
        total.planned_complete,
        total.planned_compiled,
        total.planned_ratified,
        total.planned_within_review,
    )
    outside = (
        0,
        total.outside_plan,
        total.complete - total.planned_complete,
        total.compiled - total.planned_compiled,
        total.ratified - total.planned_ratified,
        total.within_review - total.planned_within_review,
    )
    rows = tuple(zip(STAGES, zip(inside, outside, strict=True), strict=True))
    if content.planning:
        return Figures("Dari rencana sampai selesai", ORIGINS, rows)
    received = tuple((stage, (sum(numbers),)) for stage, numbers in rows[1:])
    return Figures("Dari diterima sampai selesai", ("SOP",), received)


def group_figures(content: Content) -> Figures:
    """Where the SOPs of each group stand; of many groups the worst."""
    chosen = content.groups[:GROUP_LIMIT]
    parts = PARTS if content.planning else PARTS[:-1]
    rows = tuple(
        (group_name(group, content), _parts(group.completion, planning=content.planning))
        for group in chosen
    )
    return Figures(_group_title(content), parts, rows)


def _group_title(content: Content) -> str:
    what = "bagian" if content.grouped_by_section else "perangkat daerah"
    if len(content.groups) > GROUP_LIMIT:
        return f"{GROUP_LIMIT} {what} dengan keadaan terberat"
    return f"Keadaan SOP per {what}"


def group_name(group: GroupCount, content: Content, limit: int = NAME_LIMIT) -> str:
    """Name of a unit or section, short enough for a chart."""
    name = (group.section or "(tanpa bagian)") if content.grouped_by_section else group.unit.name
    return one_line(seen(name), limit)


def _parts(completion: Completion, *, planning: bool) -> tuple[int, ...]:
    if not planning:
        return (
            completion.ratified,
            completion.compiled - completion.ratified,
            completion.complete - completion.compiled,
            completion.received - completion.complete,
        )
    inside = completion.received - completion.outside_plan
    return (
        completion.planned_ratified,
        completion.planned_compiled - completion.planned_ratified,
        completion.planned_complete - completion.planned_compiled,
        inside - completion.planned_complete,
        completion.planned - inside,
    )
