"""Two sentences for a leader: figures come in; how far and who is late go out."""

from datetime import date

from sopbatch.model import GroupCount, share
from sopbatch.report.words import count, decimal, enumeration, long_date, percent
from sopbatch.writing.report.content import Content
from sopbatch.writing.report.text import shortened

NAMED = 3
"""Units named in a sentence; the rest is only counted."""

ALL_REVOKED = "Semua judul dalam rencana sudah dicabut, sehingga tidak ada yang terlambat."


def sentences(content: Content) -> tuple[str, str]:
    """How far, who is late."""
    return _how_far(content), _who_is_late(content)


def pace_sentence(content: Content) -> str:
    """How fast, until when, and how that stands against the deadline; "" without a pace."""
    pace = content.pace
    if pace is None or not content.planning:
        return ""
    total = content.tally.total
    if total.planned_ratified == total.planned:
        return "Semua judul yang direncanakan sudah selesai."
    over = f"selama {decimal(pace.weeks)} minggu terakhir"
    if pace.expected is None:
        return (
            f"Laju {decimal(pace.per_week)} SOP selesai per minggu {over}; tanggal selesainya "
            "rencana belum dapat diperkirakan."
        )
    return (
        f"Laju {decimal(pace.per_week)} SOP selesai per minggu {over}; dengan laju itu rencana "
        f"selesai sekitar {long_date(pace.expected)}{_against(content, pace.expected)}."
    )


def _against(content: Content, expected: date) -> str:
    deadline = content.last_deadline
    if deadline is None:
        return ""
    late = (expected - deadline).days
    if late <= 0:
        return f", sebelum tenggat terakhir {long_date(deadline)}" if late else ", tepat tenggat"
    return f", {count(late)} hari sesudah tenggat terakhir {long_date(deadline)}"


def _how_far(content: Content) -> str:
    total = content.tally.total
    if not content.tally.lines and not content.refused:
        return "Belum ada berkas SOP yang diterima dan belum ada judul dalam rencana."
    if not content.planning:
        return (
            f"{count(total.received)} SOP diterima: {count(total.complete)} lengkap, "
            f"{count(total.compiled)} tersusun, dan {count(total.ratified)} selesai."
        )
    missing = total.planned - (total.received - total.outside_plan)
    achieved = percent(share(total.planned_ratified, total.planned))
    rest = f"{count(missing)} judul belum dikirim." if missing else "semua judul sudah dikirim."
    return (
        f"Dari {count(total.planned)} judul SOP yang direncanakan, "
        f"{count(total.planned_ratified)} sudah selesai ({achieved}), "
        f"{count(total.planned_compiled)} sudah tersusun, dan "
        f"{count(total.planned_complete)} berkasnya lengkap; {rest}"
    )


def _who_is_late(content: Content) -> str:
    if not content.tally.can_count_plan:
        return (
            "Daftar induk belum ada, sehingga rencana, capaian, keterlambatan, dan perangkat "
            "daerah yang belum mengirim tidak dapat dihitung."
        )
    if not content.planning and content.tally.total.revoked:
        return ALL_REVOKED
    if not content.planning:
        return (
            "Daftar induk belum memuat rencana SOP, sehingga capaian dan keterlambatan tidak "
            "dapat dihitung."
        )
    late = sorted(
        (unit for unit in content.tally.units if unit.completion.late),
        key=lambda unit: -unit.completion.late,
    )
    if not late:
        if not any(line.deadline for line in content.tally.lines):
            return "Rencana belum memuat tenggat, sehingga keterlambatan tidak dapat dihitung."
        return "Tidak ada judul yang melewati tenggat."
    named = [f"{_name(unit)} ({count(unit.completion.late)})" for unit in late[:NAMED]]
    if len(late) > NAMED:
        named.append(f"{count(len(late) - NAMED)} perangkat daerah lain")
    return (
        f"{count(content.tally.total.late)} judul melewati tenggat dan belum selesai, yaitu pada "
        f"{enumeration(named)}."
    )


def _name(unit: GroupCount) -> str:
    return shortened(unit.unit.name, 60)
