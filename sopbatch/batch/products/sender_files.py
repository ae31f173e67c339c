"""What each address sent: every file with the mails it came in, gathered by sender."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.model import Letter, Review, iso_week

MACHINES = re.compile(r"(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@")
"""Addresses that nobody reads: an answer to one comes back."""


@dataclass(slots=True)
class SenderFiles:
    """What one address sent."""

    letters: list[Letter] = field(default_factory=list)
    """One for each thing that came; a mail that brought several stands there as often."""
    reviews: dict[str, tuple[Review, str]] = field(default_factory=dict)
    """sha256 to the review and the name it came under."""
    asides: list[tuple[str, str]] = field(default_factory=list)
    """Names of what was not taken, with the reason."""

    @property
    def latest(self) -> Letter:
        """The mail that is answered."""
        return max(self.letters, key=lambda letter: (letter.sent, letter.container))


def files_by_sender(seen: Seen, as_of: date) -> tuple[dict[str, SenderFiles], int]:
    """What each address sent of which something came this week, and how many mails have none."""
    by_sender: dict[str, SenderFiles] = {}
    unsure: set[tuple[str, str]] = set()
    for letter, name, came in _came(seen):
        if not letter.is_mail or MACHINES.match(letter.sender):
            continue
        if not letter.sender.isascii() or not letter.sender:
            unsure.add((letter.container, letter.message_id))
            continue
        sent = by_sender.setdefault(letter.sender, SenderFiles())
        sent.letters.append(letter)
        if isinstance(came, Review):
            sent.reviews.setdefault(came.received.sha256, (came, name))
        else:
            sent.asides.append((name, came))
    held = {letter.sender for file, _ in seen.others.unsure for _, letter in file.letters}
    told = {
        address: sent
        for address, sent in by_sender.items()
        # Of a file that is held nothing is said, not even that nothing was found.
        if _is_new(sent, as_of) and (sent.reviews or address not in held)
    }
    return told, len(unsure)


def _came(seen: Seen) -> Iterator[tuple[Letter, str, Review | str]]:
    """Everything that came by mail under its name: what was read, or why it was not taken."""
    for review in seen.every:
        for name, letter in () if review.received.from_archive else review.received.letters:
            yield letter, name, review
    letters = dict(seen.others.letters)
    for name, reason in seen.others.untaken:
        if name in letters:
            yield letters[name], name, reason


def _is_new(sent: SenderFiles, as_of: date) -> bool:
    """Whether something of it came this week: what came before was answered then."""
    days = [review.received.first_seen for review, _ in sent.reviews.values()]
    return not days or any(iso_week(day) == iso_week(as_of) for day in days)
