"""A disk that is nearly full: a small file system in memory, where one may be mounted."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MAY_MOUNT = sys.platform == "linux" and os.geteuid() == 0
needs_a_small_disk = pytest.mark.skipif(not MAY_MOUNT, reason="perlu memasang sistem berkas")


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """A file system of this size under the folder."""
    if _mounted(folder, f"size={kilobytes}k"):
        pytest.skip("sistem berkas kecil tidak dapat dipasang di sini")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def with_room(folder: Path) -> None:
    """Make the small file system under the folder a large one."""
    assert not _mounted(folder, "remount,size=1g")


def _mounted(folder: Path, options: str) -> int:
    words: list[str | Path] = ["mount", "-t", "tmpfs", "-o", options, "sopbatch", folder]
    return subprocess.run(words, capture_output=True, check=False).returncode


def kilobytes_of(folder: Path) -> int:
    """What its files take on a disk."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(-(-path.stat().st_size // 4096) * 4 for path in files)
