"""Files are written whole, for the operator alone, never through a link, and with patience."""

import errno
import os
import stat
from pathlib import Path

import pytest

from sopbatch import files
from sopbatch.files import make_folder, new_file, put, write_whole, writing_reason

pytestmark = pytest.mark.skipif(os.name != "posix", reason="izin dan tautan seperti di POSIX")


@pytest.fixture(params=[0o000, 0o022, 0o077])
def any_umask(request):
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("any_umask")
def test_files_and_folders_are_the_operators_alone(tmp_path):
    make_folder(tmp_path / "a" / "b", tmp_path)
    write_whole(tmp_path / "a" / "b" / "nip.pdf", b"isi")
    assert [mode(tmp_path / "a"), mode(tmp_path / "a" / "b")] == [0o700, 0o700]
    assert mode(tmp_path / "a" / "b" / "nip.pdf") == 0o600
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["nip.pdf"]


def test_a_folder_that_is_there_keeps_what_it_allows(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a").chmod(0o750)
    make_folder(tmp_path / "a", tmp_path)
    assert mode(tmp_path / "a") == 0o750


def test_nothing_is_written_through_a_link(tmp_path):
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "rahasia").write_bytes(b"tetap")
    (tmp_path / "dalam").mkdir()
    (tmp_path / "dalam" / "tautan").symlink_to(tmp_path / "luar")
    (tmp_path / "dalam" / "berkas").symlink_to(tmp_path / "luar" / "rahasia")
    with pytest.raises(OSError, match="tautan") as linked:
        make_folder(tmp_path / "dalam" / "tautan" / "unit", tmp_path / "dalam")
    assert writing_reason(linked.value) == "tautan ke tempat lain tidak diikuti"
    with pytest.raises(FileExistsError), new_file(tmp_path / "dalam" / "berkas"):
        pass
    write_whole(tmp_path / "dalam" / "berkas", b"baru")
    assert (tmp_path / "dalam" / "berkas").read_bytes() == b"baru"
    assert (tmp_path / "luar" / "rahasia").read_bytes() == b"tetap"
    assert sorted(path.name for path in (tmp_path / "luar").iterdir()) == ["rahasia"]


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OSError, match="a") as wrong:
        make_folder(tmp_path / "a" / "b", tmp_path)
    assert writing_reason(wrong.value) == "bukan folder"


def test_a_folder_in_the_place_of_a_file_is_told_and_nothing_is_left(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(OSError, match="a") as wrong:
        write_whole(tmp_path / "a.pdf", b"isi")
    assert writing_reason(wrong.value) == "di tempat berkas itu ada folder"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_write_that_fails_leaves_nothing(tmp_path):
    def fill() -> None:
        with new_file(tmp_path / "a") as file:
            file.write(b"separuh")
            raise OSError(errno.ENOSPC, "penuh")

    with pytest.raises(OSError, match="penuh"):
        fill()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("tries", "moved"), [(0, True), (3, True), (5, True), (6, False)])
def test_a_file_that_another_program_holds_for_a_moment_is_replaced_in_the_end(
    tmp_path, monkeypatch, tries, moved
):
    """As on Windows, where an antivirus or Excel makes the system refuse."""
    left = tries
    replace = Path.replace

    def held(self, target):
        nonlocal left
        if left:
            left -= 1
            raise PermissionError(errno.EACCES, "held")
        return replace(self, target)

    monkeypatch.setattr(files, "WINDOWS", True)
    monkeypatch.setattr(files, "PATIENCE", (0.0,) * 5)
    monkeypatch.setattr(Path, "replace", held)
    (tmp_path / "baru").write_bytes(b"baru")
    (tmp_path / "lama").write_bytes(b"lama")
    if moved:
        put(tmp_path / "baru", tmp_path / "lama")
    else:
        with pytest.raises(PermissionError):
            put(tmp_path / "baru", tmp_path / "lama")
    assert (tmp_path / "lama").read_bytes() == (b"baru" if moved else b"lama")
    assert not (tmp_path / "baru").exists()
