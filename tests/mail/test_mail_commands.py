"""The commands that speak with servers, as operators and schedulers type them."""

import sys
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as Nothing

from sopbatch.cli.secrets import PASSWORD, password_of, token_from
from sopbatch.model import SopbatchError
from sopbatch.schema.register import FILE_NAME
from tests.batch.runs import draft_workbook, faulty_workbook, good_workbook, register_workbook
from tests.cli.typed import typed
from tests.intake.opening.parcels import mail, raw
from tests.mail.dovecot import SECRET, Server
from tests.mail.drafts import output
from tests.there import text_of

OFFICE = "organisasi@contoh.example"


def test_a_round_fetches_reads_and_drafts(told: Server, tmp_path: Path):
    source, target = tmp_path / "masuk", tmp_path / "keluar"
    source.mkdir()
    (source / FILE_NAME).write_bytes(register_workbook())
    told.put(raw(mail(("baik.xlsx", good_workbook()), From=f"Biro <{OFFICE}>")))
    ran = typed("round", source, target)
    assert ran.code in (0, 1), ran
    assert "Surel baru: 1" in ran.out
    assert (target / "surat" / f"{OFFICE}.eml").is_file()
    assert SECRET not in ran.out + ran.err


@pytest.mark.long
def test_a_round_sums_up_for_the_operator(
    told: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOPBATCH_SUREL_ALAMAT", "ortala@contoh.go.id")
    source, target = tmp_path / "masuk", tmp_path / "keluar"
    source.mkdir()
    (source / FILE_NAME).write_bytes(register_workbook())
    told.put(raw(mail(("baik.xlsx", good_workbook()), From=f"Biro <{OFFICE}>")))
    told.put(raw(mail(("asing.xlsx", faulty_workbook()), From="orang@luar.example")))
    ran = typed("round", source, target)
    assert "Ringkasan untuk operator siap" in " ".join(ran.out.split())
    data = (target / "surat" / "ringkasan operator.eml").read_bytes()
    message = message_from_bytes(data, policy=policy.default)
    assert message["To"] == "ortala@contoh.go.id"
    text = text_of(message)
    typed("run", source, target)
    again = (target / "surat" / "ringkasan operator.eml").read_bytes()
    assert again == data, "nothing changed since"
    (source / "baru.xlsx").write_bytes(draft_workbook())
    typed("run", source, target)
    later = message_from_bytes(
        (target / "surat" / "ringkasan operator.eml").read_bytes(), policy=policy.default
    )
    assert later["To"] == "ortala@contoh.go.id"
    assert "baru.xlsx" in text_of(later)
    for part in (
        *("- Berkas baru: ", "- Berkas ditahan: 1 (belum dihitung", "- asing.xlsx; ditahan"),
        *("- 1 konsep balasan di folder surat", "baik.xlsx; Biro Organisasi; lengkap", "laporan/"),
    ):
        assert part in text, text


def test_fetching_by_options_is_told_as_json(told: Server, tmp_path: Path):
    told.put(raw(mail()))
    ran = typed("fetch", tmp_path / "masuk", tmp_path / "keluar", "--json")
    assert (ran.code, len(ran.facts["baru"])) == (0, 1)


@pytest.mark.parametrize(
    ("gone", "sentence"),
    [
        ("SOPBATCH_IMAP_SERVER", "Server surel belum disebut"),
        ("SOPBATCH_SUREL_PENGGUNA", "Pengguna surel belum disebut"),
        (PASSWORD, "Sandi surel untuk “ortala” tidak ada"),
    ],
)
def test_what_is_missing_is_told(
    told: Server, tmp_path: Path, gone: str, sentence: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv(gone)
    ran = typed("fetch", tmp_path / "masuk", tmp_path / "keluar")
    assert sentence in ran.mistake


def test_nothing_is_sent_unasked(tmp_path: Path):
    place = output(tmp_path, 2)
    ran = typed("send", place, "--dari-alamat", "ortala@contoh.go.id")
    assert (ran.code, "Tidak ada yang dikirim" in ran.err) == (2, True)
    assert ran.out.count("Siap dikirim") == 2
    assert "periksa dahulu" not in ran.out


class Wallet(KeyringBackend):
    """A keyring of the tests' own."""

    priority = -1
    """No computer takes it for its own."""

    def get_password(self, service: str, user: str) -> str | None:
        return {("sopbatch", "ortala"): SECRET}.get((service, user))

    def set_password(self, service: str, user: str, password: str) -> None:
        raise AssertionError(user)


@pytest.fixture
def wallet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(PASSWORD, raising=False)
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.long
@pytest.mark.usefixtures("wallet")
def test_the_keyring_is_asked_when_the_environment_tells_nothing(
    told: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv(PASSWORD)
    keyring.set_keyring(Wallet())
    told.put(raw(mail()))
    ran = typed("fetch", tmp_path / "masuk", tmp_path / "keluar", "--json")
    assert (ran.code, len(ran.facts["baru"])) == (0, 1)


@pytest.mark.usefixtures("wallet")
@pytest.mark.parametrize("lacking", ["library", "backend", "password"])
def test_a_computer_without_a_keyring_says_what_to_do(
    lacking: str, monkeypatch: pytest.MonkeyPatch
):
    keyring.set_keyring(Nothing() if lacking == "backend" else Wallet())
    if lacking == "library":
        monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(SopbatchError, match="isi variabel SOPBATCH_SUREL_SANDI"):
        password_of("orang")


@pytest.mark.long
def test_passwords_are_no_option_and_stand_in_no_file(told: Server, tmp_path: Path):
    for command in ("fetch", "round", "send"):
        assert "--sandi" not in typed(command, "--help").out
        assert typed(command, "--sandi", SECRET).code == 2
    told.put(raw(mail(("baik.xlsx", good_workbook()), From=f"Biro <{OFFICE}>")))
    typed("fetch", tmp_path / "masuk", tmp_path / "keluar")
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 2
    assert not any(SECRET.encode() in data for data in files)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("print('kunci')", ""),
        ("raise SystemExit(3)", "kode 3"),
        ("print('dua', 'kata')", "bukan kunci"),
        ("pass", "bukan kunci"),
    ],
)
def test_a_token_is_one_word_of_a_command(code: str, reason: str):
    token = token_from(f'"{sys.executable}" -c "{code}"')
    if reason:
        with pytest.raises(SopbatchError, match=reason):
            token()
    else:
        assert token() == "kunci"
    with pytest.raises(SopbatchError, match="tidak dapat dijalankan"):
        token_from("/tidak/ada")()
