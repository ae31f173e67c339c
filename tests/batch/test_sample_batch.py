"""The weekly batch end to end on input/: what comes of every file, and what stands where."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from sopbatch.batch.products.sop_documents import DRAFTS
from sopbatch.model import PAPERS
from sopbatch.reading import Refused
from sopbatch.reading.guards import survey
from tests.batch.ledgers import everything
from tests.batch.ledgers import rows as ledger
from tests.batch.runs import digests
from tests.batch.sample_runs import SampleRun, contents
from tests.sample_batch.dirty import DIRTY
from tests.sample_batch.family import FAMILY
from tests.sample_batch.good import GOOD
from tests.sample_batch.mails import FOLDER as MAILS_IN
from tests.sample_batch.mails import MAILS
from tests.sample_batch.outcomes import EXPECTED, FORMS, SOPS, Expected
from tests.sample_batch.register import REGISTER
from tests.writing.documents.prints import printed, reader
from tests.writing.report.reports import quickly

MM = 72 / 25.4
ORIGINAL_STAYS = ("xls", "ods")
"""Formats that go back untouched, beside a freshly filled form."""


AGENCIES = {
    "BKD": "Badan Kepegawaian Daerah",
    "Diskominfo": "Dinas Komunikasi dan Informatika",
}
"""Folders in which files came whose agency is called otherwise."""
YEAR = "Laporan Monitoring dan Evaluasi SOP AP Tahun 2026.pdf"
SOP_DEPTH = 2
"""Folders above the document of an SOP; those of another form have a folder of their own."""


def places(run: SampleRun, kind: str) -> dict[str, str]:
    """Path of what was written for every file name; "" when nothing was."""
    written: dict[str, str] = dict(
        ledger(
            run.target,
            "SELECT name, path FROM receipt JOIN document USING (run, sha256)"
            f" WHERE kind = '{kind}'",
        )
    )
    return {item.name: str(written.get(item.name, "")) for item in (*SOPS, *FORMS)}


@pytest.fixture(scope="module")
def titles() -> dict[str, str]:
    """SOP code to planned title."""
    return {line.code: line.title for line in REGISTER.plan}


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_every_file_has_its_row_and_every_row_its_file(sample_run):
    sent = set(digests(sample_run.source))
    assert [item.name for item in EXPECTED] == sorted(
        sent, key=lambda name: (name.rpartition("/")[0], name)
    )
    made = {sample.name: sample for sample in (*GOOD, *DIRTY, *FAMILY, *MAILS)}
    assert sent == {*made, "daftar_induk.xlsx"}
    for item in EXPECTED:
        if sample := made.get(item.name):
            assert set(sample.codes) <= {*item.told, *item.hints}, item.name


def test_the_batch_holds_good_and_dirty_workbooks_of_every_program():
    assert sum(item.outcome == "lengkap" and not item.told for item in SOPS) >= 8
    assert sum(bool(sample.codes) for sample in DIRTY) >= 12
    assert {item.format for item in SOPS} == {"xlsx", "xls", "ods"}


@pytest.mark.parametrize("item", EXPECTED, ids=lambda item: item.name)
def test_a_file_comes_out_as_told(sample_run: SampleRun, item: Expected) -> None:
    assert format_of(sample_run.source / item.name) == item.format
    told = sample_run.of(item.name)
    if item.outcome in ("daftar induk", "logo", "diabaikan", "kiriman"):
        assert told is None
        return
    assert told is not None
    codes = [(finding["tingkat"] == "saran", finding["kode"]) for finding in told["temuan"]]
    assert {code for hint, code in codes if not hint} == set(item.told)
    assert {code for hint, code in codes if hint} >= set(item.hints)
    assert told["terbaca"] == (item.outcome != "ditolak")
    assert (told["berkas"] == item.name) == (item.outcome != "salinan")
    assert (told["galat"] > 0) == (item.outcome in ("perbaikan", "versi lama", "ditolak"))
    assert all(finding["uraian"] and finding["saran"] for finding in told["temuan"])


def format_of(path: Path) -> str:
    try:
        return str(survey(path.read_bytes()).format)
    except Refused:
        return ""


def test_each_sop_counts_by_one_file_and_has_the_status_told(sample_run):
    taken = ledger(
        sample_run.target,
        "SELECT name, sop, counted FROM submission JOIN receipt USING (run, sha256)",
    )
    assert sorted(row for row in taken if not row[0].startswith(f"{MAILS_IN}/")) == sorted(
        (item.name, item.sop, int(item.outcome != "versi lama")) for item in EXPECTED if item.sop
    )
    assert len({item.sop for item in SOPS}) == sum(item.outcome != "versi lama" for item in SOPS)
    status: dict[str, str] = dict(ledger(sample_run.target, "SELECT sop, status FROM standing"))
    assert {item.sop: item.status for item in SOPS}.items() <= status.items()
    assert {status[sop] for sop in set(status) - {item.sop for item in SOPS}} == {"Teridentifikasi"}


def test_the_closing_figures_are_the_table_counted(sample_run):
    outcomes = [item.outcome for item in EXPECTED if not item.is_form]
    assert sample_run.facts["berkas"] == {
        "dibaca": len(SOPS) + outcomes.count("ditolak"),
        "dari_arsip": 0,
        "lengkap": outcomes.count("lengkap"),
        "perlu_perbaikan": outcomes.count("perbaikan"),
        "digantikan": outcomes.count("versi lama"),
        "tidak_terbaca": outcomes.count("ditolak"),
    }
    assert sample_run.facts["kesalahan_program"] == 0
    assert sample_run.facts["gagal"] == []
    held, preview, proposed, ready, unsure = sample_run.facts["catatan"]
    assert "rekomendasi izin.xlsx dari dinkes.provinsi@gratis.example" in held
    assert "pratinjau" in preview
    assert proposed.startswith("Usulan rencana SOP: 3 judul baru di laporan/")
    assert ready == "4 konsep balasan surel siap diperiksa di folder surat."
    assert unsure.startswith("1 surel tidak dibuatkan balasan")


def test_what_lay_in_mails_is_told_one_by_one(sample_run):
    files = json.loads(next((sample_run.target / "laporan").glob("data*.json")).read_text("utf-8"))[
        "tabel"
    ]["berkas"]
    fates = {row["berkas"]: row["nasib"] for row in files if row["berkas"].startswith(MAILS_IN)}
    kind = {"xlsx": "Salinan sama", "eml": "Dibuka", "mbox": "Dibuka"}
    told = {
        "jahat.eml/daftar_induk.xlsx": "Dilewati",
        "jahat.eml/bom.zip": "Tidak diambil",
        "jahat.eml/winmail.dat": "Dibuka",
        "jahat.eml/winmail.dat/isi paket": "Tidak diambil",
        "dari outlook.eml/winmail.dat": "Dibuka",
        "orang luar.eml/rekomendasi izin.xlsx": "Ditahan",
        "kotak masuk.mbox/surel 1.eml/surel terlampir 2/SOP.zip": "Dibuka",
        "kotak masuk.mbox/surel 3.eml/isi surel": "Tidak diambil",
    }
    assert len(fates) == 25
    for name, fate in fates.items():
        wanted = kind.get(name.rpartition(".")[2], "Dilewati")
        assert fate == told.get(name.removeprefix(f"{MAILS_IN}/"), wanted), name


def test_nothing_in_the_input_is_touched(sample_run):
    assert contents(sample_run.source) == contents(sample_run.original)


def test_the_archive_holds_every_received_file_under_its_hash_and_nothing_else(sample_run):
    received = {
        digest(path): path.suffix.lower()
        for item in EXPECTED
        if item.outcome != "diabaikan"
        for path in [sample_run.source / item.name]
    }
    # Workbooks in mails lie in the input as well, but for the one that is held.
    held = ledger(sample_run.target, "SELECT DISTINCT sha256 FROM withdrawn")
    assert len(held) == 1
    received |= {str(sha): ".xlsx" for (sha,) in held}
    found = digests(sample_run.target / "arsip")
    notes = {name for name in found if name.startswith("catatan/")} | {"logo.json"}
    assert {name: sha for name, sha in found.items() if name not in notes} == {
        f"{sha[:2]}/{sha}{suffix}": sha for sha, suffix in received.items()
    }


def test_what_is_complete_has_its_document_and_nothing_else_has(sample_run, titles):
    documents = places(sample_run, "dokumen")
    complete = {item.name for item in SOPS if item.outcome == "lengkap"}
    assert {name for name, path in documents.items() if path} == complete
    units = {documents[item.name].rpartition("/")[0] for item in SOPS if documents[item.name]}
    books = {f"{unit}/Kumpulan SOP {unit.rpartition('/')[2]}.pdf" for unit in units}
    found = {f"dokumen/{name}" for name in digests(sample_run.target / "dokumen")}
    of_forms = {path for path in found if path.count("/") > SOP_DEPTH}
    folders = {path.rpartition("/")[0] for path in of_forms}
    assert len(folders) == sum(item.outcome == "lengkap" for item in FORMS)
    verified = {
        f"dokumen/{unit_of(one.plan_code)}/Berita Acara Verifikasi {titles[one.plan_code]}.pdf"
        for one in REGISTER.decisions
        if one.status == "Terverifikasi"
    }
    evidence = {path for path in found if path.endswith("/Lembar Bukti Pelayanan Publik.pdf")}
    of_sops = {documents[item.name] for item in SOPS if documents[item.name]}
    years = {f"dokumen/{YEAR}", f"dokumen/Biro Organisasi/{YEAR}"}
    assert found - of_forms - evidence == of_sops | books | verified | years


def unit_of(code: str) -> str:
    line = next(line for line in REGISTER.plan if line.code == code)
    unit = REGISTER.unit(line.unit_code)
    assert unit
    return unit.name


@pytest.mark.parametrize(
    "item", [item for item in SOPS if item.outcome == "lengkap"], ids=lambda item: item.sop
)
def test_a_document_is_f4_landscape_and_says_draf_until_ratified(sample_run, titles, item):
    data = (sample_run.target / places(sample_run, "dokumen")[item.name]).read_bytes()
    pages = reader(data).pages
    assert len(pages) >= 2
    for page in pages:
        size = (float(page.mediabox.width) / MM, float(page.mediabox.height) / MM)
        assert size == pytest.approx((PAPERS["F4"].width, PAPERS["F4"].height), abs=0.5)
        assert size == pytest.approx((330, 215), abs=0.5)
        assert ("DRAF" in page.extract_text()) == (item.status in DRAFTS)
    assert titles[item.sop] in printed(data, 1)


def returned_as(name: str) -> str:
    """Where a file goes back to its agency under its own name."""
    folder, _, own = name.rpartition("/")
    sender = folder.partition("/")[0]
    return f"dikembalikan/{AGENCIES.get(sender, sender)}/{own}"


def test_what_was_told_a_peringatan_or_worse_goes_back_unless_it_was_replaced(sample_run):
    returned = places(sample_run, "dikembalikan")
    wanted: dict[str, str] = {}
    for item in (*SOPS, *FORMS):
        copy = returned_as(item.name)
        stem = copy.rpartition(".")[0]
        if not item.told or item.outcome == "versi lama":
            assert returned[item.name] == ""
        elif item.format in ORIGINAL_STAYS:
            assert returned[item.name] == f"{stem} (formulir baru).xlsx"
            wanted[copy] = digest(sample_run.source / item.name)
        else:
            assert returned[item.name] == f"{stem}.{item.format}"
    copies = {path for path in returned.values() if path}
    held = {returned_as(item.name) for item in SOPS if item.outcome == "perbaikan"}
    previews = {f"{name.rpartition('.')[0]} (pratinjau).pdf" for name in held}
    found = digests(sample_run.target, "dikembalikan")
    others = {path: sha for path, sha in found.items() if path not in copies}
    assert {path: sha for path, sha in others.items() if path not in previews} == wanted
    assert copies <= set(found)
    assert previews <= set(others)


def test_a_marked_copy_opens_with_its_list_and_names_every_finding(sample_run):
    for name, path in places(sample_run, "dikembalikan").items():
        if not path:
            continue
        told = sample_run.of(name)
        assert told is not None
        (first, cells), *_ = quickly((sample_run.target / path).read_bytes()).items()
        assert first == "Perbaikan"
        shown = {cell for row in cells for cell in row}
        assert {finding["kode"] for finding in told["temuan"]} <= shown, name


def test_the_ledger_tells_the_same_as_the_command(sample_run):
    facts = sample_run.facts
    assert len(everything(sample_run.target)["run"]) == 1
    told_of = [*facts["temuan"], *facts["formulir_lain"]]
    names = {name for one in told_of for name in (one["berkas"], *one["salinan"])}
    assert {name for (name,) in ledger(sample_run.target, "SELECT name FROM receipt")} == names
    findings = ledger(
        sample_run.target,
        "SELECT MIN(name), code, severity, cell, sentence FROM finding"
        " JOIN receipt USING (run, sha256) GROUP BY finding.rowid",
    )
    assert sorted(findings) == sorted(
        (one["berkas"], *(told[key] for key in ("kode", "tingkat", "sel", "uraian")))
        for one in told_of
        for told in one["temuan"]
    )
    outputs: dict[str, str] = dict(ledger(sample_run.target, "SELECT path, sha256 FROM output"))
    written = digests(sample_run.target, "dokumen", "dikembalikan", "laporan", "surat")
    assert outputs == written == {path: written.get(path) for path in facts["keluaran"]}


RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}


def test_every_name_can_be_copied_to_windows(sample_run):
    paths = [path.relative_to(sample_run.target) for path in sample_run.target.rglob("*")]
    assert len({path.as_posix().casefold() for path in paths}) == len(paths)
    for path in paths:
        assert len(str(path)) <= 200
        assert not set(path.name) & set('<>:"\\|?*')
        assert path.name.isprintable()
        assert path.name == path.name.strip(" ").rstrip(".")
        assert path.name.split(".")[0].upper() not in RESERVED


@pytest.mark.parametrize("figure", ["Berkas baru", "Dikembalikan sekarang"])
def test_what_a_figure_of_the_week_says_adds_up_to_it(sample_run: SampleRun, figure: str):
    (told,) = (one for one in sample_run.facts["pekan_ini"] if one["hal"] == figure)
    parts = re.findall(r"(\d+) (?!perangkat)", told["keterangan"])
    assert sum(map(int, parts)) == told["jumlah"]
