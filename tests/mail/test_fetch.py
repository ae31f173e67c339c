"""Mails of a real IMAP server reach the input folder, each once, whatever happens to the line."""

import imaplib
import random
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sopbatch.batch.commands.fetch import DIGEST, Errand, fetch
from sopbatch.batch.order import Order
from sopbatch.ledger import POST_NAME
from sopbatch.mail import Listed, Mailbox, opened, reach
from sopbatch.model import SopbatchError
from tests.mail.dovecot import SECRET, Breaking, Server, token
from tests.mail.fetching import DAY, at_once, fetched, kept
from tests.mail.mails import mail


def test_mails_are_kept_whole_and_the_mailbox_stays_as_it_was(server: Server, tmp_path: Path):
    mails = [mail(1), mail(2), b"not quite a mail", b"\r\n"]
    server.put(*mails)
    with opened(server.account(), "INBOX"):
        before = server.names()
    told = fetched(server, tmp_path)
    assert kept(tmp_path) == sorted(mails)
    assert len(told.new) == 4
    assert server.names() == before
    assert all(name.endswith((".uji", ":2,")) for name in before)


def test_names_follow_from_the_mail_alone(server: Server, tmp_path: Path):
    server.put(mail(3, '"Umpeg, Dinas" <Dinas@Contoh.go.id>'), b"Subject: /../\r\n\r\n")
    first = fetched(server, tmp_path / "a").new
    server.empty()
    server.put(b"Subject: /../\r\n\r\n", mail(9), mail(3, '"Umpeg, Dinas" <Dinas@Contoh.go.id>'))
    assert set(first) < set(fetched(server, tmp_path / "b").new)
    known, unknown = sorted(first)
    assert known.startswith("surel/2026-09-04 dinas@contoh.go.id ")
    assert unknown.startswith("surel/tanpa tanggal ")
    assert len(unknown) == len("surel/tanpa tanggal ") + DIGEST + len(".eml")


def test_what_was_fetched_is_not_fetched_again_though_the_inbox_was_emptied(
    server: Server, tmp_path: Path
):
    server.put(mail(1))
    fetched(server, tmp_path)
    shutil.rmtree(tmp_path / "masuk" / "surel")
    server.put(mail(2))
    told = fetched(server, tmp_path)
    assert (len(told.new), told.known) == (1, 0)
    assert kept(tmp_path) == [mail(2)]
    assert len(fetched(server, tmp_path, anew=True).new) == 1
    assert kept(tmp_path) == sorted([mail(1), mail(2)])


def test_a_mailbox_numbered_anew_brings_no_mail_twice(server: Server, tmp_path: Path):
    server.put(mail(1), mail(2))
    fetched(server, tmp_path)
    server.empty()
    with opened(server.account(), "INBOX") as box:
        assert box.listed(0) == ()
    server.put(mail(2), mail(3))
    told = fetched(server, tmp_path)
    assert kept(tmp_path) == sorted([mail(1), mail(2), mail(3)])
    assert len(told.new) == 1


def test_another_mail_with_a_known_message_id_is_a_mail_of_its_own(server: Server, tmp_path: Path):
    server.put(mail(1), mail(1, "lain@contoh.com"), mail(1))
    told = fetched(server, tmp_path)
    assert (len(told.new), told.known) == (2, 1)


