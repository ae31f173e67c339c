"""Workbooks come to the SOP they are a version of."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.matching.dossiers import gather
from sopbatch.model import (
    NO_REGISTER,
    DateKind,
    DateValue,
    Dossier,
    NumberKind,
    Register,
    Review,
    Section,
    Sop,
    SopNumber,
    Unit,
)
from tests import builders
from tests.builders import plan_line

UNITS = (
    Unit(code="4.01.01.7", name="Biro Organisasi", aliases=("Biro Ortal",)),
    Unit(code="1.02", name="Dinas Kesehatan"),
)
PLAN = (
    plan_line("TL-01", section="Ketatalaksanaan", title="Pembinaan Tata Naskah Dinas"),
    plan_line("TL-02", section="Ketatalaksanaan", title="Pengelolaan Surat Masuk"),
    plan_line(
        "TL-03",
        section="Ketatalaksanaan",
        title="Penyelenggaraan Rapat",
        other_titles=("Rapat Dinas", "Pengelolaan Surat Masuk"),
    ),
    plan_line("AK-01", section="AKIP", title="Penyelenggaraan Rapat"),
    plan_line("KS-01", unit_code="1.02", title="Pengelolaan Surat Masuk"),
    plan_line("TL-09", title="Penyusunan Laporan", withdrawn=True),
    plan_line("LP-25", title="Laporan Tahun 2025"),
    plan_line("LP-26", title="Laporan Tahun 2026"),
)
REVISED = builders.day(date(2025, 6, 1))
REGISTER = Register(units=UNITS, sections=(Section("4.01.01.7", "AK", "AKIP"),), plan=PLAN)


def sent(
    name: str,
    title: str = "Pembinaan Tata Naskah Dinas",
    number: str = "",
    *,
    errors: int = 0,
    seen: date = builders.SEEN,
    run: int = 1,
    **fields: Any,
) -> Review:
    """A workbook of Biro Organisasi."""
    known = (
        SopNumber(raw=number, kind=NumberKind.NUMBER, norm=number.upper())
        if number
        else SopNumber()
    )
    subject = builders.sop(title, **{"number": known, **fields})
    return builders.review(subject, builders.findings(errors), name=name, seen=seen, run=run)


def joined(*reviews: Review, register: Register = REGISTER) -> dict[str, tuple[str, ...]]:
    """Plan code, or title outside the plan, to the names of the versions, newest first."""
    return {
        dossier.plan.code if dossier.plan else dossier.title: tuple(
            review.received.name for review in dossier.versions
        )
        for dossier in gather(reviews, register)
        if dossier.versions
    }


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"plan_code": "TL-02", "title": "Apa Saja"}, "TL-02"),
        ({"plan_code": "tl-02 ", "title": ""}, "TL-02"),
        ({"plan_code": "TL-02", "title": "SOP pembinaan  tata naskah: dinas"}, "TL-01"),
        ({"plan_code": "TL-02", "title": "Pembinaan Tata Naska Dinas"}, "TL-01"),
        ({"plan_code": "TL-02", "title": "Pengelolan Surat Masuk"}, "TL-02"),
        ({"plan_code": "ZZ-99"}, "TL-01"),
        ({"plan_code": "TL-01", "unit_code": "1.02"}, "TL-01"),
        ({"plan_code": "TL-02", "unit_code": "9.99", "unit_name": "Biro Lain"}, "TL-02"),
        ({"plan_code": "TL-01", "unit_code": "1.02", "title": "Pengadaan"}, "Pengadaan"),
        ({"title": "SOP PEMBINAAN TATA NASKAH DINAS TAHUN 2025"}, "TL-01"),
        ({"title": "Pembinaan Tata Naska Dinas"}, "TL-01"),
        ({"title": "Pembinaan Tatanan Naskah"}, "Pembinaan Tatanan Naskah"),
        ({"title": "Pengelolaan Surat Keluar"}, "Pengelolaan Surat Keluar"),
        ({"title": "Penyelenggaraan Rapat", "section": "AK"}, "AK-01"),
        ({"title": "Penyelenggaraan Rapat"}, "TL-03"),
        ({"title": "Penyelenggaraan Rapat", "plan_code": "AK-01"}, "AK-01"),
        (
            {"title": "Penyelenggaraan Rapat", "plan_code": "AK-01", "section": "Bagian Lain"},
            "AK-01",
        ),
        ({"title": "Penyelenggaraan Rapat", "plan_code": "TL-03", "section": "AKIP"}, "AK-01"),
        ({"title": "Rapat Dinas"}, "TL-03"),
        ({"title": "Laporan 2026"}, "LP-26"),
        ({"title": "Laporan Tahun 2025"}, "LP-25"),
        ({"title": "Laporan"}, "LP-25"),
        ({"title": "Pengelolaan Surat Masuk", "unit_code": "1.02"}, "KS-01"),
        ({"unit_code": "", "unit_name": "biro ortal"}, "TL-01"),
        ({"unit_code": "4.01.O1.7", "unit_name": "Biro Organisasi"}, "TL-01"),
        ({"unit_code": "9.99", "unit_name": "Biro Lain"}, "Pembinaan Tata Naskah Dinas"),
    ],
)
def test_a_workbook_comes_to_its_line_of_the_plan(fields: dict[str, Any], line: str):
    assert joined(sent("a.xlsx", **fields)) == {line: ("a.xlsx",)}


def test_a_number_that_came_to_a_line_brings_other_titles_there():
    assert joined(
        sent("a.xlsx", number="065/1", revision=0),
        sent("b.xlsx", "Pembinaan Naskah Elektronik", "065/1", revision=1),
    ) == {"TL-01": ("b.xlsx", "a.xlsx")}


def test_a_planned_title_may_lose_words_under_its_number_or_code():
    planned = sent("a.xlsx", number="065/1")
    short = "Pembinaan Naskah Dinas"
    for file in (sent("b.xlsx", short, "065/1"), sent("b.xlsx", short, plan_code="TL-01")):
        (only,) = gather((planned, file), REGISTER)[:1]
        assert {one.received.name for one in only.versions} == {"a.xlsx", "b.xlsx"}


def test_a_number_does_not_bring_the_title_of_another_line():
    assert joined(
        sent("a.xlsx", number="065/1"),
        sent("b.xlsx", "Pengelolaan Surat Masuk", "065/1"),
    ) == {"TL-01": ("a.xlsx",), "TL-02": ("b.xlsx",)}


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (("Penataan Arsip", "1/A"), ("Penataan Arsip", "1/A"), True),
        (("Penataan Arsip", "1/A"), ("Penataan Arzip", "1/A"), True),
        (("Penataan Arsip", "1/A"), ("Pelayanan Tamu", "1/A"), False),
        (("Penataan Arsip", "1/A"), ("Penataan Arsip", "1/B"), False),
        (("Penataan Arsip", "1/A"), ("Penataan Arsip", ""), True),
        (("Penataan Arsip", ""), ("Penataan Arsip", ""), True),
        (("Penataan Arsip", ""), ("Pelayanan Tamu", ""), False),
        (("", ""), ("", ""), False),
    ],
)
def test_outside_the_plan_number_or_title_tells(
    first: tuple[str, str], second: tuple[str, str], together: bool
):
    dossiers = gather((sent("a.xlsx", *first), sent("b.xlsx", *second)), NO_REGISTER)
    assert len(dossiers) == (1 if together else 2)


@pytest.mark.parametrize(
    ("first", "then", "together"),
    [
        ("Pelayanan Cuti Besar bagi Pegawai", "Pelayanan Cuti Besar", True),
        ("Pelayanan Cuti", "Pelayanan Cuti Besar", False),
    ],
)
def test_a_number_stays_with_a_title_made_shorter_not_with_a_longer_one(
    first: str, then: str, together: bool
):
    files = (
        sent("a.xlsx", first, "1/A", seen=date(2026, 1, 1)),
        sent("b.xlsx", then, "1/A", seen=date(2026, 1, 8)),
    )
    assert len(gather(files, NO_REGISTER)) == (1 if together else 2)


def test_another_revision_may_have_another_title():
    files = (
        sent("a.xlsx", "Penataan Arsip", "1/A", revision=0),
        sent("b.xlsx", "Pelayanan Tamu", "1/A", revision=1),
    )
    assert len(gather(files, NO_REGISTER)) == 1


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({"revision": 0}, {"revision": 1}),
        ({"revision": None}, {"revision": 1}),
        ({"revised": builders.day(date(2025, 1, 1))}, {"revised": builders.day(date(2025, 2, 1))}),
        ({"created": builders.day(date(2025, 1, 1))}, {"revised": builders.day(date(2025, 2, 1))}),
        (
            {"created": DateValue("Juni 2025", DateKind.RANGE)},
            {"created": builders.day(date(2025, 1, 1))},
        ),
        ({"seen": date(2026, 1, 1)}, {"seen": date(2026, 1, 8)}),
        ({"seen": date(2026, 1, 1), "run": 2}, {"seen": date(2026, 1, 8), "run": 1}),
        ({"run": 1}, {"run": 2}),
        ({"run": 2, "errors": 0}, {"run": 3, "errors": 1}),
        (
            {"revision": 0, "seen": date(2026, 1, 8)},
            {"revision": 1, "revised": REVISED, "seen": date(2026, 1, 1)},
        ),
        ({"revision": 1, "seen": date(2026, 1, 1)}, {"revision": 0, "seen": date(2026, 1, 8)}),
        (
            {"revision": 1, "revised": REVISED, "seen": date(2026, 1, 1)},
            {"revision": 2, "seen": date(2026, 1, 8)},
        ),
    ],
)
def test_versions_stand_newest_first(older: dict[str, Any], newer: dict[str, Any]):
    files = (sent("older.xlsx", **older), sent("newer.xlsx", **newer))
    assert joined(*files) == {"TL-01": ("newer.xlsx", "older.xlsx")}


@pytest.mark.parametrize(
    ("errors", "counted", "awaiting"),
    [((0, 0), "new.xlsx", False), ((1, 0), "old.xlsx", True), ((1, 2), "new.xlsx", False)],
)
def test_the_newest_version_without_galat_counts(
    errors: tuple[int, int], counted: str, awaiting: bool
):
    new, old = errors
    files = (
        sent("new.xlsx", revision=1, errors=new),
        sent("old.xlsx", revision=0, errors=old),
    )
    dossier = gather(files, REGISTER)[0]
    assert dossier.counted
    assert dossier.counted.received.name == counted
    assert dossier.awaiting_correction is awaiting


def test_every_planned_title_has_a_dossier_in_the_order_of_the_plan():
    dossiers = gather((sent("b.xlsx", "Zonasi Arsip"), sent("a.xlsx", "Audit Arsip")), REGISTER)
    told = [dossier.plan.code if dossier.plan else dossier.title for dossier in dossiers]
    assert told == [
        *("TL-01", "TL-02", "TL-03", "AK-01", "KS-01", "LP-25", "LP-26"),
        *("Audit Arsip", "Zonasi Arsip"),
    ]
    assert all(not dossier.versions for dossier in dossiers[:7])


def test_a_withdrawn_title_appears_only_when_it_was_sent():
    dossiers = gather((sent("a.xlsx", "Penyusunan Laporan"),), REGISTER)
    assert [d.plan.code for d in dossiers if d.plan and d.versions] == ["TL-09"]


def test_a_refused_file_is_in_no_dossier():
    assert gather((builders.refused(),), NO_REGISTER) == ()


def test_a_dossier_outside_the_plan_is_told_in_the_registers_words():
    (dossier,) = (
        d for d in gather((sent("a.xlsx", "Audit", section="ak"),), REGISTER) if not d.plan
    )
    assert (dossier.unit_code, dossier.section, dossier.match) == ("4.01.01.7", "AKIP", "")


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"plan_code": "TL-01"}, "kode"),
        ({}, "judul"),
        ({"title": "Pembinaan Tata Naska Dinas"}, "judul mirip"),
    ],
)
def test_a_dossier_says_how_it_came_to_its_line(fields: dict[str, Any], match: str):
    (dossier,) = (d for d in gather((sent("a.xlsx", **fields),), REGISTER) if d.versions)
    assert dossier.match == match


TITLES = st.sampled_from(
    (
        "Pembinaan Tata Naskah Dinas",
        "Pengelolaan Surat Masuk",
        "Penataan Arsip",
        "Pelayanan Tamu",
        "",
    )
)
SOPS = st.builds(
    lambda title, number, revision, code, section: builders.sop(
        title,
        number=SopNumber(raw=number, kind=NumberKind.NUMBER, norm=number)
        if number
        else SopNumber(),
        revision=revision,
        plan_code=code,
        section=section,
    ),
    TITLES,
    st.sampled_from(("", "1/A", "1/B")),
    st.sampled_from((None, 0, 1)),
    st.sampled_from(("", "", "TL-02")),
    st.sampled_from(("", "AKIP")),
)


@given(st.lists(SOPS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(sops: list[Sop], chance: object):
    files = [builders.review(sop, name=f"{place}.xlsx") for place, sop in enumerate(sops)]
    shuffled = list(files)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert gather(tuple(files), REGISTER) == gather(tuple(shuffled), REGISTER)


@given(st.lists(SOPS, max_size=6))
def test_every_file_read_is_in_exactly_one_dossier(sops: list[Sop]):
    files = tuple(builders.review(sop, name=f"{place}.xlsx") for place, sop in enumerate(sops))
    dossiers: tuple[Dossier, ...] = gather(files, REGISTER)
    found = [review for dossier in dossiers for review in dossier.versions]
    assert sorted(f.received.name for f in found) == sorted(f.received.name for f in files)
