"""The regulations that our sentences lean on: how they are named, in full, and which part says it.

A reason names a regulation only in its short form here, with a part of it that is listed here.
What no regulation says is called kelaziman (custom) or ketentuan formulir (of our form).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A regulation in force on the day the rules were last gone through."""

    short: str
    """As sentences name it, kind and number/year: "PermenPAN-RB 35/2012"."""
    title: str
    """In full, as a legal basis cites it."""
    parts: tuple[str, ...] = ()
    """Articles, or parts of the annex, that sentences may name."""


SOURCES: tuple[Source, ...] = (
    Source(
        short="PermenPAN-RB 35/2012",
        title=(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 "
            "Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi "
            "Pemerintahan"
        ),
        parts=(
            "Bagian Identitas",
            "Bagian Flowchart",
            "Jenis SOP",
            "Penetapan",
            "Monitoring dan Evaluasi",
            "prinsip kemudahan dan kejelasan",
            "prinsip efisiensi dan efektivitas",
            "prinsip keselarasan",
            "prinsip keterukuran",
            "prinsip kepatuhan hukum",
        ),
    ),
    Source(
        short="PermenPAN-RB 25/2021",
        title=(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 "
            "Tahun 2021 tentang Penyederhanaan Struktur Organisasi pada Instansi Pemerintah untuk "
            "Penyederhanaan Birokrasi"
        ),
    ),
    Source(
        short="Permendagri 52/2011",
        title=(
            "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional "
            "Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota"
        ),
    ),
    Source(
        short="UU 12/2011",
        title=(
            "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan, "
            "sebagaimana telah diubah terakhir dengan Undang-Undang Nomor 13 Tahun 2022"
        ),
        parts=("Pasal 7", "Pasal 8"),
    ),
    Source(
        short="PermenPAN-RB 15/2014",
        title=(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 "
            "Tahun 2014 tentang Pedoman Standar Pelayanan"
        ),
    ),
    Source(
        short="UU 25/2009",
        title="Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        parts=("Pasal 20", "Pasal 21", "Pasal 22", "Pasal 36"),
    ),
    Source(
        short="Perpres 76/2013",
        title=(
            "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik"
        ),
    ),
    Source(
        short="UU 1/2022",
        title=(
            "Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat "
            "dan Pemerintahan Daerah"
        ),
        parts=("Pasal 187",),
    ),
)


def named_in(text: str) -> tuple[Source, ...]:
    """The sources that a text names."""
    return tuple(source for source in SOURCES if source.short in text)
