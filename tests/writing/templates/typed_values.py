"""Dates, NIP, numbers and times as officers type them: what the reader takes, with slips."""

from datetime import date, timedelta
from random import Random

from sopbatch.schema.nips import NIP_LABELS
from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.text.months import MONTH_WORDS, PLAIN_MONTHS, WEEKDAY_WORDS, WEEKDAYS
from sopbatch.writing.templates.typed_signs import BLANKS, SIGNS
from tests.reading.values.meant_dates import BOTH, ERAS, HIJRI, ROMANS

BARE_PLACES = ("Samarinda ", "Tanjung Redeb ", "SAMARINDA ", "Kota Banda Aceh ", "Rencana ")
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
NUMBERS = (
    *("1", "2", "10", "15", "1,5", "2-3", "2 - 3", "1 s.d. 2", "½", "1½", "setengah", "dua"),
    *("dua puluh", "lima belas", "seperempat", "±2", "2 (dua)", "1 x 24", "3x24", "maks. 3"),
    *("paling lama 3", "< 2", "22 (dua puluh dua)", "31", "45", "5-3", "3-5", "minimal 2", "> 3"),
    *("dua sampai tiga", "tujuh", "2 hingga 3", "2sd3", "min. 5", "3x24", "2 - 40"),
)
LONG_LESSONS = (
    *(" @ 45 menit", " @45 mnt", "@30menit", " (@ 30 menit)", " (@45 mnt)", " x 45 menit"),
    *(" (1 JP = 45 menit)", " @ 45", " (@ menit)", " @ 45 jam", " (30 menit)"),
)
"""How long a lesson is, and what does not say it."""
MORE_UNITS = (
    *("hari kerja", "hari kalender", "hari", "hari", "hari efektif", "hari krj", "mnit", "hri"),
    *("tahun anggaran", "jam kerja", "orang", "lembar", "", "JP", "jam pelajaran"),
    *(f"{lesson}{long}" for lesson in ("JP", "JPL", "jam pelajaran") for long in LONG_LESSONS),
)
IN_FRONT_OF_TIME = (
    *("rata-rata ", "estimasi ", "sekitar ", "kira-kira ", "kurang lebih ", "Waktu ", "waktu: "),
    *("selama ", "dalam waktu ", "antara ", "durasi ", "perkiraan ", "kira kira ", "lama ", "dan "),
    *("yang ", "itu ", "x ", "kerja ", "Estimasi waktu ", "waktu maksimal ", "rerata ", "total "),
)
"""What the check drops in front of a time, and what it does not."""
BEHIND_TIME = (
    *("", "", "", "", ".", "/berkas", " per berkas", " (maksimal)", " setelah lengkap"),
    *(" untuk 1 berkas", " untuk setiap berkas", " rata-rata", " saja", " lebih", " itu"),
    *(" untuk 3 berkas", " pelajaran", " anggaran", " s.d."),
)
MOMENTS = (
    *("segera", "seketika", "saat itu juga", "hari itu juga", "hari yang sama", "langsung"),
    *("hari itu jg", "hari yg sama", "hari ini juga"),
    *("sehari", "sejam", "seminggu", "5", "10.", "dua", "tiga puluh", "cepat", "menit", "jam"),
    *(
        "1 jam; 5 hari kerja",
        "2 bulan 1 minggu; 5 hari kerja; 1 hari",
        "2 jam @ 30 menit",
        "2 JP @ 45 menit lagi",
    ),
    *("1 jam - 30 menit", "2 jam sampai 1 jam", "30 menit - 1 jam", "2 jam - 1 hari kerja"),
    *("5 menit + 10 menit", "30 menit s.d. 2 jam", "1 bulan - 2 bulan"),
    *("3 bulan (2 bulan sebelum rapat)", "(dua) bulan", "1 hari/kerja", "2 jam hari"),
    *("1 minggu pelajaran", "3th pelajaran", "2 - jam", "1 0 menit", "2 jam (kerja", '"2 jam"'),
    *("hari kerja", "1 jam per hari", "30 menit 2 jam", "60'", "2 minggu 3 hari", "dua jam"),
)
LABELS = ("", "", "", "", "Nomor: ", "No. ", "NO : ", "no.", "Nomor ", ": ", "No-")
SEGMENTS = (
    *("065", "SOP", "SOP-TL.01", "SK", "Org", "II", "XX", "12", "000.8.3.2", "436.3.2", "2025"),
    *("", " ", "-", "--", "xx", "XXX", "xxxx", "__", "20__", "…", "....", "??", "?", "[tahun]"),
    *("<seri>", "<nomor urut>", "[I/II]", "2O25", "20l5", "2oi5", "L025", "SOP XX", "TL.xx", "[2"),
)
PLAIN_SEGMENTS = SEGMENTS[:11]
NUMBER_DIVIDERS = ("/", "/", "/", "/", " / ", "/ ", " /", "-", " ", " - ", "–", " Tahun ")
NO_DAYS = (
    *("31/02/2025", "31 Juni 2024", "30.02.2024", "29 Februari 2023", "00/00/2024", "31/13/2024"),
    *("Maret 2025", "2025", "3/2025", "20251399", "3 s.d. 5 Maret 2025", "minggu ke-2 Maret 2025"),
    *("45000", "nanti", "3 Foo 2025", "* 3 2025", "3 * 2025", "3 ? 2025", "2 Juni 2025 (revisi)"),
)


