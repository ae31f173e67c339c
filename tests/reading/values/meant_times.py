"""Times as officials write them, each with what it means."""

from hypothesis import strategies as st

UNITS = {
    "menit": (1, ("menit", "Menit", "MENIT", "mnt", "mnt.", "minit", "'")),
    "jam": (60, ("jam", "Jam", "jm", "jam kerja")),
    "jam pelajaran": (45, ("JP", "jp", "JP.", "jam pelajaran", "Jam Pelajaran")),
    "hari kerja": (450, ("hari kerja", "Hari Kerja", "HK", "hr kerja", "hari efektif")),
    "hari": (450, ("hari", "Hari", "hr")),
    "minggu": (2250, ("minggu", "Minggu", "mgg", "pekan")),
    "bulan": (9000, ("bulan", "Bulan", "bln", "bln.")),
    "triwulan": (27000, ("triwulan", "TW")),
    "semester": (54000, ("semester", "smt")),
    "tahun": (105750, ("tahun", "thn", "tahun anggaran", "Tahun Anggaran", "tahun pelajaran")),
}
NUMBERS = {
    1: ("1", "satu", "1 (satu)", "satu (1)"),
    2: ("2", "dua", "2 (dua)", "02"),
    3: ("3", "tiga", "3 (tiga)"),
    0.5: ("0,5", "0.5", "½", "1/2", "setengah"),
    1.5: ("1,5", "1.5", "1½", "1 1/2", "satu setengah"),
    15: ("15", "15 (lima belas)", "10+5", "10 + 5"),
    30: ("30", "30 (tiga puluh)", "15+15"),
    120: ("120", "1​20"),
}
TO = (" - ", "-", " – ", " s.d. ", " s/d ", " sd ", " sampai ", " sampai dengan ", " hingga ")
BOUNDS = {
    "": (
        *("", "selama ", "± ", "+/- ", "kurang lebih ", "sekitar ", " ", "+ ", "-+", "+ / - "),
        *("lk. ", "l.k. ", ": ", "= "),
    ),
    "upper": (
        "maks. ",
        "Mak. ",
        "Selambat lambatnya ",
        "Maksimal ",
        "paling lama ",
        "Paling lambat ",
        "selambat-lambatnya ",
    ),
    "lower": ("minimal ", "min. ", "paling cepat ", "sekurang-kurangnya "),
}
COUNTED = ("berkas", "dokumen", "surat", "orang", "SKPD")


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, float, str]:
    """A number and unit as typed, its minutes and the unit's name."""
    number = draw(st.sampled_from(sorted(NUMBERS)))
    unit = draw(st.sampled_from(sorted(UNITS)))
    minutes, spellings = UNITS[unit]
    typed = draw(st.sampled_from(NUMBERS[number]))
    blank = "" if typed[-1].isdigit() and draw(st.booleans()) else " "
    return typed + blank + draw(st.sampled_from(spellings)), number * minutes, unit


CONDITIONS = ("jika berkas lengkap", "apabila lengkap", "setelah berkas diterima", "bila ada")
EXTENSIONS = (
    *("dapat diperpanjang 7 (tujuh) hari kerja", "dan dapat diperpanjang 7 hari"),
    *("perpanjangan paling lama 7 hari", "bisa ditambah 3 hari kerja", "diperpanjang 1 bulan"),
    *("tergantung kelengkapan berkas", "bergantung jumlah berkas", "sesuai kebutuhan"),
    "menyesuaikan jadwal rapat",
)
"""What else may follow a time."""
ROUND = ("({})", "“{}”", "[{}]", "{}*", "{} *)", "{};", "- {}")
ALIKE = {
    "frequency": (
        *("Triwulan", "Triwulanan", "Per triwulan", "Setiap triwulan", "Tiap Triwulan"),
        *("1 triwulan sekali", "Semester", "Semesteran", "per semester", "Tahunan", "Bulanan"),
        *("1 thn sekali", "1 tahun sekali", "Setahun sekali", "setiap tahun", "1x setahun"),
        *("1 kali/tahun", "2 bln sekali", "1 tahun anggaran sekali", "Rutin", "berkala"),
        *("Perbulan", "pertahun", "Tri wulan", "sebulan 2 kali", "6 bulan 1x", "Lima tahunan"),
        *("minimal 1 kali setahun", "Maks. 2x sebulan", "Setahun dua kali", "3 bulan 1 kali"),
    ),
    "instant": (
        *("Segera", "segera", "Saat itu juga", "Pada saat itu", "hari itu juga", "Hari itu"),
        *("hari yang sama", "Pada hari yang sama", "Hari yang sama", "pada hari itu juga"),
        *("Seketika", "langsung", "real time", "realtime", "waktu itu juga", "Real-time"),
        *("Segera setelah diterima", "Langsung setelah rapat", "di hari yang sama", "otomatis"),
        *("pada hari kerja yang sama", "hari kerja itu juga", "hari yg sama", "Dihari yang sama"),
    ),
    "indefinite": (
        *("Secepatnya", "sesegera mungkin", "Secepat mungkin", "Insidental", "segera mungkin"),
        *("Tidak ada batasan waktu", "Tdk terbatas", "tanpa batas", "Jam kerja"),
        *("Pada jam pelayanan", "selama jam kerja", "sesuai jam kerja"),
    ),
    "offset": ("Hari H", "Pada hari H", "H", "H-3", "H + 1", "7 hari sebelum kegiatan"),
    "schedule": (
        *("Semester Ganjil", "Tahun anggaran berjalan", "Tahun ajaran 2024", "TA 2024"),
        *("Triwulan I", "Minggu ke-2", "Awal bulan", "Senin - Jumat"),
    ),
}
