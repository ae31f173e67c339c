"""The batch shipped in input/: which files, how they are made, and what must come of each.

`python -m tests.sample_batch` writes them anew, some of them with a real LibreOffice.
"""
