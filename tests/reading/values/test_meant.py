"""What a writer of real values meant is what is read, and reading its print again says the same.

The generators write from the grammar of officials: the forms met in real SOPs, in all their
spellings. Each draw knows what it means.
"""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model.values import Citation, LegalCitation
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.fragments import join_fragments
from sopbatch.reading.values.lists import marked_items, split_items
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.rules.times.written import written_properly
from sopbatch.text.straight import clean
from sopbatch.text.words import long_date
from tests.reading.values.meant_dates import BOTH, ERAS, HIJRI, MEETING, ROMANS
from tests.reading.values.meant_times import (
    ALIKE,
    BOUNDS,
    CONDITIONS,
    COUNTED,
    EXTENSIONS,
    ROUND,
    TO,
    UNITS,
    amounts,
)

MANY = settings(max_examples=300)
"""Of all the real values that are drawn not one may be misread."""

# --- durations ---------------------------------------------------------------------------------


@MANY
@given(amounts(), st.sampled_from(sorted(BOUNDS)), st.data())
def test_a_duration_is_as_long_as_it_was_meant(amount, bound, data):
    typed, minutes, unit = amount
    text = data.draw(st.sampled_from(BOUNDS[bound])) + typed
    read = parse_duration(text)
    low, high = (0 if bound == "upper" else minutes), (None if bound == "lower" else minutes)
    assert (read.kind, read.unit, read.low, read.high) == ("duration", unit, low, high)
    assert read.raw == text


LESSONS = ("JP", "jp", "JPL", "jam pelajaran", "Jam Pembelajaran")
EACH = ("{} @ {} menit", "{} @{} mnt", "{} (@ {} menit)", "{} (1 JP = {} menit)", "{} x {} menit")


@given(st.integers(1, 40), st.sampled_from(LESSONS), st.sampled_from(EACH), st.integers(30, 60))
def test_a_lesson_is_as_long_as_the_cell_says(count, lesson, form, long):
    read = parse_duration(form.format(f"{count} {lesson}", long))
    assert (read.kind, read.low, read.high) == ("duration", count * long, count * long)
    assert not read.flags
    bare = parse_duration(f"{count} {lesson}")
    assert (bare.low, bare.high, [*bare.flags]) == (count * 45, count * 45, ["lesson"])
    offered = written_properly(bare)
    again = parse_duration(offered)
    assert (again.kind, again.low, again.high, [*again.flags]) == (
        *("duration", bare.low, bare.high, []),
    )


@given(amounts(), st.sampled_from((" ", ", ")), st.sampled_from(CONDITIONS + EXTENSIONS))
def test_what_an_amount_depends_on_is_a_note(amount, glue, condition):
    read = parse_duration(amount[0] + glue + condition)
    assert (read.kind, read.low, read.high, read.note) == (
        *("duration", amount[1], amount[1], condition),
    )


@given(amounts(), st.sampled_from(ROUND))
def test_signs_round_an_amount_say_nothing(amount, form):
    read = parse_duration(form.format(amount[0]))
    assert (read.kind, read.low, read.high) == ("duration", amount[1], amount[1])


@pytest.mark.long
@MANY
@given(amounts(), amounts(), st.sampled_from(TO))
def test_a_range_reaches_from_its_first_end_to_its_last(first, last, to):
    read = parse_duration(first[0] + to + last[0])
    assert (read.kind, read.low, read.high) == ("duration", first[1], last[1])


@given(amounts(), st.sampled_from(COUNTED), st.sampled_from(("/", " / ", " per ", " tiap ")))
def test_what_is_counted_per_thing_names_the_thing(amount, thing, per):
    read = parse_duration(amount[0] + per + thing)
    assert (read.kind, read.low, read.per) == ("duration", amount[1], thing)


@given(
    st.sampled_from(("1", "2", "3", "1 (satu)", "satu", "dua", "se")),
    st.sampled_from([word for name in UNITS for word in UNITS[name][1] if word.isalpha()]),
    st.sampled_from(("sekali", "Sekali", "1 kali")),
)
def test_once_in_a_period_is_a_frequency(count, unit, once):
    if unit.lower() in ("menit", "mnt", "min", "minit", "jam", "jm", "jp", "hk"):
        return
    typed = f"{count}{unit.lower()} {once}" if count == "se" else f"{count} {unit} {once}"
    assert parse_duration(typed).kind == "frequency"


