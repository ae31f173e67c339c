"""Pages are filled as a careful typist would."""

from sopbatch.layout.pages import Pagination
from sopbatch.layout.turns import Stop, TurnEdge


def _pages(count: int, room: float, decisions: set[int] = frozenset(), edges=()) -> list[int]:  # type: ignore[assignment]
    pagination = Pagination(
        heights=[10.0] * count,
        decisions=frozenset(decisions),
        edges=tuple(edges),
        lanes=4,
        room=room,
        strip=0.0,
    )
    lengths, first = [], 1
    while first <= count:
        last = pagination.next_page(first)
        lengths.append(last - first + 1)
        first = last + 1
    return lengths


def test_all_rows_stay_together_when_they_fit():
    assert _pages(5, 50) == [5]


def test_the_last_page_holds_more_than_one_row():
    assert _pages(6, 50)[-1] > 1


def test_a_decision_stays_with_the_next_row():
    assert _pages(8, 50, decisions={5}) == [4, 4]


def test_the_break_falls_where_few_flows_are_cut():
    loops = [TurnEdge(Stop(8), Stop(6)), TurnEdge(Stop(9), Stop(6))]
    assert _pages(9, 70, edges=loops) == [5, 4]


def test_a_page_that_did_not_work_out_is_not_planned_again():
    pagination = Pagination(
        heights=[10.0] * 4, decisions=frozenset(), edges=(), lanes=4, room=40.0, strip=0.0
    )
    assert pagination.next_page(1) == 4
    pagination.refuse(1, 4)
    assert pagination.next_page(1) < 4


def test_a_row_higher_than_the_page_still_gets_one():
    assert _pages(2, 5) == [1, 1]
