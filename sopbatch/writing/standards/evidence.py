"""What a unit can show to those who judge its service (PEKPPP, Ombudsman), on one page.

What is missing stands first, in the order in which it has to be done.
"""

from dataclasses import dataclass
from datetime import date

from sopbatch.text.cleaned import cleaned
from sopbatch.text.words import enumeration, long_date, percent
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.standards.evidence_values import EvidenceSheet
from sopbatch.writing.standards.fitting import Fit, fits, on_one_page
from sopbatch.writing.standards.paper import PACKAGE, typeset_page
from sopbatch.writing.typeset import Pages, style_text, write_pdf

FOOT, GAPS, WIDEST, USUAL = 12.0, 3, 4.0, 9.6
"""White at the foot, gaps, white in each (mm), letters (pt)."""
YEAR = 366
"""Days within which a survey is that of a year."""
NAMED = 6
"""Services named in a sentence before the others are counted."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing, and what to do."""

    what: str
    todo: str


@dataclass(frozen=True, slots=True)
class EvidenceAnswer:
    """A question of those who judge, and what the unit can show."""

    question: str
    told: str
    met: bool


@dataclass(frozen=True, slots=True)
class EvidenceFigure:
    """A count at the head of the page."""

    number: str
    label: str
    met: bool


def print_evidence(sheet: EvidenceSheet, letterhead: Letterhead) -> bytes:
    """The page as PDF/A-3: what is missing first, then the answers to the usual questions."""
    sheet = cleaned(sheet)

    def make(fit: Fit, more: float) -> Pages:
        missing = gaps(sheet)
        return typeset_page(
            "lembar_bukti.html",
            style_text(PACKAGE, "lembar_bukti.css"),
            letterhead,
            measures=f"html {{ font-size: {USUAL * fit.scale:.3f}pt }}"
            f".gap {{ padding-top: {more:.2f}mm }}",
            unit=fit.text(sheet.unit, 3),
            as_of=long_date(sheet.as_of),
            figures=_figures(sheet),
            gaps=tuple(Gap(fit.text(gap.what, 3), fit.text(gap.todo, 3)) for gap in missing),
            answers=tuple(
                EvidenceAnswer(one.question, fit.text(one.told, 3), one.met)
                for one in answers(sheet)
            ),
        )

    return write_pdf(on_one_page(make, fits(64), foot=FOOT, gaps=GAPS, widest=WIDEST))


def gaps(sheet: EvidenceSheet) -> tuple[Gap, ...]:
    """What is missing, in the order in which it has to be done."""
    return tuple(gap for gap in (*_of_standards(sheet), *_of_duties(sheet)) if gap)


def answers(sheet: EvidenceSheet) -> tuple[EvidenceAnswer, ...]:
    """The questions of the policy part of PEKPPP, in its order."""
    told = sheet.standards > 0
    media = _listed((sheet.address, *sheet.media))
    consulted = _dated(sheet.consulted)
    groups = f" dengan {_listed(sheet.groups)}" if sheet.groups and consulted else ""
    survey = _dated(sheet.surveyed)
    value = f", nilai {sheet.survey_value}" if sheet.survey_value and survey else ""
    return (
        EvidenceAnswer(
            "Jenis layanan yang memiliki standar pelayanan",
            f"{sheet.standards} dari {sheet.services} layanan",
            told and sheet.standards >= sheet.services,
        ),
        EvidenceAnswer(
            "Standar pelayanan memuat 14 komponen",
            f"{sheet.complete} dari {sheet.standards} standar{_share(sheet)}",
            told and sheet.complete >= sheet.standards,
        ),
        EvidenceAnswer(
            "Masyarakat dilibatkan dalam penyusunan (forum konsultasi publik)",
            f"{consulted}{groups}" or "belum ada",
            bool(consulted),
        ),
        EvidenceAnswer(
            "Standar pelayanan ditetapkan dengan keputusan",
            _joined(f"{sheet.decreed} dari {sheet.standards} standar", _listed(sheet.decrees)),
            told and sheet.decreed >= sheet.standards,
        ),
        EvidenceAnswer(
            "Maklumat Pelayanan ditetapkan",
            _dated(sheet.pledged) or "belum ada",
            bool(sheet.pledged),
        ),
        EvidenceAnswer(
            "Enam komponen penyampaian pelayanan dipublikasikan",
            _joined(f"{sheet.displayed} dari {sheet.standards} standar", media),
            told and sheet.displayed >= sheet.standards,
        ),
        EvidenceAnswer(
            "Penerapan standar pelayanan dimonitor",
            _dated(sheet.monitored) or "belum ada",
            _within_year(sheet, sheet.monitored),
        ),
        EvidenceAnswer(
            "Survei kepuasan masyarakat dalam satu tahun terakhir",
            f"{survey}{value}" or "belum ada",
            _within_year(sheet, sheet.surveyed),
        ),
    )


