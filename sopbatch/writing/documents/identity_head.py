"""The head of Bagian Identitas: letterhead on the left; number, dates, approval, name right."""

from dataclasses import dataclass, replace

from sopbatch.model import Settings, Sop
from sopbatch.schema.nips import labelled
from sopbatch.text.printable import indonesian_date, printable
from sopbatch.text.wrapping import wrap
from sopbatch.writing.documents.measures import PADDING, RULE, leading

LABEL_SHARE = 0.27
"""Width of the labels within the right part."""
VALUE_SIZE, TITLE_SIZE = 9.0, 10.0
"""Letters of the values and of the SOP's name, pt."""
ROW_HEIGHT, TITLE_HEIGHT, APPROVAL_HEIGHT = 6.2, 9.5, 40.0
"""Least heights of a row, of that of the name and of the approval, mm."""
SIGNATURE_HEIGHT = 18.0
"""Kept free for signature and stamp, or for the code of an electronic signature, mm."""
ROW_PADDING = 1.2
"""Above and below the text of a row, mm."""
HEADING_HEIGHT = 5.6
"""Of the heading of a band, mm."""
BAND_PADDING = 1.3
"""Above and below the text of a band, mm."""
LOGO_HEIGHT, LOGO_GAP, LETTERHEAD_GAP = 22.0, 4.0, 1.5
"""Room of the logo, air around and below it, and between the names below, mm."""
TITLE_LONGEST, NAME_LONGEST, SHORT_LONGEST = 400, 200, 80
"""Characters printed in the head: twice and more of what the template lets in."""


@dataclass(frozen=True, slots=True)
class HeadLines:
    """Text of the letterhead, centred, at one size."""

    lines: tuple[str, ...]
    size: float
    line_height: float
    gap: float
    """Free above, mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadRow:
    """A label and its value."""

    label: str
    lines: tuple[str, ...]
    height: float
    size: float
    line_height: float
    bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The block of Disahkan oleh; empty texts leave their place free."""

    label: str
    height: float
    position: tuple[str, ...]
    name: tuple[str, ...]
    rank: tuple[str, ...]
    nip: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityHead:
    """The upper part of the grid."""

    letterhead: tuple[HeadLines, ...]
    dates: tuple[HeadRow, ...]
    """Number and dates, above the approval."""
    approval: Approval
    title: HeadRow
    label_width: float
    height: float
    letterhead_top: float
    """Free above the logo, so that the letterhead stands in the middle."""
    row_padding: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """White above and below texts, and least heights, mm."""

    row_padding: float = ROW_PADDING
    row_height: float = ROW_HEIGHT
    title_height: float = TITLE_HEIGHT
    approval_height: float = APPROVAL_HEIGHT
    heading_height: float = HEADING_HEIGHT
    band_padding: float = BAND_PADDING


USUAL = Spacing()
CLOSE = Spacing(
    row_padding=0.8,
    row_height=5.9,
    title_height=5.9,
    approval_height=0.0,
    heading_height=5.0,
    band_padding=1.0,
)
"""Only white is saved: letters and the room for the signature stay."""


def lay_out_head(
    sop: Sop, settings: Settings, left: float, right: float, spacing: Spacing = USUAL
) -> IdentityHead:
    """The head in a grid whose two parts are `left` and `right` mm wide."""
    label_width = round(right * LABEL_SHARE, 1)
    width = right - label_width - 2 * PADDING
    letterhead = _letterhead(sop, settings, left - 8 * PADDING)
    dates = _dates(sop, width, spacing)
    approval = _approval(sop, width, spacing)
    title_lines = wrap(printable(sop.title, TITLE_LONGEST), width, TITLE_SIZE, bold=True)
    title_room = spacing.title_height, spacing.row_padding
    title = _row("Nama SOP", title_lines, title_room, TITLE_SIZE, bold=True)
    height = sum(row.height for row in dates) + approval.height + title.height
    needed = LOGO_HEIGHT + LOGO_GAP + _text_height(letterhead) + 2 * LOGO_GAP
    if needed > height:
        # The letterhead beside it needs the room.
        approval = replace(approval, height=approval.height + (needed - height))
    height = max(height, needed)
    return IdentityHead(
        letterhead=letterhead,
        dates=dates,
        approval=approval,
        title=title,
        label_width=label_width,
        height=height,
        letterhead_top=(height - needed) / 2 + LOGO_GAP,
        row_padding=spacing.row_padding,
    )


def _letterhead(sop: Sop, settings: Settings, width: float) -> tuple[HeadLines, ...]:
    texts = (
        (sop.government or settings.government, 12.0, 0.0),
        (sop.unit_name, 11.0, LETTERHEAD_GAP),
        (sop.section, 10.0, LETTERHEAD_GAP),
    )
    return tuple(
        HeadLines(wrap(line, width, size, bold=True), size, leading(size), gap)
        for text, size, gap in texts
        if (line := printable(text, NAME_LONGEST).upper())
    )


def _text_height(letterhead: tuple[HeadLines, ...]) -> float:
    return sum(part.gap + len(part.lines) * part.line_height for part in letterhead)


def _dates(sop: Sop, width: float, spacing: Spacing) -> tuple[HeadRow, ...]:
    number = printable(sop.number.raw, SHORT_LONGEST)
    texts = (
        ("Nomor SOP", number),
        ("Tanggal Pembuatan", indonesian_date(sop.created)),
        ("Tanggal Revisi", indonesian_date(sop.revised) or "-"),
        ("Tanggal Efektif", indonesian_date(sop.effective)),
    )
    room = spacing.row_height, spacing.row_padding
    return tuple(
        _row(label, wrap(text, width, VALUE_SIZE), room, VALUE_SIZE) for label, text in texts
    )


def _row(
    label: str,
    lines: tuple[str, ...],
    room: tuple[float, float],
    size: float,
    *,
    bold: bool = False,
) -> HeadRow:
    """A row of at least some height, with so much free above and below its text."""
    lowest, padding = room
    needed = len(lines) * leading(size) + 2 * padding + RULE
    return HeadRow(
        label=label,
        lines=lines,
        height=max(lowest, needed),
        size=size,
        line_height=leading(size),
        bold=bold,
    )


def _approval(sop: Sop, width: float, spacing: Spacing) -> Approval:
    """Position, place for signature and stamp, name, rank and NIP."""
    ranks = (printable(sop.signatory_rank, SHORT_LONGEST), printable(sop.signatory_grade, 20))
    nip = printable(sop.signatory_nip.printed, SHORT_LONGEST)

    def lines(text: str, *, bold: bool = False) -> tuple[str, ...]:
        return wrap(text, width, VALUE_SIZE, bold=bold) or ("",)

    position = lines(printable(sop.signatory_position, NAME_LONGEST))
    name = lines(printable(sop.signatory_name, NAME_LONGEST), bold=True)
    rank = lines(", ".join(filter(None, ranks)))
    number = lines(labelled(nip))
    count = len(position) + len(name) + len(rank) + len(number)
    needed = count * leading(VALUE_SIZE) + SIGNATURE_HEIGHT + 2 * spacing.row_padding + RULE
    height = max(spacing.approval_height, needed)
    return Approval(
        label="Disahkan oleh", height=height, position=position, name=name, rank=rank, nip=number
    )
