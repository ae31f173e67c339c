"""Cells and shared strings that are written as plainly as programs write them, by one pattern.

Nine tenths of a form's sheets are formulas, three quarters of its cells are blank: as events of a
parser they cost more than all the rest. What is left of the part goes through the parser as ever.
Whatever is not plain in every respect is not decided here: the parser reads the whole part then.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sopbatch.reading import limits
from sopbatch.reading.package.rebuilt import TextRun

_ATTRIBUTES = rb'(?: (?!xmlns)[A-Za-z0-9:]+="[^<>&"]*")*'
_BLANK = rb'(?:<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?: s="[0-9]{1,5}")?(?: t="[a-z]{1,9}")? ?/>)*+'
_GROUPS = 10
_CELL = re.compile(
    _BLANK + rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]{1,9})")?'
    rb'(?: cm="[0-9]{1,9}")?>'
    rb'(?:<f((?: [A-Za-z0-9]+="[^<>&"]*")*)(?: ?/>|>([^<]*)</f>))?'
    rb'(?:<v(?:>([^<]*)</v>| ?/>())|<is><t( xml:space="preserve")?>([^<]*)</t></is>)?</c>'
)
"""A cell with all blank ones before it."""
_MARK = b"\0"
"""Where cells were; no XML has it."""
_ROW = re.compile(
    rb'<row r="([1-9][0-9]{0,6})"(%b)(?: ?/>|>%b?%b</row>)' % (_ATTRIBUTES, _MARK, _BLANK)
)
_ROWS, _END_OF_ROWS = b"<sheetData>", b"</sheetData>"
_STRING = re.compile(rb'<si><t( xml:space="preserve")?>([^<]*)</t></si>')
_STRINGS_HEAD = re.compile(rb"<sst" + _ATTRIBUTES.replace(b"(?!xmlns)", b"") + rb">\Z")
_HEAD = re.compile(
    rb'(?:<\?xml version="1\.0" encoding="(?:UTF|utf)-8"(?: standalone="(?:yes|no)")?\?>\s*)?<[a-z]'
)
_ATTRIBUTE = re.compile(rb' ([A-Za-z0-9]+)="([^<>&"]*)"')
_NO_TEXT = bytes((*range(9), 11, 12, *range(14, 32)))
"""Bytes that no XML has."""
_ENTITY = re.compile("&(?!(?:amp|lt|gt|quot|apos);)")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class NotPlain(Exception):  # noqa: N818 - nothing went wrong: the parser reads the part
    """The part holds something that this module does not read."""


PlainCell = tuple[str, str, str, str, str | None, str, str | None, Sequence[TextRun] | None]
"""Column, row, type and style as written; formula and the number by which others share it; stored
value; text of its own."""


class _Words(dict[bytes, str]):
    """Short ASCII words, each made once."""

    def __missing__(self, word: bytes) -> str:
        self[word] = made = word.decode()
        return made


class PlainPart(NamedTuple):
    """A sheet part taken apart."""

    rest: bytes
    """The part without its cells; of its rows, their different attributes."""
    rows: list[tuple[int, Mapping[str, str]]]
    """Number and attributes of each row."""
    pieces: list[bytes]
    """What stands around the cells, and what the pattern took of them."""

    def cells(self) -> Iterator[PlainCell]:
        """Cells that are not blank, in the order of the file; raises NotPlain on the way."""
        columns = (self.pieces[at :: _GROUPS + 1] for at in range(1, _GROUPS + 1))
        word = _Words()
        for letters, digits, style, kind, about, formula, value, blank, space, own in zip(
            *columns, strict=True
        ):
            stored = blank if value is None else value
            if stored is None and about is None and own is None:
                continue
            yield (
                word[letters],
                word[digits],
                "n" if kind is None else word[kind],
                "0" if style is None else word[style],
                None if about is None else _formula(formula or b""),
                _shared(about) if about else "",
                None if stored is None else stored.decode() if stored.isalnum() else _text(stored),
                None if own is None else [TextRun(_text(own), space is not None)],
            )


def plain_part(data: bytes) -> PlainPart:
    """A worksheet part, when all its rows and cells are plain.

    Taking them out changes nothing else: they are all that stands between the two tags of
    sheetData, these tags stay, and in what stays a "<" can only begin a tag, since there are
    neither comments nor sections. So what is well-formed without them is so with them. Whether
    sheetData stands where a sheet has it, and what prefixes of attributes mean, the parser tells.

    Raises:
        NotPlain: the parser must read the part.
    """
    pieces = _CELL.split(data)
    rest = list(filter(None, pieces[:: _GROUPS + 1]))
    left = _MARK.join(rest)
    if left.count(_MARK) >= len(rest):
        raise NotPlain
    head, begin, inner = left.partition(_ROWS)
    inner, end, tail = inner.partition(_END_OF_ROWS)
    rows = _ROW.split(inner)
    outer = head + tail
    if not end or any(rows[::3]) or b"sheetData" in outer or _MARK in outer:
        raise NotPlain
    _check_prolog(outer)
    kinds = b"".join(b"<row%b/>" % about for about in dict.fromkeys(rows[2::3]))
    numbers = zip(map(int, rows[1::3]), map(_row_attributes, rows[2::3]), strict=True)
    return PlainPart(b"".join((head, begin, kinds, end, tail)), list(numbers), pieces)


def plain_strings(data: bytes) -> tuple[bytes, list[TextRun]]:
    """The part of shared strings without them, and each of them, when all are plain.

    Raises:
        NotPlain: the parser must read the part.
    """
    head, *strings = _STRING.split(data)
    tail = strings.pop() if strings else b""
    if any(strings[2::3]) or not _STRINGS_HEAD.search(head) or tail.strip() != b"</sst>":
        raise NotPlain
    _check_prolog(head + tail)
    runs = (
        TextRun(_text(text), space is not None)
        for space, text in zip(strings[::3], strings[1::3], strict=True)
    )
    return head + tail, list(runs)


def _check_prolog(left: bytes) -> None:
    """Nothing before the root but a declaration, and no comment or section anywhere."""
    if not _HEAD.match(left) or b"<!" in left or left.count(b"<?") > 1:
        raise NotPlain


@lru_cache(maxsize=4_096)
def _formula(raw: bytes) -> str:
    """As _text; forms repeat the same formulas."""
    return _text(raw)


def _text(raw: bytes) -> str:
    """The text that a parser reports for it."""
    if raw.isalnum():
        return raw.decode()
    if len(raw) > limits.STRING_LENGTH or b"\r" in raw or b"]]>" in raw:
        raise NotPlain
    if len(raw.translate(None, _NO_TEXT)) != len(raw):
        raise NotPlain
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise NotPlain from None
    if "\ufffe" in text or "\uffff" in text:
        raise NotPlain
    if "&" in text:
        if _ENTITY.search(text):
            raise NotPlain
        for entity, sign in _ENTITIES:
            text = text.replace(entity, sign)
    return text


@lru_cache(maxsize=256)
def _row_attributes(about: bytes) -> Mapping[str, str]:
    """Attributes without a prefix; the parser looks whether they are well-formed."""
    return {
        name.decode(): value.decode("utf-8", "replace") for name, value in _ATTRIBUTE.findall(about)
    }


@lru_cache(maxsize=256)
def _shared(about: bytes) -> str:
    """Number of the shared formula that attributes tell."""
    found = [(name, _text(value)) for name, value in _ATTRIBUTE.findall(about)]
    told = dict(found)
    shared: str = told.get(b"si", "")
    if len(told) < len(found) or not (shared == "" or shared.isalnum()):
        raise NotPlain
    return shared
