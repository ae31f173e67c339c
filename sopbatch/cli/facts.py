"""Results as plain facts, ready to be written as JSON."""

from collections.abc import Sequence
from typing import Any

from sopbatch.batch.result import CheckResult, RunResult
from sopbatch.model import Review
from sopbatch.model.offers import to_paste


def run_facts(result: RunResult) -> dict[str, Any]:
    """What the closing table shows, and every finding."""
    total = result.tally.total
    return {
        "per_tanggal": result.as_of.isoformat(),
        "berkas": {
            "dibaca": len(result.reviews),
            "dari_arsip": result.from_archive,
            "lengkap": result.complete,
            "perlu_perbaikan": result.to_fix,
            "tidak_terbaca": result.unreadable,
            "digantikan": result.superseded,
        },
        "pekan_ini": [
            {"hal": figure.name, "jumlah": figure.number, "keterangan": figure.words}
            for figure in (result.week.figures if result.week else ())
        ],
        "sop": {
            "direncanakan": total.planned if result.tally.can_count_plan else None,
            "diterima": total.received,
            "lengkap": total.complete,
            "tersusun": total.compiled,
            "selesai": total.ratified,
            "selesai_sesuai_rencana": total.planned_ratified,
        },
        "laporan": str(result.report),
        "keluaran": list(result.outputs),
        "dilewati": _passed_over((*result.not_taken, *result.passed)),
        "gagal": list(result.failures),
        "catatan": list(result.notes),
        "turun": [
            {
                "sop": loss.sop,
                "judul": loss.title,
                "semula": loss.before,
                "menjadi": loss.after,
                "sebab": loss.reason,
            }
            for loss in result.losses
        ],
        "kesalahan_program": len(result.incidents),
        "temuan": [review_facts(review) for review in result.reviews],
        "formulir_lain": [review_facts(review) for review in result.forms],
        "kode_keluar": result.exit_code,
    }


def check_facts(result: CheckResult) -> dict[str, Any]:
    """Every file with its findings."""
    return {
        "dilewati": _passed_over((*result.not_taken, *result.passed)),
        "berkas_bertanda": [str(path) for path in result.marked],
        "gagal": list(result.failures),
        "catatan": list(result.notes),
        "kesalahan_program": list(result.incidents),
        "temuan": [review_facts(review) for review in result.reviews],
        "kode_keluar": result.exit_code,
    }


def _passed_over(not_taken: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"nama": name, "sebab": reason} for name, reason in not_taken]


def review_facts(review: Review) -> dict[str, Any]:
    """One file with its findings."""
    return {
        "berkas": review.received.name,
        "salinan": list(review.received.copies),
        "terbaca": review.reading is not None or review.is_register,
        "galat": review.errors,
        "peringatan": review.warnings,
        "temuan": [
            {
                "kode": finding.code,
                "tingkat": finding.severity.code,
                "sel": "" if finding.cell is None else str(finding.cell),
                "uraian": finding.sentence,
                "saran": finding.advice,
                "maksud": finding.suggestion,
                "menahan": finding.blocks,
            }
            for finding in to_paste(review.findings, review.reading)
        ],
    }
