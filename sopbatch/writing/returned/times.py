"""What a Waktu was taken for, in words: "1 hari kerja = 7 jam 30 menit"."""

from itertools import zip_longest

from sopbatch.model import Duration, DurationKind, Settings
from sopbatch.model.flags import Flag
from sopbatch.text.words import two_decimals

LONG_UNITS = frozenset({"minggu", "bulan", "triwulan", "caturwulan", "semester", "tahun"})
"""Units that are told in working days too."""
CALENDAR_DAY = 1440
"""Minutes."""
OTHER_KINDS = {
    DurationKind.INSTANT: "Seketika (0 menit).",
    DurationKind.FREQUENCY: "Seberapa sering, bukan berapa lama; tidak dijumlahkan.",
    DurationKind.INDEFINITE: "Lamanya tidak tentu; tidak dijumlahkan.",
    DurationKind.SCHEDULE: "Jadwal, bukan lama pengerjaan; tidak dijumlahkan.",
    DurationKind.OFFSET: (
        "Batas sebelum atau setelah suatu hari, bukan lama pengerjaan; tidak dijumlahkan."
    ),
    DurationKind.CLOCK: "Jam pelaksanaan, bukan lama pengerjaan; tidak dijumlahkan.",
    DurationKind.MULTI: "Lebih dari satu waktu; tidak dijumlahkan.",
    DurationKind.NO_UNIT: "Angka tanpa satuan; tidak dijumlahkan.",
    DurationKind.COLUMN_INDEX: "Nomor kolom, bukan waktu.",
}
"""Kind of duration to its words; all others could not be understood."""
NOT_UNDERSTOOD = "Tidak dapat kami pahami."


def time_in_words(duration: Duration, settings: Settings) -> str:
    """A sentence about what was read from a Waktu cell."""
    if duration.kind is not DurationKind.DURATION or duration.low is None:
        return OTHER_KINDS.get(duration.kind, NOT_UNDERSTOOD)
    return "; ".join((_length(duration, duration.low, settings), *_remarks(duration))) + "."


def span(minutes: float) -> str:
    """Minutes as "7 jam 30 menit"."""
    hours, rest = divmod(round(minutes * 60), 3600)
    amounts = ((hours, "jam"), (rest // 60, "menit"), (rest % 60, "detik"))
    return " ".join(f"{two_decimals(n)} {unit}" for n, unit in amounts if n) or "0 menit"


def _length(duration: Duration, low: float, settings: Settings) -> str:
    units = duration.unit.split("|")
    high = duration.high
    if high is None:
        return (
            f"Paling singkat {_equal(_told(low, units[0], duration, settings))}, tanpa batas atas"
        )
    tops = _told(high, units[-1], duration, settings)
    if Flag.UPPER_BOUND in duration.flags:
        return f"Paling lama {_equal(tops)}"
    if low == high:
        return _equal(tops)
    bottoms = _told(low, units[0], duration, settings)
    if len(bottoms) != len(tops):
        bottoms, tops = bottoms[-1:], tops[-1:]
    pairs = zip_longest(bottoms, tops)
    return _equal([f"{bottom} sampai {top}" for bottom, top in pairs])


def _told(minutes: float, unit: str, duration: Duration, settings: Settings) -> list[str]:
    """The same time in its own unit, in days and in hours, as far as these differ."""
    if duration.elapsed:
        days = minutes / CALENDAR_DAY
        told = [f"{two_decimals(days)} hari kalender"] if days >= 1 else []
        return [*told, span(minutes)]
    scale = settings.minutes_per_unit
    told = []
    if unit in ("hari", "hari kerja") or unit in LONG_UNITS:
        name = "hari kerja" if unit == "hari" else unit
        told.append(f"{two_decimals(minutes / scale[unit])} {name}")
    if unit in LONG_UNITS or ("+" in unit and minutes >= settings.minutes_per_day):
        told.append(f"{two_decimals(minutes / settings.minutes_per_day)} hari kerja")
    return [*told, span(minutes)]


def _remarks(duration: Duration) -> list[str]:
    """What else was made of it."""
    told = []
    if Flag.APPROX in duration.flags:
        told.append("perkiraan dihitung sebagai waktu pasti")
    if Flag.UNQUALIFIED_DAY in duration.flags:
        told.append("hari dibaca sebagai hari kerja")
    if duration.elapsed:
        told.append("waktu kalender tidak dijumlahkan dengan waktu kerja")
    if duration.per:
        told.append(f"untuk setiap {duration.per}, tidak dijumlahkan")
    if duration.note:
        told.append(f"keterangan “{duration.note}” tidak dihitung")
    return told


def _equal(told: list[str]) -> str:
    return " = ".join(dict.fromkeys(told))