@given(st.sampled_from([(kind, word) for kind, words in ALIKE.items() for word in words]))
def test_words_of_one_meaning_are_of_one_kind(meant):
    kind, typed = meant
    for text in (typed, typed.upper(), f" {typed}. "):
        assert parse_duration(text).kind == kind


# --- dates -------------------------------------------------------------------------------------

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
    *("Oktober", "November", "Desember"),
)
FRONTS = (
    *("", "tanggal ", "tertanggal ", "Tgl. ", "Samarinda, ", "Pada tanggal ", "TMT "),
    *("Samarinda ", "Tanjung Redeb ", "SAMARINDA ", "Kota Banda Aceh, ", "Samarinda tanggal "),
    *("Ditetapkan di Samarinda pada tanggal ", "Ditetapkan di Tanjung Selor, "),
)
WHOLE = (
    *("{d} {m} {y}", "{d:02} {m} {y}", "{d} {m} Tahun {y}", "{d}-{m}-{y}", "{d}/{n}/{y}"),
    *("{d:02}-{n:02}-{y}", "{d}.{n}.{y}", "{m} {d}, {y}", "{d} {m} th. {y}", "{d} {m}, {y}"),
    *("{d}{m}{y}", "{d} {short} {y}", "{d}-{short}-{y}", "{d} {upper} {y}"),
    *("{d}-{r}-{y}", "{d} {r} {y}", "{d:02}/{r}/{y}", "{d}.{r}.{y}", "{d} - {r} - {y}"),
    *("{d} {m} {y} M", "{d} {m} {y} Masehi", "{d} {m} {y} M.", "{d}-{r}-{y} M"),
)


@MANY
@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(WHOLE), st.sampled_from(FRONTS)
)
def test_a_date_is_the_day_that_was_meant(day, form, front):
    month = MONTHS[day.month - 1]
    names = {"m": month, "short": month[:3], "upper": month.upper(), "r": ROMANS[day.month - 1]}
    typed = front + form.format(d=day.day, n=day.month, y=day.year, **names)
    read = parse_date(typed)
    assert (read.kind, read.value, read.raw) == ("date", day, typed)
    assert parse_date(long_date(day)).value == day


@MANY
@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.tuples(st.integers(1, 30), st.sampled_from(HIJRI), st.integers(1370, 1520)),
    st.sampled_from(ERAS),
    st.sampled_from(("", " M", " Masehi", " M.")),
    st.sampled_from(BOTH),
    st.sampled_from(
        ("", "Banda Aceh, ", "Pada tanggal ", "Ditetapkan di Banda Aceh pada tanggal ")
    ),
)
def test_of_both_calendars_the_civil_date_counts(day, moon, era, civil, form, front):
    hijri = " ".join(map(str, moon)) + era
    typed = front + form.format(h=hijri, c=long_date(day) + civil)
    assert parse_date(typed).value == day


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.tuples(st.integers(1, 30), st.sampled_from(HIJRI), st.integers(1370, 1520)),
    st.sampled_from(ERAS),
    st.sampled_from(("", " M", " Masehi", " M.")),
    st.sampled_from(MEETING),
    st.booleans(),
)
def test_days_joined_in_words_are_one_however_the_words_are_spelt(
    day, moon, era, civil, joined, turned
):
    days = (" ".join(map(str, moon)) + era, long_date(day) + civil)
    first, last = reversed(days) if turned else days
    read = parse_date(f"{first} {joined} {last}")
    assert (read.value, read.flags) == (day, frozenset())


def test_days_from_one_calendar_to_the_other_are_no_day():
    assert parse_date("27 Juni 2025 sampai dengan 1 Muharam 1447 H").value is None


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.sampled_from(("{m} {y}", "{upper} {y}", "Bulan {m} {y}", "{m} Tahun {y}", "{n:02}/{y}")),
)
def test_a_month_is_all_its_days(day, form):
    month = MONTHS[day.month - 1]
    read = parse_date(form.format(m=month, upper=month.upper(), n=day.month, y=day.year))
    last = monthrange(day.year, day.month)[1]
    assert (read.kind, read.start, read.end) == (
        "range",
        day.replace(day=1),
        day.replace(day=last),
    )


