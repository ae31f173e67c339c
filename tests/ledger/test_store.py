"""The ledger remembers each run once, whole, and is never overwritten when it is not sound."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from sopbatch.ledger import (
    FILE_NAME,
    Output,
    RunRecord,
    SopRecord,
    all_rows,
    announce,
    check_whole,
    file_digest_of,
    make_anew,
    read_past,
    run_notes,
    tells,
    write_run,
)
from sopbatch.ledger.journal import TOGETHER
from sopbatch.ledger.record_rows import digest_of, rows_of
from sopbatch.model import Finding, Place, Received, Review, Severity, SopbatchError

FIRST, SECOND, THIRD = date(2026, 11, 8), date(2026, 11, 15), date(2026, 11, 22)


def review(name: str, sha256: str, *codes: str) -> Review:
    findings = tuple(
        Finding(
            code=code,
            severity=Severity.ERROR,
            place=Place(),
            cell=None,
            sentence=f"Kalimat {code}.",
            advice="Perbaiki.",
        )
        for code in codes
    )
    return Review(
        received=Received(name=name, path=Path(name), sha256=sha256, size=10, first_seen=FIRST),
        submission=None,
        findings=findings,
    )


def record(as_of: date, *reviews: Review, status: str = "Diajukan", output: str = "") -> RunRecord:
    outputs = (Output("dokumen/a.pdf", output, "resep"),) if output else ()
    return RunRecord(
        as_of=as_of,
        program="0.1.0",
        reviews=reviews,
        standings=(SopRecord("TL-01", status, ""),),
        outputs=outputs,
    )


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return connection.execute(query).fetchall()


def test_without_a_ledger_nothing_is_known_and_none_is_made(tmp_path: Path):
    past = read_past(tmp_path, THIRD)
    assert (past.first_seen, past.status, past.outputs) == ({}, {}, {})
    assert list(tmp_path.iterdir()) == []


def test_the_first_date_of_a_content_is_kept(tmp_path: Path):
    write_run(tmp_path, record(FIRST, review("a.xlsx", "aa")))
    write_run(tmp_path, record(SECOND, review("a baru.xlsx", "aa"), review("b.xlsx", "bb")))
    assert read_past(tmp_path, THIRD).first_seen == {"aa": FIRST, "bb": SECOND}


def test_a_content_is_known_by_all_names_that_it_had_last(tmp_path: Path):
    again = review("a.xlsx", "aa")
    twice = replace(again, received=replace(again.received, copies=("b.xlsx",)))
    write_run(tmp_path, record(FIRST, review("lama.xlsx", "aa")))
    write_run(tmp_path, record(SECOND, twice))
    (known,) = read_past(tmp_path, THIRD).received
    assert (known.name, known.copies) == ("a.xlsx", ("b.xlsx",))


def test_a_report_of_an_earlier_date_knows_what_came_after_it(tmp_path: Path):
    write_run(tmp_path, record(SECOND, review("a.xlsx", "aa"), status="Disahkan"))
    past = read_past(tmp_path, FIRST)
    assert past.first_seen == {"aa": SECOND}
    assert past.status == {}


def test_statuses_are_those_of_the_last_run_before_the_date(tmp_path: Path):
    for as_of, status in ((FIRST, "Draf"), (SECOND, "Diajukan"), (THIRD, "Disahkan")):
        write_run(tmp_path, record(as_of, status=status))
    assert read_past(tmp_path, SECOND).status == {"TL-01": "Draf"}
    assert read_past(tmp_path, THIRD).status == {"TL-01": "Diajukan"}


def test_the_same_run_is_stored_once_and_rewrites_nothing(tmp_path: Path):
    same = record(FIRST, review("a.xlsx", "aa", "W-01"), output="xx")
    write_run(tmp_path, same)
    before = (tmp_path / FILE_NAME).read_bytes()
    write_run(tmp_path, same)
    announce(tmp_path, same.outputs)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_another_input_on_the_same_date_is_another_run(tmp_path: Path):
    one, two = record(FIRST, status="Draf"), record(FIRST, status="Diajukan")
    for each in (one, two, one):
        write_run(tmp_path, each)
    assert rows(tmp_path, "SELECT count(*) FROM run") == [(3,)]
    assert read_past(tmp_path, SECOND).status == {"TL-01": "Draf"}


def test_findings_and_names_are_kept_with_their_run(tmp_path: Path):
    write_run(tmp_path, record(FIRST, review("a.xlsx", "aa", "W-01", "I-05")))
    assert rows(tmp_path, "SELECT run, code, severity FROM finding ORDER BY code") == [
        (1, "I-05", "galat"),
        (1, "W-01", "galat"),
    ]
    assert rows(tmp_path, "SELECT name FROM receipt") == [("a.xlsx",)]


def test_announced_outputs_are_known_beside_the_old_ones_until_the_run_is_done(tmp_path: Path):
    write_run(tmp_path, record(FIRST, output="lama"))
    announce(tmp_path, (Output("dokumen/a.pdf", "baru", "resep 2"),))
    known = read_past(tmp_path, SECOND).outputs["dokumen/a.pdf"]
    assert {output.sha256 for output in known} == {"lama", "baru"}
    write_run(tmp_path, record(SECOND, output="baru"))
    (only,) = read_past(tmp_path, THIRD).outputs["dokumen/a.pdf"]
    assert only == Output("dokumen/a.pdf", "baru", "resep")


def test_a_run_that_fails_while_it_is_stored_leaves_no_row(tmp_path: Path):
    write_run(tmp_path, record(FIRST))
    twice = Output("dokumen/a.pdf", "xx", "resep")
    broken = RunRecord(
        as_of=SECOND,
        program="0.1.0",
        reviews=(review("a.xlsx", "aa"),),
        standings=(),
        outputs=(twice,),
    )
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute(
            "CREATE TRIGGER stop BEFORE INSERT ON output BEGIN SELECT RAISE(ABORT, 'x'); END"
        )
        connection.commit()
    with pytest.raises(sqlite3.IntegrityError):
        write_run(tmp_path, broken)
    assert rows(tmp_path, "SELECT count(*) FROM run") == [(1,)]
    assert rows(tmp_path, "SELECT count(*) FROM file") == [(0,)]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:20000] = b"\xff" * (20000 - 4096)
    path.write_bytes(data)


def junk(path: Path) -> None:
    path.write_bytes(b"bukan basis data sama sekali" * 100)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE pegawai (nama TEXT)")
        connection.commit()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (cut, "rusak"),
        (overwritten, "rusak"),
        (junk, "rusak"),
        (newer, "lebih baru"),
        (foreign, "bukan berkas riwayat sopbatch"),
        (folder, "tidak dapat dibuka"),
    ],
)
def test_a_ledger_that_is_not_sound_is_named_and_left_alone(
    tmp_path: Path, harm: Callable[[Path], None], words: str
):
    path = tmp_path / FILE_NAME
    write_run(tmp_path, record(FIRST, review("a.xlsx", "aa", "W-01")))
    harm(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(SopbatchError, match=words) as raised:
        read_past(tmp_path, THIRD)
    assert FILE_NAME in str(raised.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_an_empty_file_left_by_a_killed_run_becomes_a_ledger(tmp_path: Path):
    (tmp_path / FILE_NAME).touch()
    write_run(tmp_path, record(FIRST, review("a.xlsx", "aa")))
    assert read_past(tmp_path, SECOND).first_seen == {"aa": FIRST}


@pytest.mark.parametrize("count", [0, 1, 2, TOGETHER, TOGETHER + 1])
def test_a_run_of_any_size_is_told_apart_by_all_its_rows(count: int, tmp_path: Path):
    same = record(FIRST, review("a.xlsx", "aa", *(f"W-{at}" for at in range(count))))
    whole = (same.facts, {table: tuple(told()) for table, told in rows_of(same).items()})
    assert digest_of(same, rows_of(same)) == sha256(repr(whole).encode()).hexdigest()
    write_run(tmp_path, same)
    (note,) = run_notes(tmp_path)
    text = "".join(all_rows(tmp_path, note))
    assert tells(text, note)
    assert [row[2] for row in json.loads(text)["finding"]["rows"]] == [
        f"W-{at}" for at in range(count)
    ]
    check_whole(tmp_path, (note,))
    other = tmp_path / "lain"
    other.mkdir()
    make_anew(other, (text,), ())
    assert run_notes(other) == (note,)


def test_a_ledger_that_was_found_sound_is_known_by_its_file_alone(tmp_path: Path):
    write_run(tmp_path, record(FIRST, review("a.xlsx", "aa", "W-1")))
    sound, notes = file_digest_of(tmp_path), run_notes(tmp_path)
    check_whole(tmp_path, notes, sound)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as ledger, ledger:
        ledger.execute("UPDATE finding SET code = 'W-2'")
    for known in (sound, "", "0" * 64):
        with pytest.raises(SopbatchError, match="diubah di luar sopbatch"):
            check_whole(tmp_path, notes, known)
    (tmp_path / FILE_NAME).unlink()
    for known in (sound, ""):
        with pytest.raises(SopbatchError, match="tidak ada atau kosong"):
            check_whole(tmp_path, notes, known)
