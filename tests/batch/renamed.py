"""A planned SOP that comes under another title and number."""

from datetime import date
from pathlib import Path

from sopbatch.model import (
    Format,
    PlanLine,
    Received,
    Register,
    Review,
    Sop,
    Submission,
    Unit,
)

PLANNED, OTHER = (
    PlanLine(code="KP-01", unit_code="5.03", section="", title="Pengurusan Pangkat"),
    "Kenaikan Golongan Pegawai",
)


REGISTER = Register(
    units=(
        Unit(code="5.03", name="Badan Kepegawaian", head_position="Kepala"),
        Unit(code="5.04", name="Inspektorat"),
    ),
    plan=(PLANNED, PlanLine(code="IN-01", unit_code="5.04", section="", title="Audit Kinerja")),
)


def sent(title: str, digest: str = "a", unit: str = "5.03", *, read: bool = True) -> Review:
    received = Received(
        name="surat.xlsx",
        path=Path("surat.xlsx"),
        sha256=digest * 64,
        size=1,
        first_seen=date(2026, 11, 20),
    )
    sop = Sop(title=title, unit_code=unit)
    submission = (
        Submission(
            received=received,
            format=Format.XLSX,
            version=1,
            sop=sop,
        )
        if read
        else None
    )
    return Review(received=received, submission=submission)
