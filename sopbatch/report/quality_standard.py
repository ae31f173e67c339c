"""The seven principles of a service standard, seen in what it tells."""

import re
from dataclasses import dataclass
from datetime import date

from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.report.quality import Indicator, Quality, part_of, quality_of, yes

SIMPLE = "Sederhana"
CONSISTENT = "Konsistensi"
PARTICIPATORY = "Partisipatif"
ACCOUNTABLE = "Akuntabel"
LASTING = "Berkesinambungan"
TRANSPARENT = "Transparansi"
FAIR = "Keadilan"
STANDARD_PRINCIPLES = (
    *(SIMPLE, CONSISTENT, PARTICIPATORY, ACCOUNTABLE, LASTING, TRANSPARENT, FAIR),
)
MANY_STEPS, MANY_REQUIREMENTS = 10, 12
YEAR = 366
"""Days within which monitoring and surveys are fresh."""
VULNERABLE = re.compile(
    r"disabilitas|difabel|rentan|lansia|lanjut usia|ibu hamil|menyusui|kursi roda|anak", re.I
)


@dataclass(frozen=True, slots=True)
class JudgedService:
    """A service with the workbook it stands in, on the day of the report."""

    service: ServiceStandard
    within: Standards
    as_of: date


def _fresh(day: date | None, as_of: date) -> float:
    return yes(day is not None and (as_of - day).days <= YEAR)


def _readable_times(of: JudgedService) -> float | None:
    times = of.service.times
    return part_of(sum(one.duration.is_length for one in times), len(times))


def _fees(of: JudgedService) -> float:
    told = (fee.amount is not None or fee.covered for fee in of.service.fees)
    return yes(of.service.fees and all(told))


def _for_all(of: JudgedService) -> float:
    return yes(any(VULNERABLE.search(item) for item in of.service.facilities))


STANDARD_INDICATORS: tuple[Indicator[JudgedService], ...] = (
    Indicator(
        SIMPLE,
        f"prosedur paling banyak {MANY_STEPS} langkah",
        lambda of: yes(0 < len(of.service.procedure) <= MANY_STEPS),
        f"Sederhanakan prosedur menjadi paling banyak {MANY_STEPS} langkah.",
    ),
    Indicator(
        SIMPLE,
        f"persyaratan paling banyak {MANY_REQUIREMENTS} butir",
        lambda of: yes(0 < len(of.service.requirements) <= MANY_REQUIREMENTS),
        "Kurangi persyaratan yang sudah ada pada data pemerintah.",
    ),
    Indicator(
        CONSISTENT,
        "SOP di balik layanan disebut",
        lambda of: yes(of.service.sops),
        "Sebut SOP yang dipakai untuk layanan ini.",
    ),
    Indicator(
        CONSISTENT,
        "jangka waktu terbaca",
        _readable_times,
        "Tulis jangka waktu dengan angka dan satuan.",
    ),
    Indicator(
        PARTICIPATORY,
        "forum konsultasi publik diadakan",
        lambda of: yes(of.within.consulted.value),
        "Selenggarakan forum konsultasi publik, lalu tulis tanggalnya.",
    ),
    Indicator(
        PARTICIPATORY,
        "unsur masyarakat yang terlibat disebut",
        lambda of: yes(of.within.consulted_groups),
        "Sebut unsur masyarakat yang ikut dalam konsultasi.",
    ),
    Indicator(
        ACCOUNTABLE,
        "sedikitnya dua saluran pengaduan",
        lambda of: min(1.0, len({one.kind for one in of.service.channels}) / 2),
        "Tambahkan saluran pengaduan, misalnya SP4N-LAPOR!.",
    ),
    Indicator(
        ACCOUNTABLE,
        "waktu menjawab pengaduan disebut",
        lambda of: yes(of.service.answer_times),
        "Tulis berapa lama pengaduan dijawab.",
    ),
    Indicator(
        LASTING,
        "standar dimonitor dalam setahun terakhir",
        lambda of: _fresh(of.within.monitored.value, of.as_of),
        "Monitor standar pelayanan sedikitnya sekali setahun.",
    ),
    Indicator(
        LASTING,
        "survei kepuasan dalam setahun terakhir",
        lambda of: _fresh(of.within.surveyed.value, of.as_of),
        "Selenggarakan survei kepuasan masyarakat sedikitnya sekali setahun.",
    ),
    Indicator(
        TRANSPARENT,
        "standar dipublikasikan",
        lambda of: yes(of.within.published),
        "Publikasikan standar di tempat layanan dan di laman.",
    ),
    Indicator(
        TRANSPARENT,
        "standar ditetapkan dengan keputusan",
        lambda of: yes(of.within.decree_number.strip() and of.within.decree_date.value),
        "Tetapkan standar dengan keputusan kepala perangkat daerah.",
    ),
    Indicator(
        FAIR,
        "sarana untuk kelompok rentan disebut",
        _for_all,
        "Sebut sarana bagi penyandang disabilitas, lansia, dan ibu hamil.",
    ),
    Indicator(FAIR, "biaya pasti bagi semua", _fees, "Tulis biaya setiap kasus, atau tanpa biaya."),
)


def standard_quality(judged: JudgedService) -> Quality:
    """How good a service standard is by the seven principles."""
    return quality_of(judged, STANDARD_INDICATORS, STANDARD_PRINCIPLES)
