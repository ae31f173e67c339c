"""The first month of an invented province: six agencies, 45 titles, four weeks, told by deeds."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from sopbatch.model import (
    CellValue,
    Decision,
    NumberKind,
    Place,
    PlanLine,
    Register,
    Settings,
    Sop,
    SopNumber,
    Unit,
    Waiver,
    Withdrawal,
)
from sopbatch.reading.values.nips import parse_nip
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.builders import agency
from tests.sample_batch.making import planned, step, values
from tests.written import write_sop_template

WEEKS = tuple(date(2026, 10, day) for day in (2, 9, 16, 23))
HEALTH, SCHOOL, ROADS, PERMITS, STAFF, AUDIT = "1.02", "1.01", "1.03", "2.18", "5.03", "6.01"


UNITS = (
    agency(
        HEALTH,
        "Dinas Kesehatan",
        "dinkes@rawa.example",
        head_name="dr. Melati Rawa, M.Kes.",
        head_nip="197203032000032999",
        aliases=("Dinkes",),
    ),
    agency(SCHOOL, "Dinas Pendidikan", "disdik@rawa.example"),
    agency(ROADS, "Dinas Pekerjaan Umum", "dpu@rawa.example"),
    agency(PERMITS, "Dinas Penanaman Modal", "dpm@rawa.example"),
    agency(STAFF, "Badan Kepegawaian Daerah", "bkd@rawa.example"),
    agency(
        AUDIT, "Inspektorat Daerah", "inspektorat@rawa.example", head_position="Inspektur Daerah"
    ),
)
SHARES = {HEALTH: 9, SCHOOL: 9, ROADS: 8, PERMITS: 7, STAFF: 6, AUDIT: 6}
NAMED = {
    f"{HEALTH}-1": "Pengelolaan Permohonan Informasi Kesehatan",
    f"{HEALTH}-2": "Penanganan Keluhan Pasien",
    f"{HEALTH}-3": "Penyusunan Laporan Kinerja Puskesmas",
    f"{SCHOOL}-1": "Pengusulan Mutasi Guru",
    f"{SCHOOL}-2": "Penerbitan Izin Pendirian Sekolah",
    f"{PERMITS}-1": "Penerbitan Izin Usaha Perdagangan",
    f"{STAFF}-1": "Pengusulan Kenaikan Pangkat Pegawai Negeri Sipil",
    f"{STAFF}-2": "Pengajuan Cuti Pegawai",
}
SUBJECTS = (
    "Arsip",
    "Aset",
    "Anggaran",
    "Kendaraan",
    "Keuangan",
    "Naskah",
    "Perpustakaan",
    "Gudang",
    "Rapat",
)
SOON, LATER, FAR = date(2026, 10, 30), date(2026, 11, 15), date(2026, 12, 31)


def _title(unit: Unit, number: int) -> str:
    kind = ("Pengelolaan", "Pemeliharaan")[number % 2]
    return f"{kind} {SUBJECTS[number - 1]} {unit.name}"


def _line(unit: Unit, number: int) -> PlanLine:
    code = f"{unit.code}-{number}"
    deadline = {1: SOON, 2: LATER}.get(number, FAR)
    return PlanLine(
        code=code,
        unit_code=unit.code,
        section="",
        title=NAMED.get(code, _title(unit, number)),
        deadline=deadline,
    )


PLAN = tuple(_line(unit, number + 1) for unit in UNITS for number in range(SHARES[unit.code]))
REGISTER = Register(
    units=UNITS,
    plan=PLAN,
    settings=Settings(
        government="PEMERINTAH PROVINSI RAWA RAYA",
        region="Rawa Raya",
        round_deadline=date(2026, 10, 20),
    ),
)
DECIDED = (
    Decision(
        plan_code=f"{HEALTH}-1",
        status="Terverifikasi",
        decided=date(2026, 10, 7),
        document="BA-1/2026",
        row=5,
    ),
    Decision(
        plan_code=f"{ROADS}-1",
        status="Terverifikasi",
        decided=date(2026, 10, 7),
        document="BA-2/2026",
        row=6,
    ),
)
REVOKED = (
    *DECIDED,
    Decision(
        plan_code=f"{AUDIT}-6", status="Dicabut", decided=date(2026, 10, 14), note="dilebur", row=7
    ),
)
MOVED = replace(
    REGISTER,
    units=tuple(
        replace(unit, head_name="dr. Seroja Muara, M.Kes.", head_nip="197505052003052999")
        if unit.code == HEALTH
        else unit
        for unit in UNITS
    ),
    plan=tuple(
        replace(line, deadline=date(2026, 11, 30)) if line.code == f"{SCHOOL}-1" else line
        for line in PLAN
    ),
    decisions=REVOKED,
    waivers=(Waiver("W-06", STAFF, "menunggu standar waktu", "Kepala Biro", FAR),),
)


def subject(code: str, status: str = "Diajukan", title: str = "") -> Sop:
    """The SOP of a planned title as its agency sends it; or under another title, without code."""
    line = next(line for line in PLAN if line.code == code)
    unit = next(unit for unit in UNITS if unit.code == line.unit_code)
    number = f"065/SOP-{code[-1]}/{unit.code}/2026"
    return replace(
        planned("AK-06", status),
        plan_code="" if title else code,
        title=title or line.title,
        government=REGISTER.settings.government,
        unit_code=unit.code,
        unit_name=unit.name,
        section="",
        number=SopNumber(raw=number, kind=NumberKind.NUMBER, norm=number),
        relations=("Tidak ada",),
        signatory_position=unit.head_position,
        signatory_name=unit.head_name or "Cempaka Rawa, S.Sos.",
        signatory_nip=parse_nip(unit.head_nip or "197001011995012999"),
    )


def book(sop: Sop, changes: Mapping[Place, CellValue | None] | None = None) -> bytes:
    return write_sop_template(values(sop, changes))


FAULT = {step("nodes", 2, 1): "Mulai"}
"""A second beginning: the SOP cannot be drawn."""
RANGE = {step("duration", 2): "1 sampai 8 jam"}


@cache
def information() -> bytes:
    return book(subject(f"{HEALTH}-1"))


def mail(day: str, **files: bytes) -> bytes:
    """A mail of Dinas Kesehatan with workbooks."""
    message = EmailMessage()
    message["From"] = "Dinas Kesehatan <dinkes@rawa.example>"
    message["Subject"] = "Pengiriman SOP"
    message["Date"] = f"{day} Oct 2026 08:00:00 +0700"
    message["Message-ID"] = f"<{day}@rawa.example>"
    message.set_content("Terlampir SOP kami.")
    for name, data in files.items():
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=f"{name}.xlsx"
        )
    message.set_boundary(f"==batas-{day}==")
    return bytes(message)


def arrivals(week: int) -> dict[str, bytes]:
    """What comes in a week, counted from 1."""
    return (
        {
            "dinkes 1.eml": mail(
                "1", informasi=information(), keluhan=book(subject(f"{HEALTH}-2"), FAULT)
            ),
            "Dinas Kesehatan/kinerja.xlsx": book(subject(f"{HEALTH}-3", "Disahkan")),
            "kiriman ulang/informasi (2).xlsx": information(),
            "Dinas Pendidikan/mutasi.xlsx": book(subject(f"{SCHOOL}-1"), FAULT),
            "Dinas Pekerjaan Umum/pindaian.xlsx": b"%PDF-1.7\n",
            "Dinas Penanaman Modal/formulir.xlsx": write_sop_template(),
        },
        {
            "dinkes 2.eml": mail("8", keluhan_perbaikan=book(subject(f"{HEALTH}-2"))),
            "Badan Kepegawaian Daerah/pangkat.xlsx": book(
                subject(f"{STAFF}-1", title="Kenaikan Pangkat PNS")
            ),
        },
        {
            "Badan Kepegawaian Daerah/cuti.xlsx": book(subject(f"{STAFF}-2"), RANGE),
            "Dinas Kesehatan/rapat.xlsx": book(subject(f"{HEALTH}-9")),
        },
        {
            "Dinas Pendidikan/izin sekolah.xlsx": book(subject(f"{SCHOOL}-2")),
            "kiriman ulang/keluhan.xlsx": book(subject(f"{HEALTH}-2")),
        },
    )[week - 1]


def register_of(week: int, withdrawn: str) -> Register:
    """The register as the bureau keeps it in a week; `withdrawn` is a receipt number."""
    if week == 1:
        return REGISTER
    if week == 2:
        return replace(REGISTER, decisions=DECIDED)
    gone = Withdrawal(withdrawn, date(2026, 10, 21), "Kepala Biro", "salah kirim", 8)
    return replace(MOVED, withdrawals=(gone,) if week == 4 else ())


def fill(inbox: Path, week: int, withdrawn: str = "") -> None:
    """Empty the inbox and put into it what comes in a week, with the register of then."""
    shutil.rmtree(inbox, ignore_errors=True)
    files = {**arrivals(week), FILE_NAME: write_register_template(register_of(week, withdrawn))}
    for name, data in files.items():
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
