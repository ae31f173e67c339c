"""One connection to an IMAP folder: what lies in it is listed and read; flags only on demand.

The line is that of imap-tools. Mails are taken byte by byte as they lie there, so its own reading,
which parses them at once, is not asked. Nothing is searched for: servers differ in character sets
and lengths of answers, while a list by UID is the same everywhere.
"""

import imaplib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sopbatch.mail.account import (
    Account,
    LineError,
    its_server_told,
    secure_context,
    why_broken,
)
from sopbatch.model import SopbatchError

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

BROKEN = (OSError, imaplib.IMAP4.abort)
"""What a line that broke off, hangs or was never there shows itself as."""
REFUSED = (
    "Server surel “{host}” menolak pengguna “{user}”; periksa nama pengguna dan sandi, atau apakah "
    "server itu meminta kunci akses (--perintah-kunci)."
)
NO_FOLDER = "Folder surel “{folder}” tidak ada di server “{host}”."
PECULIAR = "Server surel “{host}” menjawab di luar kebiasaan: {answer}."
NO_DRAFTS = (
    "Server surel “{host}” tidak menyebut folder konsepnya; sebutkan dengan --folder-konsep."
)
NO_MOVE = "Server “{host}” tidak mengenal cara aman memindahkan surel; surel dibiarkan."
_UID = re.compile(rb"\bUID (\d{1,10})")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,12})")
_DAY = re.compile(rb'\bINTERNALDATE "\s?(\d{1,2}-[A-Za-z]{3}-\d{4})')
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ID = re.compile(rb"<[^<>\s]{1,400}>")
DONE = r"(\Flagged)"
UNSENT = r"(\Draft \Seen)"


class Listed(NamedTuple):
    """A mail as the server lists it."""

    uid: int
    size: int
    day: date | None
    """When the server received it."""


class Mailbox:
    """A folder that is open."""

    def __init__(self, box: "BaseMailBox", host: str) -> None:
        self._box, self._client = box, box.client
        self._host = host
        self.validity = self._told("UIDVALIDITY")
        """What UIDs hold for; 0 when the server does not say: then they say nothing."""

    def listed(self, after: int) -> tuple[Listed, ...]:
        """All mails with a higher UID, in order of UID."""
        lines = self._asked("FETCH", f"{after + 1}:*", "(UID RFC822.SIZE INTERNALDATE)")
        found: dict[int, Listed] = {}
        for line in lines:
            text = line[0] if isinstance(line, tuple) else line
            uid, size, day = (pattern.search(text) for pattern in (_UID, _SIZE, _DAY))
            # "n:*" always names the last mail, also when its UID is lower than n.
            if uid and size and int(uid[1]) > after:
                found[int(uid[1])] = Listed(int(uid[1]), int(size[1]), _day(day[1] if day else b""))
        return tuple(found[uid] for uid in sorted(found))

    def mails(self, uids: Sequence[int]) -> dict[int, bytes]:
        """The mails that still lie there, byte by byte, without marking them as read."""
        wanted, found = set(uids), dict[int, bytes]()
        lines = self._asked("FETCH", _set_of(uids), "(UID BODY.PEEK[])")
        for at, line in enumerate(lines):
            if not isinstance(line, tuple):
                continue
            behind = lines[at + 1] if at + 1 < len(lines) else b""
            # Servers tell the UID before the mail or after it.
            uid = _UID.search(line[0]) or _UID.search(behind if isinstance(behind, bytes) else b"")
            if uid and int(uid[1]) in wanted:
                found[int(uid[1])] = line[1]
        return found

    def flag(self, uids: Sequence[int]) -> None:
        """Mark mails with the flag that people see as a star."""
        self._asked("STORE", _set_of(uids), "+FLAGS.SILENT", DONE)

    def move(self, uids: Sequence[int], folder: str) -> None:
        """Move mails to another folder of the server.

        Raises:
            SopbatchError: the server knows no MOVE; to copy and expunge would also remove what
                others have marked as deleted. Or there is no such folder.
        """
        from imap_tools.utils import encode_folder

        _, told = self._client.capability()
        if b"MOVE" not in b" ".join(one for one in told if isinstance(one, bytes)).upper().split():
            raise SopbatchError(NO_MOVE.format(host=self._host))
        try:
            self._asked("MOVE", _set_of(uids), encode_folder(folder).decode("ascii"))
        except SopbatchError as error:
            raise SopbatchError(NO_FOLDER.format(folder=folder, host=self._host)) from error

    def message_ids(self) -> frozenset[str]:
        """Message-IDs of the mails that lie there."""
        lines = self._asked("FETCH", "1:*", "(UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])")
        found = (_ID.search(line[1]) for line in lines if isinstance(line, tuple))
        return frozenset(one[0].decode("ascii", "replace") for one in found if one)

    def drafts_folder(self) -> str:
        """The folder of unsent mails, as the server marks it (RFC 6154) or by its common name.

        Raises:
            SopbatchError: the server has neither.
        """
        folders = self._box.folder.list()
        marked = [one.name for one in folders if r"\Drafts" in one.flags]
        named = [one.name for one in folders if one.name.casefold() in ("drafts", "inbox.drafts")]
        for name in marked + named:
            return str(name)
        raise SopbatchError(NO_DRAFTS.format(host=self._host))

    def put_draft(self, data: bytes, folder: str) -> str:
        """Lay a mail into a folder as an unsent one; what the server says when it refuses."""
        from imap_tools.utils import encode_folder

        where = encode_folder(folder).decode("ascii")
        kind, told = self._client.append(where, UNSENT, None, data)
        refused = b" ".join(one for one in told if isinstance(one, bytes))
        return "" if kind == "OK" else (refused.decode("utf-8", "replace")[:100] or kind)

    def _told(self, name: str) -> int:
        _, values = self._client.response(name)
        value = values[-1] if values else None
        return int(value) if isinstance(value, bytes) and value.isdigit() else 0

    def _asked(self, *command: str) -> list[bytes | tuple[bytes, bytes]]:
        kind, data = self._client.uid(*command)
        if kind != "OK":
            answer = repr(data[0])[:100] if data else kind
            raise SopbatchError(PECULIAR.format(host=self._host, answer=answer))
        return [one for one in data if one is not None]


