"""Drafts that wait in the output folder: which may go out, and what became of those before.

The Message-ID follows from what the answer says, so the same answer is known again after any
break-off.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from sopbatch.batch.output.hold import alone_in
from sopbatch.batch.output.tree import LETTERS, LETTERS_TO_CHECK
from sopbatch.ledger import Bounce, Sending, State, post
from sopbatch.mail import Account
from sopbatch.model import SopbatchError

ADDRESS = re.compile(r"[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,190}")
ID = re.compile(r"<([!-;=?-~]{1,200})@[!-;=?-~]{1,200}>")
NOT_AN_ADDRESS = "alamat tujuan tidak dapat dipakai"
NO_ID = "bukan konsep buatan program ini (tanpa nomor surel)"
NOT_OURS = "berkas ini bukan konsep surel"
BAD_SENDER = "Alamat pengirim “{address}” bukan alamat surel; periksa --dari-alamat."


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
class SendingPlan:
    """What would be sent, and what would not."""

    ready: tuple[Draft, ...]
    sent: tuple[Sending, ...]
    """Answers that lie there and went out before."""
    doubtful: tuple[Sending, ...]
    """Begun, without the server's word: they may have gone or not."""
    refused: tuple[Sending, ...]
    among_drafts: tuple[Sending, ...]
    """They lie in the mailbox, to be sent from there."""
    unfit: tuple[tuple[str, str], ...]
    """Names of files that cannot be sent, with the reason."""
    bounces: tuple[Bounce, ...]


@dataclass(frozen=True, slots=True)
class Mailing:
    """By whom mails are sent, and how fast."""

    account: Account
    sender: str
    """Address that the mails are from."""
    name: str = ""
    again: bool = False
    """Whether doubtful ones are sent once more: the operator looked into the folder Sent."""


def plan_of(folder: Path, mailing: Mailing) -> SendingPlan:
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
    return SendingPlan(
        ready=tuple(ready),
        sent=tuple(told[State.SENT]),
        doubtful=tuple(told[State.BEGUN]),
        refused=tuple(told[State.REFUSED]),
        among_drafts=tuple(told[State.AMONG_DRAFTS]),
        unfit=tuple(unfit),
        bounces=bounces,
    )


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


def signed(draft: Draft, mailing: Mailing, moment: datetime) -> bytes:
    """The mail as it goes out: from whom and when."""
    message = draft.message
    for header in ("X-Unsent", "From", "Date", "Message-ID"):
        del message[header]
    name = "".join(one if one.isprintable() else " " for one in mailing.name)
    message["From"] = Address(name.replace("=?", "= ?"), addr_spec=mailing.sender)
    message["Date"] = format_datetime(moment)
    message["Message-ID"] = draft.message_id
    return message.as_bytes()
