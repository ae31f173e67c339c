"""Drafts are mails to send on for a mail program that is not ours: mutt takes them up and sends."""

import os
import shutil
import subprocess
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from sopbatch.writing.answers import Attachment, draft, reminder_draft
from tests.batch.overdue import ONE
from tests.mail.drafts import answer
from tests.there import text_of

MUTT = shutil.which("mutt")
NAMES = ("Berkas – é (2).xlsx", f"{'Nama panjang ' * 12}.pdf", "biasa.pdf")


def sent_on(data: bytes, place: Path) -> EmailMessage:
    """What leaves mutt when it is given a file as an unsent mail."""
    if MUTT is None:
        pytest.skip("mutt tidak terpasang")
    (place / "konsep.eml").write_bytes(data)
    (place / "sendmail").write_text(f"#!/bin/sh\ncat > '{place}/keluar.eml'\n")
    (place / "sendmail").chmod(0o755)
    (place / "rc").write_text(
        f'set sendmail="{place}/sendmail"\nset from="ortala@contoh.go.id"\nset charset=utf-8\n'
        "set send_charset=utf-8\nset copy=no\nset realname=Ortala\n"
    )
    subprocess.run(
        [MUTT, "-n", "-F", str(place / "rc"), "-H", str(place / "konsep.eml")],
        stdin=subprocess.DEVNULL,
        check=True,
        capture_output=True,
        timeout=60,
        env={**os.environ, "HOME": str(place), "LC_ALL": "C.UTF-8"},
    )
    return message_from_bytes((place / "keluar.eml").read_bytes(), policy=policy.default)


def test_an_answer_keeps_thread_names_text_and_attachments(tmp_path: Path):
    enclosed = [Attachment(name, bytes([number]) * 5000) for number, name in enumerate(NAMES)]
    data = draft(answer(1), enclosed)
    ours, theirs = message_from_bytes(data, policy=policy.default), sent_on(data, tmp_path)
    for header in ("To", "Subject", "In-Reply-To", "References", "Message-ID"):
        assert theirs[header] == ours[header], header
    assert theirs["To"].addresses[0].display_name == "Umpeg, Dinas “Contoh”"
    parts = [(part.get_filename(), part.get_content()) for part in theirs.iter_attachments()]
    assert parts == [(one.name, one.data) for one in enclosed]
    texts = [text_of(one).split() for one in (ours, theirs)]
    assert texts[0] == texts[1]


def test_a_reminder_reaches_all_addresses_of_an_agency(tmp_path: Path):
    theirs = sent_on(reminder_draft(ONE), tmp_path)
    assert [one.addr_spec for one in theirs["To"].addresses] == list(ONE.addresses)
    assert "Judul 89" in text_of(theirs)
