"""Which files go back to their senders: judged files come in, those to be mended go out, once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopbatch.batch.assessing.assessment import Seen, sop_lines
from sopbatch.ledger import Past, findings_told
from sopbatch.matching.forms import replaced_forms
from sopbatch.matching.versions import sop_of
from sopbatch.model import Review, Severity, SopLine
from sopbatch.rules import SENT_AFTER_REVOCATION
from sopbatch.schema.statuses import ARCHIVED
from sopbatch.tally.places import unknown_name
from sopbatch.text.names import name_key

BEFORE = (
    "{count} berkas sudah dikembalikan pada laporan minggu sebelumnya dengan catatan yang sama dan "
    "tidak ditulis lagi; untuk menulisnya, tambahkan --semua-salinan."
)
NO_UNIT = "Tanpa perangkat daerah"
"""Folder of files whose agency nobody knows."""


@dataclass(frozen=True, slots=True)
class ToReturn:
    """A file that goes back, and to whom."""

    review: Review
    unit: str
    """Name of the agency."""


@dataclass(frozen=True, slots=True)
class Returning:
    """What goes back now, and what does not."""

    now: tuple[ToReturn, ...]
    before: int
    """How many files went back in an earlier week with the same findings."""
    beside: tuple[ToReturn, ...]
    """Files with findings that do not go back now: they did before, another one took their place,
    or there is advice for them only."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the operator is told of it."""
        return (BEFORE.format(count=self.before),) if self.before else ()


def to_return(seen: Seen, past: Past) -> Returning:
    """Files that go back to their senders: none whose place another one has taken.

    What an earlier week told already is not told again.
    """
    units = {**dict(_units(seen)), **dict(_units_of_forms(seen))}
    asked = {review.received.sha256 for review in _returnable(seen)}
    now: list[ToReturn] = []
    beside: list[ToReturn] = []
    before = 0
    for review in seen.every:
        if not (review.reading and review.findings):
            continue
        wanted = review.received.sha256 in asked and _worth_returning(review)
        told = wanted and _went_back(review, past)
        before += told
        one = ToReturn(review, units.get(review.received.sha256, NO_UNIT))
        (now if wanted and not told else beside).append(one)
    return Returning(tuple(now), before, tuple(beside))


def ended(lines: Iterable[SopLine]) -> Mapping[str, str]:
    """Status of each SOP that is in use no more as its agency says, by the sha256 that says so."""
    return {
        line.sha256: line.status for line in lines if line.status in ARCHIVED and not line.revoked
    }


def _went_back(review: Review, past: Past) -> bool:
    """Whether the sender was told the same of this file in an earlier week."""
    told = past.returned.get(review.received.sha256)
    return told is not None and told == findings_told(review)


def _units(seen: Seen) -> Iterator[tuple[str, str]]:
    """Name of the agency of each file, by sha256: that of the SOP it is a version of.

    Agencies that gave one code, which nobody knows, are parted by their names.
    """
    lines = dict(sop_lines(seen.dossiers, seen.counts))
    spelt: dict[str, str] = {}
    for dossier in seen.dossiers:
        line = lines.get(dossier.key)
        known = seen.register.unit(dossier.unit_code) is not None
        for version in dossier.versions:
            own = " ".join(sop_of(version).unit_name.split())
            if own and not known:
                own = spelt.setdefault(name_key(own), own)
                yield version.received.sha256, unknown_name(dossier.unit_code, own, seen.register)
            elif line and (name := line.unit_name or line.unit_code):
                yield version.received.sha256, name


def _units_of_forms(seen: Seen) -> Iterator[tuple[str, str]]:
    for review in seen.forms:
        unit = seen.register.unit(review.form.unit_code) if review.form else None
        if unit:
            yield review.received.sha256, unit.name


def _returnable(seen: Seen) -> Iterator[Review]:
    """Files whose place no other one has taken; of a revoked title what was sent since then.

    Nothing is to be mended in what tells that its SOP is in use no more.
    """
    revoked = {line.plan_code for line in seen.counts.lines if line.revoked}
    settled = {
        version.received.sha256
        for dossier in seen.dossiers
        if dossier.plan and dossier.plan.code in revoked
        for version in dossier.versions
        if all(finding.code != SENT_AFTER_REVOCATION for finding in version.findings)
    }
    done = (
        settled
        | ended(seen.counts.lines).keys()
        | set(seen.counts.replaced)
        | replaced_forms(seen.forms, seen.form_standings)
    )
    return (one for one in seen.every if one.received.sha256 not in done)


def _worth_returning(review: Review) -> bool:
    return any(
        finding.severity >= Severity.WARNING and not finding.waived for finding in review.findings
    )
