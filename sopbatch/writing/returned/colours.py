"""Marked cells are coloured by conditional formats of ours; the sender's styles stay as they are.

Such a format is found again by its formula, whatever program saved the workbook since.
"""

from bisect import bisect_left
from collections.abc import Mapping

from lxml import etree

from sopbatch.model import Merge, Severity
from sopbatch.writing.returned.areas import reference, stacked
from sopbatch.writing.returned.book import WorkbookPart
from sopbatch.writing.returned.markup import (
    SHEET_ORDER,
    Element,
    local,
    put_in_order,
    take_out,
    whole,
)
from sopbatch.writing.returned.styles import StylesPart

SIGN = "sopbatch"
FILLS = {Severity.ERROR: "FFF6C9BF", Severity.WARNING: "FFFCE3A6", Severity.INFO: "FFD3E5F5"}
"""Fill of a marked cell, and of its lines in the list."""


def colour_cells(
    sheet: Element, book: WorkbookPart, styles: StylesPart, areas: Mapping[Merge, Severity]
) -> None:
    """Colour cells of one sheet; our formats come before all others."""
    used = sorted(set(areas.values()))
    for rule in _rules(sheet):
        rule.set("priority", str(_priority(rule) + len(used)))
    for priority, severity in zip(range(len(used), 0, -1), used, strict=True):
        marked = stacked(area for area, worst in areas.items() if worst is severity)
        entry = etree.Element(
            book.tag("conditionalFormatting"), sqref=" ".join(map(reference, marked))
        )
        rule = etree.SubElement(
            entry,
            book.tag("cfRule"),
            type="expression",
            dxfId=str(styles.conditional_fill(FILLS[severity])),
            priority=str(priority),
        )
        etree.SubElement(rule, book.tag("formula")).text = f'LEN("{SIGN}")>0'
        put_in_order(sheet, entry, SHEET_ORDER, before_others=True)


def remove_colours(sheet: Element) -> None:
    """Take out the conditional formats of an earlier round; the others move up again."""
    rules = _rules(sheet)
    own = [rule for rule in rules if _is_ours(rule)]
    before = sorted(_priority(rule) for rule in own)
    for rule in rules:
        priority = _priority(rule)
        rule.set("priority", str(priority - bisect_left(before, priority)))
    for rule in own:
        entry = rule.getparent()
        take_out(rule)
        if entry is not None and not any(local(item) == "cfRule" for item in entry):
            take_out(entry)


def _rules(sheet: Element) -> list[Element]:
    """Rules with a priority, also those of extension lists."""
    return [item for item in sheet.iter("{*}cfRule") if item.get("priority")]


def _priority(rule: Element) -> int:
    return whole(rule, "priority", 1)


def _is_ours(rule: Element) -> bool:
    formulas = "".join(item.text or "" for item in rule if local(item) in ("formula", "f"))
    return f'LEN("{SIGN}")' in formulas
