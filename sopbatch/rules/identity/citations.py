"""Rules about each regulation that an SOP cites."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sopbatch.model import LegalCitation, Problem
from sopbatch.model.flags import Flag
from sopbatch.rules.basics.regions import province_of, same_region
from sopbatch.rules.data.regulations import (
    LETTER_TYPES,
    NORMS,
    NUMBERED_GUIDE,
    RANK,
    REGIONAL_TYPES,
)
from sopbatch.rules.data.superseded import SUPERSEDED, Successor
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.text.blank import blank
from sopbatch.text.lead_ins import lead_ins
from sopbatch.text.lookalikes import LOOKALIKES
from sopbatch.text.months import ROMAN_MONTHS
from sopbatch.text.shortening import quoted

FIELD = "legal_basis"
EXAMPLE = "“Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik”"
INDEPENDENCE = 1945
COLONIAL, FIRST_GAZETTE = "STB", 1816
"""The gazette of colonial days and when it began; what it told stays law until it is replaced."""
YEAR_DIGITS = 4
BENT_YEAR = re.compile(r"\b(?:tahun|thn|th)\b[ .:]*((?=[OolI]*\d)[\dOolI]{3,6})\b", re.IGNORECASE)
"""A year that cannot be one: “Tahun 2O23”, “Tahun 20203”."""
BENT_NUMBER = re.compile(
    r"\b(?:nomor|nomer|no)\b[ .:]*((?=[OolI]*\d)(?=\d*[OolI])[\dOolI]{2,4})(?![\w/.-])",
    re.IGNORECASE,
)
"""A number with letters for digits: “Nomor 1O Tahun 2020”."""
ROMAN_NUMBER = re.compile(
    rf"\b(?:nomor|nomer|no)\b[ .:]*({'|'.join(ROMAN_MONTHS)})(?=,? (?:tahun|thn|th)\b)",
    re.IGNORECASE,
)
"""A number in Roman digits: “Nomor I Tahun 2011”."""
GLUED_ABOUT = re.compile(r"(?<=\d)tentang\b", re.IGNORECASE)
MISSPELT_ABOUT = re.compile(r"\b(?:t[entagng]{4,8}|ttg\b\.?)(?!\w)", re.IGNORECASE)


def _with_about(text: str) -> str:
    """The text with its misspelt "tentang" put right, or parted from the year before it."""
    parted = GLUED_ABOUT.sub(" tentang", text, count=1)
    return parted if parted != text else MISSPELT_ABOUT.sub("tentang", text, count=1)


def _about_before_title(citation: LegalCitation) -> str:
    """The citation with "tentang" in front of a title that stands alone behind number and year."""
    raw, title = citation.raw, citation.title
    plain = (
        title[:1].isalpha()
        and not any(map(str.isdigit, title))
        and raw.rstrip(" .;,").endswith(title)
    )
    place = raw.rfind(title)
    return f"{raw[:place]}tentang {raw[place:]}" if plain and raw[:place].endswith(" ") else ""


def citations_of(case: Case) -> Iterator[tuple[int, LegalCitation]]:
    """1-based item and citation of each entry that says something, and is no line above others."""
    every = case.sop.legal_basis
    above = lead_ins([citation.raw for citation in every])
    for row, (citation, leads_in) in enumerate(zip(every, above, strict=True), start=1):
        if not blank(citation.raw) and not (leads_in and not citation.number):
            yield row, citation


def about_citation(row: int, citation: LegalCitation, **facts: str | int) -> Problem:
    """What is wrong with the citation of a row, which it quotes."""
    return Problem(at(FIELD, row), {"kutipan": quoted(citation.raw), **facts})


@rule(
    "L-02",
    WARNING,
    title="Dasar hukum belum terbaca",
    sentence="“{kutipan}” belum terbaca sebagai peraturan: {sebab}.",
    advice=f"Tulis jenis, nomor, tahun, dan judul, misalnya {EXAMPLE}.",
    reason="Dasar hukum harus dapat ditelusuri ke peraturan tertentu.",
)
def not_a_citation(case: Case) -> Iterator[Problem]:
    """Neither type nor number, or an issuer nobody can tell."""
    for row, citation in citations_of(case):
        if citation.issuer == "?" or Flag.ISSUER_UNCLEAR in citation.flags:
            yield about_citation(row, citation, sebab="lembaga penerbitnya tidak jelas")
        elif not citation.type and not _numbered(citation) and not _found_by_name(citation):
            torn = Flag.FRAGMENT in citation.flags
            cause = "tampaknya potongan dari baris lain" if torn else "jenis dan nomornya tidak ada"
            yield about_citation(row, citation, sebab=cause)


def _found_by_name(citation: LegalCitation) -> bool:
    """Whether it is a code of law, a standard or a numbered guide, which are no regulations."""
    return bool(NORMS.match(citation.raw) or NUMBERED_GUIDE.match(citation.raw))


def _numbered(citation: LegalCitation) -> bool:
    """Whether it is numbered as regulations are; a plan has a year as well (“RPJMD Tahun 2019”)."""
    return bool(citation.number)


@rule(
    "L-03",
    ERROR,
    title="Jenis peraturan belum disebut",
    sentence="Jenis peraturan tidak disebut pada “{kutipan}”.",
    advice="Tambahkan jenisnya di depan, misalnya “Peraturan Daerah” atau “Peraturan Gubernur”.",
    reason="Nomor dan tahun yang sama dimiliki banyak peraturan; jenisnya yang membedakan.",
)
def citation_without_type(case: Case) -> Iterator[Problem]:
    """A number stands there, but nothing says what kind of regulation it is."""
    for row, citation in citations_of(case):
        if not citation.type and _numbered(citation):
            yield about_citation(row, citation)


@rule(
    "L-04",
    WARNING,
    title="Nomor atau tahun peraturan belum disebut",
    sentence="{kurang} pada “{kutipan}”.",
    advice="Lengkapi nomor dan tahunnya: “Nomor … Tahun …”.",
    reason="Peraturan dikenali dari jenis, nomor, dan tahunnya.",
)
def citation_without_number(case: Case) -> Iterator[Problem]:
    """The type is known; number or year is missing. The constitution has no number."""
    for row, citation in citations_of(case):
        if citation.type in ("", "UUD") or citation.type in LETTER_TYPES:
            continue
        if not citation.number and citation.year is None:
            yield about_citation(row, citation, kurang="Nomor dan tahun belum disebut")
        elif not citation.number and (roman := ROMAN_NUMBER.search(citation.raw)):
            number = str(ROMAN_MONTHS[roman[1].lower()])
            yield _written_otherwise(row, citation, "Nomor", roman, number)
        elif not citation.number:
            yield about_citation(row, citation, kurang="Nomor belum disebut")
        elif bent := BENT_NUMBER.search(citation.raw):
            yield _written_otherwise(row, citation, "Nomor", bent, bent[1].translate(LOOKALIKES))
        elif citation.year is None and (bent := BENT_YEAR.search(citation.raw)):
            year = bent[1].translate(LOOKALIKES)
            sure = year != bent[1] and len(year) == YEAR_DIGITS
            yield _written_otherwise(row, citation, "Tahun", bent, year if sure else "")
        elif citation.year is None:
            yield about_citation(row, citation, kurang="Tahun belum disebut")


def _written_otherwise(
    row: int, citation: LegalCitation, what: str, found: re.Match[str], right: str
) -> Problem:
    """A number or year with other signs than digits; the entry with the right ones, if any."""
    problem = about_citation(row, citation, kurang=f"{what} tertulis “{found[1]}”")
    whole = f"{citation.raw[: found.start(1)]}{right}{citation.raw[found.end(1) :]}"
    return replace(problem, suggestion=whole if right else "")


@rule(
    "L-05",
    WARNING,
    title="Kata “tentang” belum ada",
    sentence="Judul peraturan pada “{kutipan}” {keadaan}.",
    advice="Tulis “tentang” dengan ejaan yang benar, lalu judul lengkap peraturannya.",
    reason="Judul setelah “tentang” menunjukkan pokok yang diatur dan memudahkan penelusuran.",
)
def citation_without_title(case: Case) -> Iterator[Problem]:
    """ "tentang" is missing or misspelt."""
    for row, citation in citations_of(case):
        misspelt = Flag.MISSPELT_TENTANG in citation.flags
        missing = not citation.title or Flag.WITHOUT_TENTANG in citation.flags
        if citation.type in ("", "UUD") or not (misspelt or missing):
            continue
        right = _with_about(citation.raw) if misspelt else _about_before_title(citation)
        named = citation.title or misspelt
        state = "tidak didahului kata “tentang”" if named else "belum ditulis"
        problem = about_citation(row, citation, keadaan=state)
        yield Problem(problem.place, problem.facts, suggestion=right)


@rule(
    "L-06",
    WARNING,
    title="Peraturan sudah tidak berlaku",
    sentence="“{kutipan}” {keadaan}.",
    advice=(
        "Ganti dengan peraturan yang sekarang mengaturnya: {pengganti}; jika sudah tertulis pada "
        "butir lain, hapus butir ini."
    ),
    reason=(
        "Lampiran PermenPAN-RB 35/2012, prinsip kepatuhan hukum: dasar hukum harus masih berlaku."
    ),
)
def superseded_regulation(case: Case) -> Iterator[Problem]:
    """The regulation stands in the catalogue of replaced ones.

    Its successor is offered where it neither stands already nor upsets the order of ranks.
    """
    for row, citation in citations_of(case):
        successor = SUPERSEDED.get(citation.identity)
        if successor:
            problem = about_citation(
                row, citation, keadaan=successor.state, pengganti=successor.text
            )
            offered = successor.text if _fits(case, row, successor) else ""
            yield Problem(problem.place, problem.facts, suggestion=offered)


def _fits(case: Case, row: int, successor: Successor) -> bool:
    others = [(at_row, item) for at_row, item in citations_of(case) if at_row != row]
    if any(item.identity == successor.identity for _, item in others):
        return False
    rank = RANK[successor.identity[0]]
    before = [RANK[item.type] for at_row, item in others if at_row < row and item.type in RANK]
    behind = [RANK[item.type] for at_row, item in others if at_row > row and item.type in RANK]
    return (not before or before[-1] <= rank) and (not behind or rank <= behind[0])


@rule(
    "L-09",
    ERROR,
    title="Tahun peraturan tidak mungkin",
    sentence="Tahun {tahun} pada “{kutipan}” tidak mungkin benar.",
    advice="Periksa tahunnya; tulis antara 1945 dan {kini}.",
    reason="Peraturan yang dirujuk harus sudah ditetapkan pada hari pemeriksaan.",
)
def citation_year_impossible(case: Case) -> Iterator[Problem]:
    """In the future or before 1945, but for what the gazette of colonial days told."""
    for row, citation in citations_of(case):
        year = citation.year
        first = FIRST_GAZETTE if citation.type == COLONIAL else INDEPENDENCE
        if year is not None and (year < first or case.today.is_before(date(year, 1, 1))):
            now = case.today.exactly().year
            yield about_citation(row, citation, tahun=str(year), kini=str(now))


@rule(
    "L-10",
    WARNING,
    title="Peraturan daerah lain",
    sentence="“{kutipan}” adalah peraturan {daerah}, bukan {sendiri}.",
    advice="Ganti dengan peraturan daerah sendiri, atau hapus jika tersalin dari SOP lain.",
    reason="Peraturan daerah lain tidak mengikat; biasanya tertinggal dari naskah yang disalin.",
)
def citation_of_other_region(case: Case) -> Iterator[Problem]:
    """A regional regulation neither of the own region nor of its province."""
    own = case.register.settings.region
    if not case.register.present or not own:
        return
    for row, citation in citations_of(case):
        issuer = citation.issuer
        if citation.type not in REGIONAL_TYPES or issuer in ("", "?"):
            continue
        above = province_of(own)
        if not same_region(issuer, own) and not (above and same_region(issuer, above)):
            yield about_citation(row, citation, daerah=issuer, sendiri=own)


@rule(
    "L-11",
    INFO,
    title="Peraturan terpotong dalam beberapa baris",
    sentence="Beberapa baris dibaca sebagai satu peraturan: “{kutipan}”.",
    advice="Tulis satu peraturan dalam satu baris agar tidak perlu digabungkan.",
    reason="Baris yang terpotong mudah terbaca sebagai dua peraturan.",
)
def citation_joined(case: Case) -> Iterator[Problem]:
    """Reading joined fragments of one citation."""
    for row, citation in citations_of(case):
        if Flag.FRAGMENT in citation.flags and citation.type:
            yield about_citation(row, citation)


CITATION_RULES: tuple[Rule, ...] = (
    not_a_citation,
    citation_without_type,
    citation_without_number,
    citation_without_title,
    superseded_regulation,
    citation_year_impossible,
    citation_of_other_region,
    citation_joined,
)
