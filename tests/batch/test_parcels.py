"""Mails and archives in the input: what lay in them counts, and what is told of the rest."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from sopbatch.schema.register import FILE_NAME
from tests.batch.inbox import PDF, files_of, put
from tests.batch.runs import (
    command,
    digests,
    draft_workbook,
    faulty_workbook,
    good_workbook,
    register_workbook,
    run,
    seen,
)
from tests.intake.opening.parcels import mail, raw, zipped
from tests.once import made_once

pytestmark = pytest.mark.long

SENDER = "organisasi@contoh.example"
LOCKED = zipped(("a.xlsx", b"x")).replace(b"\x14\3\x14\0\0", b"\x14\3\x14\0\1")


def other_register() -> bytes:
    """The register packed anew: other bytes that say the same."""
    with ZipFile(BytesIO(register_workbook())) as package:
        return zipped(*((name, package.read(name)) for name in package.namelist()))


def parcels() -> dict[str, bytes]:
    """A register by itself, and everything else within something."""
    broken = b"From: x@y.id\nContent-Type: multipart/mixed\n\nUEsDBBQ"
    return {
        FILE_NAME: register_workbook(),
        "Biro/baik.xlsx": good_workbook(),
        "dinkes.eml": raw(
            mail(("dua mulai.xlsx", faulty_workbook()), ("surat.pdf", PDF), From=SENDER)
        ),
        "jahat.eml": raw(mail((FILE_NAME, other_register()), From="jahat@y.id")),
        "kotak.mbox": b"From a Mon Oct  5 2026\n"
        + raw(mail(("baik lagi.xlsx", good_workbook()), From=SENDER)),
        "rusak.eml": broken,
        "semua.zip": zipped(("Biro/uji coba.xlsx", draft_workbook()), ("terkunci.zip", LOCKED)),
    }


@pytest.fixture(scope="session")
def opened_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Input and output of a run on mails and archives; never changed by a test."""

    def make(folder: Path) -> None:
        put(folder / "masuk", parcels())
        ran = run(folder / "masuk", folder / "keluar", "--json")
        assert ran.code == 1, ran
        (folder / "cetak.json").write_text(ran.out, "utf-8")

    return made_once(tmp_path_factory, "kiriman", make)


def test_everything_that_came_has_a_fate(opened_run: Path):
    files = files_of(opened_run / "keluar")
    assert {name: row["nasib"] for name, row in files.items()} == {
        FILE_NAME: "Daftar induk",
        "Biro/baik.xlsx": "Dihitung",
        "dinkes.eml": "Dibuka",
        "dinkes.eml/dua mulai.xlsx": "Dihitung",
        "dinkes.eml/surat.pdf": "Dilewati",
        "jahat.eml": "Dibuka",
        f"jahat.eml/{FILE_NAME}": "Dilewati",
        "kotak.mbox": "Dibuka",
        "kotak.mbox/surel 1.eml": "Dibuka",
        "kotak.mbox/surel 1.eml/baik lagi.xlsx": "Salinan sama",
        "rusak.eml": "Dibuka",
        "rusak.eml/isi surel": "Tidak diambil",
        "semua.zip": "Dibuka",
        "semua.zip/Biro/uji coba.xlsx": "Dihitung",
        "semua.zip/terkunci.zip": "Dibuka",
        "semua.zip/terkunci.zip/a.xlsx": "Tidak diambil",
    }


@pytest.mark.parametrize(
    "name",
    ["dinkes.eml/dua mulai.xlsx", "dinkes.eml/surat.pdf", "kotak.mbox/surel 1.eml/baik lagi.xlsx"],
)
def test_the_sender_travels_into_the_data(opened_run: Path, name: str):
    row = files_of(opened_run / "keluar")[name]
    told = (row["pengirim"], row["tanggal_surel"], row["perihal"], row["id_surel"], row["kiriman"])
    assert told == (SENDER, "2026-10-05", "SOP", "<1@x.id>", name.partition("/")[0])


def test_the_archive_keeps_the_parcel_and_what_lay_in_it_once(opened_run: Path):
    kept = set(digests(opened_run / "keluar" / "arsip").values())
    assert set(digests(opened_run / "masuk").values()) <= kept
    assert len(list((opened_run / "keluar" / "arsip").glob("*/*.eml"))) == 3


def test_the_same_again_and_from_the_archive_alone(opened_run: Path, tmp_path: Path):
    """Twice, then with an empty inbox: the figures and the senders stay."""
    source, target = put(tmp_path / "masuk", parcels()), tmp_path / "keluar"
    for _ in range(2):
        assert run(source, target).code == 1
        assert seen(target) == seen(opened_run / "keluar")
    for path in source.rglob("*.*"):
        path.unlink()
    assert run(source, target).code == 1
    files = files_of(target)
    assert files["dinkes.eml/dua mulai.xlsx"]["pengirim"] == SENDER
    assert files["dinkes.eml/dua mulai.xlsx"]["asal"] == "arsip"
    assert {row["nasib"] for row in files.values()} == {"Daftar induk", "Dihitung", "Salinan sama"}
    rebuilt = command("report", target, "--minggu", "2026-W47")
    assert rebuilt.code == 0, rebuilt


def test_a_register_that_was_mailed_never_holds(tmp_path: Path):
    """Not even where there is no other one."""
    source = put(tmp_path / "masuk", {"jahat.eml": parcels()["jahat.eml"]})
    put(source, {"Biro/baik.xlsx": good_workbook()})
    ran = run(source, tmp_path / "keluar", "--json")
    assert ran.facts["sop"]["direncanakan"] is None
    assert ran.facts["dilewati"] == [
        {"nama": f"jahat.eml/{FILE_NAME}", "sebab": "daftar induk lain, bukan yang dipakai"}
    ]


def test_a_mail_is_checked_and_its_workbook_marked_beside_it(tmp_path: Path):
    put(tmp_path, {"dinkes.eml": parcels()["dinkes.eml"]})
    ran = command("check", tmp_path / "dinkes.eml", "--tandai", "--json")
    (file,) = ran.facts["temuan"]
    assert file["berkas"].endswith("dinkes.eml/dua mulai.xlsx")
    assert (tmp_path / "dua mulai (bertanda).xlsx").is_file()
