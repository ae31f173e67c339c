"""Small values for tests: say what matters, take the rest as it comes."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sopbatch.model import (
    Actor,
    CellRef,
    DateKind,
    DateValue,
    Dossier,
    Duration,
    DurationKind,
    Finding,
    Format,
    Node,
    NumberKind,
    Place,
    PlanLine,
    Procedure,
    Received,
    Register,
    Review,
    Section,
    Severity,
    Sop,
    SopNumber,
    Step,
    Submission,
    Symbol,
    Unit,
)

SEEN = date(2026, 10, 2)
"""When files came in unless a test says otherwise."""


def day(value: date | None) -> DateValue:
    """A date field that was read as this day; missing for None."""
    if value is None:
        return DateValue()
    return DateValue(raw=value.isoformat(), kind=DateKind.DATE, start=value, end=value)


def hours(low: float, high: float | None = None) -> Duration:
    """A Waktu of so many hours."""
    top = low if high is None else high
    return Duration(
        raw=f"{low}-{top} jam", kind=DurationKind.DURATION, low=low * 60, high=top * 60, unit="jam"
    )


def steps(*durations: Duration, actor: int = 0) -> tuple[Step, ...]:
    """Steps of one executor with these times; the second one is a decision."""
    symbols = {1: Symbol.START, 2: Symbol.DECISION}
    return tuple(
        Step(
            row=row,
            number=row,
            activity=f"Kegiatan {row}",
            nodes=(Node(actor=actor, lane=actor + 1, symbol=symbols.get(row, Symbol.PROCESS)),),
            duration=duration,
            output=f"Hasil {row}",
        )
        for row, duration in enumerate(durations, start=1)
    )


def procedure(
    *durations: Duration, actors: Sequence[str] = ("Pelaksana", "Kepala Biro")
) -> Procedure:
    """A procedure table with these executors and step times."""
    lanes = tuple(Actor(name, name.lower(), lane=i) for i, name in enumerate(actors, start=1))
    return Procedure("Prosedur", 1, lanes, steps(*durations))


def sop(title: str = "Penanganan Surat Masuk", **fields: Any) -> Sop:
    """An SOP of three steps in status Diajukan; any field of `Sop` may be given."""
    known: dict[str, Any] = {
        "title": title,
        "unit_code": "4.01.01.7",
        "unit_name": "Biro Organisasi",
        NumberKind.NUMBER: SopNumber(
            raw="065/SOP-1/Org/2026", kind=NumberKind.NUMBER, norm="065/SOP-1/ORG/2026"
        ),
        "revision": 0,
        "nature": "Administratif",
        "scope": "Makro",
        "completeness": "Final",
        "specificity": "Generik",
        "status": "Diajukan",
        "procedures": (procedure(hours(1), hours(2, 3), hours(0.5)),),
    }
    return Sop(**{**known, **fields})


def finding(code: str = "I-06", severity: Severity = Severity.ERROR, **fields: Any) -> Finding:
    """A finding at the title's cell."""
    known: dict[str, Any] = {
        "place": Place("title"),
        "cell": CellRef("Identitas", 12, 3),
        "sentence": f"Isian aturan {code} belum benar.",
        "advice": "Perbaiki isian ini, lalu kirim kembali.",
        "reason": "PermenPAN-RB 35/2012.",
    }
    return Finding(code=code, severity=severity, **{**known, **fields})


def findings(errors: int = 0, warnings: int = 0) -> tuple[Finding, ...]:
    """So many findings that block and so many that warn, each at a row of its own."""
    wanted = [("I-06", Severity.ERROR)] * errors + [("S-02", Severity.WARNING)] * warnings
    return tuple(
        finding(code, severity, place=Place("steps", row), cell=CellRef("Prosedur", 8 + row, 2))
        for row, (code, severity) in enumerate(wanted, start=1)
    )


def received(name: str = "Biro Organisasi/SOP surat masuk.xlsx", **fields: Any) -> Received:
    """A received file whose digest follows from its name."""
    known: dict[str, Any] = {
        "path": Path(name),
        "sha256": hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest(),
        "size": 20_480,
        "first_seen": SEEN,
    }
    return Received(name=name, **{**known, **fields})


def review(
    subject: Sop | None = None,
    found: Sequence[Finding] = (),
    *,
    name: str = "Biro Organisasi/SOP surat masuk.xlsx",
    seen: date = SEEN,
    run: int = 0,
) -> Review:
    """A readable workbook with these findings, which that run took in first."""
    file = received(name, first_seen=seen, first_run=run)
    submission = Submission(
        received=file,
        format=Format.XLSX,
        version=1,
        sop=subject or sop(),
    )
    return Review(received=file, submission=submission, findings=tuple(found))


def refused(name: str = "lampiran rusak.xlsx", found: Sequence[Finding] = ()) -> Review:
    """A file that could not be read as an SOP workbook."""
    why = finding(
        "F-01",
        place=Place(),
        cell=None,
        sentence="Berkas rusak dan tidak dapat dibuka.",
        advice="Simpan ulang dari Excel, lalu kirim kembali.",
    )
    return Review(received=received(name), submission=None, findings=tuple(found) or (why,))


