"""One entry of Dasar Hukum in, the regulation it cites and its relations to others out."""

import re
from dataclasses import replace

from sopbatch.model.flags import Flag
from sopbatch.model.values import Citation, LegalCitation
from sopbatch.reading.values.cited import ARTICLE, TENTANG, Cited, cited
from sopbatch.reading.values.fragments import is_fragment
from sopbatch.reading.values.lists import strip_marker
from sopbatch.reading.values.named_laws import name_behind
from sopbatch.reading.values.regulations import RANK, find_types, match_type, without_law_marker
from sopbatch.text.straight import straighten

__all__ = ["RANK", "parse_citation"]

LONGEST = 2000
"""Characters that are looked at; the printed citation keeps all."""

_GAZETTE = re.compile(
    r"[,(\[] ?(?:tambahan ?)?"
    r"(?:(?:lembar(?:an)?|berita) ?(?:negara|daerah)|(?:t?ln|bn|ld)(?:ri)?\b)"
    r"[^()\[\]]*[)\]]?",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"[;,. ]*(?:[;,] ?(?:dan|serta))?[;,. ]*$", re.IGNORECASE)
"""What ends an entry that others follow: “…;”, “…; dan”."""
_CHAIN = re.compile(r"\b(?:jo|jis|juncto)\b\.? ?", re.IGNORECASE)
_LAW = r" (?:undang|uu|p[pm]|per[a-z]+)\b"
_AMENDED = re.compile(
    r"\b(?:(?:sebagaimana?|yang|telah|sudah|beberapa|kali|terakhir)\b[ ,]*)*\bdi ?r?ubah\b"
    rf"(?:[^;]{{0,60}}?\b(?:dengan|dgn|dg|dng|oleh|terakhir(?={_LAW}))\b\.? ?|(?={_LAW}))"
    r"|\b(?:s\.?t\.?d\.?(?:t\.?)?d|y\.?s\.?d\.?u)\b\.? ?",
    re.IGNORECASE,
)
_AMENDS = re.compile(r"\bperubahan(?: \w+)? atas\b ?", re.IGNORECASE)
_CHANGES = re.compile(
    r"perubahan(?: (?:pertama|kesatu|kedua|ketiga|keempat|kelima|keenam|ketujuh))? ", re.IGNORECASE
)
"""As many leave out “atas”: “Perubahan Kedua Peraturan Presiden …”."""
_BARE_FIRST = re.compile(r"^(?=\d)")
"""A member of a chain without a word in front: “jo. 12/2021”."""
_AMENDED_BEFORE = re.compile(
    r"\b(?:perubahan(?: \w{1,20}){0,2}(?: atas| terhadap)?|penetapan|pelaksanaan|penjabaran) ?$",
    re.IGNORECASE,
)
"""What is said of a regulation that another one changes or makes law, and that changed nothing."""
_LEAD = re.compile(
    r"(?:referensi|(?:dasar|landasan) hukum|berdasarkan|sesuai(?: dengan)?|acuan|mengacu pada)\b"
    r"[ :]*",
    re.IGNORECASE,
)
"""What says that it is a law, in front of one: “Referensi Peraturan Pemerintah …”."""
_GLUED = re.compile(r"(?<=[^\W\d_])(?=No(?:mor\b|\.| )[ .:]*\d)|(?<=\btentang)(?=[A-Z])")
"""Where a blank was forgotten: “UUNo. 25”, “tentangPelayanan”."""
_COURT = re.compile(r"(?:sk )?(?=kma/\d)", re.IGNORECASE)
"""A decree of the court's chair that begins with its number: “KMA/032/SK/IV/2006 tentang …”."""
_IN_BRACKETS = re.compile(r"(?P<name>[^()]*[^\W\d_][^()]*) \((?P<law>[^()]*\d[^()]*)\)")
"""“Kompilasi Hukum Islam (Inpres Nomor 1 Tahun 1991)”: what it is called stands in front."""
_STAATSBLAD = re.compile(
    r"(?P<kind>staatsblad|stbl?\b\.?) (?:tahun )?(?P<year>1[789]\d\d)"
    r"(?: ?[:-] ?|,? ?no(?:mor)?\b[. ]*)(?P<number>\d+)",
    re.IGNORECASE,
)
"""“Staatsblad 1847 Nomor 23”: a year, and the number within it."""
_SOME_MINISTERS = re.compile(
    r"\b(?P<kind>skb|(?:surat )?keputusan bersama) (?P<count>[2-9]) menteri\b", re.IGNORECASE
)
_COUNTED = ("", "", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan")
"""How many ministers decided together, which is no number of the decree."""
_GUIDE = re.compile(
    r"(?:petunjuk (?:teknis|pelaksanaan|operasional)|juknis|juklak|(?:buku )?(?:pedoman|panduan))"
    r"\b",
    re.IGNORECASE,
)
_AND = re.compile(r" (?:dan|serta) ", re.IGNORECASE)
_JOINT = re.compile(r"(?<=\d{4})(?:,? (?:dan|serta)|,) (?=[^\d]{2,60}\d)", re.IGNORECASE)
"""What joins two regulations in front of the title of both."""


def parse_citation(text: str) -> LegalCitation:
    """The regulation cited by one entry; never fails, what is not found stays empty."""
    straight = straighten(text[:LONGEST])[:LONGEST]
    straight = without_law_marker(strip_marker(straight))
    entry = _CLOSE.sub("", _GAZETTE.sub("", _CLOSE.sub("", straight))).strip(" ;,.")
    entry = _GLUED.sub(" ", entry)
    if article := ARTICLE.match(entry):
        entry = entry[article.end() :]
    if court := _COURT.match(entry):
        entry = f"Keputusan KMA Nomor {entry[court.end() :]}"
    if (within := _IN_BRACKETS.fullmatch(entry)) and not match_type(entry):
        entry = f"{within['law']} tentang {within['name']}" if match_type(within["law"]) else entry
    if (lead := _LEAD.match(entry)) and match_type(entry[lead.end() :]):
        entry = entry[lead.end() :]
    entry = _in_usual_order(entry)
    if _GUIDE.match(entry):
        # A guide is no regulation, also where the name of one or a year stands in its title.
        return LegalCitation(raw=text)
    first, *later = (member.strip(" ,;(") for member in _CHAIN.split(_with_joint_ones(entry)))
    before, _, after = _cut(_AMENDED, first)
    read = cited(before)
    if not read.title:
        read = replace(read, title=_title_behind(later[-1] if later else after))
    flags = set(read.flags)
    if read.citation == Citation() and is_fragment(entry):
        flags.add(Flag.FRAGMENT)
    return LegalCitation(
        raw=text,
        type=read.citation.type,
        issuer=read.citation.issuer,
        number=read.citation.number,
        year=read.citation.year,
        title=read.title,
        amends=_citations_in(_changed(read.title)),
        amended_by=_of_its_own(_amending(after, read.citation), read),
        chain=_chain(read.citation, later),
        flags=frozenset(flags),
    )


def _in_usual_order(entry: str) -> str:
    """Kind, number, year and title of an entry as those of most regulations follow one another."""
    order = r"\g<kind> Nomor \g<number> Tahun \g<year>"
    entry = _STAATSBLAD.sub(order, name_behind(entry), count=1)
    return _SOME_MINISTERS.sub(
        lambda found: f"{found['kind']} {_COUNTED[int(found['count'])]} Menteri", entry
    )


def _with_joint_ones(entry: str) -> str:
    """“A, B dan C tentang T” as “A jo. B jo. C tentang T”, of which the title is of all."""
    about = TENTANG.search(entry)
    head = entry[: about.start()] if about else ""
    if not about or not _AND.search(head):
        return entry

    def chained(found: re.Match[str]) -> str:
        return " jo. " if match_type(head[found.end() :]) else found.group()

    return f"{_JOINT.sub(chained, head)}{entry[about.start() :]}"


def _changed(title: str) -> str:
    """What stands of a regulation in the title of one that changes it; "" for none."""
    _, _, behind = _cut(_AMENDS, title)
    bare = None if behind else _CHANGES.match(title)
    return title[bare.end() :] if bare and match_type(title[bare.end() :]) else behind


def _of_its_own(amending: tuple[Citation, ...], read: Cited) -> tuple[Citation, ...]:
    """What amended the regulation itself, not the one that it carries out.

    “Peraturan BKN … tentang Pelaksanaan PP 11/2017 sebagaimana telah diubah dengan PP 17/2020”.
    """
    if read.title.lower().startswith("penetapan"):
        return amending
    carried = {named[0] for at in find_types(read.title) if (named := match_type(read.title[at:]))}
    other = carried - {read.citation.type}
    return tuple(one for one in amending if one.type not in other)


def _title_behind(text: str) -> str:
    """The title that stands behind what amended a regulation, or goes with it; "" for none.

    “Perubahan atas …” is the title of the other one.
    """
    found = list(TENTANG.finditer(text))
    title = text[found[-1].end() :].strip(" ;,.:)") if found else ""
    return "" if title.lower().startswith("perubahan") else title


def _amending(text: str, amended: Citation) -> tuple[Citation, ...]:
    """What amended a regulation; the titles of amending ones name it, or another, once more."""
    starts = find_types(text)
    if re.search(r"\d", text[: starts[0]] if starts else text):
        # A misspelt type is no word of the vocabulary; what stands first is a citation.
        starts = (0, *starts)
    ends = (*starts[1:], len(text))
    found = (
        cited(text[start:end]).citation
        for start, end in zip(starts, ends, strict=False)
        if not _AMENDED_BEFORE.search(text[max(0, start - 60) : start])
    )
    return tuple(citation for citation in found if citation.number and citation != amended)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str, str]:
    """Text before, at and behind the first match; all of it before when there is none."""
    found = pattern.search(text)
    if not found:
        return text, "", ""
    return text[: found.start()].rstrip(" ,;("), found.group(), text[found.end() :]


def _chain(first: Citation, later: list[str]) -> tuple[Citation, ...]:
    """Members behind "jo."; a member without type is of the type of the first."""
    numbered = (_BARE_FIRST.sub("Nomor ", text) for text in later)
    own = (citation for text in numbered for citation in _amending(text, first))
    return tuple(
        one if one.type else Citation(first.type, first.issuer, one.number, one.year) for one in own
    )


def _citations_in(text: str) -> tuple[Citation, ...]:
    """All citations with a number in a running text."""
    starts = find_types(text)
    ends = (*starts[1:], len(text))
    found = (cited(text[start:end]).citation for start, end in zip(starts, ends, strict=False))
    return tuple(citation for citation in found if citation.number)
