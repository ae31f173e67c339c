"""One page: letters, lines and areas in mm from the upper left corner of its content box."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import Literal

from sopbatch.text.measuring import MM_PER_POINT
from sopbatch.writing.pdf.faces import face, run
from sopbatch.writing.pdf.syntax import number as _n
from sopbatch.writing.pdf.tags import LinkArea, Tag

ROUND = 0.5522847
"""Handles of a curve that draws a quarter of a circle, as a share of the radius."""
UNDERLINE = (0.1, 0.05)
"""Below the base line, and its thickness, as shares of the letter size."""
Point = tuple[float, float]
Ink = str
"""Red, green and blue from 0 to 1, as an operator takes them."""
BLACK = "0 0 0"
ELLIPSIS = "…"
FACES = "F"
Align = Literal["left", "centre", "right"]
BEFORE: dict[Align, float] = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""Share of a line that lies left of its place."""


def ink(colour: str) -> Ink:
    """The ink of a colour such as "#e8e8e8" or "#555"."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return " ".join(_n(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in mm of one line at `size` pt as it is drawn: kerned, so never wider than measured."""
    return run(text, bold).width * size * MM_PER_POINT


def fitted(text: str, room: float, size: float) -> str:
    """The line, or as much of it as there is room for."""
    if text_width(text, size) <= room:
        return text
    least, most = 0, len(text)
    while least < most:
        tried = (least + most + 1) // 2
        if text_width(text[:tried] + ELLIPSIS, size) <= room:
            least = tried
        else:
            most = tried - 1
    return text[:least] + ELLIPSIS


