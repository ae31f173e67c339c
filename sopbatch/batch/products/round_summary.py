"""What a weekly round did, for the operator: the figures of the sheet Pekan ini, and what waits."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import recipe, staged, still_there
from sopbatch.batch.output.tree import LETTERS, LETTERS_TO_CHECK, REMINDERS, SUMMARY
from sopbatch.batch.workshop.production import Products
from sopbatch.ledger import Past
from sopbatch.report.week import Week
from sopbatch.text.shortening import one_line
from sopbatch.text.words import count, long_date

if TYPE_CHECKING:
    from sopbatch.writing.answers import Fact, ShortList

WHOM = re.compile(rb"^To: <?([!-;=?-~]{1,254})>?\r?$", re.MULTILINE)
MOST = 15
"""Lines of a list; all of them stand on the sheet."""
LONGEST = 200
NONE = ("", "-")
READY = "Ringkasan untuk operator siap diperiksa: {path}."
HELD, NOT_COUNTED = "Berkas ditahan", "belum dihitung dan belum dijawab"
WAITING = (
    (LETTERS, "konsep balasan"),
    (LETTERS_TO_CHECK, "konsep balasan ke alamat yang tidak tercatat"),
    (REMINDERS, "konsep pengingat"),
)


def round_summary(
    order: Order, seen: Seen, past: Past, week: Week, made: Sequence[Products], report: str
) -> Products:
    """A draft to the operator; `made` are the drafts that wait, `report` the report's place.

    A round begins it; runs between two rounds bring it up to date, since it would be wrong else.
    """
    address = order.summary_to or _address_of(order, past)
    if not address:
        return Products()
    from sopbatch.writing.answers import Fact, Summary, summary_draft

    settings = seen.register.settings
    figures = [Fact(one.name, count(one.number), one.words) for one in week.figures]
    held = len(seen.others.unsure)
    says = Summary(
        address=address,
        as_of=long_date(order.as_of),
        facts=(
            *figures,
            Fact(HELD, count(held), NOT_COUNTED if held else ""),
        ),
        drafts=tuple(_waiting(made)),
        lists=tuple(_lists(week)),
        report=report,
        bureau=settings.organisation_bureau,
        government=settings.government,
    )
    made_of = recipe("summary", says, order.texts.changed)
    kept = still_there(order.output, SUMMARY, made_of, past)
    draft = kept or staged(order.output, SUMMARY, made_of, summary_draft(says, order.texts))
    return Products(products=(draft,), notes=(READY.format(path=SUMMARY),))


def _address_of(order: Order, past: Past) -> str:
    """Whom the summary that stands there is for; "" when none of ours stands there."""
    if SUMMARY not in past.outputs:
        return ""
    try:
        data = (order.output / SUMMARY).read_bytes()
    except OSError:
        return ""
    found = WHOM.search(data)
    return found[1].decode("ascii") if found else ""


def _waiting(made: Sequence[Products]) -> "list[Fact]":
    from sopbatch.writing.answers import Fact

    paths = [one.path for part in made for one in part.products if one.path.endswith(".eml")]
    folders = [path.rpartition("/")[0] for path in paths]
    return [
        Fact(name, count(folders.count(folder)), folder)
        for folder, name in WAITING
        if folder in folders
    ]


def _lists(week: Week) -> "list[ShortList]":
    from sopbatch.writing.answers import ShortList

    told = {
        "Yang masuk": [
            (one.row.number, _file(one.row.name), one.row.unit, one.outcome.lower())
            for one in week.came
        ],
        "Perlu diputuskan": [(one.code, one.title, one.unit, one.what) for one in week.decide],
        "Jatuh tempo dalam 14 hari": [
            (one.line.plan_code, one.line.title, one.line.unit_name, long_date(one.due))
            for one in week.soon
        ],
    }
    return [
        ShortList(
            heading,
            tuple(_line(row) for row in rows[:MOST]),
            max(0, len(rows) - MOST),
        )
        for heading, rows in told.items()
        if rows
    ]


def _file(name: str) -> str:
    return name.rpartition("/")[2]


def _line(row: Sequence[str]) -> str:
    return one_line("; ".join(part for part in row if part not in NONE), LONGEST)