def _of_standards(sheet: EvidenceSheet) -> tuple[Gap | None, ...]:
    held = len(sheet.held)
    lacking = max(0, sheet.services - sheet.standards - held)
    unfinished = max(0, sheet.standards - sheet.complete)
    hidden = max(0, sheet.standards - sheet.displayed)
    undecreed = max(0, sheet.standards - sheet.decreed)
    return (
        _gap(
            not sheet.services,
            "Belum ada layanan yang didaftarkan.",
            "Daftarkan jenis layanan, lalu isi formulir Standar Pelayanan.",
        ),
        _gap(
            held,
            _counted(held, "standar menunggu perbaikan", sheet.held),
            "Perbaiki berkas yang dikembalikan, lalu kirimkan lagi agar dihitung.",
        ),
        _gap(
            lacking,
            _counted(lacking, "layanan belum memiliki standar", sheet.without_standard),
            "Isi formulir Standar Pelayanan untuk layanan itu.",
        ),
        _gap(
            unfinished,
            _counted(
                unfinished,
                "standar belum memuat 14 komponen",
                tuple(f"{one.service} ({_listed(one.lacking)})" for one in sheet.unfinished),
            ),
            "Lengkapi komponen itu pada formulir Standar Pelayanan.",
        ),
        _gap(
            undecreed,
            f"{undecreed} standar belum ditetapkan dengan keputusan.",
            "Cetak SK penetapan, tandatangani, lalu isi nomor dan tanggalnya pada formulir.",
        ),
        _gap(
            hidden,
            f"{hidden} standar belum dapat dibaca masyarakat.",
            "Pasang selebaran di loket dan muat di laman, lalu isi bagian Publikasi pada formulir.",
        ),
    )


def _of_duties(sheet: EvidenceSheet) -> tuple[Gap | None, ...]:
    return (
        _gap(
            not sheet.consulted,
            "Forum konsultasi publik belum diselenggarakan.",
            "Bahas rancangan bersama wakil masyarakat, lalu isi tanggalnya pada formulir.",
        ),
        _gap(
            not sheet.pledged,
            "Maklumat Pelayanan belum ditetapkan.",
            "Cetak, tandatangani, dan pasang maklumat, lalu isi tanggalnya pada formulir.",
        ),
        _gap(
            not _within_year(sheet, sheet.monitored),
            _late("Penerapan standar", "dimonitor", sheet.monitored),
            "Monitor penerapan standar, lalu isi Tanggal monitoring terakhir pada formulir.",
        ),
        _gap(
            not _within_year(sheet, sheet.surveyed),
            _late("Survei kepuasan masyarakat", "diselenggarakan", sheet.surveyed),
            "Selenggarakan survei (PermenPAN-RB 14/2017), lalu isi hasilnya pada formulir.",
        ),
    )


def _gap(missing: object, what: str, todo: str) -> Gap | None:
    return Gap(what, todo) if missing else None


def _late(subject: str, done: str, day: date | None) -> str:
    if day is None:
        return f"{subject} belum {done}."
    return f"{subject} terakhir {done} pada {long_date(day)}, lebih dari satu tahun yang lalu."


def _within_year(sheet: EvidenceSheet, day: date | None) -> bool:
    return day is not None and abs((sheet.as_of - day).days) <= YEAR


def _figures(sheet: EvidenceSheet) -> tuple[EvidenceFigure, ...]:
    whole = sheet.standards
    return (
        EvidenceFigure(str(sheet.services), "jenis layanan", sheet.services > 0),
        EvidenceFigure(str(whole), "memiliki standar", 0 < sheet.services <= whole),
        EvidenceFigure(str(sheet.complete), "memuat 14 komponen", 0 < whole <= sheet.complete),
        EvidenceFigure(str(sheet.decreed), "ditetapkan", 0 < whole <= sheet.decreed),
        EvidenceFigure(str(sheet.displayed), "dipublikasikan", 0 < whole <= sheet.displayed),
    )


def _counted(count: int, words: str, names: tuple[str, ...]) -> str:
    """Such as "2 layanan belum memiliki standar: A, B."."""
    named = ", ".join(names[:NAMED])
    more = f", dan {count - NAMED} lainnya" if named and count > NAMED else ""
    return f"{count} {words}: {named}{more}." if named else f"{count} {words}."


def _share(sheet: EvidenceSheet) -> str:
    return f" ({percent(sheet.complete / sheet.standards)})" if sheet.standards else ""


def _dated(day: date | None) -> str:
    return long_date(day) if day else ""


def _listed(texts: tuple[str, ...]) -> str:
    return enumeration([text for text in texts if text])


def _joined(counted: str, named: str) -> str:
    return f"{counted}: {named}" if named else counted
