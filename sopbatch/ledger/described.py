"""The ledger's tables in Indonesian, for the guide that auditors read."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sopbatch.ledger.opening import writing

MEANINGS = {
    "change": "status yang berbeda dari laporan terakhir pada minggu sebelumnya",
    "decision": "versi SOP yang dihitung, dan sebabnya",
    "document": "dokumen, berkas perbaikan, dan ekspor diagram yang ditulis untuk suatu berkas",
    "file": "berkas yang pernah diterima: kode isi berkas, ukuran, hari diterima, tanda terima",
    "finding": "temuan pada suatu berkas",
    "held": "berkas yang datang setelah tanggal laporan",
    "letter": "surel atau arsip tempat suatu berkas datang, dan pengirimnya menurut surel itu",
    "loss": "SOP yang nilainya turun, dengan sebabnya",
    "output": "berkas hasil yang boleh diganti program",
    "plan": "rencana SOP menurut daftar induk pada laporan itu",
    "receipt": "nama berkas yang dibaca, dan asalnya (masukan atau arsip)",
    "ruling": "keputusan Biro Organisasi dengan nomor berita acaranya",
    "run": "laporan: tanggal, program, daftar induk, kode isi berkas",
    "standing": "status setiap SOP setelah laporan",
    "submission": "isi berkas yang terbaca: SOP, status, revisi, jumlah temuan",
    "total": "angka keseluruhan setelah laporan",
    "untaken": "nama di folder masukan yang bukan berkas untuk dibaca",
    "withdrawn": "berkas yang ditarik atau ditahan, dan mengapa",
}


def described_tables() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Name, meaning and columns of every table, as they are in a new ledger."""
    with TemporaryDirectory() as folder, writing(Path(folder)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        ).fetchall()
        for (name,) in names:
            columns = connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
            yield name, MEANINGS[name], tuple(column for (column,) in columns)
