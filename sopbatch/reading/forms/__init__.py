"""Forms of the family besides the SOP: any declared kind is read by the same line."""

from sopbatch.reading.forms.filled import FilledForm
from sopbatch.reading.forms.reading import kind_by_labels, read_form

__all__ = ["FilledForm", "kind_by_labels", "read_form"]
