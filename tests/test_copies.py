"""What a copy of this process makes is what this one would have made."""

import os
import signal
import tempfile
import time
from pathlib import Path

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.workers import in_copy
from sopbatch.workers.copies import SIGNALS


@settings(max_examples=10, deadline=None)
@given(st.recursive(st.none() | st.integers() | st.text() | st.binary(), st.lists))
def test_it_gives_what_is_made(value: object):
    with in_copy(lambda: value) as made:
        assert made() == value


def test_it_knows_all_and_changes_nothing_here():
    known = [1]

    def make() -> tuple[list[int], int]:
        known.append(2)
        return known, os.getpid()

    with in_copy(make) as made:
        found, process = made()
    assert found == [1, 2]
    if process != os.getpid():
        assert known == [1]


def test_beside_other_threads_it_is_made_here():
    with in_copy(os.getpid, alone=False) as made:
        assert made() == os.getpid()


def test_several_are_made_at_the_same_time():
    with in_copy(lambda: "a") as one, in_copy(lambda: "b") as two:
        assert (two(), one()) == ("b", "a")


def test_an_error_is_told_here():
    def make() -> None:
        raise ValueError("nothing can be made of it")

    with in_copy(make) as made, pytest.raises(ValueError, match="nothing"):
        made()


@pytest.mark.parametrize("end", [0, 1])
def test_what_no_copy_can_make_is_made_here(end: int):
    here = os.getpid()

    def make() -> int:
        if os.getpid() != here:
            if end:
                os._exit(end)
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    with in_copy(make) as made:
        assert made() == here


def test_nothing_is_left_of_one_that_nobody_waits_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    here, kept = os.getpid(), tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(kept))

    def make() -> None:
        if os.getpid() != here:
            Path(tempfile.mkdtemp(), "half").write_bytes(b"written")
            (tmp_path / "begun").touch()
            time.sleep(600)

    others = psutil.Process().children()
    with in_copy(make):
        children = [child for child in psutil.Process().children() if child not in others]
        while children and not (tmp_path / "begun").exists():
            time.sleep(0.01)
    assert not any(child.is_running() for child in children)
    assert [*kept.iterdir()] == []


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
def test_signals_are_answered_as_before():
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with in_copy(lambda: signal.pthread_sigmask(signal.SIG_BLOCK, ())) as made:
        assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before
        assert made() - before in (set(SIGNALS) - before, set())
