"""The regulations that our sentences lean on: how they are named, in full, and which part says it.

A reason names a regulation only in its short form here, with a part of it that is listed here.
What no regulation says is called kelaziman (custom) or ketentuan formulir (of our form).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitedPart:
    """An article, or a part of an annex, that sentences may name."""

    name: str
    place: str = ""
    """Where it stands, as users read it; "" for an article, whose name tells it."""
    seen: str = ""
    """Public copy in which that was read; numbers of chapters were in none of them."""


NOT_SEEN = "letaknya belum dapat dicocokkan"
"""Place of a part that no copy at hand shows in its surroundings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRegulation:
    """A regulation in force on the day the rules were last gone through."""

    short: str
    """As sentences name it, kind and number/year: "PermenPAN-RB 35/2012"."""
    title: str
    """In full, as a legal basis cites it."""
    parts: tuple[CitedPart, ...] = ()
    seen: str = ""
    """Public page on which was read what sentences say of it without naming a part."""


SOURCES: tuple[CitedRegulation, ...] = (
    CitedRegulation(
        short="PermenPAN-RB 35/2012",
        title=(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 "
            "Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi "
            "Pemerintahan"
        ),
        parts=(
            CitedPart(
                "Bagian Identitas",
                "huruf C (Dokumen SOP AP), angka 2 (Unsur Prosedur), huruf a",
                "text-id.123dok.com lzgj14x8z (page 19) and eqol1vmjq",
            ),
            CitedPart(
                "Bagian Flowchart",
                "huruf C (Dokumen SOP AP), angka 2 (Unsur Prosedur), halaman 25",
                "text-id.123dok.com eqol1vmjq; id.scribd.com/document/511714313 (page 25)",
            ),
            CitedPart(
                "Penetapan",
                "huruf D, setelah halaman 25",
                "id.scribd.com/document/511714313 (page 25, “D. Penetapan”)",
            ),
            CitedPart(
                "Monitoring dan Evaluasi",
                "Monitoring dan Evaluasi Penerapan SOP AP, halaman 53 dan Tabel 7",
                "text-id.123dok.com 8ydlojrgz (pages 53 and 54)",
            ),
            CitedPart("Jenis SOP", NOT_SEEN),
            # The eight principles by name: id.scribd.com/doc/255724956, without their place.
            CitedPart("prinsip kemudahan dan kejelasan", NOT_SEEN),
            CitedPart("prinsip efisiensi dan efektivitas", NOT_SEEN),
            CitedPart("prinsip keselarasan", NOT_SEEN),
            CitedPart("prinsip keterukuran", NOT_SEEN),
            CitedPart("prinsip kepatuhan hukum", NOT_SEEN),
        ),
    ),
    CitedRegulation(
        short="PermenPAN-RB 25/2021",
        title=(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 "
            "Tahun 2021 tentang Penyederhanaan Struktur Organisasi pada Instansi Pemerintah untuk "
            "Penyederhanaan Birokrasi"
        ),
    ),
    CitedRegulation(
        short="Permendagri 52/2011",
        title=(
            "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional "
            "Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota"
        ),
    ),
    CitedRegulation(
        short="UU 12/2011",
        title=(
            "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan, "
            "sebagaimana telah diubah terakhir dengan Undang-Undang Nomor 13 Tahun 2022"
        ),
        parts=(CitedPart("Pasal 7"), CitedPart("Pasal 8")),
    ),
    CitedRegulation(
        short="PermenPAN-RB 15/2014",
        title=(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 "
            "Tahun 2014 tentang Pedoman Standar Pelayanan"
        ),
        seen=(
            "ro.scribd.com/document/424673696: the annex begins with BAB I Pendahuluan and BAB II "
            "Pengertian dan Prinsip Penyusunan Standar Pelayanan; later chapters are not shown"
        ),
    ),
    CitedRegulation(
        short="UU 25/2009",
        title="Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        parts=(
            CitedPart("Pasal 20"),
            CitedPart("Pasal 21"),
            CitedPart("Pasal 22"),
            CitedPart("Pasal 36"),
        ),
    ),
    CitedRegulation(
        short="Perpres 76/2013",
        title=(
            "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik"
        ),
        seen="meridianhukum.com/peraturan/perpres-no-76-tahun-2013: 60 days from a whole file",
    ),
    CitedRegulation(
        short="UU 1/2022",
        title=(
            "Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat "
            "dan Pemerintahan Daerah"
        ),
        parts=(CitedPart("Pasal 187"),),
    ),
)
