"""Laws about the line of the plan a workbook fills, over drawn plans and batches."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.matching.dossiers import gather
from sopbatch.matching.plan import is_title_of
from sopbatch.model import NumberKind, PlanLine, Register, Review, Section, SopNumber, Unit
from tests import builders

UNITS = (Unit(code="4.01.01.7", name="Biro Organisasi"), Unit(code="1.02", name="Dinas Kesehatan"))
SECTIONS = (Section("4.01.01.7", "TL", "Ketatalaksanaan"), Section("4.01.01.7", "AK", "AKIP"))
TITLES = (
    "Pembinaan Tata Naskah Dinas",
    "Pengelolaan Surat Masuk",
    "Penyelenggaraan Rapat Koordinasi",
    "Penyusunan Laporan Kinerja Tahun 2025",
    "Penyusunan Laporan Kinerja Tahun 2026",
)
CODES = ("TL-01", "TL-02", "TL-03", "TL-04", "AK-01", "KS-01")
DISGUISES = (
    str,
    str.upper,
    lambda title: f"SOP {title}",
    lambda title: f"  {title.replace(' ', '  ')}. ",
    lambda title: f"Standar Operasional Prosedur: {title.casefold()}",
)
"""Ways in which officers write a planned title."""


@st.composite
def plans(draw: st.DrawFn) -> tuple[PlanLine, ...]:
    codes = draw(st.lists(st.sampled_from(CODES), unique=True, min_size=1, max_size=6))
    return tuple(
        builders.plan_line(
            code,
            unit_code=draw(st.sampled_from([unit.code for unit in UNITS])),
            section=draw(st.sampled_from(("", "Ketatalaksanaan", "AKIP"))),
            title=draw(st.sampled_from(TITLES)),
            withdrawn=draw(st.integers(0, 5)) == 0,
            other_titles=draw(st.sampled_from(((), (), (TITLES[1],), ("Rapat Pimpinan",)))),
        )
        for code in codes
    )


@st.composite
def workbooks(draw: st.DrawFn, plan: tuple[PlanLine, ...]) -> Review:
    line = draw(st.sampled_from(plan))
    disguise = draw(st.sampled_from(DISGUISES))
    title = draw(st.sampled_from((line.title, *line.other_titles)))
    number = draw(st.sampled_from(("", "065/1", "065/2")))
    subject = builders.sop(
        draw(st.sampled_from((disguise(title), disguise(title), "Pelayanan Tamu", ""))),
        unit_code=draw(st.sampled_from((line.unit_code, line.unit_code, UNITS[1].code))),
        plan_code=draw(st.sampled_from(("", *CODES, "ZZ-99"))),
        section=draw(st.sampled_from(("", "TL", "akip", line.section))),
        number=SopNumber(raw=number, kind=NumberKind.NUMBER, norm=number)
        if number
        else SopNumber(),
        revision=draw(st.sampled_from((None, 0, 1))),
    )
    return builders.review(
        subject,
        builders.findings(draw(st.integers(0, 1))),
        name=f"{draw(st.integers(0, 10**6))}.xlsx",
        seen=date(2026, 10, draw(st.integers(1, 3))),
    )


@st.composite
def batches(draw: st.DrawFn) -> tuple[Register, tuple[Review, ...]]:
    plan = draw(plans())
    files = draw(st.lists(workbooks(plan), max_size=7, unique_by=lambda one: one.received.name))
    return Register(units=UNITS, sections=SECTIONS, plan=plan), tuple(files)


def lines_of(register: Register, files: tuple[Review, ...]) -> dict[str, str]:
    """Digest of each file to the code of its line; "" outside the plan."""
    return {
        file.received.sha256: dossier.plan.code if dossier.plan else ""
        for dossier in gather(files, register)
        for file in dossier.versions
    }


@given(batches())
def test_an_equal_title_fills_a_line_of_that_title_whatever_the_hidden_code_says(
    batch: tuple[Register, tuple[Review, ...]],
):
    register, files = batch
    by_code = {line.code: line for line in register.plan}
    filled = lines_of(register, files)
    for file in files:
        assert file.submission
        sop = file.submission.sop
        equal = [
            line
            for line in register.plan
            if line.unit_code == sop.unit_code and is_title_of(line, sop.title)
        ]
        if equal:
            line = by_code[filled[file.received.sha256]]
            assert line in equal
            assert line.withdrawn <= all(one.withdrawn for one in equal if one.title == line.title)


@pytest.mark.long
@given(batches(), st.randoms(use_true_random=False))
def test_neither_order_nor_names_change_which_line_a_file_fills(
    batch: tuple[Register, tuple[Review, ...]], chance: object
):
    register, files = batch
    shuffled = list(files)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert lines_of(register, tuple(shuffled)) == lines_of(register, files)


@given(batches())
def test_every_file_is_in_one_place_and_replaced_ones_are_not_waited_for(
    batch: tuple[Register, tuple[Review, ...]],
):
    register, files = batch
    dossiers = gather(files, register)
    placed = Counter(file.received.sha256 for one in dossiers for file in one.versions)
    assert placed == Counter(file.received.sha256 for file in files)
    for dossier in dossiers:
        replaced = {old.received.sha256: new for old, new in dossier.replaced}
        kept = [one for one in dossier.versions if one.received.sha256 not in replaced]
        assert not dossier.versions or kept[0] is dossier.versions[0]
        for old, new in dossier.replaced:
            assert dossier.versions.index(new) < dossier.versions.index(old)
        for newer, older in pairwise(kept):
            late = older.received.first_seen > newer.received.first_seen
            assert late or older in dossier.undecided


UNPLANNED = (
    f"{TITLES[0]} Elektronik",
    "Peminjaman Ruang Rapat",
    "Rekrutmen Petugas Kebersihan",
    "Penerbitan Izin Apotek",
)


@st.composite
def copies(draw: st.DrawFn, code: str) -> tuple[Review, ...]:
    """Other SOPs that officers wrote in copies of one form, on a day each."""
    return tuple(
        _written(title, code, draw(st.sampled_from(("", "065/1", "065/2"))), day)
        for day, title in enumerate(draw(st.permutations(UNPLANNED)), start=2)
    )


def _written(title: str, code: str, number: str, day: int) -> Review:
    known = SopNumber(raw=number, kind=NumberKind.NUMBER, norm=number) if number else SopNumber()
    steps = builders.procedure(builders.hours(sum(map(ord, title))))
    subject = builders.sop(title, plan_code=code, number=known, revision=0, procedures=(steps,))
    return builders.review(subject, name=f"{title}.xlsx", seen=date(2026, 10, day))


LINE = builders.plan_line("TL-01", title=TITLES[0])
PLANNED = Register(units=UNITS, sections=SECTIONS, plan=(LINE,))


@given(copies(LINE.code), st.sampled_from(("", "065/1")), st.booleans())
def test_an_sop_written_in_a_copied_form_is_no_version_of_the_one_it_was_copied_from(
    others: tuple[Review, ...], number: str, came_last: bool
):
    own = _written(LINE.title, LINE.code, number, 9 if came_last else 1)
    sops = {one.title: one.versions for one in gather((own, *others), PLANNED)}
    assert sops == {
        LINE.title: (own,),
        **{other.submission.sop.title: (other,) for other in others if other.submission},
    }


@given(copies(LINE.code), st.integers(1, len(UNPLANNED)))
def test_a_hidden_code_alone_is_believed_of_the_sop_that_came_first(
    files: tuple[Review, ...], count: int
):
    (filled,) = (one for one in gather(files[:count], PLANNED) if one.plan)
    assert filled.versions == files[:1]


@given(st.permutations(UNPLANNED))
def test_of_those_that_came_together_it_is_believed_of_the_one_titled_most_like_its_line(
    titles: list[str],
):
    files = tuple(_written(title, LINE.code, "", 2) for title in titles)
    (filled,) = (one for one in gather(files, PLANNED) if one.plan)
    assert [one.submission.sop.title for one in filled.versions if one.submission] == [UNPLANNED[0]]


@given(st.sampled_from(UNPLANNED), st.booleans())
def test_a_revision_may_give_a_planned_sop_another_title(title: str, coded: bool):
    old = _written(LINE.title, LINE.code, "065/1", 1)
    new = _written(title, LINE.code if coded else "", "065/1", 2)
    assert new.submission
    revised = builders.review(
        replace(new.submission.sop, revision=1), name="baru.xlsx", seen=date(2026, 10, 2)
    )
    (only,) = gather((old, revised), PLANNED)
    assert only.versions == (revised, old)


def test_under_the_number_and_with_the_steps_of_a_planned_sop_another_title_is_a_new_name():
    old = _written(LINE.title, LINE.code, "065/1", 1)
    new = _written(UNPLANNED[1], LINE.code, "065/1", 2)
    assert old.submission
    assert new.submission
    renamed = replace(new.submission.sop, procedures=old.submission.sop.procedures)
    file = builders.review(renamed, name="baru.xlsx", seen=date(2026, 10, 2))
    assert [one.versions for one in gather((old, new), PLANNED)] == [(old,), (new,)]
    assert [one.versions for one in gather((old, file), PLANNED)] == [(file, old)]


def test_a_longer_title_under_the_code_is_the_same_sop_while_no_other_has_the_planned_one():
    short = _written("Penataan Naskah", LINE.code, "", 1)
    long = _written("Penataan Naskah Dinas Elektronik", LINE.code, "", 2)
    own = _written(LINE.title, LINE.code, "", 3)
    (only,) = gather((short, long), PLANNED)
    assert only.versions == (long, short)
    assert next(one.versions for one in gather((short, long, own), PLANNED)) == (own,)
