"""Words of SOP titles: nouns of activity, abbreviations, small words."""

import re

_NOUNS = """
administrasi advokasi akreditasi analisis asesmen asistensi audit audiensi autentikasi bantuan
bimbingan cuti disposisi distribusi edukasi eksekusi evaluasi fasilitasi harmonisasi
identifikasi implementasi inspeksi instalasi inventarisasi investigasi kajian kalibrasi
kerja klarifikasi klasifikasi koordinasi konsolidasi konsultasi kunjungan laporan layanan
legalisasi lelang lokakarya mediasi mitigasi mobilisasi monitoring mutasi negosiasi
orientasi patroli peliputan perizinan permohonan promosi proses publikasi rapat
rehabilitasi rekapitulasi rekomendasi rekonsiliasi rekrutmen registrasi reviu revisi rotasi
sertifikasi serah seleksi simulasi sinkronisasi sosialisasi standardisasi supervisi survei
survey tanggap telaah tindak transfer uji upacara validasi verifikasi visitasi wawancara
"""
_MORE_NOUNS = """
absensi angsuran apel backup banding bedah bongkar coaching cuci desk entri hibah input izin
keberatan kenaikan keprotokolan lembur listing maintenance musrenbang musyawarah opname panen piket
presensi prosedur reses rujukan sewa sidang tera triase troubleshooting tugas unggah update upload
usul usulan
"""
_ACRONYMS = """
AK AKIP AMDAL AP APBD APBN APIP ASN ATK BAST BKD BKN BLUD BMD BMN BPK BPKAD BPS BUMD CPNS DAK DAU
DPA DPRD GU HAM IGD IKM IKU IMB IPAL IUP JDIH KIA KPA KTP LAKIP LHKPN LKPD LPPD LPSE LS ODGJ OPD PAD
PAUD PBB PBJ PHL PIRT PKK PNS PPID PPK PPNS PPPK PPTK PTSP RAPBD RKA RKPD RPJMD RPJPD RSUD SAKIP SDM
SIMPEG SIPD SIUP SK SKM SKP SKPD SOP SOTK SP2D SPBE SPIP SPJ SPM SPP SPPD SPT TAPD THR TP TU TUP UGD
UKL ULP UMKM UP UPL UPT UPTD UTTP WNA WNI
"""
_SMALL = "dan atau di ke dari pada untuk yang dengan dalam atas bagi oleh serta antara tentang"

ACTIVITY_NOUNS = frozenset(_NOUNS.split())
"""Nouns of activity that do not follow a pattern."""
TITLE_NOUNS = ACTIVITY_NOUNS | frozenset(_MORE_NOUNS.split())
"""The same with nouns that are activities as titles of SOPs, and may be papers elsewhere."""
ACTIVITY_PATTERN = re.compile(r"(pe|per|peng|peny|pem|pen)\w{2,}(an|si)|\w+(isasi|fikasi|asi)")
"""Penyusunan, Pengelolaan, Pelayanan, Perencanaan; Digitalisasi, Verifikasi, Dokumentasi."""
ACRONYMS = frozenset(_ACRONYMS.split())
"""Abbreviations that stay in capitals in a title."""
SMALL_WORDS = frozenset(_SMALL.split())
"""Words that stay in small letters within a title."""
