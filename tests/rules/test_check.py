"""Problems become findings: follow-ons fall away, registers overrule, a crash costs one finding."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sopbatch.model import Format, Place, Problem, Register, RuleSetting, Severity, Waiver
from sopbatch.rules import RULES, Case, Rule, review
from sopbatch.rules.check import LONGEST_FACT
from sopbatch.rules.rule import ERROR, WARNING, rule
from tests import builders

AS_OF = date(2026, 10, 2)
TITLE = Place("title")


def _rule(code: str, *problems: Problem, **fields: Any) -> Rule:
    def found(case: Case) -> Iterator[Problem]:
        return iter(problems)

    declared = rule(
        code,
        ERROR,
        title="Salah",
        sentence="Salah.",
        advice="Perbaiki.",
        reason="Begitu.",
        **fields,
    )
    return declared(found)


def _codes(*rules: Rule, register: Register = builders.register()) -> list[str]:  # noqa: B008
    submission = builders.review().submission
    assert submission
    checked, _ = review(submission, register, AS_OF, rules)
    return [finding.code for finding in checked.findings]


def test_a_finding_at_a_blank_cell_is_a_follow_on():
    blank = _rule("I-08", Problem(TITLE), reports_blank=True)
    follow = _rule("I-10", Problem(TITLE), Problem(Place("number")))
    assert _codes(blank, follow) == ["I-08", "I-10"]


def test_a_cell_whose_value_was_lost_is_not_called_blank():
    lost = _rule("F-06", Problem(TITLE, code="F-06"))
    blank = _rule("I-08", Problem(TITLE), reports_blank=True)
    assert _codes(lost, blank) == ["F-06"]


def test_two_rules_that_report_blank_both_stay():
    first = _rule("I-08", Problem(TITLE), reports_blank=True)
    second = _rule("I-17", Problem(TITLE), reports_blank=True)
    assert _codes(first, second) == ["I-08", "I-17"]


@pytest.mark.parametrize(
    ("setting", "severity"),
    [
        (RuleSetting("I-06", Severity.WARNING), "peringatan"),
        (RuleSetting("I-06"), "galat"),
        (RuleSetting("I-07", Severity.INFO), "galat"),
    ],
)
def test_the_register_sets_the_severity(setting: RuleSetting, severity: str):
    submission = builders.review().submission
    assert submission
    register = builders.register(rule_settings=(setting,))
    checked, _ = review(submission, register, AS_OF, (_rule("I-06", Problem(TITLE)),))
    assert [finding.severity.code for finding in checked.findings] == [severity]


def test_a_rule_switched_off_is_silent():
    register = builders.register(rule_settings=(RuleSetting("I-06", off=True),))
    assert _codes(_rule("I-06", Problem(TITLE)), register=register) == []


@pytest.mark.parametrize(
    ("unit", "until", "blocks"),
    [
        ("4.01.01.7", date(2026, 10, 2), False),
        ("*", date(2026, 12, 31), False),
        ("4.01.01.7", date(2026, 10, 1), True),
        ("1.02", date(2026, 12, 31), True),
    ],
)
def test_a_waiver_holds_for_its_unit_until_its_date(unit: str, until: date, blocks: bool):
    register = builders.register(waivers=(Waiver("I-06", unit, "masa peralihan", "Karo", until),))
    submission = builders.review().submission
    assert submission
    checked, _ = review(submission, register, AS_OF, (_rule("I-06", Problem(TITLE)),))
    assert [finding.blocks for finding in checked.findings] == [blocks]


def test_a_problem_may_be_milder_than_its_rule_but_never_worse():
    milder = _rule("I-06", Problem(TITLE, severity=WARNING))
    submission = builders.review().submission
    assert submission
    register = builders.register(rule_settings=(RuleSetting("I-06", Severity.INFO),))
    checked, _ = review(submission, register, AS_OF, (milder,))
    assert [finding.severity for finding in checked.findings] == [Severity.INFO]


def test_a_crashed_rule_is_one_finding_and_the_others_go_on():
    def broken(case: Case) -> Iterator[Problem]:
        raise RuntimeError("rusak")

    crash = rule("I-09", ERROR, title="x", sentence="x.", advice="x.", reason="x.")(broken)
    submission = builders.review().submission
    assert submission
    checked, crashes = review(
        submission, builders.register(), AS_OF, (crash, _rule("I-06", Problem(TITLE)))
    )
    assert sorted(finding.code for finding in checked.findings) == ["I-06", "Z-99"]
    assert checked.crashed
    assert "rusak" in crashes[0]


def test_xls_is_spared_the_rules_it_cannot_answer():
    needing = _rule("F-08", Problem(TITLE), needs_package=True)
    assert _codes(needing) == ["F-08"]
    submission = builders.review().submission
    assert submission
    old = replace(submission, format=Format.XLS)
    checked, _ = review(old, builders.register(), AS_OF, (needing,))
    assert checked.findings == ()


@pytest.mark.parametrize("wild", ["{", "{0}", "=1+1", "\x00", "…" * 500, "“”", "%s"])
def test_wild_texts_never_break_a_sentence(wild: str):
    subject = builders.sop(
        title=wild,
        status=wild,
        unit_code=wild,
        section=wild,
        nature=wild,
        signatory_name=wild,
        relations=(wild,),
        warnings=(wild,),
        qualifications=(wild,),
    )
    submission = builders.review(subject).submission
    assert submission
    _, crashes = review(submission, builders.register(), AS_OF, RULES)
    assert crashes == ()


def test_a_text_without_end_is_cut_in_a_sentence_and_never_offered():
    endless = "kata " * 5_000
    declared = rule(
        "F-08", ERROR, title="Rumus", sentence="{rumus}", advice="{rumus}", reason="Begitu."
    )
    told = declared(lambda case: iter([Problem(TITLE, {"rumus": endless}, suggestion=endless)]))
    submission = builders.review().submission
    assert submission
    checked, _ = review(submission, builders.register(), AS_OF, (told,))
    (finding,) = checked.findings
    assert finding.sentence.endswith("…")
    assert len(finding.sentence) <= LONGEST_FACT
    assert finding.suggestion == ""
