"""Commands typed in the test's own process: for what does not depend on the process."""

import gc
import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest

from sopbatch.cli import main
from tests.batch.runs import AS_OF, Ran

ENGLISH = re.compile(
    r"\b(?:the|is|are|was|of|for|and|or|with|this|that|not|no|such|from|usage|options?|show|"
    r"message|exit|default|required|arguments?|commands?|try|help|missing|invalid|value|error|"
    r"errno|warning|failed|unknown|directory|permission|denied|found|exists?|traceback|exception|"
    r"choose|path|text|integer|range|must|cannot|could|please)\b",
    re.IGNORECASE,
)
"""Words of the libraries and of the system that no Indonesian sentence holds."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
QUOTED = re.compile(r"“[^”]*”|--[a-z-]+")
"""What the operator wrote, and names of options and commands."""


def typed(*words: object) -> Ran:
    """What the command line answers."""
    out, err = StringIO(), StringIO()
    with (
        process_kept(),
        patch.object(sys, "argv", ["sopbatch", *map(str, words)]),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as end,
    ):
        main()
    assert isinstance(end.value.code, int)
    return Ran(end.value.code, out.getvalue(), err.getvalue())


def typed_run(source: Path, target: Path, *words: object) -> Ran:
    """As `run`, in the test's own process."""
    return typed("run", source, target, "--per-tanggal", AS_OF, *words)


@contextmanager
def process_kept() -> Iterator[None]:
    """What a command sets for its process is as before afterwards."""
    answered = {number: signal.getsignal(number) for number in SIGNALS}
    collected, umask = gc.get_threshold(), os.umask(0o077)
    os.umask(umask)
    try:
        yield
    finally:
        for number, answer in answered.items():
            signal.signal(number, answer)
        gc.set_threshold(*collected)
        os.umask(umask)


def english(text: str) -> list[str]:
    """English words of a text, quotations left out."""
    return ENGLISH.findall(QUOTED.sub("…", text))
