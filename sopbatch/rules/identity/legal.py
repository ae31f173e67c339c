"""Rules about Dasar Hukum (L-01 to L-13)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sopbatch.model import LegalCitation, Problem
from sopbatch.model.flags import Flag
from sopbatch.rules.basics.fields import when_blank
from sopbatch.rules.basics.wording import unanswered
from sopbatch.rules.data.regulations import LETTER_TYPES, RANK, REGIONAL_TYPES, SOP_GUIDELINES
from sopbatch.rules.identity.citations import (
    CITATION_RULES,
    EXAMPLE,
    FIELD,
    about_citation,
    citations_of,
)
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.text.names import folded, without_sop
from sopbatch.text.shortening import quoted

ABOUT_SOPS = re.compile(r"\bsop\b|standar[dt]? operasional prosedur")
ABOUT_ORGANISATION = re.compile(r"organisasi|tata kerja|susunan perangkat|tugas|kedudukan|uraian")


DECREES_REGULATED = 2011
"""Year in which decrees regulated for the last time (UU 12/2011, Pasal 100)."""
REGULATION_OF = {
    "KEPMEN": "PERMEN",
    "KEPLEMBAGA": "PERLEMBAGA",
    "KEPDIRJEN": "PERDIRJEN",
    "KEPGUB": "PERGUB",
    "KEPBUP": "PERBUP",
    "KEPWALI": "PERWALI",
}


@rule(
    "L-01",
    ERROR,
    title="Dasar Hukum belum diisi",
    sentence="Dasar Hukum {keadaan}.",
    advice=f"Tulis sedikitnya satu peraturan, misalnya {EXAMPLE}.",
    reason="Lampiran PermenPAN-RB 35/2012, Bagian Identitas: dasar hukum melandasi prosedurnya.",
    reports_blank=True,
)
def no_legal_basis(case: Case) -> Iterator[Problem]:
    """No entry at all; advice only before status Diajukan."""
    if not any(citations_of(case)):
        facts = {"keadaan": unanswered(case.submission.typed(FIELD))}
        yield Problem(at(FIELD), facts, severity=when_blank(case, FIELD))


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
    for row, citation in citations_of(case):
        if citation.number and citation.year is not None:
            first = seen.setdefault(citation.identity, row)
            if first != row:
                yield about_citation(row, citation, butir=first)


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
    """The first entry that ranks above the one before it, whatever that one may stand for."""
    ranked = [(row, item) for row, item in citations_of(case) if item.type in RANK]
    for (_, before), (row, citation) in pairwise(ranked):
        if RANK[citation.type] < RANK[_stands_for(before)]:
            yield about_citation(row, citation)
            return


def _stands_for(citation: LegalCitation) -> str:
    """The type of an entry; a decree of the time before UU 12/2011 may be a regulation.

    Its Pasal 100 reads decrees that regulate, and were there before it, as regulations.
    """
    old = citation.year is not None and citation.year <= DECREES_REGULATED
    return REGULATION_OF.get(citation.type, citation.type) if old else citation.type


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
    entries = [citation for _, citation in citations_of(case)]
    if entries and all(_is_letter(citation) for citation in entries):
        yield Problem(at(FIELD, 1))


def _is_letter(citation: LegalCitation) -> bool:
    return citation.type in LETTER_TYPES or Flag.LETTER in citation.flags


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
    entries = [citation for _, citation in citations_of(case)]
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
    *CITATION_RULES,
    citation_repeated,
    citations_out_of_order,
    only_letters,
    only_sop_guidelines,
)
