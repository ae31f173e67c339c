"""A real IMAP server on loopback with TLS, run by an unprivileged user, and a line that breaks."""

import hmac
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sopbatch.mail import Account
from tests.mail.authority import write_certificates

DOVECOT = shutil.which("dovecot") or "/usr/sbin/dovecot"
USER, SECRET = "ortala", "rahasia-äö"
SETTINGS = """
base_dir = {place}/run
state_dir = {place}/state
log_path = {place}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{place}/server.pem
ssl_key = <{place}/server.key
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
mail_location = maildir:{place}/mail:LAYOUT=fs
mailbox_list_index = no
first_valid_uid = 1
first_valid_gid = 0
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {place}/tokens
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={secret}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={place}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {clear}
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


TOKENS = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={place}/keys/
username_attribute = sub
"""
KEY = b"kunci untuk uji saja, tiga puluh dua byte"


def token(user: str = USER, key: bytes = KEY, lasting: int = 600) -> str:
    """An access token as a provider signs them, valid for so many seconds from now."""

    def coded(data: bytes) -> str:
        return urlsafe_b64encode(data).rstrip(b"=").decode()

    now = int(time.time())
    told = {"sub": user, "iat": now - 60, "exp": now + lasting}
    head = {"alg": "HS256", "typ": "JWT"}
    text = ".".join(coded(json.dumps(part).encode()) for part in (head, told))
    return f"{text}.{coded(hmac.digest(key, text.encode(), 'sha256'))}"


@dataclass
class Server:
    """A server with the folder its mails lie in."""

    place: Path
    port: int
    clear: int
    process: "subprocess.Popen[bytes] | None" = None
    owner: tuple[int, int] | None = None
    mails: int = field(default=0)

    @property
    def inbox(self) -> Path:
        return self.place / "mail"

    def put(self, *mails: bytes, folder: str = "") -> None:
        """Mails arrive."""
        where = self.inbox / folder
        for name in ("", "cur", "new", "tmp"):
            (where / name).mkdir(parents=True, exist_ok=True)
        for mail in mails:
            self.mails += 1
            (where / "new" / f"{1_790_000_000 + self.mails}.M1P{self.mails}.uji").write_bytes(mail)
        if self.owner:
            _give(self.inbox, self.owner)

    def empty(self) -> None:
        """Begin a new mailbox, which the server tells by another UIDVALIDITY."""
        shutil.rmtree(self.inbox, ignore_errors=True)
        self.put()
        self.mails += 1
        # By itself it would be the second in which the mailbox is seen first.
        listed = self.inbox / "dovecot-uidlist"
        listed.write_text(f"3 V{1_000_000 + self.mails} N1 G{self.mails:032x}\n")
        if self.owner:
            os.chown(listed, *self.owner)

    def names(self, folder: str = "") -> list[str]:
        """Files in the mailbox, whose ends are their flags."""
        where = self.inbox / folder
        return sorted(path.name for part in ("cur", "new") for path in (where / part).iterdir())

    def start(self) -> None:
        about: dict[str, Any] = (
            {"user": self.owner[0], "group": self.owner[1], "extra_groups": []}
            if self.owner
            else {}
        )
        self.process = subprocess.Popen(
            [DOVECOT, "-F", "-c", str(self.place / "conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.place,
            start_new_session=True,
            **about,
        )
        for _ in range(400):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise AssertionError((self.place / "log").read_text())

    def kill(self) -> None:
        """End it at once, with all it started."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def account(self, port: int = 0, **about: Any) -> Account:
        told = {
            "host": "127.0.0.1",
            "port": port or self.port,
            "user": USER,
            "secret": lambda: SECRET,
            "authority": self.place / "authority.pem",
            "patience": 10.0,
            **about,
        }
        return Account(**told)


@contextmanager
def imap_server() -> Iterator[Server]:
    """A server that runs until the end of the block."""
    # Sockets below need a short path, and another user must reach it.
    place = Path(tempfile.mkdtemp(prefix="sopimap-", dir="/tmp"))
    root = os.geteuid() == 0
    about = pwd.getpwnam("nobody") if root else pwd.getpwuid(os.geteuid())
    server = Server(place, _free(), _free(), owner=(about.pw_uid, about.pw_gid) if root else None)
    import grp

    write_certificates(place)
    (place / "conf").write_text(
        SETTINGS.format(
            place=place,
            user=about.pw_name,
            group=grp.getgrgid(about.pw_gid).gr_name,
            uid=about.pw_uid,
            gid=about.pw_gid,
            secret=SECRET,
            port=server.port,
            clear=server.clear,
        )
    )
    (place / "tokens").write_text(TOKENS.format(place=place))
    (place / "keys" / "default" / "HS256").mkdir(parents=True)
    (place / "keys" / "default" / "HS256" / "default").write_bytes(b64encode(KEY))
    server.put()
    if server.owner:
        _give(place, server.owner)
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(place, ignore_errors=True)


class Breaking:
    """A line to a server that breaks off once it has brought so many bytes; several times."""

    def __init__(
        self, port: int, after: list[int], at_break: Callable[[], None] = lambda: None
    ) -> None:
        self.after, self._port, self.broken = list(after), port, 0
        self._at_break = at_break
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                left = self.after.pop(0) if self.after else 1 << 60
                far = socket.create_connection(("127.0.0.1", self._port))
                threading.Thread(target=self._pass, args=(near, far, 1 << 60), daemon=True).start()
                threading.Thread(target=self._pass, args=(far, near, left), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, left: int) -> None:
        with suppress(OSError):
            while left > 0 and (data := source.recv(min(65536, left))):
                target.sendall(data)
                left -= len(data)
        if left <= 0:
            self.broken += 1
            self._at_break()
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def _give(folder: Path, owner: tuple[int, int]) -> None:
    for path in (folder, *folder.rglob("*")):
        with suppress(FileNotFoundError):
            os.chown(path, *owner)
