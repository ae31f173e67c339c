"""What a later mail brought again, after something else: the last that came is meant.

Only mails tell that: a file that lies in the inbox again may have been put back from a copy, and
one in an archive may have been packed along. A mail is read twice under its own date, so that
nothing is sent again by reading. A date after the report is no date.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sopbatch.model import Dossier, Letter, Parcel, Received, Review
from sopbatch.text.words import long_date

TOLD = (
    "Berkas “{file}” ({number}) dikirim lagi {day}, setelah “{other}” ({other_number}); isinya "
    "yang sekarang menjadi versi terbaru."
)
NEWS = timedelta(days=7)
"""How long a file sent again is news."""


def with_later_mails(
    reviews: Iterable[Review], parcels: Iterable[Parcel], as_of: date
) -> tuple[Review, ...]:
    """The reviews, each with the days of mails that brought its content again.

    `parcels`: what earlier runs knew of mails; those that have left the inbox still tell.
    """
    known: dict[str, list[Letter]] = {}
    for parcel in parcels:
        if parcel.day <= as_of:
            known.setdefault(parcel.sha256, []).append(parcel.letter)
    return tuple(_told(review, known, as_of) for review in reviews)


def _told(review: Review, known: Mapping[str, Sequence[Letter]], as_of: date) -> Review:
    own = review.received
    letters = (*(letter for _, letter in own.letters), *known.get(own.sha256, ()))
    days = {day for day in _days(letters, as_of) if day > own.first_seen}
    if not days:
        return review
    received = replace(own, sent_again=tuple(sorted(days)))
    return replace(review.with_read(received=received), received=received)


def _days(letters: Iterable[Letter], as_of: date) -> Iterator[date]:
    for letter in letters:
        if letter.is_mail and letter.day and (day := date.fromisoformat(letter.day)) <= as_of:
            yield day


def overtaken(dossiers: Iterable[Dossier], as_of: date) -> Iterator[str]:
    """Sentences for the operator: which older file took a newer one's place, these days."""
    for dossier in dossiers:
        newest = dossier.versions[0].received if dossier.versions else None
        if newest is None or not newest.sent_again or newest.arrived + NEWS <= as_of:
            continue
        files = [one.received for one in dossier.versions[1:]]
        if between := [one for one in files if _came_between(one, newest)]:
            other = max(between, key=lambda one: (one.came, one.sha256))
            yield TOLD.format(
                file=newest.file_name,
                number=newest.number,
                day=long_date(newest.arrived),
                other=other.file_name,
                other_number=other.number,
            )


def _came_between(other: Received, newest: Received) -> bool:
    return newest.came < other.came and other.came_last < newest.came_last
