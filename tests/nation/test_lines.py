"""Each run leaves its rows for the nation: what was counted, and nobody's name."""

import csv
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.batch.products import nation_lines as module
from sopbatch.nation import write_lines
from sopbatch.rules.basics.regions import province_name
from sopbatch.schema.nation_v1 import COLUMNS, FACTS
from sopbatch.text.plain import seen
from tests.batch.runs import AS_OF, digests
from tests.cli.typed import typed
from tests.nation.strategies import ABOUT, rows
from tests.sample_batch.register import REGISTER
from tests.there import there

FILE = f"laporan/baris_{AS_OF}.parquet"


def read(path: Path) -> list[dict[str, object]]:
    found = there(duckdb.sql("SELECT * FROM read_parquet(?)", params=[str(path)]))
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


@pytest.mark.long
@settings(max_examples=25)
@given(lines=st.lists(rows, max_size=12), government=st.text(max_size=20))
def test_rows_are_read_as_they_were_written_and_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, lines, government: str
):
    about = replace(ABOUT, government=government)
    data = write_lines(about, lines)
    assert write_lines(about, lines) == data
    path = tmp_path_factory.mktemp("baris") / "x.parquet"
    path.write_bytes(data)
    assert read(path) == [
        {column.name: plain(getattr(line, column.attribute)) for column in COLUMNS}
        for line in lines
    ]
    facts = "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)"
    told = dict(there(duckdb.sql(facts, params=[str(path)])).fetchall())
    assert told[FACTS["government"]] == plain(government)


def plain(value: object) -> object:
    return seen(value) if isinstance(value, str) else value


def test_a_run_tells_the_lines_of_its_report(small_run: Path):
    found = read(small_run / FILE)
    with (small_run / f"laporan/data_{AS_OF}" / "daftar_sop.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        listed = list(csv.DictReader(file, delimiter=";"))
    assert [(one["kode"], one["judul"], one["status"]) for one in found] == [
        (one["kode"], one["judul"], one["status"]) for one in listed
    ]
    received = [one for one in found if one["diterima"]]
    assert received
    assert all(str(one["pertama_diterima"]) == AS_OF for one in received)
    assert all(one["mutu"] is not None for one in received)


@pytest.mark.long
def test_no_person_and_no_file_is_named(small_run: Path):
    told = " ".join(str(value) for row in read(small_run / FILE) for value in row.values())
    names = {unit.head_name for unit in REGISTER.units} | {unit.head_nip for unit in REGISTER.units}
    names |= {unit.email for unit in REGISTER.units} | {line.owner for line in REGISTER.plan}
    for name in (*filter(None, names), "baik.xlsx"):
        assert name not in told


@pytest.mark.long
def test_without_the_extra_all_other_outputs_are_the_same(
    small_batch: Path, small_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "is_installed", lambda: False)
    typed("run", small_batch, tmp_path, "--per-tanggal", AS_OF)
    theirs, ours = digests(small_run, "laporan"), digests(tmp_path, "laporan")
    assert theirs.pop(FILE)
    assert ours == theirs


@pytest.mark.parametrize(
    ("region", "province"),
    [
        ("Kalimantan Timur", "Kalimantan Timur"),
        ("Provinsi Kalimantan Timur", "Kalimantan Timur"),
        ("Kabupaten Kutai Timur", "Kalimantan Timur"),
        ("Kota Bontang", "Kalimantan Timur"),
        ("Daerah Istimewa Yogyakarta", "Daerah Istimewa Yogyakarta"),
        ("Antah Berantah", ""),
        ("", ""),
    ],
)
def test_a_region_lies_in_its_province(region: str, province: str):
    assert province_name(region) == province
