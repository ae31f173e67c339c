"""Mails of a mailbox are put into the input folder, each whole and once; the run reads them there.

What was fetched is remembered before the next mail is asked for, so that a fetch that breaks off
goes on where it broke. A mail is known by its content: its Message-ID is the sender's word, and
must not keep another's mail out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from sopbatch.batch.commands.bounces import bounce_of
from sopbatch.batch.order import Order
from sopbatch.batch.output.hold import hold_to_fetch
from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import ARCHIVE, BOUNCES, MAILS
from sopbatch.files import beside, make_folder, new_file, put, sync_folder
from sopbatch.intake import FAR_TOO_LARGE, head_of
from sopbatch.ledger import Bounce, Large, Post, Sending, Taken, post
from sopbatch.mail import Account, LineError, MailBatch, ReadMark, collect, opened
from sopbatch.model import SopbatchError
from sopbatch.text.file_names import safe_name

STAGE = "Mengambil surel"
DIGEST = 12
"""Letters of the digest in a file's name: two of a mailbox's mails hardly share them."""
BROKEN = (
    "Sambungan ke server “{host}” terputus ({reason}); {count} surel baru sudah tersimpan. "
    "Jalankan lagi untuk melanjutkan."
)
CHANGED = (
    "Penomoran surel di server berubah sejak diambil, sehingga surel tidak dipindahkan atau "
    "ditandai."
)
TIDY_FAILED = "Surel sudah diambil, tetapi belum dipindahkan atau ditandai: {reason}"
AT_ONCE = 500
"""Mails moved by one command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What to fetch from where."""

    account: Account
    folder: str = "INBOX"
    since: date | None = None
    """Mails that reached the server before this day stay there."""
    anew: bool = False
    """Whether what was fetched before is looked at again."""
    move_to: str = ""
    """Folder of the server that fetched mails are moved to; "" leaves them."""
    flag: bool = False
    """Whether fetched mails are marked with a star."""

    @property
    def mailbox(self) -> str:
        """What the folder is called in the memory of mail."""
        return f"{self.account.label}/{self.folder}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of a fetch."""

    folder: Path
    """Where the mails lie."""
    new: tuple[str, ...] = ()
    """Names of the mails that were written, below the input folder."""
    known: int = 0
    """Mails that had been fetched before."""
    gone: int = 0
    """Mails that somebody removed while they were being fetched."""
    older: int = 0
    large: tuple[Large, ...] = ()
    """Mails that are too large to be taken."""
    bounces: tuple[Bounce, ...] = ()
    """Reports that an answer did not arrive; they do not go into the input folder."""
    tidied: int = 0
    """Mails that were moved or marked."""
    notes: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """1 when something is left for the operator to look after."""
        return int(bool(self.large or self.notes or self.bounces))


def fetch(order: Order, errand: Errand, pause: Callable[[int], None]) -> Fetched:
    """Fetch what is new; `pause` waits before the n-th try at a line that broke.

    Raises:
        SopbatchError: the server, user or folder is not to be had; a folder cannot be written.
    """
    with hold_to_fetch(order), post(order.output) as memory:
        return fetch_held(order, errand, memory, pause)


def fetch_held(order: Order, errand: Errand, memory: Post, pause: Callable[[int], None]) -> Fetched:
    """As fetch, in folders that are held already."""
    folder = order.input / MAILS
    start = ReadMark() if errand.anew else ReadMark(*memory.place(errand.mailbox))
    inbox = _Inbox(
        order=order,
        errand=errand,
        memory=memory,
        so_far=Fetched(folder=folder),
        place=start,
        sendings=memory.sendings(),
    )
    try:
        collect(
            errand.account,
            errand.folder,
            start,
            inbox.take,
            largest=FAR_TOO_LARGE,
            since=errand.since,
            pause=pause,
        )
    except LineError as error:
        raise SopbatchError(
            BROKEN.format(host=errand.account.host, reason=error, count=len(inbox.so_far.new))
        ) from error
    told = replace(inbox.so_far, large=memory.large(errand.mailbox))
    if errand.move_to or errand.flag:
        count, notes = _tidied(errand, memory, inbox.place.validity)
        told = replace(told, tidied=count, notes=(*told.notes, *notes))
    return told


