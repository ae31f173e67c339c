"""Services are counted once, their parts add up, and what is missing is said first."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.family.standards import MEMBER
from sopbatch.batch.products.evidence_sheets import sheet_of
from sopbatch.matching.forms import standings_of
from sopbatch.model import (
    NO_REGISTER,
    DateKind,
    DateValue,
    Format,
    FormReading,
    Received,
    Register,
    Review,
    Tally,
    Unit,
)
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.reading import read_grid
from sopbatch.reading.forms import read_form
from sopbatch.report.coverage import BY_STANDARD
from sopbatch.report.cycle import Cycle, cycle_of
from sopbatch.report.services import NAMES, UnitServices
from sopbatch.schema.standards import COMPONENTS
from sopbatch.schema.transparency import TRANSPARENCY
from sopbatch.writing.standards.evidence import gaps
from sopbatch.writing.templates.kinds import write_kind
from tests.batch.days import DAY
from tests.builders import findings, received

UNITS = (Unit(code="1.02", name="Dinas Kesehatan"), Unit(code="1.03", name="Dinas Sosial"))
REGISTER = Register(units=UNITS)


def example() -> Standards:
    grid = read_grid(write_kind(MEMBER.kind, MEMBER.example()))
    record = read_form(grid, received("a.xlsx"), MEMBER.kind, MEMBER.build).record
    assert isinstance(record, Standards)
    return record


EXAMPLE = example()


def review(number: int, record: Standards, day: int = 0, errors: int = 0) -> Review:
    came = Received(name=f"{number}.xlsx", path=Path("x"), sha256=f"{number:064x}", size=1,
                    first_seen=DAY + timedelta(day))  # fmt: skip
    reading = FormReading(received=came, format=Format.XLSX, version=1,
                          kind=MEMBER.kind.code, record=record)  # fmt: skip
    return Review(received=came, submission=None, form=reading, findings=findings(errors))


def cycle(*reviews: Review) -> Cycle:
    return cycle_of(Tally(), (), standings_of(reviews), REGISTER, DAY)


def service(name: str, *, whole: bool) -> ServiceStandard:
    full = replace(EXAMPLE.services[0], name=name, key=name.casefold())
    return full if whole else replace(full, fees=(), evaluation=())


workbooks = st.lists(
    st.tuples(
        st.sampled_from(UNITS),
        st.lists(st.tuples(st.sampled_from("ABCD"), st.booleans()), min_size=1, max_size=3),
        st.booleans(),
        st.integers(0, 3),
        st.integers(0, 1),
    ),
    max_size=5,
)


def reviews_of(told) -> list[Review]:
    reviews = []
    for number, (unit, services, decreed, day, errors) in enumerate(told):
        within = replace(
            EXAMPLE,
            unit_code=unit.code,
            services=tuple(service(name, whole=whole) for name, whole in dict(services).items()),
            decree_number="1/2026" if decreed else "",
        )
        reviews.append(review(number, within, day, errors))
    return reviews


@given(workbooks)
def test_each_service_of_a_unit_is_counted_once_and_the_parts_add_up(told):
    reviews = reviews_of(told)
    found = cycle(*reviews)
    expected = {(unit.code, name) for unit, services, *_ in told for name, _ in services}
    assert {(row.unit.code, row.service.name) for row in found.services} == expected
    assert len(found.services) == len(expected)
    for unit in found.units:
        assert unit.complete == sum(row.filled == len(COMPONENTS) for row in unit.rows)
        assert unit.complete + sum(bool(row.lacking) for row in unit.rows) == len(unit.rows)
        assert unit.decreed == sum(bool(row.within.decree_number) for row in unit.rows)
        assert 0 <= unit.displayed <= len(unit.rows)
        assert not any(row.held for row in unit.rows)
        assert all(row.held for row in unit.held)
    assert found.kinds.get(MEMBER.kind.code, 0) <= len(reviews)


@pytest.mark.long
@given(workbooks)
def test_what_is_held_back_adds_to_no_evidence_and_is_the_first_that_is_missing(told):
    reviews = reviews_of(told)
    found = cycle(*reviews)
    accepted = cycle(*(one for one in reviews if one.publishable))
    known = {unit.unit.code: unit for unit in accepted.units}
    for unit in found.units:
        alone = known.get(unit.unit.code) or UnitServices(unit.unit, (), DAY)
        assert [evidence(unit), unit.rows] == [evidence(alone), alone.rows]
        sheet, without = sheet_of(unit), sheet_of(alone)
        assert sheet.services - without.services == len(unit.held)
        assert replace(sheet, services=0, held=()) == replace(without, services=0)
        if unit.held:
            names = [row.service.name for row in unit.held]
            assert unit.missing[0] == f"{len(names)} standar menunggu perbaikan."
            assert gaps(sheet)[0].what.endswith(f"standar menunggu perbaikan: {', '.join(names)}.")
    assert found.covers == accepted.covers


def evidence(unit: UnitServices) -> tuple[object, ...]:
    counts = (unit.complete, unit.decreed, unit.displayed, unit.quality)
    return (*counts, unit.consulted, unit.monitored, unit.surveyed, unit.surveyed_lately)


def test_every_component_has_a_name():
    assert set(NAMES) == set(COMPONENTS)
    assert len(NAMES) == 14


def test_a_unit_that_has_all_lacks_nothing_and_each_lack_is_named():
    today = DateValue("", DateKind.DATE, DAY, DAY)
    whole = replace(EXAMPLE, unit_code="1.02", consulted=today, monitored=today, surveyed=today)
    (unit,) = cycle(review(1, whole)).units
    assert unit.missing == ()
    old = replace(whole, surveyed=DateValue("", DateKind.DATE, DAY - timedelta(400), DAY))
    (unit,) = cycle(review(1, old)).units
    assert unit.missing == (
        "Survei kepuasan masyarakat belum diselenggarakan dalam setahun terakhir.",
    )
    bare = replace(whole, decree_number="", published=(), consulted=DateValue())
    (unit,) = cycle(review(1, bare)).units
    assert [text.split(" ", 1)[1] for text in unit.missing[:2]] == [
        "standar belum ditetapkan dengan keputusan.",
        "standar belum dapat dibaca masyarakat.",
    ]


def test_a_standard_without_an_sop_is_an_insight():
    alone = replace(EXAMPLE, unit_code="1.02", services=(replace(EXAMPLE.services[0], sops=()),))
    told = [(one.what, one.title) for one in cycle(review(1, alone)).insights]
    assert ("Standar tanpa SOP", EXAMPLE.services[0].name) in told


def test_each_aspect_of_transparency_is_told_by_documents_or_by_none():
    unheard = replace(EXAMPLE, unit_code="1.02", services=(ServiceStandard(name="X", key="x"),))
    told = cycle(review(1, unheard)).covers
    assert [one.aspect for one in told] == [aspect.name for aspect in TRANSPARENCY]
    assert set(BY_STANDARD) == {aspect.key for aspect in TRANSPARENCY}
    bare = {one.aspect: one.standards for one in told}
    whole = {one.aspect: one.standards for one in cycle(
        review(1, replace(EXAMPLE, unit_code="1.02"))).covers}  # fmt: skip
    assert bare["Rincian biaya pelayanan"] == 0
    assert whole["Rincian biaya pelayanan"] == len(EXAMPLE.services)
    assert all(whole[name] >= bare[name] for name in bare)


def test_without_workbooks_there_is_nothing_to_say():
    found = cycle_of(Tally(), (), (), NO_REGISTER, DAY)
    assert (found.units, found.sops, found.insights, dict(found.kinds)) == ((), (), (), {})
