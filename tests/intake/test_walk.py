"""The walk finds what people sent and names what it cannot take."""

import os
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.intake import walk
from sopbatch.intake.walk import find_files, is_junk, safe_text, shown_name
from sopbatch.model import SopbatchError


def names(found, folder):
    return [shown_name(path, folder) for path in found.files]


def test_files_at_any_depth_come_in_a_fixed_order(tmp_path):
    deep = tmp_path.joinpath(*["d"] * 60)
    deep.mkdir(parents=True)
    for path in (tmp_path / "b.xlsx", tmp_path / "a.xlsx", deep / "c.xlsx"):
        path.write_bytes(b"x")
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "folder.xlsx" / "-rf").write_bytes(b"x")
    expected = ["a.xlsx", "b.xlsx", "d/" * 60 + "c.xlsx", "folder.xlsx/-rf"]
    assert names(find_files(tmp_path), tmp_path) == expected


@pytest.mark.parametrize(
    "name",
    ["~$SOP.xlsx", "Thumbs.db", "thumbs.DB", ".DS_Store", "desktop.ini", "._SOP.xlsx",
     ".~lock.SOP.xlsx#", ".gitkeep", "__MACOSX"],
)  # fmt: skip
def test_junk_is_passed_over(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / name).mkdir()
    (tmp_path / "x" / name / "isi.xlsx").write_bytes(b"x")
    assert is_junk(name)
    assert find_files(tmp_path) == ((), ())


def test_links_are_named_and_not_followed(tmp_path):
    folder = tmp_path / "masuk"
    folder.mkdir()
    (tmp_path / "luar.xlsx").write_bytes(b"rahasia")
    (folder / "ke luar.xlsx").symlink_to(tmp_path / "luar.xlsx")
    (folder / "putaran").symlink_to(folder)
    (folder / "putus").symlink_to("tidak ada")
    found = find_files(folder)
    assert found.files == ()
    assert [name for name, _ in found.untaken] == ["ke luar.xlsx", "putaran", "putus"]
    assert {reason for _, reason in found.untaken} == {
        "tautan ke berkas atau folder lain tidak diikuti"
    }


def test_a_folder_that_is_met_twice_is_named_and_walked_once(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.xlsx").write_bytes(b"x")
    monkeypatch.setattr(walk, "_identity", lambda folder: (1, len(folder.parts)))
    found = find_files(tmp_path)
    assert len(names(found, tmp_path)) == len(found.untaken) == 1


def test_pipes_and_sockets_are_named_and_not_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipa.xlsx")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("soket.xlsx")
        found = find_files(tmp_path)
    assert found.files == ()
    assert [name for name, _ in found.untaken] == ["pipa.xlsx", "soket.xlsx"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"SOP \xc3\xa9.xlsx", "SOP é.xlsx"),
        (b"a\nb.xlsx", "a\\x0ab.xlsx"),
        (b"\x1b[31mx.xlsx", "\\x1b[31mx.xlsx"),
        (b"\xff\xfe.xlsx", "\\xff\\xfe.xlsx"),
        (b"a\\b.xlsx", "a\\\\b.xlsx"),
        ("a\u202exslx.exe".encode(), "a\\xe2\\x80\\xaexslx.exe"),
        (b"x" * 255, "x" * 255),
    ],
)
def test_odd_names_are_shown_safely_and_still_open(tmp_path, raw, shown):
    path = os.fsencode(tmp_path) + b"/" + raw
    with open(path, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write(b"isi")
    found = find_files(tmp_path)
    assert names(found, tmp_path) == [shown]
    assert found.files[0].read_bytes() == b"isi"


@given(st.text(st.characters(codec=None)))
def test_a_safe_name_is_printable_and_tells_names_apart(name):
    safe = safe_text(name)
    assert safe.isprintable()
    assert safe == name or safe != safe_text(safe)


def test_a_missing_folder_is_the_operators_to_mend(tmp_path):
    with pytest.raises(SopbatchError, match="Folder masukan tidak ditemukan"):
        find_files(tmp_path / "tidak ada")