@pytest.mark.long
def test_a_line_that_breaks_anywhere_loses_and_doubles_nothing(
    server: Server, brisk: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sopbatch.mail.collecting.TOGETHER", 20)
    mails = [mail(number, text="x" * 900) for number in range(150)]
    server.put(*mails)
    whole = fetched(server, brisk / "tanpa putus")
    assert len(whole.new) == 150
    chance = random.Random(15)
    for trial in range(20):
        place = brisk / str(trial)
        # The first line may break before anybody is known, later ones between and within mails.
        line = Breaking(server.port, [chance.randint(1, 300_000) for _ in range(3)])
        told = fetched(server, place, line.port)
        line.close()
        assert kept(place) == sorted(mails)
        assert sorted(told.new) == sorted(whole.new)


@pytest.mark.long
def test_a_line_that_stays_dead_is_told_and_gone_on_with_later(server: Server, brisk: Path):
    mails = [mail(number, text="x" * 5000) for number in range(450)]
    server.put(*mails)
    line = Breaking(server.port, [1_400_000, 10, 10, 10, 10])
    with pytest.raises(SopbatchError, match=r"terputus.*200 surel baru sudah tersimpan"):
        fetched(server, brisk, line.port)
    line.close()
    assert len(kept(brisk)) == 200
    assert not list(brisk.rglob("*.sebagian"))
    # The same mailbox at another port is another one for the memory, but its mails are known.
    told = fetched(server, brisk)
    assert (len(told.new), told.known) == (250, 200)
    assert kept(brisk) == sorted(mails)


@pytest.mark.long
def test_a_server_that_is_killed_and_comes_back_goes_on(server: Server, tmp_path: Path):
    server.put(mail(1))
    fetched(server, tmp_path)
    server.kill()
    with pytest.raises(SopbatchError, match="menolak sambungan"):
        fetched(server, tmp_path)
    server.start()
    server.put(mail(2))
    assert len(fetched(server, tmp_path).new) == 1


@pytest.mark.long
def test_a_server_killed_anywhere_in_a_fetch_loses_and_doubles_nothing(
    server: Server, brisk: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sopbatch.mail.collecting.TOGETHER", 20)
    mails = [mail(number, text="x" * 900) for number in range(150)]
    server.put(*mails)
    chance, killed = random.Random(16), 0

    def kill() -> None:
        nonlocal killed
        killed += 1
        server.kill()
        server.start()

    for trial in range(8):
        place = brisk / str(trial)
        line = Breaking(server.port, [chance.randint(1, 200_000)], kill)
        fetched(server, place, line.port)
        line.close()
        assert kept(place) == sorted(mails)
    assert killed >= 6


def test_a_server_that_numbers_nothing_for_good_brings_no_mail_twice(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(imaplib.IMAP4, "response", lambda line, name: (name, [None]))
    server.put(folder="Selesai")
    server.put(mail(1), mail(2))
    assert len(fetched(server, tmp_path).new) == 2
    server.put(mail(3))
    told = fetched(server, tmp_path, move_to="Selesai")
    assert (len(told.new), told.known) == (1, 2)
    assert "Penomoran surel" in told.notes[0]
    assert len(server.names()) == 3


def test_nothing_is_searched_for_and_the_folder_is_opened_to_be_read_only(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Servers differ in the character sets of SEARCH and in how long its answer may be."""
    said: list[tuple[object, ...]] = []
    say = imaplib.IMAP4._command  # type: ignore[attr-defined]

    def noted(line: imaplib.IMAP4, *words: object) -> object:
        said.append(words)
        return say(line, *words)

    monkeypatch.setattr(imaplib.IMAP4, "_command", noted)
    server.put(*(mail(number) for number in range(3)))
    fetched(server, tmp_path)
    commands = {words[0] if words[0] != "UID" else words[1] for words in said}
    assert commands & {"SEARCH", "SELECT", "STORE", "MOVE", "COPY", "EXPUNGE"} == set()
    assert {"EXAMINE", "FETCH"} <= commands
    assert all("PEEK" in str(words) for words in said if "BODY" in str(words))


def test_an_access_token_opens_the_mailbox(server: Server, tmp_path: Path):
    server.put(mail(1))
    asked: list[str] = []

    def secret() -> str:
        asked.append("sekali")
        return token()

    with opened(server.account(is_token=True, secret=secret), "INBOX") as box:
        assert len(box.listed(0)) == 1
    assert asked == ["sekali"], "a token lasts an hour: each line asks for its own"


@pytest.mark.parametrize(
    "secret", [token(lasting=-30), token(key=b"kunci orang lain"), token("orang"), SECRET, "x"]
)
def test_a_token_that_is_none_is_refused(server: Server, secret: str):
    with (
        pytest.raises(SopbatchError, match="menolak pengguna “ortala”"),
        opened(server.account(is_token=True, secret=lambda: secret), "INBOX"),
    ):
        pass


def test_a_mail_removed_after_it_was_listed_is_told(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    server.put(folder="Lain")
    server.put(mail(1), mail(2), mail(3))
    listed = Mailbox.listed

    def and_then_removed(box: Mailbox, after: int) -> tuple[Listed, ...]:
        found = listed(box, after)
        with opened(server.account(), "INBOX", writable=True) as other:
            other.move([found[1].uid], "Lain")
        return found

    monkeypatch.setattr(Mailbox, "listed", and_then_removed)
    told = fetched(server, tmp_path)
    assert (len(told.new), told.gone) == (2, 1)
    assert kept(tmp_path) == sorted([mail(1), mail(3)])


def test_moving_is_done_after_all_is_kept_and_touches_no_other_mail(server: Server, tmp_path: Path):
    server.put(folder="Selesai")
    server.put(mail(1), mail(2))
    told = fetched(server, tmp_path, move_to="Selesai", flag=True)
    assert (len(told.new), told.tidied, told.notes) == (2, 2, ())
    assert server.names() == []
    assert [name[-4:] for name in server.names("Selesai")] == [":2,F", ":2,F"]
    server.put(mail(3))
    assert fetched(server, tmp_path, move_to="Selesai").tidied == 1
    assert len(server.names("Selesai")) == 3


def test_a_folder_that_is_missing_leaves_all_mails_kept(server: Server, tmp_path: Path):
    server.put(mail(1))
    told = fetched(server, tmp_path, move_to="Tidak ada")
    assert kept(tmp_path) == [mail(1)]
    assert (told.tidied, told.exit_code) == (0, 1)
    assert "belum dipindahkan" in told.notes[0]
    assert len(server.names()) == 1


@pytest.mark.long
@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ({"secret": lambda: "salah"}, "menolak pengguna “ortala”"),
        ({"authority": None}, "tidak dapat dipercaya"),
        ({"host": "localhost"}, "tidak dapat dipercaya"),
        ({"host": "tidak-ada.invalid"}, "tidak ditemukan"),
        ({"authority": Path("/tidak/ada.pem")}, "tidak dapat dibaca"),
        ({"is_token": True}, "menolak pengguna|di luar kebiasaan"),
    ],
)
def test_what_trying_again_does_not_mend_is_told_at_once(
    server: Server, tmp_path: Path, about: dict[str, Any], sentence: str
):
    order = Order(input=tmp_path / "masuk", output=tmp_path / "keluar", as_of=DAY)
    errand = Errand(account=server.account(**about))

    def never(tries: int) -> None:
        raise AssertionError(tries)

    with pytest.raises(SopbatchError, match=sentence):
        fetch(order, errand, never)


def test_a_folder_that_is_not_there_is_told(server: Server, tmp_path: Path):
    with pytest.raises(SopbatchError, match="Folder surel “Käse” tidak ada"):
        fetched(server, tmp_path, folder="Käse")


def test_a_line_that_begins_in_the_clear_is_encrypted(server: Server):
    server.put(mail(1))
    reach(server.account(server.clear, starttls=True))
    reach(server.account())
    with opened(server.account(server.clear, starttls=True), "INBOX") as box:
        assert len(box.mails([one.uid for one in box.listed(0)])) == 1


def test_a_silent_server_is_not_waited_for_endlessly(tmp_path: Path, server: Server):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        account = server.account(silent.getsockname()[1], patience=0.2)
        order = Order(input=tmp_path / "masuk", output=tmp_path / "keluar", as_of=DAY)
        with pytest.raises(SopbatchError, match="tidak menjawab"):
            fetch(order, Errand(account=account), at_once)


def test_large_mails_stay_and_are_told_each_time(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sopbatch.batch.commands.fetch.FAR_TOO_LARGE", 2000)
    server.put(mail(1), mail(2, text="x" * 900 + "\n" + "y" * 900 + "\n" + "z" * 900))
    for _ in range(2):
        told = fetched(server, tmp_path)
        assert [one.size > 2000 for one in told.large] == [True]
        assert told.exit_code == 1
    assert kept(tmp_path) == [mail(1)]


def test_mails_before_a_day_stay(server: Server, tmp_path: Path):
    server.put(mail(1), mail(2))
    told = fetched(server, tmp_path, since=date(2099, 1, 1))
    assert (told.new, told.older) == ((), 2)


@pytest.mark.long
def test_twenty_thousand_mails_are_fetched(server: Server, brisk: Path):
    count = 20_000
    server.put(*(b"Subject: %d\r\n\r\n" % number for number in range(count)))
    told = fetched(server, brisk)
    assert len(told.new) == count
    assert fetched(server, brisk).new == ()
    assert len(list((brisk / "masuk" / "surel").iterdir())) == count


def test_the_memory_of_mail_is_told_when_it_is_none(server: Server, tmp_path: Path):
    (tmp_path / "keluar").mkdir()
    (tmp_path / "keluar" / POST_NAME).write_bytes(b"x" * 5000)
    with pytest.raises(SopbatchError, match=r"Riwayat surel .* rusak"):
        fetched(server, tmp_path)
