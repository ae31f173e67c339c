"""Verbs that begin a step, and nouns of activity with the verb they stand for."""

_BASE_VERBS = """
ajukan akses ambil analisis antar arahkan arsipkan atur bahas baca bagikan bandingkan bantu buat
buka catat cek cetak cocokkan daftar datang distribusikan dampingi entri evaluasi gandakan
gabungkan hadir hadiri himpun hitung hubungi identifikasi ikut ikuti input isi jadwalkan jelaskan
beri kaji kembalikan kirim kirimkan klik koordinasi koreksi kumpulkan laksanakan lakukan lampirkan
lapor laporkan lengkapi login masuk masukkan minta mohon musyawarah nilai olah paraf pastikan
periksa pilih proses publikasikan pulang rapat rekap rekapitulasi rencanakan revisi rumuskan
sahkan sampaikan serahkan setujui siapkan simpan sosialisasikan susun survei tandatangani tanda
telaah teliti terbitkan terima tiba teruskan tetapkan tinjau tugaskan tulis tunjuk umumkan undang
unduh unggah upload usulkan validasi verifikasi wawancara
"""
BASE_VERBS = frozenset(_BASE_VERBS.split())
"""Verbs without prefix that may begin a step ("Unggah berkas", "Rapat koordinasi")."""

_NOT_VERBS = """
media medis meja mekanik mekanisme memo memorandum mentor menteri mereka merek merk mesin metode
meter menu mei mess mebel megah melalui mengenai menurut mengingat menimbang
bebas bekas beban beberapa begitu belanja bendahara benda berita berkas berdasar berdasarkan
berikut bersama bersih bertahap bersifat besar besaran besok beras bergantung berlaku berat
berbagai berbeda
"""
NOT_VERBS = frozenset(_NOT_VERBS.split())
"""Words that only look like verbs in me- or ber-."""

_RECEIVING_VERBS = """
menerima mencatat mengagendakan meregistrasi memeriksa menelaah meneliti memverifikasi mengecek
mengoreksi mereviu menilai memvalidasi
"""
RECEIVING_VERBS = frozenset(_RECEIVING_VERBS.split())
"""What is done with the work of another, not with one's own."""

VERB_OF: dict[str, str] = {
    "analisis": "menganalisis",
    "disposisi": "mendisposisikan",
    "evaluasi": "mengevaluasi",
    "fasilitasi": "memfasilitasi",
    "konfirmasi": "mengonfirmasi",
    "koordinasi": "mengoordinasikan",
    "koreksi": "mengoreksi",
    "monitoring": "memantau",
    "pelaksanaan": "melaksanakan",
    "pelaporan": "melaporkan",
    "pemanggilan": "memanggil",
    "pemantauan": "memantau",
    "pemaparan": "memaparkan",
    "pemasangan": "memasang",
    "pembagian": "membagikan",
    "pembahasan": "membahas",
    "pembayaran": "membayar",
    "pembentukan": "membentuk",
    "pemberian": "memberikan",
    "pembinaan": "membina",
    "pembuatan": "membuat",
    "pembukuan": "membukukan",
    "pemeriksaan": "memeriksa",
    "pemilihan": "memilih",
    "pemrosesan": "memproses",
    "pemusnahan": "memusnahkan",
    "pemutakhiran": "memutakhirkan",
    "penagihan": "menagih",
    "penandatanganan": "menandatangani",
    "penataan": "menata",
    "pencatatan": "mencatat",
    "pencetakan": "mencetak",
    "pendaftaran": "mendaftarkan",
    "pendampingan": "mendampingi",
    "pendistribusian": "mendistribusikan",
    "pendokumentasian": "mendokumentasikan",
    "penelaahan": "menelaah",
    "penelitian": "meneliti",
    "penentuan": "menentukan",
    "penerbitan": "menerbitkan",
    "penerimaan": "menerima",
    "penetapan": "menetapkan",
    "pengagendaan": "mengagendakan",
    "pengajuan": "mengajukan",
    "pengambilan": "mengambil",
    "pengarahan": "mengarahkan",
    "pengarsipan": "mengarsipkan",
    "pengawasan": "mengawasi",
    "pengecekan": "mengecek",
    "pengembalian": "mengembalikan",
    "pengesahan": "mengesahkan",
    "pengetikan": "mengetik",
    "penggandaan": "menggandakan",
    "penghitungan": "menghitung",
    "penginputan": "menginput",
    "pengiriman": "mengirimkan",
    "pengisian": "mengisi",
    "pengolahan": "mengolah",
    "pengujian": "menguji",
    "pengukuran": "mengukur",
    "pengumpulan": "mengumpulkan",
    "pengumuman": "mengumumkan",
    "pengundangan": "mengundangkan",
    "pengunggahan": "mengunggah",
    "pengusulan": "mengusulkan",
    "penilaian": "menilai",
    "peninjauan": "meninjau",
    "penjadualan": "menjadwalkan",
    "penjadwalan": "menjadwalkan",
    "penomoran": "menomori",
    "penugasan": "menugaskan",
    "penunjukan": "menunjuk",
    "penyaluran": "menyalurkan",
    "penyampaian": "menyampaikan",
    "penyebarluasan": "menyebarluaskan",
    "penyelesaian": "menyelesaikan",
    "penyerahan": "menyerahkan",
    "penyetujuan": "menyetujui",
    "penyiapan": "menyiapkan",
    "penyimpanan": "menyimpan",
    "penyusunan": "menyusun",
    "perbaikan": "memperbaiki",
    "perencanaan": "merencanakan",
    "permintaan": "meminta",
    "permohonan": "memohon",
    "persetujuan": "menyetujui",
    "persiapan": "mempersiapkan",
    "reviu": "mereviu",
    "ttd": "menandatangani",
    "validasi": "memvalidasi",
    "verifikasi": "memverifikasi",
}
"""Nouns of activity and their active verbs, for suggestions."""
