"""Rules about a number or a title that two SOPs have (C-01, C-02)."""

from collections.abc import Iterator
from itertools import pairwise

from sopbatch.matching.aliases import title_key
from sopbatch.matching.naming import named_beside
from sopbatch.matching.versions import came_together, number_key, sop_of
from sopbatch.model import Dossier, Problem, Review, Sop
from sopbatch.rules.across.plan import Told, counted, unit_name
from sopbatch.rules.basics.procedures import Facts
from sopbatch.rules.rule import ERROR, WARNING, Batch, Rule, across_rule, at
from sopbatch.schema.statuses import status_of
from sopbatch.text.shortening import quoted


@across_rule(
    "C-01",
    ERROR,
    title="Nomor SOP dipakai dua kali",
    sentence="Nomor {nomor} juga dipakai SOP “{judul}” ({unit}) pada berkas {berkas}.",
    advice="Periksa nomor kedua SOP itu, lalu beri nomor lain pada salah satunya.",
    reason="Satu nomor hanya untuk satu SOP agar SOP dapat dirujuk dan dicari.",
)
def number_used_twice(batch: Batch) -> Told:
    """The counted versions of two SOPs have one number, in any unit."""
    by_number: dict[str, list[tuple[Dossier, Review]]] = {}
    for dossier, review in counted(batch):
        if number := number_key(sop_of(review)):
            by_number.setdefault(number, []).append((dossier, review))
    for sharing in by_number.values():
        for dossier, review in sharing:
            for other, counts in [one for one in sharing if one[0] is not dossier][:1]:
                facts: Facts = {
                    "nomor": quoted(sop_of(review).number.raw),
                    "judul": quoted(other.title),
                    "unit": unit_name(batch, other),
                    "berkas": named_beside(counts.received, review.received),
                }
                yield review, Problem(at("number"), facts)


@across_rule(
    "C-02",
    ERROR,
    title="Nama SOP dipakai dua kali",
    sentence="Nama SOP ini juga dipakai pada berkas {berkas} dengan nomor {nomor}.",
    advice="Bedakan nama kedua SOP, atau cabut salah satunya jika isinya sama.",
    reason="Hanya satu SOP yang berlaku untuk satu kegiatan dalam satu perangkat daerah.",
)
def title_used_twice(batch: Batch) -> Told:
    """Two SOPs of a unit have one title; only a warning unless both are ratified.

    Also two versions of one line of the plan that differ in number though not in revision: both
    when they came together, and the newer one when the number of a ratified SOP changes. A draft
    that comes again with another number has put it right.
    """
    for first, second in _same_titles(batch):
        for review, other in ((first, second), (second, first)):
            milder = not _both_ratified(first, second)
            yield review, _titled_as(other, review, milder=milder)
    for newer, older in _renumbered(batch):
        if came_together(newer, older):
            for review, other in ((newer, older), (older, newer)):
                milder = not _both_ratified(newer, older)
                yield review, _titled_as(other, review, milder=milder)
        elif _both_ratified(newer, older) and not newer.errors and not older.errors:
            yield newer, _titled_as(older, newer, milder=True)


def _titled_as(other: Review, review: Review, *, milder: bool) -> Problem:
    facts: Facts = {
        "berkas": named_beside(other.received, review.received),
        "nomor": quoted(sop_of(other).number.raw) or "yang belum diisi",
    }
    return Problem(at("title"), facts, severity=WARNING if milder else None)


def _both_ratified(*reviews: Review) -> bool:
    return all(is_ratified(sop_of(review)) for review in reviews)


def _same_titles(batch: Batch) -> Iterator[tuple[Review, Review]]:
    by_title: dict[tuple[str, str], Review] = {}
    for dossier, review in counted(batch):
        title = title_key(sop_of(review).title, batch.register)
        first = by_title.setdefault((dossier.unit_code, title), review)
        if title and first is not review:
            yield first, review


def _renumbered(batch: Batch) -> Iterator[tuple[Review, Review]]:
    """Versions of one SOP with two numbers, newer first."""
    for dossier in batch.dossiers:
        for newer, older in pairwise(_numbered_once_together(dossier)):
            left, right = sop_of(newer), sop_of(older)
            numbers = {number_key(left), number_key(right)}
            titles = {title_key(sop.title, batch.register) for sop in (left, right)}
            if len(titles) == 1 and left.revision == right.revision and len(numbers) == 2:
                yield newer, older


def _numbered_once_together(dossier: Dossier) -> Iterator[Review]:
    """Versions that have a number, but of those that came together with the same one only.

    A file that was saved again, or has no number, may not stand between two that differ.
    """
    told: set[tuple[object, ...]] = set()
    for review in dossier.versions:
        sop = sop_of(review)
        number = number_key(sop)
        says = (review.received.came, number, sop.revision, is_ratified(sop), review.errors)
        if number and says not in told:
            told.add(says)
            yield review


def is_ratified(sop: Sop) -> bool:
    """Whether the agency says that it is signed."""
    status = status_of(sop.status)
    return status is not None and status.ratified


TWICE_RULES: tuple[Rule, ...] = (number_used_twice, title_used_twice)
