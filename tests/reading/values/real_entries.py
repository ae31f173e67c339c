"""Dates, numbers, lists, names, offices, targets, symbols and choices as officials enter them."""

from datetime import date, timedelta
from random import Random

from tests.reading.values.real import Meant, Weighted, of, one

NOTHING = "-||–|N/A|--|- |nihil"


def _nothing(random: Random) -> Meant:
    return one(random, NOTHING), ("missing",)


# --- dates -------------------------------------------------------------------------------------

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
    *("Oktober", "November", "Desember"),
)
SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
ALSO = (
    *("Januri|January", "Pebruari|Peb|Febuari|February", "March", "April", "May", "June", "July"),
    *("Agust|Ags|August", "Sept|Sept.", "October|Oct", "Nopember|Nop|Nop.", "December|Dec"),
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DATE_FORMS: dict[str, float] = {
    "{d} {m} {y}": 50,
    "{d:02} {m} {y}": 20,
    "{d}-{m}-{y}": 3,
    "{d}/{n}/{y}": 4,
    "{d:02}-{n:02}-{y}": 4,
    "{d:02}/{n:02}/{y}": 6,
    "{d}.{n}.{y}": 2,
    "{y}-{n:02}-{d:02}": 2,
    "{d:02}.{n:02}.{y}": 2,
    "{d} {m}, {y}": 1,
    "{d} {m} tahun {y}": 1,
    "{d}{m}{y}": 0.5,
    "{d}  {m}  {y}": 2,
    "{d} {m} {y}.": 2,
    "{d} {m}{y}": 0.5,
    "{d}/{m}/{y}": 0.5,
    "{d} / {n} / {y}": 1,
    "{d} - {n} - {y}": 1,
    "{d}-{m}-{s:02}": 1,
    "{d}. {m} {y}": 1,
    "{m} {d}, {y}": 0.5,
    "{y}/{n:02}/{d:02}": 0.5,
    "{d:02}-{n:02}-{s:02}": 0.5,
}
DATE_FRONTS: dict[str, float] = {
    "": 80,
    "tanggal ": 5,
    "Tgl. ": 2,
    "tgl ": 2,
    "Samarinda, ": 3,
    "{day}, ": 2,
    "{day}, tanggal ": 1,
    "Per ": 0.3,
    "Pada tanggal ": 1,
    "TMT ": 0.5,
    "{day} ": 1,
    ": ": 1,
    "Ditetapkan di Samarinda pada tanggal ": 0.5,
    "Tanggal: ": 0.5,
    "Hari {day} tanggal ": 0.5,
}


def _day(random: Random) -> Meant:
    day = date(2008, 1, 1) + timedelta(random.randrange(7000))
    at = day.month - 1
    month = random.choices((MONTHS[at], SHORT[at], one(random, ALSO[at])), (85, 6, 4))[0]
    month = random.choices((month, month.upper(), month.lower()), (9, 1, 1))[0]
    text = of(random, DATE_FORMS).format(
        d=day.day, m=month, n=day.month, y=day.year, s=day.year % 100
    )
    return of(random, DATE_FRONTS).format(day=DAYS[day.weekday()]) + text, ("date", day)


def _month(random: Random) -> Meant:
    day = (date(2008, 1, 1) + timedelta(random.randrange(7000))).replace(day=1)
    end = (day + timedelta(31)).replace(day=1) - timedelta(1)
    month = MONTHS[day.month - 1]
    forms = "{m} {y}|{u} {y}|Bulan {m} {y}|… {m} {y}|    {m} {y}"
    return one(random, forms).format(m=month, u=month.upper(), y=day.year), ("range", day, end)


DATES: Weighted = ((90, _day), (6, _month), (4, _nothing))

# --- numbers of SOPs ---------------------------------------------------------------------------

ROMAN = "I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII"
OFFICES_SHORT = (
    "Org|Dinkes|BPKAD|SETDA|Disdik|Bappeda|DPMPTSP|RSUD|35.07.25|17000|Sekre|B.Org|Ro-Org"
    "|Diskominfo|UPTD-PPD|PKM|BKPSDM"
)
CODES = "065|060|000.8.3.3|800|400.7|000.8|188|100.3.3.1|061.1|500.2"
NUMBER_FORMS = (
    "{c}/SOP-{b}.{s}/{u}/{y}|SOP-{s}/{u}/{y}|SOP/{s}/{u}/{y}|{c}/{s}/{r}/{y}|{s}/SOP/{y}"
    "|{s}/SOP/{u}/{y}|{s}/SOP/{u}/{r}/{y}|{c} / {s} / SOP / {u} / {y}|SOP/{u}/{s}/{y}"
    "|No. {s}/SOP/{u}/{y}|Nomor: {c}/{s}/{u}/{y}|{c}/{s}-{u}/{y}|{c}/{s}.SOP/{u}/{y}"
    "|{c}/{s}/SOP-{u}/{y}|SOP.{s}/{u}/{y}|SOP {s}/{u}/{y}|{c}/ {s} /{u}/{y}|SOP-{b}-{s}/{u}/{y}"
    "|{s} Tahun {y}|{c}/{s}/{u}/Tahun {y}|{s}/{u}/SOP/{r}/{y}|SOP/{s}/{r}/{y}/{u}"
    "|NOMOR : {s}/SOP/{u}/{y}|{c}/SOP/{s}/{y}|SOP-AP/{s}/{u}/{y}|{s}.{b}/SOP/{u}/{y}|{c}/{s}/{u}"
    "|{s}/SOP/{l}-{y}|SOP-{s}/{l}-{y}"
)
UNFINISHED = (
    "065/ /35.07.25/{y}|065/…/Org/{y}|065/....../Org/{y}|065/___/Org/{y}|…/…/{y}|SOP/    /Org/{y}"
    "|065/xxx/Org/{y}|065/     /Org/{y}|......../SOP/{y}|065/SOP-TL.…/Org/{y}|065/.../.../...."
)


def _number(random: Random) -> Meant:
    serial, year = random.randint(1, 250), random.randint(2010, 2026)
    form = one(random, NUMBER_FORMS)
    typed = random.choice(("{}", "{:02}", "{:03}")).format(serial)
    text = form.format(
        c=one(random, CODES), b=one(random, "TL|AK|KL|PA|YK|A|UM"), s=typed, y=year,
        u=one(random, OFFICES_SHORT), r=one(random, ROMAN), l=one(random, "Dinkes|SETDA|Org|RSUD"),
    )  # fmt: skip
    return text, ("number", serial, year if "{y}" in form else None)


def _unfinished(random: Random) -> Meant:
    return one(random, UNFINISHED).format(y=random.randint(2015, 2026)), ("unfinished",)


NUMBERS: Weighted = ((90, _number), (5, _nothing), (5, _unfinished))

# --- lists -------------------------------------------------------------------------------------

TOOLS = (
    "Komputer|Printer|Alat tulis kantor|Jaringan internet|Komputer/laptop|Kertas A4 80 gram|ATK"
    "|Lembar disposisi|Buku agenda|Laptop|Scanner|Aplikasi SIMPEG|Telepon/HP|Meja dan kursi"
    "|Format SOP AP|Stempel|Map (stopmap)|Kendaraan dinas roda 4|Lemari arsip|Kalkulator"
    "|Microsoft Office 2016|Formulir F-1.01|Mesin fotokopi|Proyektor (infocus)"
)
SKILLS = (
    "Memahami tugas dan fungsi perangkat daerah|S1 Administrasi Publik|D3 Komputer|SMA/SMK"
    "|Mampu mengoperasikan komputer|Memiliki kemampuan analisis|Memahami tata naskah dinas"
    "|Memahami peraturan perundang-undangan|Minimal SLTA/sederajat|Pernah mengikuti bimtek SOP"
    "|Menguasai Microsoft Word dan Excel|Mengetahui tugas dan fungsi unit kerja"
    "|Sarjana (S1) semua jurusan|Teliti, cermat, dan bertanggung jawab"
)
LINKED = (
    "SOP Pengelolaan Surat Masuk|SOP Pengelolaan Surat Keluar|SOP Penyusunan Laporan Kinerja"
    "|SOP Verifikasi Rancangan SOP AP Perangkat Daerah|SOP Cuti Pegawai|SOP Perjalanan Dinas"
    "|SOP Pengadaan Barang/Jasa|SOP Kenaikan Pangkat PNS"
)
MARKERS: dict[str, float] = {
    "{n}. ": 30,
    "{n} ": 4,
    "{n}.": 5,
    "{n}) ": 5,
    "({n}) ": 1,
    "{a}. ": 4,
    "{a}) ": 3,
    "- ": 15,
    "• ": 10,
    "\uf0b7 ": 6,
    "\uf0b7\t": 3,
    "": 12,
    "* ": 1,
    "– ": 2,
    "-": 2,
    "ü ": 2,
    "§ ": 1.5,
    "v ": 1,
    "Ø ": 1.5,
    "■ ": 0.5,
    "✓ ": 1,
    "\uf0fc ": 1,
    "\uf0a7 ": 1,
    "√ ": 1,
    "➢ ": 1,
    "o ": 1,
    "{n}.\t": 2,
    "{n}.  ": 1,
    "{n} . ": 0.3,
    "{A}. ": 0.5,
    "{n}- ": 0.3,
    "·  ": 1,
    "•\t": 2,
    "\uf0d8 ": 0.5,
    "q ": 0.3,
    "~ ": 0.2,
    "> ": 0.3,
}
ON_ONE_LINE = ("{n}. ", "{n}.", "{a}. ", "{a}) ", "• ", "- ")


def _list(random: Random) -> Meant:
    kind = random.choices((TOOLS, SKILLS, LINKED), (2, 1, 1))[0]
    items = random.sample(kind.split("|"), random.choice((2, 2, 3, 3, 4, 5, 6)))
    if random.random() < 0.15:
        items = [item if item[1].isupper() else item[:1].lower() + item[1:] for item in items]
    marker, end = of(random, MARKERS), random.choices(("", ";", ",", "."), (14, 3, 1, 1))[0]
    lines = [
        marker.format(n=n, a="abcdefgh"[n - 1], A="ABCDEFGH"[n - 1]) + item + end
        for n, item in enumerate(items, start=1)
    ]
    if end == ";":
        lines[-1] = lines[-1][:-1] + random.choice(("", ".", ";"))
        lines[-2] += random.choice(("", "", "", " dan"))
    glue = random.choices(("\n", "\n\n", "\r\n", "\n \n", " \n"), (92, 2, 2, 2, 2))[0]
    if marker in ON_ONE_LINE and random.random() < 0.1:
        glue = one(random, " |; |  ")
    return glue.join(lines), tuple(items)


def _item(random: Random) -> Meant:
    item = one(random, f"{TOOLS}|{SKILLS}|{LINKED}|Jika SOP tidak dilaksanakan, maka terhambat")
    return one(random, "{}|{}.|- {}|1. {}|{};| {} ").format(item), (item,)


def _semicolons(random: Random) -> Meant:
    items = random.sample(["Komputer", "Printer", "ATK", "Kertas", "Laptop", "Scanner"], 3)
    return "; ".join(items), tuple(items)


LISTS: Weighted = ((80, _list), (15, _item), (5, _semicolons))

# --- persons -----------------------------------------------------------------------------------

FIRST = (
    "Sabrang|Rinjani|Budi|Siti|Agus|Muhammad|Ahmad|Dewi|I Made|Andi|Yohanes|Sri|Nur|Abdul|Maria"
    "|Hendra|Ratna|Eko|Ni Luh|Teuku|Bambang|Lestari"
)
LAST = (
    "Mahakam|Meratus|Santoso|Wahyuni|Hidayat|Rahman|Kartika|Simanjuntak|Sudarsana|Saputra|Siregar"
    "|Lumban Gaol|Handayani|Prasetyo|Noor|Fitriani|Yusuf"
)
BEFORE: dict[str, float] = {
    "": 60,
    "Dr. ": 5,
    "Drs. ": 6,
    "Dra. ": 3,
    "Ir. ": 6,
    "H. ": 4,
    "Hj. ": 3,
    "dr. ": 3,
    "Prof. Dr. ": 0.5,
    "Dr. Ir. ": 1,
    "Drs. H. ": 1,
    "drg. ": 1,
    "DR. ": 0.5,
    "Ir. H. ": 0.5,
    "Dr.Ir. ": 0.3,
    "Drs.": 0.3,
    "Apt. ": 0.5,
    "apt. ": 0.5,
    "KH. ": 0.2,
    "Bapak ": 0.3,
    "Ibu ": 0.3,
    "Pdt. ": 0.2,
    "Ns. ": 0.2,
    "Plt. ": 0.3,
    "Sdr. ": 0.2,
    "Drs.H.Rd. ": 0.2,
    "Bpk. ": 0.2,
}
BEHIND = (
    "|||, S.Sos., M.Si.|, S.Sos, M.Si|, SE., MM.|, S.E., M.M.|, S.H., M.H.|, SH, MH|, S.T., M.T."
    "|, ST, MT|, S.Kom.|, S.Pd., M.Pd.|, M.Kes.|, S.KM., M.Kes.|, S.IP., M.AP.|, S.STP., M.Si."
    "|, Ph.D.|, A.Md.|, S.Ag|, M.Sc., Ph.D.|, S.Si., Apt.|, SE, M.Si, Ak, CA| S.Sos M.Si| SE MM"
    "| SH|, S.Hut., M.P.|, S.Farm., Apt.|, S.Kep., Ners|, SKM|, S. Sos., M. Si.| S.Sos., M.Si"
    "|, S.ST., M.T|, S.Tr.IP|, DEA|, MPA|, M.Ec.Dev.|, A.Md.Kom.|,S.E|, S.Psi., Psikolog"
    "|, M.Pd.I|, Lc., M.A.|, Sp.A|, Sp.OG(K)|, CGCAE|, S.A.P.|, S.Tr.Kes.|, B.Sc.|, MBA|, M.Hum"
    "|, S.P., M.P.|, S.Pt| ST.MT| S.Sos.M.Si"
)


def _person(random: Random) -> Meant:
    middle = f"{one(random, FIRST)} " if random.random() < 0.2 else ""
    name = f"{one(random, FIRST)} {middle}{one(random, LAST)}"
    typed = random.choices((name, name.upper()), (6, 1))[0]
    return of(random, BEFORE) + typed + one(random, BEHIND), name.lower()


PERSONS: Weighted = ((1, _person),)

# --- offices -----------------------------------------------------------------------------------

OFFICES = {
    "kepala biro organisasi": "Kepala Biro Organisasi|Karo Organisasi|KEPALA BIRO ORGANISASI"
    "|Kabiro Organisasi|Ka. Biro Organisasi|Kepala  Biro Organisasi|Ka.Biro Organisasi",
    "kepala subbagian umum dan kepegawaian": "Kepala Subbagian Umum dan Kepegawaian"
    "|Kasubbag Umum dan Kepegawaian|Kasubag Umum & Kepegawaian|Kasubbag. Umum dan Kepeg"
    "|Ka. Subbag Umum dan Kepegawaian|Kepala Sub Bagian Umum dan Kepegawaian"
    "|KASUBBAG UMUM DAN KEPEGAWAIAN|Kasubbag Umum & Kepeg.|Kepala Subbag Umum dan Kepegawaian"
    "|Kepala Sub-Bagian Umum dan Kepegawaian|Ka.Subbag Umum dan Kepegawaian"
    "|Ka Sub Bag Umum dan Kepegawaian|Kasub Bag Umum dan Kepegawaian"
    "|Kepala Sub. Bagian Umum dan Kepegawaian|Kasubag Umum dan Kepegawaian",
    "kepala bidang pelayanan kesehatan": "Kepala Bidang Pelayanan Kesehatan"
    "|Kabid Pelayanan Kesehatan|Kabid. Pelayanan Kesehatan|Ka. Bid. Pelayanan Kesehatan"
    "|KABID PELAYANAN KESEHATAN|Ka.Bid Pelayanan Kesehatan|Kepala Bid. Pelayanan Kesehatan",
    "kepala bagian tata usaha": "Kepala Bagian Tata Usaha|Kabag Tata Usaha|Kabag TU|Kabag. TU"
    "|Ka.Bag TU|Ka. Bag. Tata Usaha|Kepala Bagian TU|KABAG TU|Kabag. Tata Usaha",
    "kepala seksi perizinan": "Kepala Seksi Perizinan|Kasi Perizinan|Kasie Perizinan"
    "|Ka. Seksi Perizinan|KASI PERIZINAN|Ka.Sie Perizinan|Kasi. Perizinan",
    "kepala dinas kesehatan": "Kepala Dinas Kesehatan|Kadis Kesehatan|Kepala Dinkes"
    "|Kadis. Kesehatan|Ka. Dinas Kesehatan|KEPALA DINAS KESEHATAN|Kadin Kesehatan",
    "sekretaris daerah": "Sekretaris Daerah|Sekda|SEKRETARIS DAERAH|SEKDA|Sekda.",
    "kepala upt": "Kepala UPT|Ka. UPT|Kepala UPTD|Ka.UPT|KAUPT|Ka UPTD",
    "sekretaris dinas": "Sekretaris Dinas|Sekdis|SEKDIS",
    "pejabat pembuat komitmen": "Pejabat Pembuat Komitmen|PPK",
    "kuasa pengguna anggaran": "Kuasa Pengguna Anggaran|KPA",
    "kepala subbagian tata usaha": "Kepala Subbagian Tata Usaha|Kasubbag TU|Kasubag TU"
    "|Kasubbag Tata Usaha|Ka. Subbag TU|KASUBAG TU|Ka.Subag. TU",
    "analis kebijakan": "Analis Kebijakan|ANALIS KEBIJAKAN|Analis  Kebijakan",
    "kepala badan": "Kepala Badan|Kaban|Ka. Badan|KABAN",
    "kepala bagian organisasi": "Kepala Bagian Organisasi|Kabag Organisasi|Kabag. Organisasi"
    "|Ka. Bagian Organisasi|Ka.Bag. Organisasi|KABAG ORGANISASI",
}


def _office(random: Random) -> Meant:
    meant = random.choice(tuple(OFFICES))
    return one(random, OFFICES[meant]), meant


OFFICE_NAMES: Weighted = ((1, _office),)

# --- targets and symbols -----------------------------------------------------------------------

TARGET_FORMS: dict[str, float] = {
    "{}": 80,
    " {} ": 3,
    "ke {}": 3,
    "langkah {}": 3,
    "kembali ke {}": 2,
    "no. {}": 1,
    "kembali ke langkah {}": 2,
    "ke langkah {}": 1,
    "({})": 1,
    "ke-{}": 1,
    "Lanjut ke {}": 1,
    "Langkah ke-{}": 0.5,
    "{}.": 1,
    "{}.0": 0.5,
    "Tahap {}": 0.3,
    "'{}": 0.5,
}
SIGNS = {
    "START": "Mulai|M|mulai|MULAI|Start|START|start|m",
    "PROCESS": "Proses|Proses|P|proses|PROSES|✓|√|x|X|v|V|\uf0fc|ü|Process|✔|■|p",
    "DECISION": "Keputusan|Keputusan|K|keputusan|KEPUTUSAN|Decision|◇|k|◆",
    "END": "Selesai|Selesai|S|selesai|SELESAI|End|END|s|Akhir",
}
PAIRS = ("START PROCESS", "PROCESS END", "START DECISION", "DECISION END", "PROCESS DECISION")


def _target(random: Random) -> Meant:
    number = random.randint(1, 40)
    return of(random, TARGET_FORMS).format(number), number


def _sign(random: Random) -> Meant:
    kind = of(random, {"START": 1, "PROCESS": 6, "DECISION": 2, "END": 1})
    form = of(random, {"{}": 20, " {} ": 2, "{} 1": 0.5, "{} (2)": 0.3, "1. {}": 0.3})
    return form.format(one(random, SIGNS[kind])), (kind,)


def _signs(random: Random) -> Meant:
    first, last = random.choice(PAIRS).split()
    between = one(random, ", |/| dan |; | + |\n| / | lalu | & | → |,")
    return f"{one(random, SIGNS[first])}{between}{one(random, SIGNS[last])}", (first, last)


TARGETS: Weighted = ((1, _target),)
SYMBOLS: Weighted = ((88, _sign), (12, _signs))

# --- choices -----------------------------------------------------------------------------------

CHOICES = {
    "Administratif": "Administratif|administratif|Administrasi|SOP Administratif|Adminstratif",
    "Teknis": "Teknis|teknis|Tehnis|TEKNIS|SOP Teknis|Bersifat teknis|Teknis.",
    "Makro": "Makro|makro|SOP Makro|MAKRO|Macro",
    "Mikro": "Mikro|mikro|SOP Mikro|Micro|MIKRO",
    "Final": "Final|final|SOP Final|FINAL",
    "Parsial": "Parsial|parsial|Partial|Parsial.|Parcial",
    "Generik": "Generik|generik|Generic|GENERIK|SOP generik",
    "Spesifik": "Spesifik|spesifik|Spesific|SPESIFIK|Specifik|Spesifk",
    "Pelayanan": "Pelayanan|pelayanan|Pelayanan publik",
    "Rutin": "Rutin|rutin|Kegiatan rutin|RUTIN",
    "Penugasan": "Penugasan|penugasan|Penugasn",
    "Tanda tangan dan cap": "Tanda tangan dan cap|tanda tangan & cap|Tandatangan dan cap"
    "|Tanda tangan dan stempel|TTD dan cap|Tanda tangan basah",
    "Tanda tangan elektronik": "Tanda tangan elektronik|TTE|Tanda Tangan Elektronik (TTE)|tte"
    "|Elektronik|Tandatangan elektronik",
}
ANSWERS = {
    "Ya": "Ya|ya|YA|Y|✓|√|v|V|x|X|Ada|ada|sudah|Sudah|iya|Iya|ya.|☑|✔|benar",
    "Tidak": "Tidak|tidak|TIDAK|T|Tdk|tdk|Belum|belum|tidak.|bukan|N|tdk.|Blm",
}


def _choice(random: Random) -> Meant:
    meant = random.choice(tuple(CHOICES))
    return one(random, CHOICES[meant]), meant


def _answer(random: Random) -> Meant:
    meant = random.choice(tuple(ANSWERS))
    return one(random, ANSWERS[meant]), meant


CHOSEN: Weighted = ((1, _choice),)
ANSWERED: Weighted = ((1, _answer),)
