"""Form of the half-yearly monitoring of SOPs, version 1.

After the table “Monitoring Pelaksanaan SOP AP” of PermenPAN-RB 35/2012, annex, part on monitoring.
"""

from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required, TableSheet
from sopbatch.schema.kinds import FieldSheet, Kind

WELL, BADLY = "Berjalan dengan baik", "Tidak berjalan dengan baik"
METHODS = (
    "Observasi oleh atasan",
    "Wawancara dengan pelaksana",
    "Wawancara dengan pengguna layanan",
    "Rapat atau diskusi kelompok kerja",
    "Pembimbingan saat pelaksanaan",
)
SEMESTERS = ("I", "II")
KINDS_OF_SOP = ("Administratif", "Teknis")
DONE, PARTLY, NOT_YET = "Terlaksana", "Sebagian", "Belum"
PRINCIPLES = (
    ("consistent", "Konsisten", "SOP dijalankan dengan cara yang sama oleh siapa pun."),
    ("committed", "Komitmen", "Semua jenjang, dari pimpinan sampai pelaksana, menjalankan SOP."),
    ("improved", "Perbaikan berkelanjutan", "SOP disempurnakan dari hasil penerapannya."),
    ("binding", "Mengikat", "SOP mengikat setiap pelaksana, tanpa pengecualian."),
    ("shared", "Seluruh unsur memiliki peran penting", "Setiap pelaksana mengetahui perannya."),
    ("documented", "Terdokumentasi dengan baik", "SOP dan rekamannya disimpan dan mudah dicari."),
)
"""Key, name and meaning of the six principles of carrying out an SOP (PermenPAN-RB 35/2012)."""
NEEDED = Required.DRAFT

