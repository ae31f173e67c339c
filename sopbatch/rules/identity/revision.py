"""Rules about the revision of an SOP, its number and its date (D-05, D-06)."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.model.values import DateKind
from sopbatch.rules.identity.date_writing import date_fault
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.text.blank import blank
from sopbatch.text.likely_dates import likely_date
from sopbatch.text.names import folded
from sopbatch.text.shortening import quoted
from sopbatch.text.words import long_date

REVISION_WORDS = re.compile(
    r"(?:(?:revisi|rev|r)\b[\s.:-]*|r(?=\d))?(?:ke\b[\s.:-]*)?0*(?P<number>\d{1,3}|[a-z]+)"
    r"(?:\s*\([a-z ]+\))?\.?"
)
"""“Revisi ke-1”, “Rev. 01”, “R2”, “1 (satu)”."""
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("nol", "i satu pertama kesatu", "ii dua kedua", "iii tiga ketiga", "iv empat keempat")
    )
    for word in words.split()
}
REVISION_BESIDE = re.compile(
    r"[\s,;/(\[–-]*\b(?:revisi|rev)\b[\s.:-]*(?:ke\b[\s.:-]*)?0*(?P<number>\d{1,3})[)\]]?\s*$",
    re.IGNORECASE,
)
"""The number of the revision behind its date: “22 Juli 2019 rev 01”."""
NEVER_REVISED = re.compile(r"(?:belum|tidak) (?:pernah|ada|direvisi)\b|belum$")


@rule(
    "D-05",
    ERROR,
    title="Revisi dan tanggalnya tidak cocok",
    sentence="“Revisi ke-” {revisi}, {tanggal}.",
    advice=(
        "Jika belum pernah direvisi, tulis 0 dan “-”; jika sudah, tulis tanggal lengkapnya. "
        "Tanggal peninjauan ditulis pada Tanggal Rencana Peninjauan."
    ),
    reason=(
        "Ketentuan formulir: Tanggal Revisi hanya untuk hari SOP direvisi, sehingga harus cocok "
        "dengan “Revisi ke-”."
    ),
)
def revision_against_date(case: Case) -> Iterator[Problem]:
    """Number and date disagree; milder when the number is blank or the date says so in words."""
    sop = case.sop
    beside = f"sedangkan Tanggal Revisi {_typed(sop.revised.raw)}"
    facts = {"revisi": _typed(sop.revision_raw), "tanggal": beside}
    if sop.revision is None and not blank(sop.revision_raw):
        told = {**facts, "tanggal": "yang bukan angka"}
        yield Problem(at("revision"), told, suggestion=_revision_meant(case))
    elif sop.revision is None:
        milder = WARNING if sop.revised.value else INFO
        yield Problem(at("revision"), facts, severity=milder)
    elif sop.revision > 0 and sop.revised.value is None:
        yield _without_date(case, sop.revision)
    elif sop.revision == 0 and sop.revised.kind is not DateKind.MISSING and not _three_equal(case):
        in_words = not any(character.isdigit() for character in sop.revised.raw)
        milder_for_words = WARNING if in_words else None
        numbered = REVISION_BESIDE.search(sop.revised.raw)
        offered = "" if numbered and int(numbered["number"]) else "-"
        yield Problem(at("revised"), facts, severity=milder_for_words, suggestion=offered)


def _without_date(case: Case, revision: int) -> Problem:
    """A revision whose date is none; milder where only its own number stands behind the date."""
    revised = case.sop.revised
    numbered = REVISION_BESIDE.search(revised.raw)
    own = numbered is not None and int(numbered["number"]) == revision
    meant = likely_date(revised.raw[: numbered.start()] if own and numbered else revised.raw)
    missing = revised.kind is DateKind.MISSING
    fault = "" if missing else f", {'bukan tanggal saja' if own and meant else date_fault(revised)}"
    facts = {
        "revisi": _typed(case.sop.revision_raw),
        "tanggal": f"sedangkan Tanggal Revisi {_typed(revised.raw)}{fault}",
    }
    severity = WARNING if own and meant else None
    return Problem(at("revised"), facts, severity=severity, suggestion=meant)


def _revision_meant(case: Case) -> str:
    """The number told in other words, where it agrees with Tanggal Revisi: “Rev. I” is 1."""
    typed = folded(case.sop.revision_raw)
    if NEVER_REVISED.match(typed):
        meant = 0
    else:
        said = REVISION_WORDS.fullmatch(typed)
        word = said["number"] if said else ""
        meant = int(word) if word.isdecimal() else NUMBER_WORDS.get(word, -1)
    revised = case.sop.revised
    fits = (
        revised.value is not None if meant > 0 else meant == 0 and revised.kind is DateKind.MISSING
    )
    return str(meant) if fits else ""


def _typed(text: str) -> str:
    return f"berisi “{quoted(text)}”" if text.strip() else "masih kosong"


def _three_equal(case: Case) -> bool:
    days = {case.sop.created.value, case.sop.revised.value, case.sop.effective.value}
    return len(days) == 1 and None not in days


@rule(
    "D-06",
    WARNING,
    title="Tanggal Revisi mengulang Tanggal Pembuatan",
    sentence="Ketiga tanggal sama ({tanggal}), padahal SOP belum pernah direvisi.",
    advice="Tulis “-” pada Tanggal Revisi selama “Revisi ke-” masih 0.",
    reason=(
        "Ketentuan formulir: Tanggal Revisi baru diisi setelah SOP direvisi, bukan mengulang "
        "Tanggal Pembuatan."
    ),
)
def three_equal_dates(case: Case) -> Iterator[Problem]:
    """Created, revised and effective on one day although Revisi ke- is 0 (or blank)."""
    if not case.sop.revision and _three_equal(case) and case.sop.created.value:
        yield Problem(at("revised"), {"tanggal": long_date(case.sop.created.value)}, suggestion="-")


REVISION_RULES: tuple[Rule, ...] = (revision_against_date, three_equal_dates)
