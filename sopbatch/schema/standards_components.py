"""Service standards, version 1: the 14 components of a service in two groups.

In the order of PermenPAN-RB 15/2014; what goes with a component stands below it.
"""

from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required


def _component(
    key: str,
    name: str,
    label: str,
    prompt: str,
    rows: int,
    *variants: str,
    example: tuple[str, ...] = (),
) -> Field:
    return Field(
        key,
        name,
        label,
        prompt,
        FieldKind.LIST,
        required=Required.SUBMITTED,
        variants=variants,
        rows=rows,
        max_length=2000,
        example=example,
    )


SERVICE_DELIVERY = FieldGroup(
    "Penyampaian pelayanan (dipublikasikan)",
    (
        _component(
            "requirements",
            "ly_persyaratan",
            "Persyaratan",
            "Syarat teknis dan administratif, satu syarat satu baris.",
            8,
            *("Persyaratan pelayanan", "Persyaratan dokumen", "Persyaratan layanan", "Syarat"),
            *("Persyaratan administratif", "Persyaratan administratif/teknis"),
            *("Persyaratan teknis", "Persyaratan administrasi", "Syarat pelayanan"),
            example=(
                "Surat permohonan kepada Kepala Dinas Kesehatan",
                "Salinan izin rumah sakit yang masih berlaku",
                "Hasil penilaian mandiri",
            ),
        ),
        _component(
            "procedure",
            "ly_prosedur",
            "Sistem, mekanisme, dan prosedur",
            "Langkah yang dilalui pengguna layanan, satu langkah satu baris.",
            8,
            *("Sistem mekanisme dan prosedur", "Sistem, mekanisme dan prosedur"),
            *("Sistem, mekanisme & prosedur", "SistemMekanisme dan prosedur", "Prosedur"),
            *("Sistem, mekanisme, dan prosedur pelayanan", "Alur / prosedur", "Alur/prosedur"),
            *("Prosedur/ mekanisme pelayanan", "Prosedur/mekanisme pelayanan", "Mekanisme"),
            *("Mekanisme dan prosedur", "Prosedur pelayanan", "Alur pelayanan"),
            example=(
                "Pemohon mengajukan permohonan di loket atau melalui aplikasi",
                "Petugas memeriksa kelengkapan berkas",
                "Tim memverifikasi di rumah sakit",
                "Pemohon menerima surat rekomendasi",
            ),
        ),
        _component(
            "times",
            "ly_waktu",
            "Jangka waktu pelayanan",
            (
                "Lamanya sejak berkas lengkap sampai selesai, misalnya 5 hari kerja. Jika "
                "berbeda-beda, satu baris untuk satu keadaan: Pasien baru: 8 menit."
            ),
            4,
            *("Jangka waktu", "Jangka waktu penyelesaian", "Waktu penyelesaian"),
            *("Waktu pelayanan", "Waktiu pelayanan", "Jangka waktu penyelesaian pelayanan"),
            *("Waktu penyelesaian pelayanan", "Lama pelayanan"),
            example=("20 hari kerja",),
        ),
        _component(
            "fees",
            "ly_biaya",
            "Biaya/tarif",
            (
                "Tidak dipungut biaya, atau besarnya tarif. Jika berbeda-beda, satu baris untuk "
                "satu keadaan: Perpanjangan: Rp50.000."
            ),
            6,
            *("Biaya", "Tarif", "Biaya /tariff", "Biaya tarif", "Biaya / tarif"),
            *("Besarnya tarif/biaya pelayanan", "Biaya pelayanan", "Biaya atau tarif"),
            example=("Tidak dipungut biaya",),
        ),
        Field(
            "fee_basis",
            "ly_dasar_tarif",
            "Dasar tarif",
            "Peraturan yang menetapkan tarifnya; kosongkan jika tidak dipungut biaya.",
            FieldKind.LIST,
            variants=("Dasar hukum tarif", "Dasar pengenaan tarif"),
            rows=2,
            max_length=400,
            condition="sebaiknya diisi jika ada tarif",
        ),
        _component(
            "products",
            "ly_produk",
            "Produk pelayanan",
            "Yang diterima pengguna layanan, satu produk satu baris.",
            3,
            *("Produk layanan", "Hasil pelayanan", "Produk", "Hasil layanan"),
            example=("Surat rekomendasi izin rumah sakit",),
        ),
        Field(
            "validity",
            "ly_masa_berlaku",
            "Masa berlaku produk",
            "Berapa lama produknya berlaku, misalnya 5 tahun; kosongkan jika tidak berbatas.",
            variants=("Masa berlaku",),
            max_length=80,
            example=("5 tahun",),
        ),
        _component(
            "channels",
            "ly_pengaduan",
            "Penanganan pengaduan, saran, dan masukan",
            (
                "Satu saluran satu baris, misalnya Telepon (0541) 555000; WhatsApp; surel; SP4N-"
                "LAPOR! www.lapor.go.id; kotak saran."
            ),
            7,
            *(
                "Penanganan pengaduan, saran dan masukan",
                "Penanganan, pengaduan, saran dan masukan",
            ),
            *("Penanganan pengaduan, saran, dan masukan/apresiasi", "Pengaduan"),
            *("Penanganan pengaduan, saran dan masukan/apresiasi", "Pengaduan, saran dan masukan"),
            *("Pengelolaan pengaduan", "Penanganan aduan", "Penanganan pengaduan"),
            *(
                "Pengaduan layanan",
                "Pengaduan pelayanan",
                "Pengelolaan pengaduan, saran dan masukan",
            ),
            example=(
                "Kotak saran di ruang pelayanan",
                "Telepon (0541) 555-0102",
                "WhatsApp 0812-0000-1234",
                "Surel pengaduan@dinkes.contoh.example",
                "SP4N-LAPOR! www.lapor.go.id",
            ),
        ),
        Field(
            "answer_times",
            "ly_waktu_jawab",
            "Waktu menjawab pengaduan",
            "Paling lama berapa hari pengaduan dijawab; boleh menurut jenisnya, satu jenis satu "
            "baris.",
            FieldKind.LIST,
            variants=(
                "Waktu penyelesaian pengaduan",
                "Jangka waktu penyelesaian pengaduan",
                "Waktu penanganan pengaduan",
            ),
            rows=4,
            max_length=300,
            example=("Ringan: 1 hari kerja", "Perlu pemeriksaan: 5 hari kerja"),
        ),
    ),
)
SERVICE_MANAGEMENT = FieldGroup(
    "Pengelolaan pelayanan",
    (
        _component(
            "legal_basis",
            "ly_dasar_hukum",
            "Dasar hukum",
            "Satu peraturan satu baris: jenis, nomor, tahun, dan judul.",
            6,
            *("Landasan hukum", "Dasar hukum pelayanan"),
            example=(
                "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
                "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan",
            ),
        ),
        _component(
            "facilities",
            "ly_sarana",
            "Sarana dan prasarana, dan/atau fasilitas",
            "Termasuk fasilitas bagi kelompok rentan, satu butir satu baris.",
            5,
            *("Sarana dan prasarana dan/atau fasilitas", "Sarana dan prasarana, fasilitas"),
            *("Sarana, prasarana/fasilitas", "Sarana, prasarana, dan/atau fasilitas"),
            *("Sarana prasarana dan/atau fasilitas", "Sarana dan prasarana", "Sarana prasarana"),
            *("Sarana, prasarana, dan fasilitas", "Sarana dan prasarana/fasilitas"),
            example=(
                "Ruang tunggu dengan kursi prioritas",
                "Jalur landai dan kursi roda",
                "Komputer dan jaringan internet",
            ),
        ),
        _component(
            "competence",
            "ly_kompetensi",
            "Kompetensi pelaksana",
            "Pendidikan, keterampilan, dan pengalaman pelaksana.",
            4,
            *("Kompetensi pelaksanaan", "Kompetensi SDM", "Kompetensi petugas"),
            example=("D-3 bidang kesehatan", "Memahami persyaratan izin rumah sakit"),
        ),
        _component(
            "supervision",
            "ly_pengawasan",
            "Pengawasan internal",
            "Siapa mengawasi, dan bagaimana caranya.",
            3,
            *("Pengawas internal", "Pengawasan"),
            example=("Kepala bidang memeriksa daftar permohonan setiap minggu",),
        ),
        _component(
            "staff",
            "ly_jumlah_pelaksana",
            "Jumlah pelaksana",
            "Jumlah orang; boleh menurut perannya, satu peran satu baris: Petugas loket: 2 orang.",
            5,
            *("Jumlah pelaksana/petugas", "Jumlah petugas", "Jumlah SDM"),
            example=("Petugas loket: 2 orang", "Verifikator: 3 orang"),
        ),
        _component(
            "guarantee",
            "ly_jaminan",
            "Jaminan pelayanan",
            "Apa yang dijamin, dan apa yang terjadi jika standar tidak dipenuhi.",
            3,
            *("Jaminan pelaksanaan", "Jaminan layanan"),
            example=("Jika waktu terlampaui, permohonan didahulukan dan pemohon diberi tahu",),
        ),
        _component(
            "safety",
            "ly_keamanan",
            "Jaminan keamanan dan keselamatan pelayanan",
            "Keamanan dokumen dan data, dan keselamatan pengguna layanan.",
            3,
            *("Jaminan keamanan dan keselamatan", "Jaminan keamanan"),
            *("Jaminan keamanan, dan keselamatan pelayanan",),
            example=("Dokumen pemohon disimpan dan dirahasiakan", "Tersedia jalur evakuasi"),
        ),
        _component(
            "evaluation",
            "ly_evaluasi",
            "Evaluasi kinerja pelaksana",
            "Bagaimana dan seberapa sering kinerja pelaksana dievaluasi.",
            3,
            *("Evaluasi kinerja", "Evaluasi kinerja pelaksanaan", "Evaluasi kinerja pelayanan"),
            example=("Survei kepuasan masyarakat satu kali dalam satu tahun",),
        ),
    ),
)
