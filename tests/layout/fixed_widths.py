"""The table as it was before its columns followed their texts: widths for any SOP alike.

A column gets wider for its longest word only. Lanes of up to eight executors are as they were.
"""

from sopbatch.layout.columns import (
    CELL_PADDING,
    LANE_MAX,
    LANE_MAX_OF_FEW,
    LANE_WANTED,
    TEXT_SIZE,
    TableFrame,
    TextWidths,
    table_of,
)
from sopbatch.model import PaperSize, Procedure
from sopbatch.text.wrapping import longest_word

ACTIVITY = 85.0
USUAL = (9.0, 58.0, 32.0, 16.0, 30.0, 20.0)
WORD_SHARE = 1.6
SHARES = (0.0, 0.0, 0.4, 0.1, 0.3, 0.2)


def fixed_table(procedure: Procedure, paper: PaperSize, lane_least: float = 0.0) -> TableFrame:
    """Comfortable lanes, Kegiatan up to 85 mm, the rest to the other texts in fixed shares."""
    space, count = paper.width - 2 * paper.margin, max(1, len(procedure.actors))
    lane = (space - sum(USUAL)) / count
    widths = _with_words(procedure, space - max(lane_least, min(LANE_WANTED, lane)) * count)
    lane = min((space - sum(widths)) / count, LANE_MAX_OF_FEW.get(count, LANE_MAX))
    lane = max(lane, lane_least)
    room = space - lane * count - sum(widths)
    more = min(max(ACTIVITY - widths[1], 0.0), room)
    widths[1] += more
    return table_of(
        procedure.actors,
        paper,
        lane,
        TextWidths(*(a + (room - more) * b for a, b in zip(widths, SHARES, strict=True))),
    )


def _with_words(procedure: Procedure, room: float) -> list[float]:
    widths = list(USUAL)
    words = [
        max(longest_word(text, TEXT_SIZE) for text in texts) + 2 * CELL_PADDING
        for texts in zip(
            *(
                (s.number_raw, s.activity, s.inputs, s.duration.raw, s.output, s.remark)
                for s in procedure.steps
            ),
            strict=True,
        )
    ]
    for index in sorted(range(len(widths)), key=lambda i: words[i] - widths[i]):
        more = min(words[index], WORD_SHARE * widths[index]) - widths[index]
        if 0 < more <= room - sum(widths):
            widths[index] += more
    return widths
