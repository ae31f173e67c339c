"""What agencies propose for the plan: taken over, nothing is proposed again and no line is lost."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.batch.family.needs import MEMBER
from sopbatch.matching.dossiers import gather
from sopbatch.matching.proposal import Proposal, accepted, problems, proposal_of
from sopbatch.model import (
    Format,
    FormReading,
    FormStanding,
    PlanLine,
    Register,
    Review,
)
from sopbatch.model.needs import Need, Needs
from sopbatch.reading import read_grid
from sopbatch.reading.proposal import read_proposal
from sopbatch.report.functions import NO_ACTIVITY, NO_CRITERIA, PROPOSED
from sopbatch.schema.needs import CRITERIA
from sopbatch.schema.proposal import NEW, SHEETS
from sopbatch.tally import tally
from sopbatch.tally.functions import bare_functions
from sopbatch.writing.templates.book import TemplateBook
from sopbatch.writing.templates.proposal import write_proposal
from tests.builders import day, finding, received, register
from tests.writing.report.reports import opened

BUREAU, HEALTH = "4.01.01.7", "1.02"
MET = {field.key: True for field in CRITERIA}
TITLES = (
    "Pengelolaan Surat Masuk",
    "pengelolaan surat masuk",
    "Pengelolaan Surat Keluar",
    "Penyusunan Laporan Tahunan",
    "Pelayanan Rawat Jalan",
)


def need(row: int, title: str = "", **fields: Any) -> Need:
    known: dict[str, Any] = {"activity": f"Kegiatan {row}", "criteria": MET, "output": "Hasil"}
    return Need(row=row, title=title, **{**known, **fields})


def standing(*rows: Need, unit: str = BUREAU, year: int = 2026, errors: bool = False,
             functions: tuple[str, ...] = ()) -> FormStanding:  # fmt: skip
    record = Needs(unit_code=unit, year=year, rows=rows, functions=functions)
    file = received(f"{unit} {year}.xlsx")
    form = FormReading(
        received=file,
        format=Format.XLSX,
        version=1,
        kind=MEMBER.kind.code,
        record=record,
    )
    found = (finding("N-03"),) if errors else ()
    return FormStanding(
        kind=MEMBER.kind.code,
        unit_code=unit,
        key=record.keys[0],
        counted=Review(received=file, submission=None, findings=found, form=form),
    )


def planned(*titles: str, unit: str = BUREAU, **fields: Any) -> tuple[PlanLine, ...]:
    known: dict[str, Any] = {"section": "Ketatalaksanaan" if unit == BUREAU else ""}
    return tuple(
        PlanLine(code=f"TL-{n:02}", unit_code=unit, title=title, **{**known, **fields})
        for n, title in enumerate(titles, start=1)
    )


def propose(known: Register, *standings: FormStanding) -> Proposal:
    return proposal_of(standings, known)


rows = st.lists(
    st.builds(
        lambda title, urgency, owner, target, section: {
            "title": title, "urgency": urgency, "owner": owner, "target": target,
            "section": section,
        },
        st.sampled_from(("", *TITLES)),
        st.none() | st.integers(1, 5),
        st.sampled_from(("", "Kepala Bagian", "Sekretaris")),
        st.sampled_from((None, date(2026, 6, 30), date(2026, 9, 30))),
        st.sampled_from(("", "TL", "AKIP", "Tidak dikenal")),
    ),
    max_size=8,
)  # fmt: skip


@pytest.mark.long
@settings(max_examples=40)
@given(rows, rows, st.sets(st.sampled_from(TITLES), max_size=4))
def test_what_was_accepted_is_never_proposed_again(first, second, titles):
    def needs_of(of, unit):
        return standing(
            *(need(n, **(row | {"target": day(row["target"])})) for n, row in enumerate(of, 1)),
            unit=unit,
        )

    unlike = {name.casefold(): name for name in sorted(titles)}.values()
    known = register(plan=planned(*unlike))
    standings = (needs_of(first, BUREAU), needs_of(second, HEALTH))
    proposal = propose(known, *standings)
    changed = tuple({one.line.code: one.line for one in proposal.changed}.values())
    assert list(problems(known, proposal.new, changed)) == []
    then = accepted(known, proposal.new, changed)
    assert [line.code for line in then.plan[: len(known.plan)]] == [x.code for x in known.plan]
    assert len({line.code for line in then.plan}) == len(then.plan)
    again = propose(then, *standings)
    assert again.new == ()
    if not (proposal.new or proposal.changed):
        return
    written = write_proposal(proposal)
    workbook = read_grid(written)
    assert read_proposal(workbook) == (
        proposal.new,
        tuple(one.line for one in proposal.changed),
        (),
    )
    filled = (proposal.new, proposal.changed, proposal.known)
    assert [sheet.name for sheet in workbook.sheets if sheet.visible] == [
        table.sheet for table, lines in zip(SHEETS, filled, strict=True) if lines
    ]
    for table, lines in zip(SHEETS, filled, strict=True):
        if lines:  # a row that is empty would be printed
            assert opened(written)[table.sheet].max_row == table.header_row + len(lines)


def test_a_workbook_without_any_of_its_sheets_tells_which_it_needs():
    blank = TemplateBook("Lain", {})
    blank.sheet("Catatan")
    new, changed, (told,) = read_proposal(read_grid(blank.content()))
    assert (new, changed) == ((), ())
    assert NEW.sheet in told.sentence


def test_new_titles_get_the_next_code_of_their_section_and_the_most_urgent_first():
    known = register(plan=planned("Pengelolaan Surat Masuk"))
    wanted = standing(
        need(1, "Penyusunan Laporan Tahunan", urgency=2, section="TL"),
        need(2, "Evaluasi Kinerja", urgency=5, section="AKIP"),
        need(3, "Pembinaan Arsip", urgency=5, section="Ketatalaksanaan"),
    )
    assert [(line.code, line.title) for line in propose(known, wanted).new] == [
        ("AK-01", "Evaluasi Kinerja"),
        ("TL-02", "Pembinaan Arsip"),
        ("TL-03", "Penyusunan Laporan Tahunan"),
    ]


def test_known_near_withdrawn_and_changed_titles_are_told_apart():
    lines = planned("Pengelolaan Surat Masuk", "Penyusunan Laporan Tahunan", "Pembinaan Arsip")
    gone = PlanLine(
        code="TL-09",
        unit_code=BUREAU,
        section="Ketatalaksanaan",
        title="Evaluasi Kinerja",
        withdrawn=True,
    )
    told = propose(
        register(plan=(*lines, gone)),
        standing(
            need(1, "Pengelolan Surat Masuk"),
            need(2, "Penyusunan laporan tahunan", target=day(date(2026, 9, 30))),
            need(3, "Pembinaan Arsip"),
            need(4, "Evaluasi Kinerja"),
        ),
    )
    assert told.new == ()
    assert [(one.line.code, one.note) for one in told.changed] == [
        ("TL-02", "Tenggat: - menjadi 30 September 2026")
    ]
    assert [(one.line.code, one.note) for one in told.known] == [
        ("TL-01", "Ditulis “Pengelolan Surat Masuk”."),
        ("TL-03", ""),
        ("TL-09", "Diusulkan lagi, padahal dibatalkan dari rencana."),
    ]


def test_only_the_newest_year_without_what_holds_it_back_proposes():
    old = standing(need(1, "Pembinaan Arsip"), year=2025)
    bad = standing(need(1, "Evaluasi Kinerja"), year=2026, errors=True)
    assert [line.title for line in propose(register(), old, bad).new] == ["Pembinaan Arsip"]
    good = standing(need(1, "Evaluasi Kinerja"), year=2026)
    assert [line.title for line in propose(register(), old, good).new] == ["Evaluasi Kinerja"]


def test_a_code_that_is_used_by_another_title_is_refused():
    known = register(plan=planned("Pengelolaan Surat Masuk"))
    (line,) = planned("Pembinaan Arsip")
    assert list(problems(known, (line,), ())) == [
        "Kode TL-01 (“Pembinaan Arsip”) sudah dipakai untuk “Pengelolaan Surat Masuk”."
    ]
    lost = PlanLine(code="XX-01", unit_code=BUREAU, section="", title="Pembinaan Arsip")
    assert list(problems(known, (), (lost,))) == [
        "Kode XX-01 (“Pembinaan Arsip”) tidak ada dalam rencana."
    ]


def test_functions_without_any_sop_are_told_with_their_reason():
    known = register(plan=planned("Pengelolaan Surat Masuk", function="Kehumasan"))
    wanted = standing(
        need(1, "Pengelolaan Surat Masuk", function="Ketatausahaan"),
        need(2, "Pembinaan Arsip", function="Kearsipan"),
        need(3, function="Kepegawaian", criteria={**MET, "repeated": False}),
        functions=("Ketatausahaan", "kearsipan;", "Perencanaan", "Kehumasan"),
    )
    lines = tally(gather((), known), known, date(2026, 11, 29), {}).lines
    assert [
        (one.function, one.activities, one.reason)
        for one in bare_functions((wanted,), lines, known)
    ] == [
        ("kearsipan;", 1, PROPOSED),
        ("Perencanaan", 0, NO_ACTIVITY),
        ("Kepegawaian", 1, NO_CRITERIA),
    ]
