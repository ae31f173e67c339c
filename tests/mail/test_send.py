"""Each answer is sent once or told as doubtful, whatever becomes of line, server and program."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from sopbatch.batch.commands.send import Sent, send
from sopbatch.batch.commands.waiting import Mailing, plan_of
from sopbatch.ledger import Sending, State, post
from sopbatch.mail import Account
from sopbatch.mail.sending import MailFate, outbox
from sopbatch.model import SopbatchError
from sopbatch.writing.answers import AnsweredWorkbook, Attachment, draft
from tests.batch.runs import environment
from tests.mail.dovecot import SECRET
from tests.mail.drafts import answer, output
from tests.mail.smtp import TOKEN, USER, Postbox, cut, smtp_server

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postbox]:
    with smtp_server(tmp_path_factory.mktemp("smtp")) as postbox:
        yield postbox


@pytest.fixture
def server(running: Postbox) -> Postbox:
    running.mails.clear()
    running.trouble = None
    return running


def mailing(server: Postbox, **about: Any) -> Mailing:
    return Mailing(server.account(), USER, "Biro Organisasi, Setda", **about)


def sent(place: Path, server: Postbox, **about: Any) -> Sent:
    order = mailing(server, **about)
    return send(place, plan_of(place, order), order, lambda: NOW, lambda: None)


def test_answers_are_sent_once_as_they_were_drafted(server: Postbox, tmp_path: Path):
    place = output(tmp_path, 3)
    told = sent(place, server)
    assert len(told.taken) == 3
    assert told.exit_code == 0
    recipients, mail = server.mails[0]
    assert recipients == ("dinas0@contoh.go.id",)
    assert mail["X-Unsent"] is None
    assert mail["From"].addresses[0].display_name == "Biro Organisasi, Setda"
    assert mail["To"].addresses[0].display_name == "Umpeg, Dinas “Contoh”"
    assert mail["In-Reply-To"] == "<0@contoh.go.id>"
    assert mail["Subject"] == "Re: SOP – kiriman"
    assert str(mail["Message-ID"]).endswith("@contoh.go.id>")
    (part,) = mail.iter_attachments()
    assert part.get_filename() == "Berkas – é.xlsx"
    assert part.get_content() == b".\r\n..\n.x"
    again = plan_of(place, mailing(server))
    assert (again.ready, len(again.sent)) == ((), 3)
    assert sent(place, server).taken == ()
    assert len(server.mails) == 3


def test_an_answer_sent_before_its_id_bore_receipt_numbers_is_known(
    server: Postbox, tmp_path: Path
):
    place = output(tmp_path, 0)
    book = AnsweredWorkbook(
        title="Judul", file="a.xlsx", number="TT-261122-7K3QF2", verdict="Diterima."
    )
    (place / "surat" / "a.eml").write_bytes(draft(answer(0, books=(book,)), []))
    (ready,) = plan_of(place, mailing(server)).ready
    assert ready.message_id.startswith("<TT-261122-7K3QF2.")
    older = ready.message_id.replace("TT-261122-7K3QF2.", "")
    with post(place) as memory:
        memory.note(
            Sending(
                message_id=older,
                address="",
                subject="",
                name="surat/a.eml",
                state=State.SENT,
                told="",
                moment="",
            )
        )
    assert plan_of(place, mailing(server)).ready == ()


def test_the_same_answer_of_another_day_is_the_same_mail(server: Postbox, tmp_path: Path):
    place = output(tmp_path, 1)
    sent(place, server)
    other = draft(answer(0, as_of="23 November 2026"), [Attachment("Berkas – é.xlsx", b"x")])
    (place / "surat" / "dinas0.eml").write_bytes(other)
    assert plan_of(place, mailing(server)).ready == ()


@pytest.mark.parametrize(
    ("step", "word", "outcome"),
    [
        ("MAIL", "451 nanti", "left"),
        ("RCPT", "550 tidak dikenal", "refused"),
        ("RCPT", "450 nanti", "left"),
        ("DATA", "554 ditolak", "refused"),
        ("DATA", "451 nanti", "left"),
        ("MAIL", "", "left"),
        ("RCPT", "", "left"),
        ("DATA", "", "doubtful"),
        ("TAKEN", "", "doubtful"),
    ],
)
def test_every_failure_is_told_for_what_it_is(
    server: Postbox, tmp_path: Path, step: str, word: str, outcome: str
):
    """The second of three mails meets it; an empty word stands for a line that is cut."""
    place = output(tmp_path, 3)
    seen: list[str] = []

    def trouble(name: str, line: SMTP) -> str | None:
        seen.append(name)
        if name != step or seen.count("MAIL") < 2 or seen.count("MAIL") > 4:
            return None
        if len(server.mails) > 2 or (len(server.mails) == 2 and name != "TAKEN"):
            return None
        if not word:
            cut(line)
        return word or None

    server.trouble = trouble
    told = sent(place, server)
    server.trouble = None
    assert getattr(told, outcome) or len(told.taken) == 3, told
    assert len(told.taken) + len(told.refused) + len(told.doubtful) + len(told.left) == 3
    rest = sent(place, server)
    assert rest.doubtful == ()
    assert len(set(server.ids)) == len(server.ids)
    if outcome == "left":
        assert len(server.ids) == 3
    with post(place) as memory:
        states = [one.state for one in memory.sendings().values()]
    assert sorted(states).count(State.SENT) == 3 - len(told.refused) - len(told.doubtful)


def test_what_is_doubtful_is_sent_again_only_when_asked_for(server: Postbox, tmp_path: Path):
    place = output(tmp_path, 1)
    server.trouble = lambda name, line: cut(line) or "451" if name == "DATA" else None  # type: ignore[func-returns-value]
    assert len(sent(place, server).doubtful) == 1
    server.trouble = None
    assert len(plan_of(place, mailing(server)).doubtful) == 1
    assert sent(place, server).taken == ()
    assert len(sent(place, server, again=True).taken) == 1
    assert len(server.mails) == 1


SCRIPT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sopbatch.batch.commands.send import send
from sopbatch.batch.commands.waiting import Mailing, plan_of
from sopbatch.mail import Account
place, port, authority, user, secret = sys.argv[1:]
account = Account(
    host="127.0.0.1", port=int(port), user=user, secret=lambda: secret, authority=Path(authority)
)
order = Mailing(account, user)
send(Path(place), plan_of(Path(place), order), order, lambda: datetime.now(UTC), lambda: None)
"""


