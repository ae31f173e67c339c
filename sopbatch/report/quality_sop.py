"""The eight principles of an SOP (PermenPAN-RB 35/2012), seen in what the workbook tells."""

from collections.abc import Set
from dataclasses import dataclass

from sopbatch.model import DateKind, NipKind, NumberKind, Review, Sop, SopLine, Step
from sopbatch.report.quality import Indicator, Quality, part_of, quality_of, yes

EASY = "Kemudahan dan kejelasan"
EFFICIENT = "Efisiensi dan efektivitas"
ALIGNED = "Keselarasan"
MEASURED = "Keterukuran"
DYNAMIC = "Dinamis"
USERS = "Berorientasi pada pengguna"
LAWFUL = "Kepatuhan hukum"
CERTAIN = "Kepastian hukum"
SOP_PRINCIPLES = (EASY, EFFICIENT, ALIGNED, MEASURED, DYNAMIC, USERS, LAWFUL, CERTAIN)
"""In the order of the guideline."""
SHORT_ACTIVITY = 20
"""Words of an activity that is read at a glance."""
FEW_LANES = 8


@dataclass(frozen=True, slots=True)
class JudgedSop:
    """An SOP with what was found in it, and what the report knows of it."""

    sop: Sop
    marked: Set[str]
    """Keys of fields with a finding that is more than advice."""
    marked_steps: Set[int]
    """1-based rows of steps whose activity has such a finding."""
    within_review: bool
    """In force and its day of review has not passed."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Steps of all procedures."""
        return self.sop.steps


def judged_sop(review: Review, line: SopLine) -> JudgedSop | None:
    """What of a counted workbook quality is seen in; None for one that was not read."""
    if review.submission is None:
        return None
    serious = [one for one in review.findings if one.severity.value > 1 and not one.waived]
    return JudgedSop(
        review.submission.sop,
        frozenset(one.place.key for one in serious),
        frozenset(one.place.row for one in serious if one.place.key == "activity"),
        line.within_review,
    )


def _short(of: JudgedSop) -> float | None:
    return part_of(sum(len(s.activity.split()) <= SHORT_ACTIVITY for s in of.steps), len(of.steps))


def _clear(of: JudgedSop) -> float | None:
    total = len(of.steps)
    return part_of(max(0, total - len(of.marked_steps)), total)


def _with_output(of: JudgedSop) -> float | None:
    return part_of(sum(bool(step.output.strip()) for step in of.steps), len(of.steps))


def _few_lanes(of: JudgedSop) -> float | None:
    lanes = max((len(procedure.actors) for procedure in of.sop.procedures), default=0)
    return min(1.0, FEW_LANES / lanes) if lanes else None


def _related(of: JudgedSop) -> float:
    return yes(of.sop.relations) * (0.5 if "relations" in of.marked else 1.0)


def _timed(of: JudgedSop) -> float | None:
    told = sum(step.duration.is_length for step in of.steps)
    return part_of(told, len(of.steps))


def _with_inputs(of: JudgedSop) -> float | None:
    return part_of(sum(bool(step.inputs.strip()) for step in of.steps), len(of.steps))


def _reviewed(of: JudgedSop) -> float:
    return yes(of.within_review or of.sop.review_planned.value)


def _revision(of: JudgedSop) -> float:
    return yes(of.sop.revision is not None)


def _lawful(of: JudgedSop) -> float:
    return yes(of.sop.legal_basis) * (0.5 if "legal_basis" in of.marked else 1.0)


def _evidence(of: JudgedSop) -> float:
    sop = of.sop
    held = (
        sop.number.kind is NumberKind.NUMBER,
        sop.effective.kind is DateKind.DATE,
        bool(sop.signatory_name.strip()),
        sop.signatory_nip.kind in (NipKind.VALID, NipKind.SERVICE),
    )
    return sum(held) / len(held)


SOP_INDICATORS: tuple[Indicator[JudgedSop], ...] = (
    Indicator(
        EASY,
        f"kegiatan ditulis paling banyak {SHORT_ACTIVITY} kata",
        _short,
        f"Ringkas kegiatan yang lebih dari {SHORT_ACTIVITY} kata.",
    ),
    Indicator(
        EASY,
        "kegiatan tanpa catatan perbaikan",
        _clear,
        "Perbaiki penulisan kegiatan yang bertanda pada berkas perbaikan.",
    ),
    Indicator(
        EFFICIENT,
        "setiap langkah mempunyai output",
        _with_output,
        "Tulis output langkah yang masih kosong, atau gabungkan langkahnya.",
    ),
    Indicator(
        EFFICIENT,
        f"paling banyak {FEW_LANES} pelaksana",
        _few_lanes,
        "Gabungkan pelaksana yang perannya sama.",
    ),
    Indicator(
        ALIGNED,
        "SOP lain yang terkait disebut",
        _related,
        "Sebut SOP yang terkait pada Keterkaitan, dengan Nama SOP yang dipakai SOP itu.",
    ),
    Indicator(
        MEASURED,
        "waktu setiap langkah terbaca",
        _timed,
        "Tulis waktu setiap langkah dengan angka dan satuan.",
    ),
    Indicator(
        MEASURED,
        "kelengkapan setiap langkah disebut",
        _with_inputs,
        "Tulis kelengkapan langkah yang masih kosong.",
    ),
    Indicator(
        DYNAMIC,
        "waktu peninjauan direncanakan dan belum lewat",
        _reviewed,
        "Rencanakan tanggal peninjauan, lalu tinjau sebelum hari itu.",
    ),
    Indicator(DYNAMIC, "revisi ke- tercatat", _revision, "Isi Revisi ke-; 0 untuk SOP baru."),
    Indicator(
        USERS,
        "akibat bagi pengguna disebut pada Peringatan",
        lambda of: yes(of.sop.warnings),
        "Tulis pada Peringatan apa akibatnya jika SOP tidak dijalankan.",
    ),
    Indicator(
        USERS,
        "kualifikasi pelaksana disebut",
        lambda of: yes(of.sop.qualifications),
        "Tulis kualifikasi pelaksana yang diperlukan.",
    ),
    Indicator(
        LAWFUL,
        "dasar hukum disebut dan masih berlaku",
        _lawful,
        "Lengkapi atau perbarui dasar hukumnya.",
    ),
    Indicator(
        CERTAIN,
        "nomor, tanggal efektif, pejabat, dan NIP lengkap",
        _evidence,
        "Lengkapi nomor, tanggal efektif, nama pejabat, dan NIP-nya.",
    ),
)


def sop_quality(judged: JudgedSop) -> Quality:
    """How good an SOP is by the eight principles."""
    return quality_of(judged, SOP_INDICATORS, SOP_PRINCIPLES)
