"""Rules between files."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import (
    NO_REGISTER,
    Actor,
    Decision,
    Letter,
    Node,
    NumberKind,
    Register,
    Review,
    Section,
    Settings,
    SopNumber,
    Symbol,
    Unit,
)
from sopbatch.rules import Batch, gather, remarks, review_across
from sopbatch.rules.across.versions import ACROSS_RULES
from sopbatch.schema.statuses import OFFICER_CHOICES, REGISTER_STATUSES, STATUSES
from sopbatch.tally import final_status
from tests import builders
from tests.builders import plan_line
from tests.rules.drawing import AS_OF, table
from tests.there import there

BOTH_CONTRADICT = ["C-05 galat a revision", "C-05 galat b revision"]
EARLIER, LATER = date(2026, 9, 1), date(2026, 9, 8)
UNIT = Unit(code="4.01.01.7", name="Biro Organisasi")
REGISTER = Register(
    units=(UNIT, Unit(code="1.02", name="Dinas Kesehatan")),
    plan=(plan_line("TL-01", title="Pembinaan Tata Naskah Dinas"),),
)


def sent(
    name: str, title: str = "Pembinaan Tata Naskah Dinas", number: str = "1/A", **fields: Any
) -> Review:
    """A workbook of Biro Organisasi received on the first of September."""
    seen, run = fields.pop("seen", EARLIER), fields.pop("run", 1)
    errors = fields.pop("errors", 0)
    steps = fields.pop("steps", f"Menyusun bahan {title}")
    known = {
        NumberKind.NUMBER: SopNumber(raw=number, kind=NumberKind.NUMBER, norm=number)
        if number
        else SopNumber(),
        "procedures": (drawn(*str(steps).split("; ")),),
        **fields,
    }
    subject = builders.sop(title, **known)
    return builders.review(subject, builders.findings(errors), name=name, seen=seen, run=run)


def drawn(*steps: str, lanes: str = "Staf | Kepala Biro"):
    """A procedure of these steps, which both executors take together."""
    rows = "\n".join(f"| P | P | {step} |" for step in steps)
    return table(f"| {lanes} | activity |\n{rows}")


def across(
    *reviews: Review, register: Register = NO_REGISTER, before: Mapping[str, str] | None = None
) -> list[str]:
    """Findings between these files as "CODE severity file key suggestion", in order."""
    old = {finding for review in reviews for finding in review.findings}
    return sorted(
        " ".join(
            filter(
                None,
                (
                    found.code,
                    found.severity.code,
                    review.received.name,
                    found.place.key,
                    found.suggestion,
                ),
            )
        )
        for review in judged(*reviews, register=register, before=before)
        for found in review.findings
        if found not in old
    )


def judged(
    *reviews: Review, register: Register = NO_REGISTER, before: Mapping[str, str] | None = None
) -> tuple[Review, ...]:
    """These files with what is found between them."""
    batch = Batch(
        reviews=reviews,
        dossiers=gather(reviews, register),
        register=register,
        as_of=AS_OF,
        previous_status=dict(before or {}),
    )
    told, crashes = review_across(batch, ACROSS_RULES)
    assert not crashes
    return told


def test_a_number_is_of_one_sop_in_the_whole_government():
    files = (
        sent("a", "Penataan Arsip", "1/A"),
        sent("b", "Pelayanan Tamu", "1/A"),
        sent("c", "Pelayanan Tamu", "1/A", unit_code="1.02"),
        sent("d", "Pemeliharaan Gedung", "1/B"),
    )
    assert across(*files) == [f"C-01 galat {name} number" for name in "abc"]


def test_blanks_beside_a_sign_make_no_other_number():
    files = (sent("a", "Penataan Arsip", "065/SOP- 01"), sent("b", "Pelayanan Tamu", "065/SOP-01"))
    assert across(*files) == [f"C-01 galat {name} number" for name in "ab"]


def test_blank_numbers_are_not_the_same_number():
    assert across(sent("a", "Penataan Arsip", ""), sent("b", "Pelayanan Tamu", "")) == []


@pytest.mark.parametrize(
    ("statuses", "severity"),
    [(("Disahkan", "Disahkan"), "galat"), (("Disahkan", "Diajukan"), "peringatan")],
)
@pytest.mark.parametrize("register", [NO_REGISTER, REGISTER])
def test_a_title_is_of_one_sop_in_its_unit(
    statuses: tuple[str, str], severity: str, register: Register
):
    first, second = statuses
    files = (sent("a", status=first), sent("b", number="1/B", status=second))
    assert across(*files, register=register) == [
        f"C-02 {severity} a title",
        f"C-02 {severity} b title",
    ]


@pytest.mark.parametrize("order", ["112", "121", "211", "1-2", "-12", "12-", "1212"])
def test_no_file_between_two_hides_that_their_numbers_differ(order: str):
    """“-” has no number."""
    files = (
        sent(f"{at}{says}", number="" if says == "-" else f"{says}/A", status="Disahkan", steps=at)
        for at, says in enumerate(order)
    )
    told = [one.split() for one in across(*files, register=REGISTER) if "C-02" in one]
    assert sorted(name[1] for _, _, name, _ in told) == ["1", "2"]


def test_a_title_may_be_that_of_another_unit():
    assert across(sent("a", number="1/A"), sent("b", number="1/B", unit_code="1.02")) == []


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ({}, {}, BOTH_CONTRADICT),
        ({}, {"seen": LATER}, ["C-05 peringatan b revision"]),
        ({}, {"run": 2}, ["C-05 peringatan b revision"]),
        ({"run": 2}, {}, ["C-05 peringatan a revision"]),
        ({}, {"revision": 1}, []),
        ({"errors": 1}, {}, []),
        ({"status": "Diajukan"}, {}, []),
        ({}, {"steps": "Menyusun bahan"}, []),
    ],
)
def test_two_contents_of_one_revision_contradict(
    older: dict[str, Any], newer: dict[str, Any], expected: list[str]
):
    known = {"status": "Disahkan", "steps": "Menyusun bahan"}
    files = (
        sent("a", **{**known, **older}),
        sent("b", **{**known, "steps": "Menyusun bahan baru", **newer}),
    )
    assert across(*files) == expected


MONDAY, WEDNESDAY = "2026-08-31T09:00+08:00", "2026-09-01T00:30+08:00"
TOMORROWS = "2026-09-03T00:30+08:00"


def mailed(review: Review, *mails: tuple[str, str]) -> Review:
    """The same file, from these senders at these times."""
    letters = tuple(
        (f"{number}.eml/x.xlsx", Letter(f"{number}.eml", "d" * 64, sender=sender, sent=sent))
        for number, (sender, sent) in enumerate(mails)
    )
    return replace(review, received=replace(review.received, letters=letters))


@pytest.mark.parametrize(
    ("first", "second", "newer"),
    [
        ([("a@x.id", MONDAY)], [("a@x.id", WEDNESDAY)], "b"),
        ([("a@x.id", WEDNESDAY)], [("a@x.id", MONDAY)], "a"),
        ([("a@x.id", MONDAY), ("a@x.id", WEDNESDAY)], [("a@x.id", MONDAY)], "a"),
        ([("a@x.id", MONDAY)], [("a@x.id", MONDAY)], ""),
        ([("a@x.id", MONDAY)], [("b@x.id", WEDNESDAY)], ""),
        ([("", MONDAY)], [("", WEDNESDAY)], ""),
        ([("a@x.id", MONDAY)], [("a@x.id", TOMORROWS)], ""),
        ([("a@x.id", MONDAY)], [("a@x.id", "")], ""),
        ([("a@x.id", MONDAY)], [], ""),
    ],
)
def test_of_files_that_came_together_the_one_that_its_sender_mailed_later_is_newer(
    first: list[tuple[str, str]], second: list[tuple[str, str]], newer: str
):
    files = tuple(
        mailed(sent(name, status="Disahkan", steps=f"Menyusun bahan {name}"), *mails)
        for name, mails in (("a", first), ("b", second))
    )
    told = [f"C-05 peringatan {newer} revision"] if newer else BOTH_CONTRADICT
    assert across(*files) == told
    (dossier,) = gather(files, NO_REGISTER)
    assert bool(dossier.undecided) is not bool(newer)
    assert there(dossier.counted).received.name == newer or not newer


@pytest.mark.parametrize("order", ["aabb", "abab", "abba", "bbaa"])
def test_a_file_saved_again_hides_no_contradiction(order: str):
    files = (
        sent(f"{at}{says}", status="Disahkan", steps=f"Menyusun bahan {says}")
        for at, says in enumerate(order)
    )
    told = across(*files)
    assert len(told) == 2
    assert all("C-05 galat" in one for one in told)


def test_a_revision_does_not_go_down():
    files = (sent("a", revision=2), sent("b", revision=1, seen=LATER))
    assert across(*files) == ["C-06 peringatan b revision"]
    assert across(sent("a", revision=1), sent("b", revision=2, seen=LATER)) == []


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        ("", "Disahkan", ""),
        ("Teridentifikasi", "Disahkan", ""),
        ("Draf", "Draf", ""),
        ("Draf", "Diajukan", ""),
        ("Draf", "Disahkan", "galat"),
        ("Diajukan", "Disahkan", "galat"),
        ("Terverifikasi", "Siap Disahkan", ""),
        ("Terverifikasi", "Disahkan", "peringatan"),
        ("Berlaku", "Disahkan", ""),
        ("Berlaku", "Dalam Revisi", ""),
        ("Berlaku", "Diajukan", "peringatan"),
        ("Berlaku", "Draf", "galat"),
        ("Perlu Perbaikan", "Disahkan", ""),
        ("Dicabut", "Diajukan", "galat"),
    ],
)
def test_a_status_follows_that_of_the_last_run(before: str, after: str, severity: str):
    told = across(sent("a", status=after), register=REGISTER, before={"TL-01": before})
    assert told == [f"C-12 {severity} a status"] * bool(severity)


@pytest.mark.parametrize("before", [status.label for status in STATUSES])
def test_a_jump_is_answered_with_statuses_that_the_form_offers(before: str):
    review = sent("a", status="Draf")
    batch = Batch(
        reviews=(review,),
        dossiers=gather((review,), REGISTER),
        register=REGISTER,
        as_of=AS_OF,
        previous_status={"TL-01": before},
    )
    (judged,), _ = review_across(batch, ACROSS_RULES)
    for finding in judged.findings:
        if offered := re.match(r"Pilih status ([^.]+)\.", finding.advice):
            assert set(offered[1].split(" atau ")) <= {status.label for status in OFFICER_CHOICES}


def test_a_decision_since_the_last_run_opens_the_next_stage():
    decided = replace(REGISTER, decisions=(Decision(plan_code="TL-01", status="Terverifikasi"),))
    files = sent("a", status="Siap Disahkan")
    assert across(files, register=decided, before={"TL-01": "Diajukan"}) == []


def test_sending_again_with_the_same_status_changes_nothing():
    files = (
        sent("a", status="Diajukan"),
        sent("b", status="Diajukan", seen=LATER),
    )
    assert across(*files, register=REGISTER, before={"TL-01": "Terverifikasi"}) == []


def test_titles_outside_the_plan_are_told_with_the_nearest_planned_one():
    files = (
        sent("a"),
        sent("b", "Pembinaan Naskah Dinas", ""),
        sent("c", "Pembinaan Tata Naska Dinas", "1/C", unit_code="1.02"),
    )
    assert across(*files, register=REGISTER) == [
        "C-03 peringatan b title Pembinaan Tata Naskah Dinas",
        "C-11 peringatan b",
        "C-11 peringatan c",
    ]


def test_a_title_misspelt_is_joined_and_told_as_advice():
    told = across(sent("a", "Pembinaan Tata Naska Dinas"), register=REGISTER)
    assert told == ["C-03 saran a title Pembinaan Tata Naskah Dinas"]


def test_relations_are_mutual():
    files = (
        sent("a", "Penataan Arsip", "1/A", relations=("SOP Pelayanan Tamu",)),
        sent("b", "Pelayanan Tamu", "1/B", relations=("Tidak ada",)),
        sent("c", "Pemeliharaan Gedung", "1/C", relations=("SOP Kebersihan",)),
    )
    assert across(*files) == ["C-07 saran b relations"]


@pytest.mark.parametrize(("deadline", "late"), [(LATER, False), (date(2026, 8, 31), True)])
def test_files_after_the_rounds_last_day_are_told(deadline: date, late: bool):
    register = replace(REGISTER, settings=Settings(round_deadline=deadline))
    assert across(sent("a"), register=register) == ["C-10 peringatan a"] * late


def test_one_role_is_written_one_way_in_a_unit():
    def of(name: str, lanes: str) -> Review:
        return sent(name, f"Penataan {name}", name, procedures=(drawn("Menyusun", lanes=lanes),))

    files = (
        of("a", "Kabag Umum | Analis Kebijakan"),
        of("b", "Kabag Umum | Analis Kebijakan"),
        of("c", "Kepala Bagian Umum | Analis Kebjakan"),
    )
    assert across(*files) == [
        "A-11 peringatan c actor Kabag Umum",
        "C-08 peringatan c actor Analis Kebijakan",
    ]


def test_numbered_roles_are_not_misspelt():
    files = (
        sent("a", "Penataan A", "1", procedures=(drawn("Menyusun", lanes="Asisten I | Staf"),)),
        sent("b", "Penataan B", "2", procedures=(drawn("Menyusun", lanes="Asisten II | Staf"),)),
    )
    assert across(*files) == []


def test_near_doubles_are_told_across_units():
    steps = "Menerima surat permohonan; Menelaah isi permohonan; Menyusun jawaban; Mengirim jawaban"
    files = (
        sent("a", "Penataan Arsip", "1", steps=steps, specificity="Spesifik"),
        sent("b", "Pelayanan Tamu", "2", steps=f"{steps} resmi", unit_code="1.02"),
        sent("c", "Pemeliharaan Gedung", "3", steps="Memeriksa gedung; Menyusun daftar; Memesan"),
    )
    assert across(*files) == ["C-09 saran a activity", "C-09 saran b activity"]


def test_generic_sops_of_two_units_are_meant_to_be_alike():
    steps = "Menerima surat; Mencatat surat; Meneruskan surat"
    files = (
        sent("a", "Pengelolaan Surat Masuk", "1", steps=steps),
        sent("b", "Pengelolaan Surat Masuk Dinas", "2", steps=steps, unit_code="1.02"),
    )
    assert across(*files) == []


def test_unusual_sizes_are_told_from_five_sops_on():
    usual = [
        sent(f"{n}", f"Penataan {word}", f"{n}", steps=f"Menata {word}; Menyimpan {word}")
        for n, word in enumerate(("arsip", "gedung", "kendaraan", "peralatan"))
    ]
    kinds = "Menyapu Mengepel Mengecat Memagari Menanam Memotong Mengukur"
    long = sent("9", "Kebersihan", "9", steps="; ".join(kinds.split()))
    assert across(*usual, long) == ["C-13 saran 9 activity"]
    assert across(*usual[1:], long) == []


@given(st.lists(st.integers(0, 12), min_size=5, max_size=9))
def test_what_is_far_from_usual_is_so_in_the_figures_that_are_told(decisions: list[int]):
    files = (deciding(f"{n}", f"Penataan {n}", many) for n, many in enumerate(decisions))
    for review in judged(*files):
        for found in review.findings:
            if "keputusan, jauh" in found.sentence:
                size, usual = map(int, re.findall(r"(?:punyai|sekitar) ([0-9]+)", found.sentence))
                assert abs(size - usual) >= 3
                assert size >= 3 * usual or 3 * size <= usual
                assert ("lebih banyak" in found.sentence) is (size > usual)


def deciding(name: str, title: str, decisions: int) -> Review:
    """A workbook of twelve steps, of which so many decide."""
    rows = "\n".join(
        f"| {'K' if number < decisions else 'P'} | Menata {title} {number} |"
        for number in range(12)
    )
    file = sent(name, title, f"{name}/B")
    subject = replace(
        there(file.submission).sop, procedures=(table(f"| Staf | activity |\n{rows}"),)
    )
    return replace(file, submission=replace(there(file.submission), sop=subject))


@pytest.mark.long
def test_endless_texts_are_judged_in_seconds():
    def endless(name: str, wide: bool) -> Review:
        filler = "abcdefg " * 4_000
        lanes = [f"{filler}{name}{lane}" for lane in range(60 if wide else 30)]
        steps = [f"Memeriksa berkas{step} {filler[step:]}{name}" for step in range(40)]
        rows = drawn(*steps, lanes="Staf | Kepala Biro")
        actors = tuple(Actor(lane, lane, lane=at) for at, lane in enumerate(lanes, start=1))
        nodes = tuple(
            Node(actor=at, lane=at + 1, symbol=Symbol.PROCESS) for at in range(len(lanes))
        )
        busy = tuple(replace(step, nodes=nodes) for step in rows.steps)
        tables = (replace(rows, actors=actors, steps=busy),) * (1 + wide)
        title = f"Penataan {filler}{name}"
        return sent(name, title, name, procedures=tables, relations=(filler[3:],) * 20)

    files = tuple(endless(name, name > "b") for name in "abcd")
    start = process_time()
    across(*files, register=REGISTER)
    assert process_time() - start < 20


OTHER_UNIT = Unit(
    code="1.02",
    name="Dinas Kesehatan",
    head_position="Kepala Dinas Kesehatan",
    head_name="Awang Lembu",
)
COPIED = Register(
    units=(UNIT, OTHER_UNIT),
    sections=(Section(UNIT.code, "TL", "Ketatalaksanaan"), Section(UNIT.code, "AK", "AKIP")),
    plan=(
        plan_line("TL-01", title="Pembinaan Tata Naskah Dinas", section="Ketatalaksanaan"),
        plan_line("AK-01", title="Penyusunan Laporan Kinerja", section="AKIP"),
        plan_line("KS-01", title="Penerbitan Izin Apotek", unit_code=OTHER_UNIT.code),
    ),
)


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"plan_code": "TL-01", "section": "TL"}, "bagian"),
        ({"plan_code": "TL-01", "section": "AKIP"}, ""),
        ({"plan_code": "KS-01", "signatory_position": "Kepala Dinas Kesehatan"}, "pengesah"),
        ({"plan_code": "KS-01", "signatory_name": "Awang Lembu"}, "pengesah"),
        ({"plan_code": "KS-01", "signatory_position": "Kepala Biro Organisasi"}, ""),
    ],
)
def test_a_copied_form_is_told_which_fields_are_still_the_other_ones(
    fields: dict[str, str], left: str
):
    file = sent("salinan.xlsx", "Penyusunan Laporan Kinerja", **fields)
    batch = Batch(
        reviews=(file,),
        dossiers=gather((file,), COPIED),
        register=COPIED,
        as_of=AS_OF,
        previous_status={},
    )
    ((judged,), _) = review_across(batch, ACROSS_RULES)
    (found,) = (one for one in judged.findings if one.code == "C-14")
    assert found.advice.startswith(f"Periksa {left or 'apakah'}")


def test_what_only_a_digest_parts_is_told_as_undecided():
    one, other = (sent(f"{name}.xlsx", steps=f"Menyusun {name}") for name in ("satu", "dua"))
    (tied,) = gather((one, other), REGISTER)
    assert tied.counted in (one, other)
    assert sorted(file.received.name for file in tied.undecided) == ["dua.xlsx", "satu.xlsx"]
    (told,) = remarks((one, other), (tied,), REGISTER)
    assert "satu.xlsx" in told
    assert "dua.xlsx" in told
    (parted,) = gather((one, sent("dua.xlsx", steps="Menyusun dua", revision=1)), REGISTER)
    assert parted.undecided == ()


@pytest.mark.parametrize("decided", ["", *(status.label for status in REGISTER_STATUSES)])
@pytest.mark.parametrize("claimed", [*(status.label for status in STATUSES), "", "sudah jadi"])
@pytest.mark.parametrize("errors", [0, 1])
def test_what_nobody_touched_since_the_last_report_jumps_nowhere(claimed, decided, errors):
    decisions = (Decision(plan_code="TL-01", status=decided, decided=EARLIER),) if decided else ()
    register = replace(REGISTER, decisions=decisions)
    file = sent("a.xlsx", status=claimed, errors=errors)
    (dossier,) = gather((file,), register)
    stood = final_status(dossier, register, LATER).status.label
    found = across(file, register=register, before={dossier.key: stood})
    assert not [line for line in found if line.startswith("C-12")]
