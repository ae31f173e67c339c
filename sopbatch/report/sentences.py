"""Sentences for a leader: figures come in; how far, who is late and how fast it goes go out."""

from sopbatch.model import GroupCount, share
from sopbatch.report.content import Content
from sopbatch.report.pace import pace_sentence, plan_sentence
from sopbatch.text.plain import seen
from sopbatch.text.shortening import one_line
from sopbatch.text.words import count, enumeration, percent

NAMED = 3
"""Units named in a sentence; the rest is only counted."""

ALL_REVOKED = "Semua judul dalam rencana sudah dicabut, sehingga tidak ada yang terlambat."


def sentences(content: Content) -> tuple[str, str]:
    """How far, who is late."""
    return _how_far(content), _who_is_late(content)


def how_fast(content: Content) -> str:
    """What is needed and was done a week, and what became of the plan; "" without a plan."""
    if not content.planning:
        return ""
    pace, total = content.pace, content.tally.total
    needed = pace_sentence(pace, total, content.as_of, content.last_deadline)
    return f"{needed} {plan_sentence(pace)}".strip()


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
    rest = f"{count(missing)} SOP belum dikirim." if missing else "Semua SOP sudah dikirim."
    if not total.planned_complete:
        return f"Dari {count(total.planned)} SOP yang direncanakan, belum ada yang lengkap. {rest}"
    compiled = f"di antaranya {count(total.planned_compiled)} sudah tersusun"
    if not total.planned_compiled:
        compiled = "belum ada yang tersusun"
    elif not total.planned_ratified:
        compiled += ", dan belum ada yang selesai"
    else:
        ratified = count(total.planned_ratified)
        compiled += f", dan {ratified} dari jumlah itu sudah selesai ({achieved})"
    return (
        f"Dari {count(total.planned)} SOP yang direncanakan, {count(total.planned_complete)} "
        f"lengkap; {compiled}. {rest}"
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
        return f"Tidak ada SOP yang melewati tenggat{_coming(content, '; {} SOP')}."
    named = [f"{_name(unit)} ({count(unit.completion.late)})" for unit in late[:NAMED]]
    if len(late) > NAMED:
        named.append(f"{count(len(late) - NAMED)} perangkat daerah lain")
    return (
        f"{count(content.tally.total.late)} SOP melewati tenggat dan belum selesai, yaitu pada "
        f"{enumeration(named)}{_coming(content, '; {} SOP lagi')}."
    )


def _coming(content: Content, words: str) -> str:
    soon = sum(unit.due_soon for unit in content.tally.units)
    return f"{words.format(count(soon))} jatuh tempo dalam 30 hari" if soon else ""


def _name(unit: GroupCount) -> str:
    return one_line(seen(unit.unit.name), 60)
