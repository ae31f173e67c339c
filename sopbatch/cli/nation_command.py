"""The command for the nation's report."""

from pathlib import Path
from typing import Annotated

import typer

from sopbatch.cli.options import AsOf, Json, Workers

GovernmentsFolder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        help="Folder yang berisi satu folder bagi tiap pemerintah.",
        readable=False,
    ),
]
NationFolder = Annotated[
    Path, typer.Argument(metavar="TUJUAN", help="Folder ringkasan.", readable=False)
]
OutputWithin = Annotated[
    Path,
    typer.Option(
        "--keluaran",
        metavar="NAMA",
        readable=False,
        help="Nama folder hasil di dalam folder tiap pemerintah.",
    ),
]


def nation_command(
    folder: GovernmentsFolder,
    target: NationFolder = Path("nasional"),
    output: OutputWithin = Path("output"),
    as_of: AsOf = "",
    workers: Workers = None,
    as_json: Json = False,
) -> None:
    """Susun ringkasan nasional dari hasil banyak pemerintah; perlu requirements-nation.txt."""
    from sopbatch.batch.commands.nation import sum_nation
    from sopbatch.batch.commands.report_dates import check_year
    from sopbatch.cli.clock import report_day
    from sopbatch.cli.nation_screen import show_nation

    day = report_day(as_of)
    check_year(day)
    summed = sum_nation(folder, target, output, day, workers)
    show_nation(summed, as_json=as_json)
    raise typer.Exit(summed.exit_code)
