"""A checked workbook's bytes become a Grid."""

from types import MappingProxyType

from sopbatch.model import Grid, Sheet
from sopbatch.reading.guards import survey
from sopbatch.reading.package.controls import without_controls
from sopbatch.reading.package.facts import SheetFacts


def read_grid(data: bytes) -> Grid:
    """All sheets of an xlsx, xlsm, xls, xlsb or ods file; raises Refused when it is not safe.

    Text is free of control characters and line ends are newlines. Formulas are told in the words of
    their format; xls and xlsb keep tokens, which are spelt out as in xlsx, or "" where none can be.
    """
    facts = survey(data)
    sheets = tuple(facts.sheets.values())
    if facts.parsed is not None:
        # Most workbooks need no parser, nor the time to load it.
        from sopbatch.reading.parsed import parsed_sheets

        sheets = parsed_sheets(facts, facts.parsed)
    return Grid(
        format=facts.format,
        sheets=tuple(_sheet(sheet, date_1904=facts.date_1904) for sheet in sheets),
        names=MappingProxyType(dict(facts.names)),
        properties=MappingProxyType(
            {
                without_controls(name): without_controls(value)
                for name, value in facts.properties.items()
            }
        ),
        has_macros=facts.has_macros,
        outside=facts.outside,
    )


def _sheet(facts: SheetFacts, *, date_1904: bool) -> Sheet:
    return Sheet(
        name=without_controls(facts.name),
        cells=MappingProxyType(facts.values),
        formats=MappingProxyType(facts.formats),
        formulas=MappingProxyType(facts.formulas),
        leaders=MappingProxyType(facts.leaders),
        uncached=frozenset(facts.uncached),
        merges=tuple(facts.merges),
        hidden_rows=frozenset(facts.hidden_rows),
        hidden_columns=frozenset(facts.hidden_columns),
        visible=facts.visible,
        shapes=facts.shapes,
        date_1904=date_1904,
    )
