"""Pictures by their content, whatever they are called; the only door to Pillow."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image

IMAGE_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def image_kind(image: bytes | None) -> str:
    """Media type of a PNG or JPEG by its first bytes; "" for anything else."""
    kinds = (kind for mark, kind in IMAGE_KINDS.items() if image and image.startswith(mark))
    return next(kinds, "")


PIXELS = 25_000_000
"""More than any scanner makes of an emblem; four bytes each while it is decoded."""
ORIENTATION = 0x0112
"""Tag of a photo that tells how the camera was held."""
PNG_HEAD = 8
"""Bytes before the first chunk of a PNG."""
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
    small = picture.convert("RGBA") if picture.has_transparency_data else _coloured(picture)
    small.thumbnail((SHARP, SHARP))
    stream = BytesIO()
    small.save(stream, "PNG")
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture of one or three channels of eight bits."""

    width: int
    height: int
    channels: int
    kind: Literal["jpeg", "png"]
    data: bytes
    """A JPEG file, or the compressed rows of a PNG."""


def pixels(data: bytes) -> tuple[Pixels, Pixels | None] | None:
    """Colours, and opacity where not all is opaque; None for what is no picture, or damaged."""
    if not image_kind(data):
        return None
    from PIL import Image, ImageOps

    try:
        with _strict(), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > PIXELS:
                return None
            picture.load()
            upright = ImageOps.exif_transpose(picture)
            kept = picture.format == "JPEG" and picture.mode in ("L", "RGB")
            if kept and picture.getexif().get(ORIENTATION, 1) == 1:
                channels = len(picture.mode)
                return Pixels(*picture.size, channels, "jpeg", data), None
            if not upright.has_transparency_data:
                return _rows(_coloured(upright)), None
            full = upright.convert("RGBA")
            return _rows(full.convert("RGB")), _rows(full.getchannel("A"))
    except (OSError, SyntaxError, ValueError, EOFError, IndexError):
        return None


def _coloured(picture: "Image") -> "Image":
    """In red, green and blue; of sixteen bits the upper eight."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGB")


def _rows(picture: "Image") -> Pixels:
    """The rows as a PNG holds them, which is how a PDF may hold them as well."""
    stream = BytesIO()
    picture.save(stream, "PNG")
    data, rows, at = stream.getvalue(), b"", PNG_HEAD
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            rows += data[at + 8 : at + 8 + length]
        at += length + 12
    return Pixels(*picture.size, len(picture.getbands()), "png", rows)
