"""One draft of an answer for each sender of mails: what came of the files, and what to mend.

Drafts are for the operator to look at. Documents and marked copies hold names and NIPs, so they go
with an answer only when the register names the address for that very agency.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.assessing.going_back import ended
from sopbatch.batch.assessing.senders import addresses, speaks_for
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import Product, bytes_of, recipe
from sopbatch.batch.output.tree import LETTERS, LETTERS_TO_CHECK
from sopbatch.batch.products.mail_files import mail_files
from sopbatch.batch.products.sender_files import SenderFiles, files_by_sender
from sopbatch.batch.products.signers import salutation_of
from sopbatch.batch.workshop.production import Products
from sopbatch.ledger import Past
from sopbatch.model import Letter, Passed, Register, Review, Unit
from sopbatch.text.file_names import distinct, safe_name
from sopbatch.text.words import long_date

if TYPE_CHECKING:
    from sopbatch.writing.answers import Answer, AnsweredWorkbook, UnreadAttachment

LARGEST = 8 << 20
"""Bytes of all attachments of an answer: coded they are a third more, and servers stop at 10 MB."""
UNSURE = (
    "{count} surel tidak dibuatkan balasan karena alamat pengirimnya tidak pasti; lihat lembar "
    "Berkas Diterima."
)
UNKNOWN = (
    "{count} konsep balasan ditujukan ke alamat yang tidak tercatat di daftar induk dan tidak "
    "memuat lampiran; periksa dahulu di folder {folder}."
)
READY = "{count} konsep balasan surel siap diperiksa di folder {folder}."
TOO_LARGE = "{name} (terlalu besar untuk surel; kami sampaikan dengan cara lain)"
NOT_THEIRS = "{name} (alamat ini tidak tercatat untuk perangkat daerah tersebut)"
UNREAD = "Berkas ini belum dapat kami baca."
REPLACED = "Sudah digantikan berkas yang lebih baru, jadi tidak perlu diperbaiki."
ACCEPTED = "Diterima."
ENDED = "Diterima. SOP ini tercatat berstatus {status}."
ADVISED = "Diterima. Ada {count} hal yang sebaiknya diperbaiki pada kesempatan berikutnya."
HELD = "Belum dapat diterima: {count} hal harus diperbaiki."


Parts = tuple[tuple[str, Product], ...]
"""Attachments by the name they go under."""


@dataclass(frozen=True, slots=True)
class _Made:
    """Products that may go with an answer, by path, and where those of each workbook stand."""

    products: Mapping[str, Product]
    documents: Mapping[str, str]
    copies: Mapping[str, str]
    previews: Mapping[str, str]
    ended: Mapping[str, str]
    """Status of SOPs that are in use no more, by the workbook that counts."""


@dataclass(slots=True)
class _Enclosures:
    """What goes with one answer, as long as there is room."""

    parts: list[tuple[str, Product]] = field(default_factory=list)
    left: int = LARGEST

    def takes(self, name: str, item: Product, size: int) -> bool:
        """Whether it went in."""
        if size > self.left:
            return False
        self.left -= size
        self.parts.append((name, item))
        return True


def answers(
    order: Order, seen: Seen, past: Past, made: Products, marked: Products, shown: Products
) -> Products:
    """A draft and a short text for each sender whose mails lie in the input."""
    by_sender, unsure = files_by_sender(seen, order.as_of)
    given = {item.path: item for part in (made, marked, shown) for item in part.products}
    known = _Made(given, made.of, marked.of, shown.of, ended(seen.counts.lines))
    by_address = addresses(seen.register)
    told = [
        _answer(order, seen, known, address, sent, by_address)
        for address, sent in sorted(by_sender.items())
    ]
    stems = distinct(
        f"{LETTERS if one.registered else LETTERS_TO_CHECK}/{safe_name(one.address)}"
        for one, _ in told
    )
    products = [
        item
        for stem, (one, parts) in zip(stems, told, strict=True)
        for item in _written(order, past, stem, one, parts)
    ]
    strangers = sum(not one.registered for one, _ in told)
    notes = (
        (READY.format(count=len(told) - strangers, folder=LETTERS), len(told) - strangers),
        (UNKNOWN.format(count=strangers, folder=LETTERS_TO_CHECK), strangers),
        (UNSURE.format(count=unsure), unsure),
    )
    return Products(products=tuple(products), notes=tuple(note for note, count in notes if count))


def _answer(
    order: Order,
    seen: Seen,
    made: _Made,
    address: str,
    sent: SenderFiles,
    by_address: Mapping[str, tuple[Unit, ...]],
) -> tuple["Answer", Parts]:
    """What to say, and what goes with it."""
    from sopbatch.writing.answers import Answer

    units, letter, settings = by_address.get(address, ()), sent.latest, seen.register.settings
    files = [
        (review, name, _files_of(review, made) if review.reading else ())
        for review, name in sorted(sent.reviews.values(), key=partial(_urgency, seen))
    ]
    names = iter(distinct(path.rpartition("/")[2] for *_, paths in files for path in paths))
    enclosures = _Enclosures()
    books: list[AnsweredWorkbook] = []
    for review, name, paths in files:
        theirs = _is_of(units, review, seen.register)
        enclosed, left_out = [], []
        for path in paths:
            own, item = next(names), made.products[path]
            if not theirs:
                left_out.append(NOT_THEIRS.format(name=own))
            elif not enclosures.takes(own, item, len(_bytes(order, item))):
                left_out.append(TOO_LARGE.format(name=own))
            else:
                enclosed.append(own)
        book = _book(seen, review, name, made.ended.get(review.received.sha256, ""))
        books.append(replace(book, enclosed=tuple(enclosed), left_out=tuple(left_out)))
    answer = Answer(
        address=address,
        name=letter.sender_name,
        salutation=_salutation(units, letter),
        subject=letter.subject,
        sent=long_date(date.fromisoformat(letter.day)) if letter.sent else "",
        in_reply_to=letter.message_id,
        references=letter.references,
        as_of=long_date(order.as_of),
        books=tuple(books),
        asides=tuple(_asides(sent)),
        deadline=long_date(end) if (end := settings.asked_by(order.as_of)) else "",
        bureau=settings.organisation_bureau,
        government=settings.government,
        contact=settings.address,
        registered=bool(units),
    )
    return answer, tuple(enclosures.parts)


def _urgency(seen: Seen, pair: tuple[Review, str]) -> tuple[int, str]:
    """What must be mended is told first, and has the first room among the attachments."""
    review, name = pair
    if review.received.sha256 in seen.counts.replaced:
        return 2, name
    return int(review.publishable), name


def _files_of(review: Review, made: _Made) -> tuple[str, ...]:
    """Paths of what was made of a workbook: its document, or its marked copy and preview."""
    sha256 = review.received.sha256
    paths = (made.documents.get(sha256), made.copies.get(sha256), made.previews.get(sha256))
    return tuple(path for path in paths if path and path in made.products)


def _bytes(order: Order, item: Product) -> bytes:
    return (order.output / item.path).read_bytes() if item.data is None else bytes_of(item)


def _is_of(units: tuple[Unit, ...], review: Review, register: Register) -> bool:
    """Whether an SOP is that of an agency of an address, or of what hangs below it."""
    code = review.reading.unit_code if review.reading else ""
    return speaks_for(units, code, register)


def _salutation(units: tuple[Unit, ...], letter: Letter) -> str:
    if units:
        return salutation_of(units[-1])
    return letter.sender_name or "Bapak/Ibu pengirim"


def _book(seen: Seen, review: Review, name: str, status: str) -> "AnsweredWorkbook":
    """What came of a workbook; `status` is that of an SOP that is in use no more."""
    from sopbatch.writing.answers import AnsweredWorkbook, first_to_mend
    from sopbatch.writing.returned.words import clean

    received = review.received
    file = name.rpartition("/")[2]
    title = " ".join(clean(review.heading).split())
    mend, more = first_to_mend(review)
    mend = tuple(tuple(" ".join(text.split()) for text in line) for line in mend)  # type: ignore[misc]
    accepted = review.publishable
    if received.sha256 in seen.counts.replaced:
        verdict, mend, more, accepted = REPLACED, (), 0, True
    elif review.reading is None:
        verdict = UNREAD
    elif not review.publishable:
        verdict = HELD.format(count=review.errors)
    elif status:
        verdict, mend, more = ENDED.format(status=status), (), 0
    else:
        verdict = ADVISED.format(count=review.warnings) if review.warnings else ACCEPTED
        if not review.warnings:
            mend, more = (), 0
    return AnsweredWorkbook(
        title=title[:300] or file,
        file=file,
        number=received.number,
        verdict=verdict,
        mend=mend,
        more=more,
        accepted=accepted,
    )


def _asides(sent: SenderFiles) -> Iterator["UnreadAttachment"]:
    """What was not read; pictures beside workbooks are signatures and emblems."""
    from sopbatch.writing.answers import UnreadAttachment

    silent = {Passed.OPENED, Passed.SAME_PARCEL, Passed.BARE_MAIL, Passed.BARE_PACKAGE}
    if sent.reviews:
        silent.add(Passed.PICTURE)
    for name, reason in sent.asides:
        if reason not in silent:
            yield UnreadAttachment(name.rpartition("/")[2], reason)


def _written(
    order: Order, past: Past, stem: str, answer: "Answer", parts: Parts
) -> Iterator[Product]:
    """The draft and the short text; what stands there from the same is kept."""
    from sopbatch.writing.answers import Attachment, draft, short_text

    known = [(name, item.sha256) for name, item in parts]
    made_of = recipe("answer", answer, known, order.texts.changed)

    def mail() -> bytes:
        enclosed = [Attachment(name, _bytes(order, item)) for name, item in parts]
        return draft(answer, enclosed, order.texts)

    words = partial(short_text, answer, order.texts)
    return mail_files(order, past, stem, made_of, mail, words)
