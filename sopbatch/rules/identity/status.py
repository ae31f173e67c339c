"""Rules about the function that an SOP serves, and about its status (I-20, I-22)."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.basics.fields import when_blank
from sopbatch.rules.basics.wording import state_of, unanswered
from sopbatch.rules.rule import ANYWHERE, ERROR, WARNING, Case, Rule, at, rule
from sopbatch.schema.statuses import OFFICER_CHOICES, OFFICER_STATUSES, status_of
from sopbatch.text.blank import blank
from sopbatch.text.likeness import choice_meant
from sopbatch.text.names import folded

_NO_CHOICE = "yang tidak ada di daftar pilihan"
OFFICERS_WORD = {
    "Teridentifikasi": "Draf",
    "Dalam Verifikasi": "Diajukan",
    "Perlu Perbaikan": "Diajukan",
    "Terverifikasi": "Diajukan",
    "Digantikan": "Dicabut",
}
"""What an officer chooses where Biro Organisasi or the machine says something else."""
SAID_OTHERWISE = {
    **dict.fromkeys(("draft", "konsep", "rancangan", "dalam penyusunan", "sedang disusun"), "Draf"),
    **dict.fromkeys(("masih draf", "masih draft", "masih konsep", "masih disusun"), "Draf"),
    **dict.fromkeys(
        ("diusulkan", "usulan", "pengajuan", "sudah diajukan", "telah diajukan", "sudah dikirim"),
        "Diajukan",
    ),
    **dict.fromkeys(
        (
            *("sudah disahkan", "telah disahkan", "ditetapkan", "sudah ditetapkan", "sah"),
            *("telah ditetapkan", "sudah ditandatangani", "sudah berlaku", "aktif"),
            *("telah ditandatangani", "masih berlaku", "diterbitkan", "telah diterbitkan"),
            *("sudah sah", "telah sah", "sudah ttd", "telah ttd", "sudah di ttd", "berlaku penuh"),
            *("sudah diterbitkan", "sudah terbit", "terbit", "diberlakukan"),
        ),
        "Disahkan",
    ),
    **dict.fromkeys(
        (
            *("siap ditandatangani", "menunggu tanda tangan", "menunggu pengesahan", "siap ttd"),
            *("menunggu ttd", "siap ditetapkan", "siap tanda tangan", "menunggu ditandatangani"),
            "menunggu penandatanganan",
        ),
        "Siap Disahkan",
    ),
    **dict.fromkeys(
        (
            *("ujicoba", "diuji coba", "masa uji coba", "dalam uji coba", "tahap uji coba"),
            *("sedang diuji coba", "sedang uji coba", "proses uji coba", "dalam masa uji coba"),
        ),
        "Uji Coba",
    ),
    **dict.fromkeys(
        ("direvisi", "sedang direvisi", "dalam proses revisi", "proses revisi"), "Dalam Revisi"
    ),
    **dict.fromkeys(
        (
            *("sudah dicabut", "telah dicabut", "tidak berlaku lagi", "sudah tidak berlaku"),
            "dicabut dan tidak berlaku",
        ),
        "Dicabut",
    ),
}
"""Other words of the same meaning, folded; what could mean two statuses is not here."""
SHORT_WORDS = {"sdh": "sudah", "tlh": "telah", "dlm": "dalam", "sdg": "sedang", "msh": "masih"}
BEHIND = re.compile(r"\s*\([^()]*\)$|(?<=tanda tangan) .*$|(?<=menunggu pengesahan) .*$")
"""What goes on behind a status: “menunggu tanda tangan Kepala Dinas”, “draft (belum diajukan)”."""
NEGATED = re.compile(r"\b(?:belum|tidak|bukan)\b")


def said_otherwise(typed: str) -> str:
    """The status that other words mean, "" where that is not sure."""
    words = " ".join(SHORT_WORDS.get(word, word) for word in folded(typed).split())
    bare = BEHIND.sub("", words)
    meant = SAID_OTHERWISE.get(words) or SAID_OTHERWISE.get(bare, "")
    return "" if NEGATED.search(words[len(bare) :]) and meant != "Draf" else meant


@rule(
    "I-20",
    WARNING,
    title="Tugas atau fungsi belum diisi",
    sentence="Tugas atau fungsi yang melandasi SOP ini {keadaan}.",
    advice="Salin tugas atau fungsi dari peraturan susunan organisasi, misalnya “{contoh}”.",
    reason=(
        "Sejalan dengan Permendagri 52/2011: SOP disusun dari tugas dan fungsi perangkat daerah, "
        "sehingga setiap SOP dapat ditelusuri ke salah satunya."
    ),
    reports_blank=True,
)
def function_missing(case: Case) -> Iterator[Problem]:
    """No task or function of the unit is named."""
    if blank(case.sop.function):
        planned = next(
            (line for line in case.register.plan if line.code == case.sop.plan_code), None
        )
        known = planned.function if planned and case.sop.plan_code else ""
        yield Problem(
            at("function"),
            {
                "keadaan": unanswered(case.sop.function),
                "contoh": known or "Fasilitasi penyusunan SOP perangkat daerah",
            },
            severity=when_blank(case, "function"),
            suggestion=known,
        )


@rule(
    "I-22",
    ERROR,
    title="Status tidak sesuai",
    sentence="Status {keadaan}.",
    advice="Pilih salah satu: {pilihan}.",
    reason=(
        "Status menentukan isian yang wajib dan cara SOP dihitung. "
        "Status yang ditetapkan Biro Organisasi tidak dipilih sendiri."
    ),
    reports_blank=True,
    essential=ANYWHERE,
)
def status_unknown(case: Case) -> Iterator[Problem]:
    """An error when unknown or blank; a warning when it is a status officers do not set."""
    typed = case.sop.status
    status = status_of(typed)
    if status in OFFICER_STATUSES:
        return
    names = [item.label for item in OFFICER_CHOICES]
    yield Problem(
        at("status"),
        {"keadaan": state_of(typed, _NO_CHOICE), "pilihan": ", ".join(names)},
        severity=WARNING if status else None,
        suggestion=(
            OFFICERS_WORD.get(status.label, "")
            if status
            else said_otherwise(typed) or choice_meant(typed, names)
        ),
    )


STATUS_RULES: tuple[Rule, ...] = (
    function_missing,
    status_unknown,
)
