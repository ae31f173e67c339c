"""Register template, version 1: agencies and bureaus, and their sections."""

from sopbatch.schema.fields import Field, FieldKind, Required, TableSheet

NEEDED = Required.DRAFT


def unit_code(
    name: str, prompt: str = "Kode dari lembar Perangkat Daerah.", *, free: bool = False
) -> Field:
    """The column in which a table names an agency."""
    return Field(
        "unit_code",
        name,
        "Kode unit",
        prompt,
        FieldKind.CODE,
        required=NEEDED,
        free=free,
        width=14,
        choices_from="pd_kode",
        example=("1.02",),
    )


UNITS = TableSheet(
    key="units",
    sheet="Perangkat Daerah",
    title="Daftar perangkat daerah dan biro",
    help="Satu baris untuk setiap perangkat daerah; setiap biro ditulis tersendiri.",
    columns=(
        Field(
            "code",
            "pd_kode",
            "Kode",
            "Kode perangkat daerah; setiap perangkat daerah berbeda.",
            FieldKind.CODE,
            required=NEEDED,
            width=14,
            example=("1.02",),
        ),
        Field(
            "name",
            "pd_nama",
            "Nama",
            "Nama resmi.",
            required=NEEDED,
            width=46,
            example=("Dinas Kesehatan",),
        ),
        Field(
            "parent",
            "pd_induk",
            "Kode induk",
            "Kode induknya, misalnya kode Sekretariat Daerah untuk biro; boleh kosong.",
            FieldKind.CODE,
            width=14,
            choices_from="pd_kode",
            example=("4.01",),
        ),
        Field(
            "email",
            "pd_surel",
            "Surel",
            "Alamat untuk balasan.",
            width=34,
            example=("dinkes@contoh.go.id",),
        ),
        Field(
            "head_position",
            "pd_jabatan_kepala",
            "Jabatan kepala",
            "Pejabat yang semestinya mengesahkan SOP.",
            required=NEEDED,
            width=34,
            example=("Kepala Dinas Kesehatan",),
        ),
        Field(
            "head_name",
            "pd_nama_kepala",
            "Nama kepala",
            "Dengan gelar.",
            width=34,
            example=("dr. Ratih Kumala, M.Kes.",),
        ),
        Field(
            "head_nip",
            "pd_nip_kepala",
            "NIP kepala",
            "18 angka, sebagai teks.",
            FieldKind.CODE,
            width=24,
            example=("197001011995012001",),
        ),
        Field(
            "aliases",
            "pd_sebutan",
            "Sebutan lain",
            "Pisahkan dengan titik koma.",
            width=34,
            example=("Dinkes",),
        ),
        Field(
            "simplified",
            "pd_disederhanakan",
            "Sudah disederhanakan",
            "Ya jika jabatan Kasubbag dan Kasi sudah dihapus.",
            FieldKind.CHOICE,
            choices=("Ya", "Tidak"),
            width=16,
            example=("Ya",),
        ),
        Field(
            "letter",
            "pd_surat",
            "Surat kepala",
            "Nomor dan tanggal surat kepala perangkat daerah yang menyampaikan rencana SOP-nya; "
            "disebut dalam pengingat.",
            width=34,
            example=("065/120/Dinkes tanggal 2 Maret 2026",),
        ),
    ),
    rows=80,
)

SECTIONS = TableSheet(
    key="sections",
    sheet="Bagian",
    title="Bagian dan bidang",
    help="Isi hanya untuk perangkat daerah yang SOP-nya dihitung per bagian.",
    columns=(
        unit_code("bg_kode_unit"),
        Field(
            "code",
            "bg_kode",
            "Kode bagian",
            "Singkatan, misalnya TL.",
            FieldKind.CODE,
            required=NEEDED,
            width=14,
            example=("PM",),
        ),
        Field(
            "name",
            "bg_nama",
            "Nama bagian",
            "Nama resmi.",
            required=NEEDED,
            width=46,
            example=("Bidang Pelayanan Medik",),
        ),
        Field(
            "aliases",
            "bg_sebutan",
            "Sebutan lain",
            "Pisahkan dengan titik koma.",
            width=46,
            example=("Yanmed",),
        ),
    ),
    rows=120,
)
