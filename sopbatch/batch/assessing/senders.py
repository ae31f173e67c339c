"""Files that came by mail from somebody who does not speak for the agency are held.

A sender is the outermost mail's own word and proves nothing, but an address that the register does
not name is surely no agency's. What an earlier run took in stays taken in: otherwise whoever sends
a copy of a known file could take it out of the counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sopbatch.model import Admission, Letter, Received, Register, Review, Unit, receipt_key
from sopbatch.report.files import DOUBTED
from sopbatch.rules import unit_of
from sopbatch.schema.statuses import REJECTED
from sopbatch.text.words import long_date

ADDRESS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
MAILS = (".eml", ".mbox", ".mbx", ".msg")
NAMED = 3
"""Files that the note names; all of them stand on the sheet."""
HELD = f"{DOUBTED}{{doubt}}"
UNSURE = "alamat pengirim surelnya tidak pasti"
STRANGER = "alamat pengirim {sender} tidak tercatat di daftar induk"
OTHERS = "alamat pengirim {sender} tercatat untuk {theirs}, bukan untuk {owner}"
NOT_TAKEN = "tidak diterima menurut {by}{day}{reason}"
NOTE = (
    "{count} berkas ditahan karena pengirimnya belum dikenal dan tidak ikut dihitung ({files}); "
    "lihat lembar Pekan ini pada lampiran, lalu putuskan di lembar Keputusan daftar induk."
)
NO_ADDRESS = (
    "Daftar induk belum memuat alamat surel, sehingga pengirim surel tidak dapat dicocokkan dan "
    "tidak ada berkas yang ditahan."
)
NO_FILE = (
    "Lembar Keputusan baris {row}: tanda terima “{number}” tidak dikenal; “{verdict}” tidak "
    "berpengaruh."
)
Held = tuple[tuple[Received, str], ...]


def addresses_of(unit: Unit) -> tuple[str, ...]:
    """The addresses to write to; () where a mail program might not take one of them."""
    found = tuple(dict.fromkeys(ADDRESS.findall(unit.email)))
    return found if all(one.isascii() for one in found) else ()


def addresses(register: Register) -> Mapping[str, tuple[Unit, ...]]:
    """Units by each of their addresses, in lower case."""
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in register.units:
        for address in ADDRESS.findall(unit.email):
            found[address.lower()] = (*found.get(address.lower(), ()), unit)
    return found


def speaks_for(units: Iterable[Unit], code: str, register: Register) -> bool:
    """Whether one of the units is the one of that code, or above it."""
    codes, seen = {unit.code for unit in units}, set[str]()
    while code and code not in seen:
        if code in codes:
            return True
        seen.add(code)
        above = register.unit(code)
        code = above.parent if above else ""
    return False


def by_sender(
    reviews: Sequence[Review], register: Register, as_of: date, known: frozenset[str]
) -> tuple[tuple[Review, ...], Held, tuple[str, ...]]:
    """The reviews that go on, the files that are held with the reason, and notes.

    `known` are contents that earlier runs took in.
    """
    verdicts = {
        _key(one.key): one
        for one in register.admissions
        if one.decided is None or one.decided <= as_of
    }
    door = _Door(register, addresses(register), verdicts, known)
    reasons = [door.reason(review) for review in reviews]
    on = tuple(review for review, reason in zip(reviews, reasons, strict=True) if not reason)
    held = tuple(
        (review.received, reason) for review, reason in zip(reviews, reasons, strict=True) if reason
    )
    notes = [NOTE.format(count=len(held), files=_named(held))] if held else []
    if not door.by_address and register.present and any(_mails(one.received) for one in reviews):
        notes.append(NO_ADDRESS)
    return on, held, (*notes, *_without_effect(register, reviews))


@dataclass(frozen=True, slots=True)
class _Door:
    """Who may send for whom: by the register, and by what Biro Organisasi decided of senders."""

    register: Register
    by_address: Mapping[str, tuple[Unit, ...]]
    verdicts: Mapping[str, Admission]
    """By receipt number or address."""
    known: frozenset[str]
    """Contents that earlier runs took in."""

    def reason(self, review: Review) -> str:
        """Why a file is held; "" when it is not."""
        told = self.verdicts.get(_key(review.received.number))
        if told is not None:
            return _refusal(told)
        mails = _mails(review.received)
        if not mails or not self.by_address or review.received.sha256 in self.known:
            return ""
        reasons = [self._doubt(review, letter.sender) for letter in mails]
        return "" if "" in reasons else reasons[0]

    def _doubt(self, review: Review, sender: str) -> str:
        """Why the sender of one mail does not speak for the agency; "" when it does."""
        told = self.verdicts.get(sender) if sender else None
        if told is not None:
            return _refusal(told)
        units, owner = self.by_address.get(sender, ()), self._owner(review)
        if units and (owner is None or speaks_for(units, owner.code, self.register)):
            return ""
        if not units:
            doubt = STRANGER.format(sender=sender) if sender else UNSURE
        else:
            theirs = " dan ".join(unit.name for unit in units)
            doubt = OTHERS.format(sender=sender, theirs=theirs, owner=owner.name if owner else "")
        return HELD.format(doubt=doubt)

    def _owner(self, review: Review) -> Unit | None:
        """The unit that a file says it is of."""
        if review.submission:
            return self.register.unit(unit_of(review.submission.sop, self.register))
        return self.register.unit(review.form.unit_code) if review.form else None


def _named(held: Sequence[tuple[Received, str]]) -> str:
    """The first few files, each with its sender."""
    told = []
    for received, _ in held[:NAMED]:
        senders = [letter.sender for _, letter in received.letters]
        told.append(f"{received.file_name} dari {senders[0] or 'pengirim yang tidak pasti'}")
    more = len(held) - NAMED
    return "; ".join((*told, *([f"dan {more} lainnya"] if more > 0 else ())))


def _mails(received: Received) -> tuple[Letter, ...]:
    """The mails that brought a file; none when the operator put it into the folder as well."""
    if not received.only_enclosed:
        return ()
    letters = tuple(letter for _, letter in received.letters)
    return letters if all(map(_by_mail, letters)) else ()


def _by_mail(letter: Letter) -> bool:
    # A mail may lack all that tells one from an archive; its file has the end of one.
    return letter.is_mail or letter.container.lower().endswith(MAILS)


def _refusal(told: Admission) -> str:
    """Why what was decided keeps a file out; "" when it lets it in."""
    if told.verdict != REJECTED:
        return ""
    day = f" pada {long_date(told.decided)}" if told.decided else ""
    reason = f": {told.reason}" if told.reason else ""
    return NOT_TAKEN.format(by=told.by, day=day, reason=reason)


def _key(text: str) -> str:
    return text.strip().lower() if "@" in text else receipt_key(text)


def _without_effect(register: Register, reviews: Sequence[Review]) -> Iterator[str]:
    numbers = {receipt_key(review.received.number) for review in reviews}
    for one in register.admissions:
        if "@" not in one.key and receipt_key(one.key) not in numbers:
            yield NO_FILE.format(row=one.row, number=one.key, verdict=one.verdict)
