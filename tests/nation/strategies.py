"""Rows of governments at random: of any text and any day, and each as a run could count it."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from sopbatch.model import PlanMatch, SopLine
from sopbatch.model.counts import ServiceTime
from sopbatch.model.nation import About, NationLine
from sopbatch.schema.nation_v1 import SOP, STANDARD
from sopbatch.schema.statuses import NEEDS_CORRECTION, REVOKED, STATUSES, CountsAs
from sopbatch.text.names import name_key

AS_OF = date(2026, 11, 22)
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2031, 1, 1))
TITLES = st.sampled_from(
    [f"{verb} {thing}" for verb in ("Penyusunan", "Pelayanan") for thing in ("A", "B", "C d")]
) | st.text(max_size=12)


@st.composite
def sop_lines(draw: st.DrawFn) -> SopLine:
    """A line of Daftar SOP whose flags agree with one another."""
    status = draw(st.sampled_from(STATUSES))
    revoked = draw(st.booleans()) and status == REVOKED
    received = draw(st.booleans())
    complete = received and status != NEEDS_CORRECTION and draw(st.booleans())
    ratified = complete and status.ratified
    planned = not revoked and (not received or draw(st.booleans()))
    deadline = draw(DAYS) if planned or revoked else None
    late = planned and not ratified and deadline is not None and deadline < AS_OF
    review_due = draw(DAYS)
    unit = draw(st.sampled_from(["1.01", "1.02", "2.01"]))
    return SopLine(
        plan_code=draw(st.text("AB", max_size=2)),
        unit_code=unit,
        unit_name=f"Dinas {unit}",
        section=draw(st.sampled_from(["", "Umum"])),
        title=draw(TITLES),
        number="",
        classification="",
        revision=None,
        effective=None,
        deadline=deadline,
        status=status.label,
        outside_plan=not (planned or revoked),
        revoked=revoked,
        received=received,
        complete=complete,
        compiled=complete and status.compiled,
        ratified=ratified,
        late=late and status.counts_as is not CountsAs.ARCHIVED,
        awaiting_correction=False,
        steps=0,
        actors=0,
        decisions=0,
        time=ServiceTime(),
        time_text="",
        errors=draw(st.integers(0, 3)),
        warnings=draw(st.integers(0, 3)),
        file_name="",
        sha256="",
        last_received=draw(DAYS) if received else None,
        versions=int(received),
        match=PlanMatch.NONE,
        review_due=review_due,
        within_review=ratified and review_due is not None and review_due >= AS_OF,
    )


def told(line: SopLine) -> NationLine:
    """What the nation is told of a line."""
    return NationLine(
        kind=SOP,
        code=line.plan_code,
        title=line.title,
        key=name_key(line.title),
        unit_code=line.unit_code,
        unit=line.unit_name,
        section=line.section,
        status=line.status,
        status_day=None,
        deadline=line.deadline,
        review_due=line.review_due,
        first_received=line.last_received,
        last_received=line.last_received,
        planned=not (line.outside_plan or line.revoked),
        outside_plan=line.outside_plan,
        revoked=line.revoked,
        received=line.received,
        complete=line.complete,
        compiled=line.compiled,
        ratified=line.ratified,
        within_review=line.within_review,
        late=line.late,
        awaiting=line.awaiting_correction,
        errors=line.errors,
        warnings=line.warnings,
        quality=None,
    )


ABOUT = About(government="Pemerintah Kota A", region="Kota A", as_of=AS_OF)
rows = st.builds(
    lambda line, quality, day: replace(told(line), quality=quality, status_day=day),
    sop_lines(),
    st.none() | st.floats(0, 1).map(lambda share: round(share, 3)),
    DAYS,
)


def row(**about) -> NationLine:
    """A title that is planned and was not sent, but for what is told."""
    plain = NationLine(
        kind=SOP,
        code="A-01",
        title="Penyusunan A",
        key="penyusunan a",
        unit_code="1.01",
        unit="Dinas A",
        section="",
        status="Teridentifikasi",
        status_day=None,
        deadline=None,
        review_due=None,
        first_received=None,
        last_received=None,
        planned=True,
        outside_plan=False,
        revoked=False,
        received=False,
        complete=False,
        compiled=False,
        ratified=False,
        within_review=False,
        late=False,
        awaiting=False,
        errors=0,
        warnings=0,
        quality=None,
    )
    return replace(plain, **about)


STANDARD_ROW = row(kind=STANDARD, status="", planned=False, received=True, complete=True)
