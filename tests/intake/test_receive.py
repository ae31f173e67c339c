"""Every file is kept unchanged under the name of its content, whole or not at all."""

import errno
import os
import sys
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.files import scratch_folder
from sopbatch.intake import receive, receive_one
from sopbatch.intake.receive import FAR_TOO_LARGE
from sopbatch.model import Received, SopbatchError

DAY = date(2026, 3, 2)


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def take(tmp_path: Path, **files: bytes):
    folder = tmp_path / "masuk"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return receive(folder, tmp_path / "arsip", lambda _: DAY)


def test_bytes_are_kept_under_the_name_of_their_content(tmp_path):
    intake = take(tmp_path, **{"SOP Fix.XLSX": b"isi"})
    content = digest(b"isi")
    kept = tmp_path / "arsip" / content[:2] / f"{content}.xlsx"
    assert intake.received == (
        Received(name="SOP Fix.XLSX", path=kept, sha256=content, size=3, first_seen=DAY),
    )
    assert kept.read_bytes() == b"isi"


@given(
    st.dictionaries(st.sampled_from(["a.xlsx", "b.xlsx", "c d.ods"]), st.binary(max_size=3)),
    st.sets(st.sampled_from(["a.xlsx", "b.xlsx", "lain"])),
    st.booleans(),
)
def test_what_was_met_just_before_is_received_as_if_it_was_read(files, met, damaged):
    with scratch_folder() as root:
        archived = take(root, **files).received
        for one in archived if damaged else ():
            one.path.write_bytes(b"rusak")
        (root / "masuk" / "baru.xlsx").write_bytes(b"baru")
        told = {str(root / "masuk" / name): digest(files.get(name, b"?")) for name in met}
        intake = receive(root / "masuk", root / "arsip", lambda _: DAY, told)
        assert intake == take(root)
        assert all(digest(one.path.read_bytes()) == one.sha256 for one in intake.received)


def test_a_file_that_changes_after_it_was_met_is_received_as_it_was(tmp_path):
    first = take(tmp_path, **{"a.xlsx": b"1"})
    place = tmp_path / "masuk" / "a.xlsx"
    place.write_bytes(b"2")
    met = {str(place): digest(b"1")}
    assert receive(tmp_path / "masuk", tmp_path / "arsip", lambda _: DAY, met) == first


def test_the_same_bytes_under_several_names_are_one_file(tmp_path):
    intake = take(tmp_path, **{"b.xlsx": b"1", "a.xlsx": b"2", "c.xls": b"1", "d": b"1"})
    assert [(one.name, one.copies) for one in intake.received] == [
        ("a.xlsx", ()),
        ("b.xlsx", ("c.xls", "d")),
    ]


@pytest.mark.parametrize(
    "copy",
    [
        "SOP cuti - Copy.xlsx",
        "SOP cuti - Copy (2).xlsx",
        "SOP cuti - Salin.xlsx",
        "SOP cuti (1).xlsx",
        "SOP cuti(12).xlsx",
        "SOP cuti copy 2.xlsx",
        "SOP cuti (salinan).xlsx",
        "Copy of SOP cuti.xlsx",
        "Salinan SOP cuti.xlsx",
        "Salinan dari SOP cuti.xlsx",
        "SOP CUTI_COPY.XLSX",
    ],
)
def test_of_equal_files_the_one_that_is_no_copy_by_its_name_is_the_main_one(tmp_path, copy):
    (one,) = take(tmp_path, **{copy: b"1", "SOP cuti.xlsx": b"1"}).received
    assert (one.name, one.copies) == ("SOP cuti.xlsx", (copy,))


@pytest.mark.parametrize("name", ["SOP cuti revisi 1 (baru)", "Penyalinan arsip", "(1)", "copy"])
def test_a_name_that_only_looks_like_a_copys_is_taken_in_order(tmp_path, name):
    (one,) = take(tmp_path, **{name: b"1", "zzz.xlsx": b"1"}).received
    assert one.name == name


@pytest.mark.parametrize("name", ["a.xl\x1bsx", "a.", "a", "a.x y", "a." + "x" * 40])
def test_an_odd_suffix_is_left_out_of_the_archive(tmp_path, name):
    (one,) = take(tmp_path, **{name: b"isi"}).received
    assert one.path.name == digest(b"isi")


