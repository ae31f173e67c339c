"""`sopbatch nation`: one workbook over many governments; what is not counted is told."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.batch.commands import nation as module
from sopbatch.model.nation import NationLine
from sopbatch.nation import write_lines
from sopbatch.schema.nation_v1 import MOST_BYTES, lines_name
from tests.batch.runs import AS_OF, Ran, digests
from tests.cli.typed import typed
from tests.nation.strategies import ABOUT, row, rows
from tests.there import there
from tests.writing.report.reports import opened

DAY = date.fromisoformat(AS_OF)
NAME = f"Ringkasan_Nasional_SOP_{AS_OF}.xlsx"


def put(folder: Path, name: str, lines: list[NationLine], day: date = DAY, **about) -> Path:
    """A government's rows where its run leaves them."""
    about = {"government": f"Pemerintah {name.rpartition('/')[2]}", "as_of": day, **about}
    path = folder / name / "output" / "laporan" / lines_name(day)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_lines(replace(ABOUT, **about), lines))
    return path


def nation(folder: Path, target: Path, *words: object) -> Ran:
    return typed("nation", folder, target, "--per-tanggal", AS_OF, *words)


def states(ran: Ran) -> dict[str, str]:
    return {one["folder"]: one["keadaan"] for one in ran.facts["data"]}


def sheets(path: Path) -> dict[str, list[list[object]]]:
    book = opened(path.read_bytes())
    return {
        sheet.title: [[cell.value for cell in line] for line in sheet.iter_rows()]
        for sheet in book.worksheets
    }


def test_it_tells_what_the_report_of_each_government_tells(small_run: Path, tmp_path: Path):
    folder = tmp_path / "negeri"
    copytree(small_run, folder / "Kalimantan Timur" / "output")
    ran = nation(folder, tmp_path / "nasional", "--json")
    assert ran.code == 0
    found = sheets(tmp_path / "nasional" / NAME)["Per Pemerintah Daerah"]
    report = small_run / "laporan" / f"Laporan_Perkembangan_SOP_{AS_OF}.xlsx"
    theirs = opened(report.read_bytes())["Per Perangkat Daerah"]
    heads = [cell.value for cell in theirs[5]]
    at = dict(zip(found[4], found[5], strict=True))
    listed = [line for line in theirs.iter_rows(min_row=6, values_only=True) if line[0]]
    for head in ("Direncanakan", "Diterima", "Lengkap", "Tersusun", "Selesai", "Terlambat"):
        place = heads.index(head)
        own = sum(one for one in (line[place] for line in listed) if isinstance(one, int))
        assert at[head] == own, head
    assert at["Direncanakan"] == ran.facts["sop"]["direncanakan"]


@pytest.mark.long
@settings(max_examples=5)
@given(governments=st.lists(st.lists(rows, max_size=5), min_size=1, max_size=4))
def test_the_same_files_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, governments: list[list[NationLine]]
):
    place = tmp_path_factory.mktemp("nasional")
    for at, lines in enumerate(governments):
        put(place / "negeri", f"Kota {at}", lines, DAY - timedelta(days=at))
    assert nation(place / "negeri", place / "a").code == 0
    assert nation(place / "negeri", place / "b", "--proses", 1).code == 0
    assert digests(place / "a") == digests(place / "b")


@pytest.mark.long
def test_what_is_not_counted_is_named_with_the_reason(tmp_path: Path):
    folder = tmp_path / "negeri"
    put(folder, "Jawa/Kota baik", [row()])
    put(folder, "Jawa/Kota lama", [row()], DAY - timedelta(days=15))
    put(folder, "Jawa/Kota baik (salinan)", [row()], DAY, government="PEMERINTAH KOTA BAIK")
    put(folder, "Jawa/Kota esok", [row()], DAY + timedelta(days=1))
    put(folder, "Jawa/Kota rusak", [row()]).write_bytes(b"PAR1 rusak PAR1")
    put(folder, "Jawa/Kota besar", [row()]).write_bytes(bytes(MOST_BYTES + 1))
    linked = put(folder, "Jawa/Kota tautan", [row()])
    linked.rename(tmp_path / "di luar.parquet")
    linked.symlink_to(tmp_path / "di luar.parquet")
    (folder / "Jawa" / "Kota kosong").mkdir()
    ran = nation(folder, tmp_path / "nasional", "--json")
    assert ran.code == 1
    assert states(ran) == {
        "Jawa/Kota baik": "Dihitung",
        "Jawa/Kota lama": "Dihitung, data lama",
        "Jawa/Kota baik (salinan)": "Ganda, tidak dihitung",
        "Jawa/Kota esok": "Tidak ada data",
        "Jawa/Kota rusak": "Tidak dapat dipakai",
        "Jawa/Kota besar": "Tidak dapat dipakai",
        "Jawa/Kota tautan": "Tidak dapat dipakai",
        "Jawa/Kota kosong": "Tidak ada data",
    }
    assert ran.facts["sop"]["direncanakan"] == 2
    listed = sheets(tmp_path / "nasional" / NAME)["Data"]
    told = {str(line[0]): line[6] for line in listed[5:] if line[0]}
    assert set(told) == set(states(ran))
    assert all(told[name] != "-" for name, state in states(ran).items() if state != "Dihitung")
    shown = nation(folder, tmp_path / "nasional").out
    assert all(name in shown for name in told if name != "Jawa/Kota baik")


