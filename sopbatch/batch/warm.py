"""Imported once by the process that all workers are forked from.

What is missing on this machine (Pango) must not keep the workers from starting.
"""

from contextlib import suppress
from importlib import import_module

for name in (
    "sopbatch.reading",
    "sopbatch.rules",
    "sopbatch.layout",
    "sopbatch.writing.returned",
    "sopbatch.writing.documents",
    "weasyprint",
):
    with suppress(ImportError, OSError):
        import_module(name)
