"""A PDF of one page with one line."""

from datetime import date

from sopbatch.writing.pdf import Attached, Canvas, DocumentInfo, PageMark, Tag, write_file

ABOUT = DocumentInfo(
    title="Judul",
    author="Biro",
    subject="Nomor",
    program="sopbatch",
    language="id",
    dated=date(2025, 6, 2),
)


def one_page(
    text: str, *attached: Attached, bold: bool = False, about: DocumentInfo = ABOUT
) -> bytes:
    """The line stands in the upper left corner."""
    canvas = Canvas(page=0, width=100, height=60, margin=10, letters={False: set(), True: set()})
    root = Tag("Document")
    with canvas.marked(root.add("P")):
        canvas.write(text, 0, 5, 8.0, bold=bold)
    return write_file(about, [canvas], root, [PageMark("Awal", 0, 0.0)], {}, attached)
