"""What the tests of worker processes have them do; light to load, as each process loads it."""

import errno
import os
import signal
import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp


def square(task: int) -> int:
    return task * task


def process_id(_: int) -> int:
    return os.getpid()


def many_bytes(size: int) -> bytes:
    return b"x" * size


def same(value: object) -> object:
    return value


def parse_unguarded() -> object:
    from python_calamine import load_workbook

    from tests.reading.crafting import number, xlsx

    aborts_the_parser = xlsx(number("A1") + number("XFD1048576"))
    return load_workbook(BytesIO(aborts_the_parser)).get_sheet_by_index(0).to_python()


def fail() -> None:
    raise ValueError("ada yang salah")


def work_for_ever() -> None:
    while True:
        pass


def lack_memory() -> None:
    try:
        raise MemoryError
    except MemoryError:
        raise ValueError("tidak terbaca")  # noqa: B904 - as libraries do


def return_nothing() -> None:
    raise SystemError("<built-in function compress> returned NULL without setting an exception")


def refuse_memory() -> None:
    raise OSError(errno.ENOMEM, "Cannot allocate memory")


def fill_scratch() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def open_files() -> None:
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(1000)]
    raise AssertionError(len(held))


def write_endlessly() -> None:
    with NamedTemporaryFile() as file:
        file.truncate(1 << 40)


MISDEEDS = {
    "abort": os.abort,
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "exit": lambda: os._exit(3),
    "hang": lambda: time.sleep(60),
    "wait": lambda: time.sleep(1.5) or "selesai",  # type: ignore[func-returns-value]
    "work": work_for_ever,
    "fill": lambda: bytearray(4 << 30),
    "lack": lack_memory,
    "nothing": return_nothing,
    "refuse": refuse_memory,
    "files": open_files,
    "full": fill_scratch,
    "endless": write_endlessly,
    "raise": fail,
    "lambda": lambda: lambda: 0,
    "leave": lambda: sys.exit(2),
    "grow": lambda: len(b"x" * (250 << 20)),
    "who": os.getpid,
    "noise": lambda: os.write(2, b"bising"),
    "calamine": parse_unguarded,
}


SERVED: list[str] = []
"""What this process was asked before."""


def act(task: str) -> object:
    """Do a deed; after "late" it is a misdeed in all but a process that never served."""
    SERVED.append(task)
    kind, _, deed = task.rpartition(" ")
    if kind == "late" and SERVED[:-1]:
        return MISDEEDS[deed]()
    if kind == "late":
        return "sendiri"
    return MISDEEDS[task]() if task in MISDEEDS else task


def busy_for(seconds: float) -> float:
    """Work for some seconds of processor time."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return seconds


def wait_for(path: str) -> None:
    """Tell the process in a file, and stay."""
    Path(path).write_text(str(os.getpid()))
    time.sleep(60)


def outlasted(path: str) -> None:
    """End when the processes told in the files "a" and "b" are there; those stay."""
    place = Path(path)
    if place.name in "ab":
        wait_for(path)
    while not all(told.exists() and told.read_text() for told in map(place.with_name, "ab")):
        time.sleep(0.02)


def leave_behind(task: str) -> object:
    """Make a temporary folder, tell its name in a file, and misbehave."""
    left = mkdtemp()
    Path(task).write_text(left)
    return MISDEEDS[Path(task).name]()
