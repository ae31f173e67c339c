"""Fields that forms of several kinds ask for, declared once: agency, time, team, SOP, signature.

A kind takes them with its own prefix before their names, and replaces what it asks otherwise:
`own("mn", UNIT_CODE, UNIT_NAME)`.
"""

from collections.abc import Mapping
from dataclasses import replace

from sopbatch.schema.fields import Field, FieldKind, Required

NEEDED = Required.DRAFT
YES, NO = YES_NO = ("Ya", "Tidak")
NATURES = ("Administratif", "Teknis")

UNIT_CODE = Field(
    "unit_code",
    "kode_unit",
    "Kode perangkat daerah",
    "Kode dari daftar Biro Organisasi, misalnya 4.01.01.01.",
    FieldKind.CODE,
    required=NEEDED,
    max_length=30,
    example=("4.01.01.01",),
)
UNIT_NAME = Field(
    "unit_name",
    "nama_unit",
    "Nama perangkat daerah",
    "Nama lengkap tanpa singkatan.",
    required=NEEDED,
    variants=("Perangkat Daerah", "Unit kerja"),
    max_length=120,
    example=("Biro Organisasi",),
)
YEAR = Field(
    "year",
    "tahun",
    "Tahun",
    "Empat angka, misalnya 2026.",
    FieldKind.INTEGER,
    required=NEEDED,
    example=("2026",),
)
MEMBERS = Field(
    "members",
    "anggota",
    "Anggota tim",
    "Nama anggota, satu nama satu baris.",
    FieldKind.LIST,
    variants=("Anggota",),
    rows=4,
)
NUMBER = Field("number", "no", "No.", "Nomor urut.", FieldKind.INTEGER, width=6)
SOP_NUMBER = Field(
    "sop_number",
    "nomor_sop",
    "Nomor SOP",
    "Nomor seperti pada SOP yang disahkan.",
    FieldKind.CODE,
    width=26,
    example=("065/SOP-TL.01/Org/2025",),
)
TITLE = Field(
    "title",
    "judul",
    "Prosedur",
    "Nama SOP.",
    required=NEEDED,
    variants=("Nama SOP", "Judul SOP", "SOP AP"),
    example=("Fasilitasi Penyusunan SOP AP Perangkat Daerah",),
)
NATURE = Field(
    "nature",
    "sifat",
    "Sifat",
    "Administratif atau Teknis.",
    FieldKind.CHOICE,
    choices=NATURES,
    width=15,
    example=("Administratif",),
)
NOTES = Field("notes", "catatan", "Catatan", "", variants=("Catatan",), width=40)
INITIALS = Field("initials", "paraf", "Paraf penilai", "Dibubuhkan pada cetakannya.", width=14)


def own(prefix: str, *fields: Field) -> tuple[Field, ...]:
    """The fields with a kind's own prefix before their names in the workbook."""
    return tuple(replace(field, name=f"{prefix}_{field.name}") for field in fields)


def yes_no(
    key: str,
    name: str,
    label: str,
    prompt: str,
    *variants: str,
    width: float,
    former: Mapping[str, str],
) -> Field:
    """A column that is answered with Ya or Tidak; `former` are the marks that mean them."""
    return Field(
        key,
        name,
        label,
        prompt,
        FieldKind.CHOICE,
        variants=variants,
        choices=YES_NO,
        former=former,
        width=width,
        example=(YES,),
    )


def person(key: str, name: str, label: str, prompt: str, *variants: str) -> Field:
    """Somebody's name, which is needed."""
    return Field(
        key,
        name,
        label,
        prompt,
        required=NEEDED,
        variants=variants,
        max_length=80,
        example=("Rahmawati Noor, S.Sos.",),
    )


def position(key: str, name: str, label: str, prompt: str, *variants: str) -> Field:
    """Somebody's office, which should be told."""
    return Field(
        key,
        name,
        label,
        prompt,
        required=NEEDED,
        variants=variants,
        max_length=100,
        advised=True,
        example=("Kepala Bagian Ketatalaksanaan",),
    )


def day(key: str, label: str, prompt: str, example: str, *variants: str) -> Field:
    """The day that a workbook tells of, which is needed; `example` is an ISO date."""
    return Field(
        key,
        "tanggal",
        label,
        prompt,
        FieldKind.DATE,
        required=NEEDED,
        variants=variants,
        example=(example,),
    )
