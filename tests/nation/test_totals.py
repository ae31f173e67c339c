"""Sums over the nation are the sums of each government's own report."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import Completion, SopLine
from sopbatch.nation import CountedFile, TakenRows, take_in, totals, write_lines
from sopbatch.report.nation import DataState, GovernmentCount, GovernmentFolder, nation_of
from sopbatch.schema.statuses import STATUSES
from sopbatch.tally.counted import counted_rows
from sopbatch.tally.totals import add_up
from sopbatch.text.plain import seen
from tests.nation.strategies import ABOUT, AS_OF, STANDARD_ROW, rows, sop_lines, told

PROVINCES = ("Bali", "Riau", "")


def taken(place: int, lines, province: str = "", day: date = AS_OF) -> TakenRows:
    about = replace(ABOUT, government=f"Kota {place}", province=province, as_of=day)
    found = take_in(CountedFile(place, day, write_lines(about, lines)))
    assert isinstance(found, TakenRows), found
    return found


@pytest.mark.long
@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.lists(sop_lines(), max_size=8), st.sampled_from(PROVINCES)), max_size=4)
)
def test_sums_are_those_of_each_governments_own_report(
    governments: list[tuple[list[SopLine], str]],
):
    files = [taken(at, map_told(lines), where) for at, (lines, where) in enumerate(governments)]
    found = totals(files)
    own = [add_up([*counted_rows(lines, AS_OF)]).total for lines, _ in governments]
    for sums, theirs in zip(found.sums, own, strict=True):
        assert sums.group.completion == theirs.completion
        assert sums.group.by_status == theirs.by_status
        assert sums.group.last_received == theirs.last_received
        assert sums.group.late_since == theirs.late_since
        assert sums.group.due_soon == theirs.due_soon
    ruled = [
        GovernmentCount(
            folder=str(one.place),
            about=one.about,
            group=sums.group,
            services=sums.services,
            quality=sums.quality,
        )
        for one, sums in zip(files, found.sums, strict=True)
    ]
    sources = [
        GovernmentFolder(
            folder=str(one.place), state=DataState.COUNTED, province=one.about.province
        )
        for one in files
    ]
    nation = nation_of(AS_OF, ruled, found.titles, sources)
    assert nation.total.completion == sum((one.completion for one in own), Completion())
    assert nation.total.by_status == {
        status.label: sum(one.by_status[status.label] for one in own) for status in STATUSES
    }
    of_provinces = sum((one.group.completion for one in nation.provinces), Completion())
    assert of_provinces == nation.total.completion
    assert sum(one.counted for one in nation.provinces) == len(governments)
    assert sorted(one.folder for one in nation.governments) == sorted(map(str, range(len(own))))


def map_told(lines):
    return [told(line) for line in lines]


@pytest.mark.long
@settings(max_examples=25)
@given(st.lists(st.lists(rows, max_size=6), max_size=4))
def test_a_title_lacks_where_it_is_planned_and_none_of_its_sops_is_done(governments):
    found = totals([taken(at, lines) for at, lines in enumerate(governments)]).titles
    expected = {}
    for key in {row.key for lines in governments for row in lines if row.planned and row.key}:
        planning = [
            [row for row in lines if row.planned and row.key == key] for lines in governments
        ]
        planning = [lines for lines in planning if lines]
        lacking = [lines for lines in planning if not any(row.ratified for row in lines)]
        if lacking:
            titles = [seen(row.title) for lines in planning for row in lines]
            expected[min(titles, key=lambda title: title.encode())] = (
                len(planning),
                len(lacking),
                sum(not any(row.received for row in lines) for lines in lacking),
                sum(any(row.late for row in lines) for lines in lacking),
            )
    assert {
        one.title: (one.planned, one.lacking, one.silent, one.late) for one in found
    } == expected
    order = [(-one.lacking, -one.silent, -one.late) for one in found]
    assert order == sorted(order)


@pytest.mark.long
@given(st.lists(rows, min_size=1, max_size=6))
@settings(max_examples=25)
def test_quality_is_the_mean_of_the_sops_that_were_judged(lines):
    (sums,) = totals([taken(0, lines)]).sums
    judged = [row.quality for row in lines if row.quality is not None]
    if not judged:
        assert sums.quality is None
    else:
        assert abs(sums.quality - sum(judged) / len(judged)) < 0.001


def test_standards_are_counted_apart_from_sops():
    lines = [
        STANDARD_ROW,
        replace(STANDARD_ROW, complete=False),
        replace(STANDARD_ROW, ratified=True),
    ]
    (sums,) = totals([taken(0, lines)]).sums
    assert sums.group.completion == Completion()
    assert (sums.services.standards, sums.services.complete, sums.services.decreed) == (3, 2, 1)


def test_nobody_adds_up_to_nothing():
    found = totals([])
    assert (found.sums, found.titles) == ((), ())
    nation = nation_of(AS_OF, [], [], [])
    assert nation.total.completion == Completion()
    assert not nation.planning
