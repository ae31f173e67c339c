"""The nation's workbook shows whatever is counted: figures of any length, and nothing at all."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.model import Completion
from sopbatch.model.nation import About
from sopbatch.report.groups import together
from sopbatch.report.nation import (
    DataState,
    GovernmentCount,
    GovernmentFolder,
    Nation,
    Services,
    nation_of,
)
from sopbatch.report.nation_calls import calls
from sopbatch.schema.statuses import IDENTIFIED
from sopbatch.writing.report.nation_book import SHEETS, write_nation
from tests.office import Office
from tests.writing.report.reports import opened

AS_OF = date(2026, 11, 27)


def nation(planned: int, governments: int = 1) -> Nation:
    """Governments that planned so many and did half of them."""
    half = planned // 2
    done = Completion(
        planned=planned,
        received=half,
        complete=half,
        compiled=half,
        ratified=half,
        planned_ratified=half,
        late=planned - half,
        errors=planned,
        warnings=planned,
    )
    ruled, sources = [], []
    for place in range(governments):
        about = About(government=f"Kota {place}", province=f"Provinsi {place}", as_of=AS_OF)
        group = replace(
            together(about.government, ()),
            completion=done,
            by_status={**together("", ()).by_status, IDENTIFIED.label: planned},
            late_since=date(2026, 1, 1),
            due_soon=half,
        )
        ruled.append(
            GovernmentCount(folder=str(place), about=about, group=group, services=Services())
        )
        sources.append(
            GovernmentFolder(
                folder=str(place), state=DataState.COUNTED, province=about.province, day=about.as_of
            )
        )
    return nation_of(AS_OF, ruled, (), sources)


@pytest.mark.office
@pytest.mark.parametrize("planned", [1, 99_999, 1_021_200, 12_345_678])
def test_every_figure_finds_room(office: Office, planned: int):
    with office.opened(write_nation(nation(planned, 2))) as book:
        sheets = book.as_csv()
    assert set(sheets) == set(SHEETS)
    for name, text in sheets.items():
        assert "###" not in text, name
        assert "Err:" not in text, name


def test_a_nation_without_governments_is_told():
    book = opened(write_nation(nation_of(AS_OF, (), (), ())))
    told = [str(cell.value) for line in book["Ringkasan"].iter_rows() for cell in line]
    assert "Tidak ada yang perlu diputuskan." in told
    assert "Belum ada data yang dapat dihitung." in told


def test_more_provinces_than_find_room_are_added_up():
    book = opened(write_nation(nation(10, 50)))
    lines = [[cell.value for cell in line] for line in book["Ringkasan"].iter_rows()]
    (rest,) = [line for line in lines if str(line[0]).endswith("lainnya (lihat Per Provinsi)")]
    assert str(rest[0]).startswith("13 ")
    assert rest[6] == 130
    assert [line[6] for line in lines if line[0] == "Jumlah"] == [500]
    assert (
        sum(line[0] is not None for line in book["Per Provinsi"].iter_rows(values_only=True)) > 50
    )


def test_what_follows_of_a_grave_delay_is_what_was_counted():
    one = nation(10)
    (late,) = one.governments
    few = replace(late.group, completion=replace(late.group.completion, late=2))
    found = replace(one, governments=(replace(late, group=few),))
    (told,) = [call for call in calls(found) if call.what.startswith("Dampingi")]
    assert told.otherwise == "2 SOP tetap lewat tenggat."


def test_ringkasan_prints_upright_on_one_page_with_every_province():
    sheet = opened(write_nation(nation(10, 38)))["Ringkasan"]
    assert sheet.page_setup.orientation == "portrait"
    named = {str(cell.value) for cell in sheet["A"]}
    assert {f"Provinsi {place}" for place in range(38)} <= named


def test_calls_name_who_must_act():
    found = nation(10)
    absent = GovernmentFolder(folder="Bali/Kota B", state=DataState.REFUSED, reason="isinya rusak")
    found = replace(found, sources=(*found.sources, absent))
    told = {call.what: (call.whom, call.number) for call in calls(found)}
    assert told["Minta data dari 1 pemerintah daerah yang tidak terhitung."] == ("Kota B", 1)
    assert told["Dampingi 1 pemerintah daerah yang sangat terlambat."] == ("Kota 0", 1)
