"""The content of an OpenDocument workbook: scanned, and written anew for the parser.

The parser knows elements by their usual prefixes wherever they stand; programs know them by their
namespaces and places. So what was scanned is written with the usual prefixes and nothing besides.
"""

import re
from collections.abc import Mapping

from sopbatch.model import Outside, OutsideKind
from sopbatch.reading.package.markup import Attributes, content, in_quotes, scan_qualified
from sopbatch.reading.package.ods_formats import FormatsScan
from sopbatch.reading.package.ods_names import DefinedNames
from sopbatch.reading.package.ods_sheets import SheetsScan
from sopbatch.reading.package.outside import calls_outside
from sopbatch.reading.refusals import Refusal, Refused

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Mapping[str, str] = {
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}datastyle:1.0": "number",
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}dr3d:1.0": "dr3d",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}script:1.0": "script",
    "http://www.w3.org/1999/xlink": "xlink",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}
_DECLARED = " ".join(f"xmlns:{prefix}={in_quotes(space)}" for space, prefix in _SPACES.items())
_ROOTS = ("office:document-content", "office:document")
_PLACES = (
    ("office:body", "office:automatic-styles"),
    ("office:spreadsheet",),
    ("table:table", "table:named-expressions"),
)
"""What is read below the root, below its body, and below the spreadsheet."""
_OTHERS: Mapping[str, Refusal] = {
    "office:text": Refusal.WORD,
    "office:presentation": Refusal.PRESENTATION,
}
_FROM: Mapping[str, OutsideKind] = {
    "table:table-source": OutsideKind.WORKBOOK,
    "table:cell-range-source": OutsideKind.WORKBOOK,
    "draw:image": OutsideKind.PICTURE,
    "draw:fill-image": OutsideKind.PICTURE,
    "style:background-image": OutsideKind.PICTURE,
    "draw:object": OutsideKind.OBJECT,
    "draw:object-ole": OutsideKind.OBJECT,
}
_CELLS = ("table:table-cell", "table:covered-table-cell")
_REPEATED = "table:number-columns-repeated"
_PLAIN_LINKS = ("text:a", "draw:a")
_ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]{1,30}:|//|/|\.\./)")


