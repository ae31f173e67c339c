"""A job title that is a slip away from the one that should sign is offered as that one."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.rules.identity.signatory import signatory_not_head
from sopbatch.rules.report_day import ReportDay
from sopbatch.rules.rule import Case
from tests import builders
from tests.there import there

UNITS = tuple(
    builders.agency(f"1.{number:02}", name, "tu@contoh.go.id")
    for number, name in enumerate(
        (
            *("Biro Organisasi", "Biro Hukum", "Dinas Kesehatan", "Dinas Perhubungan"),
            *("Badan Kepegawaian Daerah", "Dinas Pertanian", "Dinas Perindustrian"),
        )
    )
)
REGISTER = builders.register(units=UNITS)
DAY = date(2026, 11, 28)


def offered(unit: int, typed: str) -> list[str]:
    sop = builders.sop(unit_code=UNITS[unit].code, signatory_position=typed, specificity="Generik")
    case = Case(there(builders.review(sop).submission), REGISTER, ReportDay(DAY))
    assert signatory_not_head.check
    return [problem.suggestion for problem in signatory_not_head.check(case)]


units = st.integers(0, len(UNITS) - 1)


@st.composite
def slips(draw: st.DrawFn) -> tuple[int, str, str]:
    """An agency, its head's title with one slip of the key, and the title."""
    unit = draw(units)
    title = UNITS[unit].head_position
    acting = draw(st.sampled_from(("", "", "Plt. ", "Plh. ", "a.n. ")))
    said = title.split()
    at = draw(st.sampled_from([place for place, word in enumerate(said) if len(word) > 5]))
    word = said[at]
    place = draw(st.integers(1, len(word) - 2))
    said[at] = draw(
        st.sampled_from(
            (
                word[:place] + word[place + 1 :],
                word[:place] + word[place] + word[place:],
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
                word[:place] + "x" + word[place + 1 :],
                word[:-1],
            )
        )
    )
    return unit, acting + " ".join(said), acting + title


@given(slips())
def test_a_slip_of_the_head_is_offered_as_the_head(slip):
    unit, typed, meant = slip
    if typed == meant:
        return
    assert offered(unit, typed) == [meant]
    assert offered(unit, meant) == []


@given(units, units)
def test_the_head_of_another_agency_is_no_slip(unit, other):
    told = offered(unit, UNITS[other].head_position)
    assert told == ([] if unit == other else [""])
