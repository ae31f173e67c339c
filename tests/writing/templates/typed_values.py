"""Dates and NIP as officers type them: each part of what the reader takes, with slips."""

from datetime import date, timedelta
from random import Random

from sopbatch.schema.nips import NIP_LABELS
from sopbatch.text.months import MONTH_WORDS, PLAIN_MONTHS, WEEKDAY_WORDS, WEEKDAYS

PLACES = (
    *("Semarang, ", "Kab. Semarang, ", "Kota Pasar Rebo,", "Ditetapkan di Solo "),
    *(
        "ditetapkan di Kota Solo, ",
        "Disahkan di Kota Solo ",
        "ditetapkan ",
        "Dibuat di Sragen pada ",
    ),
)
BEGINNINGS = ("pada ", "Pada ", "mulai ", "terhitung mulai ", "tmt ", "TMT: ", "per ", "sejak ")
ANNOUNCED = ("tanggal ", "tgl ", "tgl. ", "Tgl: ", "Tanggal: ", "tertanggal ", "TANGGAL ", "tgl.")
BESIDE = (" ", " ", " ", "-", " - ", ".", "/", "")
BEFORE_YEAR = (" ", " ", " ", "-", "/", ", ", ",", " - ", ".", "")
YEAR_WORDS = ("", "", "", "", "tahun ", "th. ", "th.", "Tahun ", "th ")
NO_DAYS = (
    *("31/02/2025", "31 Juni 2024", "30.02.2024", "29 Februari 2023", "00/00/2024", "31/13/2024"),
    *("Maret 2025", "2025", "3/2025", "20251399", "3 s.d. 5 Maret 2025", "minggu ke-2 Maret 2025"),
    *("45000", "nanti", "3 Foo 2025", "* 3 2025", "3 * 2025", "3 ? 2025", "2 Juni 2025 (revisi)"),
)


def typed_date(chosen: Random) -> str:
    """A date, or what was meant as one."""
    day = date(1990, 1, 1) + timedelta(days=chosen.randrange(15_000))
    if chosen.random() < 0.06:
        text = chosen.choice(NO_DAYS)
    else:
        ways = (_numbers, _year_first, _month_first, _in_words, _in_words)
        text = chosen.choice(ways)(day, chosen)
    front = _front(day, chosen) if chosen.random() < 0.6 else ""
    end = chosen.choice(("", "", "", "", "", ".", ";", ",", " .", " "))
    text = chosen.choice(("", "", "", "", " ", ": ")) + front + text + end
    return text.replace(" ", "\u00a0", 1) if chosen.random() < 0.05 else text


def typed_nip(chosen: Random) -> str:
    """A NIP of 18 digits, some of them wrong."""
    year, month = chosen.randrange(1950, 2005), chosen.randrange(1, 13)
    since = f"{year + chosen.randrange(18, 40)}{chosen.choice((f'{month:02}', '21'))}"
    born = f"{year}{chosen.randrange(1, 13):02}{chosen.randrange(1, 29):02}"
    digits = f"{born}{since}{chosen.choice('12')}{chosen.randrange(1, 1000):03}"
    if chosen.random() < 0.3:
        at = chosen.randrange(18)
        digits = digits[:at] + chosen.choice("0123456789OlI") + digits[at + 1 :]
    digits = digits[: chosen.randrange(9, 18)] if chosen.random() < 0.1 else digits
    sign = chosen.choice(("", " ", ".", "-", " ", "/", "–", "\u00a0"))
    groups = (digits[:8], digits[8:14], digits[14:15], digits[15:])
    label = chosen.choice((*[""] * 8, *NIP_LABELS)) if chosen.random() < 0.8 else "'"
    behind = chosen.choice(("", " ", ". ", ": ", " : ")) if label in NIP_LABELS else ""
    return chosen.choice((label, label.upper())) + behind + sign.join(groups)


def _numbers(day: date, chosen: Random) -> str:
    sign = chosen.choice(("/", "-", ".", " / ", " - ", ". ", "/ ", " "))
    other = sign if chosen.random() < 0.93 else chosen.choice("/-.")
    return f"{_short(day.day, chosen)}{sign}{_short(day.month, chosen)}{other}{_year(day, chosen)}"


def _year_first(day: date, chosen: Random) -> str:
    sign = chosen.choice(("/", "-", ".", "-", "-", " - ", " ", ""))
    if not sign:
        return f"{day:%Y%m%d}"
    return f"{day.year}{sign}{_short(day.month, chosen)}{sign}{_short(day.day, chosen)}"


def _month_first(day: date, chosen: Random) -> str:
    behind = chosen.choice(("", " ", "st", "th", "nd", "rd")) + chosen.choice((", ", ",", " "))
    return f"{_month(day, chosen)}{chosen.choice(('', '.'))} {day.day}{behind}{_year(day, chosen)}"


def _in_words(day: date, chosen: Random) -> str:
    word = _month(day, chosen) + chosen.choice(("", "", "", "."))
    year = chosen.choice(YEAR_WORDS) + chosen.choice(("", "", "", "'", "’")) + _year(day, chosen)
    first = f"{_short(day.day, chosen)}{chosen.choice(BESIDE)}{word}"
    return f"{first}{chosen.choice(BEFORE_YEAR)}{year}"


def _front(day: date, chosen: Random) -> str:
    weekday = chosen.choice((WEEKDAYS[day.weekday()], *WEEKDAY_WORDS))
    weekday = chosen.choice(("", "", "hari ", "Hari ")) + chosen.choice((weekday, weekday.title()))
    behind = chosen.choice((", ", " ", ",", "/ ", " / "))
    parts = (
        (0.35, chosen.choice(PLACES)),
        (0.2, chosen.choice(BEGINNINGS)),
        (0.5, weekday + behind),
        (0.5, chosen.choice(ANNOUNCED)),
    )
    said = [text for often, text in parts if chosen.random() < often]
    if chosen.random() < 0.1:
        chosen.shuffle(said)
    return "".join(said)


def _short(number: int, chosen: Random) -> str:
    return chosen.choice((f"{number}", f"{number:02}"))


def _year(day: date, chosen: Random) -> str:
    return f"{day:%Y}" if chosen.random() < 0.85 else f"{day:%y}"


def _month(day: date, chosen: Random) -> str:
    plain = [word for word, number in PLAIN_MONTHS.items() if number == day.month]
    others = [word for word, number in MONTH_WORDS.items() if number == day.month]
    word = chosen.choice([*plain, *plain, *others, "foo", "jnauari"])
    return chosen.choice((word, word.title(), word.upper()))
