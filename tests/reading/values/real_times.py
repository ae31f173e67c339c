"""Times as officials fill them in, each with what a person takes it for.

Weights are those of 912 cells of real SOPs: 866 told a length (81 of them a range), 13 how often,
12 when, 2 a day.
"""

from random import Random

from tests.reading.values.real import Meant, Weighted, cased, one

MINUTES = {
    "menit": 1,
    "jam": 60,
    "hari kerja": 450,
    "hari": 450,
    "minggu": 2250,
    "bulan": 9000,
    "triwulan": 27000,
    "semester": 54000,
    "tahun": 105750,
}
SPELT = {
    "menit": "menit|Menit|menit|menit|mnt|mnt.|MENIT|minit|Mnt",
    "jam": "jam|Jam|jam|JAM|jm",
    "hari kerja": "hari kerja|Hari Kerja|Hari kerja|HARI KERJA|hr kerja|HK|hari  kerja|hari krj"
    "|hr. kerja|harikerja",
    "hari": "hari|Hari|hari|HARI|hr|hr.",
    "minggu": "minggu|Minggu|mgg|MINGGU|pekan",
    "bulan": "bulan|Bulan|bln|BULAN",
    "triwulan": "triwulan|Triwulan",
    "semester": "semester",
    "tahun": "tahun|Tahun|thn",
}
USED = {"hari": 215, "menit": 202, "hari kerja": 170, "minggu": 143, "bulan": 75, "jam": 59} | {
    "tahun": 3, "semester": 2, "triwulan": 2
}  # fmt: skip
"""Units and how often they stood in those cells."""
NUMBERS = (1, 2, 3, 4, 5, 7, 10, 12, 14, 15, 20, 30, 45, 60, 90, 120)
IN_WORDS = {1: "satu", 2: "dua", 3: "tiga", 5: "lima", 7: "tujuh", 10: "sepuluh"} | {
    14: "empat belas", 15: "lima belas", 30: "tiga puluh", 60: "enam puluh"
}  # fmt: skip
PARTS = ((0.5, "0,5|½|1/2|setengah"), (1.5, "1,5|1 ½|1.5|1½"), (2.5, "2,5"))


def _unit(random: Random) -> str:
    return random.choices(list(USED), list(USED.values()))[0]


def _spelt(random: Random, unit: str) -> str:
    return one(random, SPELT[unit])


def _amount(random: Random) -> tuple[str, float]:
    unit, number = _unit(random), random.choice(NUMBERS)
    typed, count = str(number), float(number)
    if random.random() < 0.06 and number in IN_WORDS:
        word = IN_WORDS[number]
        alone = word if number <= 10 else f"{number} ({word})"
        typed = random.choice(
            (f"{number} ({word})", f"{number}({word})", alone, f"{word} ({number})")
        )
    elif random.random() < 0.04:
        count, forms = random.choice(PARTS)
        typed = one(random, forms)
    glued = typed[-1].isdigit() and random.random() < 0.08
    return f"{typed}{'' if glued else ' '}{_spelt(random, unit)}", count * MINUTES[unit]


def _plain(random: Random) -> Meant:
    text, minutes = _amount(random)
    return text, ("duration", minutes, minutes)


def _range(random: Random) -> Meant:
    unit = _unit(random)
    low, high = sorted(random.sample((1, 2, 3, 5, 7, 10, 14, 15, 30, 60), 2))
    to = one(random, "-| - |–| – | s.d. | s/d | sd | sampai | sampai dengan | hingga | s.d |s/d|-")
    first = f"{low} {_spelt(random, unit)} " if random.random() < 0.15 else f"{low}"
    text = f"{first}{to}{high} {_spelt(random, unit)}"
    return text, ("duration", low * MINUTES[unit], high * MINUTES[unit])


def _at_most(random: Random) -> Meant:
    text, minutes = _amount(random)
    front = (
        "maks. |Maksimal |paling lama |Paling lambat |selambat-lambatnya |maksimum |Max |max. "
        "|Maks |paling lambat dalam |Selambatnya |maksimal: |tidak lebih dari |≤ |< |kurang dari "
        "|dalam waktu paling lama "
    )
    return one(random, front) + text, ("duration", 0, minutes)


