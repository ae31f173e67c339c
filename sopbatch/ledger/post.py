"""Memory of mail: which mails of a mailbox were taken, and what was sent and with what outcome.

It is a file of its own: to undo a run takes no sent mail back, and what was sent must be known
while it is being sent, not when a run ends. Each step is on the disk before the next begins.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from sopbatch.ledger.opening import FAULTS, WAIT
from sopbatch.model import SopbatchError
from sopbatch.schema.products import OWN_POST

POST_NAME = OWN_POST
APPLICATION_ID = 0x534F504D
"""The letters SOPM."""
VERSION = 2
"""Version 2 knows answers that wait among the drafts of the mailbox; tables are the same."""
FOREIGN = "Berkas “{path}” bukan riwayat surel program ini; pindahkan berkas itu."
NEWER = "Riwayat surel “{path}” dibuat oleh sopbatch yang lebih baru; perbarui program ini."
DAMAGED = (
    "rusak; pindahkan berkas itu. Surel lalu diambil dari awal, dan balasan yang sudah terkirim "
    "perlu diperiksa di folder Terkirim sebelum mengirim lagi."
)


class State(StrEnum):
    """How far the sending of an answer went."""

    BEGUN = "dimulai"
    """Handed to the server, whose word was not heard: it may have gone or not."""
    SENT = "terkirim"
    REFUSED = "ditolak"
    """For good: the server will not take it."""
    AMONG_DRAFTS = "konsep"
    """It lies in the mailbox as an unsent mail, which the operator sends from there."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A mail that was taken from a mailbox."""

    uid: int
    digest: str
    name: str
    """Below the input folder; "" when its bytes were there already."""
    message_id: str


@dataclass(frozen=True, slots=True)
class Large:
    """A mail that is too large to be taken."""

    uid: int
    size: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """An answer that was sent, or begun to be."""

    message_id: str
    address: str
    subject: str
    name: str
    """Of its draft."""
    state: State
    told: str
    """What the server said."""
    moment: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """A report that an answer did not arrive."""

    message_id: str
    digest: str
    """Of the mail that reports it."""
    address: str
    reason: str
    moment: str


