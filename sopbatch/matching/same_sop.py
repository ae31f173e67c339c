"""Whether a workbook can be a version of the SOP that others are."""

from collections.abc import Sequence

from sopbatch.matching.plan import Plan
from sopbatch.matching.versions import number_key, sop_of
from sopbatch.model import Review


def is_version(review: Review, others: Sequence[Review], plan: Plan) -> bool:
    """Whether a workbook can be of the planned SOP of others, which may be named otherwise in it.

    Its title may lose words; under its number and with its steps it may be any.
    """
    own, sops = sop_of(review), [sop_of(other) for other in others]
    number = number_key(own)
    renamed = any(
        plan.shortens(own.title, sop.title)
        or (number_key(sop) == number != "" and own.procedures == sop.procedures)
        for sop in sops
    )
    return renamed or is_alike(review, others, plan)


def is_alike(review: Review, others: Sequence[Review], plan: Plan) -> bool:
    """Whether a workbook is titled as one of the others, or is a revision of its own.

    A number that is used for two titles is a mistake, unless a revision gave the SOP another one.
    """
    own, sops = sop_of(review), [sop_of(other) for other in others]
    if any(plan.are_near(own.title, sop.title) for sop in sops):
        return True
    number = number_key(own)
    return bool(number) and all(
        own.revision != sop.revision and number_key(sop) == number for sop in sops
    )
