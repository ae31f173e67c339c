"""Commands and their options; everything heavy is imported by the command that needs it."""

import sys
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from sopbatch import __version__
from sopbatch.cli.help import Command, CommandGroup, examples, usage_sentence
from sopbatch.cli.mail_commands import add_mail_commands
from sopbatch.cli.nation_command import nation_command
from sopbatch.cli.options import (
    AllCopies,
    AsOf,
    ClusterAddress,
    CoverLetters,
    Exports,
    Forced,
    Governments,
    Input,
    Json,
    Mark,
    OtherInput,
    Output,
    Profile,
    RegisterFile,
    Reminders,
    ReportedFolder,
    Settings,
    SimulatedDate,
    Until,
    WholeArchive,
    Workbooks,
    Workers,
)
from sopbatch.cli.past_commands import add_past_commands
from sopbatch.cli.register_command import register_command
from sopbatch.cli.rule_commands import add_rule_commands
from sopbatch.cli.template_command import template_command

NAME = "sopbatch"
app = typer.Typer(
    name=NAME,
    cls=CommandGroup,
    help="Memeriksa, menghitung, dan menyusun dokumen SOP dan standar pelayanan dari berkas Excel.",
    epilog=examples("sopbatch run input output", "sopbatch run --help"),
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sopbatch {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--versi",
            "--version",
            help="Tampilkan versi program.",
            callback=_version,
            is_eager=True,
        ),
    ] = False,
    debug: Annotated[
        bool,
        typer.Option("--log-debug", help="Catat setiap langkah program, bagi pengembang."),
    ] = False,
) -> None:
    if debug:
        from sopbatch.cli.debug_log import debug_log

        context.with_resource(debug_log())
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(
    "run",
    cls=Command,
    epilog=examples(
        "sopbatch run",
        "sopbatch run kiriman hasil --per-tanggal 2026-11-27 --sampai-pukul 16.00",
        "sopbatch run kiriman hasil --ekspor svg --ekspor drawio",
        "sopbatch run --pemerintah negeri",
    ),
)
def run(
    source: Input = Path("input"),
    target: Output = Path("output"),
    register: RegisterFile = None,
    as_of: AsOf = "",
    until: Until = "",
    workers: Workers = None,
    exports: Exports = None,
    all_copies: AllCopies = False,
    reminders: Reminders = False,
    cover_letters: CoverLetters = False,
    forced: Forced = False,
    profile: Profile = False,
    cluster: ClusterAddress = "",
    governments: Governments = None,
    as_json: Json = False,
) -> None:
    """Olah semua berkas di folder masukan menjadi dokumen, berkas perbaikan, dan laporan."""
    from sopbatch.batch.order import Order
    from sopbatch.batch.output.last_answer import answered
    from sopbatch.cli.answer_screen import show_answer
    from sopbatch.cli.clock import closing_time, report_day, today

    order = Order(
        input=source,
        output=target,
        as_of=report_day(as_of),
        register=register,
        workers=workers,
        exports=tuple(kind.value for kind in exports or ()),
        until=closing_time(until),
        today=today(),
        all_copies=all_copies,
        reminders=reminders,
        cover_letters=cover_letters,
        words=() if as_json or profile or governments else tuple(sys.argv[1:]),
    )
    if not as_json and governments is None and (told := answered(order)):
        show_answer(told, order.times if profile else None)
        raise typer.Exit(told.exit_code)
    from sopbatch.batch.workshop.tasks import start_early

    start_early()
    from sopbatch.batch.output.program import program_digest
    from sopbatch.cli.run_screen import Shows, run_many, run_one
    from sopbatch.workers import joined

    on = partial(joined, cluster, workers, program_digest) if cluster else nullcontext
    shows = Shows(as_json=as_json, profile=profile)
    if governments is None:
        code = run_one(order, on, shows, forced=forced)
    else:
        code = run_many(governments, order, on, shows, forced=forced)
    raise typer.Exit(code)


add_past_commands(app)


