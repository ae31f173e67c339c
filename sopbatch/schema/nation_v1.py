"""Rows for the nation as a file: its columns, what it says of itself, and its limits."""

from datetime import date
from typing import NamedTuple

FORMAT = "sopbatch baris 1"
"""How a file of this form calls itself."""
PARQUET = b"PAR1"
"""First and last bytes of the file."""
SOP, STANDARD = "SOP", "Standar Pelayanan"
KINDS = (SOP, STANDARD)
FORMAT_KEY = "bentuk"
FACTS = {
    "government": "pemerintah",
    "region": "wilayah",
    "province": "provinsi",
    "as_of": "per_tanggal",
    "planning": "rencana_dihitung",
    "program": "program",
}
"""Attribute of model.nation.About to its name in the file."""
MOST_BYTES = 8 << 20
MOST_ROWS = 200_000
"""Of one government; the largest that is known plans some 10,000."""
MOST_LETTERS = 500
"""Longer texts are cut when a file is taken in."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


class Column(NamedTuple):
    """One column."""

    name: str
    type: str
    """As DuckDB calls it."""
    attribute: str
    """Of model.nation.NationLine."""
    meaning: str


TEXT, DAY, FLAG, NUMBER, SHARE = "VARCHAR", "DATE", "BOOLEAN", "INTEGER", "DOUBLE"
COLUMNS = (
    Column("jenis", TEXT, "kind", "SOP atau Standar Pelayanan"),
    Column("kode", TEXT, "code", "kode judul rencana"),
    Column("judul", TEXT, "title", "nama SOP atau layanan"),
    Column("kunci", TEXT, "key", "judul dalam bentuk yang dibandingkan"),
    Column("kode_unit", TEXT, "unit_code", "kode perangkat daerah"),
    Column("perangkat_daerah", TEXT, "unit", "nama perangkat daerah"),
    Column("bagian", TEXT, "section", "nama bagian"),
    Column("status", TEXT, "status", "status pada tanggal laporan"),
    Column("status_sejak", DAY, "status_day", "kosong: tidak diketahui"),
    Column("tenggat", DAY, "deadline", "tenggat menurut rencana"),
    Column("tinjau_ulang", DAY, "review_due", "tanggal peninjauan berikutnya"),
    Column("pertama_diterima", DAY, "first_received", "hari berkas pertamanya diterima"),
    Column("terakhir_diterima", DAY, "last_received", "hari berkas terakhirnya diterima"),
    Column("direncanakan", FLAG, "planned", "ada dalam rencana"),
    Column("di_luar_rencana", FLAG, "outside_plan", "diterima, tidak ada dalam rencana"),
    Column("dicabut", FLAG, "revoked", "dicabut dari rencana dengan keputusan"),
    Column("diterima", FLAG, "received", "berkasnya terbaca"),
    Column("lengkap", FLAG, "complete", "tidak ada yang harus diperbaiki; standar: 14 komponen"),
    Column("tersusun", FLAG, "compiled", "lengkap dan Terverifikasi sampai Dalam Revisi"),
    Column("selesai", FLAG, "ratified", "lengkap dan disahkan; standar: ditetapkan"),
    Column("dalam_masa_tinjau", FLAG, "within_review", "selesai, peninjauannya belum lewat"),
    Column("terlambat", FLAG, "late", "direncanakan, lewat tenggat, belum selesai"),
    Column("perbaikan_ditunggu", FLAG, "awaiting", "versi barunya masih harus diperbaiki"),
    Column("galat", NUMBER, "errors", "temuan yang harus diperbaiki"),
    Column("peringatan", NUMBER, "warnings", "temuan yang sebaiknya diperbaiki"),
    Column("mutu", SHARE, "quality", "pecahan 0 sampai 1; kosong: tidak ada yang dinilai"),
)
OPTIONAL = frozenset((DAY, SHARE))
"""Types that may be empty."""


def lines_name(as_of: date) -> str:
    """Name of the file of a date."""
    return f"{LINES_START}{as_of.isoformat()}{LINES_END}"


LINES_START, LINES_END = "baris_", ".parquet"
