"""Objects of one PDF go into another under new numbers."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from sopbatch.writing.pdf import PdfStream

# NOTE: strings have their brackets escaped, whoever wrote them, so what looks like a reference in
# a string is passed over with the string. A class of first letters is looked for far quicker than
# what begins in several ways; each way looks back at its own.
_TOKEN = re.compile(
    rb"([\d(/](?:(?<=\d)(?<![\w.+-]\d)\d* \d+ R\b|(?<=\()(?:[^\\()]++|\\.)*+\)"
    rb"|(?<=/)(?:ID \([\w-]*\)|Headers \[ [\w() -]* \])))",
    re.S,
)
ELEMENT = b"/Type /StructElem"


class Source(Protocol):
    """Objects of a file by their numbers."""

    def value(self, number: int) -> bytes:
        """An object; of a stream the entries of its dictionary, the length left out."""

    def stream(self, number: int) -> bytes | None:
        """What is in a stream, as it is packed; None for other objects."""


class PdfCopy:
    """One PDF whose objects are copied as they are referred to.

    `prefix` goes before the names of table heads, which would else be those of other documents.
    """

    def __init__(self, source: Source, target: PdfStream, prefix: str = "") -> None:
        self._source = source
        self._target = target
        self._tokens = _Tokens(self, prefix.encode())
        self._numbers: dict[int, int] = {}
        self._open: set[int] = set()
        self._waiting: list[tuple[int, int]] = []

    def known(self, number: int, there: int) -> None:
        """References to this object lead to what the book has in its place."""
        self._numbers[number] = there

    def text(self, value: bytes) -> bytes:
        """A value as it stands in the book; what it refers to is copied."""
        parts = _TOKEN.split(value)
        parts[1::2] = map(self._tokens.__getitem__, parts[1::2])
        return b"".join(parts)

    def number(self, number: int) -> int:
        """What the book calls an object, which is copied."""
        if number not in self._numbers:
            self._numbers[number] = self._placed(number)
        return self._numbers[number]

    def copy_elements(self, elements: Iterable[tuple[int, bytes]]) -> None:
        """Objects with their values, none of which has a line end."""
        numbers, values = zip(*elements, strict=True)
        for number in numbers:
            there = self._numbers[number] = self._target.number()
            self._tokens[b"%d 0 R" % number] = b"%d 0 R" % there
        texts = self.text(b"\n".join(values)).split(b"\n")
        for number, text in zip(numbers, texts, strict=True):
            self._target.add(self._numbers[number], text)

    def copy_rest(self) -> None:
        """Copy what was referred to and waits."""
        while self._waiting:
            number, there = self._waiting.pop()
            text, data = self._parts(number)
            if data is None:
                self._target.add(there, text)
            else:
                self._target.add_stream(there, text, data)

    def _parts(self, number: int) -> tuple[bytes, bytes | None]:
        return self.text(self._source.value(number)), self._source.stream(number)

    def _placed(self, number: int) -> int:
        """Fonts, pictures and what leads to them are the same in many documents: they stand once.

        Elements lead to one another in circles, so they wait until all have a number.
        """
        if number in self._open or ELEMENT in self._source.value(number):
            there = self._target.number()
            self._waiting.append((number, there))
            return there
        self._open.add(number)
        text, data = self._parts(number)
        self._open.remove(number)
        if number in self._numbers:
            return self._numbers[number]
        there, twice = self._target.twin(text, data or b"")
        if not twice and data is None:
            self._target.add(there, text)
        elif not twice and data is not None:
            self._target.add_stream(there, text, data)
        return there


class _Tokens(dict[bytes, bytes]):
    """What becomes of references, names of heads and strings."""

    def __init__(self, copy: PdfCopy, prefix: bytes) -> None:
        super().__init__()
        self._copy, self._prefix = copy, prefix

    def __missing__(self, token: bytes) -> bytes:
        if token.startswith(b"("):
            return token
        if token.startswith(b"/"):
            new = token.replace(b"(", b"(" + self._prefix)
        else:
            new = b"%d 0 R" % self._copy.number(int(token.split()[0]))
        self[token] = new
        return new


def referred(value: bytes) -> Iterator[int]:
    """Numbers of the objects that a value refers to."""
    for token in _TOKEN.findall(value):
        if token[0] not in b"(/":
            yield int(token.split()[0])
