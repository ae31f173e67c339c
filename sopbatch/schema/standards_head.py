"""Service standards, version 1: the first sheet, with the agency and how its standards were set."""

from dataclasses import replace

from sopbatch.schema.common_fields import UNIT_CODE, UNIT_NAME, own
from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required
from sopbatch.schema.kinds import FieldSheet
from sopbatch.schema.standards_public import CONSULTATION, PLEDGE, PUBLICATION, SURVEY

DRAFT, SUBMITTED, SET = STATUSES = ("Draf", "Diajukan", "Ditetapkan")
HEAD = FieldSheet(
    key="head",
    sheet="Umum",
    title="Penetapan Standar Pelayanan",
    subtitle="Penetapan, publikasi, dan Maklumat Pelayanan, menurut PermenPAN-RB 15/2014",
    named_by="unit_code",
    tells_kind=False,
    groups=(
        FieldGroup(
            "A. Status",
            (
                Field(
                    "status",
                    "sp_status",
                    "Status",
                    (
                        "Draf: sedang ditulis. Diajukan: minta diperiksa. Ditetapkan: sudah ada "
                        "SK penetapannya. Makin lanjut statusnya, makin banyak yang perlu diisi."
                    ),
                    FieldKind.CHOICE,
                    required=Required.DRAFT,
                    variants=("Status Standar Pelayanan",),
                    choices=STATUSES,
                    example=(SET,),
                ),
            ),
        ),
        FieldGroup(
            "B. Perangkat daerah",
            (
                Field(
                    "government",
                    "sp_pemda",
                    "Pemerintah daerah",
                    "Nama pemerintah daerah, seperti pada kop surat.",
                    required=Required.DRAFT,
                    max_length=80,
                    advised=True,
                    example=("PEMERINTAH PROVINSI KALIMANTAN TIMUR",),
                ),
                *own(
                    "sp",
                    replace(UNIT_CODE, variants=("Kode unit", "Kode OPD"), example=("1.02",)),
                    replace(
                        UNIT_NAME,
                        prompt=(
                            "Nama lengkap perangkat daerah atau unit pelayanan, tanpa singkatan."
                        ),
                        variants=(
                            *("Perangkat daerah", "Unit kerja", "Unit pelayanan"),
                            *("Unit penyelenggara pelayanan", "Nama instansi", "Instansi"),
                            *("OPD", "SKPD"),
                        ),
                        example=("Dinas Kesehatan",),
                    ),
                ),
            ),
        ),
        FieldGroup(
            "C. Penetapan",
            (
                Field(
                    "decree_number",
                    "sp_nomor_sk",
                    "Nomor SK penetapan",
                    "Nomor keputusan yang menetapkan standar ini, misalnya 440/017/DINKES/2025.",
                    FieldKind.CODE,
                    required=Required.READY,
                    variants=("No. SK", "Nomor SK", "No SK", "Nomor Keputusan"),
                    max_length=60,
                    example=("440/017/DINKES/2025",),
                ),
                Field(
                    "decree_date",
                    "sp_tanggal_sk",
                    "Tanggal SK penetapan",
                    "Tanggal keputusan, misalnya 3 Maret 2025.",
                    FieldKind.DATE,
                    required=Required.READY,
                    variants=("Tanggal SK", "Tanggal Keputusan"),
                    example=("2025-03-03",),
                ),
                Field(
                    "former_decree",
                    "sp_sk_lama",
                    "SK yang dicabut",
                    "Nomor keputusan sebelumnya yang dicabut; kosongkan jika ini yang pertama.",
                    FieldKind.CODE,
                    max_length=60,
                    example=("440/005/DINKES/2022",),
                ),
                Field(
                    "place",
                    "sp_tempat",
                    "Ditetapkan di",
                    "Nama kota tempat SK dan maklumat ditandatangani.",
                    required=Required.READY,
                    variants=("Tempat penetapan",),
                    max_length=40,
                    advised=True,
                    example=("Samarinda",),
                ),
                Field(
                    "signatory_position",
                    "sp_ttd_jabatan",
                    "Jabatan penandatangan",
                    "Kepala perangkat daerah atau kepala unit pelayanan.",
                    required=Required.SUBMITTED,
                    max_length=100,
                    advised=True,
                    example=("Kepala Dinas Kesehatan",),
                ),
                Field(
                    "signatory_name",
                    "sp_ttd_nama",
                    "Nama penandatangan",
                    "Nama lengkap dengan gelar.",
                    required=Required.READY,
                    max_length=80,
                    example=("dr. Rinjani Meratus, M.Kes.",),
                ),
                Field(
                    "signatory_rank",
                    "sp_ttd_pangkat",
                    "Pangkat penandatangan",
                    "Pangkat, misalnya Pembina Utama Muda.",
                    max_length=50,
                    example=("Pembina Utama Muda",),
                ),
                Field(
                    "signatory_nip",
                    "sp_ttd_nip",
                    "NIP penandatangan",
                    "18 angka, boleh berspasi.",
                    FieldKind.CODE,
                    required=Required.READY,
                    max_length=30,
                    advised=True,
                    example=("19720303 200003 2 999",),
                ),
            ),
        ),
        PUBLICATION,
        CONSULTATION,
        SURVEY,
        PLEDGE,
    ),
)
