"""A server with the user known to it, and the encrypted line that leads there."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sopbatch.model import SopbatchError

NOT_TRUSTED = (
    "Sertifikat server “{host}” tidak dapat dipercaya ({reason}); tidak ada sandi yang dikirim. "
    "Periksa nama servernya, atau sebutkan sertifikat instansi dengan --sertifikat."
)
NOT_FOUND = "Server surel “{host}” tidak ditemukan; periksa namanya dan sambungan jaringan."
NO_AUTHORITY = "Berkas sertifikat “{path}” tidak dapat dibaca."


class LineError(Exception):
    """The line to a server broke and could not be had again; says why in a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A user of a mail server."""

    host: str
    port: int
    user: str
    secret: Callable[[], str] = field(repr=False)
    """Password or access token, asked for at every connection: a token may have run out."""
    is_token: bool = False
    """Whether the secret is a token for XOAUTH2."""
    starttls: bool = False
    """Whether the line begins in the clear and is encrypted before anything is said on it."""
    authority: Path | None = None
    """Certificate of an authority that is trusted besides those of the system."""
    patience: float = 30.0
    """Seconds that the server may be silent."""

    @property
    def label(self) -> str:
        """What the account is called in the memory of what was fetched."""
        return f"{self.user}@{self.host}:{self.port}"


def secure_context(account: Account) -> ssl.SSLContext:
    """Certificates and names are checked; there is no way around it.

    Raises:
        SopbatchError: the authority's file is none.
    """
    context = ssl.create_default_context()
    if account.authority is not None:
        try:
            context.load_verify_locations(cafile=account.authority)
        except OSError as error:
            raise SopbatchError(NO_AUTHORITY.format(path=account.authority)) from error
    return context


@contextmanager
def its_server_told(account: Account) -> Iterator[None]:
    """Turn a name that no server has, or a certificate nobody vouches for, into a sentence.

    Raises:
        SopbatchError: that sentence; trying again does not mend it.
    """
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        reason = (error.verify_message or "sertifikat tidak sah").rstrip(".")
        raise SopbatchError(NOT_TRUSTED.format(host=account.host, reason=reason)) from error
    except socket.gaierror as error:
        raise SopbatchError(NOT_FOUND.format(host=account.host)) from error


def why_broken(error: BaseException) -> str:
    """What befell a line, in a clause."""
    if isinstance(error, TimeoutError):
        return "server tidak menjawab"
    if isinstance(error, ConnectionRefusedError):
        return "server menolak sambungan"
    return "sambungan terputus"
