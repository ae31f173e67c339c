"""What `PdfStream` writes is read back object by object; files of another make are refused."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Pdf

from sopbatch.writing.pdf import PdfStream
from sopbatch.writing.pdf.written import WrittenPdf

VALUES = st.builds(
    lambda text: b"(" + bytes(one for one in text if one not in b"\n\r\\()") + b")",
    st.binary(max_size=40),
)
CATALOG = b"<< /Type /Catalog /Pages << /Type /Pages /Kids [ ] /Count 0 >> >>"
OBJECTS = st.lists(st.tuples(VALUES, st.none() | st.binary(max_size=60)), max_size=450)


def written(objects: list[tuple[bytes, bytes | None]]) -> bytes:
    out = PdfStream()
    root = out.number()
    for value, stream in objects:
        if stream is None:
            out.add(out.number(), value)
        else:
            out.add_stream(out.number(), b"/About " + value, stream)
    out.add(root, CATALOG)
    return out.close(b"/Root %d 0 R" % root)


@given(OBJECTS)
def test_every_object_comes_back(objects):
    pdf = WrittenPdf(written(objects))
    assert pdf.value(pdf.root) == CATALOG
    for number, (value, stream) in enumerate(objects, start=pdf.root + 1):
        assert pdf.value(number) == (value if stream is None else b"/About " + value)
        assert pdf.stream(number) == stream


def _saved_by_another_program() -> bytes:
    stream = BytesIO()
    with Pdf.open(BytesIO(written([(b"(a)", None)]))) as pdf:
        pdf.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", written([(b"(a)", b"b")])[:-9], _saved_by_another_program()],
    ids=["empty", "head", "cut", "another make"],
)
def test_another_file_is_refused(data: bytes):
    with pytest.raises(ValueError, match=r"PDF|make"):
        WrittenPdf(data)
