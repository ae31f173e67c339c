"""Help answers at once, because it imports nothing heavy."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sopbatch.cli.start import STOPPED
from tests.batch.runs import AS_OF, environment, good_workbook

HEAVY = frozenset(
    {
        *("PIL", "babel", "defusedxml", "filelock", "fontTools", "jinja2", "lxml", "numpy"),
        *("openpyxl", "pandas", "psutil", "pydyf", "pypdf", "python_calamine", "rapidfuzz"),
        *("rich", "segno", "sqlite3", "multiprocessing", "weasyprint", "xlsxwriter"),
    }
)
SHOW = """
import sys
sys.argv = ["sopbatch", *{words!r}]
from sopbatch.cli import main
try:
    main()
except SystemExit as end:
    assert (end.code or 0) == {code}, end.code
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def imported(*words: str, code: int = 0) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(words=words, code=code)],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [("--help",), ("run", "--help"), ("--versi",)], ids=" ".join)
def test_help_imports_nothing_heavy(words: tuple[str, ...]):
    modules = imported(*words)
    assert HEAVY & {name.partition(".")[0] for name in modules} == set()
    ours = {name for name in modules if name.startswith("sopbatch")}
    assert ours <= {
        "sopbatch",
        "sopbatch.cli",
        "sopbatch.cli.start",
        "sopbatch.cli.app",
        "sopbatch.cli.early",
        "sopbatch.cli.help",
        "sopbatch.cli.mail_commands",
        "sopbatch.cli.mail_options",
        "sopbatch.cli.nation_command",
        "sopbatch.cli.past_commands",
        "sopbatch.cli.register_command",
        "sopbatch.cli.rule_commands",
        "sopbatch.cli.template_command",
        "sopbatch.cli.options",
    }


def test_the_way_in_imports_only_the_standard_library():
    """Ctrl-C is answered from the first moment, so hardly anything comes before it."""
    code = "import sys; import sopbatch.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    assert "typer" not in done.stdout.split()


WITHIN_A_CALLBACK = """
import signal, sys, time, weakref
from sopbatch.cli import start

class Gone:
    pass

def runs():
    gone = Gone()
    kept = weakref.ref(gone, lambda _: signal.raise_signal(signal.SIGINT))
    del gone
    time.sleep(60)

start._run = runs
start.main()
"""
"""As while modules load: the interpreter prints what is raised there, and goes on."""


def test_an_end_asked_for_within_a_callback_of_the_interpreter_is_not_lost():
    done = subprocess.run(
        [sys.executable, "-c", WITHIN_A_CALLBACK],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, f"{STOPPED}\n")


@pytest.mark.long
def test_explaining_a_rule_needs_no_document_and_no_table():
    heavy = {"weasyprint", "pandas", "openpyxl", "xlsxwriter", "numpy"}
    assert heavy & {name.partition(".")[0] for name in imported("explain", "W-01")} == set()


@pytest.mark.long
def test_a_check_loads_nothing_that_counts_or_writes(tmp_path: Path):
    (tmp_path / "baik.xlsx").write_bytes(good_workbook())
    heavy = {
        "weasyprint",
        "pandas",
        "numpy",
        "fontTools",
        "lxml",
        "xlsxwriter",
        "pikepdf",
        "msoffcrypto",
        "ssl",
    }
    modules = imported("check", str(tmp_path / "baik.xlsx"))
    assert heavy & {name.partition(".")[0] for name in modules} == set()


@pytest.mark.long
def test_a_run_leaves_to_its_workers_what_only_they_need(small_batch: Path, tmp_path: Path):
    """What its own process loads, it holds to the end, beside all that was read."""
    modules = imported("run", str(small_batch), str(tmp_path), "--per-tanggal", AS_OF, code=1)
    heavy = {
        "pandas",
        "numpy",
        "weasyprint",
        "pydyf",
        "pikepdf",
        "duckdb",
        "segno",
        "PIL",
        "imap_tools",
        "oxmsg",
    }
    assert heavy & {name.partition(".")[0] for name in modules} == set()
    assert (tmp_path / f"laporan/baris_{AS_OF}.parquet").exists()
