"""Regulations as Dasar Hukum cites them, each with the one a lawyer takes it for."""

from random import Random

from tests.reading.values.real import Meant, Weighted, of, one

KALTIM = "Kalimantan Timur"
PAN = "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
NAMES = {
    (
        "UU",
        "",
    ): "Undang-Undang|Undang-Undang|Undang-Undang Republik Indonesia|UU|UU RI|Undang – Undang"
    "|Undang-Undang Negara Republik Indonesia"
    "|Undang-undang|UU.|UNDANG-UNDANG|U.U.|Undang Undang|UU R.I.|Undang-undang RI",
    ("PP", ""): "Peraturan Pemerintah|PP|Peraturan Pemerintah Republik Indonesia|PP RI|PP."
    "|Peraturan Pemerintah RI|PERATURAN PEMERINTAH|Peraturan Pemerintah (PP)",
    ("PERPRES", ""): "Peraturan Presiden|Perpres|Peraturan Presiden RI|PERPRES|Per. Presiden"
    "|Perpres RI|Peraturan Presiden Republik Indonesia",
    ("PERMEN", "PANRB"): f"Peraturan Menteri PANRB|Peraturan Menteri {PAN}|Permenpan RB|PermenPANRB"
    "|PermenPAN-RB|Permenpan-RB|Peraturan Menteri PAN dan RB|Permen PAN RB|Permen PAN dan RB"
    f"|Peraturan Kementerian {PAN} Republik Indonesia"
    f"|PERMENPAN RB|Peraturan Menteri Negara {PAN}|Peraturan Menteri PAN-RB|Peraturan MenPAN-RB"
    f"|Peraturan Menteri {PAN} Republik Indonesia|Peraturan Menpan RB|Permenpan & RB"
    "|Per-MENPAN RB|Peraturan Menteri Pendayagunaan Aparatur Negara dan RB"
    "|Peraturan Menteri PAN & RB"
    "|Peraturan Menteri Pemberdayaan Aparatur Negara dan Reformasi Birokrasi",
    ("PERMEN", "DAGRI"): "Peraturan Menteri Dalam Negeri|Permendagri|PERMENDAGRI|Permen Dagri"
    "|Peraturan Mendagri|Peraturan Menteri Dalam Negeri Republik Indonesia"
    "|Peraturan Menteri Dalam Negeri RI",
    ("PERMEN", "KES"): "Peraturan Menteri Kesehatan|Permenkes|Peraturan Menteri Kesehatan RI"
    "|Permenkes RI|PERMENKES|Permen Kesehatan",
    ("PERMEN", "KEU"): "Peraturan Menteri Keuangan|PMK|Peraturan Menteri Keuangan RI|Permenkeu",
    ("PERMEN", "DIKBUD"): "Peraturan Menteri Pendidikan dan Kebudayaan|Permendikbud",
    ("PERDA", KALTIM): f"Peraturan Daerah Provinsi {KALTIM}|Perda Provinsi {KALTIM}|Perda Kaltim"
    f"|Perda Prov. Kaltim|Peraturan Daerah {KALTIM}|PERDA Provinsi {KALTIM}"
    f"|Peraturan Daerah Propinsi {KALTIM}",
    ("PERGUB", KALTIM): f"Peraturan Gubernur {KALTIM}|Pergub Kaltim|Pergub {KALTIM}|PERGUB Kaltim"
    f"|Peraturan Gubernur Prov. Kaltim|Peraturan Gubernur Provinsi {KALTIM}"
    "|Peraturan Gubernur Kaltim",
    ("KEPMEN", "PANRB"): f"Keputusan Menteri PANRB|Kepmenpan RB|KepmenPANRB|Keputusan Menteri {PAN}"
    "|Kepmen PAN|Kep.Men.PAN|Kep. Menpan",
    ("PERBUP", "Kutai Kartanegara"): "Peraturan Bupati Kutai Kartanegara|Perbup Kutai Kartanegara"
    "|Perbub Kutai Kartanegara|Perbup. Kutai Kartanegara",
    ("PERWALI", "Samarinda"): "Peraturan Wali Kota Samarinda|Peraturan Walikota Samarinda"
    "|Perwali Samarinda|Perwako Samarinda|PERWALI Kota Samarinda|Perwal Samarinda",
    ("PERLEMBAGA", "LKPP"): "Peraturan LKPP|Perlem LKPP|Peraturan Lembaga LKPP|Perka LKPP"
    "|Peraturan Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah|Peraturan Kepala LKPP",
    ("PERLEMBAGA", "BPS"): "Peraturan BPS|Perka BPS|Peraturan Kepala BPS"
    "|Peraturan Badan Pusat Statistik|Peraturan Kepala Badan Pusat Statistik",
    ("PERLEMBAGA", "ANRI"): "Peraturan ANRI|Perka ANRI|Peraturan Kepala ANRI"
    "|Peraturan Kepala Arsip Nasional Republik Indonesia|Peraturan Arsip Nasional RI",
    ("PERLEMBAGA", "BKN"): "Peraturan BKN|Perka BKN|Peraturan Kepala BKN"
    "|Peraturan Kepala Badan Kepegawaian Negara|Peraturan Badan Kepegawaian Negara",
    ("KEPGUB", KALTIM): f"Keputusan Gubernur {KALTIM}|SK Gubernur Kaltim|Kepgub Kaltim"
    f"|Keputusan Gubernur Kaltim|SK Gubernur {KALTIM}",
    ("INPRES", ""): "Instruksi Presiden|Inpres|INPRES",
    ("KEPPRES", ""): "Keputusan Presiden|Keppres|Kepres|KEPPRES|Keputusan Presiden RI",
    ("PERPPU", ""): "Peraturan Pemerintah Pengganti Undang-Undang|Perppu|Perpu|PERPPU",
    ("SE", "PANRB"): "Surat Edaran Menteri PANRB|SE MenPANRB|SE Menpan RB",
    ("SE", "DAGRI"): "Surat Edaran Menteri Dalam Negeri|SE Mendagri",
}
"""Type and issuer or region to the names they go by."""
OFTEN = {"UU": 22, "PP": 18, "PERMEN": 10, "PERPRES": 8, "PERGUB": 7, "PERDA": 5}
LABELS: dict[str, float] = {
    "Nomor {n} Tahun {y}": 40,
    "No. {n} Tahun {y}": 20,
    "No {n} Tahun {y}": 10,
    "Nomor : {n} Tahun {y}": 3,
    "Nomor {n} tahun {y}": 5,
    "No.{n} Tahun {y}": 4,
    "NOMOR {n} TAHUN {y}": 2,
    "{n} Tahun {y}": 2,
    "{n}/{y}": 3,
    "No. {n}/{y}": 1,
    "Nomor {n}/{y}": 1,
    "No. {n} Thn {y}": 1,
    "No : {n} Tahun {y}": 1,
    "Nomor. {n} Tahun {y}": 1,
    "Nomor {n}, Tahun {y}": 0.5,
    "N0. {n} Tahun {y}": 0.3,
    "No. {n} th. {y}": 0.5,
    "Nomor{n} Tahun {y}": 0.3,
    "Nomor {n} Tahun{y}": 0.3,
    "No. {n}  Tahun  {y}": 1,
    "Nmr {n} Tahun {y}": 0.2,
    "Nomer {n} Tahun {y}": 0.3,
    "Nomor {n:02} Tahun {y}": 1,
    "Nomor Nomor {n} Tahun {y}": 0.3,
    "No; {n} Tahun {y}": 0.2,
}
TITLES = (
    "Pemerintahan Daerah|Pelayanan Publik|Aparatur Sipil Negara|Kearsipan|Perangkat Daerah"
    "|Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"
    "|Keterbukaan Informasi Publik|Disiplin Pegawai Negeri Sipil|Administrasi Pemerintahan"
    "|Manajemen Pegawai Negeri Sipil|Pengelolaan Barang Milik Negara/Daerah|Pencabutan Izin Usaha"
    "|Pengadaan Barang/Jasa Pemerintah|Organisasi dan Tata Kerja Dinas Kesehatan"
    "|Pedoman Tata Naskah Dinas di Lingkungan Pemerintah Daerah"
    "|Pembentukan dan Susunan Perangkat Daerah|Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    "|Rencana Pembangunan Jangka Menengah Daerah Tahun 2024-2026"
    "|Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2025"
    "|Pedoman Teknis Pengelolaan Keuangan Daerah|Jabatan Fungsional Statistisi dan Angka Kreditnya"
)
ABOUT: dict[str, float] = {
    " tentang ": 60,
    " Tentang ": 15,
    " TENTANG ": 3,
    " ttg ": 3,
    ", tentang ": 2,
    " ttg. ": 1,
    " mengenai ": 1,
    " tentang: ": 0.5,
    "\ntentang ": 2,
}
FRONTS: dict[str, float] = {
    "": 60,
    "1. ": 8,
    "2) ": 2,
    "a. ": 3,
    "• ": 4,
    "- ": 3,
    "\uf0b7 ": 3,
    "1.": 2,
    "(3) ": 0.5,
    "3 ": 4,
    "12 ": 1,
    "B. ": 0.5,
    "ü ": 1,
    "§ ": 1,
    "\uf0a7\t": 1,
    "10. ": 1,
    "1, ": 0.5,
}
ENDS: dict[str, float] = {
    "": 50,
    ";": 15,
    ".": 10,
    " ;": 4,
    ",": 2,
    "; dan": 2,
    " (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik "
    "Indonesia Nomor 5587);": 5,
    " (Lembar Negara Republik Indonesia Tahun 2014 Nomor 244)": 0.3,
    " (LembaranNegara Republik Indonesia Tahun 2014 Nomor 244);": 0.3,
    " (Berita Negara Republik Indonesia Tahun 2012 Nomor 649)": 3,
    " (Lembaran Daerah Provinsi Kalimantan Timur Tahun 2016 Nomor 9)": 2,
    " [Lembaran Negara Tahun 2014 Nomor 6]": 0.3,
}
AMENDED = (
    " s.t.d.d. | sebagaimana telah di ubah dengan | y.s.d.u "
    "| sebagaimana telah diubah dengan |, sebagaimana telah diubah dengan "
    "| sebagaimana telah diubah beberapa kali terakhir dengan | juncto "
    "| sebagaimana telah beberapa kali diubah, terakhir dengan | jo | jo. "
    "| yang telah diubah dengan | sebagaimana diubah dengan | sebagaimana telah diubah oleh "
    "| sebagaimana telah diubah terakhir dengan | (sebagaimana telah diubah dengan "
    "| sebagaimana telah diubah kedua kalinya dengan | sebagaimana diubah terakhir dengan "
    "| sebagaimana telah beberapa kali diubah terakhir dengan "
)
NO_LAW = (
    "Petunjuk Teknis Pengelolaan Dana BOS|Juknis Jabatan Fungsional|Pedoman Penyusunan SOP"
    "|Rencana Strategis Dinas Kesehatan Tahun 2024-2026|SOTK Biro Organisasi|Renstra 2021-2026"
    "|DPA Tahun Anggaran 2025|Surat Tugas Kepala Dinas|RPJMD Provinsi Kalimantan Timur"
    "|Dokumen Pelaksanaan Anggaran"
)
Law = tuple[str, str, str, int]


