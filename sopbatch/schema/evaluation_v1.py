"""Form of the yearly evaluation of SOPs, version 1.

After the table “Evaluasi Penerapan SOP AP” of PermenPAN-RB 35/2012, annex, part on evaluation.
"""

from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required, TableSheet
from sopbatch.schema.kinds import FieldSheet, Kind

YES, NO = "Ya", "Tidak"
KEEP, REVISE, REVOKE = "Tetap", "Direvisi", "Dicabut"
STATEMENTS: tuple[tuple[str, str, int], ...] = (
    ("raises", "Mampu mendorong peningkatan kinerja", 17),
    ("clear", "Mudah dipahami", 12),
    ("easy", "Mudah dilaksanakan", 14),
    ("roles", "Semua orang dapat menjalankan perannya masing-masing", 20),
    ("solves", "Mampu mengatasi permasalahan yang berkaitan dengan proses", 20),
    ("serves", "Mampu menjawab kebutuhan peningkatan kinerja organisasi", 20),
    ("joins", "Sinergi satu dengan lainnya", 14),
)
"""Key, words and width of the seven statements."""
ASKED = tuple(key for key, _, _ in STATEMENTS)
"""Their keys, in order."""
NEEDED = Required.DRAFT
SPELT = {"Y": YES, "✓": YES, "√": YES, "V": YES, "T": NO}

HEAD = FieldSheet(
    key="head",
    sheet="Umum",
    title="Evaluasi SOP",
    subtitle="Evaluasi penerapan SOP AP setiap tahun, menurut PermenPAN-RB 35/2012",
    named_by="unit_code",
    groups=(
        FieldGroup(
            "Perangkat daerah dan masa",
            (
                Field(
                    "unit_code",
                    "ev_kode_unit",
                    "Kode perangkat daerah",
                    "Kode dari daftar Biro Organisasi, misalnya 4.01.01.01.",
                    FieldKind.CODE,
                    NEEDED,
                    max_length=30,
                    example=("4.01.01.01",),
                ),
                Field(
                    "unit_name",
                    "ev_nama_unit",
                    "Nama perangkat daerah",
                    "Nama lengkap tanpa singkatan.",
                    required=NEEDED,
                    variants=("Perangkat Daerah", "Unit kerja"),
                    max_length=120,
                    example=("Biro Organisasi",),
                ),
                Field(
                    "year",
                    "ev_tahun",
                    "Tahun",
                    "Empat angka, misalnya 2026.",
                    FieldKind.INTEGER,
                    NEEDED,
                    example=("2025",),
                ),
            ),
        ),
        FieldGroup(
            "Tim evaluasi",
            (
                Field(
                    "assessed",
                    "ev_tanggal",
                    "Tanggal evaluasi",
                    "Hari terakhir evaluasi, misalnya 27 November 2026.",
                    FieldKind.DATE,
                    NEEDED,
                    example=("2025-11-28",),
                ),
                Field(
                    "assessor",
                    "ev_ketua",
                    "Ketua tim evaluasi",
                    "Nama ketua tim.",
                    required=NEEDED,
                    variants=("Ketua tim", "Nama ketua tim"),
                    max_length=80,
                    example=("Rahmawati Noor, S.Sos.",),
                ),
                Field(
                    "assessor_position",
                    "ev_jabatan",
                    "Jabatan ketua tim",
                    "Jabatan pada saat evaluasi.",
                    required=NEEDED,
                    max_length=100,
                    advised=True,
                    example=("Kepala Bagian Ketatalaksanaan",),
                ),
                Field(
                    "members",
                    "ev_anggota",
                    "Anggota tim evaluasi",
                    "Nama anggota, satu baris satu orang.",
                    FieldKind.LIST,
                    variants=("Anggota tim", "Anggota"),
                    max_length=400,
                    rows=5,
                    example=("Dewi Anggraini, S.E.", "Bayu Pratama, S.Kom."),
                ),
            ),
        ),
    ),
)
ROWS = TableSheet(
    key="rows",
    sheet="Evaluasi",
    title="Evaluasi penerapan SOP",
    help=(
        "Satu SOP satu baris. SOP yang berlaku sudah tercantum; tambahkan baris jika ada "
        "yang kurang."
    ),
    columns=(
        Field("number", "ev_no", "No.", "Nomor urut.", FieldKind.INTEGER, width=6),
        Field(
            "sop_number",
            "ev_nomor_sop",
            "Nomor SOP",
            "Nomor seperti pada SOP yang disahkan.",
            FieldKind.CODE,
            width=26,
            example=("065/SOP-TL.01/Org/2025",),
        ),
        Field(
            "title",
            "ev_judul",
            "Prosedur",
            "Nama SOP yang dievaluasi.",
            required=NEEDED,
            variants=("Nama SOP", "Judul SOP", "SOP AP"),
            width=42,
            example=("Fasilitasi Penyusunan SOP AP Perangkat Daerah",),
        ),
        *(
            Field(
                key,
                f"ev_{key}",
                words,
                "Ya atau Tidak.",
                FieldKind.CHOICE,
                choices=(YES, NO),
                former=SPELT,
                width=width,
                example=(YES,),
            )
            for key, words, width in STATEMENTS
        ),
        Field(
            "notes",
            "ev_catatan",
            "Catatan hasil evaluasi",
            (
                "Apa yang perlu diperbaiki. Jika kesimpulannya Dicabut, tulis nomor keputusannya "
                "atau SOP penggantinya."
            ),
            variants=("Catatan",),
            width=40,
            example=("Waktu langkah 4 tidak lagi sesuai.",),
        ),
        Field(
            "conclusion",
            "ev_kesimpulan",
            "Kesimpulan",
            "Tetap, Direvisi, atau Dicabut.",
            FieldKind.CHOICE,
            NEEDED,
            choices=(KEEP, REVISE, REVOKE),
            former={"Revisi": REVISE, "Perlu revisi": REVISE, "Cabut": REVOKE},
            width=14,
            example=(KEEP,),
        ),
        Field("initials", "ev_paraf", "Paraf penilai", "Dibubuhkan pada cetakannya.", width=14),
    ),
    rows=20,
)
EVALUATION = Kind(
    code="EVALUASI",
    version=1,
    name="evaluasi SOP",
    title="Formulir Evaluasi SOP",
    purpose=(
        "Hasil evaluasi penerapan SOP yang berlaku, setiap tahun. Satu berkas untuk satu perangkat "
        "daerah dan satu tahun."
    ),
    file_name="Template_Evaluasi_SOP.xlsx",
    example_name="Contoh_Evaluasi_SOP.xlsx",
    steps=(
        "Buka lembar Umum, lalu isi perangkat daerah, tahun, dan tim evaluasi.",
        "Buka lembar Evaluasi. Untuk setiap SOP yang berlaku, jawab ketujuh pernyataan.",
        (
            "Pilih kesimpulannya: Tetap, Direvisi, atau Dicabut. Tulis pada catatan apa yang perlu "
            "direvisi, atau keputusan yang mencabutnya."
        ),
        "Simpan, lalu kirimkan berkas ini kepada Biro Organisasi.",
    ),
    sheets=(HEAD, ROWS),
    by_labels=6,
)