NAMES = st.sampled_from(["a", "b.xlsx", "é.xls", "-rf", "x.y z", ".DS_Store", "~$b.xlsx"])
TREES = st.dictionaries(
    st.lists(NAMES, min_size=1, max_size=3).map("/".join), st.sampled_from([b"", b"1", b"22", None])
)
"""Contents of files by their path; None for a link to nowhere."""


@settings(max_examples=25)
@given(TREES)
def test_of_any_tree_each_file_is_received_once_or_told(tree):
    with scratch_folder() as place:
        sent = {}
        for name, content in sorted(tree.items()):
            path = place / "masuk" / name
            if any(name.startswith(f"{other}/") for other in tree):
                continue  # what is a file holds none
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to("tidak ada") if content is None else path.write_bytes(content)
            if not any(part.startswith((".", "~$")) for part in name.split("/")):
                sent[name] = content
        (place / "masuk").mkdir(exist_ok=True)
        intake = receive(place / "masuk", place / "arsip", lambda _: DAY)
        told = [name for name, _ in intake.untaken]
        taken = {name: one for one in intake.received for name in (one.name, *one.copies)}
        assert sorted((*told, *taken)) == sorted(sent)
        assert set(told) == {name for name, content in sent.items() if content is None}
        assert len({one.sha256 for one in intake.received}) == len(intake.received)
        for name, one in taken.items():
            assert one.path.read_bytes() == sent[name]


def test_the_first_date_of_a_content_is_asked_for(tmp_path):
    days = {digest(b"lama"): date(2026, 2, 23), digest(b"baru"): DAY}
    folder = tmp_path / "masuk"
    folder.mkdir()
    (folder / "a").write_bytes(b"lama")
    (folder / "b").write_bytes(b"baru")
    intake = receive(folder, tmp_path / "arsip", days.__getitem__)
    assert [one.first_seen for one in intake.received] == [date(2026, 2, 23), DAY]


def written(path: Path) -> tuple[int, int, int]:
    """Whether a file was written again; that it was read shows in its times as well."""
    known = path.stat()
    return known.st_ino, known.st_mtime_ns, known.st_size


def test_a_second_run_changes_nothing_and_mends_what_is_damaged(tmp_path):
    (one, two) = take(tmp_path, a=b"satu", b=b"dua").received
    before = written(one.path)
    two.path.write_bytes(b"du\0")
    leftover = one.path.with_name("x.sebagian")
    leftover.write_bytes(b"")
    assert take(tmp_path).received == (one, two)
    assert written(one.path) == before
    assert two.path.read_bytes() == b"dua"
    assert not leftover.exists()


def test_a_large_file_is_kept_too(tmp_path):
    content = bytes(range(256)) * (33 << 12)
    (one,) = take(tmp_path, besar=content).received
    assert (one.size, one.path.read_bytes()) == (len(content), content)
    assert [path for path in (tmp_path / "arsip").rglob("*") if path.is_file()] == [one.path]


def test_an_interrupted_write_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SopbatchError, match="ruang penyimpanan habis"):
        take(tmp_path, a=b"isi")
    assert [path for path in (tmp_path / "arsip").rglob("*") if path.is_file()] == []


def test_an_archive_that_is_a_file_is_the_operators_to_mend(tmp_path):
    (tmp_path / "arsip").write_bytes(b"")
    with pytest.raises(SopbatchError, match=r"Arsip .* tidak dapat ditulisi: bukan folder"):
        take(tmp_path, a=b"isi")


@pytest.mark.parametrize("trick", ["link", "pipe", "gone"])
def test_a_file_exchanged_after_the_walk_is_named(tmp_path, monkeypatch, trick):
    folder = tmp_path / "masuk"
    folder.mkdir()
    victim = folder / "a.xlsx"
    victim.write_bytes(b"isi")
    (tmp_path / "rahasia").write_bytes(b"rahasia")
    module = receive.__globals__
    walk = module["find_files"]

    def then_exchange(path):
        found = walk(path)
        victim.unlink()
        if trick == "link":
            victim.symlink_to(tmp_path / "rahasia")
        elif trick == "pipe":
            os.mkfifo(victim)
        return found

    monkeypatch.setitem(module, "find_files", then_exchange)
    intake = receive(folder, tmp_path / "arsip", lambda _: DAY)
    assert intake.received == ()
    assert [name for name, _ in intake.untaken] == ["a.xlsx"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "izin baca ditolak"),
        (errno.EIO, "media penyimpanan gagal dibaca"),
        (errno.EBADMSG, "tidak dapat dibaca"),
    ],
)
def test_a_file_that_fails_while_it_is_read_is_named(tmp_path, monkeypatch, number, reason):
    class Failing(BytesIO):
        def read(self, *_):
            raise OSError(number, "gagal")

    monkeypatch.setitem(receive.__globals__, "_open", lambda _: Failing())
    intake = take(tmp_path, a=b"isi")
    assert (intake.received, intake.untaken) == ((), (("a", reason),))


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


