"""A returned list knows its own texts: what officers typed over or beside them is told."""

from io import BytesIO

import openpyxl
import pytest

from sopbatch.model import CellRef, Review
from sopbatch.writing.returned import mark_copy
from tests.office import Office, SaveAs
from tests.reading.submissions import full_sop, read, template
from tests.writing.returned.books import found, review_of

SENTENCES = (
    "Nama SOP belum diisi.",
    "=1+1",
    "_x0041_ <b>&amp;</b> _x000D_",
    "a\r\nb\n\n  c\t d",
    "\x00a\x1bb \ud800 \u202egnp \ufdfa",
    "✓ emoji 🏛 “kutip” ’",
    "007",
    "x" * 40_000,
)
CELLS = ("B1", "B2", "B3", "B4", "E6", "E8", "F8", "I8")


def told_of(sentences: tuple[str, ...]) -> Review:
    return review_of(
        *(found(f"C{row}", sheet="Identitas", sentence=text, advice=text, suggestion=text)
          for row, text in enumerate(sentences, start=7))
    )  # fmt: skip


def left_out(data: bytes) -> list[str]:
    """Ranges that reading tells on the returned sheets, with what stands there."""
    submission = read(data)
    return [
        str(dict(problem.facts)["isi"])
        for problem in submission.problems
        if problem.code == "F-21" and _is_ours(submission.cell(problem.place))
    ]


def _is_ours(cell: CellRef | None) -> bool:
    return cell is not None and cell.sheet in ("Perbaikan", "Yang kami pahami")


@pytest.fixture(scope="module")
def marked() -> bytes:
    return mark_copy(template(full_sop()), told_of(SENTENCES))


def test_a_list_as_it_was_returned_tells_nothing(marked: bytes):
    assert left_out(marked) == []


@pytest.mark.few(1)
@pytest.mark.office
@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_a_list_saved_by_another_program_tells_nothing_either(
    office: Office, marked: bytes, form: SaveAs
):
    assert left_out(office.convert(marked, form)) == []


@pytest.mark.few(4)
@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("behind", [True, False])
def test_what_is_typed_over_a_returned_list_is_told(marked: bytes, cell: str, *, behind: bool):
    book = openpyxl.load_workbook(BytesIO(marked), rich_text=True)
    sheet = book["Perbaikan"]
    before = str(sheet[cell].value or "") if behind else ""
    sheet[cell] = f"{before} sudah kami perbaiki zq"
    stream = BytesIO()
    book.save(stream)
    (told,) = left_out(stream.getvalue())
    assert told.startswith(f"{cell} “")
