"""Form of the needs of SOPs, version 1: the agency, its functions, and who drew up the list."""

from dataclasses import replace

from sopbatch.schema.common_fields import (
    MEMBERS,
    NEEDED,
    UNIT_CODE,
    UNIT_NAME,
    YEAR,
    day,
    own,
    person,
    position,
)
from sopbatch.schema.fields import Field, FieldGroup, FieldKind
from sopbatch.schema.kinds import FieldSheet

HEAD = FieldSheet(
    key="head",
    sheet="Umum",
    title="Inventarisasi Kebutuhan SOP",
    subtitle=(
        "Daftar inventarisasi judul SOP menurut tugas dan fungsi, sejalan dengan "
        "Permendagri 52/2011"
    ),
    named_by="unit_code",
    groups=(
        FieldGroup(
            "Perangkat daerah dan tahun",
            (
                *own(
                    "kb",
                    UNIT_CODE,
                    UNIT_NAME,
                    replace(
                        YEAR,
                        prompt="Tahun penyusunan SOP yang diusulkan, empat angka, misalnya 2026.",
                        variants=("Tahun inventarisasi",),
                    ),
                ),
                Field(
                    "functions",
                    "kb_daftar_fungsi",
                    "Fungsi perangkat daerah",
                    "Semua fungsi menurut peraturan tentang kedudukan, tugas, dan fungsi; satu "
                    "fungsi satu baris. Pada lembar Kebutuhan SOP fungsi dipilih dari sini.",
                    FieldKind.LIST,
                    required=NEEDED,
                    variants=("Fungsi menurut peraturan", "Daftar fungsi"),
                    rows=10,
                    advised=True,
                    example=(
                        "Penyiapan perumusan kebijakan di bidang ketatalaksanaan",
                        "Pembinaan pelayanan publik",
                        "Pelaksanaan ketatausahaan biro",
                    ),
                ),
            ),
        ),
        FieldGroup(
            "Tim penyusun",
            own(
                "kb",
                person(
                    "leader",
                    "ketua",
                    "Ketua tim",
                    "Nama ketua tim penyusun SOP perangkat daerah.",
                    "Nama ketua tim",
                ),
                replace(
                    MEMBERS,
                    required=NEEDED,
                    advised=True,
                    example=("Yusran Hadi, S.T.", "Lestari Wulandari, S.A.P."),
                ),
                day(
                    "drawn_up",
                    "Tanggal inventarisasi",
                    "Hari selesainya inventarisasi, misalnya 20 Januari 2026.",
                    "2026-01-20",
                    "Tanggal penyusunan",
                ),
            ),
        ),
        FieldGroup(
            "Penandatangan",
            own(
                "kb",
                replace(
                    position(
                        "signatory_position",
                        "jabatan_kepala",
                        "Jabatan kepala",
                        "Jabatan kepala perangkat daerah, misalnya Kepala Biro Organisasi.",
                        "Jabatan penandatangan",
                    ),
                    example=("Kepala Biro Organisasi",),
                ),
                replace(
                    person(
                        "signatory_name",
                        "nama_kepala",
                        "Nama kepala",
                        "Nama kepala perangkat daerah dengan gelar.",
                        "Nama penandatangan",
                    ),
                    advised=True,
                    example=("Sabrang Mahakam, S.Sos., M.Si.",),
                ),
                Field(
                    "signatory_nip",
                    "nip_kepala",
                    "NIP kepala",
                    "18 angka, boleh berspasi.",
                    FieldKind.CODE,
                    variants=("NIP penandatangan",),
                    max_length=30,
                    example=("19700101 199501 1 999",),
                ),
            ),
        ),
    ),
)
