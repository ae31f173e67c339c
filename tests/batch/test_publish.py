"""Outputs appear whole or not at all, whenever publishing breaks off."""

import os
import stat
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.commands.marked_beside import NO_PAST
from sopbatch.batch.output.hold import alone_in
from sopbatch.batch.output.publish import (
    bytes_of,
    product,
    publish,
    staged,
    stays_below,
    still_there,
)
from sopbatch.ledger import Output, Past
from sopbatch.model import SopbatchError
from tests.batch.runs import REPOSITORY, environment

posix = pytest.mark.skipif(os.name != "posix", reason="izin dan tautan seperti di POSIX")


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copies of themselves")
def test_publishing_may_be_killed_before_any_of_its_file_operations(tmp_path: Path) -> None:
    # In a process of its own: a copy of this one would have the threads of the test runner.
    told = subprocess.run(
        [sys.executable, "-m", "tests.batch.crashes", str(tmp_path)],
        cwd=REPOSITORY,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert int(told.stdout) > 20


def told_before(*outputs: Output) -> Past:
    return replace(NO_PAST, outputs={one.path: (one,) for one in outputs})


@posix
@pytest.mark.parametrize("linked", ["dokumen", "dokumen/Biro", ".baru"])
def test_a_linked_folder_of_the_output_is_refused_and_what_lies_there_is_not_touched(
    tmp_path: Path, linked: str
) -> None:
    target, away = tmp_path / "keluar", tmp_path / "lain"
    (target / linked).parent.mkdir(parents=True)
    away.mkdir()
    (away / "a.pdf").write_bytes(b"tetap")
    (target / linked).symlink_to(away)
    with pytest.raises(SopbatchError, match="adalah tautan ke tempat lain"):
        publish(target, [product("dokumen/Biro/a.pdf", "r", b"baru")], NO_PAST)
    assert [(path.name, path.read_bytes()) for path in away.iterdir()] == [("a.pdf", b"tetap")]


def test_a_file_in_the_place_of_a_folder_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "dokumen").write_bytes(b"tetap")
    with pytest.raises(
        SopbatchError, match="“dokumen” di folder hasil adalah berkas, bukan folder"
    ):
        publish(tmp_path, [product("dokumen/a.pdf", "r", b"baru")], NO_PAST)
    assert (tmp_path / "dokumen").read_bytes() == b"tetap"


@pytest.mark.parametrize(
    "path", ["dokumen/../../luar.pdf", "dokumen/..\\..\\luar.pdf", "/luar.pdf", "C:\\luar.pdf", ""]
)
def test_a_stored_path_that_leads_outside_is_not_followed(tmp_path: Path, path: str) -> None:
    assert not stays_below(path)
    (tmp_path / "luar.pdf").write_bytes(b"luar")
    target = tmp_path / "keluar"
    target.mkdir()
    known = Output(path, sha256(b"luar").hexdigest(), "r")
    assert still_there(target, path, "r", told_before(known)) is None
    publish(target, [], told_before(known))
    assert (tmp_path / "luar.pdf").read_bytes() == b"luar"


@given(st.lists(st.sampled_from(["a", "..", ".", "b.pdf", "a..b", " "]), min_size=1, max_size=5))
def test_a_path_stays_below_its_folder_exactly_without_steps_back(parts: list[str]) -> None:
    assert stays_below("/".join(parts)) == (".." not in parts)


@pytest.mark.parametrize(
    ("path", "stored", "left"),
    [
        ("dokumen/Biro/lama.pdf", b"lama", []),
        ("dokumen/lama.pdf", b"lama", []),
        ("dokumen/Biro/lama.pdf", b"diubah orang", ["Biro", "Biro/lama.pdf"]),
        ("laporan/lama.xlsx", b"lama", ["lama.xlsx"]),
    ],
)
def test_what_no_run_gives_any_more_goes_with_its_folder_unless_it_is_a_report_or_was_changed(
    tmp_path: Path, path: str, stored: bytes, left: list[str]
) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(stored)
    publish(tmp_path, [], told_before(Output(path, sha256(b"lama").hexdigest(), "r")))
    folder = tmp_path / path.partition("/")[0]
    assert folder.is_dir()
    assert sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*")) == left


@posix
def test_an_output_that_is_the_same_file_in_other_letters_is_not_removed(tmp_path: Path) -> None:
    new, old = "dokumen/a.pdf", "dokumen/A.pdf"
    staged_new = product(new, "r", b"isi")
    publish(tmp_path, [staged_new], NO_PAST)
    os.link(tmp_path / new, tmp_path / old)  # as where letters' case does not count
    publish(tmp_path, [staged_new], told_before(Output(old, sha256(b"isi").hexdigest(), "r")))
    assert (tmp_path / old).exists()


@posix
def test_a_stale_output_behind_a_link_is_not_removed(tmp_path: Path) -> None:
    target, away = tmp_path / "keluar", tmp_path / "lain"
    target.mkdir()
    away.mkdir()
    (away / "a.pdf").write_bytes(b"lama")
    (target / "dokumen").symlink_to(away)
    publish(target, [], told_before(Output("dokumen/a.pdf", sha256(b"lama").hexdigest(), "r")))
    assert (away / "a.pdf").exists()


def test_products_wait_on_disk_and_are_gone_when_the_run_breaks_off(tmp_path: Path) -> None:
    def break_off() -> None:
        with alone_in(tmp_path):
            waiting = staged(tmp_path, "dokumen/a.pdf", "r", b"isi")
            assert isinstance(waiting.data, Path)
            assert (bytes_of(waiting), waiting.sha256) == (b"isi", sha256(b"isi").hexdigest())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert not (tmp_path / ".baru").exists()
    assert not (tmp_path / "dokumen").exists()


@posix
def test_outputs_are_the_operators_alone(small_run: Path) -> None:
    open_to_others = [
        path for path in small_run.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert open_to_others == []
