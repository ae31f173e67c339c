"""Which warnings of real SOPs tell a condition, an effect or a limit, and which only admonish."""

import pytest

from sopbatch.rules.data.warning_signs import warns
from sopbatch.text.names import folded

TELLING = (
    "Ketidaklengkapan berkas akan memperlambat proses penerbitan izin.",
    "Surat tidak diproses tanpa disposisi pimpinan.",
    "Permohonan yang melewati pukul 15.00 diproses hari berikutnya.",
    "Keterlambatan laporan mengganggu penyusunan anggaran.",
    "Terlambatnya laporan mempengaruhi penilaian kinerja.",
    "Laporan wajib selesai dalam 1x24 jam.",
    "Diselesaikan tiga hari kerja setelah berkas diterima.",
    "Risiko: data pegawai hilang atau tertukar.",
    "Kesalahan input merugikan pegawai.",
    "Periksa kembali data agar tidak terjadi kesalahan pembayaran.",
    "Cuti tidak diberikan kepada pegawai yang masa kerjanya kurang dari 1 tahun.",
    "Ketika jaringan terputus, data dicatat manual.",
    "Penyimpangan dari SOP ini merupakan pelanggaran disiplin.",
    "Data yang salah berpotensi menjadi temuan pemeriksaan.",
    "Kegiatan tidak akan berjalan dengan baik tanpa koordinasi.",
    "Dilarang merokok di ruang arsip karena mudah terbakar.",
    "Berkas yg tdk lengkap dikembalikan",
    "Jk tidak dilaksanakan, pelayanan terganggu",
    "Keterlambatan penanganan mengancam jiwa pasien",
    "Pengajuan lewat tanggal 20 diproses bulan depan",
    "Harus ada surat keterangan kehilangan dari kepolisian",
    "Nama pemohon harus tercantum pada buku induk sekolah",
    "Data siswa harus sudah dikeluarkan dari sekolah asal",
    "Pemohon wajib membawa dokumen asli",
    "Obat hanya diberikan atas resep dokter",
    "Program kerja disusun sebelum tahun anggaran berjalan",
    "Periksa identitas pasien sebelum pemberian obat",
    "Pelayanan tidak dapat dilakukan selama listrik padam",
    "Permohonan diajukan H-7",
    "Laporan dikirim setiap tgl 5",
    "Hambatan dapat terjadi: pejabat yang berwenang tidak di tempat.",
)
ADMONISHING = (
    "Pelaksana harus bekerja dengan teliti dan jujur.",
    "Jaga kerahasiaan data.",
    "Perhatikan masa berlaku izin.",
    "Petugas membuat laporan dengan benar.",
    "Petugas wajib menjaga kerahasiaan data pasien",
    "Anggota dilarang bertindak sendiri-sendiri",
    "SOP ini wajib dilaksanakan oleh seluruh pegawai",
)


@pytest.mark.parametrize("warning", TELLING)
def test_what_a_warning_tells_is_understood(warning):
    assert warns(folded(warning))


@pytest.mark.parametrize("warning", ADMONISHING)
def test_an_admonition_is_no_warning(warning):
    assert not warns(folded(warning))