def _at_least(random: Random) -> Meant:
    text, minutes = _amount(random)
    front = "minimal |Min. |paling cepat |sekurang-kurangnya |paling sedikit |minimum |≥ "
    return one(random, front) + text, ("duration", minutes, None)


def _about(random: Random) -> Meant:
    text, minutes = _amount(random)
    front = (
        "± |±|+/- |+- |kurang lebih |sekitar |kira-kira |lebih kurang |rata-rata |selama |dalam "
        "|Kurang Lebih |lk. |estimasi |~ "
    )
    return one(random, front) + text, ("duration", minutes, minutes)


def _compound(random: Random) -> Meant:
    pairs = ("jam+menit", "hari+jam", "hari kerja+jam", "minggu+hari", "bulan+minggu", "bulan+hari")
    big, small = random.choice(pairs).split("+")
    many, few = random.choice((1, 2, 3)), random.choice((1, 2, 5, 15, 30))
    total = many * MINUTES[big] + few * MINUTES[small]
    glue = one(random, " | |, | dan | + ")
    text = f"{many} {_spelt(random, big)}{glue}{few} {_spelt(random, small)}"
    return text, ("duration", total, total)


def _per(random: Random) -> Meant:
    text, minutes = _amount(random)
    things = (
        "berkas|dokumen|surat|orang|SKPD|SOP|peserta|OPD|kegiatan|judul|perangkat daerah|pemohon"
        "|lembar|rapat|unit kerja|desa|responden|paket|usulan"
    )
    per = one(random, "/| / | per |/ | tiap | setiap | untuk setiap | untuk 1 ")
    return text + per + one(random, things), ("duration", minutes, minutes)


def _noted(random: Random) -> Meant:
    text, minutes = _amount(random)
    notes = (
        "(setelah berkas lengkap)|(jika lengkap)|setelah berkas diterima|(tentatif)|(perkiraan)"
        "|sejak berkas diterima|sejak diterimanya permohonan|setelah surat diterima|(rapat)|*|**"
        "|(menyesuaikan)|untuk verifikasi|(per kegiatan)|terhitung sejak berkas lengkap|.|;| ."
        "|(sesuai kondisi)|(tergantung jumlah berkas)|jika berkas lengkap|dari tanggal surat"
        "|apabila tidak ada perbaikan|setelah persyaratan lengkap"
    )
    return f"{text} {one(random, notes)}", ("duration", minutes, minutes)


def _described(random: Random) -> Meant:
    text, minutes = _amount(random)
    behind = (
        "dengan berkas lengkap dan benar|, selama jam pelayanan|dengan catatan berkas lengkap"
        "|tuntas|selesai|hari ke 1|hari ke-2"
    )
    return f"{text} {one(random, behind)}", ("duration", minutes, minutes)


def _labelled(random: Random) -> Meant:
    text, minutes = _amount(random)
    front = (
        "Lama proses = |Waktu : |Waktu: |Waktu penyelesaian |Durasi |Jangka waktu |waktu "
        "|Lamanya |Waktunya : |Durasi|Lama rata-rata |Durasi kira-kira |waktu estimasi "
        "|LAMA PROSES = |Waktu proses surat kurang lebih |Waktu yang dibutuhkan sekitar "
    )
    typed = one(random, front) + text if text[0].isdigit() else text
    return typed, ("duration", minutes, minutes)


def _count_in_brackets(random: Random) -> Meant:
    number, unit = random.choice((2, 3, 5, 7, 10)), _unit(random)
    text = f"({IN_WORDS[number]}) {_spelt(random, unit)}"
    return text, ("duration", number * MINUTES[unit], number * MINUTES[unit])


def _elapsed(random: Random) -> Meant:
    count = random.choice((1, 2, 3, 7))
    forms = (
        "{n} x 24 jam|{n}x24 jam|{n} X 24 Jam|{n} × 24 jam|{n}x24jam|{n} hari kalender|{n} * 24 jam"
        "|{n} Hari Kalender|{n} kali 24 jam"
    )
    return one(random, forms).format(n=count), ("duration", count * 1440, count * 1440)


