"""Values travel between processes whole; what is alike becomes one object where it arrives."""

import pickle
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.assessing.shared_cells import SharedCells
from sopbatch.batch.workshop.lean_cells import mappings_of, often_asked, rows_of
from sopbatch.matching.aliases import unit_aliases
from sopbatch.matching.plan import plan_of
from sopbatch.model import Branch, CellRef, DateValue, Duration, Place, Review, SopNumber, Step
from sopbatch.model.flags import Flag
from sopbatch.model.remembered import MOST, remembered
from sopbatch.workers import pickled, unpickled
from tests.builders import finding, register, review, sop
from tests.sample_batch.register import REGISTER
from tests.there import there

PACKAGE = "sopbatch.model"
places = st.builds(Place, st.text(), st.integers(), st.integers(), st.integers())
cells = st.builds(CellRef, st.text(), st.integers(), st.integers())
spots = st.dictionaries(places, cells, max_size=6)


@given(spots)
def test_places_and_cells_come_back_equal_and_once(met: dict[Place, CellRef]):
    for back in (pickle.loads(pickled(met)), unpickled(pickled(met), PACKAGE)):
        assert list(back.items()) == list(met.items())
        again = unpickled(pickled(met), PACKAGE)
        assert all(one is other for one, other in zip(back, again, strict=True))
        assert all(one is other for one, other in zip(back.values(), again.values(), strict=True))


flags = st.frozensets(st.sampled_from(Flag), max_size=2)
text = st.text(max_size=3)
numbers = st.one_of(st.none(), st.integers(0, 3), st.sampled_from([0.0, 1.0, 2.5]))
small = st.one_of(
    st.builds(Duration, raw=st.sampled_from(["", "1 jam"]), low=numbers, high=numbers, flags=flags),
    st.builds(Branch, label=st.text(max_size=1), target=numbers, key=st.just("yes")),
    st.builds(DateValue, st.text(max_size=1), start=st.dates(), flags=flags),
)


@given(small)
def test_small_values_come_back_alike_and_once(value):
    back = unpickled(pickled(value), PACKAGE)
    assert back == value
    assert [type(getattr(back, one.name)) for one in fields(value)] == [
        type(getattr(value, one.name)) for one in fields(value)
    ]
    assert unpickled(pickled(value), PACKAGE) is back
    assert unpickled(pickled([back]), PACKAGE) == [value]


def test_findings_of_a_rule_come_back_with_one_advice():
    first, second = (
        unpickled(pickled(finding(sentence=text)), PACKAGE) for text in ("Satu.", "Dua.")
    )
    assert first == finding(sentence="Satu.")
    assert first.advice is second.advice
    assert first.reason is second.reason


flagged = st.builds(SopNumber, raw=st.text(max_size=2), segments=st.tuples(text), flags=flags)
rows = st.builds(Step, row=st.integers(1, 9), number=numbers, activity=text, inputs=text)
unlike = st.one_of(
    flagged,
    rows,
    st.builds(finding, sentence=text, suggestion=text),
    st.builds(sop, text, relations=st.lists(text, max_size=2).map(tuple), number=flagged),
)


@given(unlike)
def test_what_is_said_by_many_comes_back_alike_with_the_same_texts(value):
    first, second = (unpickled(pickled(value), PACKAGE) for _ in range(2))
    assert first == second == value
    for one, other in zip(texts_of(first), texts_of(second), strict=True):
        assert one is other


def texts_of(value: Any) -> list[str]:
    """Texts and rows of texts that stand in a value itself."""
    parts = [getattr(value, one.name) for one in fields(value)]
    inner = [text for part in parts if isinstance(part, tuple) for text in part]
    return [part for part in (*parts, *inner) if type(part) is str]


def test_a_register_comes_back_equal_and_once():
    first, _ = pickle.loads(pickled((REGISTER, 1)))
    second, number = pickle.loads(pickled((REGISTER, 2)))
    assert (first, number) == (REGISTER, 2)
    assert first is second
    other = replace(REGISTER, plan=())
    assert pickle.loads(pickled(other)) == other


@pytest.mark.long
@given(st.lists(st.tuples(st.sampled_from("abc"), spots), max_size=12))
def test_sharing_cells_changes_no_review(met: list[tuple[str, dict[Place, CellRef]]]):
    shared = SharedCells()
    for title, where in met:
        found = at(title, unpickled(pickled(where), PACKAGE))
        kept = shared.of(found)
        assert kept == found
        assert kept.reading
        assert found.reading
        assert list(kept.reading.cells.items()) == list(where.items())
        assert list(kept.reading.values.items()) == list(found.reading.values.items())
        assert unpickled(pickled(kept), PACKAGE) == kept
        assert [kept.reading.cells.get(place) for place in where] == list(where.values())
        assert Place("tidak ada") not in kept.reading.cells


@given(spots)
def test_a_kept_reading_says_what_was_read_where(where: dict[Place, CellRef]):
    found = at("Judul", where).reading
    assert found
    cells, values = mappings_of(rows_of(found))
    assert list(cells.items()) == list(where.items())
    assert list(values.items()) == list(found.values.items())
    asked = often_asked(replace(found, cells=cells, values=values))
    assert asked == found
    assert unpickled(pickled(asked), PACKAGE) == found
    again, _ = mappings_of(rows_of(found))
    assert again._places is cells._places
    assert again._values is cells._values


def test_workbooks_alike_share_where_their_fields_stand():
    where = unpickled(pickled({Place("title"): CellRef("Identitas", 1, 2)}), PACKAGE)
    shared = SharedCells()
    first: Any
    second: Any
    first, second = (there(shared.of(at(title, where)).reading).cells for title in ("Satu", "Dua"))
    assert first._places is second._places
    assert first._values is second._values


def at(title: str, where: dict[Place, CellRef]) -> Review:
    found = review(sop(title))
    assert found.submission
    values = {place: f"{title} {place.key}" for place in where}
    return replace(found, submission=replace(found.submission, cells=where, values=values))


def test_a_refused_file_has_no_cells_to_share():
    refused = Review(received=review(sop("Surat")).received, submission=None, findings=())
    assert SharedCells().of(refused) is refused


@given(st.lists(st.integers(0, 2 * MOST), max_size=40))
def test_what_is_remembered_is_what_is_worked_out(asked: list[int]):
    values = [[number] for number in range(2 * MOST + 1)]

    def worked_out(value: list[int]) -> list[object]:
        return [*value, "dihitung"]

    answer = remembered(worked_out)
    for number in asked:
        assert answer(values[number]) == [number, "dihitung"]
        assert answer(values[number]) is answer(values[number])


def test_a_register_is_made_ready_once_for_each_object():
    same = register(units=REGISTER.units)
    assert plan_of(REGISTER) is plan_of(REGISTER)
    assert plan_of(same).register is same
    assert unit_aliases(same) == unit_aliases(REGISTER)
