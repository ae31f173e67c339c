"""How text columns share the room they have: by the height their texts give the table.

The table is as high as the longest cell of each row. So every column gets width in proportion
to the height it answers for: where one text needs twenty lines and the others one, it grows and
the others shrink, until no column can give another a millimetre that it would use better.
"""

from collections.abc import Sequence

from sopbatch.text.measuring import text_width

SHARPNESS = 6
"""How nearly only the longest cell of a row counts: the exponent of a norm, whole and even."""
ROUNDS = 12
"""How often the widths are set anew."""
FREE_LINES = 2.6
"""Lines of text that a row has room for whatever stands in it."""
RAGGED = 3.0
"""What the end of a line leaves empty, mm."""
WHOLE = 4
"""How quickly a paragraph that fits its column stops to ask for more width: an exponent."""

Extent = tuple[float, ...]
"""A cell's paragraphs, each by the length of its text in one line, mm."""


def extent(text: str, size: float) -> Extent:
    """The extent of a text at `size` points."""
    return tuple(text_width(line.strip(), size) for line in text.splitlines() if line.strip())


def shared(
    rows: Sequence[Sequence[Extent]], least: Sequence[float], room: float, padding: float
) -> tuple[float, ...]:
    """Widths of the columns of these rows, which fill `room`; none below its least."""
    widths = _fitted(least, least, room)
    for _ in range(ROUNDS):
        parts = _answered(rows, [width - padding - RAGGED for width in widths])
        moved = [
            width * (part / width) ** (1 / (SHARPNESS + 1)) if part else 0.0
            for width, part in zip(widths, parts, strict=True)
        ]
        widths = _fitted(moved, least, room)
    return widths


def _answered(rows: Sequence[Sequence[Extent]], widths: Sequence[float]) -> list[float]:
    """The lines of the table that each column answers for."""
    parts = [0.0] * len(widths)
    for row in rows:
        filled = [
            [length / max(width, 1.0) for length in cell]
            for cell, width in zip(row, widths, strict=True)
        ]
        lines = [sum(max(1.0, part) for part in cell) for cell in filled]
        most = max(FREE_LINES, *lines)
        for column, cell in enumerate(filled):
            if cell:
                asks = sum(part if part >= 1 else part**WHOLE for part in cell)
                parts[column] += asks * (lines[column] / most) ** (SHARPNESS - 1)
    return parts


def _fitted(wanted: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Widths in the ratio of the wanted ones that fill the room; those that are too small stop."""
    kept: dict[int, float] = {}
    while len(kept) < len(wanted):
        rest = sum(width for index, width in enumerate(wanted) if index not in kept)
        factor = (room - sum(kept.values())) / rest if rest else 0.0
        small = [
            index
            for index, width in enumerate(wanted)
            if index not in kept and width * factor < least[index]
        ]
        if not small:
            break
        kept |= {index: least[index] for index in small}
    free = [index for index in range(len(wanted)) if index not in kept]
    if not free:
        return _widened(least, room)
    return tuple(kept.get(index, width * factor) for index, width in enumerate(wanted))


def _widened(widths: Sequence[float], room: float) -> tuple[float, ...]:
    """Widths that are too small together, all wider in their ratio."""
    total = sum(widths)
    return tuple(width * room / total for width in widths)


def lines_of(rows: Sequence[Sequence[Extent]], widths: Sequence[float], padding: float) -> float:
    """About how many lines of text the table is high with columns of these widths."""
    inner = [max(width - padding - RAGGED, 1.0) for width in widths]
    return sum(
        max(
            FREE_LINES,
            *(
                sum(max(1.0, length / width) for length in cell)
                for cell, width in zip(row, inner, strict=True)
            ),
        )
        for row in rows
    )
