"""Commands typed in the test's own process: for what does not depend on the process."""

import re
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from unittest.mock import patch

import pytest

from sopbatch.cli import main
from tests.batch.runs import Ran

ENGLISH = re.compile(
    r"\b(?:the|is|are|was|of|for|and|or|with|this|that|not|no|such|from|usage|options?|show|"
    r"message|exit|default|required|arguments?|commands?|try|help|missing|invalid|value|error|"
    r"errno|warning|failed|unknown|directory|permission|denied|found|exists?|traceback|exception|"
    r"choose|path|text|integer|range|must|cannot|could|please)\b",
    re.IGNORECASE,
)
"""Words of the libraries and of the system that no Indonesian sentence holds."""
QUOTED = re.compile(r"“[^”]*”|--[a-z-]+")
"""What the operator wrote, and names of options and commands."""


def typed(*words: object) -> Ran:
    """What the command line answers."""
    out, err = StringIO(), StringIO()
    answered = signal.getsignal(signal.SIGTERM)
    try:
        with (
            patch.object(sys, "argv", ["sopbatch", *map(str, words)]),
            redirect_stdout(out),
            redirect_stderr(err),
            pytest.raises(SystemExit) as end,
        ):
            main()
    finally:
        signal.signal(signal.SIGTERM, answered)
    assert isinstance(end.value.code, int)
    return Ran(end.value.code, out.getvalue(), err.getvalue())


def english(text: str) -> list[str]:
    """English words of a text, quotations left out."""
    return ENGLISH.findall(QUOTED.sub("…", text))
