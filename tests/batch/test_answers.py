"""Each sender of mails gets one draft, and documents go to the agency's own address alone."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from sopbatch.schema.register import FILE_NAME
from tests.batch.inbox import PDF, put
from tests.batch.runs import OFFICE as OFFICE_UNIT
from tests.batch.runs import (
    digests,
    draft_workbook,
    faulty_workbook,
    good_workbook,
    register_workbook,
    run,
)
from tests.intake.opening.parcels import mail, raw
from tests.once import made_once
from tests.sample_batch.making import filled, sample

pytestmark = pytest.mark.long

OFFICE = "organisasi@contoh.example"


def sent() -> dict[str, bytes]:
    faulty = ("SOP.xlsx", faulty_workbook())
    return {
        FILE_NAME: register_workbook(),
        "1.eml": raw(mail(faulty, ("surat.pdf", PDF), From=f"Biro <{OFFICE}>", Message_ID="<1@x>")),
        "0.eml": raw(
            mail(
                ("baik.xlsx", good_workbook()),
                ("dicabut.xlsx", filled(sample("KL-02", "Dicabut"))(OFFICE_UNIT)),
                From=f"Andi <{OFFICE.upper()}>",
                Date="Tue, 6 Oct 2026 08:00:00 +0700",
                Message_ID="<2@x>",
                References="<0@x>",
            )
        ),
        "3.eml": raw(mail(("c.xlsx", draft_workbook()), From="dinkes@contoh.example")),
        "4.eml": raw(mail(("d.xlsx", faulty_workbook()), From="orang@luar.example")),
        "5.eml": raw(mail(("e.xlsx", faulty_workbook()), From="MAILER-DAEMON@contoh.example")),
        "6.eml": raw(mail(("f.xlsx", faulty_workbook()), From="a@x.id, b@x.id")),
        "7.eml": raw(mail(("surat.docx", b"{\\rtf"), From="bkd@contoh.example")),
    }


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        put(folder / "masuk", sent())
        ran = run(folder / "masuk", folder / "keluar")
        assert ran.code == 1, ran
        (folder / "cetak").write_text(ran.out, "utf-8")

    return made_once(tmp_path_factory, "surat", make)


def letter(folder: Path, name: str):
    data = (folder / "keluar" / "surat" / f"{name}.eml").read_bytes()
    return message_from_bytes(data, policy=policy.default)


def attached(message) -> list[str]:
    return [part.get_filename() for part in message.iter_attachments()]


def test_there_is_one_draft_for_each_sender(written: Path):
    assert {name for name in digests(written / "keluar" / "surat") if name.endswith(".eml")} == {
        "bkd@contoh.example.eml",
        f"{OFFICE}.eml",
        "periksa dahulu/orang@luar.example.eml",
    }


def test_both_mails_of_an_address_are_answered_at_once_what_must_be_mended_first(written: Path):
    message = letter(written, OFFICE)
    assert (message["In-Reply-To"], message["References"]) == ("<2@x>", "<0@x> <2@x>")
    text = message.get_body().get_content()
    assert text.startswith("Yth. Kepala Biro Organisasi")
    assert "Belum dapat diterima: 1 hal harus diperbaiki." in text
    assert "a) Prosedur " in text
    assert "surat.pdf: dokumen PDF" in text
    names = attached(message)
    assert names[:2] == ["SOP.xlsx", "SOP (pratinjau).pdf"]
    assert names[2].endswith(".pdf")
    copy = next(message.iter_attachments()).get_content()
    assert copy == next((written / "keluar" / "dikembalikan").rglob("*.xlsx")).read_bytes()


def test_nothing_is_to_be_mended_in_an_sop_that_is_in_use_no_more(written: Path):
    text = letter(written, OFFICE).get_body().get_content()
    told = text.partition("Berkas: dicabut.xlsx")[2].split("\n\n")[0]
    assert "Diterima. SOP ini tercatat berstatus Dicabut." in told
    assert "diperbaiki" not in told
    assert "dicabut.xlsx" not in attached(letter(written, OFFICE))


def test_an_address_gets_nothing_of_another_agency(written: Path):
    message = letter(written, "periksa dahulu/orang@luar.example")
    assert attached(message) == []
    assert "tidak tercatat untuk perangkat daerah" in message.get_body().get_content()


def test_who_sent_no_workbook_is_asked_for_one(written: Path):
    text = letter(written, "bkd@contoh.example").get_body().get_content()
    assert "Mohon kirim formulir Excel-nya" in text
    assert "surat.docx: dokumen Word" in text


def test_the_operator_hears_of_drafts_strangers_and_unsure_senders(written: Path):
    told = (written / "cetak").read_text("utf-8")
    for note in (
        "2 konsep balasan surel siap diperiksa",
        "1 konsep balasan ditujukan ke alamat yang tidak tercatat",
        "1 surel tidak dibuatkan balasan",
    ):
        assert note in " ".join(told.split()), told


def test_the_same_run_gives_the_same_letters_and_old_mails_none(written: Path, tmp_path: Path):
    source, target = put(tmp_path / "masuk", sent()), tmp_path / "keluar"
    assert run(source, target).code == 1
    assert digests(target, "surat") == digests(written / "keluar", "surat")
    assert run(source, target, "--per-tanggal", "2026-12-06").code == 0
    assert set(digests(target, "surat")) == {
        "surat/bkd@contoh.example.eml",
        "surat/bkd@contoh.example (pesan singkat).txt",
    }
