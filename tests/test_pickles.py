"""Values travel between processes whole; what is alike becomes one object where it arrives."""

import pickle
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.assessing.shared_cells import SharedCells
from sopbatch.matching.aliases import unit_aliases
from sopbatch.matching.plan import plan_of
from sopbatch.model import CellRef, Place, Review
from sopbatch.model.remembered import MOST, remembered
from sopbatch.workers import pickled, unpickled
from tests.builders import register, review, sop
from tests.sample_batch.register import REGISTER

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


def test_a_register_comes_back_equal_and_once():
    first, _ = pickle.loads(pickled((REGISTER, 1)))
    second, number = pickle.loads(pickled((REGISTER, 2)))
    assert (first, number) == (REGISTER, 2)
    assert first is second
    other = replace(REGISTER, plan=())
    assert pickle.loads(pickled(other)) == other


@given(st.lists(st.tuples(st.sampled_from("abc"), spots), max_size=12))
def test_sharing_cells_changes_no_review(met: list[tuple[str, dict[Place, CellRef]]]):
    shared = SharedCells()
    for title, where in met:
        found = at(title, unpickled(pickled(where), PACKAGE))
        kept = shared.of(found)
        assert kept == found
        assert kept.reading is not None
        assert list(kept.reading.cells.items()) == list(where.items())
        assert shared.of(at(title, dict(kept.reading.cells))).reading.cells is kept.reading.cells


def at(title: str, where: dict[Place, CellRef]) -> Review:
    found = review(sop(title))
    assert found.submission
    return replace(found, submission=replace(found.submission, cells=where))


def test_a_refused_file_has_no_cells_to_share():
    refused = Review(received=review(sop("Surat")).received, submission=None, findings=())
    assert SharedCells().of(refused) is refused


@given(st.lists(st.integers(0, 2 * MOST), max_size=40))
def test_what_is_remembered_is_what_is_worked_out(asked: list[int]):
    values = [[number] for number in range(2 * MOST + 1)]
    answer = remembered(lambda value: [*value, "dihitung"])
    for number in asked:
        assert answer(values[number]) == [number, "dihitung"]
        assert answer(values[number]) is answer(values[number])


def test_a_register_is_made_ready_once_for_each_object():
    same = register(units=REGISTER.units)
    assert plan_of(REGISTER) is plan_of(REGISTER)
    assert plan_of(same).register is same
    assert unit_aliases(same) == unit_aliases(REGISTER)
