"""The fate of every file: reviews and what lay beside them come in, one row per file goes out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopbatch.model import Letter, Passed, Received, Review, SopLine
from sopbatch.report.words import long_date
from sopbatch.writing.report.content import Content


class Fate(StrEnum):
    """What became of a file; every file has exactly one."""

    COUNTED = "Dihitung"
    AWAITED = "Menunggu perbaikan"
    OLDER = "Versi lama"
    DUPLICATE = "Salinan sama"
    REFUSED = "Ditolak"
    HELD = "Ditahan"
    WITHDRAWN = "Ditarik"
    REGISTER = "Daftar induk"
    OPENED = "Dibuka"
    PASSED = "Dilewati"
    UNTAKEN = "Tidak diambil"


READ = (Fate.COUNTED, Fate.AWAITED, Fate.OLDER)
"""Fates of files that were read as an SOP."""
TONES = {
    Fate.COUNTED: "green",
    Fate.AWAITED: "amber",
    Fate.REFUSED: "red",
    Fate.HELD: "grey",
    Fate.PASSED: "grey",
    Fate.UNTAKEN: "red",
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file with what became of it."""

    name: str
    fate: Fate
    first_seen: date | None
    size: int | None
    """Bytes."""
    remark: str
    copies: int = 0
    """Other names under which the same bytes lay in the input."""
    sha256: str = ""
    number: str = ""
    """Receipt number."""
    origin: str = ""
    """INBOX or ARCHIVE; "" for what is no received file."""
    letter: Letter | None = None
    """What it came in."""

    @property
    def sender(self) -> str:
        """Address of the mail it came in, else the name its sender goes by; "" without a mail."""
        return (self.letter.sender or self.letter.sender_name) if self.letter else ""

    @property
    def sent(self) -> date | None:
        """The day that mail was sent, by its own word."""
        return date.fromisoformat(self.letter.day) if self.letter and self.letter.sent else None

    @property
    def subject(self) -> str:
        """Subject of that mail."""
        return self.letter.subject if self.letter else ""

    @property
    def message_id(self) -> str:
        """Message-ID of that mail."""
        return self.letter.message_id if self.letter else ""

    @property
    def container(self) -> str:
        """The file of the input that held it."""
        return self.letter.container if self.letter else ""


INBOX, ARCHIVE = "folder masukan", "arsip"


def file_rows(content: Content) -> tuple[FileRow, ...]:
    """All files that came, those of the archive as well, by name."""
    rows = (*_reviewed(content), *_others(content))
    return tuple(sorted(rows, key=lambda row: (row.name, row.sha256)))


def _reviewed(content: Content) -> Iterator[FileRow]:
    counted = {line.sha256: line for line in content.tally.lines if line.sha256}
    awaited = {line.awaiting_sha256: line for line in content.tally.lines if line.awaiting_sha256}
    for review in content.reviews:
        yield _row(review.received, *_fate(review, counted, awaited, content.tally.replaced))
        yield from _duplicates(review.received)


def _duplicates(received: Received) -> Iterator[FileRow]:
    """The same bytes under other names."""
    for name in received.copies:
        yield FileRow(
            name,
            Fate.DUPLICATE,
            received.first_seen,
            received.size,
            f"isinya sama dengan “{received.name}”",
            sha256=received.sha256,
            letter=dict(received.letters).get(name),
        )


def _fate(
    review: Review,
    counted: Mapping[str, SopLine],
    awaited: Mapping[str, SopLine],
    replaced: Mapping[str, Received],
) -> tuple[Fate, str]:
    digest = review.received.sha256
    if review.submission is None:
        return Fate.REFUSED, next((finding.sentence for finding in review.findings), "-")
    if digest in counted:
        return Fate.COUNTED, counted[digest].title
    if digest in awaited:
        return Fate.AWAITED, awaited[digest].title
    return Fate.OLDER, f"{review.submission.sop.title}{_successor(replaced.get(digest))}"


def _successor(received: Received | None) -> str:
    """By what a version was replaced: name, first letters of the digest, day."""
    if received is None:
        return "; tidak menggantikan naskah yang dihitung"
    day = long_date(received.first_seen)
    return f"; digantikan “{received.name}” ({received.sha256[:16]}, diterima {day})"


def _others(content: Content) -> Iterator[FileRow]:
    others = content.others
    if others.register is not None:
        told = "rencana, keputusan, dan pengaturan"
        register = others.register
        yield FileRow(
            register.name, Fate.REGISTER, None, register.size, told, sha256=register.sha256
        )
    for received in others.held:
        yield _row(received, Fate.HELD, "diterima setelah tanggal laporan; dihitung kemudian")
    for received, reason in others.withdrawn:
        yield _row(received, Fate.WITHDRAWN, reason)
    letters = dict(others.letters)
    for name, reason in others.untaken:
        yield FileRow(name, _aside(reason), None, None, reason, letter=letters.get(name))


def _aside(reason: str) -> Fate:
    """The fate of what is not read."""
    if reason in (Passed.OPENED, Passed.SAME_PARCEL):
        return Fate.OPENED
    return Fate.PASSED if reason in set(Passed) else Fate.UNTAKEN


def _row(received: Received, fate: Fate, remark: str) -> FileRow:
    return FileRow(
        received.name,
        fate,
        received.first_seen,
        received.size,
        remark,
        len(received.copies),
        received.sha256,
        received.number,
        ARCHIVE if received.from_archive else INBOX,
        dict(received.letters).get(received.name),
    )
