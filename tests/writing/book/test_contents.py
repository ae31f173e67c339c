"""The contents of a book: lines in their cells, pages filled, links and tags that say the same."""

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import PAPERS, PaperSize
from sopbatch.writing.book.contents import (
    DRAFT,
    NOTE_ABOVE,
    NOTE_LINE,
    NUMBER,
    PAGE,
    SIDE,
    SIZE,
    ContentsPlan,
    contents_canvas,
    contents_rows,
    draw_contents,
    plan_contents,
)
from sopbatch.writing.book.values import BookEntry
from sopbatch.writing.pdf import Canvas, Tag
from sopbatch.writing.pdf.canvas import text_width
from sopbatch.writing.pdf.tags import LinkArea

PAPER = st.sampled_from(sorted(PAPERS)).map(PAPERS.__getitem__)
WORDS = st.one_of(
    st.lists(st.sampled_from(["Penanganan", "Surat-surat", "SOP/065", "(draf)", "x" * 90])).map(
        " ".join
    ),
    st.text(max_size=40),
)
ENTRIES = st.lists(st.builds(BookEntry, WORDS, WORDS, st.booleans(), st.just(b"")), max_size=60)


def drawn(plan: ContentsPlan, paper: str = "F4") -> tuple[list[Canvas], Tag]:
    letters: dict[bool, set[str]] = {False: set(), True: set()}
    canvases = [contents_canvas(at, PAPERS[paper], letters) for at in range(len(plan.pages))]
    rows = sum(map(len, plan.pages))
    targets = [(at + 5, b"[ %d 0 R /Fit ]" % at) for at in range(rows)]
    return canvases, draw_contents(plan, canvases, targets)


@given(ENTRIES, PAPER)
def test_no_line_is_wider_than_its_cell(entries: list[BookEntry], paper: PaperSize) -> None:
    room = paper.width - 2 * paper.margin
    for row in contents_rows(entries, paper):
        for line in row.lines[0]:
            assert text_width(line, SIZE) <= NUMBER - 2 * SIDE + 0.01
        for line in row.lines[1]:
            assert text_width(line, SIZE) <= room - 12 - NUMBER - PAGE - 2 * SIDE + 0.01
        assert row.draft is row.lines[1][-1].endswith(DRAFT) or not row.draft


@given(ENTRIES, PAPER)
def test_every_sop_stands_once_in_order_and_within_its_page(
    entries: list[BookEntry],
    paper: PaperSize,
) -> None:
    rows = contents_rows(entries, paper)
    plan = plan_contents(rows, paper)
    assert tuple(row for page in plan.pages for row in page) == rows
    room = paper.height - 2 * paper.margin
    for page in plan.pages:
        note = (NOTE_ABOVE + len(plan.note) * NOTE_LINE) * (page is plan.pages[-1])
        assert len(page) <= 1 or sum(row.height for row in page) + note <= room
    assert all(plan.pages[:-1])


@given(ENTRIES)
def test_each_line_has_its_heads_and_two_links_to_its_page(entries: list[BookEntry]) -> None:
    plan = plan_contents(contents_rows(entries, PAPERS["F4"]), PAPERS["F4"])
    canvases, section = drawn(plan)
    heading, table, note = section.kids
    assert isinstance(table, Tag)
    assert [tag.kind for tag in (heading, table, note) if isinstance(tag, Tag)] == [
        *("H1", "Table", "P")
    ]
    heads, *rows = table.kids
    assert isinstance(heads, Tag)
    assert [tag.kind for tag in heads.kids if isinstance(tag, Tag)] == ["TH"] * 4
    assert len(rows) == len(entries)
    leading = [link for canvas in canvases for link, _ in canvas.links]
    told = [link.told.rpartition(" ")[2] for link in leading]
    assert told == [str(at + 5) for at, _ in enumerate(entries) for _ in range(2)]
    found = [
        kid
        for row in rows
        for cell in row.kids  # type: ignore[union-attr]
        for tag in cell.kids  # type: ignore[union-attr]
        if isinstance(tag, Tag)
        for kid in tag.kids
        if isinstance(kid, LinkArea)
    ]
    assert found == leading


def test_what_goes_on_repeats_its_heads_for_the_eye_only() -> None:
    entries = [BookEntry(f"SOP-{i}", "Judul", False, b"") for i in range(40)]
    canvases, _ = drawn(plan_contents(contents_rows(entries, PAPERS["A4"]), PAPERS["A4"]))
    assert len(canvases) == 2
    assert sum(tag.kind == "TH" for canvas in canvases for tag in canvas.marks) == 4
    assert b"/Artifact <</Type /Pagination>> BDC" in canvases[1].content()


def test_a_note_without_room_stands_on_a_page_of_its_own() -> None:
    for count in range(15, 40):
        entries = [BookEntry(f"SOP-{i}", "Judul", True, b"") for i in range(count)]
        plan = plan_contents(contents_rows(entries, PAPERS["F4"]), PAPERS["F4"])
        if not plan.pages[-1]:
            canvases, _ = drawn(plan)
            assert [tag.kind for tag in canvases[-1].marks] == ["P"]
            return
    raise AssertionError
