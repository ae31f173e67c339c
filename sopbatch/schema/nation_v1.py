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


class NationalColumn(NamedTuple):
    """One column."""

    name: str
    type: str
    """As DuckDB calls it."""
    attribute: str
    """Of model.nation.NationLine."""
    meaning: str


TEXT, DAY, FLAG, NUMBER, SHARE = "VARCHAR", "DATE", "BOOLEAN", "INTEGER", "DOUBLE"
COLUMNS = (
    NationalColumn("jenis", TEXT, "kind", "SOP atau Standar Pelayanan"),
    NationalColumn("kode", TEXT, "code", "kode judul rencana"),
    NationalColumn("judul", TEXT, "title", "nama SOP atau layanan"),
    NationalColumn("kunci", TEXT, "key", "judul dalam bentuk yang dibandingkan"),
    NationalColumn("kode_unit", TEXT, "unit_code", "kode perangkat daerah"),
    NationalColumn("perangkat_daerah", TEXT, "unit", "nama perangkat daerah"),
    NationalColumn("bagian", TEXT, "section", "nama bagian"),
    NationalColumn("status", TEXT, "status", "status pada tanggal laporan"),
    NationalColumn("status_sejak", DAY, "status_day", "kosong: tidak diketahui"),
    NationalColumn("tenggat", DAY, "deadline", "tenggat menurut rencana"),
    NationalColumn("tinjau_ulang", DAY, "review_due", "tanggal peninjauan berikutnya"),
    NationalColumn("pertama_diterima", DAY, "first_received", "hari berkas pertamanya diterima"),
    NationalColumn("terakhir_diterima", DAY, "last_received", "hari berkas terakhirnya diterima"),
    NationalColumn("direncanakan", FLAG, "planned", "ada dalam rencana"),
    NationalColumn("di_luar_rencana", FLAG, "outside_plan", "diterima, tidak ada dalam rencana"),
    NationalColumn("dicabut", FLAG, "revoked", "dicabut dari rencana dengan keputusan"),
    NationalColumn("diterima", FLAG, "received", "berkasnya terbaca"),
    NationalColumn(
        "lengkap", FLAG, "complete", "tidak ada yang harus diperbaiki; standar: 14 komponen"
    ),
    NationalColumn("tersusun", FLAG, "compiled", "lengkap dan Terverifikasi sampai Dalam Revisi"),
    NationalColumn("selesai", FLAG, "ratified", "lengkap dan disahkan; standar: ditetapkan"),
    NationalColumn(
        "dalam_masa_tinjau", FLAG, "within_review", "selesai, peninjauannya belum lewat"
    ),
    NationalColumn("terlambat", FLAG, "late", "direncanakan, lewat tenggat, belum selesai"),
    NationalColumn("perbaikan_ditunggu", FLAG, "awaiting", "versi barunya masih harus diperbaiki"),
    NationalColumn("galat", NUMBER, "errors", "temuan yang harus diperbaiki"),
    NationalColumn("peringatan", NUMBER, "warnings", "temuan yang sebaiknya diperbaiki"),
    NationalColumn("mutu", SHARE, "quality", "pecahan 0 sampai 1; kosong: tidak ada yang dinilai"),
)
OPTIONAL = frozenset((DAY, SHARE))
"""Types that may be empty."""


def lines_name(as_of: date) -> str:
    """Name of the file of a date."""
    return f"{LINES_START}{as_of.isoformat()}{LINES_END}"


LINES_START, LINES_END = "baris_", ".parquet"