class Post:
    """The memory while it is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._base = connection

    def place(self, mailbox: str) -> tuple[int, int]:
        """UIDVALIDITY and UID up to which a mailbox was read."""
        row = self._base.execute(
            "SELECT validity, last FROM place WHERE mailbox = ?", (mailbox,)
        ).fetchone()
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def known(self, digests: Iterable[str]) -> frozenset[str]:
        """Those of some mails that were taken before, from whatever mailbox."""
        asked = "SELECT 1 FROM mail WHERE digest = ? LIMIT 1"
        return frozenset(one for one in digests if self._base.execute(asked, (one,)).fetchone())

    def keep(
        self,
        mailbox: str,
        place: tuple[int, int],
        taken: Iterable[Taken],
        large: Iterable[Large] = (),
    ) -> None:
        """A parcel is kept: its mails, and how far the mailbox was read with it."""
        validity, last = place
        with self._base:
            self._base.executemany(
                "INSERT OR IGNORE INTO mail VALUES (?, ?, ?, ?, ?, ?, 0)",
                [
                    (mailbox, validity, one.uid, one.digest, one.name, one.message_id)
                    for one in taken
                ],
            )
            self._base.executemany(
                "INSERT OR IGNORE INTO large VALUES (?, ?, ?, ?, ?)",
                [(mailbox, validity, one.uid, one.size, one.day) for one in large],
            )
            self._base.execute(
                "INSERT OR REPLACE INTO place VALUES (?, ?, ?)", (mailbox, validity, last)
            )

    def large(self, mailbox: str) -> tuple[Large, ...]:
        """Mails of a mailbox as it is now that were too large."""
        rows = self._base.execute(
            "SELECT uid, size, day FROM large WHERE mailbox = ?"
            " AND validity = (SELECT validity FROM place WHERE mailbox = ?) ORDER BY uid",
            (mailbox, mailbox),
        )
        return tuple(Large(*row) for row in rows)

    def to_tidy(self, mailbox: str, validity: int) -> tuple[int, ...]:
        """UIDs of mails that were taken and are not moved or flagged yet."""
        rows = self._base.execute(
            "SELECT DISTINCT uid FROM mail WHERE mailbox = ? AND validity = ? AND done = 0"
            " ORDER BY uid",
            (mailbox, validity),
        )
        return tuple(int(uid) for (uid,) in rows)

    def tidied(self, mailbox: str, validity: int, uids: Iterable[int]) -> None:
        """These were moved or flagged."""
        with self._base:
            self._base.executemany(
                "UPDATE mail SET done = 1 WHERE mailbox = ? AND validity = ? AND uid = ?",
                [(mailbox, validity, uid) for uid in uids],
            )

    def sendings(self) -> Mapping[str, Sending]:
        """By Message-ID, all that was sent or begun to be."""
        rows = self._base.execute("SELECT * FROM answer ORDER BY moment, message_id")
        return {one.message_id: one for one in map(_sending, rows)}

    def sending(self, message_id: str) -> Sending | None:
        """What is known of one answer."""
        row = self._base.execute(
            "SELECT * FROM answer WHERE message_id = ?", (message_id,)
        ).fetchone()
        return _sending(row) if row else None

    def note(self, sending: Sending) -> None:
        """How far a sending went, on the disk when this returns."""
        with self._base:
            self._base.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    sending.message_id,
                    sending.address,
                    sending.subject,
                    sending.name,
                    sending.state.value,
                    sending.told,
                    sending.moment,
                ),
            )

    def forget(self, message_id: str) -> None:
        """A sending surely did not take place."""
        with self._base:
            self._base.execute("DELETE FROM answer WHERE message_id = ?", (message_id,))

    def bounced(self, bounce: Bounce) -> None:
        """A report came that an answer did not arrive."""
        with self._base:
            self._base.execute(
                "INSERT OR IGNORE INTO bounce VALUES (?, ?, ?, ?, ?)",
                (
                    bounce.message_id,
                    bounce.digest,
                    bounce.address,
                    bounce.reason,
                    bounce.moment,
                ),
            )

    def bounces(self) -> tuple[Bounce, ...]:
        """All reports, oldest first."""
        rows = self._base.execute("SELECT * FROM bounce ORDER BY moment, message_id, digest")
        return tuple(Bounce(*row) for row in rows)


@contextmanager
def post(folder: Path) -> Iterator[Post]:
    """The memory of mail in an output folder; made when there is none.

    Raises:
        SopbatchError: the file is damaged, of another program, newer, or cannot be written.
    """
    path = folder / POST_NAME
    try:
        with closing(sqlite3.connect(path, timeout=WAIT)) as connection:
            _prepare(connection, path)
            yield Post(connection)
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        fault = FAULTS.get(kind, DAMAGED)
        raise SopbatchError(f"Riwayat surel “{path}” {fault}") from error


def _sending(row: tuple[str, ...]) -> Sending:
    message_id, address, subject, name, state, told, moment = row
    return Sending(
        message_id=message_id,
        address=address,
        subject=subject,
        name=name,
        state=State(state),
        told=told,
        moment=moment,
    )


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == APPLICATION_ID and 0 < version <= VERSION:
        if version < VERSION:
            connection.execute(f"PRAGMA user_version = {VERSION}")
        return
    if application == version == tables == 0:
        script = files("sopbatch.ledger").joinpath("post.sql").read_text("utf-8")
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
        connection.executescript(f"BEGIN IMMEDIATE; {script} {marks} COMMIT;")
        return
    raise SopbatchError((NEWER if application == APPLICATION_ID else FOREIGN).format(path=path))
