"""XML of a package's parts: parsed safely, and changed so that what goes again leaves no trace."""

import re

from lxml import etree

Element = etree._Element
Told = tuple[str, tuple[tuple[str, str], ...], str, tuple["Told", ...]]
"""Name, attributes, text and children of an element."""

SHEET_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "AlternateContent",
    "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""Children of a worksheet in the order of ECMA-376-1, 18.3.1.99; programs refuse any other."""
BOOK_ORDER = (
    "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr",
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
    "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
"""Children of a workbook from its views on (18.2.27)."""
STYLES_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
)  # fmt: skip
"""Children of the styles (18.8.39)."""

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Unmarkable(Exception):  # noqa: N818 - a property of a file, told in words, no error of ours
    """The structure of a workbook leaves no place for marks."""


def parse(data: bytes) -> Element:
    """The root of a part; entities, networks and oversized trees are refused.

    Comments and processing instructions are no content; parts that change go on without them.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def serialise(root: Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def no_prefix(namespace: str) -> dict[str, str]:
    """A namespace map for lxml whose default is `namespace` (its types know no None key)."""
    return {None: namespace}  # type: ignore[dict-item]


def local(element: Element) -> str:
    """Name without namespace; "" for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def whole(element: Element, name: str, otherwise: int = 0) -> int:
    """A whole number in an attribute; what is none counts as `otherwise`."""
    text = element.get(name, "").strip()
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else otherwise


def text_of(element: Element) -> str:
    """All text within an element."""
    return "".join(str(piece) for piece in element.itertext())


def escaped(text: str) -> str:
    """Text in which "_x0041_" stays as it is: spreadsheets would show it as the letter A."""
    return _ESCAPE.sub("_x005F_", text)


def put_in_order(
    root: Element, element: Element, order: tuple[str, ...], *, before_others: bool = False
) -> None:
    """Insert a child where the schema's order wants it, behind or before others of its name."""
    rank = order.index(local(element))
    followers = order[rank if before_others else rank + 1 :]
    places = (index for index, child in enumerate(root) if local(child) in followers)
    root.insert(next(places, len(root)), element)


def take_out(element: Element) -> None:
    """Remove an element, but not the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def told(element: Element) -> Told:
    """What an element says, whatever white space stands between its children."""
    return (
        str(element.tag),
        tuple(sorted((str(name), str(text)) for name, text in element.attrib.items())),
        (element.text or "").strip(),
        tuple(map(told, element)),
    )
