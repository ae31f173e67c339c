"""Rules about the components of service standards: times, fees, executors, empty words."""

import re
from collections.abc import Iterator

from sopbatch.model import DurationKind, Place, Problem
from sopbatch.rules.forms.services import (
    COMPONENT_REASON,
    LABELS,
    ONLY,
    at_item,
    items,
    services,
    when_due,
)
from sopbatch.rules.rule import ERROR, WARNING, FormCase, Rule, form_rule
from sopbatch.schema.fields import Field
from sopbatch.schema.standards import COMPONENTS, SERVICE
from sopbatch.text.names import folded
from sopbatch.text.shortening import quoted
from sopbatch.text.straight import fold

KNOWN_TIMES = frozenset((DurationKind.DURATION, DurationKind.INSTANT, DurationKind.INDEFINITE))
"""Kinds of time that say something: how long, or what it depends on."""
JUDGED_ELSEWHERE = frozenset(("times", "fees", "staff", "channels", "legal_basis"))
EMPTY_WORDS = re.compile(
    r"(?:terlampir|(?:lihat )?lampiran|sda|s\.d\.a|idem|ada|tersedia|baik|cukup|memadai|lengkap"
    r"|(?:sesuai|menurut) (?:dengan )?(?:sop|standar|ketentuan|aturan|peraturan|prosedur)"
    r"(?: (?:pelayanan|perundang-undangan|yang berlaku|yang ada|berlaku)){0,2})"
)
VALIDITY = re.compile(r"\b(?:masa berlaku|berlaku (?:selama|untuk|sampai))\b", re.IGNORECASE)


@form_rule(
    "V-01",
    ERROR,
    title="Belum ada layanan",
    sentence="Berkas ini belum memuat satu layanan pun.",
    advice="Isi lembar Layanan dengan ke-14 komponen standar pelayanan.",
    reason="Ketentuan formulir: yang dihitung dan dicetak adalah layanannya.",
    kinds=ONLY,
)
def no_service(case: FormCase) -> Iterator[Problem]:
    """No sheet of a service says anything."""
    if not services(case):
        yield Problem(Place("name"))


@form_rule(
    "V-02",
    WARNING,
    title="Jangka waktu belum terbaca",
    sentence="Lamanya pelayanan belum terbaca dari “{isi}”.",
    advice="Tulis lamanya dengan satuan, misalnya “3 hari kerja” atau “Pasien baru: 8 menit”.",
    reason=COMPONENT_REASON,
    kinds=ONLY,
)
def service_time_unreadable(case: FormCase) -> Iterator[Problem]:
    """A promised time that says no length and nothing on which it depends."""
    for service in services(case):
        for time in service.times:
            if time.duration.kind not in KNOWN_TIMES:
                facts = {"isi": quoted(time.duration.raw)}
                yield Problem(at_item(service, "times", time.item), facts)


@form_rule(
    "V-10",
    ERROR,
    title="Jam buka sebagai jangka waktu",
    sentence="Jangka waktu pelayanan hanya berisi jam buka: “{isi}”.",
    advice="Tulis lamanya pelayanan, misalnya “1 hari kerja”; jam buka ditulis pada Jam pelayanan.",
    reason=COMPONENT_REASON,
    kinds=ONLY,
)
def hours_as_time(case: FormCase) -> Iterator[Problem]:
    """All that stands there is when the counter is open."""
    for service in services(case):
        typed = [text for _, text in items(case, service, _field("times"))]
        if typed and not service.times:
            facts = {"isi": quoted(typed[0])}
            yield Problem(at_item(service, "times"), facts, severity=when_due(case))


@form_rule(
    "V-13",
    WARNING,
    title="Masa berlaku tercampur dengan jangka waktu",
    sentence="“{isi}” memuat masa berlaku produk, bukan hanya lamanya pelayanan.",
    advice="Pindahkan masa berlaku ke isian Masa berlaku produk.",
    reason=COMPONENT_REASON,
    kinds=ONLY,
)
def validity_as_time(case: FormCase) -> Iterator[Problem]:
    """How long the product holds stands among the times."""
    for service in services(case):
        for place, text in items(case, service, _field("times")):
            if VALIDITY.search(text):
                yield Problem(place, {"isi": quoted(text)})