HEAD = FieldSheet(
    key="head",
    sheet="Umum",
    title="Monitoring SOP",
    subtitle="Monitoring penerapan SOP AP setiap enam bulan, menurut PermenPAN-RB 35/2012",
    named_by="unit_code",
    groups=(
        FieldGroup(
            "Perangkat daerah dan masa",
            (
                Field(
                    "unit_code",
                    "mn_kode_unit",
                    "Kode perangkat daerah",
                    "Kode dari daftar Biro Organisasi, misalnya 4.01.01.01.",
                    FieldKind.CODE,
                    NEEDED,
                    max_length=30,
                    example=("4.01.01.01",),
                ),
                Field(
                    "unit_name",
                    "mn_nama_unit",
                    "Nama perangkat daerah",
                    "Nama lengkap tanpa singkatan.",
                    required=NEEDED,
                    variants=("Perangkat Daerah", "Unit kerja"),
                    max_length=120,
                    example=("Biro Organisasi",),
                ),
                Field(
                    "year",
                    "mn_tahun",
                    "Tahun",
                    "Empat angka, misalnya 2026.",
                    FieldKind.INTEGER,
                    NEEDED,
                    example=("2026",),
                ),
                Field(
                    "semester",
                    "mn_semester",
                    "Semester",
                    "I untuk Januari sampai dengan Juni, II untuk Juli sampai dengan Desember.",
                    FieldKind.CHOICE,
                    NEEDED,
                    choices=SEMESTERS,
                    former={"1": "I", "2": "II"},
                    example=("I",),
                ),
            ),
        ),
        FieldGroup(
            "Penilai",
            (
                Field(
                    "assessed",
                    "mn_tanggal",
                    "Tanggal penilaian",
                    "Hari terakhir penilaian, misalnya 30 Juni 2026.",
                    FieldKind.DATE,
                    NEEDED,
                    example=("2026-06-26",),
                ),
                Field(
                    "assessor",
                    "mn_penilai",
                    "Nama penilai",
                    "Nama ketua tim atau pejabat yang menilai.",
                    required=NEEDED,
                    max_length=80,
                    example=("Rahmawati Noor, S.Sos.",),
                ),
                Field(
                    "assessor_position",
                    "mn_jabatan",
                    "Jabatan penilai",
                    "Jabatan pada saat menilai.",
                    required=NEEDED,
                    max_length=100,
                    advised=True,
                    example=("Kepala Bagian Ketatalaksanaan",),
                ),
            ),
        ),
        FieldGroup(
            "Asas pelaksanaan SOP",
            tuple(
                Field(
                    key,
                    f"mn_asas_{key}",
                    name,
                    meaning,
                    FieldKind.CHOICE,
                    NEEDED,
                    choices=(DONE, PARTLY, NOT_YET),
                    advised=True,
                    example=(DONE,),
                )
                for key, name, meaning in PRINCIPLES
            ),
        ),
    ),
)
ROWS = TableSheet(
    key="rows",
    sheet="Monitoring",
    title="Monitoring pelaksanaan SOP",
    help=(
        "Satu SOP satu baris. SOP yang berlaku sudah tercantum; tambahkan baris jika ada "
        "yang kurang."
    ),
    columns=(
        Field("number", "mn_no", "No.", "Nomor urut.", FieldKind.INTEGER, width=6),
        Field(
            "sop_number",
            "mn_nomor_sop",
            "Nomor SOP",
            "Nomor seperti pada SOP yang disahkan.",
            FieldKind.CODE,
            width=26,
            example=("065/SOP-TL.01/Org/2025",),
        ),
        Field(
            "title",
            "mn_judul",
            "Prosedur",
            "Nama SOP yang dimonitor.",
            required=NEEDED,
            variants=("Nama SOP", "Judul SOP", "SOP AP"),
            width=46,
            example=("Fasilitasi Penyusunan SOP AP Perangkat Daerah",),
        ),
        Field(
            "nature",
            "mn_jenis",
            "Jenis SOP",
            "Administratif atau Teknis, seperti pada SOP-nya.",
            FieldKind.CHOICE,
            variants=("Sifat", "Sifat kegiatan"),
            choices=KINDS_OF_SOP,
            width=15,
            example=("Administratif",),
        ),
        Field(
            "method",
            "mn_metode",
            "Cara memonitor",
            "Pilih dari daftar, atau tulis cara lain.",
            FieldKind.CHOICE,
            NEEDED,
            variants=("Metode",),
            choices=METHODS,
            free=True,
            advised=True,
            width=28,
            example=("Observasi oleh atasan",),
        ),
        Field(
            "verdict",
            "mn_penilaian",
            "Penilaian terhadap penerapan",
            f"{WELL} atau {BADLY.lower()}.",
            FieldKind.CHOICE,
            NEEDED,
            variants=("Penilaian", "Hasil"),
            choices=(WELL, BADLY),
            former={"Baik": WELL, "Tidak baik": BADLY},
            width=26,
            example=(WELL,),
        ),
        Field(
            "notes",
            "mn_catatan",
            "Catatan hasil penilaian",
            "Apa yang terlihat; wajib jika penerapannya tidak berjalan dengan baik.",
            variants=("Catatan",),
            width=40,
            example=("Waktu langkah 4 dua kali lebih lama daripada yang tertulis.",),
        ),
        Field(
            "action",
            "mn_tindakan",
            "Tindakan yang harus diambil",
            "Apa yang akan dilakukan; wajib jika penerapannya tidak berjalan dengan baik.",
            variants=("Tindakan",),
            width=40,
            example=("Sesuaikan waktu langkah 4 pada revisi berikutnya.",),
        ),
        Field(
            "initials",
            "mn_paraf",
            "Paraf penilai",
            "Dibubuhkan pada cetakannya.",
            width=14,
        ),
    ),
    rows=20,
)
MONITORING = Kind(
    code="MONITORING",
    version=1,
    name="monitoring SOP",
    title="Formulir Monitoring SOP",
    purpose=(
        "Hasil monitoring penerapan SOP yang berlaku, setiap enam bulan. Satu berkas untuk satu "
        "perangkat daerah dan satu semester."
    ),
    file_name="Template_Monitoring_SOP.xlsx",
    example_name="Contoh_Monitoring_SOP.xlsx",
    steps=(
        (
            "Buka lembar Umum, lalu isi perangkat daerah, tahun, semester, penilai, dan keadaan "
            "enam asas pelaksanaan SOP."
        ),
        (
            "Buka lembar Monitoring. Nilailah setiap SOP yang berlaku: pilih cara memonitor dan "
            "penilaiannya dari daftar."
        ),
        (
            "Jika penerapan SOP tidak berjalan dengan baik, tulis catatan dan tindakannya; tanpa "
            "keduanya berkas ini dikembalikan."
        ),
        "Simpan, lalu kirimkan berkas ini kepada Biro Organisasi.",
    ),
    sheets=(HEAD, ROWS),
    by_labels=4,
)
