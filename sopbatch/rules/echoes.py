"""One cause is one finding, and a cell is offered one value.

What follows from another finding at the same place is folded under it: mending the cause mends
the echo too. What is waived, or on trial, folds nothing.
"""

from collections.abc import Iterable
from dataclasses import replace

from sopbatch.model import Finding, Place, Severity
from sopbatch.rules.identity.title import names_activity
from sopbatch.rules.texts.spelling import spelt_right

PLACEHOLDER, SPELLING, NO_ACTIVITY = "I-21", "X-14", "I-11"
_TEXTS = ("P-04", "P-06", "P-07", "P-20", "X-14")
ECHOES: dict[str, frozenset[str]] = {
    cause: frozenset(echoes)
    for cause, echoes in (
        ("A-04", ("A-05",)),
        ("A-15", ("A-05",)),
        ("D-03", ("D-15",)),
        ("D-04", ("D-15",)),
        ("D-05", ("D-04", "D-12", "D-13", "D-14", "D-15")),
        ("G-01", ("G-04", "G-11")),
        ("G-13", ("G-16",)),
        ("I-02", ("I-19",)),
        ("I-08", ("C-03", "I-11")),
        ("L-02", ("L-08",)),
        ("L-03", ("L-08",)),
        ("L-04", ("L-08",)),
        ("L-06", ("L-05",)),
        ("L-09", ("L-08",)),
        ("P-17", ("P-07",)),
        ("P-23", _TEXTS),
        ("S-07", ("I-19",)),
        ("W-07", ("W-02", "W-04", "W-05", "W-06", "W-10", "W-13")),
        ("X-13", ("L-02",)),
    )
}
"""Code of a cause to those of its echoes at the same place."""
MENDED: dict[str, frozenset[str]] = {
    cause: frozenset(echoes)
    for cause, echoes in (
        ("A-15", ("X-14",)),
        ("C-03", ("I-09", "I-10", "I-11", "I-12", "I-13", "X-14")),
        ("I-02", ("X-14",)),
        ("I-09", ("I-10", "I-13")),
        ("I-10", ("I-13",)),
        ("S-07", ("X-14",)),
        ("W-02", ("W-04", "W-05", "W-13")),
        ("X-10", ("X-14",)),
    )
}
"""Code of a cause to those of findings that the value offered for it mends as well.

Of these the heaviest is told, with that value.
"""
WHOLE = frozenset(("C-03", "I-02", "S-07", "X-10"))
"""What these offer is known from the register, not put together from what was typed."""
OF_PLACEHOLDERS = frozenset(
    (
        *("C-03", "D-01", "D-02", "D-05", "D-16", "G-07", "G-13", "I-02", "I-05", "I-08", "I-11"),
        *("I-14", "I-22", "L-02", "L-03", "P-04", "P-10", "S-02", "S-06", "S-07", "S-11"),
        *("W-02", "X-02", "X-05", "X-10"),
    )
)
"""What is told of a text that only keeps the place (I-21): of these the worst one stays."""


def without_echoes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those that follow from others, one value offered for each place."""
    found = tuple(findings)
    groups: dict[Place, list[Finding]] = {}
    for finding in found:
        if finding.place.key:
            groups.setdefault(finding.place, []).append(finding)
    changed: dict[int, Finding | None] = {}
    for group in groups.values():
        if len(group) > 1:
            kept = _with_one_value(_without_follow_ons(group))
            changed.update((id(finding), kept.get(id(finding))) for finding in group)
    told = (changed.get(id(finding), finding) for finding in found)
    return tuple(finding for finding in told if finding is not None)


def _without_follow_ons(group: list[Finding]) -> list[Finding]:
    causes = {finding.code for finding in group if not (finding.waived or finding.trial)}
    echoes = frozenset[str]().union(*(ECHOES.get(code, frozenset()) for code in causes))
    rest = [
        finding
        for finding in group
        if (finding.code not in echoes or _outweighs(finding, group))
        and not _names_activity_when_spelt(finding, group)
    ]
    if PLACEHOLDER not in causes:
        return rest
    kin = [one for one in rest if one.code == PLACEHOLDER or one.code in OF_PLACEHOLDERS]
    best = max(kin, key=lambda one: (one.severity, bool(one.suggestion), one.code == PLACEHOLDER))
    return [finding for finding in rest if finding not in kin or finding is best]


def _names_activity_when_spelt(finding: Finding, group: list[Finding]) -> bool:
    """Whether a title lacks its activity only because the word for it is misspelt."""
    spelt = (one for one in group if one.code == SPELLING and not (one.waived or one.trial))
    return finding.code == NO_ACTIVITY and any(
        one.suggestion and names_activity(one.suggestion) for one in spelt
    )


def _outweighs(finding: Finding, group: list[Finding]) -> bool:
    """Whether an echo matters more than each of its causes, so that none may hide it."""
    causes = (one for one in group if finding.code in ECHOES.get(one.code, ()))
    return finding.severity > max((one.severity for one in causes), default=Severity.ERROR)


def _with_one_value(group: list[Finding]) -> dict[int, Finding]:
    """The findings by identity, with the value of the worst; misspelt words are mended in it."""
    offering = [finding for finding in group if finding.suggestion]
    if not offering:
        return {id(finding): finding for finding in group}
    best = max(offering, key=lambda one: (one.code != SPELLING, one.code in WHOLE, one.severity))
    misspelt = any(finding.code == SPELLING for finding in group)
    legal = best.place.key == "legal_basis"
    value = spelt_right(best.suggestion, legal=legal) if misspelt else best.suggestion
    kept = {
        id(finding): replace(finding, suggestion=value)
        if finding.suggestion == best.suggestion or finding.code == SPELLING
        else replace(finding, suggestion="")
        for finding in group
    }
    for cause in group:
        if cause.suggestion and not (cause.waived or cause.trial) and id(cause) in kept:
            mended = MENDED.get(cause.code, frozenset())
            family = [one for one in group if one.code in mended and id(one) in kept]
            heaviest = max((cause, *family), key=lambda one: one.severity)
            for one in (cause, *family):
                kept.pop(id(one))
            kept[id(heaviest)] = replace(heaviest, suggestion=value)
    return kept
