"""Form of the half-yearly monitoring of SOPs, version 1.

After the table “Monitoring Pelaksanaan SOP AP” of PermenPAN-RB 35/2012, annex, part on monitoring.
"""

from dataclasses import replace

from sopbatch.schema.common_fields import (
    INITIALS,
    NATURE,
    NEEDED,
    NOTES,
    NUMBER,
    SOP_NUMBER,
    TITLE,
    UNIT_CODE,
    UNIT_NAME,
    YEAR,
    day,
    own,
    person,
    position,
)
from sopbatch.schema.fields import Field, FieldGroup, FieldKind, TableSheet
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
                *own("mn", UNIT_CODE, UNIT_NAME, YEAR),
                Field(
                    "semester",
                    "mn_semester",
                    "Semester",
                    "I untuk Januari sampai dengan Juni, II untuk Juli sampai dengan Desember.",
                    FieldKind.CHOICE,
                    required=NEEDED,
                    choices=SEMESTERS,
                    former={"1": "I", "2": "II"},
                    example=("I",),
                ),
            ),
        ),
        FieldGroup(
            "Penilai",
            own(
                "mn",
                day(
                    "assessed",
                    "Tanggal penilaian",
                    "Hari terakhir penilaian, misalnya 30 Juni 2026.",
                    "2026-06-26",
                ),
                person(
                    "assessor",
                    "penilai",
                    "Nama penilai",
                    "Nama ketua tim atau pejabat yang menilai.",
                ),
                position(
                    "assessor_position", "jabatan", "Jabatan penilai", "Jabatan pada saat menilai."
                ),
            ),
        ),
        FieldGroup(
            "Prinsip pelaksanaan SOP",
            tuple(
                Field(
                    key,
                    f"mn_asas_{key}",
                    name,
                    meaning,
                    FieldKind.CHOICE,
                    required=NEEDED,
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
        *own(
            "mn",
            NUMBER,
            SOP_NUMBER,
            replace(TITLE, prompt="Nama SOP yang dimonitor.", width=46),
            replace(
                NATURE,
                name="jenis",
                label="Jenis SOP",
                prompt="Administratif atau Teknis, seperti pada SOP-nya.",
                variants=("Sifat", "Sifat kegiatan"),
            ),
        ),
        Field(
            "method",
            "mn_metode",
            "Cara memonitor",
            "Pilih dari daftar, atau tulis cara lain.",
            FieldKind.CHOICE,
            required=NEEDED,
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
            required=NEEDED,
            variants=("Penilaian", "Hasil"),
            choices=(WELL, BADLY),
            former={"Baik": WELL, "Tidak baik": BADLY},
            width=26,
            example=(WELL,),
        ),
        *own(
            "mn",
            replace(
                NOTES,
                label="Catatan hasil penilaian",
                prompt="Apa yang terlihat pada penerapannya.",
                condition="wajib jika penerapannya tidak berjalan dengan baik",
                example=("Waktu langkah 4 dua kali lebih lama daripada yang tertulis.",),
            ),
        ),
        Field(
            "action",
            "mn_tindakan",
            "Tindakan yang harus diambil",
            "Apa yang akan dilakukan.",
            condition="wajib jika penerapannya tidak berjalan dengan baik",
            variants=("Tindakan",),
            width=40,
            example=("Sesuaikan waktu langkah 4 pada revisi berikutnya.",),
        ),
        *own("mn", INITIALS),
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
            "enam prinsip pelaksanaan SOP."
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