@dataclass(slots=True, kw_only=True)
class _Inbox:
    """Takes parcels in and counts."""

    order: Order
    errand: Errand
    memory: Post
    so_far: Fetched
    place: ReadMark
    sendings: Mapping[str, Sending]
    seen: int = 0

    def take(self, parcel: MailBatch) -> None:
        """Write the mails that are new, then remember that."""
        digests = {uid: sha256(data).hexdigest() for uid, data in parcel.mails}
        # Fetched anew means that files may be missing; who asks for it gets each one.
        known = frozenset() if self.errand.anew else self.memory.known(digests.values())
        taken, new = [], set[str]()
        for uid, data in parcel.mails:
            digest, letter = digests[uid], head_of(data)
            bounce = bounce_of(data, self.sendings) if self.sendings else None
            if bounce is not None:
                self._bounced(bounce, data)
                taken.append(Taken(uid, digest, "", letter.message_id))
                continue
            name = "" if digest in known else _name(letter.day, letter.sender, digest)
            if name and name not in new and self._write(name, data):
                new.add(name)
            taken.append(Taken(uid, digest, name, letter.message_id))
        large = [
            Large(one.uid, one.size, one.day.isoformat() if one.day else "") for one in parcel.large
        ]
        if new:
            sync_folder(self.order.input / MAILS)
        place = (parcel.place.validity, parcel.place.last)
        self.memory.keep(self.errand.mailbox, place, taken, large)
        self.place = parcel.place
        told = self.so_far
        self.so_far = replace(
            told,
            new=(*told.new, *sorted(new)),
            known=told.known + len(parcel.mails) - len(new),
            gone=told.gone + parcel.gone,
            older=told.older + parcel.older,
        )
        self.seen += len(parcel.mails)
        self.order.progress(STAGE, self.seen, self.seen + parcel.left)

    def _bounced(self, bounce: Bounce, data: bytes) -> None:
        """Keep a report apart: the answer within it must not come in again."""
        if bounce not in self.so_far.bounces and bounce not in self.memory.bounces():
            self.so_far = replace(self.so_far, bounces=(*self.so_far.bounces, bounce))
        place = f"{ARCHIVE}/{BOUNCES}/{bounce.digest[:DIGEST]}.eml"
        self._write(place, data, self.order.output)
        self.memory.bounced(bounce)

    def _write(self, name: str, data: bytes, below: Path | None = None) -> bool:
        """Whether it was not there yet; `below` the input folder unless told otherwise."""
        root = below or self.order.input
        path = root / name
        with writing(path.parent):
            make_folder(path.parent, root)
            if path.is_file() and path.read_bytes() == data:
                return False
            staged = beside(path)
            with new_file(staged) as file:
                file.write(data)
            put(staged, path)
        return True


def _name(day: str, sender: str, digest: str) -> str:
    """A name that follows from the mail alone."""
    told = " ".join((day or "tanpa tanggal", sender[:60], digest[:DIGEST]))
    return f"{MAILS}/{safe_name(' '.join(told.split()))}.eml"


def _tidied(errand: Errand, memory: Post, validity: int) -> tuple[int, tuple[str, ...]]:
    """Move or mark what was fetched, over a line of its own: the mails are safe by now."""
    uids = memory.to_tidy(errand.mailbox, validity)
    if not uids:
        return 0, ()
    count = 0
    try:
        with opened(errand.account, errand.folder, writable=True) as box:
            if not validity or box.validity != validity:
                return 0, (CHANGED,)
            for together in _slices(uids):
                if errand.flag:
                    box.flag(together)
                if errand.move_to:
                    box.move(together, errand.move_to)
                memory.tidied(errand.mailbox, validity, together)
                count += len(together)
    except (LineError, SopbatchError) as error:
        return count, (TIDY_FAILED.format(reason=error),)
    return count, ()


def _slices(uids: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for begin in range(0, len(uids), AT_ONCE):
        yield uids[begin : begin + AT_ONCE]