def plan_line(code: str = "TL-01", **fields: Any) -> PlanLine:
    """A planned title of Biro Organisasi."""
    known: dict[str, Any] = {
        "unit_code": "4.01.01.7",
        "section": "",
        "title": "Penanganan Surat Masuk",
    }
    return PlanLine(code=code, **{**known, **fields})


def dossier(
    *versions: Review, plan: PlanLine | None = None, counted: Review | None = None, **fields: Any
) -> Dossier:
    """One SOP; versions newest first, the newest one without galat counts unless told otherwise."""
    whole = next((version for version in versions if not version.errors), None)
    told = versions[0].submission.sop if versions and versions[0].submission else None
    known: dict[str, Any] = {
        "unit_code": plan.unit_code if plan else told.unit_code if told else "",
        "section": plan.section if plan else told.section if told else "",
        "title": plan.title if plan else told.title if told else "",
        "counted": counted or whole or (versions[0] if versions else None),
        "match": "kode" if plan and versions else "",
    }
    return Dossier(plan=plan, versions=versions, **{**known, **fields})


def agency(code, name, email, **more):
    """An agency whose head is called after it, unless something else is told."""
    return Unit(code=code, name=name, email=email, **{"head_position": f"Kepala {name}"} | more)


def register(**fields: Any) -> Register:
    """A register with three units, one of them with sections."""
    known: dict[str, Any] = {
        "units": (
            Unit(code="4.01.01.7", name="Biro Organisasi", parent="4.01.01"),
            Unit(code="1.02", name="Dinas Kesehatan"),
            Unit(code="2.16", name="Dinas Komunikasi dan Informatika"),
        ),
        "sections": (
            Section("4.01.01.7", "TL", "Ketatalaksanaan"),
            Section("4.01.01.7", "AK", "AKIP"),
        ),
    }
    return Register(**{**known, **fields})


TITLES = (
    "Fasilitasi Penyusunan SOP AP Perangkat Daerah",
    "Verifikasi Rancangan SOP AP Perangkat Daerah",
    "Penyusunan Laporan Kinerja Pemerintah Provinsi",
    "Pengelolaan Surat Masuk",
    "Penanganan Pengaduan Pelayanan Publik",
    "Penyusunan Standar Kompetensi Jabatan",
    "Pengusulan Kenaikan Gaji Berkala",
    "Evaluasi Kelembagaan Perangkat Daerah",
)
UNITS = (
    Unit(code="4.01.01.7", name="Biro Organisasi", parent="4.01.01"),
    Unit(code="1.01", name="Dinas Pendidikan dan Kebudayaan"),
    Unit(code="1.02", name="Dinas Kesehatan"),
    Unit(code="2.18", name="Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
    Unit(code="6.01", name="Inspektorat Daerah"),
    *(Unit(code=f"7.{number:02}", name=f"Badan Contoh Urusan {number}") for number in range(1, 40)),
)
SECTIONS = tuple(
    Section("4.01.01.7", code, name)
    for code, name in (("TL", "Ketatalaksanaan"), ("AK", "AKIP"), ("KL", "Kelembagaan"))
)
STATUS_CYCLE = ("Diajukan", "Disahkan", "Draf", "Siap Disahkan", "Diajukan", "Disahkan")


def province(size: int, units: int = 5) -> tuple[Register, tuple[Dossier, ...]]:
    """A batch of so many SOPs over so many units, the last of which sends nothing."""
    known = register(units=UNITS[:units], sections=SECTIONS)
    return known, tuple(_provincial(number, known) for number in range(size))


def _provincial(number: int, known: Register) -> Dossier:
    unit = known.units[number % len(known.units)]
    sections = known.sections_of(unit.code)
    section = sections[number // len(known.units) % len(sections)].name if sections else ""
    title = f"{TITLES[number % len(TITLES)]} {number + 1}"
    deadline = date(2026, 9, 30) if number % 3 else date(2026, 12, 31)
    plan = plan_line(
        f"{unit.code}-{number:04}",
        unit_code=unit.code,
        section=section,
        title=title,
        deadline=deadline,
    )
    if number % 4 == 3 or (number and unit is known.units[-1]):
        return dossier(plan=plan)
    subject = sop(
        title,
        unit_code=unit.code,
        unit_name=unit.name,
        section=section,
        status=STATUS_CYCLE[number % 6],
        effective=day(date(2026, 9, 1)),
    )
    sent = review(
        subject, findings(number % 5 // 3, number % 3), name=f"{unit.name}/SOP {number}.xlsx"
    )
    if number % 10 == 6:
        newer = review(subject, findings(2, 1), name=f"{unit.name}/SOP {number} revisi.xlsx")
        return dossier(newer, sent, plan=plan)
    return dossier(sent, plan=None if number % 13 == 12 else plan)


def files_of(dossiers: Sequence[Dossier]) -> tuple[Review, ...]:
    """All files behind these SOPs."""
    return tuple(version for one in dossiers for version in one.versions)