def test_a_past_day_has_the_data_of_that_day(tmp_path: Path):
    put(tmp_path / "negeri", "Kota A", [row()], DAY - timedelta(days=7))
    put(tmp_path / "negeri", "Kota A", [row(), row(code="A-02")])
    assert nation(tmp_path / "negeri", tmp_path / "a", "--json").facts["sop"]["direncanakan"] == 2
    before = (DAY - timedelta(days=3)).isoformat()
    ran = typed("nation", tmp_path / "negeri", tmp_path / "a", "--per-tanggal", before, "--json")
    assert ran.facts["sop"]["direncanakan"] == 1


def test_texts_of_governments_stay_texts(tmp_path: Path):
    evil = '=HYPERLINK("http://a","b")'
    put(tmp_path / "negeri", "Kota A", [row(title=evil, key=evil)], government=evil, province=evil)
    put(tmp_path / "negeri", "Kota B", [row(title=evil, key=evil)], province="@SUM(1)")
    assert nation(tmp_path / "negeri", tmp_path / "a").code == 0
    book = opened((tmp_path / "a" / NAME).read_bytes(), formulas=True)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert [cell for cell in cells if cell.value == evil]
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert all(text.startswith("=SUBTOTAL(9,") for text in formulas)
    links = [cell.hyperlink for cell in cells if cell.hyperlink]
    assert all(link.target is None for link in links)


@pytest.mark.long
@settings(max_examples=4)
@given(planned=st.sampled_from([1, 9_999, 123_456, 200_000]))
def test_columns_are_wide_enough_for_their_sums(
    tmp_path_factory: pytest.TempPathFactory, planned: int
):
    place = tmp_path_factory.mktemp("lebar")
    put(place / "negeri", "Kota A", [row()] * planned)
    assert nation(place / "negeri", place / "a").code == 0
    sheet = opened((place / "a" / NAME).read_bytes())["Per Pemerintah Daerah"]
    for cell in sheet[5]:
        value = sheet.cell(6, there(cell.column)).value
        if cell.value in ("Direncanakan", "Teridentifikasi"):
            assert value == planned
            letters = len(f"{planned:,}")
            assert sheet.column_dimensions[cell.column_letter].width >= letters + 1


def test_an_output_folder_of_another_name_is_found(tmp_path: Path):
    put(tmp_path / "negeri", "Kota A", [row()])
    (tmp_path / "negeri" / "Kota A" / "output").rename(tmp_path / "negeri" / "Kota A" / "hasil")
    ran = nation(tmp_path / "negeri", tmp_path / "a", "--keluaran", "hasil", "--json")
    assert states(ran) == {"Kota A": "Dihitung"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("tidak ada", "a"), "tidak ditemukan"),
        (("negeri", "negeri/nasional"), "tidak boleh berada di dalam"),
        (("negeri", "a", "--keluaran", "/hasil"), "tanpa alamat lengkap"),
        (("negeri", "berkas"), "tidak dapat ditulisi"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    tmp_path: Path, words: tuple[str, ...], sentence: str
):
    put(tmp_path / "negeri", "Kota A", [row()])
    (tmp_path / "berkas").touch()
    folder, target, *rest = words
    assert sentence in nation(tmp_path / folder, tmp_path / target, *rest).mistake


def test_without_the_extra_it_is_told_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "is_installed", lambda: False)
    assert "requirements-nation.txt" in nation(tmp_path, tmp_path / "a").mistake
