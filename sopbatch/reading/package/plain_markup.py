"""Cells and shared strings that are written as plainly as programs write them, without a parser.

Most of a form's sheets are cells that say the same as others do: as events of a parser each costs
more than all the rest. So a part is divided at its rows and cells, and what stands in a cell is
looked at once, however often it comes. What is left of the part goes through the parser as ever.
Whatever is not plain in every respect is not decided here: the parser reads the whole part then.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sopbatch.reading import limits
from sopbatch.reading.package.ooxml_values import TextRun

_ATTRIBUTES = rb'(?: (?!xmlns)[A-Za-z0-9:]+="[^<>&"]*")*'
_ROWS, _END_OF_ROWS = b"<sheetData>", b"</sheetData>"
_ROW, _END_OF_ROW, _CELL = b'<row r="', b"</row>", b'<c r="'
_VALUE, _END_OF_VALUE, _OWN = b"<v>", b"</v></c>", b"<is><t"
_ROW_ABOUT = re.compile(rb"(%b) ?(/?)>" % _ATTRIBUTES)
_CELL_BEGIN = re.compile(
    rb'(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]{1,9})")?(?: cm="[0-9]{1,9}")?>'
    rb'(?:<f((?: (?!xmlns)[A-Za-z0-9]+="[^<>&"]*")*)(?: ?/>|>([^<]*)</f>))?'
)
"""A cell from behind its address to its value."""
_BLANK = re.compile(rb'(?: s="[0-9]{1,5}")?(?: t="[a-zA-Z]{1,9}")?(?: cm="[0-9]{1,9}")? ?/>')
_OWN_TEXT = re.compile(rb'( xml:space="preserve")?>([^<]*)</t></is></c>')
_NO_VALUE = (b"<v/></c>", b"<v /></c>", b"</c>")
_STRING = re.compile(rb'<si><t( xml:space="preserve")?>([^<]*)</t></si>')
_STRINGS_HEAD = re.compile(rb"<sst" + _ATTRIBUTES.replace(b"(?!xmlns)", b"") + rb">\Z")
_HEAD = re.compile(
    rb'(?:<\?xml version="1\.0" encoding="(?:UTF|utf)-8"(?: standalone="(?:yes|no)")?\?>\s*)?<[a-z]'
)
_ATTRIBUTE = re.compile(rb' ([A-Za-z0-9]+)="([^<>&"]*)"')
_NOT_IN_XML = bytes((*range(9), 11, 12, *range(14, 32)))
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"))
_NUMBERED = re.compile("&#([0-9]{1,7});")
_LETTER = re.compile("[\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What may be told by its number."""


class NotPlain(Exception):  # noqa: N818 - nothing went wrong: the parser reads the part
    """The part holds something that this module does not read."""


PlainBegin = tuple[str, str, str | None, str]
"""Type and style of a cell as written; its formula, and the number by which others share it."""
PlainCell = tuple[PlainBegin, str | None, Sequence[TextRun] | None]
"""What stands in a cell, wherever it is: how it begins, its stored value, a text of its own."""


PlainRow = tuple[int, Mapping[str, str], Sequence[bytes]]
"""Number and attributes; cells, each from its address on."""


class PlainPart(NamedTuple):
    """A sheet part taken apart."""

    rest: bytes
    """The part without its cells; of its rows, their different attributes."""
    rows: Sequence[PlainRow]


def plain_part(data: bytes) -> PlainPart:
    """A worksheet part whose rows are plain; whether their cells are, `plain_cell` tells.

    Taking them out changes nothing else: they are all that stands between the two tags of
    sheetData, these tags stay, and in what stays a "<" can only begin a tag, since there are
    neither comments nor sections. So what is well-formed without them is so with them. Whether
    sheetData stands where a sheet has it, and what prefixes of attributes mean, the parser tells.

    Raises:
        NotPlain: the parser must read the part.
    """
    begin, end = data.find(_ROWS) + len(_ROWS), data.find(_END_OF_ROWS)
    outer, inner = data[:begin] + data[end:], data[begin:end]
    before, *pieces = inner.split(_ROW)
    if before or outer.count(b"sheetData") != 2:
        raise NotPlain
    _check_prolog(outer)
    _check_letters(inner)
    kinds = _RowKinds()
    rows = [_row(piece, kinds) for piece in pieces]
    left = b"".join(b'<row r="1"%b/>' % about for about, _, _ in kinds.values())
    return PlainPart(b"".join((data[:begin], left, data[end:])), rows)


