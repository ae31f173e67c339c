"""Files are judged against one another; nothing is counted here, so that a check loads little."""

import logging
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sopbatch.batch.family.catalogue import BATCH_RULES
from sopbatch.model import Dossier, Register, Review
from sopbatch.rules import Batch, gather, review_across

DEBUG = logging.getLogger(__name__).debug


class Looked(NamedTuple):
    """Files that were judged together."""

    reviews: tuple[Review, ...]
    """SOPs, and files that could not be read."""
    dossiers: tuple[Dossier, ...]
    crashes: tuple[str, ...]
    forms: tuple[Review, ...]
    """Workbooks of the other kinds."""


def look_across(
    reviews: tuple[Review, ...],
    register: Register,
    as_of: date,
    previous_status: Mapping[str, str],
) -> Looked:
    """Between files: versions are joined first, then judged together, then the counted chosen."""
    sops = tuple(one for one in reviews if one.form is None)
    forms = tuple(one for one in reviews if one.form is not None)
    batch = Batch(
        reviews=sops,
        dossiers=gather(sops, register),
        register=register,
        as_of=as_of,
        previous_status=previous_status,
        forms=forms,
    )
    judged, crashes = review_across(batch, BATCH_RULES)
    sops, forms = judged[: len(sops)], judged[len(sops) :]
    dossiers = gather(sops, register)
    for dossier in dossiers:
        for one in dossier.versions:
            counts = "counts" if one is dossier.counted else "another version counts"
            by = dossier.match or "no line of the plan"
            DEBUG("%s: %s (%s), %s", one.received.name, dossier.key, by, counts)
    return Looked(sops, dossiers, crashes, forms)
