"""Minutes (berita acara) of each SOP that Biro Organisasi decided to be verified."""

from collections.abc import Iterator

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import document_place
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.products.pdf import pdf_problem
from sopbatch.batch.products.signers import signer_of, unit_called
from sopbatch.batch.workshop.print_tasks import MinutesTask
from sopbatch.batch.workshop.production import Job, Products, products_of
from sopbatch.ledger import Past
from sopbatch.matching.known_then import judged_on
from sopbatch.matching.versions import sop_of
from sopbatch.model import Decision, Dossier, Register, Review, Severity, Unit
from sopbatch.schema.statuses import VERIFIED
from sopbatch.text.file_names import distinct
from sopbatch.text.words import count
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.minutes_values import CameIn, Minutes, Signatory

STAGE = "Menyusun berita acara verifikasi"
NAME = "Berita Acara Verifikasi {title}.pdf"
MOST = 30
"""Notes that the minutes list."""


def verifications(order: Order, seen: Seen, past: Past, logo: bytes) -> Products:
    """Minutes for every decision Terverifikasi with its day, beside the documents of the unit."""
    wanted = tuple(_wanted(order, seen))
    if not wanted or pdf_problem(order):
        return Products()
    settings = seen.register.settings
    head = Letterhead(settings.government, settings.organisation_bureau, settings.address, logo)
    paths = distinct(
        document_place(order.output, told.unit, NAME.format(title=told.title)) for told in wanted
    )
    jobs = [
        Job(told.title, MinutesTask(told, head), path, recipe("verification", told, head))
        for told, path in zip(wanted, paths, strict=True)
    ]
    return products_of(order, STAGE, jobs, past)


def _wanted(order: Order, seen: Seen) -> Iterator[Minutes]:
    register = seen.register
    for dossier in seen.dossiers:
        code = dossier.plan.code if dossier.plan else ""
        decision = register.decision_on(code, frozenset({VERIFIED.label}), order.as_of)
        judged = judged_on(dossier, decision.decided) if decision and decision.decided else None
        if decision and judged and not judged.errors:
            yield _minutes(dossier, decision, judged, register)


def _minutes(dossier: Dossier, decision: Decision, judged: Review, register: Register) -> Minutes:
    assert decision.decided
    sop, settings = sop_of(judged), register.settings
    unit = register.unit(dossier.unit_code) or Unit(code="", name=sop.unit_name)
    bureau = unit_called(register, settings.organisation_bureau)
    # NOTE: the newest stands first, and what came after the decision was not looked at.
    older = dossier.versions[dossier.versions.index(judged) :]
    looked = tuple(one for one in older if one.received.first_seen <= decision.decided)
    mended = _mended(looked[1:], judged)
    return Minutes(
        number=decision.document,
        day=decision.decided,
        unit=unit.name,
        title=dossier.title,
        sop_number=sop.number.raw,
        revision=sop.revision or 0,
        verifier=decision.decided_by,
        note=decision.note,
        files=tuple(map(_came_in, reversed(looked))),
        afterwards=None if looked else _came_in(judged),
        resolved=mended[:MOST],
        more=max(0, len(mended) - MOST),
        bureau=settings.organisation_bureau,
        signatories=(
            _writers(dossier, unit, bureau),
            _headed(bureau, settings.organisation_bureau),
        ),
    )


def _came_in(review: Review) -> CameIn:
    return CameIn(review.received.number, review.received.first_seen, _found(review))


def _writers(dossier: Dossier, unit: Unit, bureau: Unit) -> Signatory:
    """The side that wrote it; for an SOP of the bureau itself nobody signs twice."""
    if unit.code and unit.code == bureau.code:
        return Signatory(f"Tim penyusun {dossier.section}".strip(), "Ketua tim penyusun")
    return _headed(unit, unit.name)


def _headed(unit: Unit, called: str) -> Signatory:
    head = signer_of(unit, called)
    return Signatory(called, head.position, head.name, head.nip)


def _mended(earlier: tuple[Review, ...], judged: Review) -> tuple[str, ...]:
    """What earlier files had to mend and the judged one no longer has, oldest first."""
    left = {(one.code, one.place) for one in judged.findings}
    told = (
        finding.sentence
        for review in reversed(earlier)
        for finding in review.findings
        if finding.severity >= Severity.WARNING and (finding.code, finding.place) not in left
    )
    return tuple(dict.fromkeys(told))


def _found(review: Review) -> str:
    if review.errors:
        return f"{count(review.errors)} catatan harus diperbaiki"
    if review.warnings:
        return f"lengkap, dengan {count(review.warnings)} catatan yang sebaiknya diperbaiki"
    return "lengkap, tanpa catatan"
