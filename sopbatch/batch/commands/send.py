"""Drafts of answers are sent, each once: what is known of every one stands on disk at every moment.

The Message-ID follows from what the answer says, so the same answer is known again after any
break-off. A sending that was begun and never heard of is told as doubtful and left alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from sopbatch.batch.output.hold import alone_in
from sopbatch.batch.output.tree import LETTERS, LETTERS_TO_CHECK
from sopbatch.ledger import Bounce, Post, Sending, State, post
from sopbatch.mail import Account, Answered, Fate, LineError, Outbox, outbox
from sopbatch.model import SopbatchError

ADDRESS = re.compile(r"[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,190}")
ID = re.compile(r"<([!-;=?-~]{1,200})@[!-;=?-~]{1,200}>")
NOT_AN_ADDRESS = "alamat tujuan tidak dapat dipakai"
NO_ID = "bukan konsep buatan program ini (tanpa nomor surel)"
NOT_OURS = "berkas ini bukan konsep surel"
BAD_SENDER = "Alamat pengirim “{address}” bukan alamat surel; periksa --dari-alamat."
TOGETHER = 50
"""Mails on one line: servers end longer ones."""
TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer that may be sent."""

    name: str
    """Of its file, below the output folder."""
    message: EmailMessage
    message_id: str
    recipients: tuple[str, ...]
    subject: str
    attachments: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be sent, and what would not."""

    ready: tuple[Draft, ...]
    sent: tuple[Sending, ...]
    """Answers that lie there and went out before."""
    doubtful: tuple[Sending, ...]
    """Begun, without the server's word: they may have gone or not."""
    refused: tuple[Sending, ...]
    unfit: tuple[tuple[str, str], ...]
    """Names of files that cannot be sent, with the reason."""
    bounces: tuple[Bounce, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it."""

    taken: tuple[Draft, ...] = ()
    refused: tuple[tuple[Draft, str], ...] = ()
    doubtful: tuple[tuple[Draft, str], ...] = ()
    left: tuple[tuple[Draft, str], ...] = ()
    """Surely not sent; the next try sends them."""

    @property
    def exit_code(self) -> int:
        """0 when all of it was taken."""
        return int(bool(self.refused or self.doubtful or self.left))


@dataclass(frozen=True, slots=True)
class Mailing:
    """By whom mails are sent, and how fast."""

    account: Account
    sender: str
    """Address that the mails are from."""
    name: str = ""
    again: bool = False
    """Whether doubtful ones are sent once more: the operator looked into the folder Sent."""


def plan_of(folder: Path, mailing: Mailing) -> Plan:
    """What lies in an output folder to be sent.

    Raises:
        SopbatchError: the sender is no address, or the memory of mail cannot be read.
    """
    if not ADDRESS.fullmatch(mailing.sender):
        raise SopbatchError(BAD_SENDER.format(address=mailing.sender))
    with alone_in(folder), post(folder) as memory:
        known, bounces = memory.sendings(), memory.bounces()
    ready: list[Draft] = []
    unfit: list[tuple[str, str]] = []
    told: dict[State, list[Sending]] = {state: [] for state in State}
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        draft = _draft(path, name, mailing.sender)
        if isinstance(draft, str):
            unfit.append((name, draft))
            continue
        before = known.get(draft.message_id) or known.get(_older_id(draft.message_id))
        if before is None or (before.state is State.BEGUN and mailing.again):
            ready.append(draft)
        else:
            told[before.state].append(before)
    return Plan(
        ready=tuple(ready),
        sent=tuple(told[State.SENT]),
        doubtful=tuple(told[State.BEGUN]),
        refused=tuple(told[State.REFUSED]),
        unfit=tuple(unfit),
        bounces=bounces,
    )


def send(
    folder: Path,
    plan: Plan,
    mailing: Mailing,
    now: Callable[[], datetime],
    pause: Callable[[], None],
) -> Sent:
    """Send what is ready; `pause` waits between two mails.

    Raises:
        SopbatchError: the server or user is not to be had; nothing was sent then.
    """
    with alone_in(folder), post(folder) as memory:
        round_ = _Round(memory=memory, mailing=mailing, now=now, pause=pause)
        left, tries = list(plan.ready), 0
        while left and tries < TRIES:
            before = len(left)
            try:
                with outbox(mailing.account) as line:
                    for _ in range(min(TOGETHER, len(left))):
                        round_.one(line, left[0])
                        left.pop(0)
            except LineError as error:
                round_.why = str(error)
            if round_.broken:
                left.pop(0)
                round_.broken = False
            tries = 0 if len(left) < before else tries + 1
        why = round_.why
        done = round_.told
    return replace(done, left=(*done.left, *((draft, why) for draft in left)))


@dataclass(slots=True, kw_only=True)
class _Round:
    """Sends one after another, and remembers."""

    memory: Post
    mailing: Mailing
    now: Callable[[], datetime]
    pause: Callable[[], None]
    told: Sent = Sent()
    why: str = ""
    broken: bool = False
    """Whether the last one is doubtful: its line is gone."""

    def one(self, line: Outbox, draft: Draft) -> None:
        """Hand one mail over, told before and after."""
        known = self.memory.sending(draft.message_id)
        if known is not None and not (known.state is State.BEGUN and self.mailing.again):
            return
        sending = Sending(
            message_id=draft.message_id,
            address=", ".join(draft.recipients),
            subject=draft.subject,
            name=draft.name,
            state=State.BEGUN,
            told="",
            moment=self.now().isoformat(timespec="seconds"),
        )
        data = _signed(draft, self.mailing, self.now())
        try:
            answered = line.hand_over(
                self.mailing.sender, draft.recipients, data, lambda: self.memory.note(sending)
            )
        except LineError:
            # DATA was asked for at most: nothing of the mail had gone out.
            if known is None:
                self.memory.forget(draft.message_id)
            raise
        if answered.fate is Fate.LATER and known is not None:
            self.memory.note(known)
        self._remember(draft, sending, answered, known is None)
        if answered.fate is Fate.DOUBTFUL:
            self.broken = True
            raise LineError(answered.told)
        self.pause()

    def _remember(self, draft: Draft, sending: Sending, answered: Answered, is_new: bool) -> None:
        told, words = self.told, (draft, answered.told)
        match answered.fate:
            case Fate.TAKEN:
                self.memory.note(replace(sending, state=State.SENT, told=answered.told))
                self.told = replace(told, taken=(*told.taken, draft))
            case Fate.REFUSED:
                self.memory.note(replace(sending, state=State.REFUSED, told=answered.told))
                self.told = replace(told, refused=(*told.refused, words))
            case Fate.LATER:
                if is_new:
                    self.memory.forget(draft.message_id)
                self.told = replace(told, left=(*told.left, words))
            case Fate.DOUBTFUL:
                self.told = replace(told, doubtful=(*told.doubtful, words))


def _files(folder: Path) -> Iterator[Path]:
    """Drafts that wait, but for those that are to be looked at first."""
    apart = folder / LETTERS_TO_CHECK
    for path in sorted((folder / LETTERS).rglob("*.eml")):
        if apart not in path.parents and path.is_file() and not path.is_symlink():
            yield path


def _draft(path: Path, name: str, sender: str) -> Draft | str:
    """What a file says, or why it cannot be sent."""
    try:
        data = path.read_bytes()
        message = BytesParser(EmailMessage, policy=SMTP).parsebytes(data)
        known = ID.fullmatch(str(message["Message-ID"] or "").strip())
        fields = [message[key] for key in ("To", "Cc") if message[key]]
        found = [one.addr_spec for field in fields for one in field.addresses]
        subject = " ".join(str(message["Subject"] or "").split())
        attachments = tuple(part.get_filename() or "" for part in message.iter_attachments())
    except Exception:  # NOTE: the operator may have edited it with anything
        return NOT_OURS
    if known is None:
        return NO_ID
    if not found or any(not ADDRESS.fullmatch(one) for one in found) or message["Bcc"]:
        return NOT_AN_ADDRESS
    # Servers trust an id of the sender's own domain; it follows from the answer all the same.
    message_id = f"<{known[1]}@{sender.rpartition('@')[2]}>"
    recipients = tuple(dict.fromkeys(found))
    return Draft(
        name=name,
        message=message,
        message_id=message_id,
        recipients=recipients,
        subject=subject,
        attachments=attachments,
        size=len(data),
    )


def _older_id(message_id: str) -> str:
    """The id of the same answer before receipt numbers stood in it."""
    return (
        f"<{message_id.removeprefix('<').rpartition('@')[0].rpartition('.')[2]}@"
        + (message_id.rpartition("@")[2])
    )


def _signed(draft: Draft, mailing: Mailing, moment: datetime) -> bytes:
    """The mail as it goes out: from whom and when."""
    message = draft.message
    for header in ("X-Unsent", "From", "Date", "Message-ID"):
        del message[header]
    name = "".join(one if one.isprintable() else " " for one in mailing.name)
    message["From"] = Address(name.replace("=?", "= ?"), addr_spec=mailing.sender)
    message["Date"] = format_datetime(moment)
    message["Message-ID"] = draft.message_id
    return message.as_bytes()
