"""Whatever a worker process does, it costs one task and no noise."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import SopbatchError
from sopbatch.workers import (
    Crashed,
    Died,
    Done,
    Limits,
    Outcome,
    Oversized,
    StandingCrew,
    TimedOut,
    run_all,
)
from tests.deeds import (
    act,
    busy_for,
    leave_behind,
    many_bytes,
    outlasted,
    process_id,
    same,
    square,
)

REPOSITORY = Path(__file__).parents[1]
KERNEL = pytest.mark.skipif(sys.platform != "linux", reason="hanya Linux yang membatasinya")


def outcomes(*tasks: str, **about: Any) -> list[Outcome[object]]:
    found = dict(run_all(act, tasks, **about))
    return [found[index] for index in range(len(tasks))]


def test_every_task_has_one_outcome():
    found = dict(run_all(square, range(7)))
    assert found == {task: Done(task * task) for task in range(7)}


def test_no_tasks_give_no_outcomes():
    assert list(run_all(square, [])) == []


R = TypeVar("R")


def value_of(outcome: Outcome[R]) -> R:
    assert isinstance(outcome, Done)
    return outcome.value


def processes(count: int, **about: Any) -> list[int]:
    """Which process did each of some tasks."""
    found = dict(run_all(process_id, range(count), workers=1, **about))
    return [value_of(found[index]) for index in range(count)]


def test_a_process_does_many_tasks():
    assert len(set(processes(20))) == 1


def test_processes_that_stand_serve_call_after_call():
    with StandingCrew() as standing:
        first = processes(3, standing=standing)
        assert processes(3, standing=standing) == first
        assert processes(3, limits=Limits(tasks=9), standing=standing) != first
        assert processes(3, standing=standing) == first
    assert not any(map(psutil.pid_exists, first))


def test_a_standing_process_that_dies_between_calls_costs_nothing():
    with StandingCrew() as standing:
        (first, *_) = processes(1, standing=standing)
        os.kill(first, signal.SIGKILL)
        (second, *_) = processes(1, standing=standing)
        assert second != first


def test_what_a_task_of_a_standing_process_left_is_removed(tmp_path: Path):
    with StandingCrew() as standing:
        list(run_all(leave_behind, [str(tmp_path / "selesai")], standing=standing))
        folder = standing.scratch
        standing.tidy()
        assert not folder.exists()
        assert dict(run_all(square, [3], standing=standing)) == {0: Done(9)}


def test_a_process_is_replaced_when_it_has_done_its_share():
    found = processes(7, limits=Limits(tasks=3))
    assert [found.index(process) for process in found] == [0, 0, 0, 3, 3, 3, 6]


@pytest.mark.parametrize("deed", ["kill", "raise", "lack", "grow"])
def test_a_process_that_failed_or_grew_heavy_is_replaced(deed):
    limits = Limits(memory_bytes=800 << 20)
    before, _, after = outcomes("who", deed, "who", workers=1, limits=limits)
    assert before != after


@pytest.mark.long
def test_each_task_has_processor_time_of_its_own(monkeypatch):
    # On a busy machine the clock would be first.
    monkeypatch.setattr("sopbatch.workers.outcomes.WALL", 1000)
    limits = Limits(seconds=1)
    found = dict(run_all(busy_for, [0.5] * 3, limits=limits, workers=1))
    assert found == {index: Done(0.5) for index in range(3)}


@pytest.mark.parametrize("deed", ["raise", "lack", "kill"])
def test_what_a_process_did_before_decides_nothing(deed):
    """A task that fails in a process that served before is done anew in a fresh one."""
    tasks = ["a", *(f"late {deed}" for _ in range(3))]
    found = list(map(value_of, outcomes(*tasks, workers=1)))
    assert found == ["a", "sendiri", "sendiri", "sendiri"]
    assert outcomes(deed, "a", workers=1) == outcomes("a", deed, workers=1)[::-1]


def test_large_values_arrive_whole():
    sizes = [5 << 20, 9 << 20, 0]
    found = dict(run_all(many_bytes, sizes))
    assert [len(value_of(found[index])) for index in range(3)] == sizes


@pytest.mark.parametrize("size", [1 << 20, 8 << 20])
def test_an_answer_larger_than_it_may_be_costs_one_task(size):
    limits = Limits(answer_bytes=1 << 20)
    assert list(run_all(many_bytes, [size], limits=limits)) == [(0, Oversized(1 << 20))]


ANSWER = 1 << 20
ENVELOPE = 1000
"""What the way back may add to an answer."""
SIZES = st.integers(0, 3 * ANSWER) | st.integers(ANSWER - ENVELOPE, ANSWER + 2)


@settings(max_examples=5)
@given(
    st.lists(st.integers(0, 3 * ANSWER) | st.integers(ANSWER - ENVELOPE, ANSWER + 2), max_size=6)
)
def test_an_answer_of_any_size_is_delivered_whole_or_told(sizes):
    found = dict(run_all(many_bytes, sizes, limits=Limits(answer_bytes=ANSWER)))
    assert sorted(found) == list(range(len(sizes)))
    for index, size in enumerate(sizes):
        whole, told = Done(b"x" * size), Oversized(ANSWER)
        assert found[index] in (whole, told)
        assert found[index] == whole or size > ANSWER - ENVELOPE
        assert found[index] == told or size <= ANSWER


def test_a_process_that_sends_more_than_it_may_is_not_listened_to(monkeypatch):
    monkeypatch.setattr("sopbatch.workers.worker.ENVELOPE", -(1 << 20))
    limits = Limits(answer_bytes=2 << 20)
    assert list(run_all(many_bytes, [3 << 19], limits=limits)) == [(0, Oversized(2 << 20))]


def test_a_full_folder_for_temporary_files_is_the_operators_to_mend():
    with pytest.raises(SopbatchError, match=r"Folder sementara .*ruang penyimpanan habis"):
        outcomes("full", "b")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.ENOENT, errno.EROFS])
def test_no_folder_for_temporary_files_is_the_operators_to_mend(monkeypatch, number):
    def none(**_):
        raise OSError(number, "no usable temporary directory")

    monkeypatch.setattr("sopbatch.files.TemporaryDirectory", none)
    with pytest.raises(SopbatchError, match="Folder sementara sistem tidak dapat dipakai"):
        outcomes("a")


def test_read_only_mappings_travel_both_ways():
    value = {"peta": MappingProxyType({(1, 2): "x"})}
    assert list(run_all(same, [value])) == [(0, Done(value))]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("abort", Died("sinyal SIGABRT")),
        ("kill", Died("sinyal SIGKILL")),
        ("exit", Died("kode keluar 3")),
        ("fill", Died("memori habis")),
        ("lack", Died("memori habis")),
        ("nothing", Died("memori habis")),
        ("refuse", Died("memori habis")),
        ("calamine", Died("sinyal SIGABRT")),
    ],
)
def test_a_death_costs_one_task_only(task, expected):
    assert outcomes("a", task, "b", "c") == [Done("a"), expected, Done("b"), Done("c")]


@pytest.mark.parametrize(
    ("task", "trace"),
    [
        ("raise", "ada yang salah"),
        ("lambda", "lambda"),
        ("leave", "SystemExit"),
        pytest.param("files", "Too many open files", marks=KERNEL),
        pytest.param("endless", "File too large", marks=KERNEL),
    ],
)
def test_a_bug_comes_back_as_its_traceback(task, trace):
    crashed, other = outcomes(task, "b")
    assert isinstance(crashed, Crashed)
    assert trace in crashed.traceback
    assert other == Done("b")


@pytest.mark.long
def test_a_task_that_waits_for_ever_is_stopped_by_the_clock():
    begin = time.monotonic()
    found = outcomes("hang", "b", "hang", "c", limits=Limits(seconds=0.4), workers=2)
    assert found == [TimedOut(4), Done("b"), TimedOut(4), Done("c")]
    assert time.monotonic() - begin < 60


def test_a_task_that_works_for_ever_is_stopped_by_its_processor_time(monkeypatch):
    # On a busy machine the clock would be first.
    monkeypatch.setattr("sopbatch.workers.outcomes.WALL", 1000)
    assert outcomes("work", "b", limits=Limits(seconds=1)) == [TimedOut(1), Done("b")]


@pytest.mark.long
def test_waiting_costs_no_time():
    assert outcomes("wait", limits=Limits(seconds=1)) == [Done("selesai")]


def test_processor_time_is_watched_where_the_kernel_does_not(monkeypatch):
    monkeypatch.setattr("sopbatch.workers.crew.watches_processes", lambda: True)
    used = count(40, 1.5)
    monkeypatch.setattr("sopbatch.workers.crew.memory_and_time", lambda _: (0, next(used)))
    assert outcomes("hang", limits=Limits(seconds=2)) == [TimedOut(2)]


@pytest.mark.long
def test_time_is_not_lost_while_the_caller_is_busy():
    running = run_all(square, range(3), limits=Limits(seconds=0.4), workers=1)
    found = [next(running)]
    time.sleep(5)
    assert [*found, *running] == [(task, Done(task * task)) for task in range(3)]


def test_closing_stops_the_processes(tmp_path):
    places = [tmp_path / name for name in ("a", "b", "c")]
    running = run_all(outlasted, [*map(str, places)], workers=3)
    assert next(running) == (2, Done(None))
    running.close()
    for place in places[:2]:
        assert not psutil.pid_exists(int(place.read_text()))


@pytest.mark.parametrize("deed", ["noise", "kill", "raise"])
def test_temporary_files_are_removed_however_a_process_ended(tmp_path, deed):
    list(run_all(leave_behind, [str(tmp_path / deed)]))
    left = Path((tmp_path / deed).read_text())
    assert left.is_absolute()
    assert not left.exists()


def test_memory_is_watched_where_the_kernel_does_not(monkeypatch):
    monkeypatch.setattr("sopbatch.workers.crew.watches_processes", lambda: True)
    assert outcomes("hang", limits=Limits(memory_bytes=1 << 20)) == [Died("memori habis")]


SCRIPT = """
import sys
from sopbatch.workers import Limits, run_all
from tests import deeds
print("mulai", flush=True)
for index, outcome in run_all(getattr(deeds, sys.argv[1]), sys.argv[2:], workers=2):
    print(index, type(outcome).__name__, flush=True)
