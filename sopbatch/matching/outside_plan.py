"""Workbooks that belong to no line of the plan come in, SOPs with their versions go out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from sopbatch.matching.plan import Plan
from sopbatch.matching.same_sop import is_alike
from sopbatch.matching.versions import number_key, sop_of, version_order
from sopbatch.model import Review
from sopbatch.text.names import name_key


def sops_outside(reviews: Sequence[Review], plan: Plan) -> list[list[Review]]:
    """Workbooks outside the plan by SOP: same unit and number, else same section and title.

    Of two titles under one number only those are one SOP that are alike or of different revisions:
    a number used twice is a mistake, not a version. Versions stay newest first.
    """
    sops: list[list[_Loose]] = []
    known: dict[tuple[str, ...], list[list[_Loose]]] = {}
    loose = [_loose(review, plan) for review in reviews]
    for file in sorted(loose, key=lambda file: not file.number):
        offered = known.get(next(file.keys, ()), [])
        home = next((sop for sop in offered if file.is_version_of(sop[0], plan)), None)
        if home is None:
            home = []
            sops.append(home)
            for key in file.keys:
                known.setdefault(key, []).append(home)
        home.append(file)
    return [sorted((file.review for file in sop), key=version_order, reverse=True) for sop in sops]


@dataclass(frozen=True, slots=True)
class _Loose:
    """A workbook outside the plan, with what tells whose version it is."""

    review: Review
    unit: str
    section: str
    title: str
    number: str

    @property
    def keys(self) -> Iterator[tuple[str, ...]]:
        """By number first, by title second."""
        if self.number:
            yield ("nomor", self.unit, self.number)
        if self.title:
            yield ("judul", self.unit, self.title)

    def is_version_of(self, first: Self, plan: Plan) -> bool:
        """Whether it is the same SOP as a newer one that shares its first key.

        A title that was told to be too long comes again with fewer words.
        """
        if not self.number:
            return self.section in ("", first.section)
        shortened = plan.shortens(first.title, self.title)
        return shortened or is_alike(self.review, (first.review,), plan)


def _loose(review: Review, plan: Plan) -> _Loose:
    sop = sop_of(review)
    title = name_key(sop.title, plan.aliases)
    return _Loose(review, plan.unit_of(sop), plan.section_of(sop), title, number_key(sop))
