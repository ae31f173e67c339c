"""By what files that the program wrote itself are known when somebody sends them in."""

REPORT_KIND = "LAPORAN"
"""Kind in the custom document property of the report workbook."""
REPORT_VERSION = 1
GENERATOR = "sopbatch"
"""Program named in PDF and JSON files."""
BRIEF_TITLE = "Ringkasan Perkembangan SOP"
"""Begin of the title of the one page."""
CSV_STARTS = tuple(
    f"\ufeff{head};".encode()
    for head in (
        "menunggu;keputusan;pelaku",
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
