"""Rules about the rows of the procedure table."""

import pytest

from sopbatch.model import Place, Problem
from sopbatch.rules.steps.rows import STEP_RULES
from tests import builders
from tests.rules.drawing import findings, found, table


def step(**cells: str) -> str:
    """A table whose third step says this; lanes are Staf and Kepala Biro."""
    keys = [key for key in cells if key not in ("staf", "kepala")]
    defaults = {"inputs": "Bahan", "output": "Bahan", "duration": "1 jam"}
    rows = []
    for row, (staf, kepala) in enumerate((("M", ""), ("", "P"), ("P", ""), ("", "S")), start=1):
        if row == 3:
            staf, kepala = cells.get("staf", staf), cells.get("kepala", kepala)
            said = [cells[key] for key in keys]
        else:
            said = [
                f"Menyusun bahan {row}" if k == "activity" else defaults.get(k, "") for k in keys
            ]
        rows.append(f"| {' | '.join([staf, kepala, *said])} |")
    return "\n".join([f"| {' | '.join(['Staf', 'Kepala Biro', *keys])} |", *rows])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, []),
        ({"activity": ""}, ["P-03 activity 3"]),
        ({"activity": "-"}, ["P-03 activity 3"]),
        ({"activity": "Pemeriksaan bahan"}, ["P-04 activity 3"]),
        ({"activity": "Berkas diperiksa"}, ["P-04 activity 3"]),
        ({"activity": "Rapat koordinasi"}, []),
        ({"activity": "Unggah bahan"}, []),
        ({"activity": "Berkoordinasi dengan Kepala Biro"}, []),
        ({"activity": "Menyampaikan bahan kepada Kepala Biro"}, []),
        ({"activity": "Staf menyusun bahan"}, ["P-05 activity 3"]),
        ({"activity": "Petugas loket menerima"}, ["P-05 activity 3"]),
        ({"activity": "Petugas loket"}, ["P-04 activity 3", "P-05 activity 3"]),
        ({"activity": "Memeriksa bahan oleh Kepala Biro"}, ["P-05 activity 3"]),
        ({"activity": "Memeriksa bahan oleh karena itu"}, []),
        ({"activity": "Mengetik bahan yang sudah direkap oleh Kepala Biro"}, []),
        ({"activity": "Memeriksa isian yang diberikan oleh staf"}, []),
        ({"activity": "Memeriksa isian yang dibuat oleh staf oleh Petugas"}, ["P-05 activity 3"]),
        (
            {"activity": "Kepala Biro memeriksa bahan"},
            ["P-05 activity 3", "P-09 nodes 3"],
        ),
        ({"activity": "Menyusun " + "bahan " * 70}, ["P-06 activity 3"]),
        ({"activity": "Menyusun bahan; mencetak"}, ["P-07 activity 3"]),
        ({"activity": "Menyusun dan mencetak dan mengirim"}, ["P-07 activity 3"]),
        ({"staf": ""}, ["P-08 nodes 3"]),
        ({"staf": "P", "kepala": "K"}, []),
        ({"staf": "P 2", "kepala": "S 1"}, ["P-24 nodes 3"]),
        ({"staf": "M 2, P 1"}, ["P-24 nodes 3"]),
        ({"staf": "K 1", "kepala": "K 2"}, ["P-24 nodes 3"]),
        ({"staf": "K 1", "kepala": "P 2", "yes": "4", "no_target": "1"}, ["P-25 nodes 3"]),
        ({"staf": "K 1", "kepala": "P 2", "yes": "3", "no_target": "1"}, ["P-25 nodes 3"]),
        ({"staf": "K", "kepala": "P", "yes": "4", "no_target": "1"}, []),
        ({"staf": "P", "kepala": "P"}, []),
        ({"inputs": "n/a"}, ["P-11 inputs 3"]),
        ({"output": ""}, ["P-12 output 3"]),
        ({"activity": "Menyusun bahan 2"}, []),
        ({"activity": "Menyusun bahan 2", "staf": "", "kepala": "P"}, ["P-15 activity 3"]),
        ({"activity": "Memeriksa bahan jika lengkap"}, ["P-18 activity 3"]),
        ({"activity": "Memeriksa bahan jika lengkap", "staf": "K"}, []),
        ({"inputs": "Bahan " + "x" * 110}, ["P-20 inputs 3"]),
        ({"duration": "1 hari kerja setelah seluruh bahan diterima lengkap"}, ["P-20 duration 3"]),
        ({"remark": "Lihat SOP Penanganan Aduan"}, ["P-21 remark 3"]),
        ({"remark": "Lihat SOP Penanganan Surat Keluar."}, []),
    ],
)
def test_a_step_is_told_what_it_lacks(cells: dict[str, str], expected: list[str]):
    subject = builders.sop(
        "Penyusunan Bahan",
        procedures=(table(step(**cells)),),
        relations=("SOP Penanganan Surat Keluar",),
    )
    assert found(subject, STEP_RULES) == expected