PASTED = tuple(pair for pair in SIGNS if pair[0] != "\t")


def pasted(chosen: Random, typed: str) -> str:
    """A text with signs of other programs, which are the same to the check as plain ones.

    No tab, which nobody types and LibreOffice keeps in no xls.
    """
    for sign, plain in chosen.sample(PASTED, 3):
        places = [at for at in range(len(typed)) if typed[at : at + len(plain)] == plain]
        if plain and places:
            at = chosen.choice(places)
            typed = typed[:at] + sign + typed[at + len(plain) :]
        elif not plain:
            at = chosen.randrange(len(typed) + 1)
            typed = typed[:at] + sign + typed[at:]
    blank = chosen.choice(BLANKS.strip("\t"))
    return typed.replace(" ", blank) if chosen.random() < 0.3 else typed


def typed_date(chosen: Random) -> str:
    """A date, or what was meant as one."""
    day = date(1990, 1, 1) + timedelta(days=chosen.randrange(15_000))
    if chosen.random() < 0.06:
        text = chosen.choice(NO_DAYS)
    else:
        ways = (_numbers, _year_first, _month_first, _in_words, _in_words, _roman, _both)
        text = chosen.choice(ways)(day, chosen)
    front = _front(day, chosen) if chosen.random() < 0.6 else ""
    end = chosen.choice(("", "", "", "", "", ".", ";", ",", " .", " "))
    time = _time_of_day(chosen) if chosen.random() < 0.15 else ""
    text = chosen.choice(("", "", "", "", " ", ": ")) + front + text + time + end
    return pasted(chosen, text) if chosen.random() < 0.1 else text


def typed_number(chosen: Random) -> str:
    """A Nomor SOP, often with a part that is still to be written."""
    divider = chosen.choice(NUMBER_DIVIDERS)
    often = chosen.choice((0, 0.15, 0.4))
    said = [
        chosen.choice(SEGMENTS if chosen.random() < often else PLAIN_SEGMENTS)
        for _ in range(chosen.randrange(1, 6))
    ]
    text = chosen.choice(LABELS) + divider.join(said) + chosen.choice(("", "", "", ".", ",", ";"))
    return pasted(chosen, text) if chosen.random() < 0.1 else text


def typed_revision(chosen: Random) -> str:
    """A number of revisions, or what stands in its place."""
    if chosen.random() < 0.2:
        return chosen.choice(
            (
                *("satu", "1/2", "1e2", "100%", "10:00", "-1", "+1", "ke-2", "1 (satu)", "0(Nol)"),
                *(
                    "0 (nol)",
                    "12 ( dua belas )",
                    "2 (satu)",
                    "3 (tiga kali)",
                    "21 (dua puluh satu)",
                ),
            )
        )
    number = chosen.choice(("0", "00", "1", "02", "2", "12", "1.5", "1,5", "1000000000", "1 2"))
    zeros = chosen.choice(("", "", "", ".0", ",0", ",00", " .0"))
    end = chosen.choice(("", "", "", ")", ".", ",", ":", " )", "..", ";", " ."))
    text = chosen.choice(("", "", "", "(", " ", "( ")) + number + zeros + end
    return pasted(chosen, text) if chosen.random() < 0.1 else text


def typed_nip(chosen: Random) -> str:
    """A NIP of 18 digits, some of them wrong; now and then an NRP."""
    if chosen.random() < 0.15:
        label = chosen.choice(("NRP ", "NRP. ", "nrp: ", "NIP/NRP ", "NIP. NRP ", "Nrp", "NRP : "))
        digits = "".join(chosen.choices("0123456789", k=chosen.choice((4, 5, 8, 8, 8, 13, 18, 19))))
        return f"{label}{digits[:4]}{chosen.choice(('', ' ', '.', '-'))}{digits[4:]}" + (
            chosen.choice(("", "", "/P", " / P", ".", " P2"))
        )
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


