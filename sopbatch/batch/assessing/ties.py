"""Files that the operator ties to a planned title: from then on that SOP's title is known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sopbatch.model import PlanLine, Register, Review, Tie
from sopbatch.model.received import receipt_key
from sopbatch.rules import unit_of
from sopbatch.text.words import long_date

PLACE = "Lembar Keputusan baris {row}"
NO_FILE = PLACE + ": tidak ada berkas dengan tanda terima “{number}” untuk dikaitkan."
NO_SOP = PLACE + ": berkas “{number}” tidak terbaca sebagai SOP, jadi tidak dapat dikaitkan."
OTHER_UNIT = PLACE + ": berkas “{number}” bukan dari perangkat daerah rencana {code}."
LATER = PLACE + ": “{number}” baru dikaitkan pada {day}."


def with_ties(
    register: Register, reviews: Sequence[Review], as_of: date
) -> tuple[Register, tuple[str, ...]]:
    """The register in which each tied title is another title of its line; a note for each other.

    It is the title that is tied, not the one file: its corrections come as new files.
    """
    lines = {line.code: line for line in register.plan}
    notes: list[str] = []
    for tie in register.ties:
        found = [one for one in reviews if _is(one, tie)]
        if note := _without_effect(tie, found, lines[tie.plan_code], register, as_of):
            notes.append(note)
        elif found[0].submission is not None:
            line, title = lines[tie.plan_code], found[0].submission.sop.title
            if title not in (line.title, *line.other_titles):
                others = (*line.other_titles, title)
                lines[tie.plan_code] = replace(line, other_titles=others)
    plan = tuple(lines[line.code] for line in register.plan)
    return replace(register, plan=plan), tuple(notes)


def _is(review: Review, tie: Tie) -> bool:
    return receipt_key(review.received.number) == receipt_key(tie.number)


def _without_effect(
    tie: Tie, found: Sequence[Review], line: PlanLine, register: Register, as_of: date
) -> str:
    told = {"row": tie.row, "number": tie.number, "code": line.code}
    if not found:
        return NO_FILE.format(**told)
    if tie.decided is not None and tie.decided > as_of:
        return LATER.format(**told, day=long_date(tie.decided))
    submission = found[0].submission
    if submission is None or not submission.sop.title.strip():
        return NO_SOP.format(**told)
    if unit_of(submission.sop, register) != line.unit_code:
        return OTHER_UNIT.format(**told)
    return ""
