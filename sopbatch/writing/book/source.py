"""Objects of one PDF go into another under new numbers; the only door to pikepdf."""

import re

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from sopbatch.writing.pdf import PdfStream

# NOTE: qpdf writes strings with their brackets escaped, so what looks like a reference in a string
# is passed over with the string.
_REFERENCE = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]*>|(?<![\w.+-])(\d+) (\d+) R\b", re.S)

Key = tuple[int, int]


class SourcePdf:
    """One PDF whose objects are copied as they are referred to."""

    def __init__(self, pdf: Pdf, target: PdfStream, prefix: str = "") -> None:
        self.pdf = pdf
        self._target = target
        self._prefix = prefix
        self._numbers: dict[Key, int] = {}
        self._waiting: list[tuple[Key, int]] = []

    def known(self, item: Object, number: int) -> None:
        """References to this object lead to what the book has in its place."""
        self._numbers[item.objgen] = number

    def stand_in(self, number: int) -> Object:
        """Something in this PDF that leads to an object of the book."""
        made = self.pdf.make_indirect(Dictionary())
        self.known(made, number)
        return made

    def copy(self, item: Object, number: int) -> None:
        """Copy an object, and all it refers to, under a number of the book."""
        self._numbers[item.objgen] = number
        self._waiting.append((item.objgen, number))
        self.copy_rest()

    def copy_rest(self) -> None:
        """Copy what texts refer to."""
        while self._waiting:
            key, at = self._waiting.pop()
            self._write(self.pdf.get_object(key), at)

    def text(self, item: Object) -> bytes:
        """A value as it stands in the book; what it refers to waits to be copied."""
        return _REFERENCE.sub(self._renumbered, item.unparse(resolved=True))

    def _write(self, item: Object, number: int) -> None:
        if isinstance(item, Stream):
            self._target.add_stream(number, *self._parts(item))
            return
        if isinstance(item, Dictionary) and item.get("/Type") == Name.StructElem:
            _rename(item, self._prefix)
        self._target.add(number, self.text(item))

    def _parts(self, item: Stream) -> tuple[bytes, bytes]:
        about = Dictionary({k: v for k, v in item.stream_dict.items() if k != "/Length"})
        return self.text(about)[2:-2].strip(), item.read_raw_bytes()

    def _renumbered(self, found: re.Match[bytes]) -> bytes:
        if found[1] is None:
            return found[0]
        return b"%d 0 R" % self._number((int(found[1]), int(found[2])))

    def _number(self, key: Key) -> int:
        if key not in self._numbers:
            self._numbers[key] = self._placed(key)
        return self._numbers[key]

    def _placed(self, key: Key) -> int:
        item = self.pdf.get_object(key)
        if isinstance(item, Stream) and not _refers(item):
            # Fonts, colour profiles and emblems are the same in many documents.
            parts = self._parts(item)
            number, known = self._target.twin(*parts)
            if not known:
                self._target.add_stream(number, *parts)
            return number
        number = self._target.number()
        self._waiting.append((key, number))
        return number


def _refers(item: Stream) -> bool:
    told = item.stream_dict.unparse(resolved=True)
    return any(found[1] is not None for found in _REFERENCE.finditer(told))


def _rename(element: Dictionary, prefix: str) -> None:
    """Make the name of a table head, and what refers to such names, differ between documents."""
    if "/ID" in element:
        element.ID = String(prefix + str(element.ID))
    about = element.get("/A")
    for one in about if isinstance(about, Array) else [about]:
        if isinstance(one, Dictionary) and "/Headers" in one:
            one.Headers = Array([String(prefix + str(head)) for head in one.Headers])
