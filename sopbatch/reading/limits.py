"""How much a file may hold before it is refused; sizes in bytes, the rest are counts.

The numbers lie well above the largest honest workbooks seen (a 3.5 MB file, 60 MB unpacked,
1.6 million cells, 1,033 parts) and below what the parser needs to fill the memory of a worker.
"""

MEGABYTE = 1 << 20

FILE_SIZE = 25 * MEGABYTE
"""Mail systems stop near it."""
FLAT_SIZE = 64 * MEGABYTE
"""Of an OpenDocument workbook in one file of markup, which nothing packs: a form takes 26 MB."""

ZIP_ENTRIES = 2_000
PART_SIZE = 128 * MEGABYTE
UNPACKED_SIZE = 256 * MEGABYTE
KEPT_PARTS = 16 * MEGABYTE
"""Unpacked parts of one file that are kept while it is read; others are unpacked each time."""
RATIO = 200
"""Unpacked to packed, of the whole file: single honest parts reach 299."""
RATIO_FROM = 4 * MEGABYTE
"""Small files may be as compressible as they like."""

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
POSITIONS = 7_000_000
"""Rectangle around a sheet's cells with a value: the parser allocates it densely.

All rows of an old workbook (65,536) fit at the width of our widest form, 95 columns.
"""
CELLS = 2_000_000
"""Cells with a value in a workbook, repeats included."""
MERGES = 20_000
MERGED_CELLS = 1_000_000
SHARED_STRINGS = 2_000_000
STRING_LENGTH = MEGABYTE
TEXT_LENGTH = 64 * MEGABYTE
"""Characters of all cells together: one shared string may stand in many cells."""
SPACES = 1_000_000
"""Run-length encoded spaces (text:c) of an OpenDocument sheet file."""
SHEETS = 256
STYLES = 65_490
NAMES = 20_000

SHEET_NAME = 255
"""Characters; Excel takes 31, LibreOffice whatever its list of sheets can show."""

READ_TEXT = 5_000
"""Characters of an input that are read: over three times what the largest box of the form takes."""
TYPED_TEXT = 2_000_000
"""Characters of all inputs together, as far as they are read."""
ITEMS = 200
"""Items of one list of the identity."""
STEPS = 500
"""Rows of all procedure tables together: each can have a dozen findings, each in several lists."""
LANES = 150
"""Executors of all procedure tables together."""
FORM_ROWS = 2_000
"""Rows of a table of a form other than the SOP: the largest agencies have some hundred SOPs."""
