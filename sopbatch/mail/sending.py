"""Mails go out by SMTP one by one; whether the server took each is known, or told as doubtful.

The doubt is small: only while the text of a mail is on its way, and until the server's word on it
is heard, can nobody know. Whatever fails before surely sent nothing.
"""

import re
import smtplib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto

from sopbatch.mail.account import (
    Account,
    LineError,
    its_server_told,
    secure_context,
    why_broken,
)
from sopbatch.model import SopbatchError
from sopbatch.text.plain import in_one_line

REFUSED = "Server surel “{host}” menolak pengguna “{user}”; periksa nama pengguna dan sandi."
NO_LOGIN = "Server surel “{host}” tidak menerima cara masuk program ini; tanyakan pengelolanya."
NO_TLS = "Server surel “{host}” tidak menyandikan sambungan; tidak ada yang dikirim."
_DOT = re.compile(rb"^\.", re.MULTILINE)
GO_ON, TAKEN, FORWARDED, LOGGED_IN = 354, 250, 251, 235
"""Answers of a server (RFC 5321, RFC 4954)."""


class MailFate(Enum):
    """What became of a mail."""

    TAKEN = auto()
    """The server took it and answers for it now."""
    REFUSED = auto()
    """The server will never take it."""
    LATER = auto()
    """Surely not sent; another try may do."""
    DOUBTFUL = auto()
    """The line broke while nobody could know."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the server said to a mail."""

    fate: MailFate
    told: str


class Outbox:
    """A line on which mails are handed over."""

    def __init__(self, line: smtplib.SMTP) -> None:
        self._line = line

    def hand_over(
        self, sender: str, recipients: Sequence[str], data: bytes, begin: Callable[[], None]
    ) -> Answered:
        """Hand a mail over; `begin` is called right before its text goes out.

        Raises:
            LineError: the line broke before that.
        """
        try:
            refused = self._envelope(sender, recipients)
            if refused is not None:
                self._line.rset()
                return refused
            begin()
            code, told = self._line.docmd("DATA")
        except (smtplib.SMTPException, OSError) as error:
            raise LineError(_why(error)) from error
        if code != GO_ON:
            return _answered(code, told)
        text = _DOT.sub(b"..", b"\r\n".join(data.splitlines()) + b"\r\n")
        try:
            self._line.send(text + b".\r\n")
            return _answered(*self._line.getreply())
        except (smtplib.SMTPException, OSError) as error:
            return Answered(MailFate.DOUBTFUL, _why(error))

    def _envelope(self, sender: str, recipients: Sequence[str]) -> Answered | None:
        """Why the mail is not wanted; one recipient that is refused stops it for all."""
        code, told = self._line.mail(sender)
        if code != TAKEN:
            return _answered(code, told)
        for recipient in recipients:
            code, told = self._line.rcpt(recipient)
            if code not in (TAKEN, FORWARDED):
                return _answered(code, told)
        return None


@contextmanager
def outbox(account: Account) -> Iterator[Outbox]:
    """A line to the server that takes mails.

    Raises:
        LineError: the line could not be had.
        SopbatchError: what trying again does not mend.
    """
    with _told_plainly(account):
        line = _connected(account)
    try:
        with _told_plainly(account):
            _log_in(line, account)
        yield Outbox(line)
    finally:
        with suppress(smtplib.SMTPException, OSError):
            line.quit()
        line.close()


@contextmanager
def _told_plainly(account: Account) -> Iterator[None]:
    """Turn what a line or a server does into a sentence for the operator."""
    try:
        with its_server_told(account):
            yield
    except smtplib.SMTPAuthenticationError as error:
        if 400 <= error.smtp_code < 500:
            raise LineError(_plain(error.smtp_error)) from error
        raise SopbatchError(REFUSED.format(host=account.host, user=account.user)) from error
    except smtplib.SMTPNotSupportedError as error:
        told = (NO_TLS if account.starttls else NO_LOGIN).format(host=account.host)
        raise SopbatchError(told) from error
    except (smtplib.SMTPException, OSError) as error:
        raise LineError(_why(error)) from error


def _connected(account: Account) -> smtplib.SMTP:
    context = secure_context(account)
    if not account.starttls:
        return smtplib.SMTP_SSL(
            account.host, account.port, timeout=account.patience, context=context
        )
    line = smtplib.SMTP(account.host, account.port, timeout=account.patience)
    try:
        line.starttls(context=context)
    except BaseException:
        line.close()
        raise
    return line


def _log_in(line: smtplib.SMTP, account: Account) -> None:
    line.ehlo_or_helo_if_needed()
    secret = account.secret()
    if account.is_token:
        words = f"user={account.user}\x01auth=Bearer {secret}\x01\x01"
        # A refusal comes as a challenge that wants a blank line before it says more.
        line.auth("XOAUTH2", lambda told=None: words if told is None else "")
    elif (account.user + secret).isascii():
        line.login(account.user, secret)
    else:
        # The library knows only ASCII; PLAIN is UTF-8 by its own rules.
        from base64 import b64encode

        words = b64encode(f"\0{account.user}\0{secret}".encode()).decode("ascii")
        code, told = line.docmd("AUTH", f"PLAIN {words}")
        if code != LOGGED_IN:
            raise smtplib.SMTPAuthenticationError(code, told)


def _answered(code: int, told: bytes) -> Answered:
    words = f"{code} {_plain(told)}"
    if code == TAKEN:
        return Answered(MailFate.TAKEN, words)
    return Answered(MailFate.REFUSED if 500 <= code < 600 else MailFate.LATER, words)


def _plain(told: bytes | str) -> str:
    text = told.decode("utf-8", "replace") if isinstance(told, bytes) else told
    return in_one_line(text)[:200]


def _why(error: BaseException) -> str:
    """What the server said, or what befell the line."""
    if isinstance(error, smtplib.SMTPResponseException):
        return _plain(error.smtp_error)
    return why_broken(error)
