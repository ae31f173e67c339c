"""Files that came by mail count when their sender speaks for the agency; others wait for a word."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from sopbatch.batch.assessing.senders import by_sender
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.result import RunResult
from sopbatch.model import Admission, Letter, Register, Review, Unit
from sopbatch.schema.register import FILE_NAME
from sopbatch.schema.statuses import ACCEPTED_ALWAYS, ACCEPTED_ONCE, REJECTED
from sopbatch.writing.templates import write_register_template
from tests.batch.inbox import files_of, put
from tests.batch.runs import AS_OF, draft_workbook, good_workbook
from tests.builders import received, refused, register, review, sop
from tests.intake.opening.parcels import mail, raw, zipped
from tests.sample_batch.register import REGISTER

DAY = date.fromisoformat(AS_OF)
NOBODY: frozenset[str] = frozenset()
KNOWN = register(
    units=(
        Unit(code="4.01.01", name="Sekretariat Daerah", email="setda@contoh.go.id"),
        Unit(
            code="4.01.01.7",
            name="Biro Organisasi",
            parent="4.01.01",
            email="Biro@Contoh.go.id; ortala@gratis.example",
        ),
        Unit(code="1.02", name="Dinas Kesehatan", email="dinkes@contoh.go.id, umum@contoh.go.id"),
        Unit(code="2.16", name="Dinas Kominfo", email="umum@contoh.go.id"),
    )
)


def by_mail(*letters: Letter | None, code: str = "4.01.01.7") -> Review:
    """A workbook of Biro Organisasi that came in these, or lay by itself (None)."""
    names = tuple(f"{number}.xlsx" for number, _ in enumerate(letters))
    file = received(
        names[0],
        copies=names[1:],
        letters=tuple(
            (name, letter) for name, letter in zip(names, letters, strict=True) if letter
        ),
    )
    told = review(sop(unit_code=code, unit_name="Biro Organisasi" if code else ""))
    assert told.submission is not None
    return replace(told, received=file, submission=replace(told.submission, received=file))


def sent(sender: str, container: str = "surel/a.eml") -> Letter:
    return Letter(container, "0" * 64, message_id="<1@x>", sender=sender)


def held(
    subject: Review,
    *admissions: Admission,
    known: frozenset[str] = NOBODY,
    told: Register = KNOWN,
) -> str:
    """The reason why it is held; "" when it goes on."""
    on, aside, _ = by_sender((subject,), replace(told, admissions=admissions), DAY, known)
    assert bool(on) is not bool(aside)
    return aside[0][1] if aside else ""


@pytest.mark.parametrize(
    ("subject", "reason"),
    [
        (by_mail(sent("biro@contoh.go.id")), ""),
        (by_mail(sent("ortala@gratis.example")), ""),
        (by_mail(sent("setda@contoh.go.id")), ""),
        (by_mail(sent("orang@gratis.example")), "orang@gratis.example tidak tercatat"),
        (by_mail(sent("biro@contoh.go.id.example")), "tidak tercatat"),
        (by_mail(sent("lain@contoh.go.id")), "tidak tercatat"),
        (by_mail(sent("")), "tidak pasti"),
        (by_mail(sent("dinkes@contoh.go.id")), "tercatat untuk Dinas Kesehatan, bukan untuk Biro"),
        (by_mail(sent("umum@contoh.go.id")), "Dinas Kesehatan dan Dinas Kominfo, bukan"),
        (by_mail(sent("biro@contoh.go.id"), code="4.01.01"), "bukan untuk Sekretariat Daerah"),
        (by_mail(sent("umum@contoh.go.id"), code="2.16"), ""),
        (by_mail(sent("umum@contoh.go.id"), code=""), ""),
        (by_mail(sent("orang@gratis.example"), code=""), "tidak tercatat"),
        (by_mail(sent("orang@gratis.example"), sent("biro@contoh.go.id")), ""),
        (by_mail(sent("orang@gratis.example"), None), ""),
        (by_mail(None), ""),
        (by_mail(Letter("kiriman.zip", "0" * 64)), ""),
        (by_mail(Letter("surel/tanpa kepala.EML", "0" * 64)), "tidak pasti"),
    ],
)
def test_the_address_speaks_for_the_agency_or_the_file_is_held(subject: Review, reason: str):
    told = held(subject)
    assert reason in told
    assert bool(reason) is bool(told)


def test_what_cannot_be_read_is_held_as_well():
    stranger = replace(refused(), received=by_mail(sent("orang@gratis.example")).received)
    known = replace(refused(), received=by_mail(sent("dinkes@contoh.go.id")).received)
    assert "tidak tercatat" in held(stranger)
    assert held(known) == ""


def test_a_register_without_addresses_holds_nothing_and_says_so():
    subject = by_mail(sent("orang@gratis.example"))
    on, aside, notes = by_sender((subject,), register(), DAY, NOBODY)
    assert (on, aside) == ((subject,), ())
    assert notes[0].startswith("Daftar induk belum memuat alamat surel")
    assert by_sender((by_mail(None),), register(), DAY, NOBODY)[2] == ()


def test_a_copy_from_a_stranger_takes_nothing_out_of_the_counts():
    subject = by_mail(sent("orang@gratis.example"))
    assert held(subject, known=frozenset({subject.received.sha256})) == ""


STRANGER = by_mail(sent("orang@gratis.example"))
NUMBER = STRANGER.received.number


def word(key: str, verdict: str, decided: date | None = None) -> Admission:
    return Admission(
        key=key, verdict=verdict, decided=decided, by="Kepala Biro", reason="sudah ditelepon", row=7
    )


@pytest.mark.parametrize(
    ("admissions", "reason"),
    [
        ((word(NUMBER.lower().replace("-", " "), ACCEPTED_ONCE),), ""),
        ((word("Orang@Gratis.example", ACCEPTED_ALWAYS),), ""),
        ((word("lain@gratis.example", ACCEPTED_ALWAYS),), "tidak tercatat"),
        ((word(NUMBER, ACCEPTED_ONCE, date(2099, 1, 1)),), "tidak tercatat"),
        ((word(NUMBER, REJECTED),), "tidak diterima menurut Kepala Biro: sudah ditelepon"),
        ((word("orang@gratis.example", REJECTED),), "tidak diterima"),
        ((word(NUMBER, REJECTED), word(NUMBER, ACCEPTED_ONCE)), ""),
        ((word("orang@gratis.example", REJECTED), word(NUMBER, ACCEPTED_ONCE)), ""),
    ],
)
def test_the_word_of_the_register_decides(admissions: tuple[Admission, ...], reason: str):
    told = held(STRANGER, *admissions)
    assert reason in told
    assert bool(reason) is bool(told)


def test_a_word_about_an_unknown_file_is_told():
    told = replace(KNOWN, admissions=(word("TT-261002-7K3QF2", ACCEPTED_ONCE),))
    _, _, notes = by_sender((STRANGER,), told, DAY, NOBODY)
    assert "baris 7" in notes[-1]


WHAT_TO_WRITE = "status Terima sekali atau Tolak, tanggal, Oleh"


def texts(workbook: Path) -> str:
    """All texts of a workbook, as they stand in its package."""
    with ZipFile(workbook) as package:
        return package.read("xl/sharedStrings.xml").decode()


def process(place: Path, *admissions: Admission) -> RunResult:
    told = replace(REGISTER, admissions=admissions)
    put(place / "masuk", {FILE_NAME: write_register_template(told)})
    return run_batch(Order(input=place / "masuk", output=place / "keluar", as_of=DAY, workers=2))


@pytest.mark.long
def test_a_held_file_reaches_nothing_until_it_is_accepted(tmp_path: Path):
    """Also when the inbox was emptied in between: the archive knows who sent it."""
    stranger = raw(mail(("baik.xlsx", good_workbook()), From="orang@luar.example"))
    put(tmp_path / "masuk", {"a.eml": stranger, "b.zip": zipped(("b.xlsx", draft_workbook()))})
    first = process(tmp_path)
    assert [one.received.name for one in first.reviews] == ["b.zip/b.xlsx"]
    (note,) = (note for note in first.notes if "1 berkas ditahan" in note)
    assert "orang@" in note
    row = files_of(tmp_path / "keluar")["a.eml/baik.xlsx"]
    assert (row["nasib"], row["pengirim"]) == ("Ditahan", "orang@luar.example")
    assert any(WHAT_TO_WRITE in texts(path) for path in (tmp_path / "keluar").rglob("*.xlsx"))
    written = {path.suffix for path in (tmp_path / "keluar").rglob("*.*") if "surat" in str(path)}
    assert written == set()
    (tmp_path / "masuk" / "a.eml").unlink()
    assert len(process(tmp_path).reviews) == 1
    number = row["tanda_terima"]
    accepted = process(tmp_path, word(number, ACCEPTED_ONCE, DAY))
    assert len(accepted.reviews) == 2
    assert files_of(tmp_path / "keluar")["a.eml/baik.xlsx"]["nasib"] == "Dihitung"
    assert len(process(tmp_path).reviews) == 2, "what counted once stays"
    assert len(process(tmp_path, word(number, REJECTED, DAY)).reviews) == 1