@pytest.mark.parametrize(
    ("count", "severity"),
    [(1, "galat"), (2, "peringatan"), (3, "peringatan"), (4, ""), (20, ""), (21, "peringatan")],
)
def test_a_procedure_has_four_to_twenty_steps(count: int, severity: str):
    rows = "\n".join("| P |" for _ in range(count))
    told = [f.severity.code for f in findings(f"| Staf |\n{rows}", STEP_RULES) if f.code == "P-01"]
    assert told == [severity] * bool(severity)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1 2 3 4", []),
        ("1 2 4 5", ["P-02 no 3"]),
        ("1 2 2 3", ["P-02 no 3"]),
        ("2 3 4 5", ["P-02 no 1"]),
        ("1 2 a 4", ["P-02 no 3"]),
        ("1 3 3 4", ["P-02 no 2", "P-02 no 3"]),
        ("_ _ _ _", []),
    ],
)
def test_numbers_count_from_one(numbers: str, expected: list[str]):
    rows = "\n".join(f"| {number.strip('_')} | P |" for number in numbers.split())
    told = found(f"| No | Staf |\n{rows}", STEP_RULES)
    assert [code for code in told if code.startswith("P-02")] == expected


def test_a_decision_without_output_is_only_a_warning():
    (told,) = findings(step(output="", staf="K"), STEP_RULES)
    assert (told.code, told.severity.code) == ("P-12", "peringatan")


def test_an_unknown_symbol_offers_the_nearest_one():
    problem = Problem(Place("nodes", 3, 1, 1), {"teks": "Prosess"}, "P-10")
    told = findings(step(staf="Prosess"), STEP_RULES, problems=(problem,))
    assert [(f.code, f.suggestion) for f in told] == [("P-10", "Proses")]
    assert "langkah 3" in told[0].sentence


def test_rows_that_reading_put_right_are_told():
    problems = (
        Problem(Place("nodes", 1, 1), {}, "P-16"),
        Problem(Place("activity", 2, 1), {}, "P-17"),
    )
    assert found(step(), STEP_RULES, problems=problems) == ["P-16 activity 1", "P-17 activity 2"]


@pytest.mark.parametrize(
    ("activity", "meant"),
    [
        ("Penyusunan jadwal", "Menyusun jadwal"),
        ("Persetujuan konsep surat", "Menyetujui konsep surat"),
        ("Penyusunan dan pencetakan jadwal", ""),
        ("Persetujuan atasan", ""),
        ("Pengesahan Kepala Biro", ""),
        ("Disposisi Kabag", ""),
        ("Pengesahan DPA", "Mengesahkan DPA"),
        ("Pemeriksaan awal oleh Petugas", "Melakukan pemeriksaan awal"),
        ("Penetapan panitia", "Menetapkan panitia"),
    ],
)
def test_the_verb_of_a_noun_is_proposed_where_the_noun_is_nobodys(activity: str, meant: str):
    told = findings(step(activity=activity), STEP_RULES)
    assert [f.suggestion for f in told if f.code == "P-04"] == [meant]


@pytest.mark.parametrize(
    ("activity", "doer", "meant"),
    [
        ("Mengisi formulir oleh ASN yang bersangkutan", "ASN yang bersangkutan", ""),
        ("Memeriksa bahan oleh Petugas pada Sub Bagian Umum", "Petugas pada Sub Bagian Umum", ""),
        ("Menandatangani bahan oleh Camat setelah diparaf", "Camat", ""),
        ("Mencetak bahan oleh Operator untuk rapat", "Operator", ""),
        ("Kasubag Umum setelah menerima bahan memberi arahan", "Kasubag Umum", ""),
        ("Petugas yang bertugas memeriksa bahan", "Petugas yang bertugas", "Memeriksa bahan"),
    ],
)
def test_the_name_of_a_doer_ends_where_a_clause_begins(activity: str, doer: str, meant: str):
    (told,) = (f for f in findings(step(activity=activity), STEP_RULES) if f.code == "P-05")
    assert told.suggestion == meant
    assert f"“{doer}”" in told.sentence


def test_the_symbol_in_another_lane_offers_no_name_to_paste_over_it():
    told = findings(step(activity="Kepala Biro menelaah"), STEP_RULES)
    assert [f.suggestion for f in told if f.code == "P-09"] == [""]


def test_outputs_that_nobody_uses_are_told_once_for_the_procedure():
    text = """
    | Staf | inputs      | output    |
    | M    | Permohonan  | Agenda    |
    | P    | Formulir    | Kuitansi  |
    | P    | Kuitansi    | Laporan   |
    | S    | Stempel     | Arsip     |
    """
    told = [f for f in findings(text, STEP_RULES) if f.code == "P-13"]
    assert [f.place for f in told] == [Place("output", 1)]
    assert "2 dari 3" in told[0].sentence


def test_the_last_output_belongs_to_the_title():
    last = {"inputs": "Gaji", "output": "Slip gaji", "activity": "Mencetak slip gaji"}
    text = "| Staf | activity | inputs | output |\n| S | {activity} | {inputs} | {output} |"
    subject = builders.sop("Pengujian Kendaraan", procedures=(table(text.format(**last)),))
    assert "P-14 output 1" in found(subject, STEP_RULES)