def typed_time(chosen: Random) -> str:
    """A length of time, or what stands in its place."""
    if chosen.random() < 0.2:
        return chosen.choice(MOMENTS)
    number, unit = chosen.choice(NUMBERS), chosen.choice((*UNIT_WORDS, *MORE_UNITS))
    if unit == "min" and not number[-1].isdigit():
        unit = "menit"  # "dua min" may say "at least"
    between = " " if number[-1].isalpha() else chosen.choice((" ", " ", ""))
    least = number.startswith(("min", ">"))
    words = not any(sign in number for sign in "123456789")
    if not (least or words) and chosen.random() < 0.3:
        number = chosen.choice(IN_FRONT_OF_TIME) + number
    behind = chosen.choice(BEHIND_TIME[:7] if least or words else BEHIND_TIME)
    text = number + between + chosen.choice((unit, unit.title())) + behind
    return pasted(chosen, text) if chosen.random() < 0.1 else text


SLIPS = "  ..,,/-()'\":;+x=*&%?@1023aeiknrtosd"
OTHER_WORDS = {
    typed_time: (
        *("jam", "menit", "hari", "kerja", "2", "30", "dan", "atau", "per", "berkas", "untuk"),
        *("maks", "selama", "lebih", "±", "lama", "kali", "sampai", "s.d.", "(dua)", "dua", "pagi"),
        *("lewat", "orang", "saja", "sekitar", "setelah", "hari kerja", "/", "x", "-", "setiap"),
        *("tahun", "minggu", "bulan", "kurang", "rapat"),
    ),
    typed_date: (
        *("Maret", "2025", "tanggal", "hari", "Senin", "3", "12", "dan", "s.d.", "pukul"),
        *("Jakarta", "-", "/", "M", "H", "revisi", "tahun", "bulan", "(", "s/d", "sd", "sampai"),
        *("di", "pada", "1446 H", "III", "rencana", "ke-2", "minggu"),
    ),
}
"""Put in the midst of a time or date."""


def dirtied(chosen: Random, text: str, words: tuple[str, ...]) -> str:
    """A text with one to three slips: signs left out, doubled, exchanged, words put elsewhere."""
    for _ in range(chosen.choice((1, 1, 1, 2, 2, 3))):
        at = chosen.randrange(len(text) or 1)
        before, sign, behind = text[:at], text[at : at + 1], text[at + 1 :]
        said = text.split(" ")
        word = chosen.randrange(len(said))
        match chosen.choice(("less", "twice", "more", "other", "turned", "put", "again", "moved")):
            case "less":
                text = before + behind
            case "twice":
                text = before + 2 * sign + behind
            case "more":
                text = before + chosen.choice(SLIPS) + sign + behind
            case "other":
                text = before + chosen.choice(SLIPS) + behind
            case "turned":
                text = before + behind[:1] + sign + behind[1:]
            case "put":
                text = " ".join((*said[:word], chosen.choice(words), *said[word:]))
            case "again":
                text = " ".join((*said[:word], said[word], *said[word:]))
            case "moved":
                said.insert(chosen.randrange(len(said)), said.pop(word))
                text = " ".join(said)
    return text


def _time_of_day(chosen: Random) -> str:
    hour, sign = chosen.choice(("8", "08", "10", "23", "24")), chosen.choice(":.")
    clock = f"{hour}{sign}{chosen.choice(('00', '30', '59', '70'))}"
    clock += chosen.choice(("", "", "", f"{sign}00", ":61"))
    front = chosen.choice((" ", " ", ", ", " pukul ", " pukul ", ", pukul ", " jam ", " Pukul "))
    return front + clock + chosen.choice(("", "", "", " WIB", " WITA", " wit"))


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


def _roman(day: date, chosen: Random) -> str:
    sign = chosen.choice(("-", "/", ".", " ", " - ", " . "))
    other = sign if chosen.random() < 0.9 else chosen.choice("-/. ")
    month = chosen.choice((ROMANS[day.month - 1], ROMANS[day.month - 1].lower()))
    return f"{_short(day.day, chosen)}{sign}{month}{other}{_year(day, chosen)}"


def _both(day: date, chosen: Random) -> str:
    """With the day of the Islamic calendar beside."""
    moon = f"{chosen.randint(1, 30)} {chosen.choice(HIJRI)} {chosen.randint(1350, 1550)}"
    civil = f"{day.day} {_month(day, chosen)} {day.year}"
    civil += chosen.choice(("", "", " M", " Masehi", " M.", "M"))
    return chosen.choice(BOTH).format(h=moon + chosen.choice(ERAS), c=civil)


def _front(day: date, chosen: Random) -> str:
    weekday = chosen.choice((WEEKDAYS[day.weekday()], *WEEKDAY_WORDS))
    weekday = chosen.choice(("", "", "hari ", "Hari ")) + chosen.choice((weekday, weekday.title()))
    behind = chosen.choice((", ", " ", ",", "/ ", " / "))
    place = chosen.choice((*PLACES, *BARE_PLACES))
    parts = (
        (0.35, place),
        (0.2, chosen.choice(BEGINNINGS)),
        (0.5, weekday + behind),
        (0.5, chosen.choice(ANNOUNCED)),
    )
    said = [text for often, text in parts if chosen.random() < often]
    if chosen.random() < 0.1 and place not in BARE_PLACES:
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
