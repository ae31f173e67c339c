"""Late and silent agencies get a draft with their titles, when it is asked for."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from sopbatch.batch.products.reminders import asked_by, missed, state
from sopbatch.model import Decision, Settings, Unit
from sopbatch.schema.register import FILE_NAME
from sopbatch.tally import tally
from sopbatch.writing.answers import reminder_draft, reminder_short
from sopbatch.writing.templates import write_register_template
from tests.batch.inbox import put
from tests.batch.overdue import ONE
from tests.batch.runs import good_workbook, run
from tests.builders import dossier, findings, plan_line, register, review, sop
from tests.sample_batch.register import REGISTER
from tests.there import text_of

UNIT = Unit(code=plan_line("A").unit_code, name="Dinas Kesehatan")


def test_a_reminder_names_every_title_and_its_short_form_fits_a_messenger():
    message = message_from_bytes(reminder_draft(ONE), policy=policy.default)
    assert [one.addr_spec for one in message["To"].addresses] == list(ONE.addresses)
    assert message["X-Unsent"] == "1"
    text = text_of(message)
    assert all(f"{number}. Judul {number - 1} " in text for number in range(1, 91))
    letter = "surat Kepala Dinas Kesehatan nomor 065/120/Dinkes tanggal 2 Maret 2026 yang"
    assert letter in " ".join(text.split())
    alone = message_from_bytes(reminder_draft(replace(ONE, letter="")), policy=policy.default)
    assert "nomor" not in text_of(alone)
    assert len(reminder_short(ONE)) <= 700
    assert reminder_draft(ONE) == reminder_draft(ONE)


@pytest.mark.parametrize(
    ("status", "errors", "decided", "told"),
    [
        ("", 0, "", "belum dikirim"),
        ("Draf", 0, "", "masih Draf, belum diajukan"),
        ("Diajukan", 1, "", "menunggu perbaikan"),
        ("Diajukan", 0, "Perlu Perbaikan", "menunggu perbaikan"),
        ("Diajukan", 0, "Terverifikasi", "berstatus Terverifikasi, menunggu pengesahan"),
        ("Siap Disahkan", 0, "", "berstatus Siap Disahkan, menunggu pengesahan"),
        # What waits for Biro Organisasi, or for nobody, is not the agency's to finish.
        ("Diajukan", 0, "", None),
        ("Diajukan", 0, "Dalam Verifikasi", None),
        ("Diajukan", 0, "Dicabut", None),
        ("Disahkan", 0, "", None),
        ("Digantikan", 0, "", None),
    ],
)
def test_a_late_agency_is_reminded_of_what_it_has_to_do_itself(status, errors, decided, told):
    plan = plan_line("A", title="Judul A", deadline=date(2026, 9, 30))
    sent = [review(sop("Judul A", status=status), findings(errors))] if status else []
    word = Decision(plan_code="A", status=decided, decided=date(2026, 9, 5))
    known = register(units=(UNIT,), decisions=(word,) if decided else ())
    counted = tally((dossier(*sent, plan=plan),), known, date(2026, 10, 9))
    late = missed(counted.lines, UNIT, silent=False)
    assert [state(line) for line in late] == [told] * bool(told)


@pytest.mark.parametrize(
    ("day", "due", "told"),
    [
        (date(2026, 10, 9), [], "30 Oktober 2026"),
        (date(2026, 10, 9), [date(2026, 9, 30), None], "30 Oktober 2026"),
        (date(2026, 10, 30), [date(2026, 10, 30)], "30 Oktober 2026"),
        (date(2026, 10, 31), [date(2026, 9, 30)], ""),
        (date(2026, 10, 9), [date(2026, 9, 30), date(2026, 12, 31)], ""),
    ],
)
def test_nothing_is_asked_for_by_a_day_that_is_past_or_before_its_own_deadline(day, due, told):
    dossiers = tuple(
        dossier(plan=plan_line(f"A{number}", deadline=one)) for number, one in enumerate(due)
    )
    lines = tally(dossiers, register(units=(UNIT,)), day).lines
    assert asked_by(Settings(round_deadline=date(2026, 10, 30)), day, lines) == told


@pytest.mark.long
def test_a_run_drafts_reminders_when_asked(tmp_path: Path):
    health = "Surat Nomor: 065/120/Dinkes tanggal 2 Maret 2026"
    units = tuple(
        replace(unit, letter=health if unit.name == "Dinas Kesehatan" else "")
        for unit in REGISTER.units
    )
    register = write_register_template(replace(REGISTER, units=units))
    source = put(tmp_path / "masuk", {FILE_NAME: register, "a.xlsx": good_workbook()})
    folder = tmp_path / "keluar" / "surat" / "pengingat"
    told = run(source, tmp_path / "keluar", "--pengingat")
    drafts = {path.stem: path for path in folder.glob("*.eml")}
    assert "konsep pengingat" in told.out
    message = message_from_bytes(drafts["Dinas Kesehatan"].read_bytes(), policy=policy.default)
    assert message["To"].addresses[0].addr_spec == "dinkes@contoh.example"
    text = " ".join(text_of(message).split())
    assert "berikut ini belum kami terima:" in text
    assert "surat Kepala Dinas Kesehatan nomor 065/120/Dinkes tanggal 2 Maret 2026 yang" in text
    run(source, tmp_path / "keluar")
    assert not folder.exists() or not list(folder.iterdir())
