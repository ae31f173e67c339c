"""A logo is whole, of a size that can be printed, and what its bytes say; else it is told."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile

from sopbatch.writing.pictures import PIXELS, SHARP, UnusableError, prepared
from tests.sample_batch.emblem import emblem
from tests.writing.claims import claimed


def picture(width: int, height: int, form: str = "PNG", mode: str = "RGB") -> bytes:
    stream = BytesIO()
    Image.new(mode, (width, height), 3).save(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_that_can_be_printed_is_left_as_it_is(form):
    data = picture(SHARP, 40, form)
    assert prepared(data) == data
    assert prepared(emblem()) == emblem()


@pytest.mark.few(2)
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "I;16"])
def test_a_larger_one_is_made_no_larger_than_print_can_show(mode):
    small = prepared(picture(3000, 1500, mode=mode))
    with Image.open(BytesIO(small)) as made:
        assert made.size == (SHARP, SHARP // 2)
    assert small == prepared(picture(3000, 1500, mode=mode))


@pytest.mark.parametrize("sides", [(60_000, 60_000), (12_000, 12_000), (PIXELS, 2)])
def test_a_picture_beyond_all_print_is_not_decoded(sides):
    with pytest.raises(UnusableError, match="melebihi batas 25 juta piksel"):
        prepared(claimed(picture(8, 8), *sides))


def test_a_picture_of_another_size_than_it_says_is_told():
    with pytest.raises(UnusableError, match="rusak atau terpotong"):
        prepared(claimed(picture(8, 8), 900, 900))


@pytest.fixture(scope="module", autouse=True)
def _lenient():
    """As in a process that has loaded WeasyPrint."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, True
    yield
    ImageFile.LOAD_TRUNCATED_IMAGES = before


@given(st.sampled_from(["PNG", "JPEG"]), st.floats(0, 0.6))
def test_a_picture_cut_anywhere_is_told(form, share):
    data = picture(60, 60, form)
    with pytest.raises(UnusableError):
        prepared(data[: int(len(data) * share)])


def outcome(data: bytes) -> bytes | str:
    """The picture, or why there is none; anything else is raised."""
    try:
        return prepared(data)
    except UnusableError as told:
        return str(told)


@given(st.sampled_from(["PNG", "JPEG"]), st.data())
def test_a_picture_with_any_byte_changed_is_printed_or_told(form, data):
    whole = bytearray(picture(60, 60, form))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(bytes(whole))
