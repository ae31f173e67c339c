"""Rules about the name of the SOP (I-08 to I-13)."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.basics.wording import state_of
from sopbatch.rules.rule import ANYWHERE, ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.text.blank import blank
from sopbatch.text.names import SOP_IN_FRONT, stray_years, without_sop, without_stray_years, words
from sopbatch.text.shortening import quoted
from sopbatch.text.title_words import ACRONYMS, ACTIVITY_PATTERN, SMALL_WORDS, TITLE_NOUNS

FEWEST_WORDS = 2
MOST_WORDS = 12
MOST_CHARACTERS = 150
LONGEST_SHORT = 12
"""Characters of a short name with its brackets."""
LETTERS = re.compile(r"[^\W_]+")
SHORT_NAME = re.compile(r"[A-Z][A-Z0-9-]{2,9}")
"""What an activity is called for short: “PPDB”, “SAKIP”."""
VOWELS = frozenset("AEIOU")
MONTH = (
    "januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|no[vp]ember|desember"
)
DATED = re.compile(
    rf"\b(?:\d{{1,2}}\s+)?({MONTH})\s+(?!1945)\d{{2,4}}\b"
    r"|\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b",
    re.IGNORECASE,
)

LEADS_TO_DATE = re.compile(
    r"(?:[\s,/(\[–-]*(?:\b(?:bulan|periode|tanggal|tgl|pada|untuk|per|di)\b\.?)?)*$", re.IGNORECASE
)
"""What only led to a date at the end of a title: “pada”, “bulan”, an opened bracket."""
EMPTY_BRACKETS = re.compile(r"\(\)|\[\]")
_NUMBER_LEFT = re.compile(r"^(?:0\d{1,2}|\d{1,3}(?=\s*[:.–-]))[\s:.–-]+(?=[^\W\d])")
"""What is left of the number behind “SOP”: “SOP-01 Pengelolaan …”."""
MONEY_END = ",-"
"""The end of a sum of money."""
_END = re.compile(r"(?<=\w{4})\.$")
"""A full stop, not the point of an abbreviation."""
CUT_OFF = re.compile(r"\b(?:akhir|awal|pertengahan|sampai|hingga|dan|s/d)$", re.IGNORECASE)
"""Words at the end of a title that say nothing without the date."""


@rule(
    "I-08",
    ERROR,
    title="Nama SOP belum jelas",
    sentence="Nama SOP {keadaan}.",
    advice="Tulis sedikitnya dua kata, yaitu kegiatan dan objeknya: “Pengelolaan Surat Masuk”.",
    reason="Lampiran PermenPAN-RB 35/2012, Bagian Identitas: nama SOP adalah nama prosedurnya.",
    reports_blank=True,
    essential=ANYWHERE,
)
def title_missing(case: Case) -> Iterator[Problem]:
    """Blank, or fewer than two words besides "SOP" and a year or date.

    A warning where the word is a short name, or an activity: what is done is said, if not well.
    """
    title = case.sop.title
    named = without_sop(_undated(title)).strip(" .")
    if blank(title) or len(words(named)) < FEWEST_WORDS:
        fault, milder = "yang belum menyebut kegiatannya", None
        if SHORT_NAME.fullmatch(named):
            short = named in ACRONYMS or VOWELS.isdisjoint(named)
            fault = "yang hanya berupa singkatan" if short else "yang hanya terdiri atas satu kata"
            milder = WARNING
        elif ACTIVITY_PATTERN.fullmatch(named.lower()):
            fault, milder = "yang belum menyebut objeknya", WARNING
        yield Problem(at("title"), {"keadaan": state_of(title, fault)}, severity=milder)


@rule(
    "I-09",
    WARNING,
    title="Nama SOP diawali kata SOP",
    sentence="Nama SOP “{judul}” diawali kata “{awalan}”.",
    advice="Tulis nama kegiatannya saja; kata “SOP” sudah ada pada label.",
    reason="Kata “SOP” di depan membuat daftar SOP sulit diurutkan dan dicari.",
)
def title_starts_with_sop(case: Case) -> Iterator[Problem]:
    """The title repeats what its label says."""
    title = case.sop.title
    found = SOP_IN_FRONT.match(title)
    front = found.group() if found else title.removesuffix(without_sop(title))
    if any(map(str.isalpha, front)):
        said = " ".join(front.split()).strip(" :.–/-")
        yield Problem(
            at("title"),
            {"judul": quoted(title), "awalan": said},
            suggestion=corrected_title(title),
        )


def corrected_title(title: str) -> str:
    """The title without "SOP", year and capitals throughout: one suggestion for all these rules.

    "" where that leaves no name of a procedure.
    """
    undated = _undated(title)
    if undated != " ".join(title.split()):
        undated = LEADS_TO_DATE.sub("", undated)
    name = _NUMBER_LEFT.sub("", without_sop(undated).strip())
    name = _END.sub("", name)
    if len(words(name)) < FEWEST_WORDS or CUT_OFF.search(name):
        return ""
    cased = _title_case(name) if name.isupper() else name[:1].upper() + name[1:]
    return f"{cased}{MONEY_END}" if title.rstrip().endswith(MONEY_END) else cased


def _undated(title: str) -> str:
    """The title without dates and years that belong to no proper name."""
    rest = without_stray_years(DATED.sub(" ", title))
    closed = re.sub(r"\s+(?=[)\]])", "", rest)
    return " ".join(EMPTY_BRACKETS.sub(" ", closed).split()).rstrip(" ,-")


@rule(
    "I-10",
    WARNING,
    title="Nama SOP memuat tahun",
    sentence="Nama SOP “{judul}” memuat tahun atau tanggal.",
    advice="Hapus “{bagian}”; SOP berlaku berulang, bukan untuk satu tahun.",
    reason=(
        "Sejalan dengan Permendagri 52/2011: SOP disusun untuk kegiatan yang berulang dengan hasil "
        "yang jelas."
    ),
)
def title_with_year(case: Case) -> Iterator[Problem]:
    """A year or date stands in the title; a year in a proper name ("Sensus 2020") may."""
    title = case.sop.title
    dates = [found.group() for found in DATED.finditer(title)]
    dated = next(iter((*dates, *stray_years(title))), "")
    if dated:
        yield Problem(
            at("title"),
            {"judul": quoted(title), "bagian": dated.strip()},
            suggestion=corrected_title(title),
        )


@rule(
    "I-11",
    INFO,
    title="Nama SOP bukan nama kegiatan",
    sentence="Nama SOP “{judul}” tidak diawali nama kegiatan.",
    advice="Awali dengan kata benda kegiatan: Penyusunan, Pengelolaan, Fasilitasi, Verifikasi.",
    reason="SOP menggambarkan kegiatan, sehingga namanya sebaiknya menyebut kegiatan lebih dahulu.",
)
def title_without_activity(case: Case) -> Iterator[Problem]:
    """The first word is no noun of activity."""
    if not names_activity(case.sop.title):
        yield Problem(at("title"), {"judul": quoted(case.sop.title)})


def names_activity(title: str) -> bool:
    """Whether a title begins with a noun of activity; one of a single word is not asked."""
    said = words(without_sop(title))
    return len(said) < 2 or said[0] in TITLE_NOUNS or bool(ACTIVITY_PATTERN.fullmatch(said[0]))


@rule(
    "I-12",
    WARNING,
    title="Nama SOP terlalu panjang",
    sentence="Nama SOP terlalu panjang: {kata} kata, {huruf} huruf.",
    advice="Ringkas menjadi paling banyak 12 kata dan 150 huruf.",
    reason="Nama SOP tercetak di kaki setiap halaman dan di daftar SOP.",
)
def title_too_long(case: Case) -> Iterator[Problem]:
    """More than 12 words or 150 characters; "SOP" in front is told by I-09 alone."""
    title = without_sop(case.sop.title)
    count = len(title.split())
    if count > MOST_WORDS or len(title) > MOST_CHARACTERS:
        yield Problem(at("title"), {"kata": count, "huruf": len(title)})


@rule(
    "I-13",
    INFO,
    title="Nama SOP berhuruf kapital semua",
    sentence="Nama SOP ditulis dengan huruf kapital semua.",
    advice="Tulis huruf kapital di awal kata saja, misalnya “Pengelolaan Surat Masuk”.",
    reason="Nama dengan huruf biasa lebih mudah dibaca, dicari, dan diurutkan.",
)
def title_in_capitals(case: Case) -> Iterator[Problem]:
    """All letters of a title of two or more words are capitals."""
    title = case.sop.title
    if title.isupper() and len(title.split()) > 1:
        yield Problem(at("title"), suggestion=corrected_title(title))


def _title_case(title: str) -> str:
    return " ".join(
        word
        if word.startswith("(") and word.endswith(")") and len(word) <= LONGEST_SHORT
        else word.lower()
        if index and SMALL_WORDS.issuperset(word.lower().split("/"))
        else LETTERS.sub(_cased, word)
        for index, word in enumerate(title.split())
    )


def _cased(found: re.Match[str]) -> str:
    """A word of a title, or a part of one; abbreviations have no vowels, or are known."""
    word = found.group()
    if word == "RP":
        return "Rp"
    return word if word in ACRONYMS or VOWELS.isdisjoint(word) else word.capitalize()


TITLE_RULES: tuple[Rule, ...] = (
    title_missing,
    title_starts_with_sop,
    title_with_year,
    title_without_activity,
    title_too_long,
    title_in_capitals,
)
