"""Rules between service standards and the SOPs behind them (W-12, W-17, V-06)."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbatch.matching.cited import SopIndex, sop_index, sop_that_counts
from sopbatch.model import Place, Problem, Review, Settings, Sop
from sopbatch.model.paths import counted_times, main_path, span_of
from sopbatch.model.standards import PromisedTime, ServiceStandard, Standards
from sopbatch.rules.basics.procedures import Facts
from sopbatch.rules.rule import INFO, WARNING, Batch, Rule, across_rule
from sopbatch.text.lengths import format_minutes
from sopbatch.text.shortening import quoted

Told = Iterator[tuple[Review, Problem]]
FAR = 5
"""A promise so many times as long as its SOPs is needlessly slow."""
MINUTES_PER_DAY, DAYS_PER_WEEK = 1440, 7


@dataclass(frozen=True, slots=True)
class Promise:
    """A service whose times are all known, beside the SOPs that it names."""

    review: Review
    service: ServiceStandard
    sops: tuple[Sop, ...]


def _services(batch: Batch) -> Iterator[tuple[Review, Standards, ServiceStandard]]:
    for review in batch.forms:
        record = review.form.record if review.form else None
        if isinstance(record, Standards):
            for service in record.services:
                yield review, record, service


def _promises(batch: Batch) -> Iterator[Promise]:
    index = sop_index(batch.dossiers, batch.register)
    for review, record, service in _services(batch):
        sops = tuple(_named(index, service, record.unit_code))
        times = service.times
        if sops and times and all(_is_known(time) for time in times):
            yield Promise(review, service, sops)


def _named(index: SopIndex, service: ServiceStandard, unit_code: str) -> Iterator[Sop]:
    seen: list[Sop] = []
    for text in service.sops:
        _, dossier = index.find(text, unit_code)
        sop = sop_that_counts(dossier) if dossier else None
        if sop is not None and sop not in seen:
            seen.append(sop)
            yield sop


def _is_known(time: PromisedTime) -> bool:
    return time.duration.counts and time.duration.high is not None


def _promised(time: PromisedTime) -> float:
    return time.duration.high or 0.0


def _at(promise: Promise, time: PromisedTime) -> Place:
    return Place("times", time.item, promise.service.part)


def _told(time: PromisedTime) -> str:
    return quoted(f"{time.case}: {time.duration.raw}" if time.case else time.duration.raw)


def _shortest(sop: Sop) -> float:
    """Least working minutes of a way to the result; of several procedures the longest one's."""
    paths = (main_path(procedure) for procedure in sop.procedures)
    return max((span_of(path).low for path in paths if any(step.ends for step in path)), default=0)


@across_rule(
    "W-12",
    WARNING,
    title="Janji tidak dapat dipenuhi",
    sentence="Janji “{janji}” tidak dapat dipenuhi: SOP “{sop}” memerlukan sedikitnya {waktu}.",
    advice="Sesuaikan jangka waktu pelayanan dengan SOP itu, atau ringkas SOP-nya.",
    reason="Janji yang lebih singkat daripada prosedurnya tidak dapat ditepati.",
)
def promise_that_cannot_be_kept(batch: Batch) -> Told:
    """The longest promise is shorter than the shortest way through an SOP that it names."""
    for promise in _promises(batch):
        longest = max(promise.service.times, key=_promised)
        sop = max(promise.sops, key=_shortest)
        if _promised(longest) < _shortest(sop):
            facts = {
                "janji": _told(longest),
                "sop": quoted(sop.title),
                "waktu": format_minutes(_shortest(sop), batch.register.settings),
            }
            yield promise.review, Problem(_at(promise, longest), facts)


@across_rule(
    "W-17",
    INFO,
    title="Janji jauh lebih lama daripada SOP",
    sentence="Janji “{janji}” lebih dari {kali} kali waktu SOP-nya, yaitu {waktu}.",
    advice="Periksa apakah jangka waktu pelayanan dapat dipersingkat.",
    reason="Janji yang terlalu longgar membuat pemohon menunggu tanpa alasan.",
)
def promise_needlessly_slow(batch: Batch) -> Told:
    """The shortest promise is many times the longest total of all SOPs that it names."""
    settings = batch.register.settings
    for promise in _promises(batch):
        totals = [_longest(sop) for sop in promise.sops]
        if not all(totals):
            continue
        shortest = min(promise.service.times, key=lambda time: _working(time, settings))
        needed = sum(total or 0.0 for total in totals)
        if _working(shortest, settings) > FAR * needed:
            facts: Facts = {
                "janji": _told(shortest),
                "kali": FAR,
                "waktu": format_minutes(needed, settings),
            }
            yield promise.review, Problem(_at(promise, shortest), facts)


def _longest(sop: Sop) -> float | None:
    """Most working minutes of all steps; None when a step has no known end."""
    span = span_of(sop.steps)
    if len(counted_times(sop.steps)) < len(sop.steps) or span.elapsed:
        return None
    return span.high


def _working(time: PromisedTime, settings: Settings) -> float:
    """Working minutes of a promise, those within it when it is of calendar days."""
    minutes = _promised(time)
    if not time.duration.elapsed:
        return minutes
    days = minutes / MINUTES_PER_DAY
    return days * settings.minutes_per_day * settings.days_per_week / DAYS_PER_WEEK


@across_rule(
    "V-06",
    INFO,
    title="SOP layanan tidak dikenal",
    sentence="SOP “{sop}” tidak ada dalam rencana SOP dan belum pernah diterima.",
    advice="Periksa nomor atau namanya; jika memang belum ada, susun SOP-nya.",
    reason="Standar pelayanan hanya dapat ditepati jika ada SOP untuk menjalankannya.",
)
def sop_unknown(batch: Batch) -> Told:
    """A service leans on an SOP that nobody has or plans."""
    if not batch.register.plan:
        return
    index = sop_index(batch.dossiers, batch.register)
    for review, record, service in _services(batch):
        for item, text in enumerate(service.sops, start=1):
            is_known, _ = index.find(text, record.unit_code)
            if not is_known:
                yield review, Problem(Place("sops", item, service.part), {"sop": quoted(text)})


PROMISE_RULES: tuple[Rule, ...] = (
    promise_that_cannot_be_kept,
    promise_needlessly_slow,
    sop_unknown,
)
