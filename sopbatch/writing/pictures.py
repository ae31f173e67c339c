"""Pictures by their content, whatever they are called; the only door to Pillow."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

IMAGE_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def image_kind(image: bytes | None) -> str:
    """Media type of a PNG or JPEG by its first bytes; "" for anything else."""
    kinds = (kind for mark, kind in IMAGE_KINDS.items() if image and image.startswith(mark))
    return next(kinds, "")


PIXELS = 25_000_000
"""More than any scanner makes of an emblem; four bytes each while it is decoded."""
SHARP = 1200
"""Pixels of the longer side that a printed emblem can show: 5 cm at 600 dots an inch."""


class UnusableError(Exception):
    """Why a picture cannot be printed, as an Indonesian clause."""


def prepared(data: bytes) -> bytes:
    """A PNG or JPEG that is whole; a large one no larger than print can show.

    Raises:
        UnusableError: it is no such picture, too large, or damaged.
    """
    if not image_kind(data):
        raise UnusableError("bukan gambar PNG atau JPEG")
    from PIL import Image

    try:
        with _strict(), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            width, height = picture.size
            if width * height > PIXELS:
                millions = PIXELS // 1_000_000
                raise UnusableError(
                    f"berukuran {width} × {height} piksel, melebihi batas {millions} juta piksel"
                )
            picture.load()
            return data if max(picture.size) <= SHARP else _smaller(picture)
    except (OSError, SyntaxError, ValueError, EOFError, IndexError) as error:
        raise UnusableError("rusak atau terpotong sehingga tidak dapat dibaca") from error


@contextmanager
def _strict() -> Iterator[None]:
    """Pillow with our own limit of pixels, which is told, and without patience for cut pictures."""
    # NOTE: WeasyPrint lets Pillow fill up what is missing of a picture, in the whole process.
    from PIL import Image, ImageFile

    before = Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES
    Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = None, False
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = before


def _smaller(picture: "Image") -> bytes:
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    small = picture.convert(mode)
    small.thumbnail((SHARP, SHARP))
    stream = BytesIO()
    small.save(stream, "PNG")
    return stream.getvalue()
