"""The program's own products: their names, and by what they are known when somebody sends them."""

from datetime import date

REPORT_KIND = "LAPORAN"
"""Kind in the custom document property of the report workbook."""
REPORT_VERSION = 1
OWN_LEDGER = "sopbatch.sqlite"
"""The first file in a backup."""
OWN_POST = "surel.sqlite"
GENERATOR = "sopbatch"
"""Program named in PDF and JSON files."""
BRIEF_TITLE = "Ringkasan Perkembangan SOP"
"""Begin of the title of the one page."""


def report_name(as_of: date) -> str:
    """The leaders' workbook of a date."""
    return f"Laporan_Perkembangan_SOP_{as_of.isoformat()}.xlsx"


def annex_name(as_of: date) -> str:
    """The operators' workbook beside it."""
    return f"Lampiran_Perkembangan_SOP_{as_of.isoformat()}.xlsx"


def cycle_name(as_of: date) -> str:
    """The workbook on quality, service standards and what shows between kinds."""
    return f"Mutu_dan_Layanan_{as_of.isoformat()}.xlsx"


def proposal_name(as_of: date) -> str:
    """What agencies propose for the plan."""
    return f"Usulan_Rencana_SOP_{as_of.isoformat()}.xlsx"


def nation_name(as_of: date) -> str:
    """The workbook over all governments."""
    return f"Ringkasan_Nasional_SOP_{as_of.isoformat()}.xlsx"


CSV_STARTS = tuple(
    f"\ufeff{head};".encode()
    for head in (
        "menunggu;keputusan;pelaku",
        "perubahan;kode;judul",
        "kode_unit;perangkat_daerah;direncanakan",
        "kode_unit;perangkat_daerah;bagian;direncanakan",
        "kode;judul;kode_unit;perangkat_daerah",
        "kode;judul;perangkat_daerah;aturan",
        "kode;judul;perangkat_daerah;langkah",
        "aturan;tingkat;temuan;sop",
        "kewajiban;jatuh_tempo;sisa_hari",
        "minggu;tanggal;direncanakan",
        "berkas;nasib;diterima",
        "menunggu;keputusan;pelaku",
        "tabel;arti_tabel;kolom",
    )
)
"""First bytes of the report's CSV files: first columns of each table."""