class OdsContent:
    """Events of content.xml, or of a whole flat document."""

    def __init__(self) -> None:
        self.formats = FormatsScan()
        self.sheets = SheetsScan(self.formats)
        self.names = DefinedNames()
        self.has_macros = False
        self.date_1904 = False
        self.outside: list[Outside] = []
        self.is_document = False
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._skipped = 0
        self._cell: tuple[int, str] = (0, "")
        """Where the cell that is open begins among the pieces, and how it begins when blank."""
        self._paragraphs = 0
        self._aliases: dict[str, str] = {}

    def read(self, data: bytes) -> bytes:
        """Scan the part; gives it as the parser shall see it."""
        scan_qualified(data, self._start, self._end, self._text)
        if not self.is_document:
            raise Refused(Refusal.DAMAGED)
        return "".join(self._pieces).encode("utf-8", "replace")

    def note_styles(self, data: bytes) -> None:
        """Look only for number formats, and for what another part takes from elsewhere."""
        scan_qualified(data, self._start_style, self._end_style, self.formats.text)

    def _start_style(self, qualified: str, attributes: Attributes) -> None:
        name, named = self._known(qualified), self._named(attributes)
        self._note_outside(name, named)
        self.formats.start(name, named)

    def _end_style(self, qualified: str) -> None:
        self.formats.end(self._known(qualified))

    def _start(self, qualified: str, attributes: Attributes) -> None:
        name = self._known(qualified)
        named = self._named(attributes)
        self._note_outside(name, named)
        if not self._in_body():
            self.formats.start(name, named)
        elif name == "table:null-date":
            self.date_1904 = named.get("table:date-value", "").startswith("1904")
        if self._skipped or not self._belongs(name):
            self._skipped += 1
            return
        self._open.append(name)
        if name == "table:named-range" or name == "table:named-expression":
            self.names.note(name, named, is_local="table:table" in self._open)
        self._paragraphs += name == "text:p"
        if len(self._open) == 1:
            self._pieces.append(f"<office:document-content {_DECLARED}>")
            return
        if self._in_tables():
            self.sheets.start(name, named)
            if self.sheets.skips:
                return
        if name in _CELLS:
            repeated = in_quotes(named.get(_REPEATED, "1"))
            self._cell = len(self._pieces), f"<{name} {_REPEATED}={repeated}>"
        written = "".join(f" {key}={in_quotes(value)}" for key, value in named.items())
        self._pieces.append(f"<{name}{written}>")

    def _end(self, qualified: str) -> None:
        if not self._in_body():
            self._end_style(qualified)
        if self._skipped:
            self._skipped -= 1
            return
        skips = self.sheets.skips
        if self._in_tables():
            self.sheets.end(self._open[-1])
        name = self._open.pop()
        self._paragraphs -= name == "text:p"
        if not skips and name in _CELLS and self.sheets.is_blank:
            # The parser makes room for blanks that say anything.
            at, blank = self._cell
            self._pieces[at:] = [blank]
        if not skips:
            self._pieces.append(f"</{name if self._open else 'office:document-content'}>")

    def _text(self, text: str) -> None:
        # White space between elements is layout; the parser takes it for content.
        if not self._in_body():
            self.formats.text(text)
        in_styles = len(self._open) > 1 and self._open[1] == "office:automatic-styles"
        if self._skipped or not (self._paragraphs or in_styles):
            return
        if self._in_tables():
            self.sheets.text(text)
        if not self.sheets.skips:
            self._pieces.append(content(text))

    def _in_body(self) -> bool:
        return self._open[1:2] == ["office:body"]

    def _in_tables(self) -> bool:
        return len(self._open) > 3

    def _belongs(self, name: str) -> bool:
        depth = len(self._open)
        if depth == 0:
            self.is_document = name in _ROOTS
            return self.is_document
        if depth == 2 and name in _OTHERS:
            raise Refused(_OTHERS[name])
        if depth <= len(_PLACES):
            in_styles = depth > 1 and self._open[1] == "office:automatic-styles"
            return bool(name) and (in_styles or name in _PLACES[depth - 1])
        return bool(name) and name != "table:table"

    def _note_outside(self, name: str, attributes: Attributes) -> None:
        target = attributes.get("xlink:href", "")
        if target.startswith("vnd.sun.star.script:") or name == "script:event-listener":
            self.has_macros = True
        elif name == "office:dde-source":
            parts = (attributes.get(f"office:dde-{part}", "") for part in ("application", "topic"))
            self.outside.append(Outside(OutsideKind.PROGRAM, "|".join(parts)))
        elif name.startswith("table:database-source-"):
            self.outside.append(
                Outside(OutsideKind.DATA, attributes.get("table:database-name", ""))
            )
        elif name in ("table:table-source", "table:cell-range-source"):
            self.outside.append(Outside(OutsideKind.WORKBOOK, target))
        elif name not in _PLAIN_LINKS and _ELSEWHERE.match(target):
            self.outside.append(Outside(_FROM.get(name, OutsideKind.OTHER), target))
        elif "table:formula" in attributes and calls_outside_odf(attributes["table:formula"]):
            self.outside.append(Outside(OutsideKind.PROGRAM, attributes["table:formula"]))

    def _named(self, attributes: Attributes) -> Attributes:
        known = ((self._known(name), value) for name, value in attributes.items())
        return {name: value for name, value in known if name}

    def _known(self, qualified: str) -> str:
        """A name with its usual prefix; "" for one of a namespace we do not know."""
        name = self._aliases.get(qualified)
        if name is None:
            space, _, local = qualified.rpartition(" ")
            prefix = _SPACES.get(space)
            name = self._aliases[qualified] = f"{prefix}:{local}" if prefix else ""
        return name


def calls_outside_odf(formula: str) -> bool:
    """As calls_outside; "|" parts the rows of an array here."""
    return calls_outside(formula.replace("|", ";"))
