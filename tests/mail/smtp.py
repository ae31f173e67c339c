"""A real SMTP server on loopback with TLS, which fails where it is told to."""

import asyncio
import ssl
import threading
import warnings
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult

from sopbatch.mail import Account
from tests.mail.authority import write_certificates
from tests.mail.dovecot import SECRET

USER = "ortala@contoh.go.id"
TOKEN = "kunci.akses-1"
Trouble = Callable[[str, SMTP], str | None]
"""Called at each step (MAIL, RCPT, DATA, TAKEN) with the server's side of the line; what it returns
is answered in place of the good word."""


@dataclass
class Postbox:
    """What reached the server."""

    place: Path
    port: int = 0
    mails: list[tuple[tuple[str, ...], EmailMessage]] = field(default_factory=list)
    steps: int = 0
    exchange: list[bytes] = field(default_factory=list)
    """What was said of an access token."""
    trouble: Trouble | None = None

    @property
    def ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for _, mail in self.mails]

    def account(self, **about: Any) -> Account:
        told = {
            "host": "127.0.0.1",
            "port": self.port,
            "user": USER,
            "secret": lambda: SECRET,
            "authority": self.place / "authority.pem",
            "patience": 5.0,
            **about,
        }
        return Account(**told)

    def step(self, name: str, server: SMTP) -> str | None:
        self.steps += 1
        return self.trouble(name, server) if self.trouble else None

    async def handle_MAIL(
        self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        answer = self.step("MAIL", server)
        envelope.mail_from = address
        return answer or "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        answer = self.step("RCPT", server)
        envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        answer = self.step("DATA", server)
        if answer is None:
            mail = message_from_bytes(envelope.content, policy=SMTP_POLICY)
            self.mails.append((tuple(envelope.rcpt_tos), mail))
            answer = self.step("TAKEN", server)
        return answer or "250 diterima"

    async def auth_XOAUTH2(self, server: SMTP, words: list[str]) -> AuthResult:
        """As large providers do it: a refusal is a challenge first, answered by a blank line."""
        told = b64decode(words[1]) if len(words) > 1 else b""
        self.exchange.append(told)
        if told == f"user={USER}\x01auth=Bearer {TOKEN}\x01\x01".encode():
            return AuthResult(success=True, auth_data=USER)
        await server.push("334 " + b64encode(b'{"status":"401"}').decode())
        self.exchange.append(await server._reader.readline())
        return AuthResult(success=False, handled=False)


def cut(server: SMTP) -> None:
    """The line is gone at once."""
    assert server.transport is not None
    server.transport.abort()  # type: ignore[attr-defined]


def _known(server: Any, session: Any, envelope: Any, way: str, told: Any) -> AuthResult:
    return AuthResult(success=told.login == USER.encode(), handled=False)


@contextmanager
def smtp_server(place: Path, *, starttls: bool = False) -> Iterator[Postbox]:
    """A server that runs until the end of the block; its line is encrypted from its begin."""
    write_certificates(place)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place / "server.pem", place / "server.key")
    postbox, loop = Postbox(place), asyncio.new_event_loop()

    def line() -> SMTP:
        # The library knows only of STARTTLS and warns, while this line is encrypted from its begin.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return SMTP(
                postbox,
                authenticator=_known,
                auth_require_tls=starttls,
                auth_required=True,
                tls_context=context if starttls else None,
                require_starttls=starttls,
                loop=loop,
            )

    async def begin() -> asyncio.Server:
        return await loop.create_server(line, "127.0.0.1", 0, ssl=None if starttls else context)

    door = loop.run_until_complete(begin())
    postbox.port = door.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield postbox
    finally:
        loop.call_soon_threadsafe(door.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0.05))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
