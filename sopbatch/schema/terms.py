"""One word for one thing: the terms of the product, what they mean, and the words they replaced.

The glossary for users is printed from here, and the test of language knows from here what is not
said any more.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term as users read it."""

    word: str
    meaning: str
    """One sentence without its full stop, as a glossary goes on."""
    gone: str = ""
    """Words that are not used for it, as a pattern without case; "" where all of them have other
    meanings as well."""


TERMS: tuple[Term, ...] = (
    Term(
        word="harus diperbaiki",
        meaning="temuan yang membuat SOP belum lengkap",
        gone="galat|bergalat",
    ),
    Term(
        word="sebaiknya diperbaiki",
        meaning="temuan yang tidak membuat SOP belum lengkap",
    ),
    Term(word="saran", meaning="hal yang boleh dipertimbangkan"),
    Term(
        word="bobot",
        meaning="seberapa berat suatu temuan: harus diperbaiki, sebaiknya diperbaiki, atau saran",
    ),
    Term(
        word="tahap",
        meaning="seberapa jauh suatu SOP: belum diterima, diterima, lengkap, tersusun, selesai",
        gone="tingkat kelengkapan",
    ),
    Term(word="berkas", meaning="berkas “file” Excel atau LibreOffice yang dikirim"),
    Term(
        word="lembar",
        meaning="satu halaman tabel di dalam berkas, yang namanya tertulis di bagian bawah",
        gone="lembar kerja|sheet",
    ),
    Term(
        word="formulir",
        meaning="berkas kosong dari Biro Organisasi yang diisi perangkat daerah",
        gone="templates?",
    ),
    Term(
        word="berkas perbaikan",
        meaning="berkas Anda yang dikembalikan dengan tanda dan daftar yang perlu diperbaiki",
        gone="salinan bertanda|berkas bertanda",
    ),
    Term(
        word="perangkat daerah",
        meaning="dinas, badan, biro, atau kantor yang menyusun SOP",
    ),
    Term(
        word="daftar induk",
        meaning="berkas Biro Organisasi: perangkat daerah, bagian, rencana SOP, keputusan, aturan",
    ),
    Term(
        word="rencana SOP",
        meaning="daftar judul SOP yang akan disusun, di dalam daftar induk",
    ),
    Term(
        word="judul",
        meaning="satu baris rencana SOP, dari direncanakan sampai selesai, dicabut, atau ditarik",
    ),
    Term(
        word="Nama SOP",
        meaning="nama kegiatan yang tertulis pada isian Nama SOP dan dalam rencana",
        gone="(?<!inventarisasi )(?<!daftar )judul sop",
    ),
    Term(
        word="berkas riwayat",
        meaning="catatan semua laporan dan kiriman, sopbatch.sqlite di folder hasil",
        gone="buku besar",
    ),
    Term(
        word="nomor tanda terima",
        meaning="nomor tetap setiap berkas yang diterima, misalnya TT-261002-7K3QF2",
    ),
    Term(
        word="kode isi berkas",
        meaning="kode yang sama hanya jika isi berkasnya sama persis",
        gone="sidik jari|sidik isi|sidik isinya",
    ),
    Term(
        word="diagram alir",
        meaning="gambar langkah dan panah pada Bagian Flowchart",
        gone="bagan al[iu]r|diagram alur",
    ),
    Term(word="pelaksana", meaning="jabatan atau peran yang mengerjakan langkah"),
    Term(word="langkah", meaning="satu baris tabel Prosedur"),
    Term(
        word="alur utama",
        meaning="langkah yang dilalui jika setiap keputusan dijawab Ya",
        gone="jalur utama",
    ),
    Term(
        word="perpindahan pelaksana",
        meaning="alur utama beralih ke langkah dengan pelaksana lain",
        gone="serah terima",
    ),
    Term(
        word="pengembalian",
        meaning="cabang yang kembali ke langkah sebelumnya",
        gone="putaran balik",
    ),
    Term(
        word="menunggu perbaikan",
        meaning="sudah diterima dan dikembalikan; belum dihitung sampai diperbaiki",
    ),
    Term(word="median", meaning="nilai yang di tengah jika semua diurutkan", gone="nilai tengah"),
    Term(
        word="tenggat",
        meaning="tanggal SOP harus selesai menurut rencana",
        gone="deadline|batas waktu pengiriman",
    ),
    Term(word="batas pengiriman", meaning="tanggal terakhir menerima berkas dalam satu putaran"),
    Term(word="jatuh tempo", meaning="tanggal monitoring, evaluasi, atau peninjauan berikutnya"),
    Term(
        word="hasil pengolahan",
        meaning="apa yang terjadi dengan suatu berkas: terbaca, salinan, ditolak, dan seterusnya",
        gone="nasib",
    ),
    Term(
        word="folder hasil",
        meaning="folder tempat program menulis dokumen, laporan, surat, dan arsip",
        gone="folder (?:keluaran)",
    ),
    Term(word="folder masukan", meaning="folder tempat berkas yang diterima disimpan"),
    Term(
        word="monitoring",
        meaning="penilaian penerapan SOP setiap enam bulan, atau penerapan standar pelayanan",
        gone="pemantauan(?! dan evaluasi kinerja)|dipantau|pantau",
    ),
    Term(
        word="perkembangan",
        meaning="seberapa jauh penyusunan SOP sampai hari laporan",
        gone="kemajuan",
    ),
    Term(
        word="prinsip",
        meaning="ukuran dalam pedoman bagi SOP dan standar pelayanan yang baik",
        gone="asas",
    ),
    Term(word="surel", meaning="surat elektronik “email”", gone="e-?mail"),
)
