"""Form of the yearly evaluation of SOPs, version 1.

After the table “Evaluasi Penerapan SOP AP” of PermenPAN-RB 35/2012, annex, part on evaluation.
"""

from dataclasses import replace

from sopbatch.schema.common_fields import (
    INITIALS,
    MEMBERS,
    NEEDED,
    NO,
    NOTES,
    NUMBER,
    SOP_NUMBER,
    TITLE,
    UNIT_CODE,
    UNIT_NAME,
    YEAR,
    YES,
    day,
    own,
    person,
    position,
    yes_no,
)
from sopbatch.schema.fields import Field, FieldGroup, FieldKind, TableSheet
from sopbatch.schema.kinds import FieldSheet, Kind

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
            own("ev", UNIT_CODE, UNIT_NAME, replace(YEAR, example=("2025",))),
        ),
        FieldGroup(
            "Tim evaluasi",
            own(
                "ev",
                day(
                    "assessed",
                    "Tanggal evaluasi",
                    "Hari terakhir evaluasi, misalnya 27 November 2026.",
                    "2025-11-28",
                ),
                person(
                    "assessor",
                    "ketua",
                    "Ketua tim evaluasi",
                    "Nama ketua tim.",
                    "Ketua tim",
                    "Nama ketua tim",
                ),
                position(
                    "assessor_position",
                    "jabatan",
                    "Jabatan ketua tim",
                    "Jabatan pada saat evaluasi.",
                ),
                replace(
                    MEMBERS,
                    label="Anggota tim evaluasi",
                    prompt="Nama anggota, satu baris satu orang.",
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
        *own(
            "ev", NUMBER, SOP_NUMBER, replace(TITLE, prompt="Nama SOP yang dievaluasi.", width=42)
        ),
        *(
            replace(
                yes_no(key, f"ev_{key}", words, "Ya atau Tidak.", width=width, former=SPELT),
                condition="sebaiknya dijawab",
            )
            for key, words, width in STATEMENTS
        ),
        *own(
            "ev",
            replace(
                NOTES,
                label="Catatan hasil evaluasi",
                prompt=(
                    "Apa yang perlu diperbaiki. Jika kesimpulannya Dicabut, tulis nomor "
                    "keputusannya atau Nama SOP penggantinya."
                ),
                condition="sebaiknya diisi jika kesimpulannya Direvisi atau Dicabut",
                example=("Waktu langkah 4 tidak lagi sesuai.",),
            ),
        ),
        Field(
            "conclusion",
            "ev_kesimpulan",
            "Kesimpulan",
            "Tetap, Direvisi, atau Dicabut.",
            FieldKind.CHOICE,
            required=NEEDED,
            choices=(KEEP, REVISE, REVOKE),
            former={"Revisi": REVISE, "Perlu revisi": REVISE, "Cabut": REVOKE},
            width=14,
            example=(KEEP,),
        ),
        *own("ev", INITIALS),
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
