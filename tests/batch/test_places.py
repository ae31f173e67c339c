"""Every output has a whole path that Windows takes, however long its name and deep its folder."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.batch.commands.issue import issue_templates
from sopbatch.batch.output.places import (
    LEAST_ROOM,
    LONGEST_WHOLE,
    RESERVE,
    book_place,
    check_room,
    copy_place,
    document_place,
)
from sopbatch.model import SopbatchError
from sopbatch.text.file_names import distinct, safe_name, width
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import OFFICE, run
from tests.batch.safe_names import is_safe
from tests.sample_batch.making import filled, planned, sample, step
from tests.sample_batch.register import REGISTER
from tests.there import there

LONGEST_EXPORT = "_hal-99.drawio"
LONG_UNIT = "Dinas Perumahan Rakyat, Kawasan Permukiman, Pertanahan, Cipta Karya, Tata Ruang, "
LONG_UNIT += "Penerangan Jalan dan Pemakaman Umum"
DAY = there(REGISTER.plan[0].deadline)

text = st.text(st.characters(codec="utf-8"), max_size=150) | st.text("aé𝐀 ./", max_size=150)
unit = st.one_of(text, text.map((LONG_UNIT + " ").__add__))
roots = st.integers(1, LONGEST_WHOLE - LEAST_ROOM - 1).map(lambda n: Path("/" + "k" * (n - 1)))


def whole(root: Path, path: str) -> int:
    return width(str(root / path))


@settings(max_examples=50)
@given(roots, st.lists(st.tuples(unit, text), min_size=1, max_size=5))
def test_documents_exports_and_books_of_any_unit_fit(root, named):
    wanted = [document_place(root, one, f"{title}.pdf") for one, title in named]
    places = distinct(wanted)
    books = [
        book_place(root, place.rpartition("/")[0], one)
        for place, (one, _) in zip(places, named, strict=True)
    ]
    assert len({place.casefold() for place in places}) == len(named)
    assert list(places) == list(distinct(wanted))
    exports = [place.removesuffix(".pdf") + LONGEST_EXPORT for place in places]
    for place in (*places, *books, *exports):
        assert whole(root, place) <= LONGEST_WHOLE
    for place in (*places, *books):
        assert all(map(is_safe, place.split("/")))
    folders = {one: place.rpartition("/")[0] for (one, _), place in zip(named, places, strict=True)}
    for (one, _), place in zip(named, places, strict=True):
        assert place.startswith(f"{folders[one]}/")


@settings(max_examples=50)
@given(roots, unit, st.lists(text, max_size=4))
def test_copies_of_any_name_fit_and_short_ones_keep_it(root, one, names):
    wanted = [copy_place(root, one, f"{name}.xlsx") for name in names]
    places = distinct(wanted)
    assert len({place.casefold() for place in places}) == len(names)
    for place, name in zip(places, names, strict=True):
        assert whole(root, place) <= LONGEST_WHOLE
        assert place.startswith("dikembalikan/")
        kept = safe_name(f"{name}.xlsx").removesuffix(".xlsx")
        assert kept in place or whole(root, place) > LONGEST_WHOLE - 2 * RESERVE


@settings(max_examples=50)
@given(unit, text)
def test_nothing_is_cut_where_it_fits(one, title):
    name = safe_name(f"{title}.pdf")
    folder = safe_name(one)
    short = width(folder) < 60 and width(name) < 100
    assert document_place(Path("/keluar"), one, f"{title}.pdf") == f"dokumen/{folder}/{name}" or (
        not short
    )


@pytest.fixture(scope="module")
def long_named():
    units = tuple(
        replace(one, name=LONG_UNIT.ljust(119, "x"))
        if one.code == sample("KL-01").unit_code
        else one
        for one in REGISTER.units
    )
    return replace(REGISTER, units=units)


@pytest.mark.long
def test_a_run_with_a_long_unit_in_a_deep_folder_stays_within_the_limit(tmp_path, long_named):
    source = tmp_path / "masuk"
    (source / "dari surel" / ("panjang " * 12)).mkdir(parents=True)
    (source / "daftar_induk.xlsx").write_bytes(write_register_template(long_named))
    (source / "a.xlsx").write_bytes(filled(sample("KL-01"))(OFFICE))
    faulty = filled(planned("AK-06"), {step("nodes", 2, 1): "Mulai"})(OFFICE)
    (source / "dari surel" / ("panjang " * 12) / f"{'revisi ' * 14}.xlsx").write_bytes(faulty)
    deep = LONGEST_WHOLE - LEAST_ROOM - 1 - len(str(tmp_path)) - 1
    target = tmp_path / ("k" * deep)
    ran = run(source, target, "--ekspor", "svg", "--ekspor", "drawio")
    assert ran.code == 1, ran
    made = [path for path in target.rglob("*") if path.is_file()]
    kinds = {path.relative_to(target).parts[0] for path in made}
    assert {"dokumen", "dikembalikan", "ekspor", "laporan", "arsip"} <= kinds
    assert max(width(str(path)) for path in made) <= LONGEST_WHOLE
    (folder,) = (target / "dokumen").iterdir()
    assert folder.name.startswith("Dinas Perumahan R")


@pytest.mark.long
def test_a_folder_too_deep_is_refused_before_anything_is_written(tmp_path):
    target = tmp_path / ("k" * (LONGEST_WHOLE - LEAST_ROOM - len(str(tmp_path)) - 1)) / "b"
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk" / "a.xlsx").write_bytes(b"PK")
    ran = run(tmp_path / "masuk", target)
    assert "terlalu panjang: Windows menerima 259 huruf" in ran.mistake
    assert "tersisa 97; " in ran.mistake
    assert not target.parent.exists()


def test_the_least_room_is_enough():
    folder = Path("/" + "k" * (LONGEST_WHOLE - LEAST_ROOM - 2))
    check_room(folder)
    with pytest.raises(SopbatchError, match="tersisa 99"):
        check_room(Path(f"{folder}k"))


@pytest.mark.long
def test_issued_templates_fit(tmp_path, long_named):
    (tmp_path / "daftar_induk.xlsx").write_bytes(write_register_template(long_named))
    folder = tmp_path / ("k" * (LONGEST_WHOLE - LEAST_ROOM - 1 - len(str(tmp_path)) - 1))
    code = sample("KL-01").unit_code
    written = issue_templates(
        code, folder, tmp_path / "daftar_induk.xlsx", DAY, output=tmp_path / "hasil"
    ).written
    assert len(set(written)) > 1
    assert max(width(str(path)) for path in written) <= LONGEST_WHOLE