# --- citations ---------------------------------------------------------------------------------

LAWS = {
    ("UU", ""): (
        "Undang-Undang",
        "Undang-undang Republik Indonesia",
        "UU",
        "UU RI",
        "Undang - Undang",
    ),
    ("PP", ""): ("Peraturan Pemerintah", "PP", "P.P.", "Peraturan Pemerintah (PP)"),
    ("PERPRES", ""): ("Peraturan Presiden", "Perpres", "Peraturan Presiden Republik Indonesia"),
    ("PERMEN", "DAGRI"): (
        *("Peraturan Menteri Dalam Negeri", "Permendagri", "Peraturan Mentri Dalam Negri"),
        *("Peraturan Menteri Dalam Negeri (Permendagri)", "Permen Dagri"),
    ),
    ("PERMEN", "KES"): (
        *("Peraturan Menteri Kesehatan", "Permenkes", "Peraturan Menteri Kesehatan (Permenkes)"),
        *("Peraturan Menteri Kesehatan Republik Indonesia", "Permen Kes"),
    ),
    ("PERMEN", "PANRB"): (
        *("Peraturan Menteri PANRB", "PermenPANRB", "Permenpan RB", "PermenPAN-RB"),
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    ),
    ("PERMEN", "KEU"): ("Peraturan Menteri Keuangan", "PMK", "Permenkeu"),
    ("PERLEMBAGA", "LAN"): ("Perlan", "Peraturan LAN", "Peraturan Lembaga Administrasi Negara"),
    ("PERLEMBAGA", "KI"): (
        "Perki",
        "Peraturan Komisi Informasi",
        "Peraturan Komisi Informasi Pusat",
    ),
    ("PERLEMBAGA", "BKN"): (
        "Peraturan BKN",
        "Perka BKN",
        "Peraturan Badan Kepegawaian Negara",
        *("PerBKN", "Per-BKN", "Per. BKN", "Per BKN"),
    ),
    ("PERLEMBAGA", "POLRI"): ("Perkap", "Perpolri", "Perpol", "Peraturan Kapolri"),
    ("PERLEMBAGA", "MA"): (
        *("Perma", "PERMA", "Peraturan Mahkamah Agung", "Peraturan Mahkamah Agung RI (PERMA)"),
    ),
    ("PERLEMBAGA", "OJK"): ("POJK", "Peraturan OJK", "Peraturan Otoritas Jasa Keuangan"),
    ("PERLEMBAGA", "BPOM"): ("Peraturan BPOM", "Peraturan Badan POM", "Perka BPOM"),
    ("PERMEN", "AGAMA"): ("PMA", "Permenag", "Peraturan Menteri Agama"),
    ("PERMEN", "NAKER"): ("Permenaker", "Peraturan Menteri Ketenagakerjaan", "Permen Naker"),
    ("INMEN", "DAGRI"): ("Inmendagri", "Instruksi Mendagri", "Instruksi Menteri Dalam Negeri"),
    ("SE", "MA"): ("SEMA",),
    ("PERDES", ""): ("Perdes", "Peraturan Desa"),
    ("PERLEMBAGA", "KPU"): ("PKPU", "Peraturan KPU", "Peraturan Komisi Pemilihan Umum"),
    ("PERDIRJEN", "PAJAK"): (
        *("Peraturan Direktorat Jenderal Pajak", "Peraturan Direktur Jenderal Pajak"),
        *("Perdirjen Pajak", "Peraturan Ditjen Pajak"),
    ),
    ("PERGUB", "Kalimantan Timur"): (
        *("Peraturan Gubernur Kalimantan Timur", "Pergub Kaltim", "Pergub Kalimantan Timur"),
    ),
}
TITLES = ("Pemerintahan Daerah", "Standar Layanan Informasi Publik", "Pedoman Naskah Dinas")
LABELS = (
    *("Nomor {n} Tahun {y}", "No. {n} Tahun {y}", "No {n} Thn {y}", "Nomor: {n} Tahun {y}"),
    *("NOMOR {n} TAHUN {y}", "{n}/{y}", "Nomor {n}/{y}", "No.{n} tahun {y}"),
)


