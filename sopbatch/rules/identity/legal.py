"""Rules about Dasar Hukum (L-01 to L-13)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sopbatch.model import LegalCitation, Problem
from sopbatch.rules.basics.fields import when_blank
from sopbatch.rules.basics.regions import province_of, same_region
from sopbatch.rules.data.regulations import LETTER_TYPES, RANK, REGIONAL_TYPES, SOP_GUIDELINES
from sopbatch.rules.data.superseded import SUPERSEDED, Successor
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.text.blank import blank
from sopbatch.text.names import folded, without_sop
from sopbatch.text.shortening import quoted

EXAMPLE = "“Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik”"
INDEPENDENCE = 1945
FIELD = "legal_basis"
MISSPELT_ABOUT = re.compile(r"\b(?:t[entagng]{4,8}|ttg\b\.?)(?!\w)", re.IGNORECASE)
ABOUT_SOPS = re.compile(r"\bsop\b|standar[dt]? operasional prosedur")
ABOUT_ORGANISATION = re.compile(r"organisasi|tata kerja|susunan perangkat|tugas|kedudukan|uraian")


def _citations(case: Case) -> Iterator[tuple[int, LegalCitation]]:
    """1-based item and citation of each entry that says something."""
    for row, citation in enumerate(case.sop.legal_basis, start=1):
        if not blank(citation.raw):
            yield row, citation


def _about(row: int, citation: LegalCitation, **facts: str | int) -> Problem:
    return Problem(at(FIELD, row), {"kutipan": quoted(citation.raw), **facts})


@rule(
    "L-01",
    ERROR,
    title="Dasar Hukum belum diisi",
    sentence="Dasar Hukum belum diisi.",
    advice=f"Tulis sedikitnya satu peraturan, misalnya {EXAMPLE}.",
    reason="Lampiran PermenPAN-RB 35/2012, Bagian Identitas: dasar hukum melandasi prosedurnya.",
    reports_blank=True,
)
def no_legal_basis(case: Case) -> Iterator[Problem]:
    """No entry at all; advice only before status Diajukan."""
    if not any(_citations(case)):
        yield Problem(at(FIELD), severity=when_blank(case, FIELD))


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
    for row, citation in _citations(case):
        if citation.issuer == "?" or "issuer_unclear" in citation.flags:
            yield _about(row, citation, sebab="lembaga penerbitnya tidak jelas")
        elif not citation.type and not _numbered(citation):
            torn = "fragment" in citation.flags
            cause = "tampaknya potongan dari baris lain" if torn else "jenis dan nomornya tidak ada"
            yield _about(row, citation, sebab=cause)


def _numbered(citation: LegalCitation) -> bool:
    return bool(citation.number) or citation.year is not None


@rule(
    "L-03",
    ERROR,
    title="Jenis peraturan belum disebut",
    sentence="Jenis peraturan tidak disebut pada “{kutipan}”.",
    advice="Tambahkan jenisnya di depan, misalnya “Peraturan Daerah” atau “Peraturan Gubernur”.",
    reason="Nomor dan tahun yang sama dimiliki banyak peraturan; jenisnya yang membedakan.",
)
def citation_without_type(case: Case) -> Iterator[Problem]:
    """A number or year stands there, but nothing says what kind of regulation it is."""
    for row, citation in _citations(case):
        if not citation.type and _numbered(citation):
            yield _about(row, citation)


@rule(
    "L-04",
    WARNING,
    title="Nomor atau tahun peraturan belum disebut",
    sentence="{kurang} belum disebut pada “{kutipan}”.",
    advice="Lengkapi nomor dan tahunnya: “Nomor … Tahun …”.",
    reason="Peraturan dikenali dari jenis, nomor, dan tahunnya.",
)
def citation_without_number(case: Case) -> Iterator[Problem]:
    """The type is known; number or year is missing. The constitution has no number."""
    for row, citation in _citations(case):
        if citation.type in ("", "UUD") or citation.type in LETTER_TYPES:
            continue
        if not citation.number and citation.year is None:
            yield _about(row, citation, kurang="Nomor dan tahun")
        elif not citation.number:
            yield _about(row, citation, kurang="Nomor")
        elif citation.year is None:
            yield _about(row, citation, kurang="Tahun")


@rule(
    "L-05",
    WARNING,
    title="Kata “tentang” belum ada",
    sentence="Judul peraturan pada “{kutipan}” tidak didahului kata “tentang”.",
    advice="Tulis “tentang” dengan ejaan yang benar, lalu judul lengkap peraturannya.",
    reason="Judul setelah “tentang” menunjukkan pokok yang diatur dan memudahkan penelusuran.",
)
def citation_without_title(case: Case) -> Iterator[Problem]:
    """ "tentang" is missing or misspelt."""
    for row, citation in _citations(case):
        misspelt = "misspelt_tentang" in citation.flags
        missing = not citation.title or "without_tentang" in citation.flags
        if citation.type in ("", "UUD") or not (misspelt or missing):
            continue
        right = MISSPELT_ABOUT.sub("tentang", citation.raw, count=1) if misspelt else ""
        problem = _about(row, citation)
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
    for row, citation in _citations(case):
        successor = SUPERSEDED.get(citation.identity)
        if successor:
            problem = _about(row, citation, keadaan=successor.state, pengganti=successor.text)
            offered = successor.text if _fits(case, row, successor) else ""
            yield Problem(problem.place, problem.facts, suggestion=offered)


def _fits(case: Case, row: int, successor: Successor) -> bool:
    others = [(at_row, item) for at_row, item in _citations(case) if at_row != row]
    if any(item.identity == successor.identity for _, item in others):
        return False
    rank = RANK[successor.identity[0]]
    before = [RANK[item.type] for at_row, item in others if at_row < row and item.type in RANK]
    behind = [RANK[item.type] for at_row, item in others if at_row > row and item.type in RANK]
    return (not before or before[-1] <= rank) and (not behind or rank <= behind[0])


@rule(
    "L-07",
    WARNING,
    title="Peraturan disebut dua kali",
    sentence="“{kutipan}” sudah ditulis pada butir {butir}.",
    advice="Hapus salah satunya.",
    reason="Setiap peraturan cukup disebut satu kali.",
)
def citation_repeated(case: Case) -> Iterator[Problem]:
    """Same type, issuer, serial number and year as an earlier entry."""
    seen: dict[tuple[str, str, str, int | None], int] = {}
    for row, citation in _citations(case):
        if citation.number and citation.year is not None:
            first = seen.setdefault(citation.identity, row)
            if first != row:
                yield _about(row, citation, butir=first)


@rule(
    "L-08",
    INFO,
    title="Urutan peraturan tidak menurut jenjang",
    sentence="“{kutipan}” lebih tinggi daripada peraturan sebelumnya.",
    advice=(
        "Urutkan: undang-undang, peraturan pemerintah, peraturan presiden, peraturan menteri, "
        "peraturan daerah, peraturan kepala daerah."
    ),
    reason=(
        "Jenjang menurut UU 12/2011, Pasal 7; kelaziman: peraturan menteri ditulis setelah "
        "peraturan presiden."
    ),
)
def citations_out_of_order(case: Case) -> Iterator[Problem]:
    """The first entry that ranks above the one before it."""
    ranked = [(row, item) for row, item in _citations(case) if item.type in RANK]
    for (_, before), (row, citation) in pairwise(ranked):
        if RANK[citation.type] < RANK[before.type]:
            yield _about(row, citation)
            return


@rule(
    "L-09",
    ERROR,
    title="Tahun peraturan tidak mungkin",
    sentence="Tahun {tahun} pada “{kutipan}” tidak mungkin benar.",
    advice="Periksa tahunnya; tulis antara 1945 dan {kini}.",
    reason="Peraturan yang dirujuk harus sudah ditetapkan pada hari pemeriksaan.",
)
def citation_year_impossible(case: Case) -> Iterator[Problem]:
    """In the future or before 1945."""
    for row, citation in _citations(case):
        year = citation.year
        if year is not None and not INDEPENDENCE <= year <= case.as_of.year:
            yield _about(row, citation, tahun=str(year), kini=str(case.as_of.year))


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
    for row, citation in _citations(case):
        issuer = citation.issuer
        if citation.type not in REGIONAL_TYPES or issuer in ("", "?"):
            continue
        above = province_of(own)
        if not same_region(issuer, own) and not (above and same_region(issuer, above)):
            yield _about(row, citation, daerah=issuer, sendiri=own)


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
    for row, citation in _citations(case):
        if "fragment" in citation.flags and citation.type:
            yield _about(row, citation)


@rule(
    "L-12",
    WARNING,
    title="Dasar hukum hanya surat",
    sentence="Dasar Hukum hanya memuat surat atau surat edaran.",
    advice=(
        "Tambahkan peraturan yang melandasi kegiatan ini, misalnya undang-undang atau peraturan "
        "daerah."
    ),
    reason=(
        "Surat dan surat edaran bukan peraturan perundang-undangan menurut UU 12/2011, Pasal 7 dan "
        "Pasal 8."
    ),
)
def only_letters(case: Case) -> Iterator[Problem]:
    """No entry is a regulation."""
    entries = [citation for _, citation in _citations(case)]
    if entries and all(_is_letter(citation) for citation in entries):
        yield Problem(at(FIELD, 1))


def _is_letter(citation: LegalCitation) -> bool:
    return citation.type in LETTER_TYPES or "letter" in citation.flags


@rule(
    "L-13",
    WARNING,
    title="Dasar hukum hanya pedoman SOP",
    sentence="Dasar Hukum hanya memuat pedoman penyusunan SOP.",
    advice="Tambahkan peraturan yang melandasi {kegiatan}.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: dasar hukum melandasi prosedurnya, bukan "
        "penulisan SOP-nya."
    ),
)
def only_sop_guidelines(case: Case) -> Iterator[Problem]:
    """Except in SOPs about SOPs, the guideline alone says nothing about the activity."""
    entries = [citation for _, citation in _citations(case)]
    about_sops = ABOUT_SOPS.search(folded(without_sop(case.sop.title)))
    if entries and not about_sops and all(_is_guideline(citation) for citation in entries):
        title = quoted(case.sop.title)
        named = f"kegiatan “{title}”" if title else "kegiatan ini"
        yield Problem(at(FIELD, 1), {"kegiatan": named})


def _is_guideline(citation: LegalCitation) -> bool:
    return citation.identity in SOP_GUIDELINES or bool(ABOUT_SOPS.search(folded(citation.title)))


def on_organisation(citation: LegalCitation) -> bool:
    """Whether it is a regional regulation on the organisation and tasks of agencies."""
    named = ABOUT_ORGANISATION.search(folded(citation.title))
    return citation.type in REGIONAL_TYPES and named is not None


LEGAL_RULES: tuple[Rule, ...] = (
    no_legal_basis,
    not_a_citation,
    citation_without_type,
    citation_without_number,
    citation_without_title,
    superseded_regulation,
    citation_repeated,
    citations_out_of_order,
    citation_year_impossible,
    citation_of_other_region,
    citation_joined,
    only_letters,
    only_sop_guidelines,
)
