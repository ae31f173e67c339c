"""Bagian Identitas as numbers: the regulation's grid on one page, or on as many as it needs.

The arrangement is that of PermenPAN-RB 35/2012: letterhead on the left, number, dates, approval
and name on the right, and below them six cells in three bands. All measures are mm unless they
are sizes of letters (pt).
"""

from dataclasses import dataclass

from sopbatch.model import PaperSize, Settings, Sop
from sopbatch.writing.documents.identity_head import (
    BAND_PADDING,
    HEADING_HEIGHT,
    USUAL,
    IdentityHead,
    Spacing,
    lay_out_head,
)
from sopbatch.writing.documents.identity_lists import IdentityLine, Panel, list_lines, panel
from sopbatch.writing.documents.measures import PADDING, RULE, leading

LEFT_SHARE = 0.535
"""Width of the left part of the grid, the median of printed SOPs."""
SIZES = (9.0, 8.5, 8.0, 7.5)
"""Sizes tried before the lists go on to a further page, pt."""
FEWEST_LINES = 2
"""Lines a band must find room for, else all bands move to the next page."""
HEADINGS = (
    ("Dasar Hukum", "Kualifikasi Pelaksana"),
    ("Keterkaitan", "Peralatan/Perlengkapan"),
    ("Peringatan", "Pencatatan dan Pendataan"),
)
CELLS = (
    ("legal_basis", "qualifications"),
    ("relations", "equipment"),
    ("warnings", "records"),
)
"""Lists below the headings."""
CONTINUED = " (lanjutan)"

