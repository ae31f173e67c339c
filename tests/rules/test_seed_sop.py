"""A procedure of 2009 in the shape real ones have: executors in the text, Start in many rows."""

from collections import Counter

from sopbatch.rules.actors.executors import ACTOR_RULES
from sopbatch.rules.flow.unusual import FLOW_RULES
from sopbatch.rules.steps.rows import STEP_RULES
from sopbatch.rules.times.durations import DURATION_RULES
from tests import builders
from tests.rules.drawing import findings, table

TABLE = """
| Penyuluh KB | Kepala UPT | Kasubbag Umum & Kepeg | Sekretaris Badan | Tim Penilai | Kepala Badan | activity | duration | output |
| Start | | | | | | Penyuluh KB menyusun usulan angka kredit | 4 jam | Usulan |
| | Start | | | | | Kepala UPT meneliti dan meneruskan usulan | 30 menit | Usulan diteliti |
| | | Start | | | | Kasubbag Umum & Kepeg menerima usulan | 10 menit | |
| | | Process | | | | Sekretaris Badan menerima usulan | 10 menit | Disposisi |
| | | | Process | | | Kepala Badan mendisposisikan usulan | 10 menit | |
| | | | Process | | | Kasubbag Umum & Kepeg menyiapkan bahan | 3 jam | |
| | | | | Decision | | Tim Penilai menilai angka kredit | 1 jam | Hasil penilaian |
| | | Process | | | | Kasubbag Umum & Kepeg menyusun draf | 2 jam | |
| | | | Decision | | | Sekretaris Badan memeriksa draf | 1 jam | Draf diparaf |
| | | | | | Process | Kepala Badan menandatangani penetapan | 20 menit | Penetapan |
| | | Process | | | | Kasubbag Umum & Kepeg menggandakan penetapan | 30 menit | Salinan |
| | | Process | | | | Kasubbag Umum & Kepeg mengirim salinan | 10 menit | Salinan terkirim |
| | Process | | | | | Kepala UPT menerima salinan | 10 menit | |
| End | | | | | | Penerimaan penetapan angka kredit | 15 menit | Penetapan diterima |
"""  # noqa: E501 - a table is read across


def _drawn() -> dict[str, list[int]]:
    """Codes found, each with the steps it was found at."""
    lines = TABLE.strip().splitlines()
    head = lines[0] + " inputs |"
    text = "\n".join([head, *(f"{line} |" for line in lines[1:])])
    subject = builders.sop(
        "Penetapan Angka Kredit bagi Penyuluh KB",
        procedures=(table(text),),
    )
    found: dict[str, list[int]] = {}
    for finding in findings(subject, (*ACTOR_RULES, *STEP_RULES, *FLOW_RULES, *DURATION_RULES)):
        found.setdefault(finding.code, []).append(finding.place.row)
    return {code: sorted(rows) for code, rows in found.items()}


def test_its_faults_are_found_where_they_are():
    found = _drawn()
    assert found["G-01"] == [2, 3]
    assert found["G-05"] == [7, 9]
    assert found["P-11"] == list(range(1, 15))
    assert found["P-12"] == [3, 5, 6, 8, 13]
    assert found["P-09"] == [4, 5, 6]
    assert found["P-05"] == list(range(1, 14))
    assert found["P-04"] == [14]


def test_nothing_else_blocks_and_its_times_add_up():
    counts = Counter({code: len(rows) for code, rows in _drawn().items()})
    assert {code for code in counts if code[0] == "W"} == set()
    assert {code for code in counts if code[0] == "G"} == {"G-01", "G-05"}
    procedure = table(TABLE)
    assert sum(step.duration.high or 0 for step in procedure.steps) == 805
    assert len(procedure.decisions) == 2
