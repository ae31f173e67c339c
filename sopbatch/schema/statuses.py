"""The life of an SOP: statuses, who sets them, what they count as, and which may follow which."""

from dataclasses import dataclass
from enum import StrEnum


class SetBy(StrEnum):
    """Who gives an SOP a status, as printed."""

    INVENTORY = "inventaris"
    AGENCY = "perangkat daerah"
    BUREAU = "Biro Organisasi"
    PROGRAM = "program"


class CountsAs(StrEnum):
    """What a status is in the counts, as printed."""

    PLANNED = "direncanakan"
    IN_WORK = "proses"
    COMPILED = "tersusun"
    DONE = "selesai"
    ARCHIVED = "arsip"


@dataclass(frozen=True, slots=True)
class Status:
    """A status of an SOP."""

    rank: int
    """0 to 12, in the order of the life cycle."""
    label: str
    meaning: str
    set_by: SetBy
    counts_as: CountsAs

    @property
    def compiled(self) -> bool:
        """Counts as tersusun (level 2)."""
        return self.counts_as in (CountsAs.COMPILED, CountsAs.DONE)

    @property
    def ratified(self) -> bool:
        """Counts as selesai (level 3)."""
        return self.counts_as is CountsAs.DONE


IDENTIFIED = Status(
    0, "Teridentifikasi", "ada di rencana, belum ada berkas", SetBy.INVENTORY, CountsAs.PLANNED
)
DRAFT = Status(
    1,
    "Draf",
    "sedang ditulis; diperiksa tanpa kewajiban melengkapi",
    SetBy.AGENCY,
    CountsAs.IN_WORK,
)
SUBMITTED = Status(
    2,
    "Diajukan",
    "selesai ditulis, minta diverifikasi Biro Organisasi",
    SetBy.AGENCY,
    CountsAs.IN_WORK,
)
IN_VERIFICATION = Status(
    3, "Dalam Verifikasi", "sedang diperiksa Biro Organisasi", SetBy.BUREAU, CountsAs.IN_WORK
)
NEEDS_CORRECTION = Status(
    4, "Perlu Perbaikan", "dikembalikan dengan catatan", SetBy.PROGRAM, CountsAs.IN_WORK
)
VERIFIED = Status(
    5, "Terverifikasi", "berita acara verifikasi ditandatangani", SetBy.BUREAU, CountsAs.COMPILED
)
TRIAL = Status(
    6, "Uji Coba", "sudah diverifikasi, sedang dicoba pelaksananya", SetBy.AGENCY, CountsAs.COMPILED
)
READY = Status(
    7,
    "Siap Disahkan",
    "tinggal ditandatangani: nomor, tanggal, dan pejabat lengkap; tercetak tanpa tulisan DRAF",
    SetBy.AGENCY,
    CountsAs.COMPILED,
)
RATIFIED = Status(8, "Disahkan", "sudah ditandatangani pejabatnya", SetBy.AGENCY, CountsAs.DONE)
IN_FORCE = Status(
    9,
    "Berlaku",
    "sudah ditandatangani dan sudah dijalankan; dicatat sebagai Disahkan",
    SetBy.PROGRAM,
    CountsAs.DONE,
)
IN_REVISION = Status(
    10, "Dalam Revisi", "masih berlaku, penggantinya sedang ditulis", SetBy.AGENCY, CountsAs.DONE
)
REPLACED = Status(
    11, "Digantikan", "diganti revisi yang lebih baru", SetBy.PROGRAM, CountsAs.ARCHIVED
)
REVOKED = Status(
    12, "Dicabut", "tidak dipakai lagi, dicabut dengan keputusan", SetBy.AGENCY, CountsAs.ARCHIVED
)

STATUSES: tuple[Status, ...] = (
    IDENTIFIED,
    DRAFT,
    SUBMITTED,
    IN_VERIFICATION,
    NEEDS_CORRECTION,
    VERIFIED,
    TRIAL,
    READY,
    RATIFIED,
    IN_FORCE,
    IN_REVISION,
    REPLACED,
    REVOKED,
)
ARCHIVED = frozenset(status.label for status in STATUSES if status.counts_as is CountsAs.ARCHIVED)
"""Labels of what is kept and counts no more."""

OFFICER_STATUSES: tuple[Status, ...] = (
    DRAFT,
    SUBMITTED,
    TRIAL,
    READY,
    RATIFIED,
    IN_REVISION,
    REVOKED,
)
"""What an officer may choose; the rest comes from the register or from the machine."""

OFFICER_WORDS: dict[str, str] = {IN_FORCE.label: RATIFIED.label}
"""What an officer may say as well, and the status it is read as."""

OFFICER_CHOICES: tuple[Status, ...] = tuple(
    status for status in STATUSES if status in OFFICER_STATUSES or status.label in OFFICER_WORDS
)
"""What the form offers."""

REGISTER_STATUSES: tuple[Status, ...] = (IN_VERIFICATION, NEEDS_CORRECTION, VERIFIED, REVOKED)
"""What Biro Organisasi may decide on the sheet Keputusan."""
DECIDABLE = frozenset(status.label for status in REGISTER_STATUSES)
WITHDRAWN = "Ditarik"
"""What the sheet Keputusan says of a single file, by its receipt number; no status of an SOP."""
TIED = "Dikaitkan"
"""What it says of a file that belongs to a planned title though its own title is another."""
ACCEPTED_ONCE, ACCEPTED_ALWAYS, REJECTED = "Terima sekali", "Terima selalu", "Tolak"
"""What it says of files held because of who sent them, by receipt number or address."""
ADMISSIONS = (ACCEPTED_ONCE, ACCEPTED_ALWAYS, REJECTED)

TRANSITIONS: dict[str, tuple[Status, ...]] = {
    IDENTIFIED.label: (DRAFT, SUBMITTED),
    DRAFT.label: (SUBMITTED, IDENTIFIED),
    SUBMITTED.label: (IN_VERIFICATION, NEEDS_CORRECTION, VERIFIED),
    IN_VERIFICATION.label: (NEEDS_CORRECTION, VERIFIED),
    NEEDS_CORRECTION.label: (SUBMITTED, IN_VERIFICATION, VERIFIED),
    VERIFIED.label: (TRIAL, READY),
    TRIAL.label: (READY,),
    READY.label: (RATIFIED,),
    RATIFIED.label: (IN_FORCE,),
    IN_FORCE.label: (IN_REVISION, REPLACED, REVOKED),
    IN_REVISION.label: (SUBMITTED, IN_FORCE, REPLACED, REVOKED),
    REPLACED.label: (),
    REVOKED.label: (),
}
"""Allowed next statuses; staying where one is is always allowed."""


def status_of(text: str) -> Status | None:
    """The status an officer or operator wrote, compared without case and outer blanks."""
    wanted = " ".join(text.split()).casefold()
    return next((status for status in STATUSES if status.label.casefold() == wanted), None)


def may_follow(before: Status, after: Status) -> bool:
    """Whether `after` may stand where `before` stood last time."""
    return before == after or after in TRANSITIONS[before.label]
