"""The hidden columns beside Periksa: their formulas and what they come to."""

from collections.abc import Iterator

from sopbatch.schema.places import FIRST_STEP_ROW, TARGET_COLUMNS
from sopbatch.schema.sop import DURATION_COLUMN
from sopbatch.writing.templates.flow_above import FOLLOWED, led_above
from sopbatch.writing.templates.flow_formulas import FlowFormulas
from sopbatch.writing.templates.flow_state import Flow
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.hidden_state import hidden, lacking, onward
from sopbatch.writing.templates.inserted_formulas import (
    NOTHING_ABOVE,
    answers_above,
    inserted,
    time_ends_above,
    times_above,
    wrong_above,
)
from sopbatch.writing.templates.step_formulas import StepFormulas
from sopbatch.writing.templates.step_state import AND, number, symbol_faults
from sopbatch.writing.templates.step_targets import TARGETS
from sopbatch.writing.templates.symbol_formulas import (
    apart,
    apart_formula,
    lanes_formula,
    lanes_text,
)
from sopbatch.writing.templates.target_formulas import TargetFormulas
from sopbatch.writing.templates.time_formulas import time_results, times
from sopbatch.writing.templates.typed_signs import straight_lines


def hidden_columns(
    form: Form, part: int, step: int, last_row: int, flow: Flow
) -> Iterator[tuple[int, str, float | str]]:
    """Each column of a step row with its formula and result.

    `last_row` is that of the table, `flow` that of the part (`flow_of`).
    """
    row = FIRST_STEP_ROW + step - 1
    of_times, targets = times(row), TargetFormulas(last_row)
    formulas = (
        *targets.hidden(row),
        *inserted(row),
        *of_times[:3],
        StepFormulas(last_row).blanks(row),
        wrong_above(row, last_row),
        *of_times[3:6],
        *targets.onward(row),
        *FlowFormulas(last_row).hidden(row),
        apart_formula(row),
        *answers_above(row, last_row),
        StepFormulas(last_row).order_faults(row),
        FlowFormulas(last_row).placed(row),
        *of_times[6:9],
        times_above(row),
        *led_above(row, last_row),
        of_times[9],
        *targets.straight(row),
        lanes_formula(row),
        time_ends_above(row),
        *of_times[10:],
    )
    of_time = time_results(form.text(DURATION_COLUMN.key, step, part))
    results = (
        *hidden(form, part, step),
        *NOTHING_ABOVE,
        *of_time[:3],
        lacking(form, part, step),
        "",
        *of_time[3:6],
        *onward(form, part, step),
        *flow.columns(number(form, part, step)),
        apart(form.symbols(step, part)),
        *("", 0, "", ""),
        "".join(f"{AND}{fault}" for fault in symbol_faults(form, part, step)),
        1,
        *of_time[6:9],
        "",
        *("",) * FOLLOWED,
        of_time[9],
        *(straight_lines(form.text(column.key, step, part)) for column in TARGETS),
        lanes_text(form.symbols(step, part)),
        "",
        *of_time[10:],
    )
    yield from zip(TARGET_COLUMNS, formulas, results, strict=True)