@pytest.mark.long
def test_a_file_far_too_large_is_named_with_its_digest_and_not_copied(tmp_path):
    folder = tmp_path / "masuk"
    folder.mkdir()
    sparse(folder / "film.mp4", FAR_TOO_LARGE + 1)
    intake = take(tmp_path, a=b"isi")
    assert [one.name for one in intake.received] == ["a"]
    ((name, reason),) = intake.untaken
    digest = sha256()
    for _ in range(FAR_TOO_LARGE >> 20):
        digest.update(bytes(1 << 20))
    digest.update(b"\0")
    assert name == "film.mp4"
    assert reason.startswith("ukurannya 100 MB, jauh di atas batas; tidak disalin ke arsip")
    assert reason.endswith(digest.hexdigest()[:16])
    assert [path.stat().st_size for path in (tmp_path / "arsip").rglob("*") if path.is_file()] == [
        3
    ]
    with pytest.raises(SopbatchError, match="jauh di atas batas"):
        receive_one(folder / "film.mp4", tmp_path / "arsip", DAY)


@pytest.mark.skipif(sys.platform != "linux", reason="batas ukuran berkas seperti di Linux")
def test_a_large_file_without_room_for_it_never_stops_the_others(tmp_path):
    import resource

    folder = tmp_path / "masuk"
    folder.mkdir()
    sparse(folder / "besar.bin", 40 << 20)
    known = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30 << 20, known[1]))
    try:
        intake = take(tmp_path, z=b"isi")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, known)
    assert [one.name for one in intake.received] == ["z"]
    assert intake.untaken[0][1] == (
        "ukurannya 40 MB dan ruang penyimpanan tidak cukup untuk menyalinnya ke arsip"
    )
    assert len([path for path in (tmp_path / "arsip").rglob("*") if path.is_file()]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="batas ukuran berkas seperti di Linux")
def test_a_small_file_without_room_for_it_is_the_operators_to_mend(tmp_path):
    import resource

    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk" / "a.xlsx").write_bytes(b"lima5")
    known = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, known[1]))
    try:
        with pytest.raises(SopbatchError, match="tidak dapat ditulisi"):
            take(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, known)


def test_a_large_file_that_changes_between_two_readings_is_named(tmp_path, monkeypatch):
    class Unsteady(BytesIO):
        def seek(self, *_):
            super().seek(0)
            self.truncate()
            self.write(b"lain")
            return super().seek(0)

    long = bytes(33 << 20)
    monkeypatch.setitem(receive.__globals__, "_open", lambda _: Unsteady(long))
    intake = take(tmp_path, a=b"isi")
    assert (intake.received, intake.untaken) == ((), (("a", "isinya berubah saat dibaca"),))
    assert [path for path in (tmp_path / "arsip").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["x.sebagian", digest(b"isi")])
def test_a_folder_in_the_archive_in_the_place_of_a_file_is_told(tmp_path, name):
    kept = tmp_path / "arsip" / digest(b"isi")[:2] / name
    kept.mkdir(parents=True)
    if name == "x.sebagian":
        assert take(tmp_path, a=b"isi").received
    else:
        with pytest.raises(SopbatchError, match="di tempat berkas itu ada folder"):
            take(tmp_path, a=b"isi")


@pytest.mark.skipif(os.name != "posix", reason="tautan seperti di POSIX")
def test_an_archive_that_is_a_link_is_refused(tmp_path):
    (tmp_path / "lain").mkdir()
    (tmp_path / "arsip").symlink_to(tmp_path / "lain")
    with pytest.raises(SopbatchError, match="tautan ke tempat lain"):
        take(tmp_path, a=b"isi")
    assert list((tmp_path / "lain").iterdir()) == []