@st.composite
def citations(draw: st.DrawFn) -> tuple[str, Citation]:
    """A regulation in one of its names, and which it is."""
    type_, issuer = draw(st.sampled_from(sorted(LAWS)))
    name = draw(st.sampled_from(LAWS[type_, issuer]))
    number, year = draw(st.integers(1, 250)), draw(st.integers(1950, 2026))
    typed = f"{name} {draw(st.sampled_from(LABELS)).format(n=number, y=year)}"
    return typed, Citation(type_, issuer, str(number), year)


def _same(read: Citation | LegalCitation, meant: Citation) -> bool:
    serial = read.number.split("/")[0]
    return (read.type, read.issuer, serial, read.year) == (
        *(meant.type, meant.issuer, meant.number, meant.year),
    )


@MANY
@given(
    citations(), st.sampled_from(TITLES), st.sampled_from(("", "1. ", "a. ", "• ", "- ", "\uf0b7 "))
)
def test_a_law_is_the_one_that_was_meant(cited, title, marker):
    typed, meant = cited
    read = parse_citation(f"{marker}{typed} tentang {title};")
    found = Citation(read.type, read.issuer, read.number, read.year)
    assert _same(found, meant)
    assert read.title == title
    again = f"{typed} tentang {title}"
    assert parse_citation(again).identity == read.identity


HOW_AMENDED = (
    *("sebagaimana telah dirubah dengan", "diubah dengan"),
    *("sebagaimana telah diubah dengan", "sebagaimana telah beberapa kali diubah terakhir dengan"),
    *("sebagaimana telah diubah beberapa kali terakhir dengan", "yang telah diubah dengan"),
    *("sebagaimana telah beberapa kali diubah, terakhir dengan",),
)
AMENDS = ("Perubahan atas", "Perubahan Kedua atas", "Perubahan Ketiga Atas")


@MANY
@given(citations(), citations(), st.sampled_from(HOW_AMENDED), st.sampled_from(AMENDS))
def test_a_law_is_changed_by_the_one_that_changed_it(old, new, how, amends):
    text = f"{old[0]} tentang Suatu Hal {how} {new[0]} tentang {amends} {old[0]}"
    read = parse_citation(text)
    assert len(read.amended_by) == (0 if _same(new[1], old[1]) else 1)
    assert all(_same(citation, new[1]) for citation in read.amended_by)
    assert read.title == "Suatu Hal"


@given(citations(), citations(), st.sampled_from(HOW_AMENDED), st.booleans())
def test_the_title_may_stand_behind_what_changed_the_law(old, new, how, in_brackets):
    amended = f"({how} {new[0]})" if in_brackets else f"{how} {new[0]}"
    read = parse_citation(f"{old[0]} {amended} tentang Suatu Hal")
    assert _same(read, old[1])
    assert read.title == "Suatu Hal"
    assert len(read.amended_by) == (0 if _same(new[1], old[1]) else 1)


@given(citations(), st.sampled_from(TITLES))
def test_an_article_in_front_of_a_law_says_nothing_of_which_it_is(cited, title):
    typed, meant = cited
    assert _same(parse_citation(f"Pasal 5 ayat (2) {typed} tentang {title}"), meant)


@given(
    st.sampled_from(("Juknis", "Petunjuk Teknis", "Juklak", "Petunjuk Pelaksanaan", "Pedoman")),
    st.sampled_from(("Penyusunan SOP", "Dana BOS Tahun 2023", "Nomor 5 Tahun 2020 tentang Arsip")),
)
def test_a_guide_is_no_regulation_whatever_it_is_called(name, title):
    read = parse_citation(f"{name} {title}")
    assert (read.type, read.number, read.year) == ("", "", None)


# --- numbers -----------------------------------------------------------------------------------

