"""All SOPs of a unit in one PDF ("Kumpulan SOP"): cover, contents, documents, page numbers."""

from sopbatch.writing.book.values import Book, BookEntry
from sopbatch.writing.book.writing import write_book

__all__ = ["Book", "BookEntry", "write_book"]
