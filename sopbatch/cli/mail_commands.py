"""Commands that speak with mail servers."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sopbatch.cli.help import Command, examples
from sopbatch.cli.mail_options import (
    SMTP_SERVER,
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
    from sopbatch.batch.commands.fetch import Errand, Fetched
    from sopbatch.batch.order import Order
    from sopbatch.model import SopbatchError

MISTAKE = 2
"""Exit code when the mailbox was not to be had."""
NO_SENDER = "Alamat pengirim belum disebut: tulis --dari-alamat atau isi SOPBATCH_SUREL_ALAMAT."


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
    from sopbatch.cli.mail_account import account_told, errand_told
    from sopbatch.cli.mail_screen import show_fetched
    from sopbatch.cli.progress import progress_display

    account = account_told(
        server,
        port,
        user,
        token_command=token_command,
        starttls=starttls,
        authority=authority,
    )
    errand = errand_told(account, folder, since, move_to, flag=flag, anew=anew)
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
    from sopbatch.batch.commands.run import run_batch
    from sopbatch.batch.commands.waiting import ADDRESS
    from sopbatch.batch.order import Order
    from sopbatch.cli.answer_screen import show_answer
    from sopbatch.cli.clock import check_meant, today
    from sopbatch.cli.mail_account import account_told, errand_told
    from sopbatch.cli.mail_screen import show_failure, show_fetched
    from sopbatch.cli.progress import progress_display
    from sopbatch.model import SopbatchError

    check_meant(target, today(), forced=False)
    own = sender or user
    account = account_told(
        server,
        port,
        user,
        token_command=token_command,
        starttls=starttls,
        authority=authority,
    )
    errand = errand_told(account, folder, since, move_to, flag=flag)
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
            summary_to=own if ADDRESS.fullmatch(own) else "",
        )
        fetched = _fetched_or_why(order, errand)
        result = run_batch(order)
    if isinstance(fetched, SopbatchError):
        show_answer(result.answer)
        show_failure(fetched)
        raise typer.Exit(MISTAKE)
    show_fetched(fetched, as_json=False)
    show_answer(result.answer)
    raise typer.Exit(max(fetched.exit_code, result.exit_code))


def _fetched_or_why(order: "Order", errand: "Errand") -> "Fetched | SopbatchError":
    """The week's report comes out also when the mail server is away."""
    from sopbatch.batch.commands.fetch import fetch as fetch_mails
    from sopbatch.model import SopbatchError

    try:
        return fetch_mails(order, errand, _pause)
    except SopbatchError as error:
        return error


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
    from sopbatch.cli.mail_account import account_told, nobody
    from sopbatch.cli.mail_screen import agrees, show_plan, show_sent
    from sopbatch.model import NotFoundError, SopbatchError

    if not target.is_dir():
        raise NotFoundError("Folder hasil", target)
    address = sender or user
    if not address:
        raise SopbatchError(NO_SENDER)
    plan = plan_of(target, Mailing(nobody(), address, name, again))
    show_plan(plan)
    if not plan.ready:
        raise typer.Exit(int(bool(plan.doubtful or plan.refused or plan.unfit)))
    agrees(len(plan.ready), agreed=agreed, to_drafts=to_drafts)
    named = partial(
        account_told,
        user=user or address,
        token_command=token_command,
        starttls=starttls,
        authority=authority,
    )
    if to_drafts:
        account = named(inbox, inbox_port)
    else:
        account = named(server, port, names=("--server-kirim", SMTP_SERVER))
    mailing = Mailing(account, address, name, again)

    def now() -> datetime:
        return datetime.now().astimezone()

    if to_drafts:
        sent = put_drafts(target, plan, mailing, drafts_folder, now)
    else:
        sent = send_drafts(target, plan, mailing, now, lambda: _wait(gap))
    show_sent(sent, to_drafts=to_drafts)
    raise typer.Exit(sent.exit_code)


def _wait(seconds: float) -> None:
    import time

    time.sleep(seconds)


def _pause(tries: int) -> None:
    """Wait longer before each further try."""
    import time

    time.sleep(2**tries)