@dataclass(slots=True, kw_only=True, eq=False)
class Canvas:
    """The content of a page, told operator by operator."""

    page: int
    """0-based."""
    width: float
    """Of the paper, mm."""
    height: float
    margin: float
    letters: dict[bool, set[str]]
    """What the document has used so far of both faces, bold or not."""
    faces: str = FACES
    """Both faces are known by this and 0, or 1 for bold."""
    marks: list[Tag] = field(default_factory=list)
    """The element of each piece of marked content."""
    links: list[tuple[LinkArea, Tag]] = field(default_factory=list)
    """Each with its element."""
    _told: list[str] = field(default_factory=list)
    _bold: bool | None = None
    """Which face was chosen last."""
    _fill: Ink = BLACK
    _stroke: Ink = BLACK
    _thickness: str = ""

    def content(self) -> bytes:
        """The page's content stream."""
        up, left = self.height - self.margin, self.margin
        scale = f"{1 / MM_PER_POINT:.6f}"
        head = f"{scale} 0 0 -{scale} {left / MM_PER_POINT:.4f} {up / MM_PER_POINT:.4f} cm"
        return "\n".join((head, *self._told)).encode("ascii")

    def points(self, left: float, top: float) -> tuple[float, float]:
        """A place on the page in the units of a PDF, from its lower left corner."""
        return (self.margin + left) / MM_PER_POINT, (self.height - self.margin - top) / MM_PER_POINT

    @contextmanager
    def marked(self, tag: Tag) -> Iterator[None]:
        """What is drawn meanwhile is what an element stands for."""
        self._told.append(f"/{tag.kind} <</MCID {len(self.marks)}>> BDC")
        tag.page = self.page
        tag.kids.append(len(self.marks))
        self.marks.append(tag)
        yield
        self._told.append("EMC")

    def lead(
        self, tag: Tag, box: tuple[float, float, float, float], target: bytes, told: str
    ) -> None:
        """A box (left, top, width, height) that leads to a place of the file, told in words."""
        x, y, width, height = box
        edges = (*self.points(x, y + height), *self.points(x + width, y))
        link = LinkArea(edges, target, told)
        tag.kids.append(link)
        self.links.append((link, tag))

    @contextmanager
    def artifact(self, about: str = "") -> Iterator[None]:
        """What is drawn meanwhile says nothing that is not said elsewhere."""
        self._told.append(f"/Artifact <<{about}>> BDC" if about else "/Artifact BMC")
        yield
        self._told.append("EMC")

    def write(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
        align: Align = "left",
        colour: Ink = BLACK,
        turned: float = 0.0,
    ) -> None:
        """A line on its base line at (x, y), turned by some degrees about that point."""
        shown = run(text, bold)
        length = shown.width * size * MM_PER_POINT
        back = BEFORE[align] * length
        self.letters[bold].update(text)
        self._fill_with(colour)
        chosen = "" if bold is self._bold else f"/{self.faces}{int(bold)} 1 Tf "
        self._bold = bold
        tall = size * MM_PER_POINT
        if turned:
            c, s = tall * cos(radians(turned)), tall * sin(radians(turned))
            x, y = x - back * c / tall, y + back * s / tall
            axes = f"{c:.5f} {-s:.5f} {-s:.5f} {-c:.5f}"
        else:
            x -= back
            axes = f"{tall:.5g} 0 0 -{tall:.5g}"
        self._told.append(f"BT {chosen}{axes} {_n(x)} {_n(y)} Tm {shown.shown} ET")

    def write_lines(
        self,
        lines: Sequence[str],
        x: float,
        top: float,
        line_height: float,
        size: float,
        *,
        bold: bool = False,
        align: Align = "left",
        colour: Ink = BLACK,
    ) -> None:
        """Lines below each other, the first one from `top` down."""
        y = top + base_line(line_height, size)
        for line in lines:
            if line:
                self.write(line, x, y, size, bold=bold, align=align, colour=colour)
            y += line_height

    def underline(
        self, lines: Sequence[str], x: float, top: float, line_height: float, size: float
    ) -> None:
        """Lines below centred lines of bold text."""
        letters = size * MM_PER_POINT
        below, thick = (share * letters for share in UNDERLINE)
        y = top + base_line(line_height, size) + below
        for line in lines:
            length = text_width(line, size, bold=True)
            self.fill_box(x - length / 2, y, length, thick)
            y += line_height

    def fill_box(
        self, x: float, y: float, width: float, height: float, colour: Ink = BLACK
    ) -> None:
        """A filled rectangle."""
        self._fill_with(colour)
        self._told.append(f"{_n(x)} {_n(y)} {_n(width)} {_n(height)} re f")

    def draw(
        self,
        outlines: Sequence[Sequence[Point]],
        *,
        closed: bool = False,
        stroke: Ink = "",
        thickness: float = 0.0,
        fill: Ink = "",
    ) -> None:
        """Lines and areas between points."""
        self._prepare(stroke, thickness, fill)
        for points in outlines:
            (x, y), *further = points
            steps = " ".join(f"{_n(a)} {_n(b)} l" for a, b in further)
            self._told.append(f"{_n(x)} {_n(y)} m {steps}{' h' if closed else ''}")
        self._told.append(_painted(stroke, fill))

    def draw_capsule(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        stroke: Ink = "",
        thickness: float = 0.0,
        fill: Ink = "",
    ) -> None:
        """A rectangle whose shorter sides are half circles; a circle where all sides are equal."""
        self._prepare(stroke, thickness, fill)
        r = min(width, height) / 2
        k = r * (1 - ROUND)
        right, bottom = x + width, y + height
        corners = (
            ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
            ((right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)),
            ((x + r, bottom), (x + k, bottom), (x, bottom - k), (x, bottom - r)),
            ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
        )
        told = [f"{_n(x + r)} {_n(y)} m"]
        for begin, *curve in corners:
            told.append(f"{_n(begin[0])} {_n(begin[1])} l")
            told.append(" ".join(f"{_n(a)} {_n(b)}" for a, b in curve) + " c")
        self._told.append(" ".join((*told, "h", _painted(stroke, fill))))

    def place(self, picture: str, x: float, y: float, width: float, height: float) -> None:
        """A picture of the document, by its name."""
        self._told.append(f"q {_n(width)} 0 0 {_n(-height)} {_n(x)} {_n(y + height)} cm")
        self._told.append(f"/{picture} Do Q")

    def _fill_with(self, colour: Ink) -> None:
        if colour != self._fill:
            self._fill = colour
            self._told.append(f"{colour} rg")

    def _prepare(self, stroke: Ink, thickness: float, fill: Ink) -> None:
        """Colours and thickness, which come before the lines they are for."""
        if fill:
            self._fill_with(fill)
        if stroke and stroke != self._stroke:
            self._stroke = stroke
            self._told.append(f"{stroke} RG")
        if stroke and _n(thickness) != self._thickness:
            self._thickness = _n(thickness)
            self._told.append(f"{self._thickness} w")


def base_line(line_height: float, size: float) -> float:
    """From the top of a line down to where its letters stand, mm."""
    of = face(False)
    return (line_height + (of.ascent + of.descent) / 1000 * size * MM_PER_POINT) / 2


def _painted(stroke: Ink, fill: Ink) -> str:
    return "B" if fill and stroke else "f" if fill else "S"
