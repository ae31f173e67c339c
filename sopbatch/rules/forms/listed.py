"""Rules that several kinds have about the rows of their table, each with its own code and words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol, cast

from sopbatch.model import Place, Problem, Severity
from sopbatch.rules.rule import ERROR, FormCase, Rule, form_rule
from sopbatch.text.names import name_key
from sopbatch.text.shortening import quoted


class _Titled(Protocol):
    row: int
    title: str


class _Listing(Protocol):
    rows: tuple[_Titled, ...]


def _rows(case: FormCase) -> tuple[_Titled, ...]:
    return cast(_Listing, case.reading.record).rows


def nothing_listed(
    code: str, name: str, kinds: frozenset[str], *, title: str, sentence: str, advice: str,
    reason: str,
) -> Rule:  # fmt: skip
    """The table is blank; the sentence may name the sheet, {lembar}."""

    def blank(case: FormCase) -> Iterator[Problem]:
        if not _rows(case):
            yield Problem(facts={"lembar": case.kind.tables[0].sheet})

    declare = form_rule(
        code, ERROR, title=title, sentence=sentence, advice=advice, reason=reason, kinds=kinds
    )
    return replace(declare(blank), name=name)


def listed_twice(
    code: str, severity: Severity, name: str, kinds: frozenset[str], *, title: str, sentence: str,
    advice: str, reason: str,
) -> Rule:  # fmt: skip
    """An SOP ({judul}) stands in two rows; the first is row {baris} of the sheet."""

    def twice(case: FormCase) -> Iterator[Problem]:
        seen: dict[str, int] = {}
        for row in _rows(case):
            key = name_key(row.title)
            if key and key in seen:
                first = case.reading.cell(Place("title", seen[key]))
                line = first.row if first else seen[key]
                yield Problem(Place("title", row.row), {"judul": quoted(row.title), "baris": line})
            seen.setdefault(key, row.row)

    declare = form_rule(
        code, severity, title=title, sentence=sentence, advice=advice, reason=reason, kinds=kinds
    )
    return replace(declare(twice), name=name)
