"""What only shows between kinds of workbooks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopbatch.model import SopLine
from sopbatch.report.services import UnitServices


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
            if not row.service.sops:
                yield Insight(
                    "Standar tanpa SOP",
                    name,
                    row.service.name,
                    "Sebut SOP yang dipakai untuk layanan ini, atau rencanakan SOP-nya.",
                )
            elif not row.sops:
                yield Insight(
                    "SOP yang disebut standar belum dikenal",
                    name,
                    row.service.name,
                    "Kirim SOP yang disebut, atau perbaiki Nama SOP-nya.",
                )
            if row.decreed and row.within.monitored.value is None:
                yield Insight(
                    "Janji belum dimonitor",
                    name,
                    row.service.name,
                    "Monitor standar yang sudah ditetapkan, lalu tulis tanggalnya.",
                )
        for title in unit.without_standard:
            yield Insight(
                "SOP pelayanan tanpa standar",
                name,
                title,
                "Susun Standar Pelayanan untuk layanan ini.",
            )
    with_services = {unit.unit.code for unit in units}
    for line in public:
        if line.unit_code not in with_services:
            yield Insight(
                "SOP pelayanan tanpa standar",
                line.unit_name,
                line.title,
                "Susun Standar Pelayanan untuk layanan ini.",
            )
