"""The Excel templates officers fill, written from the schema alone."""

from sopbatch.writing.templates.files import template_files
from sopbatch.writing.templates.form import Issue, Mark
from sopbatch.writing.templates.register import write_register_template
from sopbatch.writing.templates.sop import write_sop_template
from sopbatch.writing.templates.values import example_values, form_rows, sop_values

__all__ = [
    "Issue",
    "Mark",
    "example_values",
    "form_rows",
    "sop_values",
    "template_files",
    "write_register_template",
    "write_sop_template",
]