SECTIONS = ("TL", "AK", "KL", "PA", "")


@given(
    st.sampled_from(SECTIONS),
    st.integers(1, 99),
    st.sampled_from(("Org", "BPKAD", "Setda")),
    st.integers(2010, 2039),
    st.sampled_from(("{y}", "{short:02}")),
)
def test_a_number_has_the_parts_that_were_meant(section, serial, unit, year, form):
    glued = f"{section}.{serial:02}" if section else f"{serial:02}"
    written_year = form.format(y=year, short=year % 100)
    read = parse_number(f"065/SOP-{glued}/{unit}/{written_year}")
    assert (read.kind, read.section, read.serial, read.unit, read.year) == (
        *("number", section, f"{serial:02}", unit, year),
    )


@given(st.integers(1, 9), st.integers(1, 999), st.integers(10000, 99999), st.integers(2010, 2039))
def test_what_is_glued_to_sop_is_the_serial(section, serial, unit, year):
    read = parse_number(f"SOP-{section}-{serial}/{unit}/{year}")
    assert (read.section, read.serial, read.unit, read.year) == (
        *(str(section), str(serial), str(unit), year),
    )


# --- NIP ---------------------------------------------------------------------------------------


@given(
    st.dates(date(1955, 1, 1), date(2003, 12, 31)),
    st.integers(20, 35),
    st.integers(1, 12),
    st.sampled_from((1, 2)),
    st.integers(1, 999),
    st.sampled_from(("{a} {b} {s} {n}", "{a}{b}{s}{n}", "NIP. {a} {b} {s} {n}", "'{a}{b}{s}{n}")),
)
def test_a_nip_is_the_person_that_was_meant(born, age, month, sex, serial, form):
    parts = {"a": f"{born:%Y%m%d}", "b": f"{born.year + age}{month:02}", "s": sex}
    read = parse_nip(form.format(**parts, n=f"{serial:03}"))
    assert (read.kind, read.born, read.sex, read.serial) == ("valid", born, sex, f"{serial:03}")
    assert parse_nip(read.printed).digits == read.digits


# --- lists -------------------------------------------------------------------------------------

THINGS = ("Meja", "Kursi kerja", "ATK", "Komputer/laptop", "Printer", "Kertas A4 80 gram", "5 map")
BULLETS = (
    *("• ", "- ", "– ", "* ", "\uf0b7 ", "\uf0a7 ", "\uf0d8\t", "■ ", "✓ ", "✔ ", "√ ", "▪ ", "o "),
    *("➢ ", "•", "\uf0fc ", "♦ ", "○ ", "◊ ", "❑ ", "❏ ", "▸ ", "⮚ ", "🗸 ", "✅ ", "👉 ", "★ "),
    *("☐", "\uf8e7 "),
)
LETTERS_OF_FONTS = (">> ", "⇒ ", "-", "*", "Ø ", "ü ", "§ ", "v ", "q ", "P ", "n ", "l ")
IN_LINE = ("• ", "\uf0b7 ", "■ ", "✓ ", "√ ", "▪ ", "➢ ", "- ", "* ", "♦ ", "❑ ")
BETWEEN = (" • ", " \uf0b7 ", " ■ ", " ✓ ", "; ", ";")
COUNTS = ("{n}. ", "{n}) ", "({n}) ", "{a}. ", "{a}) ", "({a}) ")
things = st.lists(st.sampled_from(THINGS), min_size=2, max_size=6, unique=True)


@MANY
@given(things, st.sampled_from(BULLETS))
def test_lines_behind_any_bullet_are_items(items, bullet):
    assert split_items("\n".join(bullet + item for item in items)) == tuple(items)


@given(things.filter(lambda items: "5 map" not in items), st.sampled_from(LETTERS_OF_FONTS))
def test_letters_that_a_font_draws_as_bullets_are_bullets(items, letter):
    assert split_items("\n".join(letter + item for item in items)) == tuple(items)


@MANY
@given(things, st.sampled_from(IN_LINE), st.sampled_from((" ", "; ", "  ")))
def test_several_bullets_in_one_line_are_several_items(items, bullet, glue):
    assert split_items(glue.join(bullet + item for item in items)) == tuple(items)


