"""A part walked by the places its schema names: what stands anywhere else is not there.

Names are told with their namespace, so that neither a prefix, a foreign element of the same name
nor one within an extension is taken for content. Spreadsheet programs read parts in this way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sopbatch.reading import limits
from sopbatch.reading.package.markup import Attributes, scan_qualified
from sopbatch.reading.refusals import Refusal, Refused

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""Transitional and strict."""
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ALTERNATIVES = f"{_COMPATIBILITY} AlternateContent"
_OTHERS = f"{_COMPATIBILITY} ProcessContent"

Begin = Callable[[Attributes], None]
Finish = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ElementMeaning:
    """What a place means: called when it begins, and with its text when it ends."""

    children: "Mapping[str, ElementMeaning]" = field(default_factory=dict)
    begin: Begin | None = None
    finish: Finish | None = None


def walk(  # noqa: C901 - four short closures over one state, called some 5,000 times a form
    data: bytes, root: str, node: ElementMeaning, spaces: tuple[str, ...] = MAIN
) -> None:
    """Report the places of one part; another root, or content offered twice, is refused."""
    tops = {f"{space} {root}": (space, node) for space in spaces}
    expected: Mapping[str, ElementMeaning] = {}
    known: frozenset[str] = frozenset()
    opened: list[tuple[Mapping[str, ElementMeaning], Finish | None]] = []
    skipped = length = 0
    pieces: list[str] | None = None
    in_alternatives = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal expected, known, pieces, length
        if skipped:
            skip(name)
            return
        node = expected.get(name)
        if node is None:
            if opened:
                skip(name)
                return
            node = _top(tops, name, attributes)
            known = _names(node)
        opened.append((expected, node.finish))
        expected = node.children
        if node.begin is not None:
            node.begin(attributes)
        if node.finish is not None and not expected:
            pieces, length = [], 0

    def skip(name: str) -> None:
        nonlocal skipped, in_alternatives
        # Which of the alternatives a program shows depends on what it understands.
        if skipped and in_alternatives and name in known:
            raise Refused(Refusal.DAMAGED)
        if not skipped:
            in_alternatives = name == _ALTERNATIVES
        skipped += 1

    def end(_: str) -> None:
        nonlocal expected, skipped, pieces
        if skipped:
            skipped -= 1
            return
        expected, finish = opened.pop()
        if finish is not None:
            text = "".join(pieces or ())
            pieces = None
            finish(text)

    def text(text: str) -> None:
        nonlocal length
        if pieces is not None and not skipped:
            pieces.append(text)
            length += len(text)
            if length > limits.STRING_LENGTH:
                raise Refused(Refusal.TOO_MUCH_TEXT)

    scan_qualified(data, start, end, text)


def _top(
    tops: Mapping[str, tuple[str, ElementMeaning]], name: str, attributes: Attributes
) -> ElementMeaning:
    """The tree of the root that was met, in its namespace."""
    if name not in tops or _OTHERS in attributes:
        raise Refused(Refusal.DAMAGED)
    space, node = tops[name]
    return _qualified(node, space)


def _qualified(node: ElementMeaning, space: str) -> ElementMeaning:
    """The tree with the namespace before every name."""
    children = {
        f"{space} {name}": _qualified(child, space) for name, child in node.children.items()
    }
    return ElementMeaning(children, node.begin, node.finish)


def _names(node: ElementMeaning) -> frozenset[str]:
    return frozenset(node.children).union(*map(_names, node.children.values()))
