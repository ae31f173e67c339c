"""Passwords and tokens: had from the environment, the keyring or the operator; kept nowhere."""

import os
import shlex
import subprocess
from collections.abc import Callable
from getpass import getpass

from sopbatch.cli.asking import can_ask
from sopbatch.model import SopbatchError

PASSWORD = "SOPBATCH_SUREL_SANDI"  # noqa: S105 - the name of a variable
SERVICE = "sopbatch"
"""What the keyring knows the password under."""
MISSING = (
    "Sandi surel untuk “{user}” tidak ada: isi variabel {variable}, simpan di penyimpan sandi "
    "komputer (layanan “{service}”), atau jalankan perintah ini di jendela perintah."
)
UNPRINTABLE = "Sandi surel memuat tanda yang tidak dapat diketik; periksa dari mana diambil."
FAILED = (
    "Perintah kunci akses gagal ({reason}); jalankan perintah itu sendiri untuk melihat sebabnya."
)
PATIENCE = 60
"""Seconds that the command for a token may take."""


def password_of(user: str) -> Callable[[], str]:
    """The user's password, found or asked for once.

    Raises:
        SopbatchError: there is none, and nobody can be asked.
    """
    secret = os.environ.get(PASSWORD, "") or _from_keyring(user)
    if not secret and can_ask():
        secret = getpass(f"Sandi surel {user}: ")
    if not secret:
        raise SopbatchError(MISSING.format(user=user, variable=PASSWORD, service=SERVICE))
    if not secret.isprintable():
        raise SopbatchError(UNPRINTABLE)
    return lambda: secret


def token_from(command: str) -> Callable[[], str]:
    """What asks a command for an access token whenever one is needed."""

    def token() -> str:
        try:
            words = shlex.split(command, posix=os.name == "posix")
            done = subprocess.run(  # noqa: S603 - the operator's own command, without a shell
                words, capture_output=True, text=True, timeout=PATIENCE, check=False
            )
        except (OSError, ValueError, IndexError, subprocess.TimeoutExpired) as error:
            reason = "tidak dapat dijalankan"
            raise SopbatchError(FAILED.format(reason=reason)) from error
        lines = done.stdout.split()
        if done.returncode or len(lines) != 1:
            reason = (
                f"selesai dengan kode {done.returncode}" if done.returncode else "bukan kunci akses"
            )
            raise SopbatchError(FAILED.format(reason=reason))
        return lines[0]

    return token


def _from_keyring(user: str) -> str:
    """What the system's keyring has; "" also where there is none, as on most servers."""
    try:
        import keyring

        return keyring.get_password(SERVICE, user) or ""
    except Exception:  # NOTE: missing, without a backend, locked: all mean that others are asked
        return ""
