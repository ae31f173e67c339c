"""A file as it came in, before anybody looked inside."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path

from sopbatch.model.letters import Letter

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals that nobody takes for one another (Crockford's base 32)."""
MISTAKEN = str.maketrans("OIL", "011", "- ")
NUMBER_LENGTH = 6
NEVER = datetime.min.replace(tzinfo=UTC)
Came = tuple[date, int]
"""The day on which something came, and the id of the run that took it in."""


def receipt_number(first_seen: date, sha256: str) -> str:
    """The number a content is called by for ever, such as "TT-261002-7K3QF2".

    The day of receipt says where to look; the letters are the first 30 bits of the digest.
    """
    bits = int(sha256[:8], 16) >> 2
    letters = (LETTERS[bits >> 5 * place & 31] for place in reversed(range(NUMBER_LENGTH)))
    return f"TT-{first_seen:%y%m%d}-{''.join(letters)}"


def receipt_key(text: str) -> str:
    """What two receipt numbers are compared by, however they were typed."""
    return text.upper().translate(MISTAKEN).removeprefix("TT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One received file; travels with everything read from it, to the end."""

    name: str
    """Path below the input folder as received, with "/" between folders."""
    path: Path
    """Where the unchanged bytes are kept (the archive, or the input itself)."""
    sha256: str
    """Hex digest of the content; also its name in the archive."""
    size: int
    """Bytes."""
    first_seen: date
    """Date of the run that saw this content first (ledger); never the file system's time."""
    copies: tuple[str, ...] = ()
    """Other names under which the same bytes lie in the input."""
    first_run: int = 0
    """Id of the run that took it in first; of one day, what a later run took in came later."""
    seen_until: time | None = None
    """When receipt for that run closed on that day; None at the end of the day."""
    from_archive: bool = False
    """It no longer lies in the input folder: earlier runs took it in, and it still counts."""
    taken_in: bool = True
    """False for a file that is only looked at ("sopbatch check")."""
    letters: tuple[tuple[str, Letter], ...] = ()
    """Names of these under which it came within another file, with that file."""
    sent_again: tuple[date, ...] = ()
    """When later mails brought it again, earliest first."""

    @property
    def came(self) -> Came:
        """When it came first: what has this in common came together."""
        return self.first_seen, self.first_run

    @property
    def came_last(self) -> Came:
        """When it came last; a later mail has a day, but no run of its own."""
        return max((self.came, *((day, 0) for day in self.sent_again[-1:])))

    @property
    def last_mail(self) -> Letter | None:
        """Of the mails that brought it by the day it came, the one sent last; None without one."""
        came = self.first_seen.isoformat()
        sent = [
            (moment, letter)
            for _, letter in self.letters
            if letter.day <= came and (moment := letter.moment)
        ]
        return max(sent)[1] if sent else None

    @property
    def mailed(self) -> datetime:
        """When that mail was sent; the earliest time there is without one."""
        return (self.last_mail and self.last_mail.moment) or NEVER

    @property
    def arrived(self) -> date:
        """The day it came last: what is sent again after another file is what its sender means."""
        return self.came_last[0]

    def came_by(self, day: date, until: time | None) -> bool:
        """Whether it came before receipt closed; `until` None stands for the end of the day."""
        seen = self.first_seen, self.seen_until or time.max
        return seen <= (day, until or time.max)

    @property
    def number(self) -> str:
        """Its receipt number; "" for a file that is only looked at."""
        return receipt_number(self.first_seen, self.sha256) if self.taken_in else ""

    @property
    def only_enclosed(self) -> bool:
        """Whether it lay nowhere by itself: it may be from anybody who can send a mail."""
        return len(self.letters) > len(self.copies)

    @property
    def file_name(self) -> str:
        """Last part of the name."""
        return self.name.rpartition("/")[2]


class Passed(StrEnum):
    """Why a file is passed over though nothing is wrong with it: nobody is asked to mend it."""

    LOGO = "logo untuk dokumen"
    OWN_REPORT = "laporan buatan program ini, bukan SOP"
    OWN_DOCUMENT = "dokumen PDF buatan program ini, bukan formulir; kirimkan formulir Excel-nya"
    OWN_BACKUP = "berkas cadangan buatan program ini; tidak dibuka"
    EMPTY_FORM = "formulir yang belum diisi; dihitung setelah diisi dan dikirim kembali"
    SAME_REGISTER = "isinya sama dengan daftar induk yang dipakai"
    OTHER_REGISTER = "daftar induk lain, bukan yang dipakai"
    MARKED_REGISTER = (
        "berkas perbaikan, bukan daftar induk yang dipakai; jika diperbaiki di sini, simpan "
        "menggantikan daftar induknya"
    )
    EMPTY_REGISTER = "formulir daftar induk yang belum diisi"
    OPENED = "kiriman yang dibuka; setiap berkas di dalamnya tercantum tersendiri"
    SAME_PARCEL = "isinya sama dengan kiriman lain yang dibuka"
    BARE_MAIL = "surel tanpa lampiran"
    BARE_PACKAGE = "kemasan Outlook (winmail.dat) tanpa lampiran"
    WORD = "dokumen Word, bukan formulir SOP; kirimkan formulir Excel-nya"
    PDF = "dokumen PDF, bukan formulir SOP; kirimkan formulir Excel-nya"
    PICTURE = "gambar, bukan formulir SOP; kirimkan formulir Excel-nya"
    LINK = "tautan ke penyimpanan awan tidak dibuka; kirimkan formulir Excel-nya sebagai lampiran"
    OTHER = "bukan berkas Excel; jika memuat SOP, kirimkan formulir Excel-nya"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFiles:
    """What lay in the input besides the files that are counted."""

    register: Received | None = None
    held: tuple[Received, ...] = ()
    """Came after the report date: they belong to a later report."""
    untaken: tuple[tuple[str, str], ...] = ()
    """Names that are no files to read or are passed over, with the reason."""
    withdrawn: tuple[tuple[Received, str], ...] = ()
    """Files that the register withdraws, with by whom and why."""
    letters: tuple[tuple[str, Letter], ...] = ()
    """What is not taken or passed over and came within another file, with that file."""
    unsure: tuple[tuple[Received, str], ...] = ()
    """Files held because of who sent them, with the reason."""

    @property
    def set_aside(self) -> tuple[tuple[Received, str], ...]:
        """Files that came in time and are not counted, with the reason."""
        return *self.withdrawn, *self.unsure
