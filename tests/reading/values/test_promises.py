"""Times, fees, channels and executors of services, as real standards write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.reading.values.channels import parse_channels
from sopbatch.reading.values.fees import parse_fees
from sopbatch.reading.values.service_times import parse_service_times
from sopbatch.reading.values.staff import parse_staff
from tests.patience import at_once

DAY = 450

TIMES = {
    "10 Menit": [("", 10, 10)],
    "3-5 menit": [("", 3, 5)],
    "14 Hari kerja": [("", 14 * DAY, 14 * DAY)],
    "22 (dua puluh dua) Menit": [("", 22, 22)],
    "1 (satu) hari kerja": [("", DAY, DAY)],
    "± 15 Menit (Jaringan Internet Stabil)": [("", 15, 15)],
    "1 (satu) hari maksimal 14 (empat belas) hari kerja": [("", DAY, 14 * DAY)],
    "Paling lama 3 (tiga) hari kerja sejak dokumen diterima lengkap": [("", 0, 3 * DAY)],
    "Pasien Baru : 8 menit Pasien Lama : 4 menit": [
        ("Pasien Baru", 8, 8),
        ("Pasien Lama", 4, 4),
    ],
    "Administrasi : 15 Menit / Konsultasi : Sesuai materi konsultasi": [
        ("Administrasi", 15, 15),
        ("Konsultasi", None, None),
    ],
    "8 menit untuk pasien baru": [("pasien baru", 8, 8)],
    "Proses 1 Minggu": [("", 5 * DAY, 5 * DAY)],
    "ringan 3 jam, normatif 5 hari kerja, tidak berkadar pengawasan 14 hari kerja": [
        ("ringan", 180, 180),
        ("normatif", 5 * DAY, 5 * DAY),
        ("tidak berkadar pengawasan", 14 * DAY, 14 * DAY),
    ],
    "Pelayanan diselesaikan selama 30 menit apabila berkas lengkap": [("", 30, 30)],
    "1 jam 30 menit": [("", 90, 90)],
    "Sesuai materi konsultasi": [("", None, None)],
    "cepat": [("", None, None)],
    "Senin - Jumat 08.00 - 16.00 WITA": [],
    "-": [],
}


@pytest.mark.parametrize("text", TIMES)
def test_promised_times_are_read_by_case(text: str):
    read = parse_service_times([text]).times
    assert [(one.case, one.duration.low, one.duration.high) for one in read] == TIMES[text]


HOURS = {
    "Senin-Kamis pukul 08:00 Wib s/d 16:15 Wib. Jum'at pukul 08:00 Wib s/d 11.00 Wib / "
    "Proses 1 Minggu": (
        ("Senin-Kamis pukul 08:00 Wib s/d 16:15 Wib", "Jum'at pukul 08:00 Wib s/d 11.00 Wib"),
        1,
    ),
    "Senin s.d. Kamis 08.00-15.00, proses 3 hari kerja": (("Senin s.d. Kamis 08.00-15.00",), 1),
    "08.00-14.00 WIB": (("08.00-14.00 WIB",), 0),
    "Senin – Jumat\n08.00 – 15.00 WITA": (("Senin - Jumat", "08.00 - 15.00 WITA"), 0),
    "1 hari kerja": ((), 1),
}


@pytest.mark.parametrize("text", HOURS)
def test_opening_hours_are_told_apart_from_the_time_that_a_service_takes(text: str):
    read = parse_service_times([text])
    assert (read.hours, len(read.times)) == HOURS[text]


FEES = {
    "Gratis": [("", 0, False)],
    "Tidak dipungut biaya (gratis)": [("", 0, False)],
    "Gratis/Tidak dipungut biaya": [("", 0, False)],
    "Tidak ada biaya (Gratis)": [("", 0, False)],
    "Rp0": [("", 0, False)],
    "Retribusi Rp.20.000": [("", 20_000, False)],
    "Rp. 1.500.000,00 per tahun": [("", 1_500_000, False)],
    "50 ribu rupiah": [("", 50_000, False)],
    "ditanggung penjamin (kecuali obat)": [("", None, True)],
    "Air permukaan, per titik: Rp 110.000": [("Air permukaan, per titik", 110_000, False)],
    "per titik 110.000": [("per titik", 110_000, False)],
    "Baru Rp50.000, perpanjangan Rp 30 ribu": [
        ("Baru", 50_000, False),
        ("perpanjangan", 30_000, False),
    ],
    "Pasien umum: Rp. 20.000,- Peserta JKN: ditanggung penjamin": [
        ("Pasien umum", 20_000, False),
        ("Peserta JKN", None, True),
    ],
    "Tarif Sesuai dengan Perda Kabupaten Contoh no 8 tahun 2018": [("", None, False)],
    "Sesuai ketentuan": [("", None, False)],
}


@pytest.mark.parametrize("text", FEES)
def test_fees_are_read_by_case(text: str):
    read = parse_fees([text])
    assert [(one.case, one.amount, one.covered) for one in read] == FEES[text]


def test_a_table_of_tariffs_is_one_fee_for_each_row():
    rows = ["Air permukaan: Rp110.000", "Udara ambien: Rp320.000", "Kebisingan: Rp110.000"]
    assert [(one.item, one.amount) for one in parse_fees(rows)] == [
        (1, 110_000),
        (2, 320_000),
        (3, 110_000),
    ]


CHANNELS = {
    "Kotak Saran": [("Kotak saran", "")],
    "Telepon: (0541) 555-0101": [("Telepon", "(0541) 555-0101")],
    "Telpon +62 812 0000 1234": [("Telepon", "+62 812 0000 1234")],
    "WA 0812-0000-1234": [("WhatsApp", "0812-0000-1234")],
    "Telepon/WhatsApp: 081200001234": [
        ("Telepon", "081200001234"),
        ("WhatsApp", "081200001234"),
    ],
    "Call Center 0811 222 3333 / 0812 444 5555": [
        ("Telepon", "0811 222 3333"),
        ("Telepon", "0812 444 5555"),
    ],
    "Email : aduan@dinas.example": [("Surel", "aduan@dinas.example")],
    "Website : aduan@dinas.example": [("Surel", "aduan@dinas.example")],
    "SP4N-LAPOR! www.lapor.go.id": [("SP4N-LAPOR!", "www.lapor.go.id")],
    "www.lapor.go.id": [("SP4N-LAPOR!", "www.lapor.go.id")],
    "SMS 1708": [("SMS", "1708")],
    "Instagram @dinas.contoh": [("Media sosial", "@dinas.contoh")],
    "Datang langsung ke loket pengaduan": [("Tatap muka", "")],
    "tatap muka, kotak, WA 0812345678": [
        ("Tatap muka", ""),
        ("Kotak saran", ""),
        ("WhatsApp", "0812345678"),
    ],
    "Kotak saran, Website dinas.example, Telepon 0721-123456, Faximile 0721-123457": [
        ("Kotak saran", ""),
        ("Laman", "dinas.example"),
        ("Telepon", "0721-123456"),
        ("Faksimile", "0721-123457"),
    ],
    "Petugas mencatat pengaduan": [("", "")],
}


@pytest.mark.parametrize("text", CHANNELS)
def test_channels_are_read_by_kind(text: str):
    assert [(one.kind, one.value) for one in parse_channels([text])] == CHANNELS[text]


STAFF = {
    "5 (lima) orang": [("", 5)],
    "lima orang": [("", 5)],
    "5": [("", 5)],
    "3 petugas": [("Petugas", 3)],
    "Petugas loket : 2 orang": [("Petugas loket", 2)],
    "1 orang dokter, 2 perawat": [("dokter", 1), ("perawat", 2)],
    "Kasi = 1 org; staf = 2 org": [("Kasi", 1), ("staf", 2)],
    "D-3 Rekam Medis 2 orang": [("D-3 Rekam Medis", 2)],
    "Petugas loket 2 orang dan verifikator 3 orang": [("Petugas loket", 2), ("verifikator", 3)],
    "Dokter 2 orang\nPerawat 3 orang\nJumlah: 5 orang": [("Dokter", 2), ("Perawat", 3)],
    "Kepala Bidang": [("Kepala Bidang", None)],
}


@pytest.mark.parametrize("text", STAFF)
def test_executors_are_read_by_role(text: str):
    assert [(one.role, one.count) for one in parse_staff([text])] == STAFF[text]


PARSERS = [
    lambda items: parse_service_times(items).times,
    parse_fees,
    parse_channels,
    parse_staff,
]
LIKELY = st.text(alphabet="0123456789 .,:;/-()\nRpmenitjahrkosgWA@±", max_size=120)


@pytest.mark.parametrize("parse", PARSERS)
@given(items=st.lists(st.one_of(st.text(max_size=60), LIKELY), max_size=4))
def test_any_text_is_read_and_told_from_which_item_it_is(parse, items: list[str]):
    for one in parse(items):
        assert 1 <= one.item <= len(items)


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    "piece", ["1 ", "a: ", "Rp1 ", "08.00 ", "0812-", "(", "satu ", "a@a.", ", a 1 hari", "senin "]
)
def test_texts_of_100_kilobytes_are_taken_at_once(parse, piece: str):
    with at_once():
        parse([piece * (100_000 // len(piece))])