Lines = tuple[IdentityLine, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Two cells side by side under their headings."""

    height: float
    """Of the cells, without the headings."""
    left: Panel
    right: Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityPage:
    """One page of Bagian Identitas; only the first has the head."""

    head: IdentityHead | None
    bands: tuple[Band, ...]
    text_size: float
    line_height: float
    left_width: float
    width: float
    heading_height: float
    band_padding: float
    """Above and below the text of a band, mm."""

    @property
    def head_left(self) -> float:
        """Where the right part of the head begins, its border on that of the bands below."""
        return self.left_width - RULE

    @property
    def bands_top(self) -> float:
        """Where the bands begin, below the head if there is one."""
        return self.head.height + RULE if self.head else 0.0

    @property
    def height(self) -> float:
        """From the top of the grid to its lower border."""
        return self.bands_top + sum(self.heading_height + band.height for band in self.bands)


@dataclass(frozen=True, slots=True)
class _Pair:
    """What is still to be set of one band."""

    headings: tuple[str, str]
    left: Lines
    right: Lines

    @property
    def needed(self) -> int:
        return max(len(self.left), len(self.right))

    def split(self, count: int) -> tuple["_Pair", "_Pair"]:
        first = _Pair(self.headings, self.left[:count], self.right[:count])
        left, right = self.left[count:], self.right[count:]
        headings = (_further(self.headings[0], left), _further(self.headings[1], right))
        return first, _Pair(headings, left, right)


def _further(heading: str, lines: Lines) -> str:
    """The heading above what is left of a list; "" when nothing is."""
    return f"{heading.removesuffix(CONTINUED)}{CONTINUED}" if lines else ""


def identity_pages(sop: Sop, settings: Settings, paper: PaperSize) -> int:
    """Number of pages Bagian Identitas takes, so that flowchart pages can be numbered."""
    return len(lay_out_identity(sop, settings, paper))


@dataclass(frozen=True, slots=True)
class _Grid:
    """The outline of the grid on a paper."""

    width: float
    height: float
    """Without the lowest border."""
    left: float
    """Width of the left part."""

    @classmethod
    def on(cls, paper: PaperSize) -> "_Grid":
        width = paper.width - 2 * paper.margin
        height = paper.height - 2 * paper.margin - RULE
        return cls(width, height, round(width * LEFT_SHARE, 1))

    @property
    def right(self) -> float:
        return self.width - self.left

    def page(
        self,
        head: IdentityHead | None,
        bands: tuple[Band, ...],
        size: float,
        spacing: Spacing = USUAL,
    ) -> IdentityPage:
        return IdentityPage(
            head=head,
            bands=bands,
            text_size=size,
            line_height=leading(size),
            left_width=self.left,
            width=self.width,
            heading_height=spacing.heading_height,
            band_padding=spacing.band_padding,
        )


def lay_out_identity(sop: Sop, settings: Settings, paper: PaperSize) -> tuple[IdentityPage, ...]:
    """Pages of Bagian Identitas: one at the largest size that fits, else several at 7.5 pt."""
    grid = _Grid.on(paper)
    head = lay_out_head(sop, settings, grid.left, grid.right)
    for size in SIZES:
        pairs = _pairs(sop, grid, size)
        if _bands_height(pairs, size) <= grid.height - head.height:
            return (grid.page(head, _stretched(pairs, size, grid.height - head.height), size),)
    return _continued(grid, head, pairs, size)


def lay_out_low(sop: Sop, settings: Settings, paper: PaperSize, spacing: Spacing) -> IdentityPage:
    """Bagian Identitas at the usual size, as high as it needs to be, which may be too high."""
    grid, size = _Grid.on(paper), SIZES[0]
    head = lay_out_head(sop, settings, grid.left, grid.right, spacing)
    bands = tuple(
        _band(pair, _band_height(pair, size, spacing.band_padding))
        for pair in _pairs(sop, grid, size)
    )
    return grid.page(head, bands, size, spacing)


def _pairs(sop: Sop, grid: _Grid, size: float) -> tuple[_Pair, ...]:
    def lines(key: str, width: float) -> Lines:
        laws = tuple(citation.raw for citation in sop.legal_basis)
        texts: tuple[str, ...] = laws if key == "legal_basis" else getattr(sop, key)
        return list_lines(texts, width - 2 * PADDING, size, anew=key in sop.restarting)

    return tuple(
        _Pair(headings, lines(left, grid.left), lines(right, grid.right))
        for headings, (left, right) in zip(HEADINGS, CELLS, strict=True)
    )


def _band_height(pair: _Pair, size: float, padding: float = BAND_PADDING) -> float:
    return pair.needed * leading(size) + 2 * padding + RULE


def _bands_height(pairs: tuple[_Pair, ...], size: float) -> float:
    return sum(HEADING_HEIGHT + _band_height(pair, size) for pair in pairs)


def _stretched(pairs: tuple[_Pair, ...], size: float, room: float) -> tuple[Band, ...]:
    """Bands that share what room is left in the ratio of the heights they need."""
    needed = [_band_height(pair, size) for pair in pairs]
    factor = (room - HEADING_HEIGHT * len(pairs)) / sum(needed)
    return tuple(_band(pair, height * factor) for pair, height in zip(pairs, needed, strict=True))


def _band(pair: _Pair, height: float) -> Band:
    return Band(height, panel(pair.headings[0], pair.left), panel(pair.headings[1], pair.right))


def _continued(
    grid: _Grid, head: IdentityHead, pairs: tuple[_Pair, ...], size: float
) -> tuple[IdentityPage, ...]:
    """Pages filled one after the other, each band with its share of every page."""
    pages: list[IdentityPage] = []
    rest = pairs
    while rest:
        on_page = None if pages else head
        room = grid.height - (on_page.height if on_page else 0.0)
        shares = _shares(tuple(pair.needed for pair in rest), _capacity(room, len(rest), size))
        split = tuple(pair.split(share) for pair, share in zip(rest, shares, strict=True))
        bands = tuple(_band(first, _band_height(first, size)) for first, _ in split if first.needed)
        pages.append(grid.page(on_page, bands, size))
        if bands:
            rest = tuple(later for _, later in split if later.needed)
    return tuple(pages)


def _capacity(room: float, bands: int, size: float) -> int:
    """Lines of all bands together that a page has room for; 0 when it is too little to begin."""
    lines = int((room - bands * (HEADING_HEIGHT + 2 * BAND_PADDING + RULE)) / leading(size))
    return lines if lines >= bands * FEWEST_LINES else 0


def _shares(needed: tuple[int, ...], capacity: int) -> tuple[int, ...]:
    """Lines for each band: short ones whole, long ones what is left in equal parts."""
    shares = [0] * len(needed)
    left = capacity
    ascending = sorted(range(len(needed)), key=needed.__getitem__)
    for served, index in enumerate(ascending):
        shares[index] = min(needed[index], left // (len(needed) - served))
        left -= shares[index]
    return tuple(shares)