@given(things, st.sampled_from(BETWEEN))
def test_bullets_and_semicolons_between_items_divide_a_line(items, between):
    assert split_items(between.join(items)) == tuple(items)


@given(
    things.filter(lambda items: "5 map" not in items), st.sampled_from((" . ", " - ", "/ ", ": "))
)
def test_lines_counted_with_odd_signs_are_items(items, sign):
    text = "\n".join(f"{place}{sign}{item}" for place, item in enumerate(items, start=1))
    assert split_items(text) == tuple(items)


@given(things.filter(lambda items: len(items) > 2), st.sampled_from(("; ", ";")))
def test_short_parts_between_semicolons_are_items_in_small_letters_too(items, between):
    small = [item.lower() for item in items]
    assert split_items(between.join(small)) == tuple(small)


NUMBERED = [count.removesuffix(" ") + " " for count in COUNTS]


@MANY
@given(
    things.filter(lambda items: "5 map" not in items),
    st.sampled_from((*BULLETS, *LETTERS_OF_FONTS, *NUMBERED)),
    st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_marked_items_stay_apart_in_small_letters_and_in_capitals(items, marker, small):
    mixed = [item.lower() if lower else item for item, lower in zip(items, small, strict=False)]
    typed = "\n".join(
        marker.format(n=place, a="abcdef"[place - 1]) + item
        for place, item in enumerate(mixed, start=1)
    )
    texts, begins = zip(*marked_items(typed), strict=True)
    for laws in (False, True):
        joined = join_fragments(texts, laws=laws, begins=begins)
        assert [text for text, _ in joined] == mixed


@given(things, st.lists(st.booleans(), min_size=6, max_size=6))
def test_short_items_in_rows_of_their_own_stay_apart(items, small):
    mixed = [item.lower() if lower else item for item, lower in zip(items, small, strict=False)]
    assert [text for text, _ in join_fragments(mixed)] == mixed


@given(things, st.sampled_from((",\n", ";\n", " ;\n")))
def test_what_closes_a_line_is_no_part_of_its_item(items, glue):
    assert split_items(glue.join(items)) == tuple(items)


@MANY
@given(things, st.sampled_from(COUNTS), st.sampled_from((" ", ", ", "\n", "; ", ";\n")))
def test_counted_items_are_items_on_one_line_or_several(items, count, glue):
    marked = (
        count.format(n=place, a="abcdef"[place - 1]) + item
        for place, item in enumerate(items, start=1)
    )
    assert split_items(glue.join(marked)) == tuple(items)


@MANY
@given(
    st.lists(
        st.sampled_from((*THINGS, "Ir. A. Rahman", "Ø 16 mm", "> 5 orang", "§ 5", "a", "x (y)")),
        max_size=6,
    ),
    st.lists(st.sampled_from(("\n", " ", "; ", " • ", "\n- ", " 2. ", "\nb. ")), min_size=6),
)
def test_nothing_but_marks_is_lost(items, glues):
    text = "".join(item + glue for item, glue in zip(items, glues, strict=False))
    kept = "".join(split_items(text))
    words = [word for word in clean(text).split() if any(map(str.isalpha, word)) and len(word) > 2]
    assert all(word.strip(";") in kept for word in words)


@given(citations(), citations(), st.data())
def test_a_law_wrapped_over_two_cells_is_one_and_two_are_two(first, second, data):
    whole = f"{first[0]} tentang Pengelolaan Keuangan dan Aset Daerah"
    words = whole.split()
    cut = data.draw(
        st.sampled_from([place for place, w in enumerate(words) if w in ("tentang", "dan")])
    )
    pieces = [" ".join(words[: cut + 1]), " ".join(words[cut + 1 :])]
    other = f"{second[0]} tentang Pelayanan Publik"
    read = join_fragments([*pieces, other])
    assert [text for text, _ in read] == [whole, other]
    for bullet in ("• ", "\uf0b7 ", "- "):
        both = split_items(f"{bullet}{whole}\n{bullet}{other}")
        assert [text for text, _ in join_fragments(both)] == [whole, other]
