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
    rows, titles = content.finding_rows, content.titles
    by_code: defaultdict[str, list[FindingRow]] = defaultdict(list)
    for row in rows:
        by_code[row.finding.code].append(row)
    ordered = sorted(by_code, key=lambda code: (-len(by_code[code]), -_worst(by_code[code]), code))
    found, result = 0, []
    for code in ordered:
        found += len(by_code[code])
        result.append(_cause(titles.get(code, ""), by_code[code], found, len(rows)))
    return tuple(result)


def heaviest(content: Content, limit: int) -> tuple[Cause, ...]:
    """The rules that spoke most often; those that hold an SOP back before all others."""
    return tuple(sorted(causes(content), key=lambda cause: -cause.severity)[:limit])


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
