"""What goes back to the sender: a marked copy, a fresh form, or at least a plain list."""

from sopbatch.writing.returned.copy import mark_copy
from sopbatch.writing.returned.markup import Unmarkable
from sopbatch.writing.returned.reissue import reissue
from sopbatch.writing.returned.typed_in import typed_in
from sopbatch.writing.returned.words import plain_list

__all__ = ["Unmarkable", "mark_copy", "plain_list", "reissue", "typed_in"]
