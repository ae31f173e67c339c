"""Is this machine ready? One line per need, with what to install when something is missing."""

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from sopbatch.cli.terminal import console

OLDEST_PYTHON = (3, 11)
PANGO = {
    "Linux": "pasang Pango: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0",
    "Darwin": "pasang Pango: brew install pango",
    "Windows": "pasang Pango lewat MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango, lalu buka ulang "
    "jendela perintah",
}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the program needs."""

    name: str
    state: str
    met: bool
    remedy: str = ""


def examine_machine() -> int:
    """Show all needs; exit code 0 when all are met, 2 when the operator must install something."""
    screen = console()
    needs = tuple(_needs())
    for need in needs:
        mark = "[green]siap  [/]" if need.met else "[red]kurang[/]"
        screen.print(f"{mark} {need.name}: {need.state}")
        if not need.met:
            screen.print(f"       → {need.remedy}")
    missing = sum(not need.met for need in needs)
    if missing:
        screen.print(f"{missing} hal perlu dilengkapi.")
        return 2
    screen.print("Komputer ini siap.")
    return 0


def _needs() -> Iterator[Need]:
    yield Need(
        "Python",
        platform.python_version(),
        sys.version_info >= OLDEST_PYTHON,
        "pasang Python 3.11 atau yang lebih baru",
    )
    yield _pdf()
    yield _fonts()
    yield Need("Inti prosesor", str(os.cpu_count() or 1), met=True)
    yield _memory()


def _pdf() -> Need:
    from sopbatch.writing.pango import pango_problem

    missing = pango_problem()
    return Need(
        "Penataan PDF (Pango)",
        f"pustaka {missing} tidak ada; hanya kumpulan SOP dan ringkasan tidak ditulis"
        if missing
        else "tersedia",
        not missing,
        PANGO.get(platform.system(), "pasang pustaka Pango"),
    )


def _fonts() -> Need:
    from sopbatch.text.fonts import FONT_FILES
    from sopbatch.text.measuring import FONTS

    met = all((FONTS / name).is_file() for name in FONT_FILES)
    return Need(
        "Huruf dokumen",
        "Liberation Sans terpasang" if met else "tidak ditemukan",
        met,
        "pasang ulang sopbatch",
    )


def _memory() -> Need:
    import psutil

    free = psutil.virtual_memory().available / 2**30
    return Need(
        "Memori bebas",
        f"{free:.1f} GB".replace(".", ","),
        free >= 1,
        "tutup program lain sehingga sedikitnya 1 GB bebas",
    )
