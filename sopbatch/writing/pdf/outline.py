"""Bookmarks, written as one tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from sopbatch.writing.pdf.stream import PdfStream


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark and those below it, in the syntax of the file."""

    title: bytes
    target: bytes
    below: "tuple[Bookmark, ...]" = ()


def write_outline(out: PdfStream, marks: Sequence[Bookmark]) -> int:
    """The number of the tree of these bookmarks."""
    root = out.number()
    first, last, count = _write(out, root, marks)
    ends = b"/First %d 0 R /Last %d 0 R " % (first, last) if marks else b""
    out.add(root, b"<< /Type /Outlines %b/Count %d >>" % (ends, count))
    return root


def _write(out: PdfStream, parent: int, marks: Sequence[Bookmark]) -> tuple[int, int, int]:
    """Numbers of the first and last of these, and how many they and those below are."""
    numbers = [out.number() for _ in marks]
    total = len(numbers)
    for at, mark in enumerate(marks):
        told = [b"/Title %b /Dest %b /Parent %d 0 R" % (mark.title, mark.target, parent)]
        if at:
            told.append(b"/Prev %d 0 R" % numbers[at - 1])
        if at + 1 < len(numbers):
            told.append(b"/Next %d 0 R" % numbers[at + 1])
        if mark.below:
            ends = _write(out, numbers[at], mark.below)
            told.append(b"/First %d 0 R /Last %d 0 R /Count %d" % ends)
            total += ends[2]
        out.add(numbers[at], b"<< %b >>" % b" ".join(told))
    return (numbers[0], numbers[-1], total) if numbers else (0, 0, 0)
