"""Rules by what they found: rows of findings come in, one ranking of rules goes out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sopbatch.model import Severity, share
from sopbatch.report.content import Content, FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A rule with everything it found."""

    code: str
    severity: Severity
    """The worst it was told with."""
    title: str
    """The rule's short name; "" where it is not known."""
    sentence: str
    """Its commonest wording."""
    findings: int
    sops: int
    by_unit: Mapping[str, int]
    """Findings of every unit that has any, by its code."""
    part: float | None
    """Of all findings."""
    upto: float | None
    """Of all findings, with the rules before it."""

    @property
    def name(self) -> str:
        """What people call it: its title, or what it said most often."""
        return self.title or self.sentence

    @property
    def units(self) -> int:
        """How many units have this finding."""
        return len(self.by_unit)


def causes(content: Content) -> tuple[Cause, ...]:
    """Rules by number of findings, most first; worse ones first where equal."""
    return _ranked(content.finding_rows, content.titles)


def heaviest(content: Content, limit: int) -> tuple[Cause, ...]:
    """The rules by their worst findings, which alone are counted; an error before any advice.

    A rule that advises in drafts and holds one SOP back later would else stand first with a
    number of which most is advice.
    """
    worst = {code: _worst(rows) for code, rows in _by_code(content.finding_rows).items()}
    told = [row for row in content.finding_rows if row.finding.severity == worst[row.finding.code]]
    ranked = _ranked(told, content.titles)
    return tuple(sorted(ranked, key=lambda cause: -cause.severity)[:limit])


def _ranked(rows: Sequence[FindingRow], titles: Mapping[str, str]) -> tuple[Cause, ...]:
    by_code = _by_code(rows)
    ordered = sorted(by_code, key=lambda code: (-len(by_code[code]), -_worst(by_code[code]), code))
    found, result = 0, []
    for code in ordered:
        found += len(by_code[code])
        result.append(_cause(titles.get(code, ""), by_code[code], found, len(rows)))
    return tuple(result)


def _by_code(rows: Sequence[FindingRow]) -> dict[str, list[FindingRow]]:
    found: defaultdict[str, list[FindingRow]] = defaultdict(list)
    for row in rows:
        found[row.finding.code].append(row)
    return found


def _worst(rows: Sequence[FindingRow]) -> Severity:
    return max(row.finding.severity for row in rows)


def _cause(title: str, rows: Sequence[FindingRow], upto: int, whole: int) -> Cause:
    wordings = Counter(row.finding.sentence for row in rows)
    return Cause(
        code=rows[0].finding.code,
        severity=_worst(rows),
        title=title,
        sentence=min(wordings, key=lambda text: (-wordings[text], text)),
        findings=len(rows),
        sops=len({id(row.line) for row in rows}),
        by_unit=Counter(row.line.unit_code for row in rows),
        part=share(len(rows), whole),
        upto=share(upto, whole),
    )