def _frequency(random: Random) -> Meant:
    units = "bulan bulanan|triwulan triwulanan|semester semesteran|tahun tahunan|hari harian"
    unit, adjective = one(random, f"{units}|minggu mingguan").split()
    forms = (
        "setiap {u}|tiap {u}|{adj}|per {u}|{n} {u} sekali|1 kali setiap {u}|{n} kali dalam 1 {u}"
        "|{n} kali se{u}|{n}x setiap {u}|{n} kali/{u}|{n}x/{u}|sekali se{u}|se{u} sekali"
        "|{n}x dalam se{u}|rutin setiap {u}|setiap akhir {u}|setiap awal {u}|secara berkala"
        "|satu kali dalam satu {u}|berkala setiap {u}|{n} kali per {u}|setiap {n} {u}"
        "|setiap {n} {u} sekali|minimal {n} kali se{u}|{n} kali dalam se{u}|setiap hari kerja"
    )
    text = one(random, forms).format(u=unit, adj=adjective, n=random.choice((1, 2, 3)))
    return cased(random, text), ("frequency",)


def _at_once(random: Random) -> Meant:
    forms = (
        "segera|saat itu juga|hari itu juga|pada hari yang sama|hari yang sama|seketika|langsung"
        "|pada saat itu juga|real time|segera setelah diterima|saat itu|pada waktu yang sama"
        "|pada saat yang sama|seketika itu juga|hari ini juga|segera setelah ditandatangani"
        "|langsung selesai"
    )
    return cased(random, one(random, forms)), ("instant",)


def _some_time(random: Random) -> Meant:
    forms = (
        "sesuai jadwal|sesuai kebutuhan|sesuai undangan|tergantung kebutuhan|menyesuaikan"
        "|kondisional|sepanjang tahun|secepatnya|tentatif|sewaktu-waktu|insidental|sesuai agenda"
        "|menyesuaikan jadwal pimpinan|sesuai jadwal pelaksanaan|sesuai ketentuan|sejak kick off"
        "|selama pelaksanaan kegiatan|sesuai disposisi|sampai selesai|tidak terbatas|fleksibel"
        "|bila diperlukan|jika diperlukan|relatif|setelah rapat|sebelum rapat|sesuai kesepakatan"
        "|sesuai SK|sesuai waktu yang ditentukan|tergantung jumlah peserta|setelah ada disposisi"
        "|sesuai jadwal yang telah ditetapkan|waktu menyesuaikan|waktu pelaksanaan sesuai jadwal"
        "|jam kerja|saat rapat|pada saat berkas diterima"
    )
    return cased(random, one(random, forms)), ("other",)


def _some_day(random: Random) -> Meant:
    forms = (
        "Tanggal 1-10|tanggal 5|Bulan Maret|Juni|Juli - Desember|Minggu ke-2|minggu I November"
        "|Minggu pertama bulan Mei|Akhir bulan|Awal tahun|tgl 1 s.d. 5|Maret minggu ke 2"
        "|Triwulan I|TW II|H-3|H+1|H-7 kegiatan|Paling lambat tanggal 10|sebelum tanggal 10"
        "|maksimal tanggal 5 bulan berikutnya|17 Agustus|Hari H|Minggu IV|Senin s.d. Kamis"
        "|awal Maret|akhir Desember|08.00 - 16.00|pukul 08.00 s.d. 10.00 WITA|09.00 WIB"
        "|Januari s.d. Maret|triwulan IV|semester I|Semester 2"
    )
    return one(random, forms), ("other",)


def _nothing(random: Random) -> Meant:
    return one(random, "-||–|—| - |N/A|nihil|...|--|n/a|tidak ada"), ("missing",)


TIMES: Weighted = (
    *((700, _plain), (81, _range), (25, _at_most), (6, _at_least), (25, _about), (25, _compound)),
    *((15, _per), (25, _noted), (8, _elapsed), (13, _frequency), (8, _at_once), (12, _some_time)),
    *((8, _some_day), (10, _nothing)),
)
IN_WORDS_OF_THEIR_OWN: Weighted = ((3, _described), (2, _labelled), (1, _count_in_brackets))
"""Times among words that the check passes over; the form takes them, and may advise less."""
