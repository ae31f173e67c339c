"""Templates for agencies: whoever is meant is found, and what somebody filled in is never lost."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from sopbatch.batch.commands.issue import Issued, issue_templates
from sopbatch.batch.commands.waiting import Mailing, plan_of
from sopbatch.batch.products import form_drafts
from sopbatch.mail import Account
from sopbatch.model import SopbatchError
from sopbatch.model.register import PlanLine, Register, Unit
from sopbatch.schema.letters import PLAIN
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.there import text_of

DAY = date(2026, 11, 22)
HEALTH = Unit(
    code="1.02",
    name="Dinas Kesehatan",
    head_position="Kepala Dinas",
    aliases=("Dinkes", "Dinas Kesehatan Kabupaten"),
)
PLANNING = Unit(
    code="5.01",
    name="Badan Perencanaan Pembangunan Daerah",
    head_position="Kepala",
    aliases=("Bappeda",),
)
ARCHIVES = Unit(code="2.24", name="Dinas Perpustakaan dan Kearsipan", head_position="Kepala Dinas")
REGISTER = Register(units=(HEALTH, PLANNING, ARCHIVES))


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("daftar induk") / FILE_NAME
    path.write_bytes(write_register_template(REGISTER))
    return path


def issued(asked: str, folder: Path, register: Path) -> Issued:
    return issue_templates(asked, folder, register, DAY, output=folder / "hasil")


@pytest.mark.few(2)
@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("1.02", HEALTH),
        (" 1.02 ", HEALTH),
        ("Dinas Kesehatan", HEALTH),
        ("dinas  kesehatan", HEALTH),
        ("DINKES", HEALTH),
        ("Bappeda", PLANNING),
        ("Dinas Perpustakaan & Kearsipan", ARCHIVES),
    ],
)
def test_an_agency_is_found_by_code_and_by_every_name(asked, unit, register, tmp_path):
    written = issued(asked, tmp_path, register).written
    assert {path.parent.name for path in written} == {unit.name}


@pytest.mark.long
def test_all_agencies_are_served_in_one_call(register, tmp_path):
    written = issued("semua", tmp_path, register).written
    assert {path.parent.name for path in written} == {unit.name for unit in REGISTER.units}


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("1.2", "; mungkin yang dimaksud 1.02 (Dinas Kesehatan)."),
        ("02.24", "; mungkin yang dimaksud 2.24 (Dinas Perpustakaan dan Kearsipan)."),
        ("Kesehatan", "; mungkin yang dimaksud 1.02 (Dinas Kesehatan)."),
        ("Dinas Kesehatn", "; mungkin yang dimaksud 1.02 (Dinas Kesehatan)."),
        ("Dinas Kebudayaan", "; periksa lembar “Perangkat Daerah”."),
        ("9.99", "; periksa lembar “Perangkat Daerah”."),
    ],
)
def test_whoever_is_not_known_is_asked_about_and_nothing_is_written(
    asked, offered, register, tmp_path
):
    with pytest.raises(SopbatchError) as refused:
        issued(asked, tmp_path, register)
    assert str(refused.value) == (
        f"Kode perangkat daerah “{asked}” tidak ada di daftar induk{offered}"
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.long
def test_a_register_without_agencies_is_told(tmp_path):
    blank = tmp_path / FILE_NAME
    blank.write_bytes(write_register_template(Register(settings=REGISTER.settings)))
    with pytest.raises(SopbatchError, match="belum memuat satu pun perangkat daerah"):
        issued("semua", tmp_path / "formulir", blank)
    assert not (tmp_path / "formulir").exists()


def test_a_file_that_was_filled_in_is_never_replaced(register, tmp_path):
    first, second, *_ = issued("semua", tmp_path, register).written
    first.write_bytes(b"sudah diisi")
    again = issued("semua", tmp_path, register)
    assert again.kept == (first,)
    assert first.read_bytes() == b"sudah diisi"
    assert second in again.written


@pytest.mark.long
def test_forms_go_out_by_mail_to_the_addresses_of_the_register(tmp_path: Path):
    health = replace(HEALTH, email="dinkes@contoh.example, umum@contoh.example")
    plan = (PlanLine(code="KS-01", unit_code="1.02", section="", title="SOP Rujukan Pasien"),)
    path = tmp_path / FILE_NAME
    path.write_bytes(write_register_template(Register(units=(health, PLANNING), plan=plan)))
    folder = tmp_path / "templat"
    given = issue_templates("semua", folder, path, DAY, output=tmp_path / "hasil", mails=True)
    draft = folder / "surat" / "Dinas Kesehatan.eml"
    assert [one for one in given.written if one.suffix == ".eml"] == [draft]
    assert "1 konsep surel siap diperiksa" in given.notes[0]
    assert "Badan Perencanaan Pembangunan Daerah" in given.notes[1], "no address is known"
    message = message_from_bytes(draft.read_bytes(), policy=policy.default)
    told = [one.addr_spec for one in message["To"].addresses]
    assert told == ["dinkes@contoh.example", "umum@contoh.example"]
    assert "1. SOP Rujukan Pasien" in text_of(message)
    enclosed = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    forms = {one.name: one.read_bytes() for one in (folder / "Dinas Kesehatan").iterdir()}
    assert enclosed == forms
    assert len(forms) == 3, "one planned title, any other one, the steps of drafting"
    again = issue_templates("semua", folder, path, DAY, output=tmp_path / "hasil", mails=True)
    assert again.kept == ()
    (ready,) = plan_of(
        folder, Mailing(Account(host="", port=0, user="", secret=str), "ortala@contoh.example")
    ).ready
    assert ready.recipients == ("dinkes@contoh.example", "umum@contoh.example")


def test_a_form_too_large_for_a_mail_is_named(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(form_drafts, "LARGEST", 10)
    register = Register(units=(replace(HEALTH, email="dinkes@contoh.example"),))
    issued = {"1.02": {"Dinas Kesehatan/a.xlsx": b"x" * 11, "Dinas Kesehatan/b.xlsx": b"PK"}}
    drafts, notes = form_drafts.form_drafts(tmp_path, issued, register, PLAIN, DAY)
    (data,) = drafts.values()
    text = text_of(message_from_bytes(data, policy=policy.default))
    assert "- a.xlsx" in text
    assert notes[1].endswith("tidak dilampirkan: a.xlsx.")
