"""Rules about the NIP of the official who ratifies (S-02 to S-05, S-10)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sopbatch.matching.naming import named_beside
from sopbatch.model import Fact, NipFault, NipKind, Problem, Review
from sopbatch.rules.basics.fields import when_wrong
from sopbatch.rules.basics.wording import shown
from sopbatch.rules.report_day import years_after
from sopbatch.rules.rule import ERROR, WARNING, Batch, Case, Rule, across_rule, at, rule
from sopbatch.text.blank import TO_FILL_IN, blank
from sopbatch.text.names import are_different_people, person_key
from sopbatch.text.shortening import quoted

NIP_DIGITS = 18
LOOKS_LIKE = str.maketrans("OoIl", "0011")
"""Letters that are typed for digits."""
NIP_EXAMPLE = (
    "Ketik 18 angka NIP dengan spasi agar tersimpan sebagai teks, misalnya "
    "“19700101 199501 1 999”. Nomor anggota TNI atau Polri didahului NRP."
)
PARTS_OF_NIP = (
    "Susunan NIP: 8 angka tanggal lahir, 6 angka tahun dan bulan pengangkatan (PPPK: tahun dan "
    "21), 1 angka jenis kelamin, 3 angka nomor urut."
)


def _nip_problem(case: Case, facts: Mapping[str, Fact]) -> Problem:
    return Problem(at("signatory_nip"), facts, severity=when_wrong(case, "signatory_nip"))


@rule(
    "S-02",
    ERROR,
    title="NIP tidak 18 angka",
    sentence="NIP “{nip}” {sebab}.",
    advice=NIP_EXAMPLE,
    reason=PARTS_OF_NIP,
)
def nip_not_18_digits(case: Case) -> Iterator[Problem]:
    """Too short, too long, with letters, or an old number of nine digits."""
    nip = case.sop.signatory_nip
    if nip.kind is NipKind.OLD or (nip.kind is NipKind.INVALID and nip.reason not in WRONG_PARTS):
        meant = _digits_meant(nip.raw)
        whole = len(re.sub(r"\D", "", nip.raw)) == NIP_DIGITS
        cause = "memuat tulisan lain" if whole else "tidak terdiri atas 18 angka"
        problem = _nip_problem(case, {"nip": shown(nip.raw), "sebab": cause})
        yield replace(problem, suggestion=meant)


def _digits_meant(raw: str) -> str:
    """The number without other words, or with the digits that letters were typed for.

    "" when that makes no 18 digits.
    """
    tries = (re.sub(r"[ .'/_-]", "", raw.translate(LOOKS_LIKE)), re.sub(r"\D", "", raw))
    digits = next((one for one in tries if re.fullmatch(r"\d{18}", one, re.ASCII)), "")
    if digits in ("", raw):
        return ""
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


@rule(
    "S-03",
    ERROR,
    title="NIP berubah karena tersimpan sebagai angka",
    sentence="NIP “{nip}” berubah karena tersimpan sebagai angka, bukan teks.",
    advice="Ubah format sel menjadi Teks, lalu ketik ulang 18 angkanya dari dokumen kepegawaian.",
    reason=(
        "Excel hanya menyimpan 15 angka pertama; angka terakhir NIP hilang dan tidak dapat "
        "dipulihkan."
    ),
)
def nip_damaged_by_excel(case: Case) -> Iterator[Problem]:
    """Stored as a number, so that the last three digits are lost."""
    nip = case.sop.signatory_nip
    if nip.kind is NipKind.DAMAGED:
        yield _nip_problem(case, {"nip": shown(nip.raw)})


WRONG_PARTS: Mapping[NipFault, str] = {
    NipFault.BIRTH: "delapan angka pertama bukan tanggal lahir",
    NipFault.MONTH: "angka ke-13 dan ke-14 bukan bulan pengangkatan",
    NipFault.SEX: "angka ke-15 harus 1 atau 2",
}
"""Reason of an invalid NIP of 18 digits, in words."""


@rule(
    "S-04",
    ERROR,
    title="Susunan NIP keliru",
    sentence="NIP “{nip}” keliru: {sebab}.",
    advice="Cocokkan NIP dengan dokumen kepegawaian, lalu ketik ulang.",
    reason=PARTS_OF_NIP,
)
def nip_parts_invalid(case: Case) -> Iterator[Problem]:
    """Eighteen digits whose birth date, month or sex cannot be."""
    nip = case.sop.signatory_nip
    if nip.kind is NipKind.INVALID and nip.reason in WRONG_PARTS:
        yield _nip_problem(case, {"nip": shown(nip.raw), "sebab": WRONG_PARTS[nip.reason]})


@rule(
    "S-05",
    WARNING,
    title="Usia menurut NIP tidak lazim",
    sentence="Menurut NIP ini, usia pejabat {usia} tahun {saat}.",
    advice="Cocokkan NIP dengan dokumen kepegawaian; mungkin ada angka yang tertukar.",
    reason=(
        "Kelaziman: usia di luar 18 sampai 60 tahun saat diangkat, atau 70 tahun ke atas, biasanya "
        "berarti ada angka NIP yang tertukar."
    ),
)
def nip_implausible_age(case: Case) -> Iterator[Problem]:
    """Appointed younger than 18 or older than 60, or 70 and older today."""
    nip = case.sop.signatory_nip
    if nip.kind is not NipKind.VALID or nip.born is None:
        return
    then = nip.age_at_appointment
    if then is not None and not 18 <= then <= 60:
        yield Problem(at("signatory_nip"), {"usia": then, "saat": "ketika diangkat"})
    elif not case.today.is_before(years_after(nip.born, 70)):
        now = _age(nip.born, case.today.exactly())
        yield Problem(at("signatory_nip"), {"usia": now, "saat": "sekarang"})


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


@across_rule(
    "S-10",
    ERROR,
    title="Satu NIP dipakai dua nama",
    sentence="NIP {nip} di sini milik “{nama}”, tetapi di {berkas} milik “{lain}”.",
    advice="Cocokkan nama dan NIP dengan dokumen kepegawaian, lalu perbaiki yang keliru.",
    reason="Satu NIP hanya dimiliki satu pegawai; perbedaan nama berarti salah satunya keliru.",
)
def nip_with_two_names(batch: Batch) -> Iterator[tuple[Review, Problem]]:
    """The same NIP stands beside the names of different people in two workbooks.

    One workbook's slip must not block all others: who agrees with the register's head, or else
    with the name that most workbooks give, is right; only without a majority all are told.
    """
    bearers: dict[str, dict[str, list[Review]]] = {}
    for review, nip, name in _signatures(batch):
        bearers.setdefault(nip, {}).setdefault(person_key(name), []).append(review)
    for review, nip, name in _signatures(batch):
        right, mine = _rightful(nip, bearers[nip], batch), person_key(name)
        if right and not are_different_people(mine, right):
            continue
        others = (
            reviews[0] for key, reviews in bearers[nip].items() if are_different_people(mine, key)
        )
        other = next(others, None)
        if other and other.submission:
            facts = {
                "nip": nip,
                "nama": quoted(name),
                "lain": quoted(other.submission.sop.signatory_name),
                "berkas": named_beside(other.received, review.received),
            }
            yield review, Problem(at("signatory_name"), facts)


def _rightful(nip: str, bearers: Mapping[str, list[Review]], batch: Batch) -> str:
    """The name a NIP belongs to, for comparison; "" when nothing tells."""
    for unit in batch.register.units:
        if unit.head_nip and "".join(unit.head_nip.split()) == nip and unit.head_name:
            return person_key(unit.head_name)
    ranked = sorted(bearers, key=lambda key: -len(bearers[key]))
    if len(ranked) > 1 and len(bearers[ranked[0]]) > len(bearers[ranked[1]]):
        return ranked[0]
    return ""


def _signatures(batch: Batch) -> Iterator[tuple[Review, str, str]]:
    for review in batch.reviews:
        sop = review.submission.sop if review.submission else None
        if sop and sop.signatory_nip.kind is NipKind.VALID and _is_name(sop.signatory_name):
            yield review, sop.signatory_nip.digits, sop.signatory_name


def _is_name(typed: str) -> bool:
    return not (blank(typed) or TO_FILL_IN.search(typed))


NIP_RULES: tuple[Rule, ...] = (
    nip_not_18_digits,
    nip_damaged_by_excel,
    nip_parts_invalid,
    nip_implausible_age,
    nip_with_two_names,
)
