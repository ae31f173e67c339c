"""Titles of officials: acting prefixes, words that name positions."""

import re

ACTING = re.compile(
    r"^\s*(plt|plh|pjs|pj|pelaksana tugas|pelaksana harian|penjabat|a\.?\s?n|an|u\.?\s?b)\b[\s.:]*",
    re.IGNORECASE,
)
"""Acting officials and signing on behalf: Plt., Plh., Pj., a.n., u.b."""
ACTING_IN_NAME = re.compile(
    r"^\s*(plt|plh|pjs|pj|a\.n|u\.b)\b[\s.:]*|^\s*(an|ub)\.\s+|^\s*(pelaksana (tugas|harian)|"
    r"penjabat|atas nama)\b\s*",
    re.IGNORECASE,
)
"""The same where a name is expected; "An" without a point may be a name."""

GENERIC_SIGNATORIES: tuple[str, ...] = (
    "gubernur",
    "wakil gubernur",
    "bupati",
    "wakil bupati",
    "wali kota",
    "walikota",
    "wakil wali kota",
    "sekretaris daerah",
)
"""Who may ratify an SOP that holds for all units (PermenPAN-RB 35/2012, Penetapan)."""

_POSITIONS = """
kepala wakil sekretaris asisten staf eselon ketua anggota tim kabag kabid kasubbag kasubag kasi
karo kadis kaban sekda sekdis gubernur bupati walikota inspektur direktur camat lurah pelaksana
jfu jft bendahara ppk kpa pptk subkoordinator koordinator bapak ibu sdr saudara
"""
_COMPETENCES = """
memahami mampu menguasai memiliki mengetahui mengerti pernah pendidikan berpendidikan lulusan
ijazah sarjana diploma sertifikat bersertifikat kompetensi kemampuan keterampilan terampil
pengetahuan pengalaman berpengalaman teliti bersedia cakap ahli minimal sehat jujur dapat
menyusun mengoperasikan menganalisis melakukan mengikuti s1 s2 d3 d4 sma slta smk
"""

POSITION_WORDS = frozenset(_POSITIONS.split())
"""First words that name a position or a person instead of a competence."""
COMPETENCE_WORDS = frozenset(_COMPETENCES.split())
"""Words by which an item speaks of a competence."""
