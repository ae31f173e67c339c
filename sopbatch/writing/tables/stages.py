"""The steps of drafting (Dokumen Tahap Penyusunan SOP): values in, tagged PDF/A-3 out."""

from collections import Counter

from sopbatch.model.drafting import Drafted, Drafting
from sopbatch.schema.drafting import STEPS
from sopbatch.text.cleaned import cleaned
from sopbatch.text.printable import indonesian_date
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.paper import Signing, print_paper


def print_stages(drafting: Drafting, letterhead: Letterhead) -> bytes:
    """The table on A4 landscape; the same values give the same bytes."""
    told = cleaned(drafting)
    reached = Counter(map(last_step, told.rows))
    return print_paper(
        "tahapan.html",
        letterhead,
        unit=letterhead.unit or told.unit_name,
        record=told,
        steps=STEPS,
        as_of=indonesian_date(told.as_of),
        printed=indonesian_date,
        reached=[(step.name, reached[step.name]) for step in STEPS if reached[step.name]],
        signing=Signing(indonesian_date(told.as_of), "Pencatat", told.reporter),
    )


def last_step(row: Drafted) -> str:
    """Name of the last step with a day; "" when there is none."""
    done = [step.name for step in STEPS if row.steps[step.key].day.value]
    return done[-1] if done else ""