"""


def start_script(tmp_path: Path, function: str, *tasks: str) -> subprocess.Popen[str]:
    # No guard for __main__ in the script: processes must not run it again.
    script = tmp_path / "skrip.py"
    script.write_text(SCRIPT)
    return subprocess.Popen(
        [sys.executable, str(script), function, *tasks],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_plain_script_sees_no_noise(tmp_path):
    script = start_script(tmp_path, "act", "noise", "calamine", "raise", "a")
    output, errors = script.communicate(timeout=60)
    assert sorted(output.splitlines()) == ["0 Done", "1 Died", "2 Crashed", "3 Done", "mulai"]
    assert (errors, script.returncode) == ("", 0)


@pytest.mark.few(1)
@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_survives_its_parent(tmp_path, signal_number):
    places = [tmp_path / "a", tmp_path / "b"]
    script = start_script(tmp_path, "wait_for", *map(str, places))
    until(lambda: all(place.exists() and place.read_text() for place in places))
    children = [psutil.Process(int(place.read_text())) for place in places]
    if signal_number == signal.SIGINT:
        os.killpg(script.pid, signal_number)
    else:
        script.send_signal(signal_number)
    _, errors = script.communicate(timeout=60)
    until(lambda: not any(child.is_running() for child in children))
    assert errors.count("Traceback") == (signal_number == signal.SIGINT)


def until(condition) -> None:
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("still waiting after a minute")


def test_something_else_is_done_while_workers_are_busy():
    def pieces() -> Iterator[int]:
        for number in range(5):
            done.append(number)
            yield number

    done: list[int] = []
    beside = pieces()
    tasks = (0.3, 0.3)
    assert dict(run_all(busy_for, tasks, workers=1, beside=beside)).keys() == {0, 1}
    assert [*done, *beside] == [0, 1, 2, 3, 4]
    assert not list(run_all(square, [], beside=pieces()))
