"""Every rule finds what its casebook says, and nothing it says is right."""

import importlib
import pkgutil
import re
from collections import Counter
from dataclasses import replace
from functools import partial

import pytest

import sopbatch.rules
from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.model import Review
from sopbatch.rules import Rule
from tests.casebook import Example, casebooks, examples
from tests.caseroom import Seen, a_week_later, reviews_of, run
from tests.caseroom import seen as seen_in
from tests.pasting import faults, offers
from tests.sentences import FORM_KINDS

CASEBOOKS = casebooks()


def _plain(seen: Seen) -> str:
    return f"{seen.finding.code} {seen.finding.cell} {seen.finding.sentence}"


EXAMPLES = tuple(examples())


def finds_what_it_says(example: Example, reviews: tuple[Review, ...]) -> None:
    assert example.told, "an example says what it finds"
    seen = [
        item for item in seen_in(reviews) if example.exactly or item.finding.code == example.code
    ]
    told = "\n".join(map(str, seen))
    missed = [one for one in example.expected if not any(item.matches(one) for item in seen)]
    beyond = [
        _plain(item) for item in seen if not any(item.matches(one) for one in example.expected)
    ]
    assert not missed, f"{missed} not among\n{told}"
    assert not beyond, f"not expected: {beyond}"
    assert len(seen) == len(example.expected), told


def says_of_its_first_finding_what_it_tells(example: Example, reviews: tuple[Review, ...]) -> None:
    if example.says:
        first = next(one.finding for one in seen_in(reviews) if one.finding.code == example.code)
        told = " ".join(first.sentence.split()), " ".join(first.advice.split())
        assert (example.says, example.advises) == told


def findings_of_a_form_go_down_its_sheets(_: Example, reviews: tuple[Review, ...]) -> None:
    for review in reviews:
        kind = next(
            (one for one in FORM_KINDS if review.form and one.code == review.form.kind), None
        )
        if kind is None:
            continue
        names = [sheet.sheet for sheet in kind.sheets]
        told = [(f, f.cell.sheet) for f in review.findings if f.cell]
        ranks = [
            (-finding.severity, place)
            for finding, sheet in told
            for place, name in enumerate(names)
            if sheet == name or sheet.startswith(f"{name} ")
        ]
        assert ranks == sorted(ranks)


def what_is_offered_mends_its_finding_and_opens_no_other(
    example: Example, reviews: tuple[Review, ...]
) -> None:
    assert faults(partial(reviews_of, example), reviews) == []


def a_finding_shows_no_placeholder_and_quotes_what_is_there(
    _: Example, reviews: tuple[Review, ...]
) -> None:
    for review in reviews:
        for finding in review.findings:
            words = f"{finding.sentence} {finding.advice}"
            assert not re.search(r"\{\w*\}|“”|\bNone\b|  ", words), words


ELSEWHERE = frozenset(("G-05", "S-09", "L-03"))
"""Their example belongs into another field, or in front of what stands in the cell."""
BESIDE_OTHERS = frozenset(("C-14", "L-08"))
"""What an example cannot know: which line a form was issued for, what stands in the next row."""


def what_is_typed_as_advised_is_accepted_at_its_cell(
    example: Example, reviews: tuple[Review, ...]
) -> None:
    for at, review in enumerate(reviews):
        for finding in review.findings:
            shown = re.search(r"misalnya “([^”…]+)”", finding.advice)
            if shown and finding.cell and finding.code not in ELSEWHERE:
                typed = replace(finding, suggestion=shown[1])
                after = reviews_of(example, (at, typed))[at]
                here = {one.code for one in after.findings if one.cell == finding.cell}
                assert finding.code not in here, shown[1]
                assert here <= {one.code for one in review.findings} | BESIDE_OTHERS, shown[1]


def what_came_mended_is_no_double_of_what_it_mends(
    example: Example, reviews: tuple[Review, ...]
) -> None:
    mended = [finding for _, finding in offers(reviews)]
    alone_in_it = len(reviews) == 1 and reviews[0].submission is not None
    if not (alone_in_it and mended) or example.code.startswith("C-"):
        return
    alone, beside = a_week_later(example, mended)
    codes = [{f.code for f in one.findings if f.code.startswith("C-")} for one in (alone, beside)]
    assert codes[1] <= codes[0], codes


LAWS = (
    finds_what_it_says,
    says_of_its_first_finding_what_it_tells,
    findings_of_a_form_go_down_its_sheets,
    what_is_offered_mends_its_finding_and_opens_no_other,
    a_finding_shows_no_placeholder_and_quotes_what_is_there,
    what_is_typed_as_advised_is_accepted_at_its_cell,
    what_came_mended_is_no_double_of_what_it_mends,
)
"""One test of an example holds them all: it is read and checked once, on whatever worker."""


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.id for example in EXAMPLES])
def test_an_example_keeps_the_laws(example: Example):
    reviews = reviews_of(example)
    for law in LAWS:
        law(example, reviews)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_bad_and_a_good_example(rule: Rule):
    book = next((book for book in CASEBOOKS if book.code == rule.code), None)
    assert book, f"sopbatch/rules/cases/{rule.code}.md is missing"
    assert book.name == rule.name
    kinds = Counter(example.kind for example in book.examples)
    assert set(kinds) == {"bad", "good"}
    first = next(example for example in book.examples if example.kind == "bad")
    assert first.says
    assert first.advises
    assert all(bool(example.expected) == (example.kind == "bad") for example in book.examples)


def test_no_casebook_is_without_its_rule():
    codes = {rule.code for rule in ALL_RULES}
    assert {book.code for book in CASEBOOKS} <= codes


def test_titles_of_examples_have_the_words_that_users_read():
    # They stand in what “sopbatch explain” shows.
    inner = re.compile(r"\b(?:galat|templat|register|hanya peringatan)\b", re.IGNORECASE)
    assert [
        one.title for book in CASEBOOKS for one in book.examples if inner.search(one.title)
    ] == []


def test_codes_and_names_are_unique():
    assert max(Counter(rule.code for rule in ALL_RULES).values()) == 1
    assert max(Counter(rule.name for rule in ALL_RULES).values()) == 1
    assert max(Counter(rule.title for rule in ALL_RULES).values()) == 1


def test_every_rule_of_a_module_is_in_the_catalogue():
    listed = {rule.code for rule in ALL_RULES}
    declared = {
        value.code
        for module in pkgutil.walk_packages(sopbatch.rules.__path__, "sopbatch.rules.")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, Rule) and value.code != "Z-99"
    }
    assert declared == listed


def test_the_clean_workbook_has_nothing_to_mend():
    seen = run(Example("", "good", "contoh templat"))
    assert [str(item) for item in seen if item.finding.severity.code != "saran"] == []