@form_rule(
    "V-03",
    WARNING,
    title="Biaya atau tarif belum jelas",
    sentence="Dari “{isi}” tidak terbaca apakah layanan ini berbayar, dan berapa.",
    advice="Tulis besarnya tarif dalam rupiah, atau “Tidak dipungut biaya”.",
    reason=COMPONENT_REASON,
    kinds=ONLY,
)
def fee_unclear(case: FormCase) -> Iterator[Problem]:
    """Neither free, nor an amount, nor paid by somebody else, nor a rule with number and year."""
    for service in services(case):
        ruled = any(law.number and law.year for law in service.fee_basis)
        for fee in service.fees:
            if fee.amount is None and not fee.covered and not ruled:
                facts = {"isi": quoted(fee.text or fee.case)}
                yield Problem(at_item(service, "fees", fee.item), facts)


@form_rule(
    "V-11",
    WARNING,
    title="Tarif tanpa dasar hukum",
    sentence="Tarif “{isi}” ditulis tanpa peraturan yang menetapkannya.",
    advice="Tulis peraturannya pada isian Dasar tarif: jenis, nomor, tahun, dan judul.",
    reason="Tarif tanpa dasar hukum mudah dianggap pungutan liar.",
    kinds=ONLY,
)
def fee_without_rule(case: FormCase) -> Iterator[Problem]:
    """An amount is asked for, and no regulation with number or year says so."""
    for service in services(case):
        paid = next((fee for fee in service.fees if fee.amount), None)
        if paid and not any(law.number or law.year for law in service.fee_basis):
            facts = {"isi": quoted(f"{paid.case} {paid.text}".strip())}
            yield Problem(at_item(service, "fees", paid.item), facts)


@form_rule(
    "V-05",
    WARNING,
    title="Jumlah pelaksana belum terbaca",
    sentence="Jumlah orang belum terbaca dari “{isi}”.",
    advice="Tulis jumlahnya, misalnya “5 orang” atau “Petugas loket: 2 orang”.",
    reason=COMPONENT_REASON,
    kinds=ONLY,
)
def staff_uncounted(case: FormCase) -> Iterator[Problem]:
    """No executor has a number."""
    for service in services(case):
        if service.staff and service.staff_total is None:
            first = service.staff[0]
            yield Problem(at_item(service, "staff", first.item), {"isi": quoted(first.raw)})


@form_rule(
    "V-12",
    WARNING,
    title="Komponen tidak menjelaskan apa pun",
    sentence="{komponen} hanya berisi “{isi}”.",
    advice="Tulis keterangannya agar pengguna layanan tidak perlu mencarinya di tempat lain.",
    reason=COMPONENT_REASON,
    kinds=ONLY,
)
def component_without_content(case: FormCase) -> Iterator[Problem]:
    """A heading with an empty body: "terlampir", "sesuai ketentuan", or its own name again."""
    for service in services(case):
        for key in COMPONENTS:
            if key in JUDGED_ELSEWHERE:
                continue
            said = list(items(case, service, _field(key)))
            if said and all(_says_nothing(key, text) for _, text in said):
                place, text = said[0]
                yield Problem(place, {"komponen": LABELS[key], "isi": quoted(text)})


def _says_nothing(key: str, text: str) -> bool:
    plain = fold(text).strip(" .,;")
    return bool(EMPTY_WORDS.fullmatch(plain)) or plain == folded(LABELS[key])


def _field(key: str) -> Field:
    return next(field for field in SERVICE.fields if field.key == key)


COMPONENT_RULES: tuple[Rule, ...] = (
    no_service,
    service_time_unreadable,
    hours_as_time,
    validity_as_time,
    fee_unclear,
    fee_without_rule,
    staff_uncounted,
    component_without_content,
)