@contextmanager
def opened(account: Account, folder: str, *, writable: bool = False) -> Iterator[Mailbox]:
    """A folder of a mailbox, read-only unless it is asked for otherwise.

    Raises:
        LineError: the line broke or could not be had.
        SopbatchError: what trying again does not mend: certificate, user, folder.
    """
    from imap_tools.errors import MailboxFolderSelectError, MailboxLoginError

    with _told_plainly(account):
        box = _connected(account)
        try:
            _log_in(box, account)
            box.folder.set(folder, readonly=not writable)
            yield Mailbox(box, account.host)
        except MailboxLoginError as error:
            raise SopbatchError(REFUSED.format(host=account.host, user=account.user)) from error
        except MailboxFolderSelectError as error:
            raise SopbatchError(NO_FOLDER.format(folder=folder, host=account.host)) from error
        finally:
            # A line that broke has no polite end, and logout() would leave its socket open.
            with suppress(Exception):
                box.logout()
            with suppress(Exception):
                box.client.shutdown()


def reach(account: Account) -> None:
    """Connect, and hear the server's greeting; nobody logs in.

    Raises:
        LineError: there is no line.
        SopbatchError: the name or the certificate is wrong, or no mail server answers.
    """
    with _told_plainly(account):
        _connected(account).client.shutdown()


@contextmanager
def _told_plainly(account: Account) -> Iterator[None]:
    """Turn what a line or a server does into a sentence for the operator."""
    from imap_tools.errors import ImapToolsError

    try:
        with its_server_told(account):
            yield
    except BROKEN as error:
        raise LineError(why_broken(error)) from error
    except (ImapToolsError, imaplib.IMAP4.error) as error:
        answer = " ".join(str(error).split())[:100]
        raise SopbatchError(PECULIAR.format(host=account.host, answer=answer)) from error


def _connected(account: Account) -> "BaseMailBox":
    from imap_tools import MailBox, MailBoxStartTls

    context = secure_context(account)
    kind = MailBoxStartTls if account.starttls else MailBox
    return kind(account.host, account.port, timeout=account.patience, ssl_context=context)


def _log_in(box: "BaseMailBox", account: Account) -> None:
    from imap_tools.errors import MailboxLoginError

    secret = account.secret()
    try:
        if account.is_token:
            box.xoauth2(account.user, secret, initial_folder=None)
        elif (account.user + secret).isascii():
            box.login(account.user, secret, initial_folder=None)
        else:
            box.login_utf8(account.user, secret, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:  # authenticate() raises this where login() answers NO
        raise MailboxLoginError(("NO", [str(error).encode()]), "OK") from error


def _set_of(uids: Sequence[int]) -> str:
    """UIDs as ranges, so that a command stays short."""
    ranges: list[list[int]] = []
    for uid in sorted(set(uids)):
        if ranges and uid == ranges[-1][1] + 1:
            ranges[-1][1] = uid
        else:
            ranges.append([uid, uid])
    return ",".join(f"{low}:{high}" if low != high else str(low) for low, high in ranges)


def _day(text: bytes) -> date | None:
    # NOTE: strptime would take the names of months from the machine's language.
    number, _, rest = text.decode("ascii").partition("-")
    month, _, year = rest.partition("-")
    if month.lower() not in MONTHS:
        return None
    with suppress(ValueError):
        return date(int(year), MONTHS.index(month.lower()) + 1, int(number))
    return None
