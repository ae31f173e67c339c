"""Rules about ways to complain: channels, numbers, and how soon an answer comes."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.forms.services import ONLY, at_item, services
from sopbatch.rules.rule import INFO, WARNING, FormCase, Rule, form_rule
from sopbatch.text.names import folded
from sopbatch.text.shortening import quoted

LAPOR = "SP4N-LAPOR!"
MAIL = "Surel"
NUMBERED = frozenset(("Telepon", "WhatsApp", "SMS", "Faksimile"))
CALLED_WEB = re.compile(r"\b(?:website|web|laman|situs)\b")
CALLED_MAIL = re.compile(r"\b(?:surel|e-?mail|alamat surel)\b")
PRIVATE = re.compile(r"@(?:gmail|yahoo|ymail|hotmail|outlook|rocketmail)\.", re.IGNORECASE)
REASON = "UU 25/2009, Pasal 36: penyelenggara wajib menyediakan sarana pengaduan."


@form_rule(
    "V-04",
    WARNING,
    title="Saluran pengaduan belum terbaca",
    sentence="Tidak ada saluran pengaduan yang terbaca dari “{isi}”.",
    advice="Tulis sedikitnya satu saluran, misalnya telepon, surel, kotak saran, atau SP4N-LAPOR!.",
    reason=REASON,
    kinds=ONLY,
)
def no_channel(case: FormCase) -> Iterator[Problem]:
    """No text names a way to complain."""
    for service in services(case):
        if service.channels and not any(one.kind for one in service.channels):
            facts = {"isi": quoted(service.channels[0].raw)}
            yield Problem(at_item(service, "channels"), facts)


@form_rule(
    "V-14",
    INFO,
    title="Satu nomor untuk dua saluran",
    sentence="Nomor {nomor} ditulis sebagai {saluran} dan sebagai {lain}.",
    advice="Periksa nomornya; jika memang sama, gabungkan menjadi satu baris.",
    reason="Nomor yang berulang biasanya tersalin dari baris di atasnya.",
    kinds=ONLY,
)
def number_twice(case: FormCase) -> Iterator[Problem]:
    """The same number stands in two items under two kinds."""
    for service in services(case):
        seen: dict[str, tuple[str, int]] = {}
        for one in service.channels:
            digits = re.sub(r"\D", "", re.sub(r"^\s*\(?\+62", "0", one.value))
            if one.kind not in NUMBERED or not digits:
                continue
            kind, item = seen.setdefault(digits, (one.kind, one.item))
            if kind != one.kind and item != one.item:
                facts = {"nomor": quoted(one.value), "saluran": kind, "lain": one.kind}
                yield Problem(at_item(service, "channels", one.item), facts)


@form_rule(
    "V-15",
    WARNING,
    title="Alamat surel disebut laman",
    sentence="“{alamat}” adalah alamat surel, bukan laman.",
    advice="Ganti kata di depannya dengan “Surel”, atau tulis alamat lamannya.",
    reason="Alamat surel tidak dapat dibuka sebagai laman.",
    kinds=ONLY,
)
def mail_called_web(case: FormCase) -> Iterator[Problem]:
    """An address with @ behind the word for a website."""
    for service in services(case):
        for one in service.channels:
            raw = folded(one.raw)
            if one.kind == MAIL and CALLED_WEB.search(raw) and not CALLED_MAIL.search(raw):
                facts = {"alamat": quoted(one.value)}
                yield Problem(at_item(service, "channels", one.item), facts)


@form_rule(
    "V-16",
    INFO,
    title="Waktu menjawab pengaduan belum ditulis",
    sentence="Belum ditulis berapa lama pengaduan dijawab.",
    advice="Isi Waktu menjawab pengaduan, misalnya “5 hari kerja”.",
    reason=(
        "Sejalan dengan Perpres 76/2013: pengaduan diselesaikan paling lambat 60 hari sejak "
        "berkasnya lengkap."
    ),
    kinds=ONLY,
)
def no_answer_time(case: FormCase) -> Iterator[Problem]:
    """Ways to complain are told, and no time in which an answer comes."""
    for service in services(case):
        if service.channels and not service.answer_times:
            place = at_item(service, "answer_times")
            known = case.reading.cell(place) is not None
            yield Problem(place if known else at_item(service, "channels"))


@form_rule(
    "V-17",
    INFO,
    title="SP4N-LAPOR! belum disebut",
    sentence="SP4N-LAPOR! belum disebut di antara saluran pengaduan.",
    advice="Tambahkan “SP4N-LAPOR! www.lapor.go.id”.",
    reason="Sejalan dengan Perpres 76/2013: pengaduan dikelola dalam satu sistem nasional.",
    kinds=ONLY,
)
def no_national_channel(case: FormCase) -> Iterator[Problem]:
    """The national system for complaints is not named."""
    for service in services(case):
        if service.channels and all(one.kind != LAPOR for one in service.channels):
            yield Problem(at_item(service, "channels"))


@form_rule(
    "V-18",
    INFO,
    title="Hanya surel pribadi",
    sentence="Surel pengaduan hanya “{alamat}”, alamat yang bukan milik pemerintah.",
    advice="Gunakan alamat surel resmi perangkat daerah, jika ada.",
    reason="Alamat resmi tetap ada meskipun petugasnya berganti.",
    kinds=ONLY,
)
def private_mail(case: FormCase) -> Iterator[Problem]:
    """All addresses are of providers of private mail."""
    for service in services(case):
        mails = [one for one in service.channels if one.kind == MAIL]
        if mails and all(PRIVATE.search(one.value) for one in mails):
            facts = {"alamat": quoted(mails[0].value)}
            yield Problem(at_item(service, "channels", mails[0].item), facts)


COMPLAINT_RULES: tuple[Rule, ...] = (
    no_channel,
    number_twice,
    mail_called_web,
    no_answer_time,
    no_national_channel,
    private_mail,
)
