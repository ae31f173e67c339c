"""The sample province's emblem: an invented shield with a star over two waves."""

from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw

NAME = "lambang.png"
WIDTH, HEIGHT = 480, 600
FINER = 4
"""Drawn so many times larger than these pixels, kept at half of them: smooth edges."""
DEEP, LIGHT, GOLD = "#14506b", "#ffffff", "#d9a520"


def emblem() -> bytes:
    """The PNG."""
    picture = Image.new("RGBA", (WIDTH * FINER, HEIGHT * FINER), (255, 255, 255, 0))
    pen = ImageDraw.Draw(picture)
    for inset, colour in ((0, DEEP), (14, LIGHT), (24, DEEP)):
        pen.polygon(_scaled(_shield(inset)), fill=colour)
    pen.polygon(_scaled(_star(WIDTH / 2, 210, 118)), fill=GOLD)
    for top in (345, 405):
        pen.polygon(_scaled(_wave(top)), fill=LIGHT)
    small = picture.resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.LANCZOS)
    stream = BytesIO()
    small.save(stream, "PNG", optimize=True)
    return stream.getvalue()


Points = list[tuple[float, float]]


def _scaled(points: Points) -> Points:
    return [(x * FINER, y * FINER) for x, y in points]


def _shield(inset: float) -> Points:
    """Straight at the top and sides, round towards the tip."""
    left, right, top, tip = inset, WIDTH - inset, inset, HEIGHT - 1.3 * inset
    shoulder = 300.0
    half, drop = (right - left) / 2, tip - shoulder
    round_part = [
        (WIDTH / 2 + half * cos(turn), shoulder + drop * sin(turn) ** 0.85)
        for turn in (pi * step / 60 for step in range(61))
    ]
    return [(left, top), (right, top), *round_part]


def _star(x: float, y: float, radius: float) -> Points:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        turn = pi * corner / 5 - pi / 2
        points.append((x + reach * cos(turn), y + reach * sin(turn)))
    return points


def _wave(top: float) -> Points:
    first, last = 104, WIDTH - 104
    edge = [(x, top + 15 * sin((x - first) / (last - first) * 4 * pi)) for x in range(first, last)]
    return [*edge, *((x, y + 24) for x, y in reversed(edge))]
