"""What an Office Open XML package brings along to run, or takes from elsewhere when opened."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from posixpath import basename

from sopbatch.model import Outside, OutsideKind
from sopbatch.reading.package.archive import PackageParts
from sopbatch.reading.package.facts import SheetFacts
from sopbatch.reading.package.markup import Attributes, local, scan

_PLAIN = ("hyperlink", "xlpathmissing")
"""External targets that nothing follows unasked, or that lead nowhere."""
_KINDS: dict[str, OutsideKind] = {
    "externallinkpath": OutsideKind.WORKBOOK,
    "externallink": OutsideKind.WORKBOOK,
    "xlexternallinkpath": OutsideKind.WORKBOOK,
    "xlstartup": OutsideKind.WORKBOOK,
    "xllibrary": OutsideKind.WORKBOOK,
    "oleobject": OutsideKind.OBJECT,
    "package": OutsideKind.OBJECT,
    "control": OutsideKind.OBJECT,
    "image": OutsideKind.PICTURE,
    "attachedtemplate": OutsideKind.TEMPLATE,
    "pivotcachedefinition": OutsideKind.DATA,
    "querytable": OutsideKind.DATA,
    "connections": OutsideKind.DATA,
}
_EMBEDDED = ("xl/embeddings/", "xl/activex/")
_QUOTED = re.compile('"[^"]*"')
_MARKS = ("|", "WEBSERVICE(", "RTD(", "DDE(", "IMAGE(")
"""What parts a program from its topic, and functions that fetch from elsewhere."""


def macros_of(archive: PackageParts) -> bool:
    """Whether the package has a macro project, whatever its name."""
    found = any(basename(name) == "vbaproject.bin" for name in archive.names)

    def start(_: str, attributes: Attributes) -> None:
        nonlocal found
        found = found or attributes.get("Type", "").casefold().endswith("/vbaproject")

    for name in archive.names:
        if name.endswith(".rels") and not found:
            scan(archive.read(name), start)
    return found


def outside_of(archive: PackageParts, sheets: Iterable[SheetFacts]) -> tuple[Outside, ...]:
    """Everything but plain links that opening the workbook may fetch or start, each once."""
    found = [*_targets(archive), *_parts(archive), *_formulas(sheets)]
    return tuple(dict.fromkeys(found))


def _targets(archive: PackageParts) -> Iterator[Outside]:
    found: list[Outside] = []

    def start(name: str, attributes: Attributes) -> None:
        outside = attributes.get("TargetMode", "").casefold() == "external"
        if outside and local(name) == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2].casefold()
            if kind not in _PLAIN:
                found.append(
                    Outside(_KINDS.get(kind, OutsideKind.OTHER), attributes.get("Target", ""))
                )

    for name in archive.names:
        if name.endswith(".rels"):
            scan(archive.read(name), start)
    yield from found


def _parts(archive: PackageParts) -> Iterator[Outside]:
    """Connections and links to programs: parts that say so by themselves."""
    found: list[Outside] = []

    def start(name: str, attributes: Attributes) -> None:
        name = local(name)
        if name == "ddeLink":
            service, topic = attributes.get("ddeService", ""), attributes.get("ddeTopic", "")
            found.append(Outside(OutsideKind.PROGRAM, f"{service}|{topic}"))
        elif name == "connection":
            found.append(Outside(OutsideKind.DATA, attributes.get("name", "")))

    for name in archive.names:
        if name.startswith(_EMBEDDED):
            found.append(Outside(OutsideKind.OBJECT, basename(name)))
        elif name.endswith(".xml") and ("externallink" in name or "connection" in name):
            scan(archive.read(name), start)
    yield from found


def _formulas(sheets: Iterable[SheetFacts]) -> Iterator[Outside]:
    for sheet in sheets:
        # A form repeats its formulas down its tables.
        for formula in dict.fromkeys(sheet.formulas.values()):
            if calls_outside(formula):
                yield Outside(OutsideKind.PROGRAM, formula)


@lru_cache(maxsize=4_096)
def calls_outside(formula: str) -> bool:
    """Whether a formula speaks to a program (app|topic!item) or fetches from elsewhere."""
    return _has_marks(formula) and _has_marks(_QUOTED.sub("", formula))


def _has_marks(formula: str) -> bool:
    # Words sought one by one: the form's formulas are long, and a pattern costs as much as parsing.
    upper = formula.upper()
    return any(mark in upper for mark in _MARKS)
