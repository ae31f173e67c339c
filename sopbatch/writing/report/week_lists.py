"""The lists of Pekan ini: the week comes in, columns and rows of each list go out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic

from sopbatch.model import DueItem
from sopbatch.report.unanswered import Unanswered
from sopbatch.report.week import (
    FAULTY,
    PASSED,
    REFUSED,
    SOON,
    UNTAKEN,
    WHOLE,
    GoesBack,
    Idle,
    NewFile,
    ToDecide,
    UnplannedSop,
    Week,
)
from sopbatch.text.words import as_sentence, begun, count, days_left
from sopbatch.writing.report.lists import file_target
from sopbatch.writing.report.page import Link, Value
from sopbatch.writing.report.received import RECEIVED, title_or_reason
from sopbatch.writing.report.table import Column, Row

WIDTHS = (19, 44, 28, 28, 13, 20, 56)
"""Of the columns that all lists share."""
LISTED = 100
"""New files listed here; all of them stand on another sheet."""
REST = "Dan {more} berkas baru lain: saring kolom Baru pada lembar " + RECEIVED + "."
TONES = {WHOLE: "green", FAULTY: "amber", REFUSED: "red", UNTAKEN: "red", PASSED: "grey"}
LONG_WAIT = 3
"""Weeks without an answer that are an alarm."""


@dataclass(frozen=True, slots=True)
class WeekList(Generic[Row]):
    """One list of the sheet."""

    title: str
    told: str
    """What to do with it."""
    columns: tuple[Column[Row], ...]
    rows: Sequence[Row]
    more: int = 0
    """Rows that stand elsewhere."""

    @property
    def rest(self) -> str:
        """Where these are."""
        return REST.format(more=count(self.more))


def blocks_of(week: Week) -> tuple[WeekList[Any], ...]:
    """All lists in the order of the week's figures; both groups of due dates are one."""
    return (
        WeekList(
            "Berkas baru",
            "Apa yang masuk, dari siapa, dan apa jadinya; yang tidak dapat diterima lebih dahulu.",
            NEW,
            week.came[:LISTED],
            max(0, len(week.came) - LISTED),
        ),
        WeekList(
            "Dikembalikan sekarang",
            "Kirim berkas perbaikan ke alamat ini; yang tanpa berkas dijawab dengan sebabnya.",
            BACK,
            week.back,
        ),
        WeekList(
            "Jatuh tempo dalam 30 hari",
            "Ingatkan perangkat daerahnya; yang sudah lewat ada pada laporan, lembar Tenggat.",
            DUE,
            (*week.soon, *week.later),
        ),
        WeekList(
            "Perlu diputuskan",
            "Tulis keputusannya di daftar induk pada lembar yang disebut, lalu jalankan lagi.",
            DECIDE,
            week.decide,
        ),
        WeekList(
            "Keputusan belum diterapkan",
            "Baris lembar Keputusan yang belum mengubah apa pun, dengan sebabnya.",
            IDLE,
            week.idle,
        ),
        WeekList(
            "Belum dijawab",
            "Sudah dikembalikan pada minggu sebelumnya dan belum dikirim lagi.",
            UNANSWERED,
            week.unanswered,
        ),
        WeekList(
            "SOP di luar rencana",
            "Kaitkan dengan judul rencana, atau tambahkan judulnya.",
            OUTSIDE,
            week.outside,
        ),
    )


def _columns(*parts: tuple[str, Callable[[Row], Value], str]) -> tuple[Column[Row], ...]:
    """Columns of the widths that all lists share."""
    return tuple(
        Column(title, width, value, kind)
        for width, (title, value, kind) in zip(WIDTHS, parts, strict=True)
    )


def _toned(
    columns: tuple[Column[Row], ...], title: str, tone: Callable[[Row], str]
) -> tuple[Column[Row], ...]:
    return tuple(replace(one, tone=tone) if one.title == title else one for one in columns)


def _copy(one: GoesBack) -> Value:
    if not one.path:
        return one.review.received.file_name
    return Link(one.path.partition("dikembalikan/")[2] or one.path, file_target(one.path))


def _mistakes(one: GoesBack) -> str:
    told = [f"{at}. {words}" for at, words in enumerate(one.mistakes.first, start=1)]
    more = [f"dan {count(one.mistakes.more)} hal lain"] if one.mistakes.more else []
    return "\n".join((*told, *more)) or "-"


