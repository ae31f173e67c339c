"""Are machine, folders and mailbox ready? One line per need, with what to do when not."""

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from sopbatch.batch.commands.examine import ProgramNeed, examine
from sopbatch.cli.clock import today
from sopbatch.cli.mail_options import AUTHORITY, IMAP_PORT, IMAP_SERVER, STARTTLS
from sopbatch.cli.terminal import console, shown
from sopbatch.model import SopbatchError

OLDEST_PYTHON = (3, 11)
PANGO = {
    "Linux": "pasang Pango: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0",
    "Darwin": "pasang Pango: brew install pango",
    "Windows": "pasang Pango lewat MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango, lalu buka ulang "
    "jendela perintah",
}
YES = frozenset(("1", "true", "yes", "on", "t", "y"))
"""What the commands for mail take for yes in a variable."""
PATIENCE = 10.0
"""Seconds that a mail server may be silent."""


def examine_all(source: Path, target: Path, *, named: bool, whole: bool) -> int:
    """Show all needs; exit code 0 when all are met, 2 when the operator must do something.

    `named` tells whether the input folder was typed.
    """
    screen = console()
    needs = tuple(_needs(source, target, named=named, whole=whole))
    for need in needs:
        mark = "[green]siap  [/]" if need.met else "[red]kurang[/]"
        screen.print(f"{mark} {need.name}: {shown(need.state)}")
        if not need.met:
            screen.print(f"       → {shown(need.remedy)}")
    missing = sum(not need.met for need in needs)
    if missing:
        screen.print(f"{missing} hal perlu dilengkapi.")
        return 2
    screen.print("Komputer ini siap.")
    return 0


def _needs(source: Path, target: Path, *, named: bool, whole: bool) -> Iterator[ProgramNeed]:
    yield ProgramNeed(
        "Python",
        platform.python_version(),
        sys.version_info >= OLDEST_PYTHON,
        "pasang Python 3.11 atau yang lebih baru",
    )
    yield _pdf()
    yield _fonts()
    yield ProgramNeed("Inti prosesor", str(os.cpu_count() or 1), met=True)
    yield _memory()
    yield _nation()
    server = os.environ.get(IMAP_SERVER, "")
    yield from examine(source, target, today(), named=named, whole=whole, fetches=bool(server))
    if server:
        yield _mailbox(server)


def _pdf() -> ProgramNeed:
    from sopbatch.writing.pango import pango_problem

    missing = pango_problem()
    return ProgramNeed(
        "Penataan PDF (Pango)",
        f"pustaka {missing} tidak ada; hanya kumpulan SOP dan ringkasan tidak ditulis"
        if missing
        else "tersedia",
        not missing,
        PANGO.get(platform.system(), "pasang pustaka Pango"),
    )


def _fonts() -> ProgramNeed:
    from sopbatch.text.fonts import FONT_FILES
    from sopbatch.text.measuring import FONTS

    met = all((FONTS / name).is_file() for name in FONT_FILES)
    return ProgramNeed(
        "Huruf dokumen",
        "Liberation Sans terpasang" if met else "tidak ditemukan",
        met,
        "pasang ulang sopbatch",
    )


def _nation() -> ProgramNeed:
    from sopbatch.nation import is_installed

    state = "terpasang" if is_installed() else "tidak terpasang; hanya perlu untuk tingkat nasional"
    return ProgramNeed("Baris dan ringkasan nasional (DuckDB)", state, met=True)


def _memory() -> ProgramNeed:
    import psutil

    free = psutil.virtual_memory().available / 2**30
    return ProgramNeed(
        "Memori bebas",
        f"{free:.1f} GB".replace(".", ","),
        free >= 1,
        "tutup program lain sehingga sedikitnya 1 GB bebas",
    )


def _mailbox(server: str) -> ProgramNeed:
    """Whether the mail server answers; without a password, as nobody is asked for one here."""
    from sopbatch.mail import Account, LineError, reach

    name, starttls = "Kotak surat", os.environ.get(STARTTLS, "").casefold() in YES
    port = os.environ.get(IMAP_PORT, "993")
    authority = os.environ.get(AUTHORITY, "")
    try:
        account = Account(
            host=server,
            port=int(port),
            user="",
            secret=str,
            starttls=starttls,
            authority=Path(authority) if authority else None,
            patience=PATIENCE,
        )
        reach(account)
    except ValueError:
        return ProgramNeed(
            name, f"port “{port}” bukan nomor", met=False, remedy=f"perbaiki {IMAP_PORT}"
        )
    except LineError as error:
        remedy = "periksa sambungan jaringan, nama server, dan port"
        return ProgramNeed(name, f"{server}: {error}", met=False, remedy=remedy)
    except SopbatchError as error:
        return ProgramNeed(
            name, f"{server} tidak dapat dipakai", met=False, remedy=str(error).removesuffix(".")
        )
    return ProgramNeed(name, f"{server} menjawab", met=True)
