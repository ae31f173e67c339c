"""What only shows between kinds of workbooks: services with their SOPs in, rows of advice out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopbatch.model import SopLine
from sopbatch.report.services import ServiceRow, UnitServices


@dataclass(frozen=True, slots=True)
class Insight:
    """Something that only shows between kinds of workbooks."""

    what: str
    unit: str
    title: str
    advice: str


def insights_of(units: Sequence[UnitServices], public: Sequence[SopLine]) -> Iterator[Insight]:
    """By unit; `public` are the SOPs of public services."""
    for unit in units:
        name = unit.unit.name
        for row in unit.rows:
            for what, advice in _of_service(row):
                yield Insight(what, name, row.service.name, advice)
        for title in unit.without_standard:
            yield _without_standard(name, title)
    with_services = {unit.unit.code for unit in units}
    for line in public:
        if line.unit_code not in with_services:
            yield _without_standard(line.unit_name, line.title)


def _of_service(row: ServiceRow) -> Iterator[tuple[str, str]]:
    """What a standard lacks beside its SOPs and its monitoring, each with advice."""
    if not row.service.sops:
        yield (
            "Standar tanpa SOP",
            "Sebut SOP yang dipakai untuk layanan ini, atau rencanakan SOP-nya.",
        )
    elif not row.sops:
        yield (
            "SOP yang disebut standar belum dikenal",
            "Kirim SOP yang disebut, atau perbaiki Nama SOP-nya.",
        )
    if row.decreed and row.within.monitored.value is None:
        yield (
            "Janji belum dimonitor",
            "Monitor standar yang sudah ditetapkan, lalu tulis tanggalnya.",
        )


def _without_standard(unit: str, title: str) -> Insight:
    advice = "Susun Standar Pelayanan untuk layanan ini."
    return Insight("SOP pelayanan tanpa standar", unit, title, advice)