@app.command(
    "check",
    cls=Command,
    epilog=examples(
        'sopbatch check "SOP surat masuk.xlsx"',
        "sopbatch check input/daftar_induk.xlsx",
        "sopbatch check kiriman --tandai --daftar-induk daftar_induk.xlsx",
    ),
)
def check(
    paths: Workbooks,
    register: RegisterFile = None,
    as_of: AsOf = "",
    mark: Mark = False,
    as_json: Json = False,
) -> None:
    """Periksa satu atau beberapa berkas dan tunjukkan sel yang perlu diperbaiki."""
    from sopbatch.batch.workshop.tasks import start_early

    start_early(only_reads=not mark)
    from sopbatch.batch.commands.check import check_files
    from sopbatch.cli.clock import report_day
    from sopbatch.cli.screen import show_check

    result = check_files(tuple(paths), report_day(as_of), register, mark=mark)
    show_check(result, as_json=as_json)
    raise typer.Exit(result.exit_code)


@app.command(
    "simulate",
    cls=Command,
    epilog=examples(
        'sopbatch simulate "I-06=sebaiknya diperbaiki" --keluaran hasil',
        'sopbatch simulate "P-04=tidak diperiksa" "S-02=harus diperbaiki" --masukan kiriman',
    ),
)
def simulate(
    settings: Settings,
    source: OtherInput = None,
    target: ReportedFolder = Path("output"),
    register: RegisterFile = None,
    as_of: SimulatedDate = "",
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Coba aturan lain tanpa menulis apa pun: SOP mana yang menjadi lengkap atau tidak lagi."""
    from sopbatch.batch.workshop.tasks import start_early

    start_early()
    from sopbatch.batch.commands.simulate import rule_setting, simulate
    from sopbatch.cli.clock import report_day
    from sopbatch.cli.progress import progress_display
    from sopbatch.cli.simulation_screen import show_simulation

    tried = tuple(map(rule_setting, settings))
    day = report_day(as_of) if as_of or source else None
    with progress_display(quiet=as_json) as progress:
        result = simulate(tried, target, day, source, register, workers, progress)
    show_simulation(result, as_json=as_json)
    raise typer.Exit(result.exit_code)


app.command(
    "template",
    cls=Command,
    epilog=examples(
        "sopbatch template",
        "sopbatch template --untuk 1.02 --ke formulir --daftar-induk daftar_induk.xlsx",
        'sopbatch template --untuk "Dinas Kesehatan" --ke formulir',
        "sopbatch template --untuk semua --ke formulir --surel",
        "sopbatch template --surat",
        'sopbatch template --dari "SOP lama.xls" --ke formulir',
    ),
)(template_command)


app.command(
    "register",
    cls=Command,
    epilog=examples(
        'sopbatch register --dari "daftar judul SOP.xlsx" --ke input/daftar_induk.xlsx',
        'sopbatch register --terima "usulan rencana.xlsx" --ke daftar_induk_baru.xlsx',
        "sopbatch register --minggu 2026-W47 --keluaran hasil",
    ),
)(register_command)


app.command(
    "nation",
    cls=Command,
    epilog=examples(
        "sopbatch nation negeri",
        "sopbatch nation negeri ringkasan --per-tanggal 2026-11-27",
    ),
)(nation_command)


add_rule_commands(app)


@app.command(
    "doctor",
    cls=Command,
    epilog=examples("sopbatch doctor", "sopbatch doctor kiriman hasil --lengkap"),
)
def doctor(
    context: typer.Context,
    source: Input = Path("input"),
    target: Output = Path("output"),
    whole: WholeArchive = False,
) -> None:
    """Periksa apakah komputer, folder, dan riwayat siap, dan sebutkan yang perlu dilakukan."""
    from sopbatch.cli.doctor import examine_all

    told = context.get_parameter_source("source")
    named = told is not None and told.name == "COMMANDLINE"
    raise typer.Exit(examine_all(source, target, named=named, whole=whole))


add_mail_commands(app)


def execute() -> int:
    """Run the command typed; the exit code. Usage errors are raised as SopbatchError."""
    try:
        return int(app(prog_name=NAME, standalone_mode=False) or 0)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except Exception as error:
        if sentence := usage_sentence(error):
            from sopbatch.model import CommandError

            raise CommandError(sentence) from error
        raise
