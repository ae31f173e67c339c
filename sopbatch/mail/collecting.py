"""All mails of a folder that lie behind a place, parcel by parcel, over lines that may break."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sopbatch.mail.account import Account, LineError
from sopbatch.mail.mailbox import Listed, Mailbox, opened

TOGETHER = 200
"""Mails of one parcel."""
BYTES_TOGETHER = 16 << 20
"""Bytes of one parcel; a larger mail is one by itself."""
TRIES = 4
"""Connections in a row that may bring nothing."""


@dataclass(frozen=True, slots=True)
class ReadMark:
    """How far a folder has been read."""

    validity: int = 0
    """UIDVALIDITY; 0 when unknown: then nothing is known to have been read."""
    last: int = 0
    """The highest UID up to which everything was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailBatch:
    """Mails that came together."""

    place: ReadMark
    """Where the folder is read up to once these are kept."""
    mails: tuple[tuple[int, bytes], ...]
    gone: int
    """Mails that somebody removed since they were listed."""
    large: tuple[Listed, ...]
    """Mails beyond what is taken."""
    older: int
    """Mails from before the day asked for."""
    left: int
    """Mails that come behind it."""


def collect(
    account: Account,
    folder: str,
    start: ReadMark,
    take: Callable[[MailBatch], None],
    *,
    largest: int,
    since: date | None = None,
    pause: Callable[[int], None],
) -> None:
    """Hand over every mail behind `start`, each parcel once it is whole.

    A line that breaks is had anew where it broke; `pause` waits before the n-th try.

    Raises:
        LineError: it broke too often without bringing anything.
        SopbatchError: as opened.
    """
    place, tries = start, 0
    while True:
        try:
            with opened(account, folder) as box:
                if not box.validity or box.validity != place.validity:
                    place = ReadMark(box.validity)
                for parcel in _parcels(box, place, largest, since):
                    take(parcel)
                    place = parcel.place
                    # Without UIDVALIDITY a new line begins anew: that is no progress.
                    tries = 0 if box.validity else tries
                return
        except LineError:
            tries += 1
            if tries >= TRIES:
                raise
            pause(tries)


def _parcels(
    box: Mailbox, place: ReadMark, largest: int, since: date | None
) -> Iterator[MailBatch]:
    """What lies behind `place`; mails of before `since` and such as are too large stay there."""
    listed = box.listed(place.last)
    left = len(listed)
    for together in _together(listed):
        left -= len(together)
        recent = [one for one in together if not (since and one.day and one.day < since)]
        wanted = [one.uid for one in recent if one.size <= largest]
        found = box.mails(wanted) if wanted else {}
        yield MailBatch(
            place=ReadMark(box.validity, together[-1].uid),
            mails=tuple((uid, found[uid]) for uid in wanted if uid in found),
            gone=len(wanted) - len(found),
            large=tuple(one for one in recent if one.size > largest),
            older=len(together) - len(recent),
            left=left,
        )


def _together(listed: tuple[Listed, ...]) -> Iterator[list[Listed]]:
    parcel: list[Listed] = []
    size = 0
    for one in listed:
        if parcel and (len(parcel) == TOGETHER or size + one.size > BYTES_TOGETHER):
            yield parcel
            parcel, size = [], 0
        parcel.append(one)
        size += one.size
    if parcel:
        yield parcel
