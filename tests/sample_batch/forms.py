"""Workbooks about SOPs of an agency as agencies send them, good ones and dirty ones."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sopbatch.batch.family.member import Issuing, unit_values
from sopbatch.batch.family.members import member_of
from sopbatch.model import CellValue, Place
from sopbatch.schema.common_fields import NO, YES
from sopbatch.schema.drafting import STEPS
from sopbatch.schema.evaluation import ASKED, KEEP, REVISE, REVOKE
from sopbatch.schema.monitoring import BADLY, DONE, METHODS, PRINCIPLES, WELL
from tests.sample_batch.files import SampleFile
from tests.sample_batch.making import Make, form_filled
from tests.sample_batch.register import BUREAU, COMMUNICATION, HEALTH, REGISTER

Row = Mapping[str, CellValue]
Head = Mapping[str, CellValue | tuple[str, ...]]
"""Fields above a table; the items of a list are a tuple."""
ALL_YES = dict.fromkeys(ASKED, YES)
IN_FORCE = ("TL-01", "TL-02", "TL-04", "TL-05", "TL-08", "AK-01", "KL-01", "PA-01", "PA-02",
            "PA-04", "PA-09")  # fmt: skip
"""SOPs of the bureau that are in force on the day of the sample."""
SLOW = "Verifikasi memakan waktu dua kali lebih lama daripada yang tertulis."


def of_unit(code: str) -> dict[Place, CellValue]:
    """What the register tells of an agency, for the head of any form."""
    unit = REGISTER.unit(code)
    assert unit
    return dict(unit_values(Issuing(unit=unit, register=REGISTER, as_of=date(2026, 11, 28))))


def form(code: str, unit_code: str, head: Head, rows: Sequence[Row]) -> Make:
    """A form that the program fills, of a unit of the register."""
    member = member_of(code)
    assert member
    values = of_unit(unit_code)
    for key, value in head.items():
        if isinstance(value, tuple):
            values |= {Place(key, n): text for n, text in enumerate(value, start=1)}
        else:
            values[Place(key)] = value
    for number, row in enumerate(rows, start=1):
        values[Place("number", number)] = number
        values |= {Place(key, number): value for key, value in row.items() if value != ""}
    return form_filled(member.kind, values)


def monitored(code: str, **about: CellValue) -> Row:
    """A row of monitoring; the SOP runs well unless told otherwise."""
    told = {"title": title(code), "nature": "Administratif", "method": METHODS[0]}
    return {**told, "verdict": WELL, **about}


def evaluated(code: str, **about: CellValue) -> Row:
    """A row of evaluation; all is well unless told otherwise."""
    return {"title": title(code), **ALL_YES, "conclusion": KEEP, **about}


def title(code: str) -> str:
    """The planned title of a code."""
    return next(line.title for line in REGISTER.plan if line.code == code)


def drafted(code: str, steps: int) -> Row:
    """A row of the steps of drafting, two weeks apart, as far as so many of them."""
    done: dict[str, CellValue] = {}
    for place, step in enumerate(STEPS[:steps]):
        done[step.day_key] = date(2026, 8, 3) + timedelta(14 * place)
        done[step.by_key] = "Dewi Anggraini, S.E."
    return {"title": title(code), **done}


def monitoring(unit_code: str, assessor: str, position: str, rows: Sequence[Row]) -> Make:
    """Monitoring of the second half of 2026."""
    head: Row = {"year": 2026, "semester": "II", "assessed": date(2026, 11, 13)}
    head = {**head, "assessor": assessor, "assessor_position": position}
    principles = dict.fromkeys((key for key, *_ in PRINCIPLES), DONE)
    return form("MONITORING", unit_code, {**principles, **head}, rows)


def evaluation(unit_code: str, assessor: str, position: str, rows: Sequence[Row]) -> Make:
    """Evaluation of 2026."""
    head: Row = {"year": 2026, "assessed": date(2026, 11, 16), "assessor": assessor,
                 "assessor_position": position}  # fmt: skip
    return form("EVALUASI", unit_code, head, rows)


BADLY_RUN = monitored("TL-02", verdict=BADLY, notes=SLOW,
                      action="Sesuaikan waktu langkah 4 pada revisi berikutnya.")  # fmt: skip
TO_REVISE = evaluated("TL-08", easy=NO, solves=NO, conclusion=REVISE,
                      notes="Penjurian belum sesuai dengan pedoman tahun ini.")  # fmt: skip
TO_END = evaluated("PA-09", raises=NO, serves=NO, joins=NO, conclusion=REVOKE,
                   notes="Digabung dengan SOP Penilaian Kelompok Budaya Kerja.")  # fmt: skip
OWN = {"TL-02": BADLY_RUN}
ENDS = {"TL-08": TO_REVISE, "PA-09": TO_END}

FORMS: tuple[SampleFile, ...] = (
    SampleFile("Biro Organisasi/monitoring semester II.xlsx",
               monitoring(BUREAU, "Rahmawati Noor, S.Sos.", "Kepala Bagian Ketatalaksanaan",
                          [OWN.get(code, monitored(code)) for code in IN_FORCE]),
               "lengkap", story="satu SOP tidak berjalan dengan baik"),
    SampleFile("Biro Organisasi/evaluasi 2026.xlsx",
               evaluation(BUREAU, "Rahmawati Noor, S.Sos.", "Kepala Bagian Ketatalaksanaan",
                          [ENDS.get(code, evaluated(code)) for code in IN_FORCE]),
               "lengkap", story="satu direvisi, satu dicabut"),
    SampleFile("Biro Organisasi/tahap penyusunan.xlsx",
               form("PENYUSUNAN", BUREAU,
                    {"as_of": date(2026, 11, 13), "reporter": "Rahmawati Noor, S.Sos."},
                    [drafted("TL-06", 3), drafted("TL-10", 2), drafted("AK-09", 5)]),
               "lengkap", story="tiga SOP yang belum dikirim"),
    SampleFile("Dinas Kesehatan/monev sop.xlsx",
               monitoring(HEALTH, "Ani Wijaya, S.K.M.", "Kepala Subbagian Umum",
                          [monitored("DK-01", verdict=BADLY),
                           {**monitored("DK-02"), "title": "Pelayanan Ambulans Gawat Darurat"}]),
               "perbaikan", ("M-03", "M-10"), "tanpa tindakan, dan satu SOP tidak dikenal"),
    SampleFile("Dinas Kesehatan/progres sop.xlsx",
               form("PENYUSUNAN", HEALTH, {"as_of": date(2026, 11, 13), "reporter": "Ani Wijaya"},
                    [{**drafted("DK-04", 4), "discussed_on": "", "second_on": date(2026, 1, 5)}]),
               "lengkap", ("T-01", "T-02"), "validasi kedua sebelum pertama, tanpa pembahasan"),
    SampleFile("Diskominfo/evaluasi sop.xlsx",
               evaluation(COMMUNICATION, "Budi Santoso, S.Kom.", "Sekretaris Dinas",
                          [evaluated("KI-01", clear="", easy=""),
                           evaluated("KI-02", clear=NO, easy=NO),
                           {"title": title("KI-01")}]),
               "perbaikan", ("K-01", "M-04", "M-05", "M-08"),
               "jawaban belum lengkap, dan satu SOP tercantum dua kali"),
)  # fmt: skip