def _likely(one: UnplannedSop) -> str:
    return f"{one.likely.code}: {one.likely.title}" if one.likely else "-"


NEW: tuple[Column[NewFile], ...] = _toned(
    _columns(
        ("Tanda terima", lambda one: one.row.number or "-", "word"),
        ("Berkas", lambda one: one.row.name, "text"),
        ("Perangkat daerah", lambda one: one.row.unit or "-", "text"),
        ("Pengirim", lambda one: one.row.sender or "-", "text"),
        ("Diterima", lambda one: one.row.first_seen or "-", "date"),
        ("Hasil", lambda one: one.outcome, "word"),
        ("SOP atau sebab", lambda one: title_or_reason(one.row) or "-", "text"),
    ),
    "Hasil",
    lambda one: TONES.get(one.outcome, ""),
)
BACK: tuple[Column[GoesBack], ...] = _columns(
    ("Tanda terima", lambda one: one.review.received.number or "-", "word"),
    ("Berkas dalam folder dikembalikan", _copy, "path"),
    ("Perangkat daerah", lambda one: one.unit or "-", "text"),
    ("Alamat surel", lambda one: one.address or "Belum tercatat", "text"),
    ("Diterima", lambda one: one.review.received.first_seen, "date"),
    ("Yang diperbaiki", lambda one: one.weight.replace(", ", ",\n"), "phrase"),
    ("Tiga hal pertama", _mistakes, "text"),
)
DUE: tuple[Column[DueItem], ...] = _toned(
    _columns(
        ("Kode SOP", lambda item: item.line.plan_code or "-", "word"),
        ("Nama SOP", lambda item: item.line.title, "text"),
        ("Perangkat daerah", lambda item: item.line.unit_name, "text"),
        ("Kewajiban", lambda item: str(item.duty), "text"),
        ("Jatuh tempo", lambda item: item.due, "date"),
        ("Sisa waktu", lambda item: days_left(item.days), "word"),
        ("Status sekarang", lambda item: item.line.status, "text"),
    ),
    "Sisa waktu",
    lambda item: "amber" if item.days <= SOON else "",
)
DECIDE: tuple[Column[ToDecide], ...] = _columns(
    ("Kode SOP", lambda one: one.code, "word"),
    ("Nama SOP", lambda one: one.title, "text"),
    ("Perangkat daerah", lambda one: one.unit or "-", "text"),
    ("Yang diputuskan", lambda one: begun(one.what), "text"),
    ("Sejak", lambda one: one.since or "-", "date"),
    ("Lembar", lambda one: one.sheet, "word"),
    ("Yang ditulis di sana", lambda one: begun(one.where), "text"),
)
IDLE: tuple[Column[Idle], ...] = _columns(
    ("Kode SOP", lambda one: one.decision.code, "word"),
    ("Nama SOP", lambda one: one.title, "text"),
    ("Perangkat daerah", lambda one: one.unit, "text"),
    ("Keputusan", lambda one: one.decision.status, "text"),
    ("Tanggal", lambda one: one.decision.decided or "-", "date"),
    ("Baris di Keputusan", lambda one: one.decision.row or "-", "word"),
    ("Sebab", lambda one: as_sentence(one.decision.reason), "text"),
)
UNANSWERED: tuple[Column[Unanswered], ...] = _toned(
    _columns(
        ("Kode SOP", lambda one: one.line.plan_code or "-", "word"),
        ("Nama SOP", lambda one: one.line.title, "text"),
        ("Perangkat daerah", lambda one: one.line.unit_name, "text"),
        ("Status sekarang", lambda one: one.line.status, "text"),
        ("Sejak", lambda one: one.since, "date"),
        ("Lamanya", lambda one: one.duration, "word"),
        ("Berkas", lambda one: one.review.received.name, "text"),
    ),
    "Lamanya",
    lambda one: "amber" if one.weeks >= LONG_WAIT else "",
)
OUTSIDE: tuple[Column[UnplannedSop], ...] = _columns(
    ("Tanda terima", lambda one: one.number or "-", "word"),
    ("Nama SOP", lambda one: one.line.title, "text"),
    ("Perangkat daerah", lambda one: one.line.unit_name or one.line.unit_code, "text"),
    ("Mungkin judul rencana", _likely, "text"),
    ("Diterima", lambda one: one.line.last_received or "-", "date"),
    ("Lembar", lambda one: one.sheet, "word"),
    ("Yang ditulis di sana", lambda one: begun(one.where), "text"),
)
