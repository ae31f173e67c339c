"""Letters on paper for agencies that get files back, when the operator asks for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.output.tree import COVER_LETTERS
from sopbatch.batch.products.pdf import pdf_problem
from sopbatch.batch.workshop.print_tasks import LetterTask
from sopbatch.batch.workshop.production import Products, make_all
from sopbatch.ledger import Past
from sopbatch.model import Register, Unit
from sopbatch.reading.values.nips import parse_nip
from sopbatch.report.week import GoesBack, Week
from sopbatch.text.file_names import distinct, safe_name
from sopbatch.text.names import name_key
from sopbatch.writing.letters.values import CoverLetter, Returned

STAGE = "Menyusun surat pengantar"
READY = "{count} surat pengantar siap diperiksa dan dinomori di folder {folder}."
NOT_TYPESET = (
    "Surat pengantar tidak ditulis karena pustaka “{library}” belum terpasang; jalankan “sopbatch "
    "doctor” untuk petunjuknya."
)


@dataclass(frozen=True, slots=True)
class _Letter:
    """The letter to one agency."""

    name: str
    task: LetterTask
    path: str
    recipe: str


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
        _Letter(one.unit, LetterTask(one), path, recipe("cover letter", one))
        for one, path in zip(letters, paths, strict=True)
    ]
    done = make_all(order, STAGE, jobs, past)
    products = tuple(item.product for item in done if item.product)
    return Products(
        products=products,
        incidents=tuple(item.incident for item in done if item.incident),
        failures=tuple(item.failure for item in done if item.failure),
        notes=(READY.format(count=len(products), folder=COVER_LETTERS),) if products else (),
    )


def _letters(order: Order, register: Register, week: Week, logo: bytes) -> Iterator[CoverLetter]:
    settings = register.settings
    signer = _unit(register, settings.organisation_bureau)
    by_unit: dict[str, list[GoesBack]] = {}
    for one in week.back:
        if one.unit:
            by_unit.setdefault(one.unit, []).append(one)
    for name, back in sorted(by_unit.items()):
        unit = _unit(register, name)
        yield CoverLetter(
            unit=name,
            salutation=(unit and unit.head_position) or f"Pimpinan {name}",
            files=tuple(map(_returned, back)),
            as_of=order.as_of,
            deadline=settings.round_deadline,
            government=settings.government,
            bureau=settings.organisation_bureau,
            address=settings.address,
            position=(signer and signer.head_position) or f"Kepala {settings.organisation_bureau}",
            name=signer.head_name if signer else "",
            nip=parse_nip(signer.head_nip).printed if signer else "",
            logo=logo,
        )


def _unit(register: Register, name: str) -> Unit | None:
    wanted = name_key(name)
    return next((unit for unit in register.units if name_key(unit.name) == wanted), None)


def _returned(one: GoesBack) -> Returned:
    review = one.review
    return Returned(
        title=review.heading,
        file=review.received.file_name,
        number=review.received.number,
        weight=one.weight,
        mistakes=one.mistakes.first,
        more=one.mistakes.more,
    )
