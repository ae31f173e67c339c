"""Imported once by the process that all workers are forked from.

What is missing on this machine (Pango) must not keep the workers from starting.
"""

from contextlib import redirect_stdout, suppress
from importlib import import_module
from io import StringIO

for name in (
    "sopbatch.reading",
    "sopbatch.rules",
    "sopbatch.layout",
    "sopbatch.writing.returned",
    "sopbatch.writing.documents",
    "weasyprint",
):
    # Its library's advice does not belong into the output of a command.
    with suppress(ImportError, OSError), redirect_stdout(StringIO()):
        import_module(name)
