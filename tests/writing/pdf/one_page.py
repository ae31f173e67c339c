"""A PDF of one page with one line."""

from datetime import date

from sopbatch.writing.pdf import About, Attached, Canvas, Tag, write_file

ABOUT = About("Judul", "Biro", "Nomor", "sopbatch", "id", date(2025, 6, 2))


def one_page(text: str, *attached: Attached, bold: bool = False, about: About = ABOUT) -> bytes:
    """The line stands in the upper left corner."""
    canvas = Canvas(0, 100, 60, 10, {False: set(), True: set()})
    root = Tag("Document")
    with canvas.marked(root.add("P")):
        canvas.write(text, 0, 5, 8.0, bold=bold)
    return write_file(about, [canvas], root, [("Awal", 0, 0.0, 0.0)], {}, attached)
