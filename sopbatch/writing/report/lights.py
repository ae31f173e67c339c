"""Traffic light: the counts of a unit come in, a colour and its word go out."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopbatch.model import Completion
from sopbatch.schema.statuses import NEEDS_CORRECTION


@dataclass(frozen=True, slots=True)
class Light:
    """A colour and the word that says the same."""

    tone: str
    """Key of styles.TONES."""
    word: str
    meaning: str


DONE = Light("green", "Tuntas", "semua judul yang direncanakan sudah selesai")
ON_TIME = Light("green", "Sesuai jadwal", "tidak ada yang terlambat dan tidak ada galat")
ATTENTION = Light(
    "amber", "Perlu perhatian", "tidak ada yang terlambat, tetapi ada berkas yang perlu perbaikan"
)
SILENT = Light("amber", "Belum mengirim", "belum satu pun berkas diterima, tenggat belum lewat")
LATE = Light("red", "Terlambat", "ada judul yang melewati tenggat dan belum selesai")
UNPLANNED = Light("grey", "Tanpa rencana", "tidak ada judul yang direncanakan")

LIGHTS: tuple[Light, ...] = (DONE, ON_TIME, ATTENTION, SILENT, LATE, UNPLANNED)


def light_of(completion: Completion, by_status: Mapping[str, int]) -> Light:
    """The most serious light that holds."""
    if completion.planned == 0:
        return UNPLANNED
    if completion.planned_ratified == completion.planned:
        return DONE
    if completion.late:
        return LATE
    if completion.received == 0:
        return SILENT
    if by_status.get(NEEDS_CORRECTION.label, 0):
        return ATTENTION
    return ON_TIME
