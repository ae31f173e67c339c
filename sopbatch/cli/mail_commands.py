"""Commands that speak with mail servers."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sopbatch.cli.help import Command, examples
from sopbatch.cli.mail_options import (
    Again,
    Agreed,
    Anew,
    Authority,
    DraftsFolder,
    Flag,
    Gap,
    MailFolder,
    MoveTo,
    OutPort,
    OutServer,
    Port,
    Sender,
    SenderName,
    Server,
    Since,
    StartTls,
    ToDrafts,
    TokenCommand,
    User,
)
from sopbatch.cli.options import (
    CoverLetters,
    Input,
    Json,
    Output,
    RegisterFile,
    Reminders,
    Reported,
)

if TYPE_CHECKING:
    from sopbatch.batch.commands.fetch import Errand
    from sopbatch.mail import Account

NO_SERVER = "Server surel belum disebut: tulis {option} atau isi variabel {variable}."
MISTAKE = 2
"""Exit code when the mailbox was not to be had."""
NO_FOLDER = "Folder hasil “{folder}” tidak ditemukan."
NO_SENDER = "Alamat pengirim belum disebut: tulis --dari-alamat atau isi SOPBATCH_SUREL_ALAMAT."
NO_USER = "Pengguna surel belum disebut: tulis --pengguna atau isi SOPBATCH_SUREL_PENGGUNA."


def add_mail_commands(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command(
        "fetch",
        cls=Command,
        epilog=examples(
            "sopbatch fetch --server surel.contoh.go.id --pengguna ortala@contoh.go.id",
            "sopbatch fetch kiriman hasil --sejak 2026-11-01 --pindah-ke Selesai",
        ),
    )(fetch)
    app.command(
        "round",
        cls=Command,
        epilog=examples(
            "sopbatch round", "sopbatch round kiriman hasil --server surel.contoh.go.id"
        ),
    )(weekly_round)
    app.command(
        "send",
        cls=Command,
        epilog=examples(
            "sopbatch send --server-kirim surel.contoh.go.id --dari-alamat ortala@contoh.go.id",
            "sopbatch send hasil --jeda 5 --ya",
            "sopbatch send hasil --ke-konsep --server surel.contoh.go.id",
        ),
    )(send)


def fetch(
    source: Input = Path("input"),
    target: Output = Path("output"),
    server: Server = "",
    port: Port = 993,
    user: User = "",
    token_command: TokenCommand = "",
    starttls: StartTls = False,
    authority: Authority = None,
    folder: MailFolder = "INBOX",
    since: Since = "",
    anew: Anew = False,
    move_to: MoveTo = "",
    flag: Flag = False,
    as_json: Json = False,
) -> None:
    """Ambil surel baru dari kotak surat ke folder masukan; surelnya tetap di kotak surat."""
    from sopbatch.batch.commands.fetch import fetch as fetch_mails
    from sopbatch.batch.order import Order
    from sopbatch.cli.clock import today
    from sopbatch.cli.mail_screen import show_fetched
    from sopbatch.cli.progress import progress_display

    account = _account(server, port, user, token_command, starttls, authority)
    errand = _errand(account, folder, since, move_to, flag=flag, anew=anew)
    with progress_display(quiet=as_json) as progress:
        order = Order(input=source, output=target, as_of=today(), progress=progress)
        fetched = fetch_mails(order, errand, _pause)
    show_fetched(fetched, as_json=as_json)
    raise typer.Exit(fetched.exit_code)


def weekly_round(
    source: Input = Path("input"),
    target: Output = Path("output"),
    register: RegisterFile = None,
    server: Server = "",
    port: Port = 993,
    user: User = "",
    token_command: TokenCommand = "",
    starttls: StartTls = False,
    authority: Authority = None,
    folder: MailFolder = "INBOX",
    since: Since = "",
    move_to: MoveTo = "",
    flag: Flag = False,
    reminders: Reminders = False,
    cover_letters: CoverLetters = False,
    sender: Sender = "",
) -> None:
    """Ambil surel, lalu olah semua berkas dan susun konsep balasan; untuk penjadwal mingguan."""
    from sopbatch.batch.commands.fetch import fetch as fetch_mails
    from sopbatch.batch.commands.run import run_batch
    from sopbatch.batch.commands.waiting import ADDRESS
    from sopbatch.batch.order import Order
    from sopbatch.cli.answer_screen import show_answer
    from sopbatch.cli.clock import check_meant, today
    from sopbatch.cli.mail_screen import show_failure, show_fetched
    from sopbatch.cli.progress import progress_display
    from sopbatch.model import SopbatchError

    check_meant(target, today(), forced=False)
    account = _account(server, port, user, token_command, starttls, authority)
    errand = _errand(account, folder, since, move_to, flag=flag)
    with progress_display(quiet=False) as progress:
        order = Order(
            input=source,
            output=target,
            as_of=today(),
            register=register,
            progress=progress,
            today=today(),
            reminders=reminders,
            cover_letters=cover_letters,
            summary_to=own if ADDRESS.fullmatch(own := sender or user) else "",
        )
        try:
            fetched = fetch_mails(order, errand, _pause)
        except SopbatchError as error:
            # The week's report comes out also when the mail server is away.
            failure: SopbatchError | None = error
        else:
            failure = None
        result = run_batch(order)
    if failure is None:
        show_fetched(fetched, as_json=False)
    show_answer(result.answer)
    if failure is not None:
        show_failure(failure)
        raise typer.Exit(MISTAKE)
    raise typer.Exit(max(fetched.exit_code, result.exit_code))


def send(
    target: Reported = Path("output"),
    server: OutServer = "",
    port: OutPort = 465,
    to_drafts: ToDrafts = False,
    inbox: Server = "",
    inbox_port: Port = 993,
    drafts_folder: DraftsFolder = "",
    user: User = "",
    sender: Sender = "",
    name: SenderName = "",
    token_command: TokenCommand = "",
    starttls: StartTls = False,
    authority: Authority = None,
    gap: Gap = 2.0,
    again: Again = False,
    agreed: Agreed = False,
) -> None:
    """Kirim konsep surel di folder surat, setelah daftarnya disetujui; masing-masing sekali."""
    from datetime import datetime

    from sopbatch.batch.commands.put_drafts import put_drafts
    from sopbatch.batch.commands.send import send as send_drafts
    from sopbatch.batch.commands.waiting import Mailing, plan_of
    from sopbatch.cli.mail_screen import agrees, show_plan, show_sent
    from sopbatch.model import SopbatchError

    if not target.is_dir():
        raise SopbatchError(NO_FOLDER.format(folder=target))
    address = sender or user
    if not address:
        raise SopbatchError(NO_SENDER)
    plan = plan_of(target, Mailing(_nobody(), address, name, again))
    show_plan(plan)
    if not plan.ready:
        raise typer.Exit(int(bool(plan.doubtful or plan.refused or plan.unfit)))
    agrees(len(plan.ready), agreed=agreed, to_drafts=to_drafts)
    names = ("--server-kirim", "SOPBATCH_SMTP_SERVER")
    who = user or address
    if to_drafts:
        account = _account(inbox, inbox_port, who, token_command, starttls, authority)
    else:
        account = _account(server, port, who, token_command, starttls, authority, names)
    mailing = Mailing(account, address, name, again)

    def now() -> datetime:
        return datetime.now().astimezone()

    if to_drafts:
        sent = put_drafts(target, plan, mailing, drafts_folder, now)
    else:
        sent = send_drafts(target, plan, mailing, now, lambda: _wait(gap))
    show_sent(sent, to_drafts=to_drafts)
    raise typer.Exit(sent.exit_code)


def _nobody() -> "Account":
    """To look at what lies there, no server is needed."""
    from sopbatch.mail import Account

    return Account(host="", port=0, user="", secret=str)


def _wait(seconds: float) -> None:
    import time

    time.sleep(seconds)


def _account(
    server: str,
    port: int,
    user: str,
    token_command: str,
    starttls: bool,
    authority: Path | None,
    names: tuple[str, str] = ("--server", "SOPBATCH_IMAP_SERVER"),
) -> "Account":
    """The account told.

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


def _errand(
    account: "Account", folder: str, since: str, move_to: str, *, flag: bool, anew: bool = False
) -> "Errand":
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


def _pause(tries: int) -> None:
    """Wait longer before each further try."""
    import time

    time.sleep(2**tries)
