"""All SOPs of a unit in one PDF ("Kumpulan SOP"): cover, contents, documents, page numbers."""

from sopbatch.writing.book.values import BookEntry, Compilation
from sopbatch.writing.book.writing import write_book

__all__ = ["BookEntry", "Compilation", "write_book"]