def killed_at(server: Postbox, place: Path, last: int) -> None:
    """The program sends, and is killed while the server hears its n-th step."""
    steps, started = 0, threading.Event()
    children: list[subprocess.Popen[bytes]] = []

    def trouble(name: str, line: SMTP) -> str | None:
        nonlocal steps
        steps += 1
        if steps == last:
            started.wait(20)
            os.kill(children[0].pid, signal.SIGKILL)
            children[0].wait()
        return None

    server.trouble = trouble
    words = (place, server.port, server.place / "authority.pem", USER, SECRET)
    children.append(
        subprocess.Popen([sys.executable, "-c", SCRIPT, *map(str, words)], env=environment())
    )
    started.set()
    assert children[0].wait(60) == -signal.SIGKILL
    server.trouble = None


@pytest.mark.long
def test_killed_at_any_point_no_answer_is_sent_twice_or_lost(server: Postbox, tmp_path: Path):
    """Thirty times: killed while the server hears a step, then gone on with."""
    chance = random.Random(7)
    count = 5
    for trial in range(30):
        place = output(tmp_path / str(trial), count)
        server.mails.clear()
        killed_at(server, place, chance.randint(1, 4 * count))
        plan = plan_of(place, mailing(server))
        told = send(place, plan, mailing(server), lambda: NOW, lambda: None)
        assert (told.refused, told.doubtful, told.left) == ((), (), ())
        ids = server.ids
        assert len(set(ids)) == len(ids), trial
        doubtful = {one.message_id for one in plan.doubtful}
        assert len(doubtful) <= 1
        assert len(set(ids) | doubtful) == count


@pytest.mark.long
def test_a_thousand_recipients_get_one_mail_each(server: Postbox, brisk: Path):
    place = output(brisk, 1000)
    assert len(sent(place, server).taken) == 1000
    assert len({to for (to,), _ in server.mails}) == 1000


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"To: a@b.id\nMessage-ID: <x@y>\nBcc: c@d.id\n", "alamat tujuan"),
        (b"To: =?utf-8?q?a=40b=2Eid=0ABcc=3A_c=40d=2Eid?=\nMessage-ID: <x@y>\n", ""),
        ("To: dinas@contöh.id\nMessage-ID: <x@y>\n".encode(), "alamat tujuan"),
        (b"To: a@b.id\n", "tanpa nomor"),
        (b"Message-ID: <x@y>\n", "alamat tujuan"),
        (b"\0\xff", ""),
        (b"", ""),
    ],
)
def test_a_draft_that_was_bent_is_not_sent(
    server: Postbox, tmp_path: Path, head: bytes, reason: str
):
    place = output(tmp_path, 0)
    (place / "surat" / "a.eml").write_bytes(head + b"Subject: x\n\nisi\n")
    plan = plan_of(place, mailing(server))
    assert plan.ready == ()
    assert reason in plan.unfit[0][1]


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ({"authority": None}, "tidak dapat dipercaya"),
        ({"host": "tidak-ada.invalid"}, "tidak ditemukan"),
        ({"user": "orang"}, "menolak pengguna"),
    ],
)
def test_a_server_that_is_not_to_be_had_is_told(
    server: Postbox, tmp_path: Path, about: dict[str, Any], sentence: str
):
    place = output(tmp_path, 1)
    order = Mailing(server.account(**about), USER)
    with pytest.raises(SopbatchError, match=sentence):
        send(place, plan_of(place, order), order, lambda: NOW, lambda: None)
    assert server.mails == []


