"""Periksa tells the steps that no way comes to and that never come to Selesai, as G-09 and G-10 do.

Where the formulas do not judge, the counter on top says so and no row is told.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import NO_REGISTER, CellRef, CellValue, Place, Settings
from sopbatch.reading import read_grid, read_submission
from sopbatch.rules import RULES, review
from sopbatch.rules.flow.graph import edges_of, ends, reachable
from sopbatch.schema.places import (
    CHECK_COLUMN,
    FIRST_STEP_ROW,
    TARGET_COLUMNS,
    step_column,
)
from sopbatch.writing.templates import write_sop_template
from sopbatch.writing.templates.counters import UNJUDGED, table_state
from sopbatch.writing.templates.flow_above import WAY_AT
from sopbatch.writing.templates.flow_formulas import KNOWN_AT
from sopbatch.writing.templates.flow_state import Flow, flow_of
from sopbatch.writing.templates.form import NO_MARKS, filled_form
from sopbatch.writing.templates.step_check import check
from sopbatch.writing.templates.step_state import (
    ITSELF,
    NO_END,
    NO_NEXT,
    NOT_A_STEP,
    NOT_REACHED,
    UNUSED,
    WITHOUT_END,
)
from sopbatch.writing.templates.symbol_formulas import BEYOND, WRONG_ORDER
from sopbatch.writing.templates.target_formulas import COUNTER_ROWS
from tests.builders import received
from tests.office import Office, OpenBook, SaveAs
from tests.writing.templates.stored import stored_results
from tests.writing.templates.typed_flows import (
    Row,
    procedure_of,
    told_by_rules,
    typed_flow,
    values_of,
)

TARGETS = ("Ya ke", "Tidak ke", "Lanjut ke")
SHEET = "Prosedur"
DOUBTS = CellRef(SHEET, COUNTER_ROWS[3], TARGET_COLUMNS[0])
LOST = re.compile(re.escape(NOT_REACHED).replace(r"\{number\}", r"(\d+)"))
FLOW_RULES = tuple(rule for rule in RULES if rule.code in ("G-09", "G-10"))
LONGEST = 24
OTHER_FAULTS = (
    *(text.format(label=label) for text in (NOT_A_STEP, ITSELF) for label in TARGETS),
    *(UNUSED, BEYOND, WRONG_ORDER, NO_END, NO_NEXT),
)
"""What Periksa says of ways that are to be mended first."""

flows = st.builds(
    typed_flow,
    st.randoms(use_true_random=False),
    st.integers(2, 16),
    st.sampled_from((0.0, 0.1, 0.3, 1.0)),
)


def flow_in(rows: Sequence[Row]) -> Flow:
    return flow_of(filled_form(values_of(rows), None, 1, NO_MARKS), 1)


def told(flow: Flow) -> tuple[set[int], set[int]]:
    """Steps of which the form says that nothing leads to them, and that no way ends."""
    numbers = range(1, len(flow.ways) + 1)
    lost = {at for at in numbers if flow.fault(at) == [NOT_REACHED.format(number=at)]}
    return lost, {at for at in numbers if flow.fault(at) == [WITHOUT_END]}


def is_faultless(rows: Sequence[Row]) -> bool:
    """Whether Periksa finds nothing else in the ways of these rows."""
    form = filled_form(values_of(rows), None, 1, NO_MARKS)
    flow = flow_of(form, 1)
    checks = [check(form, 1, at, flow) for at in range(1, len(rows) + 1)]
    return not any(fault in text for text in checks for fault in OTHER_FAULTS)


@given(flows)
def test_the_form_tells_what_the_check_tells(rows: tuple[Row, ...]):
    """A row that only leads into a dead end is told besides; that it never ends is true of it."""
    flow, procedure = flow_in(rows), procedure_of(rows)
    lost, dead = told(flow)
    if flow.in_doubt:
        assert lost == dead == set()
        return
    if not is_faultless(rows):
        return
    wanted_lost, wanted_dead = told_by_rules(procedure)
    besides = dead - wanted_dead
    assert wanted_dead <= dead
    assert lost <= wanted_lost
    assert wanted_lost - lost <= {at + 1 for at in besides}
    edges = edges_of(procedure)
    for at in besides:
        assert not reachable(edges, (at,)) & {*ends(procedure)}


@given(flows)
def test_what_is_not_judged_is_said_instead_of_a_promise(rows: tuple[Row, ...]):
    form = filled_form(values_of(rows), None, 1, NO_MARKS)
    assert table_state(form, 1).endswith(UNJUDGED) <= (flow_of(form, 1).in_doubt > 0)


@pytest.mark.parametrize(
    ("rows", "lost", "dead"),
    [
        (("Mulai", "Proses", "Selesai"), set(), set()),
        (("Mulai", "Proses > 4", "Proses", "Selesai"), {3}, set()),
        (("Mulai", "Selesai", "Proses", "Proses", "Selesai"), {3}, set()),
        (("Mulai", "Proses", "Proses > 2", "Selesai"), set(), {3}),
        (("Mulai", "Proses > 4; 5", "Proses > 6", "Proses > 6", "Proses", "Selesai"), {3}, set()),
        (("Mulai", "Proses > 3; 4", "Proses > 5", "Proses", "Selesai"), set(), set()),
        (("Mulai > 3", "Selesai", "Proses", "Proses > 2"), set(), set()),
        (("Mulai", "Proses, Keputusan ? 4", "Selesai", "Proses > 2", "Selesai"), {5}, set()),
        (("Mulai", "Proses", "Selesai", "Proses"), {4}, set()),
        (("Mulai", "Keputusan ? 4", "Selesai", "Proses"), set(), {4}),
    ],
)
def test_rows_that_are_never_reached_or_never_end_are_told(
    rows: tuple[str, ...], lost: set[int], dead: set[int]
):
    flow = flow_in([_row(text) for text in rows])
    assert not flow.in_doubt
    assert told(flow) == (lost, dead)


def _row(text: str) -> Row:
    """ "Proses > 4" goes on to 4, "Keputusan ? 1" to 1 when it says Tidak."""
    symbols, _, onward = text.partition(" > ")
    symbols, _, no_target = symbols.partition(" ? ")
    return Row(symbols, "", no_target, onward)


@pytest.mark.parametrize("size", [10, 20])
@pytest.mark.parametrize("returns", [False, True])
def test_long_procedures_as_they_are_written_are_judged(size: int, returns: bool):
    """Verifications, each with a step of mending behind it that goes back."""
    rows = [Row("Mulai")]
    for _ in range(size):
        at = len(rows)
        mending = str(at + 1) if returns else str(at + 4)
        rows += [Row("Proses"), Row("Keputusan", str(at + 4), str(at + 3))]
        rows += [Row("Proses", next=mending)]
    rows.append(Row("Selesai"))
    flow = flow_in(rows)
    assert not flow.in_doubt
    assert told(flow) == (set(), set())


@cache
def book_of(seed: int, parts: int = 6) -> bytes:
    """A workbook with a flow on each of its sheets."""
    chosen = Random(seed)
    values: dict[Place, CellValue] = {}
    for part in range(1, parts + 1):
        far = chosen.choice((0.0, 0.1, 0.3, 1.0))
        values |= values_of(typed_flow(chosen, chosen.randint(3, LONGEST), far), part)
    return write_sop_template(values, parts=parts)


def asked_of(content: bytes) -> dict[CellRef, object]:
    """Stored results of Periksa and of the columns of the flow, of the rows that are used."""
    columns = (CHECK_COLUMN, *TARGET_COLUMNS[WAY_AT : KNOWN_AT + 1])
    rows = range(FIRST_STEP_ROW, FIRST_STEP_ROW + LONGEST)
    return {
        at: value
        for at, value in stored_results(content).items()
        if at.row in rows and at.column in columns and at.sheet != "Identitas"
    }


@pytest.mark.few(1)
@pytest.mark.office
@pytest.mark.parametrize("seed", range(4))
def test_formulas_come_to_the_same(office: Office, seed: int):
    content = book_of(seed)
    stored = asked_of(content)
    with office.opened(content) as book:
        assert book.read(stored) == stored


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("save_as", ["ods", "xls"])
def test_formulas_come_to_the_same_in_every_format(office: Office, save_as: SaveAs):
    content = book_of(7)
    stored = asked_of(content)
    saved = office.convert(content, save_as)
    with office.opened(saved, save_as) as book:
        assert book.read(stored) == stored


@pytest.mark.few(1)
@pytest.mark.office
@pytest.mark.parametrize("seed", range(6))
def test_rows_put_in_copied_sorted_and_taken_out_are_judged_or_left_to_the_check(
    office: Office, seed: int
):
    chosen = Random(seed)
    rows = typed_flow(chosen, 9, 0.1)
    with office.opened(write_sop_template(values_of(rows))) as book:
        for turn in range(8):
            _change(book, chosen, len(rows) - 3)
            if turn % 2:
                _agrees(book, len(rows) + turn + 2)


def _change(book: OpenBook, chosen: Random, last: int) -> None:
    """Something that people do to rows."""
    row = FIRST_STEP_ROW + chosen.randint(1, last)
    way = chosen.choice(("put in", "put in", "put in", "copy", "copy", "take out", "sort"))
    if way == "put in":
        book.insert_row(SHEET, row)
        said = {"activity": "Mencatat", "nodes": chosen.choice(("Proses",) * 5 + ("Keputusan",))}
        said |= {"no_target": "2"} if said["nodes"] == "Keputusan" else {}
        book.type({CellRef(SHEET, row, step_column(key)): text for key, text in said.items()})
    elif way == "copy":
        book.copy_row(SHEET, FIRST_STEP_ROW + chosen.randint(1, last), row)
    elif way == "take out":
        book.delete_row(SHEET, row)
    else:
        area = (FIRST_STEP_ROW, FIRST_STEP_ROW + last + 2)
        book.sort_rows(SHEET, area, (1, TARGET_COLUMNS[-1]), step_column("activity"))


def _agrees(book: OpenBook, count: int) -> None:
    """What Periksa says of steps that are lost or never end is what the check finds."""
    submission = read_submission(read_grid(book.saved("xlsx")), received(), Settings())
    found, _ = review(submission, NO_REGISTER, date(2025, 5, 1), FLOW_RULES)
    wanted = {
        code: {finding.place.row for finding in found.findings if finding.code == code}
        for code in ("G-09", "G-10")
    }
    sheet_rows = range(FIRST_STEP_ROW, FIRST_STEP_ROW + count)
    checks = [CellRef(SHEET, row, CHECK_COLUMN) for row in sheet_rows]
    texts = [str(text) for text in book.read(checks).values()]
    numbers = [CellRef(SHEET, row, 1) for row in sheet_rows]
    lost = {int(number) for text in texts for number in LOST.findall(text)}
    told_dead = zip(book.read(numbers).values(), texts, strict=True)
    dead = {int(number) for number, text in told_dead if WITHOUT_END in text}
    (doubts,) = book.read([DOUBTS]).values()
    assert not any("Err:" in text or "#" in text for text in texts)
    if doubts:
        assert lost == dead == set()
    elif any(fault in text for text in texts for fault in OTHER_FAULTS):
        assert lost <= wanted["G-09"] | wanted["G-10"]
    else:
        assert (lost, dead) == (wanted["G-09"], wanted["G-10"]), texts
