"""Standards in, what the decree that sets them says out: considerations, laws, dicta, annexes."""

import re
from dataclasses import dataclass

from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.model.values import LegalCitation
from sopbatch.text.spelled import roman
from sopbatch.text.words import long_date
from sopbatch.writing.standards.components import ComponentGroup, groups
from sopbatch.writing.standards.paper import Signature, signature

_ACTING = re.compile(r"^(?:(?:plt|plh|pj|pjs|a\.? ?n)\.? )+", re.IGNORECASE)
"""Who acts for the head signs as such; the decree is the head's."""
_SERVICE_LAW = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
_ALWAYS = (
    LegalCitation(raw=_SERVICE_LAW, type="UU", number="25", year=2009),
    LegalCitation(
        raw=f"Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan {_SERVICE_LAW}",
        type="PP",
        number="96",
        year=2012,
    ),
    LegalCitation(
        raw=(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 "
            "Tahun 2014 tentang Pedoman Standar Pelayanan"
        ),
        type="PERMEN",
        issuer="PANRB",
        number="15",
        year=2014,
    ),
)
"""What every such decree is founded on."""
_DUTY = (
    "bahwa untuk memberikan kepastian serta meningkatkan kualitas dan kinerja pelayanan sesuai "
    "dengan kebutuhan masyarakat dan selaras dengan kemampuan penyelenggara, penyelenggara "
    "pelayanan publik berkewajiban menyusun dan menetapkan standar pelayanan;"
)
_DISCUSSED = (
    "bahwa rancangan {subject} telah dibahas bersama masyarakat dan pihak terkait dalam forum "
    "konsultasi publik pada tanggal {day};"
)
_THEREFORE = (
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {letters}, perlu menetapkan "
    "Keputusan {office} tentang {subject};"
)
_SET = (
    "Menetapkan {subject} sebagaimana tercantum dalam {annexes} yang merupakan bagian tidak "
    "terpisahkan dari Keputusan ini."
)
_SCOPE = "Standar Pelayanan sebagaimana dimaksud dalam Diktum KESATU meliputi pelayanan:"
_BINDING = (
    "Standar Pelayanan sebagaimana dimaksud dalam Diktum KESATU wajib dilaksanakan oleh "
    "penyelenggara dan pelaksana, dan menjadi acuan penilaian kinerja pelayanan oleh pimpinan "
    "penyelenggara, aparat pengawasan, dan masyarakat."
)
_REVOKED = "Pada saat Keputusan ini mulai berlaku, {former} dicabut dan dinyatakan tidak berlaku."
_IN_FORCE = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
_RANKS = (
    *("UUD TAP", "UU PERPPU", "PP", "PERPRES KEPPRES INPRES", "PERMEN PERLEMBAGA"),
    *("KEPMEN KEPLEMBAGA PERDIRJEN KEPDIRJEN INMEN", "PERDA", "PERGUB PERBUP PERWALI"),
)
"""Kinds of regulations from higher to lower rank; others follow."""
_ORDINALS = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA")


@dataclass(frozen=True, slots=True)
class Dictum:
    """What the decree decides."""

    ordinal: str
    text: str
    texts: tuple[str, ...]
    """A list below it."""


@dataclass(frozen=True, slots=True)
class Annex:
    """The standard of one service."""

    number: str
    """Roman; "" when there is only one."""
    service: str
    groups: tuple[ComponentGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decree:
    """All that the decree says."""

    office: str
    """Whose decree it is: the position of the head."""
    unit: str
    number: str
    day: str
    subject: str
    considering: tuple[str, ...]
    recalling: tuple[str, ...]
    dicta: tuple[Dictum, ...]
    annexes: tuple[Annex, ...]
    signature: Signature


def decree(standards: Standards, unit: str) -> Decree:
    """The decree of cleaned standards."""
    day = standards.decree_date.value
    signed = signature(standards, unit, long_date(day) if day else "")
    office = _ACTING.sub("", signed.position)
    subject = f"Standar Pelayanan pada {unit}" if unit else "Standar Pelayanan"
    return Decree(
        office=office,
        unit=unit,
        number=standards.decree_number,
        day=signed.day,
        subject=subject,
        considering=_considering(standards, office, subject),
        recalling=_recalling(standards.services),
        dicta=_dicta(standards, subject),
        annexes=_annexes(standards.services),
        signature=signed,
    )


def _considering(standards: Standards, office: str, subject: str) -> tuple[str, ...]:
    day = standards.consulted.value
    letters = "huruf a dan huruf b" if day else "huruf a"
    last = _THEREFORE.format(letters=letters, office=office, subject=subject)
    if day is None:
        return (_DUTY, last)
    return (_DUTY, _DISCUSSED.format(subject=subject, day=long_date(day)), last)


def _recalling(services: tuple[ServiceStandard, ...]) -> tuple[str, ...]:
    """The three that always are, and what the services cite, each once, from higher to lower."""
    cited = (one for service in services for one in (*service.legal_basis, *service.fee_basis))
    kept: dict[object, LegalCitation] = {}
    for one in (*_ALWAYS, *cited):
        key = one.identity if one.type and one.number else one.raw.casefold()
        if one.raw:
            kept.setdefault(key, one)
    ranked = sorted(kept.values(), key=lambda one: _rank(one.type))
    return tuple(f"{one.raw.rstrip(' ;.,')};" for one in ranked)


def _rank(kind: str) -> int:
    places = (place for place, kinds in enumerate(_RANKS) if kind in kinds.split())
    return next(places, len(_RANKS))


def _dicta(standards: Standards, subject: str) -> tuple[Dictum, ...]:
    names = tuple(service.name for service in standards.services if service.name)
    former = standards.former_decree
    revoked = (_REVOKED.format(former=_named(former)),) if former else ()
    first = _SET.format(subject=subject, annexes=_annexes_named(len(standards.services)))
    told = (first, _SCOPE, _BINDING, *revoked, _IN_FORCE)
    return tuple(
        Dictum(ordinal, text, names if text == _SCOPE else ())
        for ordinal, text in zip(_ORDINALS, told, strict=False)
    )


def _annexes_named(count: int) -> str:
    if count < 2:
        return "Lampiran"
    joint = "dan" if count == 2 else "sampai dengan"
    return f"Lampiran I {joint} Lampiran {roman(count)}"


def _named(former: str) -> str:
    """The former decree as a sentence names it; what is only its number gets the words before."""
    if former.casefold().startswith(("keputusan", "sk ")):
        return former
    return f"Keputusan Nomor {former}"


def _annexes(services: tuple[ServiceStandard, ...]) -> tuple[Annex, ...]:
    several = len(services) > 1
    return tuple(
        Annex(roman(place) if several else "", service.name, groups(service))
        for place, service in enumerate(services, start=1)
    )
