"""Reminder drafts for agencies that are late or silent, when the operator asks for them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.assessing.senders import addresses_of
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import Product, recipe
from sopbatch.batch.output.tree import REMINDERS
from sopbatch.batch.products.mail_files import mail_files
from sopbatch.batch.products.signers import salutation_of
from sopbatch.batch.workshop.production import Products
from sopbatch.ledger import Past
from sopbatch.model import Settings, SopLine, Unit, iso_week
from sopbatch.report.decision_rules import BUREAU
from sopbatch.report.decisions import decision_rule
from sopbatch.schema.statuses import DRAFT, NEEDS_CORRECTION
from sopbatch.text.file_names import distinct, safe_name
from sopbatch.text.words import long_date

if TYPE_CHECKING:
    from sopbatch.writing.answers import Reminder

READY = "{count} konsep pengingat siap diperiksa di folder {folder}."
NOWHERE = "{count} perangkat daerah perlu diingatkan tetapi belum tercatat alamatnya: {names}."
MISSING, AWAITED = "belum dikirim", "menunggu perbaikan"
DRAFTED, COMPILED = "masih Draf, belum diajukan", "berstatus {status}, menunggu pengesahan"
WORD = re.compile(r"^\s*(?:surat\b\s*)?(?:(?:nomor|no)\b[.:\s]*)?", re.IGNORECASE)
MOST = 10
"""Names in a note."""


def reminders(order: Order, seen: Seen, past: Past) -> Products:
    """A draft and a short text for each agency that is late or silent."""
    if not (order.reminders and seen.counts.can_count_plan):
        return Products()
    told, lost = [], []
    for row in seen.counts.units:
        lines = missed(seen.counts.lines, row.unit, silent=row.silent)
        addresses = addresses_of(row.unit)
        if lines and addresses:
            told.append(_reminder(order, seen, row.unit, lines, addresses, silent=row.silent))
        elif lines:
            lost.append(row.unit.name)
    stems = distinct(f"{REMINDERS}/{safe_name(one.unit)}" for one in told)
    products = [
        item
        for stem, one in zip(stems, told, strict=True)
        for item in _written(order, past, stem, one)
    ]
    notes = [READY.format(count=len(told), folder=REMINDERS)] if told else []
    if lost:
        notes.append(NOWHERE.format(count=len(lost), names="; ".join(lost[:MOST])))
    return Products(products=tuple(products), notes=tuple(notes))


def missed(lines: tuple[SopLine, ...], unit: Unit, *, silent: bool) -> tuple[SopLine, ...]:
    """Titles of the plan that are late; all of them of an agency that sent nothing.

    What waits for Biro Organisasi is not the agency's to finish, and it is not reminded of it.
    """
    own = (line for line in lines if line.unit_code == unit.code and line.plan_code)
    return tuple(line for line in own if (silent or line.late) and _is_the_agencys(line))


def _is_the_agencys(line: SopLine) -> bool:
    rule = decision_rule(line, frozenset())
    return rule is not None and (rule.owner != BUREAU or line.awaiting_correction)


def _reminder(
    order: Order,
    seen: Seen,
    unit: Unit,
    lines: tuple[SopLine, ...],
    addresses: tuple[str, ...],
    *,
    silent: bool,
) -> "Reminder":
    from sopbatch.writing.answers import Overdue, Reminder

    settings = seen.register.settings
    titles = tuple(
        Overdue(
            " ".join(line.title.split())[:300],
            long_date(line.deadline) if line.deadline else "",
            state(line),
        )
        for line in lines
    )
    return Reminder(
        addresses=addresses,
        unit=unit.name,
        salutation=salutation_of(unit),
        letter=_letter(unit),
        titles=titles,
        silent=silent,
        as_of=long_date(order.as_of),
        week=iso_week(order.as_of),
        deadline=asked_by(settings, order.as_of, lines),
        bureau=settings.organisation_bureau,
        government=settings.government,
        contact=settings.address,
    )


def asked_by(settings: Settings, day: date, lines: Iterable[SopLine]) -> str:
    """Until when these titles are asked for, in words; "" where one of them is due later."""
    end = settings.asked_by(day)
    due = (line.deadline for line in lines if line.deadline)
    return long_date(end) if end and end >= max(due, default=end) else ""


def _letter(unit: Unit) -> str:
    """The letter's number and date, without the word for it."""
    return " ".join(WORD.sub("", unit.letter).split())[:150]


def state(line: SopLine) -> str:
    """What an SOP of the agency waits for, in words."""
    if not line.received:
        return MISSING
    if line.awaiting_correction or line.status == NEEDS_CORRECTION.label:
        return AWAITED
    return DRAFTED if line.status == DRAFT.label else COMPILED.format(status=line.status)


def _written(order: Order, past: Past, stem: str, one: "Reminder") -> Iterator[Product]:
    from sopbatch.writing.answers import reminder_draft, reminder_short

    made_of = recipe("reminder", one, order.texts.changed)

    mail = partial(reminder_draft, one, order.texts)
    words = partial(reminder_short, one, order.texts)
    return mail_files(order, past, stem, made_of, mail, words)
