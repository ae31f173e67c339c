"""Form of the needs of SOPs (daftar inventarisasi judul SOP), version 1.

The chain is tugas, fungsi, kegiatan, output, judul; the criteria are those of Permendagri 52/2011.
"""

from dataclasses import replace

from sopbatch.schema.common_fields import (
    NATURE,
    NEEDED,
    NUMBER,
    TITLE,
    YES,
    own,
    yes_no,
)
from sopbatch.schema.fields import Field, FieldKind, Required, TableSheet
from sopbatch.schema.kinds import Kind
from sopbatch.schema.needs_head import HEAD

LEAST_URGENT, MOST_URGENT = 1, 5
URGENCY = (
    "Nilai 5 jika diperintahkan peraturan atau langsung menyangkut masyarakat. Nilai 4 jika sering "
    "dikeluhkan atau menjadi temuan. Nilai 3 jika rutin dan melibatkan beberapa bagian. Nilai 2 "
    "jika rutin di satu bagian. Nilai 1 jika jarang dilakukan."
)
"""What the numbers of urgency stand for."""
WITH_TITLE = "sebaiknya diisi jika Nama SOP ditulis"
TICKED = dict.fromkeys(("V", "√", "✓", "✔", "☑", "Y"), YES)
"""Marks that people set in columns of criteria; a cross may mean either."""


CRITERIA: tuple[Field, ...] = tuple(
    replace(yes_no(key, name, label, prompt, *variants, width=12, former=TICKED), required=NEEDED)
    for key, name, label, prompt, *variants in (
        (
            *("repeated", "kb_berulang", "Berulang"),
            "Ya jika kegiatan ini dilakukan berulang, bukan satu kali.",
            *("Dilakukan berulang", "Rutin"),
        ),
        (
            *("definite", "kb_hasil_pasti", "Hasil pasti"),
            "Ya jika setiap kali dilakukan hasilnya sama jenisnya.",
            *("Hasilnya pasti", "Hasil tertentu"),
        ),
        (
            *("shared", "kb_dua_orang", "Dua orang atau lebih"),
            "Ya jika dikerjakan paling sedikit dua orang.",
            *("Melibatkan dua orang", "Minimal dua orang"),
        ),
        (
            *("measurable", "kb_terukur", "Terukur"),
            "Ya jika output dan waktunya dapat diukur.",
            "Dapat diukur",
        ),
    )
)
"""What makes an activity one that an SOP is written for (Permendagri 52/2011)."""

ROWS = TableSheet(
    key="needs",
    sheet="Kebutuhan SOP",
    title="Kegiatan dan kebutuhan SOP",
    help="Satu kegiatan satu baris. Tugas dan fungsi yang sama dengan baris di atasnya boleh "
    "dikosongkan. Nama SOP ditulis jika keempat kriteria dijawab Ya.",
    columns=(
        *own("kb", NUMBER),
        Field(
            "section",
            "kb_bagian",
            "Bagian",
            "Bagian atau bidang yang mengerjakan; kosongkan jika tidak dibagi.",
            variants=("Bidang", "Bagian/Bidang"),
            width=24,
            example=("Ketatalaksanaan",),
        ),
        Field(
            "task",
            "kb_tugas",
            "Tugas",
            "Tugas pokok menurut peraturan; kosongkan jika sama dengan baris di atasnya.",
            variants=("Tugas pokok",),
            width=34,
            example=("Membantu Gubernur di bidang organisasi dan tata laksana",),
        ),
        Field(
            "function",
            "kb_fungsi",
            "Fungsi",
            "Fungsi yang dijabarkan; pilih dari daftar di lembar Umum, kosongkan jika sama dengan "
            "baris di atasnya.",
            variants=("Fungsi/subfungsi", "Sub fungsi"),
            free=True,
            choices_from="kb_daftar_fungsi",
            width=38,
            example=("Pembinaan pelayanan publik",),
        ),
        Field(
            "activity",
            "kb_kegiatan",
            "Kegiatan",
            "Apa yang dikerjakan untuk fungsi itu.",
            required=NEEDED,
            variants=("Uraian kegiatan", "Aktivitas"),
            width=40,
            example=("Memfasilitasi penyusunan standar pelayanan",),
        ),
        Field(
            "output",
            "kb_output",
            "Output",
            "Hasil kegiatan.",
            condition="wajib jika Nama SOP ditulis",
            variants=("Keluaran", "Hasil kegiatan"),
            width=30,
            example=("Standar pelayanan",),
        ),
        *CRITERIA,
        Field(
            "urgency",
            "kb_urgensi",
            "Urgensi",
            URGENCY,
            FieldKind.INTEGER,
            condition=WITH_TITLE,
            scale=(LEAST_URGENT, MOST_URGENT),
            variants=("Skor urgensi", "Nilai urgensi", "Prioritas"),
            width=10,
            example=("5",),
        ),
        *own(
            "kb",
            replace(
                TITLE,
                label="Nama SOP",
                prompt="Nama yang diusulkan, diawali nama kegiatan, tanpa kata “SOP” di depan.",
                condition="sebaiknya diisi jika keempat kriteria dijawab Ya",
                required=Required.NEVER,
                variants=("Judul SOP", "Judul SOP AP", "Usulan judul SOP"),
                width=46,
                example=("Fasilitasi Penyusunan Standar Pelayanan",),
            ),
            NATURE,
        ),
        Field(
            "owner",
            "kb_penanggung_jawab",
            "Penanggung jawab",
            "Jabatan yang bertanggung jawab menyusun SOP.",
            condition=WITH_TITLE,
            variants=("PIC",),
            width=30,
            example=("Kepala Bagian Ketatalaksanaan",),
        ),
        Field(
            "target",
            "kb_target",
            "Target selesai",
            "Tanggal SOP selesai, misalnya 30 September 2026.",
            FieldKind.DATE,
            condition=WITH_TITLE,
            variants=("Target", "Tenggat", "Target penyelesaian"),
            width=19,
            example=("2026-09-30",),
        ),
    ),
    rows=40,
)
NEEDS = Kind(
    code="KEBUTUHAN",
    version=1,
    name="inventarisasi kebutuhan SOP",
    title="Formulir Inventarisasi Kebutuhan SOP",
    purpose=(
        "Daftar inventarisasi judul SOP: kegiatan mana yang memerlukan SOP. Satu berkas untuk satu "
        "perangkat daerah dan satu tahun."
    ),
    file_name="Template_Kebutuhan_SOP.xlsx",
    example_name="Contoh_Kebutuhan_SOP.xlsx",
    steps=(
        (
            "Buka lembar Umum, lalu isi perangkat daerah, tahun, semua fungsinya, tim, tanggal, "
            "dan penandatangan."
        ),
        (
            "Buka lembar Kebutuhan SOP. Uraikan setiap fungsi menjadi kegiatan; satu kegiatan satu "
            "baris, dengan output-nya."
        ),
        (
            "Jawab keempat kriteria, yang sejalan dengan Permendagri 52/2011, dengan Ya atau "
            "Tidak. Hanya kegiatan yang keempatnya Ya yang memerlukan SOP."
        ),
        (
            "Untuk kegiatan yang memerlukan SOP, tulis Nama SOP, urgensi, sifat, penanggung jawab, "
            f"dan target selesainya. Urgensi: {URGENCY[0].lower()}{URGENCY[1:]}"
        ),
        (
            "Simpan, lalu kirimkan berkas ini kepada Biro Organisasi. Judul yang diterima masuk ke "
            "rencana SOP."
        ),
    ),
    sheets=(HEAD, ROWS),
    by_labels=5,
)
