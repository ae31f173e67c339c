"""Marked cells are coloured by conditional formats of ours; the sender's styles stay as they are.

Such a format is found again by its formula, whatever program saved the workbook since.
"""

from collections.abc import Iterable

from lxml import etree

from sopbatch.model import CellRef, Severity
from sopbatch.writing.returned.book import Book
from sopbatch.writing.returned.package import Element, Package

SIGN = "sopbatch"
FILLS = {Severity.ERROR: "FFF8CBAD", Severity.WARNING: "FFFFE699", Severity.INFO: "FFDDEBF7"}
BEFORE_CONDITIONAL = frozenset(
    {
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
        "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
        "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    }
)  # fmt: skip
"""Elements of a worksheet up to its conditional formats, in the order of ECMA-376 (18.3.1.99)."""


def add_fills(package: Package, book: Book) -> dict[Severity, int]:
    """Append our differential formats to the styles; returns their ids."""
    part = package.related(book.part, "styles")
    root = package.root(part)
    formats = root.find(book.tag("dxfs"))
    if formats is None:
        formats = etree.Element(book.tag("dxfs"))
        anchor = root.find(book.tag("cellStyles"))
        if anchor is None:
            anchor = root.find(book.tag("cellXfs"))
        if anchor is not None:
            anchor.addnext(formats)
    ids = {}
    for severity, colour in FILLS.items():
        ids[severity] = len(formats)
        entry = etree.SubElement(formats, book.tag("dxf"))
        pattern = etree.SubElement(
            etree.SubElement(entry, book.tag("fill")), book.tag("patternFill"), patternType="solid"
        )
        etree.SubElement(pattern, book.tag("fgColor"), rgb=colour)
        etree.SubElement(pattern, book.tag("bgColor"), rgb=colour)
    formats.set("count", str(len(formats)))
    package.put(part, root)
    return ids


def colour_cells(
    sheet: Element,
    book: Book,
    cells: Iterable[tuple[CellRef, Severity]],
    fills: dict[Severity, int],
) -> None:
    """Colour cells of one sheet; our formats come before all others."""
    by_severity: dict[Severity, list[str]] = {}
    for cell, severity in cells:
        by_severity.setdefault(severity, []).append(cell.a1)
    if not by_severity:
        return
    for rule in sheet.iter(book.tag("cfRule")):
        rule.set("priority", str(int(rule.get("priority", "1")) + len(by_severity)))
    anchor = _anchor(sheet)
    for priority, (severity, addresses) in enumerate(sorted(by_severity.items(), reverse=True)):
        entry = etree.Element(book.tag("conditionalFormatting"), sqref=" ".join(addresses))
        rule = etree.SubElement(
            entry,
            book.tag("cfRule"),
            type="expression",
            dxfId=str(fills[severity]),
            priority=str(priority + 1),
            stopIfTrue="1",
        )
        etree.SubElement(rule, book.tag("formula")).text = f'LEN("{SIGN}")>0'
        anchor.addnext(entry)
        anchor = entry


def remove_colours(sheet: Element, book: Book) -> None:
    """Take out the conditional formats of an earlier round."""
    for entry in list(sheet.iter(book.tag("conditionalFormatting"))):
        for rule in list(entry.iter(book.tag("cfRule"))):
            formulas = "".join(item.text or "" for item in rule.iter(book.tag("formula")))
            if f'"{SIGN}"' in formulas:
                entry.remove(rule)
        parent = entry.getparent()
        if not len(entry) and parent is not None:
            parent.remove(entry)


def _anchor(sheet: Element) -> Element:
    """The last element that must stand before a conditional format."""
    before = [
        item
        for item in sheet
        if isinstance(item.tag, str)
        and etree.QName(item).localname in BEFORE_CONDITIONAL
        and etree.QName(item).localname != "conditionalFormatting"
    ]
    return before[-1]
