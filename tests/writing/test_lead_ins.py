"""A line that leads in is no item: not in print, not in what is understood, not in numbering."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import PAPERS, Settings
from sopbatch.reading import read_grid, read_submission
from sopbatch.reading.numbering import begins_anew, broken_numbering
from sopbatch.reading.values.lists import split_items
from sopbatch.writing.documents.identity import lay_out_identity
from sopbatch.writing.documents.identity_lists import list_lines
from sopbatch.writing.returned.understood import understood
from sopbatch.writing.templates import sop_values
from tests.builders import received
from tests.samples import sample_sops
from tests.written import write_sop_template

LEADS = (
    "Peralatan:",
    "Perlengkapan yang dipakai :",
    "Dokumen persyaratan meliputi:",
    "Dokumen persyaratan meliputi",
    "Terdiri atas",
    "Memiliki kemampuan untuk",
    "Antara lain",
    "Sebagai berikut:",
)
ITEMS = ("Komputer", "Kertas F4", "Buku agenda", "Menyusun laporan", "Map: merah", "Untuk arsip")
Group = tuple[str, list[str]]
GROUPS = st.lists(
    st.tuples(st.sampled_from(LEADS), st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4)),
    min_size=1,
    max_size=3,
)
_SOP = sample_sops()[0]
SUBMISSION = read_submission(
    read_grid(write_sop_template(sop_values(_SOP))), received(), Settings()
)


def test_a_list_that_begins_anew_below_its_leads_does_so_in_print():
    typed = ("Perangkat keras:", "1. Komputer", "2. Printer", "Perangkat lunak:", "1. SIMPEG")
    grid = read_grid(write_sop_template(sop_values(replace(_SOP, equipment=typed))))
    sop = read_submission(grid, received(), Settings()).sop
    assert sop.restarting == ("equipment",)
    (page, *_) = lay_out_identity(sop, Settings(), PAPERS["A4"])
    (cell,) = (band.right for band in page.bands if "Komputer" in str(band.right.items))
    assert [item.number for item in cell.items] == [0, 1, 2, 0, 1]


@given(GROUPS, st.sampled_from(("", "{}. ", "- ")), st.booleans())
def test_leads_have_no_number_and_count_for_nothing(
    groups: list[Group], mark: str, begin_anew: bool
):
    lines: list[str] = []
    numbers: list[int] = []
    restarted: list[int] = []
    count = 0
    for lead, items in groups:
        lines.append(lead)
        numbers.append(0)
        restarted.append(0)
        for at, item in enumerate(items, start=1):
            count += 1
            lines.append(mark.format(at if begin_anew else count) + item)
            numbers.append(count)
            restarted.append(at)
    assert broken_numbering(["\n".join(lines)]) == ""
    read = split_items("\n".join(lines))
    assert len(read) == len(lines)
    anew = begins_anew(["\n".join(lines)])
    assert anew == (len(groups) > 1 and begin_anew and "." in mark)
    printed = [line for line in list_lines(read, 200, 9, anew=anew) if line.opens]
    assert [line.number for line in printed] == (restarted if anew else numbers)
    sop = replace(SUBMISSION.sop, equipment=read, restarting=("equipment",) if anew else ())
    (told,) = (
        one.meaning
        for one in understood(replace(SUBMISSION, sop=sop), Settings())
        if one.name == "Peralatan/Perlengkapan"
    )
    first, *rest = told.splitlines()
    assert first == f"{count} butir:"
    shown = restarted if anew else numbers
    numbered = [line.startswith(f"{at}. ") for at, line in zip(shown, rest, strict=True)]
    assert numbered == [at > 0 for at in numbers]
