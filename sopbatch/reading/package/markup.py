"""XML read as a stream of events, with DOCTYPE and ENTITY refused before anything expands."""

# NOTE: expat itself, not an element tree, for speed on sheets of a million cells; what makes
# expat unsafe, declarations that expand, is refused below.
from collections.abc import Callable
from html import escape
from xml.parsers import expat

from sopbatch.reading.refusals import Refusal, Refused

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]

_DECLARATION_WORDS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


class _RootSeen(Exception):  # noqa: N818 - ends the scan, nothing went wrong
    pass


def local(name: str) -> str:
    """Name without its namespace prefix: writers choose prefixes freely."""
    return name if ":" not in name else name.rpartition(":")[2]


def attribute(attributes: Attributes, name: str) -> str:
    """Value of an attribute whatever its prefix; "" when absent."""
    return next((value for key, value in attributes.items() if local(key) == name), "")


def content(text: str) -> str:
    """A text as it stands between tags, line ends of all kinds kept.

    The standard library's own way for XML loads what opens addresses on the network.
    """
    return escape(text, quote=False).replace("\r", "&#13;")


def in_quotes(text: str) -> str:
    """A value as it stands in a tag, blanks of all kinds kept."""
    plain = content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{plain}"'


def scan(data: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Report the elements and texts of one XML part; names keep their prefix."""
    _report(_parser(), data, start, end, text)


def scan_qualified(data: bytes, start: Start, end: End, text: Text) -> None:
    """As scan, but names are those of their namespace, a space, and the local name."""
    _report(_parser(" "), data, start, end, text)


def _report(
    parser: expat.XMLParserType, data: bytes, start: Start, end: End | None, text: Text | None
) -> None:
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused(Refusal.DAMAGED) from error


def root(data: bytes) -> str:
    """Local name of the root element; "" when the part is not XML."""

    def stop(name: str, _: Attributes) -> None:
        raise _RootSeen(local(name))

    parser = _parser()
    parser.StartElementHandler = stop
    try:
        parser.Parse(data, True)
    except _RootSeen as seen:
        return str(seen)
    except (expat.ExpatError, ValueError, LookupError):
        _refuse_declarations(data)
    return ""


def _parser(separator: str | None = None) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise Refused(Refusal.DOCTYPE)


def _refuse_declarations(data: bytes) -> None:
    """Other parsers may read on where ours stopped, so mangled prologs are searched as bytes."""
    if not data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\0\t\r\n ").startswith(b"<"):
        return
    if any(word in data for word in _DECLARATION_WORDS):
        raise Refused(Refusal.DOCTYPE)
