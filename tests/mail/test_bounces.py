"""Reports that an answer did not arrive are told, and the answer in them comes in no more."""

from pathlib import Path

import pytest

from sopbatch.batch.commands.bounces import bounce_of
from sopbatch.batch.output.tree import ARCHIVE, BOUNCES
from sopbatch.ledger import Sending, State, post
from tests.mail.dovecot import Server
from tests.mail.fetching import fetched, kept
from tests.mail.mails import mail

SENT = "<abc@contoh.go.id>"
KNOWN = {
    SENT: Sending(
        message_id=SENT,
        address="dinas@contoh.go.id",
        subject="Re: SOP",
        name="surat/a.eml",
        state=State.SENT,
        told="",
        moment="",
    )
}


def report(message_id: str = SENT, action: str = "failed", sender: str = "MAILER-DAEMON") -> bytes:
    return "\r\n".join(
        (
            f"From: Sistem <{sender}@server.contoh.go.id>",
            "Subject: Undelivered Mail",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
            "",
            "--b",
            "Content-Type: message/delivery-status",
            "",
            "Final-Recipient: rfc822; dinas@contoh.go.id",
            f"Action: {action}",
            "Diagnostic-Code: smtp; 550 kotak surat penuh",
            "",
            "--b",
            "Content-Type: message/rfc822",
            "",
            f"Message-ID: {message_id}",
            "--b--",
            "",
        )
    ).encode()


@pytest.mark.parametrize(
    ("data", "is_bounce"),
    [
        (report(), True),
        (report(sender="siapa"), True),
        (report(message_id="<lain@contoh.go.id>"), False),
        (report(action="delayed"), False),
        (report(action="delivered"), False),
        (mail(1, text=f"Menjawab {SENT}"), False),
        (b"From: postmaster@x.id\r\n\r\nGagal: " + SENT.encode(), True),
        (b"", False),
        (b"Content-Type: multipart/report" * 40_000, False),
    ],
)
def test_a_report_is_one_about_an_answer_of_ours(data: bytes, is_bounce: bool):
    assert (bounce_of(data, KNOWN) is not None) is is_bounce


def test_a_report_is_kept_apart_and_told(server: Server, tmp_path: Path):
    (tmp_path / "keluar").mkdir()
    with post(tmp_path / "keluar") as memory:
        memory.note(KNOWN[SENT])
    server.put(report(), mail(1))
    told = fetched(server, tmp_path)
    (bounce,) = told.bounces
    assert (bounce.address, bounce.reason) == ("dinas@contoh.go.id", "smtp; 550 kotak surat penuh")
    assert kept(tmp_path) == [mail(1)]
    (apart,) = (tmp_path / "keluar" / ARCHIVE / BOUNCES).iterdir()
    assert apart.read_bytes() == report()
    assert fetched(server, tmp_path, anew=True).bounces == ()
    with post(tmp_path / "keluar") as memory:
        assert len(memory.bounces()) == 1
