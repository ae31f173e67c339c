"""Drafts laid into the mailbox are unsent mails there, each once, whatever becomes of the line."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from sopbatch.batch.commands.put_drafts import put_drafts
from sopbatch.batch.commands.send import Sent
from sopbatch.batch.commands.waiting import Mailing, plan_of
from sopbatch.mail import Account
from sopbatch.model import SopbatchError
from tests.cli.typed import typed
from tests.mail.dovecot import Breaking, Server
from tests.mail.drafts import output

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ADDRESS = "ortala@contoh.go.id"


def put(place: Path, account: Account, where: str = "") -> Sent:
    mailing = Mailing(account, ADDRESS, "Biro Organisasi, Setda")
    return put_drafts(place, plan_of(place, mailing), mailing, where, lambda: NOW)


def lying(server: Server, folder: str = "Drafts") -> list[EmailMessage]:
    """Mails of a folder of the server, by addressee."""
    box = server.inbox / folder
    paths = [path for part in ("cur", "new") for path in (box / part).iterdir()]
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in paths]
    return sorted(mails, key=lambda mail: str(mail["To"]))


def test_a_draft_is_an_unsent_mail_of_the_mailbox(server: Server, tmp_path: Path):
    server.put(folder="Drafts")
    place = output(tmp_path, 3)
    done = put(place, server.account())
    assert (len(done.taken), done.exit_code) == (3, 0)
    assert all(name.endswith(":2,DS") for name in server.names("Drafts"))
    mail = lying(server)[0]
    assert mail["To"].addresses[0].addr_spec == "dinas0@contoh.go.id"
    assert mail["From"].addresses[0].addr_spec == ADDRESS
    assert mail["In-Reply-To"] == "<0@contoh.go.id>"
    assert mail["X-Unsent"] is None
    (part,) = mail.iter_attachments()
    assert (part.get_filename(), part.get_content()) == ("Berkas – é.xlsx", b".\r\n..\n.x")


def test_it_is_laid_there_once_and_not_sent_besides(server: Server, tmp_path: Path):
    server.put(folder="Drafts")
    place = output(tmp_path, 2)
    put(place, server.account())
    assert put(place, server.account()).taken == ()
    plan = plan_of(place, Mailing(server.account(), ADDRESS))
    assert (plan.ready, len(plan.among_drafts)) == ((), 2)
    assert len(lying(server)) == 2


@pytest.mark.few(1)
@pytest.mark.parametrize("after", [900, 2600, 2900, 3200])
def test_a_line_that_breaks_lays_none_twice_and_forgets_none(
    server: Server, tmp_path: Path, after: int
):
    """Before anybody logged in, and while one after another is laid there."""
    server.put(folder="Drafts")
    place = output(tmp_path, 12)
    line = Breaking(server.port, [after])
    try:
        put(place, server.account(line.port), "Drafts")
    finally:
        line.close()
    assert line.broken == 1
    put(place, server.account())
    assert sorted(mail["To"].addresses[0].username for mail in lying(server)) == sorted(
        f"dinas{number}" for number in range(12)
    )


def test_another_folder_can_be_named(server: Server, tmp_path: Path):
    server.put(folder="Konsep Ölah")
    with pytest.raises(SopbatchError, match="--folder-konsep"):
        put(output(tmp_path, 1), server.account())
    server.put(folder="Menunggu kirim")
    assert len(put(tmp_path, server.account(), "Menunggu kirim").taken) == 1
    assert len(lying(server, "Menunggu kirim")) == 1


def test_the_command_says_where_they_lie(told: Server, tmp_path: Path):
    told.put(folder="Drafts")
    place = output(tmp_path, 2)
    ran = typed("send", place, "--ke-konsep", "--ya", "--dari-alamat", ADDRESS)
    assert (ran.code, len(lying(told))) == (0, 2), ran
    assert "Tersimpan di folder konsep: 2 surel" in ran.out
    again = typed("send", place, "--ya", "--dari-alamat", ADDRESS)
    assert "Sudah di folder konsep kotak surat: 2 surel; kirimkan dari sana." in again.out
