"""Pictures come out of a PDF as they went in, upright and with what is see-through."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from sopbatch.writing.pdf import Canvas, DocumentInfo, Tag, image, write_file
from sopbatch.writing.pictures import PIXELS
from tests.writing.claims import claimed

ABOUT = DocumentInfo(
    title="Judul",
    author="Biro",
    subject="Nomor",
    program="sopbatch",
    language="id",
    dated=date(2025, 6, 2),
)
HELD_UPSIDE_DOWN = {0x0112: 3}


def drawing(mode: str) -> Image.Image:
    """Four colours, one of them half see-through where there is such a thing."""
    made = Image.new("RGBA", (6, 4), (200, 30, 30, 255))
    made.putpixel((0, 0), (0, 0, 255, 128))
    made.putpixel((5, 3), (0, 255, 0, 0))
    return made.convert(mode)


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    stream = BytesIO()
    picture.save(stream, form, **options)
    return stream.getvalue()


def printed(data: bytes) -> Image.Image:
    """The picture as it is read from a PDF."""
    picture = image(data)
    assert picture is not None
    canvas = Canvas(page=0, width=100, height=60, margin=10, letters={False: set(), True: set()})
    root = Tag("Document")
    with canvas.marked(root.add("Figure")):
        canvas.place("Logo", 0, 0, 20, 20)
    pdf = write_file(ABOUT, [canvas], root, [], {"Logo": picture})
    (found,) = PdfReader(BytesIO(pdf)).pages[0].images
    assert found.image is not None
    return found.image


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_a_png_comes_out_as_it_went_in(mode: str) -> None:
    made = drawing(mode)
    shown = printed(saved(made, "PNG")).convert("RGB")
    assert shown.tobytes() == made.convert("RGB").tobytes()


def test_what_is_see_through_stays_so() -> None:
    made = drawing("RGBA")
    assert printed(saved(made, "PNG")).convert("RGBA").tobytes() == made.tobytes()


def test_sixteen_bits_become_eight() -> None:
    made = Image.new("I;16", (4, 4), 0x80FF)
    assert printed(saved(made, "PNG")).convert("L").getpixel((1, 1)) == 0x80


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_jpeg_is_kept_byte_for_byte(mode: str) -> None:
    data = saved(drawing(mode), "JPEG")
    picture = image(data)
    assert picture is not None
    assert picture.colours.data == data


def test_inks_of_a_printing_press_become_colours_of_a_screen() -> None:
    made = drawing("CMYK")
    data = saved(made, "JPEG", quality=100, subsampling=0)
    with Image.open(BytesIO(data)) as decoded:
        wanted = decoded.convert("RGB").tobytes()
    assert printed(data).tobytes() == wanted


def test_a_photo_stands_upright_however_the_camera_was_held() -> None:
    exif = Image.Exif()
    exif.update(HELD_UPSIDE_DOWN)
    made = drawing("RGB").resize((48, 32), Image.Resampling.NEAREST)
    shown = printed(saved(made.rotate(180), "JPEG", exif=exif, quality=100, subsampling=0))
    pixel: Any = shown.convert("RGB").getpixel((3, 3))
    red, green, blue = pixel
    assert blue > 200 > max(red, green)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        saved(drawing("RGB"), "PNG")[:60],
        claimed(saved(drawing("RGB"), "PNG"), PIXELS, 2),
    ],
    ids=["nothing", "gif", "head", "cut", "vast"],
)
def test_what_is_no_whole_picture_is_none(data: bytes) -> None:
    assert image(data) is None
