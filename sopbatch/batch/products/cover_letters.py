"""Letters on paper for agencies that get files back, when the operator asks for them."""

from collections.abc import Iterator
from dataclasses import replace

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.output.tree import COVER_LETTERS
from sopbatch.batch.products.pdf import pdf_problem
from sopbatch.batch.products.signers import salutation_of, signer_of, unit_called
from sopbatch.batch.workshop.print_tasks import LetterTask
from sopbatch.batch.workshop.production import Job, Products, products_of
from sopbatch.ledger import Past
from sopbatch.model import Register
from sopbatch.report.week import GoesBack, Week
from sopbatch.text.file_names import distinct, safe_name
from sopbatch.writing.letters.values import CoverLetter, Returned

STAGE = "Menyusun surat pengantar"
READY = "{count} surat pengantar siap diperiksa dan dinomori di folder {folder}."
NOT_TYPESET = (
    "Surat pengantar tidak ditulis karena pustaka “{library}” belum terpasang; jalankan “sopbatch "
    "doctor” untuk petunjuknya."
)


def cover_letters(order: Order, seen: Seen, past: Past, week: Week, logo: bytes) -> Products:
    """One letter for each agency with files that go back now."""
    if not order.cover_letters:
        return Products()
    letters = tuple(_letters(order, seen.register, week, logo))
    if not letters:
        return Products()
    if missing := pdf_problem(order):
        return Products(notes=(NOT_TYPESET.format(library=missing),))
    paths = distinct(f"{COVER_LETTERS}/{safe_name(f'{one.unit}.pdf')}" for one in letters)
    jobs = [
        Job(one.unit, LetterTask(one), path, recipe("cover letter", one))
        for one, path in zip(letters, paths, strict=True)
    ]
    made = products_of(order, STAGE, jobs, past)
    if not made.products:
        return made
    return replace(made, notes=(READY.format(count=len(made.products), folder=COVER_LETTERS),))


def _letters(order: Order, register: Register, week: Week, logo: bytes) -> Iterator[CoverLetter]:
    settings = register.settings
    bureau = unit_called(register, settings.organisation_bureau)
    signs = signer_of(bureau, settings.organisation_bureau)
    by_unit: dict[str, list[GoesBack]] = {}
    for one in week.back:
        if one.unit:
            by_unit.setdefault(one.unit, []).append(one)
    for name, back in sorted(by_unit.items()):
        yield CoverLetter(
            unit=name,
            salutation=salutation_of(unit_called(register, name)),
            files=tuple(map(_returned, back)),
            as_of=order.as_of,
            deadline=settings.asked_by(order.as_of),
            government=settings.government,
            bureau=settings.organisation_bureau,
            address=settings.address,
            position=signs.position,
            name=signs.name,
            nip=signs.nip,
            logo=logo,
        )


def _returned(one: GoesBack) -> Returned:
    review = one.review
    return Returned(
        title=review.heading,
        file=review.received.file_name,
        number=review.received.number,
        weight=one.weight,
        mistakes=one.mistakes.first,
        more=one.mistakes.more,
        accepted=review.publishable,
    )
