"""How far an SOP has come, in one word (tahap)."""

from sopbatch.model import SopLine

NOT_RECEIVED, REVOKED = "Belum diterima", "Dicabut"


def stage_of(line: SopLine) -> str:
    """The furthest stage that an SOP has reached."""
    reached = (
        (line.revoked, REVOKED),
        (line.ratified, "Selesai"),
        (line.compiled, "Tersusun"),
        (line.complete, "Lengkap"),
        (line.received, "Diterima"),
    )
    return next((word for holds, word in reached if holds), NOT_RECEIVED)