def test_a_line_that_begins_in_the_clear_is_encrypted_before_anything_is_said(tmp_path: Path):
    place = output(tmp_path, 2)
    (tmp_path / "s").mkdir()
    with smtp_server(tmp_path / "s", starttls=True) as server:
        order = Mailing(server.account(starttls=True), USER)
        told = send(place, plan_of(place, order), order, lambda: NOW, lambda: None)
        assert (len(told.taken), len(server.mails)) == (2, 2)
        stranger = Mailing(server.account(starttls=True, authority=None), USER)
        plan = plan_of(output(tmp_path / "b", 1), stranger)
        with pytest.raises(SopbatchError, match="tidak dapat dipercaya"):
            send(tmp_path / "b", plan, stranger, lambda: NOW, lambda: None)


def test_a_server_without_encryption_gets_neither_password_nor_mail(tmp_path: Path):
    heard: list[bytes] = []
    place = output(tmp_path, 1)
    with greeting(b"220 siap\r\n", b"250 siap\r\n", heard=heard) as port:
        order = Mailing(plain_account(port, starttls=True), USER)
        with pytest.raises(SopbatchError, match="tidak menyandikan sambungan"):
            send(place, plan_of(place, order), order, lambda: NOW, lambda: None)
    assert not any(word in line.upper() for line in heard for word in (b"AUTH", b"MAIL", b"DATA"))


def test_a_token_is_said_as_providers_want_it(server: Postbox, tmp_path: Path):
    place = output(tmp_path, 1)
    server.exchange.clear()
    order = Mailing(server.account(secret=lambda: TOKEN, is_token=True), USER)
    told = send(place, plan_of(place, order), order, lambda: NOW, lambda: None)
    assert len(told.taken) == 1
    said = f"user={USER}\x01auth=Bearer {TOKEN}\x01\x01".encode()
    assert server.exchange == [said]


def test_a_token_that_is_refused_is_told(server: Postbox, tmp_path: Path):
    place = output(tmp_path, 1)
    server.exchange.clear()
    order = Mailing(server.account(secret=lambda: "usang", is_token=True), USER)
    with pytest.raises(SopbatchError, match="menolak pengguna"):
        send(place, plan_of(place, order), order, lambda: NOW, lambda: None)
    assert server.exchange[1].strip() == b""
    assert server.mails == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((b"554 tidak melayani\r\n",), "tidak melayani"),
        ((b"421 nanti\r\n",), "nanti"),
        ((b"",), "sambungan terputus"),
        ((b"bukan server surel\r\n",), ""),
        ((b"220 siap\r\n", b""), "sambungan terputus"),
        ((b"220 " + b"x" * 100_000 + b"\r\n",), ""),
    ],
    ids=["no", "later", "closed", "another server", "closed after it", "endless line"],
)
def test_a_greeting_that_fails_sends_nothing(tmp_path: Path, words: tuple[bytes, ...], told: str):
    place = output(tmp_path, 1)
    with greeting(*words) as port:
        order = Mailing(plain_account(port, starttls=True), USER)
        done = send(place, plan_of(place, order), order, lambda: NOW, lambda: None)
    assert [told in why for _, why in done.left] == [True]
    with post(place) as memory:
        assert memory.sendings() == {}


@contextmanager
def greeting(*words: bytes, heard: list[bytes] | None = None) -> Iterator[int]:
    """A server that says these words, one for each line it hears, and closes at an empty one."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            while True:
                try:
                    line, _ = door.accept()
                except OSError:
                    return
                with line, suppress(OSError):
                    for word in words:
                        if not word:
                            break
                        line.sendall(word)
                        said = line.recv(4096)
                        if heard is not None:
                            heard.append(said)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield door.getsockname()[1]
        finally:
            door.shutdown(socket.SHUT_RDWR)
            thread.join()


def plain_account(port: int, **about: Any) -> Account:
    return Account(
        host="127.0.0.1", port=port, user=USER, secret=lambda: SECRET, patience=5.0, **about
    )


def test_a_sender_that_is_no_address_sends_nothing(server: Postbox, tmp_path: Path):
    with pytest.raises(SopbatchError, match="bukan alamat surel"):
        plan_of(output(tmp_path, 1), Mailing(server.account(), "a@b.id\nBcc: c@d.id"))


def test_lines_that_begin_with_points_arrive_as_they_were_written(server: Postbox):
    lines = ["Halaman", ".", "..", ".akhir", "selesai"]
    data = b"Subject: titik\n\n" + "\n".join(lines).encode()
    with outbox(server.account()) as line:
        told = line.hand_over(USER, ["dinas@contoh.go.id"], data, lambda: None)
    assert told.fate is MailFate.TAKEN
    ((_, mail),) = server.mails
    assert mail.get_content().splitlines() == lines