class _RowKinds(dict[bytes, tuple[bytes, Mapping[str, str], bool]]):
    """Attributes of rows, and whether a row ends in its own tag, by what follows their number."""

    def __missing__(self, about: bytes) -> tuple[bytes, Mapping[str, str], bool]:
        found = _ROW_ABOUT.fullmatch(about)
        if found is None:
            raise NotPlain
        self[about] = kind = found[1], _row_attributes(found[1]), bool(found[2])
        return kind


def _row(piece: bytes, kinds: _RowKinds) -> PlainRow:
    """A row from its number on."""
    parts = piece.split(_CELL)
    last = parts[-1]
    parts[-1] = last.removesuffix(_END_OF_ROW)
    is_closed = len(parts[-1]) < len(last)
    head, *cells = parts
    digits, _, about = head.partition(b'"')
    _, attributes, is_one_tag = kinds[about]
    if is_one_tag == is_closed or (is_one_tag and cells):
        raise NotPlain
    if not digits.isdigit() or len(digits) > 7 or digits.startswith(b"0"):
        raise NotPlain
    return int(digits), attributes, cells


def plain_cell(markup: bytes) -> PlainCell | None:
    """A cell by its markup behind the address, None when it is blank; raises NotPlain."""
    before, mark, behind = markup.rpartition(_VALUE)
    if mark:
        value = behind.removesuffix(_END_OF_VALUE)
        if len(value) == len(behind) or b"<" in value:
            raise NotPlain
        return _begin(before), _text(value), None
    before, mark, behind = markup.rpartition(_OWN)
    if mark:
        found = _OWN_TEXT.fullmatch(behind)
        if found is None:
            raise NotPlain
        return _begin(before), None, ((_text(found[2]), found[1] is not None),)
    if _BLANK.fullmatch(markup):
        return None
    end = next(filter(markup.endswith, _NO_VALUE), None)
    if end is None:
        raise NotPlain
    begin = _begin(markup.removesuffix(end))
    if end is not _NO_VALUE[-1]:
        return begin, "", None
    return None if begin[2] is None else (begin, None, None)


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
    _check_letters(data[len(head) :])
    pairs = zip(strings[::3], strings[1::3], strict=True)
    return head + tail, [(_text(text), space is not None) for space, text in pairs]


def _check_prolog(left: bytes) -> None:
    """Nothing before the root but a declaration, and no comment or section anywhere."""
    if not _HEAD.match(left) or b"<!" in left or left.count(b"<?") > 1:
        raise NotPlain


def _check_letters(data: bytes) -> None:
    """Only letters that a parser reports as they stand, and no end of a section."""
    # Mostly there is a ">" for each tag and no other, which is quicker to see.
    may_end = data.count(b">") != data.count(b"<") and b"]]>" in data
    if may_end or b"\r" in data or len(data.translate(None, _NOT_IN_XML)) < len(data):
        raise NotPlain
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise NotPlain from None
    if "\ufffe" in text or "\uffff" in text:
        raise NotPlain


@lru_cache(maxsize=8_192)
def _begin(markup: bytes) -> PlainBegin:
    """The beginning of a cell behind its address; forms repeat the same formulas."""
    found = _CELL_BEGIN.fullmatch(markup)
    if found is None:
        raise NotPlain
    style, kind, about, formula = found.groups()
    return (
        "n" if kind is None else kind.decode(),
        "0" if style is None else style.decode(),
        None if about is None else _text(formula or b""),
        _shared(about) if about else "",
    )


def _text(raw: bytes) -> str:
    """The text that a parser reports for it."""
    if len(raw) > limits.STRING_LENGTH:
        raise NotPlain
    text = raw.decode()
    if "&" not in text:
        return text
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    if "&#" in text:
        text = _NUMBERED.sub(_numbered, text)
    if text.count("&") > text.count("&amp;"):
        raise NotPlain
    return text.replace("&amp;", "&")


def _numbered(found: re.Match[str]) -> str:
    """The letter that is told by its number."""
    number = int(found[1])
    letter = chr(number) if number < 0x110000 else ""
    # What is still to be read must not come about here.
    if letter == "&" or not _LETTER.match(letter):
        raise NotPlain
    return letter


@lru_cache(maxsize=256)
def _row_attributes(about: bytes) -> Mapping[str, str]:
    """Attributes without a prefix; the parser looks whether they are well-formed."""
    return {
        name.decode(): value.decode("utf-8", "replace") for name, value in _ATTRIBUTE.findall(about)
    }


def _shared(about: bytes) -> str:
    """Number of the shared formula that attributes tell."""
    found = [(name, _text(value)) for name, value in _ATTRIBUTE.findall(about)]
    told = dict(found)
    shared: str = told.get(b"si", "")
    if len(told) < len(found) or not (shared == "" or shared.isalnum()):
        raise NotPlain
    return shared
