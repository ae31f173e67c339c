"""The name of a role as typed in, the form in which roles are compared out."""

import re

from sopbatch.text.straight import fold

LONGEST = 200
"""Characters; a longer text names no role and is only folded."""

_EXPANSIONS: tuple[tuple[str, str], ...] = (
    (r"a n|an(?= (?:gubernur|sekretaris|sekda|kepala|bupati|wali))", "atas nama"),
    (r"u b", "untuk beliau"),
    (r"u p", "untuk perhatian"),
    (r"plt", "pelaksana tugas"),
    (r"plh", "pelaksana harian"),
    (r"pj|pjs", "penjabat"),
    (r"ka ?sub ?b?ag(?:ian)?", "kepala subbagian"),
    (r"ka ?sub ?bid(?:ang)?", "kepala subbidang"),
    (r"ka ?bag", "kepala bagian"),
    (r"ka ?bid", "kepala bidang"),
    (r"ka ?sie?", "kepala seksi"),
    (r"ka ?biro|karo", "kepala biro"),
    (r"kadis|ka dinas", "kepala dinas"),
    (r"kaban|ka badan", "kepala badan"),
    (r"ka ?upt", "kepala upt"),
    (r"ka|^kep", "kepala"),
    (r"sub ?b?ag(?:ian)?", "subbagian"),
    (r"sub ?bid(?:ang)?", "subbidang"),
    (r"bag", "bagian"),
    (r"bid", "bidang"),
    (r"sekda", "sekretaris daerah"),
    (r"setda", "sekretariat daerah"),
    (r"sekdis", "sekretaris dinas"),
    (r"sekban", "sekretaris badan"),
    (r"sekwan", "sekretaris dewan"),
    (r"ppspm", "pejabat penandatangan surat perintah membayar"),
    (r"pptk", "pejabat pelaksana teknis kegiatan"),
    (r"ppk", "pejabat pembuat komitmen"),
    (r"kpa", "kuasa pengguna anggaran"),
    (r"pa", "pengguna anggaran"),
    (r"tu", "tata usaha"),
    (r"kepeg", "kepegawaian"),
    (r"keu", "keuangan"),
    (r"jft|fungsional tertentu", "jabatan fungsional tertentu"),
    (r"jfu|fungsional umum", "jabatan pelaksana"),
)
_WORDS = tuple((re.compile(rf"\b(?:{short})\b"), full) for short, full in _EXPANSIONS)
_WHOLE = (
    (re.compile(r"(?:jabatan )+(?=fungsional tertentu|pelaksana)"), "jabatan "),
    (re.compile(r"^asisten(?= (?:i{1,3}|iv|[1-4])\b|$)"), "asisten sekretaris daerah"),
    (re.compile(r"^(?:staff?|pelaksana)\b(?! (?:ahli|khusus|tugas|harian))"), "jabatan pelaksana"),
    (re.compile(r"^(?:pejabat )?fungsional$"), "jabatan fungsional tertentu"),
)


def expand_role(text: str) -> str:
    """The role in lower case with its abbreviations written out, for comparison only.

    "Kasubbag. Umum & Kepeg" is "kepala subbagian umum dan kepegawaian". A "/" between two roles
    stays, and each of the two is written out.
    """
    plain = fold(text)
    return "/".join(map(_expand_one, plain.split("/"))) if len(plain) <= LONGEST else plain


def _expand_one(role: str) -> str:
    words = " ".join(re.sub(r"[^\w&]", " ", role).replace("&", " dan ").split())
    for short, full in _WORDS:
        words = short.sub(full, words)
    for pattern, full in _WHOLE:
        words = pattern.sub(full, words)
    return words
