"""The way in and out of the program: every end, also an early one, is an exit code and a sentence.

Imports nothing but the standard library's lightest parts, so that Ctrl-C is answered from the
first moment; all commands are imported inside.
"""

import _thread
import errno
import gc
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from types import FrameType

OPERATOR_MISTAKE = 2
BUG = 3
SIGNALLED = 128
"""A program stopped by a signal exits with this plus the signal's number."""
BROKEN_PIPE = SIGNALLED + 13
LOOKED = (
    "Dicari dari folder “{folder}”. Jika folder kerja Anda lain, pindah dahulu ke sana dengan cd."
)
STOPPED = "Dihentikan; tidak ada berkas yang setengah jadi dan perintah ini dapat dijalankan lagi."


HELP = frozenset(("--help", "-h"))
SELDOM = (50_000, 20, 50)
"""New objects after which the young ones are looked through, and how often the older ones."""
SOON = 0.01
"""Seconds after which a callback is over."""
PRIVATE = 0o077
"""Bits of permission that nothing gets."""
_ENDINGS = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    if hasattr(signal, name)
)


class _Stopped(BaseException):
    """The operator or the system asks the program to end."""

    # Not KeyboardInterrupt: Typer answers that one by itself, without a word.

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main() -> None:
    """Run the command line; the only place that turns errors into exit codes."""
    try:
        # Nearly all that is loaded and read stays: looking through it again and again for what
        # can be thrown away took a sixth of the time.
        gc.set_threshold(*SELDOM)
        # What is written here is the operator's own, to be shown to whom they choose.
        os.umask(PRIVATE)
        sys.unraisablehook = _not_lost
        for number in _ENDINGS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup asks
                signal.signal(number, _stop)
        code = _run()
        _deaf()
    except _Stopped as stopped:
        code = _farewell(stopped.number)
    except KeyboardInterrupt:
        code = _farewell(signal.SIGINT)
    raise SystemExit(code)


def _stop(number: int, frame: FrameType | None) -> None:
    raise _Stopped(number)


def _not_lost(met: "sys.UnraisableHookArgs") -> None:
    """Ask once more for an end that was asked for within a callback of the interpreter.

    What is raised there, as while modules load, is printed and goes on nowhere.
    """
    if not isinstance(met.exc_value, _Stopped):
        sys.__unraisablehook__(met)
        return
    with suppress(RuntimeError):  # the program ends by itself
        _thread.start_new_thread(_ask_soon, (_thread.get_ident(), met.exc_value.number))


def _ask_soon(thread: int, number: int) -> None:
    time.sleep(SOON)
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(thread, number)  # a thread that waits is woken by its own signal only
    else:
        _thread.interrupt_main(signal.Signals(number))


def _deaf() -> None:
    """All is done: who asks for an end now gets it, without a word from the interpreter."""
    for number in _ENDINGS:
        signal.signal(number, signal.SIG_IGN)


def _farewell(number: int) -> int:
    _deaf()
    with suppress(OSError):  # the terminal may be gone
        _say(STOPPED)
    return SIGNALLED + number


def _run() -> int:
    try:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="replace")
        code = _again()
        if code is None:
            from sopbatch.cli.app import execute

            code = execute()
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
        return BROKEN_PIPE
    except Exception as error:
        return _failed(error)
    return code


def _again() -> int | None:
    """The exit code of a run that was only shown, since nothing changed since the last one."""
    words = tuple(sys.argv[1:])
    if words[:1] != ("run",) or HELP.intersection(words):
        return None
    from sopbatch.batch.output.last_answer import answered_words
    from sopbatch.cli.clock import today

    answer = answered_words(words, today())
    if answer is None:
        return None
    from sopbatch.cli.answer_screen import show_answer

    show_answer(answer)
    return answer.exit_code


def _failed(error: Exception) -> int:
    """Whose fault it is: the operator's, the screen's, or ours."""
    from sopbatch.model import SopbatchError

    if isinstance(error, SopbatchError):
        _say(f"{error.lead}: {error}")
        for line in (*error.lines, *_where(error)):
            _say(f"  {line}")
        return OPERATOR_MISTAKE
    if isinstance(error, OSError) and error.filename is None and error.errno == errno.ENOSPC:
        _silence()
        _say("Kesalahan: hasil tidak dapat ditampilkan karena ruang penyimpanan habis.")
        return OPERATOR_MISTAKE
    return _bug()


def _where(error: Exception) -> Iterator[str]:
    """Where something was looked for in vain, when a folder of work tells it."""
    from sopbatch.model import NotFoundError

    if isinstance(error, NotFoundError) and not error.path.is_absolute():
        yield LOOKED.format(folder=error.path.cwd())


def _bug() -> int:
    import traceback

    traceback.print_exc()
    _say("Kesalahan program; kirimkan keterangan di atas kepada pengembang sopbatch.")
    return BUG


def _silence() -> None:
    """Whoever read our output is gone: what is still buffered goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str) -> None:
    shown = "".join(letter if letter.isprintable() else "?" for letter in sentence)
    print(shown, file=sys.stderr)  # noqa: T201 - the one sentence
