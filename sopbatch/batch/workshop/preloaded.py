"""Imported once by the process that all workers are forked from.

What is missing on this machine (Pango) must not keep the workers from starting.
"""

from importlib import import_module

from sopbatch.writing.pango import pango_problem

NAMES = (
    "sopbatch.batch.workshop.read_task",
    "sopbatch.batch.workshop.document_tasks",
    "sopbatch.batch.workshop.return_task",
    "sopbatch.reading",
    "sopbatch.batch.family.catalogue",
    "sopbatch.layout",
    "sopbatch.writing.documents",
    "sopbatch.writing.returned",
)
WITH_PANGO = ("sopbatch.writing.typeset",)

for name in NAMES if pango_problem() else (*NAMES, *WITH_PANGO):
    import_module(name)
