"""Words that name executors, things that execute nothing, and signs of a person's name."""

import re

_PEOPLE = """
kepala wakil sekretaris asisten staf staff ketua anggota tim kabag kabid kasubbag kasubag kasubid
kasi kasie karo kadis kaban sekda sekdis sekban gubernur bupati walikota inspektur direktur camat
lurah pelaksana jfu jft bendahara ppk kpa pptk ppspm subkoordinator koordinator petugas pejabat
pegawai operator admin administrator verifikator analis pranata arsiparis auditor pemohon pengusul
peserta masyarakat pelanggan penyedia pimpinan atasan panitia pokja satgas pengelola penata penelaah
perencana sekretariat inspektorat eselon resepsionis pengemudi satpam notulis
pengguna
"""
_PARTIES = """
perangkat dinas badan biro bagian bidang seksi subbagian subbag unit uptd upt kantor kementerian
kecamatan kelurahan desa rumah puskesmas sekolah instansi lembaga opd skpd dprd bkn bkd bpkad
asn pns pppk mitra bank tpp majelis komisi komite kelompok wali menteri presiden
"""

PEOPLE_WORDS = frozenset(_PEOPLE.split())
"""First words of a step's text that name who does it."""
ROLE_WORDS = PEOPLE_WORDS | frozenset(_PARTIES.split())
"""First words by which a lane names a position, a party or a unit."""

MATTER_WORDS = frozenset(
    [
        "desa",
        "kelurahan",
        "kecamatan",
        "masyarakat",
        "lembaga",
        "kelompok",
        "pegawai",
        "asn",
        "pns",
        "sekolah",
        "mitra",
    ]
)
"""Parties that also end names of units: “Dinas Pemberdayaan Masyarakat dan Desa”."""

OBJECT_WORDS = frozenset(
    [
        "anggota",
        "masyarakat",
        "mitra",
        "panitia",
        "pegawai",
        "pelanggan",
        "penyedia",
        "peserta",
        "pokja",
        "satgas",
        "tim",
    ]
)
"""People something is done to rather than who do it: “Pembentukan tim”, “Penetapan panitia”."""

_PUBLIC = """
pemohon masyarakat warga penduduk pasien pengunjung pelanggan tamu pelapor pengadu nasabah
siswa murid mahasiswa orangtua orang keluarga
"""
PUBLIC_WORDS = frozenset(_PUBLIC.split())
"""First words of lanes that stand for the public, or for those who are served."""

_THING_WORDS = """
aplikasi sistem sarana prasarana website situs web server portal mesin komputer email surel
surat formulir buku berkas dokumen arsip jaringan printer telepon loket database sms whatsapp
"""
THING_WORDS = frozenset(_THING_WORDS.split())
"""First words of lanes that are things."""

PERSON = re.compile(
    r"(?:^|\s)(?!(?i:ibu (?:hamil|bayi|balita|bersalin|melahirkan|nifas|menyusui|rumah|pkk))\b)"
    r"(?i:bapak|ibu|sdri?|saudara|drs|dra|dr|ir|prof|hj)\.?\s+[A-Z]"
    r"|,\s*(?:[SM]\.\s?[A-Z]|A\.?Md\b|Ph\.?D\b|(?:SH|SE|ST|SIP|SKM|SSos|SKom|SPd|MM|MH|MT|MSi|MAP)\b)"
    r"|\bNIP\b|\d{8}"
)
"""Signs of a person: a form of address, a degree, a number of a civil servant."""

ABOLISHED_POSTS = re.compile(
    r"\bkepala (?:subbagian|subbidang|seksi|sub bagian|sub bidang|subdirektorat)\b"
)
"""Posts abolished by the simplification of structures, written out (PermenPAN-RB 25/2021)."""
