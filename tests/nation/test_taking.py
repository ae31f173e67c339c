"""A file that is damaged, hostile or of another form is told in a clause and harms nothing."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import duckdb
import pytest

from sopbatch.nation import CountedFile, TakenRows, take_in, write_lines
from sopbatch.nation import taking as module
from sopbatch.schema.nation_v1 import COLUMNS, MOST_LETTERS, MOST_ROWS
from sopbatch.workers import Crashed, Died, Done, Limits, run_all
from tests.nation.strategies import ABOUT, AS_OF, STANDARD_ROW, row
from tests.there import there

GOOD = write_lines(ABOUT, [row(), STANDARD_ROW, row(title="=1+1", received=True, quality=0.5)])


def taken(data: bytes, day: date = AS_OF) -> TakenRows | str:
    return take_in(CountedFile(0, day, data))


def told(query: str, folder: Path, facts: str = "") -> TakenRows | str:
    """What is said of a file that somebody made with DuckDB."""
    path = folder / "x.parquet"
    duckdb.sql(f"COPY ({query}) TO '{path}' (FORMAT parquet{facts})")
    return taken(path.read_bytes())


def test_a_good_file_is_taken_with_its_place_in_front(tmp_path: Path):
    found = take_in(CountedFile(7, AS_OF, GOOD))
    assert isinstance(found, TakenRows)
    assert found.about == ABOUT
    path = tmp_path / "x.parquet"
    path.write_bytes(found.data)
    rows = there(duckdb.sql("SELECT * FROM read_parquet(?)", params=[str(path)]))
    assert rows.columns == ["nomor", *(column.name for column in COLUMNS)]
    assert [one[0] for one in rows.fetchall()] == [7, 7, 7]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1PAR1", b"PK\x03\x04", b"PAR1" + bytes(99)])
def test_what_is_no_parquet_is_told(data: bytes):
    assert isinstance(taken(data), str)


@pytest.mark.long
def test_a_file_damaged_anywhere_is_told_or_taken_and_never_a_bug():
    random = Random(17)
    parcels = [CountedFile(at, AS_OF, _damaged(random)) for at in range(300)]
    ends = dict(run_all(take_in, parcels, limits=Limits(seconds=20)))
    assert len(ends) == len(parcels)
    assert not [one for one in ends.values() if isinstance(one, Crashed)]
    values = [one.value for one in ends.values() if isinstance(one, Done)]
    assert sum(isinstance(value, str) for value in values) > len(parcels) / 2
    assert all(isinstance(value, TakenRows | str) for value in values)
    assert all(isinstance(one, Done | Died) for one in ends.values())


def _damaged(random: Random) -> bytes:
    data = bytearray(GOOD)
    match random.randrange(3):
        case 0:
            for _ in range(random.randint(1, 8)):
                data[random.randrange(4, len(data) - 4)] = random.randrange(256)
        case 1:
            start = random.randrange(4, len(data) - 4)
            del data[start : start + random.randint(1, 50)]
        case _:
            start = random.randrange(4, len(data) - 4)
            data[start:start] = random.randbytes(random.randint(1, 50))
    return bytes(data)


@pytest.mark.parametrize(
    "about",
    [
        {"status": "Hebat"},
        {"kind": "Resep"},
        {"planned": False},
        {"outside_plan": True},
        {"complete": True},
        {"compiled": True, "received": True},
        {"ratified": True},
        {"late": True},
        {"late": True, "ratified": True, "deadline": AS_OF},
        {"within_review": True},
        {"errors": -1},
        {"errors": 2_000_000},
        {"quality": 1.5},
        {"quality": float("nan")},
        {"deadline": date(1899, 12, 31)},
        {"deadline": date(2201, 1, 1)},
        {"code": None},
        {"planned": None},
    ],
)
def test_rows_that_no_run_writes_are_refused(about):
    assert taken(write_lines(ABOUT, [row(), row(**about)])) == module.CONTRADICTORY


@pytest.mark.parametrize(("day", "known"), [(date(1900, 1, 1), True), (date(1899, 12, 31), False)])
def test_days_are_those_of_spreadsheets(day: date, known: bool):
    data = write_lines(replace(ABOUT, as_of=day), [row(deadline=day)])
    assert isinstance(taken(data, day), TakenRows) is known


def test_another_schema_is_told(tmp_path: Path):
    assert told("SELECT 1 AS x", tmp_path) == module.OTHER_FORM
    path = tmp_path / "good.parquet"
    path.write_bytes(GOOD)
    source = f"FROM read_parquet('{path}')"
    assert told(f"SELECT * {source}", tmp_path) == module.OTHER_FORM  # says nothing of itself
    assert told(f"SELECT *, 1 AS lebih {source}", tmp_path) == module.OTHER_FORM
    assert told(f"SELECT * REPLACE (galat::VARCHAR AS galat) {source}", tmp_path) == (
        module.OTHER_FORM
    )
    facts = ", KV_METADATA {bentuk: 'sopbatch baris 2'}"
    assert told(f"SELECT * {source}", tmp_path, facts) == module.OTHER_FORM


def test_a_day_that_is_not_that_of_the_name_is_told():
    assert taken(GOOD, AS_OF + timedelta(days=1)) == module.OTHER_DAY


def test_too_many_rows_are_told_before_they_are_read(tmp_path: Path):
    assert told(f"SELECT * FROM range({MOST_ROWS + 1})", tmp_path) == module.TOO_MANY


def test_a_text_is_cut_to_what_a_reader_can_use(tmp_path: Path):
    found = taken(write_lines(ABOUT, [row(title="é" * 9_000)]))
    assert isinstance(found, TakenRows)
    path = tmp_path / "x.parquet"
    path.write_bytes(found.data)
    found_rows = there(duckdb.sql("SELECT judul FROM read_parquet(?)", params=[str(path)]))
    ((title,),) = found_rows.fetchall()
    assert title == "é" * MOST_LETTERS


def test_texts_are_never_part_of_a_query(tmp_path: Path):
    evil = "'); DROP TABLE baris; COPY asal TO '/tmp/x"
    about = replace(ABOUT, government=evil)
    found = taken(write_lines(about, [row(title=evil, unit=evil)]))
    assert isinstance(found, TakenRows)
    assert found.about.government == evil
