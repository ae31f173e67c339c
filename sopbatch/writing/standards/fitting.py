"""One page, whatever it has to say: letters as large as fit, then smaller, then texts are cut."""

from collections.abc import Callable
from dataclasses import dataclass

from sopbatch.writing.typeset import Pages

ALL = 10_000
"""More items, and more characters, than any page holds."""
LARGEST, SMALLEST, STEP = 136, 80, 4
"""Of the letters, in hundredths of the usual size."""
CUTS = (
    *((30, 700), (26, 600), (22, 500), (18, 420), (15, 350), (12, 280), (10, 220), (9, 180)),
    *((8, 150), (7, 120), (7, 105)),
    *((6, 90), (5, 70), (4, 54), (3, 40), (2, 30), (1, 20)),
)
"""Items of a list and characters of a text, from generous to the least that says something."""
END = "akhir"
"""The element behind which nothing follows."""
PIXEL = 25.4 / 96
"""mm."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How large letters are, and how much is said."""

    scale: float
    """Of the letters; 1 is the usual size."""
    items: int = ALL
    chars: int = ALL

    def text(self, text: str, share: float = 1.0) -> str:
        """The text, cut after a whole word where one ends near, then with "…"."""
        longest = max(12, int(self.chars * share))
        if len(text) <= longest:
            return text
        short = text[:longest]
        whole, _, _ = short.rpartition(" ")
        return f"{(whole if len(whole) > longest // 2 else short).rstrip(' ,;.:')}…"

    def texts(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The first texts, each cut."""
        return tuple(self.text(text) for text in texts[: self.items])


def fits(smallest: int = SMALLEST) -> tuple[Fit, ...]:
    """From large letters to small ones (hundredths of the usual), then with texts cut."""
    return (
        *(Fit(percent / 100) for percent in range(LARGEST, smallest - 1, -STEP)),
        *(Fit(smallest / 100, items, chars) for items, chars in CUTS),
    )


def on_one_page(
    make: Callable[[Fit, float], Pages | None],
    tried: tuple[Fit, ...],
    *,
    foot: float,
    gaps: int,
    widest: float,
) -> Pages:
    """The page with the largest letters that fit, white space shared out.

    Args:
        make: Sets the page for a fit, with that much more white between its parts (mm); None
            when so much text can never fit.
        tried: The fits, from the best to the one that always holds.
        foot: White below the last element, mm.
        gaps: Parts that white can be put between.
        widest: White that a gap gets at most, mm.
    """
    low, high = 0, len(tried) - 1
    best: Pages | None = None
    while low < high:
        middle = (low + high) // 2
        pages = make(tried[middle], 0.0)
        if pages is not None and left_over(pages, foot) >= 0:
            high, best = middle, pages
        else:
            low = middle + 1
    fit = tried[low]
    pages = best or make(fit, 0.0)
    assert pages is not None, "the last fit always says something"
    more = min(widest, left_over(pages, foot) / gaps - PIXEL)
    roomy = make(fit, more) if more > 0 else None
    return roomy if roomy is not None and left_over(roomy, foot) >= 0 else pages


def left_over(pages: Pages, foot: float) -> float:
    """White between the last element and the foot of the only page, mm; below 0 when it is full."""
    first, *further = pages.pages
    if further or END not in first.anchors:
        return -1.0
    return float(first.height - first.anchors[END][1]) * PIXEL - foot
