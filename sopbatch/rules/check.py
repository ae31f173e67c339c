"""From problems to findings: words, cells, register settings, waivers, order."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sopbatch.model import (
    CellRef,
    Drawn,
    Fact,
    Finding,
    Format,
    FormReading,
    NumberKind,
    Place,
    Problem,
    Reading,
    Received,
    Register,
    Review,
    RuleSetting,
    Severity,
    Sop,
    Submission,
)
from sopbatch.rules.basics.order import in_order
from sopbatch.rules.echoes import without_echoes
from sopbatch.rules.report_day import ReportDay
from sopbatch.rules.rule import Batch, Case, FormCase, Rule
from sopbatch.rules.workbook.merged import MERGED, covered_by
from sopbatch.schema.settings import IN_FULL
from sopbatch.schema.statuses import RATIFIED, status_of
from sopbatch.text.shortening import quoted
from sopbatch.text.words import count

LONGEST_FACT, LONGEST_SUGGESTION = 500, 2000
"""Characters of a typed text in a sentence and of a value offered to copy."""
UNREADABLE_PACKAGE = (Format.XLS, Format.XLSB)
"""Formats that show us no names, formulas or hidden flags."""


def review(
    submission: Submission,
    register: Register,
    as_of: date,
    rules: Iterable[Rule],
    drawn: tuple[Drawn, ...] = (),
) -> tuple[Review, tuple[str, ...]]:
    """Check one submission with all rules; a crashed rule is one finding, never a stopped batch.

    `drawn` is what is to be told of its flowcharts. Returns the review and the tracebacks of
    rules that crashed.
    """
    case = Case(submission, register, ReportDay(as_of), drawn)
    stated: list[tuple[Rule, Problem]] = []
    crashes: list[str] = []
    for rule in rules:
        if rule.check is None or (rule.needs_package and submission.format in UNREADABLE_PACKAGE):
            continue
        try:
            stated.extend((rule, problem) for problem in rule.check(case))
        except MemoryError:
            raise
        except Exception:  # NOTE: a bug in one rule must not cost the other findings
            crashes.append(f"{rule.code}: {traceback.format_exc()}")
            stated.append((CRASHED, Problem(facts={"aturan": rule.code})))
    findings = _worded(stated, submission, register, case.today)
    checked = Review(
        received=submission.received,
        submission=submission,
        findings=findings,
        crashed=bool(crashes),
        drawn=drawn,
        holds_until=case.today.holds_until,
    )
    return checked, tuple(crashes)


def review_form(case: FormCase, rules: Iterable[Rule]) -> tuple[Review, tuple[str, ...]]:
    """Check one workbook of the family with the rules of its kind, as `review` does an SOP."""
    reading = case.reading
    stated: list[tuple[Rule, Problem]] = []
    crashes: list[str] = []
    for rule in rules:
        if rule.form is None or (rule.kinds and reading.kind not in rule.kinds):
            continue
        if rule.needs_package and reading.format in UNREADABLE_PACKAGE:
            continue
        try:
            stated.extend((rule, problem) for problem in rule.form(case))
        except MemoryError:
            raise
        except Exception:  # NOTE: as above
            crashes.append(f"{rule.code}: {traceback.format_exc()}")
            stated.append((CRASHED, Problem(facts={"aturan": rule.code})))
    findings = _worded(stated, reading, case.register, case.today)
    return Review(
        received=reading.received,
        submission=None,
        findings=findings,
        crashed=bool(crashes),
        form=reading,
        holds_until=case.today.holds_until,
    ), tuple(crashes)


def _worded(
    stated: list[tuple[Rule, Problem]], reading: Reading, register: Register, today: ReportDay
) -> tuple[Finding, ...]:
    """Findings of the problems, heaviest first, without what only follows from others."""
    worded = (
        finding
        for rule, problem in _without_follow_ons(stated, reading)
        if (finding := word(rule, problem, reading, register, today))
    )
    return in_order(without_echoes(worded), reading)


def refused(received: Received, rule: Rule, sentence: str, advice: str) -> Review:
    """A file that could not be read as an SOP workbook, with the one finding that says why."""
    finding = Finding(
        code=rule.code,
        severity=Severity.ERROR,
        place=Place(),
        cell=None,
        sentence=sentence,
        advice=advice,
        reason=rule.reason,
    )
    return Review(received=received, submission=None, findings=(finding,), crashed=rule is CRASHED)


def review_across(
    batch: Batch, rules: Iterable[Rule]
) -> tuple[tuple[Review, ...], tuple[str, ...]]:
    """Add what only a look between files can find; first the SOPs, then the other forms.

    Both keep their order.
    """
    today = ReportDay(batch.as_of)
    added: dict[str, list[Finding]] = {}
    crashes: list[str] = []
    for rule in rules:
        if rule.across is None:
            continue
        try:
            for at, problem in rule.across(batch):
                if at.reading and (
                    finding := word(rule, problem, at.reading, batch.register, today)
                ):
                    added.setdefault(at.received.sha256, []).append(finding)
        except Exception:  # NOTE: as above, one rule's bug is not the batch's end
            crashes.append(f"{rule.code}: {traceback.format_exc()}")
    every = (*batch.reviews, *batch.forms)
    return tuple(_with(entry, added.get(entry.received.sha256, [])) for entry in every), (*crashes,)


def _with(entry: Review, findings: list[Finding]) -> Review:
    if not findings:
        return entry
    every = without_echoes(dict.fromkeys((*entry.findings, *findings)))
    merged = in_order(every, entry.reading)
    return replace(entry, findings=merged)


def word(
    rule: Rule, problem: Problem, reading: Reading, register: Register, today: ReportDay
) -> Finding | None:
    """The finding of a problem; None when the register switched the rule off."""
    setting = next((item for item in register.rule_settings if item.rule == rule.code), None)
    if setting and setting.off:
        return None
    trials = (rule.trial_until, setting.trial_until if setting else None)
    on_trial = any(until is not None and not today.is_after(until) for until in trials)
    facts = {name: _told(fact) for name, fact in problem.facts.items()}
    severity = _severity(rule, problem, setting)
    later = (
        severity is Severity.ERROR
        and not (setting and setting.severity)
        and not rule.is_essential(problem.place)
        and _is_in_force(reading, register)
    )
    return Finding(
        code=rule.code,
        severity=Severity.WARNING if later else severity,
        place=problem.place,
        cell=reading.cell(problem.place) if problem.place.key else None,
        sentence=rule.sentence.format(**facts),
        advice=rule.advice.format(**facts),
        reason=rule.reason,
        # Half a suggestion would be a wrong one.
        suggestion=problem.suggestion if len(problem.suggestion) <= LONGEST_SUGGESTION else "",
        trial=on_trial,
        waived=_waived(rule.code, reading.unit_code, register, today),
        later=later,
    )


def _is_in_force(reading: Reading, register: Register) -> bool:
    """Whether it is taken in as it stands: a ratified SOP, or another form that says so."""
    if isinstance(reading, Submission):
        return is_law(reading.sop, register)
    is_set = isinstance(reading, FormReading) and reading.record.in_force
    return is_set and register.settings.ratified != IN_FULL


def is_law(sop: Sop, register: Register) -> bool:
    """Whether an SOP is in force as it stands, so that it is taken in and not held to the rules.

    It is Disahkan or further, with the evidence of it: number, effective date (offices have signed
    many with the month only) and signatory.
    """
    status = status_of(sop.status)
    return (
        status is not None
        and status.rank >= RATIFIED.rank
        and sop.number.kind is not NumberKind.MISSING
        and sop.effective.by is not None
        and bool(sop.signatory_name.strip() or sop.signatory_position.strip())
        and register.settings.ratified != IN_FULL
    )


def _told(fact: Fact) -> Fact:
    """As it stands in a sentence: no endless text, numbers with points between thousands."""
    if isinstance(fact, str):
        return quoted(fact, LONGEST_FACT) if len(fact) > LONGEST_FACT else fact
    return count(fact) if isinstance(fact, int) and fact >= 1000 else fact


def _severity(rule: Rule, problem: Problem, setting: RuleSetting | None) -> Severity:
    own = (setting.severity if setting else None) or rule.severity
    return min(own, problem.severity) if problem.severity else own


def _waived(code: str, unit_code: str, register: Register, today: ReportDay) -> str:
    home = register.home(unit_code)
    for waiver in register.waivers:
        if waiver.rule != code or waiver.unit_code not in ("*", unit_code, home):
            continue
        if waiver.until is None or not today.is_after(waiver.until):
            return waiver.reason
    return ""


NOT_FOUND = "F-04"
"""Rule that tells a field or column that is not there at all: to call it blank is a follow-on."""
LOST = frozenset(("F-06", "F-07", "F-24"))
"""Rules that say why a cell could not be read, or not to its end: the rest is a follow-on."""


def _without_follow_ons(
    stated: list[tuple[Rule, Problem]], reading: Reading
) -> Iterator[tuple[Rule, Problem]]:
    merges = (problem for rule, problem in stated if rule.code == MERGED)
    covered = frozenset[CellRef]().union(*(covered_by(reading, merge) for merge in merges))
    lost = {problem.place for rule, problem in stated if rule.code in LOST}
    blank = {problem.place for rule, problem in stated if rule.reports_blank} - lost
    unfound = {
        (problem.place.key, problem.place.part)
        for rule, problem in stated
        if rule.code == NOT_FOUND and problem.place.key
    }
    for rule, problem in stated:
        if rule.code == NOT_FOUND:
            yield rule, problem
            continue
        told_already = (problem.place.key, problem.place.part) in unfound
        if rule.reports_blank and (told_already or reading.cell(problem.place) in covered):
            continue
        if problem.place in lost:
            if rule.code in LOST:
                yield rule, problem
        elif rule.reports_blank or not problem.place.key or problem.place not in blank:
            yield rule, problem


def _never(case: Case) -> Iterator[Problem]:
    return iter(())


CRASHED = Rule(
    code="Z-99",
    name="rule-crashed",
    severity=Severity.WARNING,
    title="Pemeriksaan terhenti",
    sentence="Pemeriksaan “{aturan}” terhenti karena gangguan program, bukan karena isian Anda.",
    advice="Anda tidak perlu mengubah apa pun; beri tahu Biro Organisasi.",
    reason="Gangguan program dicatat di sopbatch.log agar dapat diperbaiki pengembang.",
    check=_never,
)
