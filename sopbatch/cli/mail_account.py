"""What was typed about a mail server becomes the account and the errand that are asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from sopbatch.cli.mail_options import IMAP_SERVER

if TYPE_CHECKING:
    from sopbatch.batch.commands.fetch import Errand
    from sopbatch.mail import Account

NO_SERVER = "Server surel belum disebut: tulis {option} atau isi variabel {variable}."
NO_USER = "Pengguna surel belum disebut: tulis --pengguna atau isi SOPBATCH_SUREL_PENGGUNA."


def account_told(
    server: str,
    port: int,
    user: str,
    *,
    token_command: str,
    starttls: bool,
    authority: Path | None,
    names: tuple[str, str] = ("--server", IMAP_SERVER),
) -> "Account":
    """The account; `names` are the option and the variable that tell its server.

    Raises:
        SopbatchError: the server, the user or the password is missing.
    """
    from sopbatch.cli.secrets import password_of, token_from
    from sopbatch.mail import Account
    from sopbatch.model import SopbatchError

    if not server:
        raise SopbatchError(NO_SERVER.format(option=names[0], variable=names[1]))
    if not user:
        raise SopbatchError(NO_USER)
    secret = token_from(token_command) if token_command else password_of(user)
    return Account(
        host=server,
        port=port,
        user=user,
        secret=secret,
        is_token=bool(token_command),
        starttls=starttls,
        authority=authority,
    )


def errand_told(
    account: "Account", folder: str, since: str, move_to: str, *, flag: bool, anew: bool = False
) -> "Errand":
    """What is to be fetched, and what becomes of it in the mailbox.

    Raises:
        SopbatchError: `since` is no date.
    """
    from sopbatch.batch.commands.fetch import Errand
    from sopbatch.cli.clock import day_of

    return Errand(
        account=account,
        folder=folder,
        since=day_of(since) if since else None,
        anew=anew,
        move_to=move_to,
        flag=flag,
    )


def nobody() -> "Account":
    """To look at what lies there, no server is needed."""
    from sopbatch.mail import Account

    return Account(host="", port=0, user="", secret=str)