def _named(random: Random) -> tuple[str, Law]:
    weights = [OFTEN.get(type_, 1) for type_, _ in NAMES]
    type_, issuer = random.choices(list(NAMES), weights)[0]
    number, year = random.randint(1, 230), random.randint(1997, 2025)
    label = of(random, LABELS).format(n=number, y=year)
    return f"{one(random, NAMES[type_, issuer])} {label}", (type_, issuer, str(number), year)


def _law(random: Random) -> Meant:
    text, meant = _named(random)
    title = one(random, TITLES)
    amended, by = _amendment(random, text, title) if random.random() < 0.12 else ("", ())
    others = tuple(law for law in by if law != meant)
    about, front, end = of(random, ABOUT), of(random, FRONTS), of(random, ENDS)
    return f"{front}{text}{about}{title}{amended}{end}", (*meant, title, others)


def _amendment(random: Random, text: str, title: str) -> tuple[str, tuple[Law, ...]]:
    other, changed = _named(random)
    how = one(random, AMENDED)
    if "(" in how:
        return f"{how}{other})", (changed,)
    named = one(random, "||{p} Atas {t}|{p} Kedua atas {t}|{p} atas {t} tentang {b}")
    named = named.format(p=" tentang Perubahan", t=text, b=title)
    return how + other + named, (changed,)


def _no_law(random: Random) -> Meant:
    return one(random, NO_LAW), None


LAWS: Weighted = ((97, _law), (3, _no_law))
