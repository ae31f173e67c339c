"""What officers have mended since the version they sent before."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from string import digits

from sopbatch.ledger import read_earlier
from sopbatch.model import Dossier, Earlier, Finding, Progress, Review, Severity, ToldBefore

Key = tuple[str, ...]
_NO_DIGITS = str.maketrans("", "", digits)
ALIKE: tuple[Callable[[ToldBefore], Key], ...] = (
    lambda told: (told.code, told.cell),
    lambda told: (told.code, told.sentence),
    lambda told: (told.code, told.sentence.translate(_NO_DIGITS)),
)
"""By what a finding is the same one as before, tried in this order: rows may have moved since."""
COUNTED = frozenset(severity.code for severity in Severity if severity >= Severity.WARNING)


def progress_by_file(
    folder: Path, dossiers: tuple[Dossier, ...], before: int | None = None
) -> Mapping[str, Progress]:
    """sha256 of every workbook with an earlier version in the ledger, and how far it has come.

    With the id `before` of a run, only runs stored before it are looked at.

    Raises:
        SopbatchError: the ledger in the output folder cannot be read.
    """
    reviews = {
        review.received.sha256: (review, dossier.key)
        for dossier in dossiers
        for review in dossier.versions
    }
    earlier = read_earlier(folder, {sha256: key for sha256, (_, key) in reviews.items()}, before)
    return {sha256: progress_since(told, reviews[sha256][0]) for sha256, told in earlier.items()}


def progress_since(earlier: Earlier, review: Review) -> Progress:
    """Galat and peringatan of then and now compared; what is waived by now is left out."""
    waived = [_told(finding) for finding in review.findings if finding.waived]
    then = [told for told in earlier.told if told.severity in COUNTED]
    now = [_told(finding) for finding in review.findings if not finding.waived]
    now = [told for told in now if told.severity in COUNTED]
    for key in ALIKE:
        then, waived = _without_pairs(then, waived, key)
    fixed, new = then, now
    for key in ALIKE:
        fixed, new = _without_pairs(fixed, new, key)
    return Progress(len(fixed), len(then) - len(fixed), len(new), earlier.versions + 1)


def _told(finding: Finding) -> ToldBefore:
    cell = "" if finding.cell is None else str(finding.cell)
    return ToldBefore(finding.code, finding.severity.code, cell, finding.sentence)


def _without_pairs(
    left: list[ToldBefore], right: list[ToldBefore], key: Callable[[ToldBefore], Key]
) -> tuple[list[ToldBefore], list[ToldBefore]]:
    """Both sides without what the other side has as well, each taken once."""
    common = Counter(map(key, left)) & Counter(map(key, right))
    return _less(left, common, key), _less(right, common, key)


def _less(
    told: list[ToldBefore], common: Counter[Key], key: Callable[[ToldBefore], Key]
) -> list[ToldBefore]:
    left = Counter(common)
    rest = []
    for one in told:
        if left[key(one)] > 0:
            left[key(one)] -= 1
        else:
            rest.append(one)
    return rest
