"""Fees, times, channels and executors as the documents say them."""

import re
from dataclasses import dataclass

from sopbatch.model.standards import Channel, Fee, PromisedTime, Staff
from sopbatch.text.spelled import DIGITS, rupiah

FREE = "Tidak dipungut biaya"
COVERED = "Ditanggung penjamin"
_OF_PRICES = frozenset(
    {
        *("ada", "biaya", "dipungut", "free", "gratis", "nihil", "nol", "pelayanan"),
        *("retribusi", "rp", "rupiah", "sebesar", "tanpa", "tarif", "tidak"),
    }
)
"""Words that say no more than the amount does."""
_NUMBER_WORDS = "|".join((*DIGITS, "sebelas", "sepuluh", "seratus", "belas", "puluh", "ratus"))
_SPELLED = re.compile(rf" ?\((?:(?:{_NUMBER_WORDS})\b ?){{1,8}}\)", re.IGNORECASE)
_LENGTH = re.compile(
    r"((?:± ?|maks(?:imal|\.)? )?\d[\d.,]{0,8}(?: ?(?:-|–|s\.?/?d\.?|sampai(?: dengan)?) ?"
    r"\d[\d.,]{0,8})?) ?(menit|jam(?: kerja)?|hari(?: kerja| kalender)?|minggu|bulan|tahun)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Price:
    """What one case costs, for the eye."""

    case: str
    main: str
    note: str = ""
    """What was typed besides; "" when it says no more."""


def price(fee: Fee) -> Price:
    """An amount as "Rp20.000", free of charge in words, else what was typed."""
    if fee.amount is None or (fee.covered and not fee.amount):
        return Price(fee.case, fee.text or (COVERED if fee.covered else ""))
    main = rupiah(fee.amount) if fee.amount else FREE
    return Price(fee.case, main, "" if _says_only(fee.text, fee.amount) else fee.text)


def _says_only(text: str, amount: int) -> bool:
    digits = re.sub(r"\D", "", re.sub(r",(?:00|-)", "", text))
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return digits in ("", str(amount), "0") and _OF_PRICES.issuperset(words)


@dataclass(frozen=True, slots=True)
class Length:
    """How long one case takes, for the eye: "8" and "menit", or a text without a unit."""

    case: str
    main: str
    unit: str = ""


def length(time: PromisedTime) -> Length:
    """Number and unit apart when the text holds nothing else; numbers in words are left out."""
    plain = _SPELLED.sub("", time.duration.raw).strip()
    found = _LENGTH.fullmatch(plain)
    return Length(time.case, found[1], found[2].lower()) if found else Length(time.case, plain)


def time_lines(times: tuple[PromisedTime, ...]) -> tuple[tuple[str, str], ...]:
    """Case and length of time as typed."""
    return tuple((time.case, time.duration.raw) for time in times)


def channel_text(channel: Channel) -> str:
    """Number, address or place; "" when the kind says all."""
    raw = channel.value or channel.raw
    return "" if raw.casefold() == channel.kind.casefold() else raw


def staff_text(staff: Staff) -> str:
    """Such as "Petugas loket: 2 orang"."""
    if staff.count is None:
        return staff.raw or staff.role
    counted = f"{staff.count} orang"
    return f"{staff.role}: {counted}" if staff.role else counted
