"""A kind of form made for tests: visits of a library, two sheets of readers, one table."""

from dataclasses import dataclass

from sopbatch.model import DateValue
from sopbatch.reading.forms import FilledForm
from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required, TableSheet
from sopbatch.schema.kinds import FieldSheet, Kind

SUBMITTED, READY = Required.SUBMITTED, Required.READY
HEAD = FieldSheet(
    key="head",
    sheet="Umum",
    title="Kunjungan",
    subtitle="Keterangan umum",
    named_by="unit_code",
    groups=(
        FieldGroup(
            "Perpustakaan",
            (
                Field(
                    "status",
                    "kj_status",
                    "Status",
                    "Pilih dari daftar.",
                    FieldKind.CHOICE,
                    required=Required.DRAFT,
                    choices=("Draf", "Diajukan", "Ditetapkan"),
                    example=("Diajukan",),
                ),
                Field(
                    "unit_code",
                    "kj_kode",
                    "Kode perpustakaan",
                    "Tulis kodenya.",
                    FieldKind.CODE,
                    required=SUBMITTED,
                ),
                Field(
                    "day",
                    "kj_hari",
                    "Hari kunjungan",
                    "Tulis tanggalnya.",
                    FieldKind.DATE,
                    required=SUBMITTED,
                ),
                Field(
                    "visitors",
                    "kj_jumlah",
                    "Jumlah pengunjung",
                    "Tulis angkanya.",
                    FieldKind.INTEGER,
                    required=SUBMITTED,
                ),
            ),
        ),
    ),
)
READER = FieldSheet(
    key="reader",
    sheet="Pembaca",
    title="Pembaca",
    subtitle="Satu lembar untuk satu pembaca",
    named_by="name",
    repeats=True,
    spare=1,
    recognising=3,
    groups=(
        FieldGroup(
            "Pembaca",
            (
                Field("name", "pb_nama", "Nama pembaca", "Tulis nama lengkap.", required=SUBMITTED),
                Field(
                    "wishes",
                    "pb_keinginan",
                    "Keinginan pembaca",
                    "Satu butir satu baris.",
                    FieldKind.LIST,
                    required=SUBMITTED,
                    rows=3,
                ),
                Field("note", "pb_catatan", "Catatan petugas", "Boleh kosong.", max_length=40),
            ),
        ),
    ),
)
BOOKS = TableSheet(
    key="books",
    sheet="Buku",
    title="Buku yang dibaca",
    help="Satu buku satu baris.",
    columns=(
        Field("number", "bk_no", "No", "Nomor urut.", FieldKind.INTEGER, width=6),
        Field("book", "bk_judul", "Judul buku", "Judul.", required=SUBMITTED, width=40),
        Field(
            "read",
            "bk_tamat",
            "Tamat dibaca",
            "Ya atau Tidak.",
            FieldKind.CHOICE,
            choices=("Ya", "Tidak"),
            width=16,
        ),
        Field("since", "bk_sejak", "Sejak tanggal", "Tanggal.", FieldKind.DATE, width=16),
    ),
    rows=10,
)
VISITS = Kind(
    code="KUNJUNGAN",
    version=2,
    name="kunjungan",
    title="Formulir Kunjungan",
    purpose="Dipakai dalam pengujian.",
    file_name="Template_Kunjungan.xlsx",
    example_name="Contoh_Kunjungan.xlsx",
    steps=("Isi lembar Umum.", "Isi lembar Pembaca."),
    sheets=(HEAD, READER, BOOKS),
    by_labels=3,
)


@dataclass(frozen=True, slots=True)
class Visits:
    """What such a workbook tells."""

    unit_code: str
    status: str
    day: DateValue
    visitors: int | None
    readers: tuple[tuple[str, tuple[str, ...], str], ...]
    books: tuple[tuple[str, bool | None], ...]

    heading = "Kunjungan"
    keys = ("kunjungan",)

    @property
    def in_force(self) -> bool:
        """Whether it is set."""
        return self.status == "Ditetapkan"


def visits(form: FilledForm) -> Visits:
    """The record of a filled form."""
    head = form.sheet("head")
    return Visits(
        head.text("unit_code"),
        head.text("status"),
        head.date("day"),
        head.number("visitors"),
        tuple(
            (one.text("name"), one.items("wishes"), one.text("note"))
            for one in form.sheets["reader"]
        ),
        tuple((row.text("book"), row.says_yes("read")) for row in form.rows("books")),
    )
