"""Other rule settings are tried on the files at hand, and nothing is written."""

import pytest

from sopbatch.batch.commands.simulate import rule_setting
from sopbatch.model import RuleSetting, Severity, SopbatchError
from tests.batch.runs import AS_OF, OFFICE, digests, write_batch
from tests.cli.typed import typed, typed_run
from tests.sample_batch.making import filled, sample


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """A small batch that was processed once, and what was found in it."""
    root = tmp_path_factory.mktemp("coba")
    source = write_batch(root / "input")
    (source / "Biro" / "per berkas.xlsx").write_bytes(filled(sample("AK-03"))(OFFICE))
    return source, root / "output", typed_run(source, root / "output", "--json").facts["temuan"]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("I-06=galat", RuleSetting("I-06", Severity.ERROR)),
        ("I-06=harus  Diperbaiki", RuleSetting("I-06", Severity.ERROR)),
        (" s-02 = Saran ", RuleSetting("S-02", Severity.INFO)),
        ("W-05=tidak  diperiksa", RuleSetting("W-05", off=True)),
    ],
)
def test_settings_are_written_in_a_word(text, setting):
    assert rule_setting(text) == setting


@pytest.mark.parametrize("text", ["", "I-06", "I-06=", "I-06=berat", "=galat", "Q-99=galat"])
def test_what_is_no_setting_is_told(text):
    with pytest.raises(SopbatchError, match=r"tidak (dikenali|dikenal)"):
        rule_setting(text)


@pytest.mark.long
def test_a_milder_rule_frees_whom_it_held_back(folders):
    _, output, found = folders
    (faulty,) = (file for file in found if file["berkas"] == "Biro/dua mulai.xlsx")
    codes = sorted({finding["kode"] for finding in faulty["temuan"] if finding["menahan"]})
    before = digests(output)
    milder = (f"{code}=peringatan" for code in codes)
    facts = typed("simulate", *milder, "--keluaran", output, "--json").facts
    assert facts["lengkap_nanti"] == facts["lengkap_sekarang"] + 1
    (change,) = facts["perubahan"]
    assert change["berkas"] == "Biro/dua mulai.xlsx"
    assert (change["tertahan"], change["aturan"]) == (False, codes)
    assert digests(output) == before


@pytest.mark.long
def test_a_stricter_rule_tells_whom_it_would_hold_back(folders):
    source, output, found = folders
    free = next(file for file in found if file["terbaca"] and not file["galat"] and file["temuan"])
    code = free["temuan"][0]["kode"]
    words = ("--masukan", source, "--keluaran", output, "--per-tanggal", AS_OF)
    ran = typed("simulate", f"{code}=galat", *words, "--json")
    assert ran.code == 0
    told = {change["berkas"]: change for change in ran.facts["perubahan"]}
    assert told[free["berkas"]]["tertahan"]
    assert told[free["berkas"]]["aturan"] == [code]


@pytest.mark.long
def test_a_rule_that_changes_nothing_says_so(folders):
    ran = typed("simulate", "X-12=saran", "--keluaran", folders[1])
    assert (
        "0 berkas menjadi tidak lengkap dan 0 menjadi lengkap; berkas lengkap 3 menjadi 3 dari"
        in ran.out
    )


def test_without_a_report_the_folder_must_be_named(tmp_path):
    told = typed("simulate", "I-06=galat", "--keluaran", tmp_path).mistake
    assert "--masukan" in told
