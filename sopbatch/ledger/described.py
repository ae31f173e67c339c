"""The ledger's tables in Indonesian, for the guide that auditors read."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sopbatch.ledger.opening import writing
from sopbatch.ledger.post import POST_NAME, post

MEANINGS = {
    "change": "status yang berbeda dari laporan terakhir pada minggu sebelumnya",
    "decision": "versi SOP yang dihitung, dan sebabnya",
    "document": "dokumen, berkas perbaikan, dan ekspor diagram yang ditulis untuk suatu berkas",
    "file": "berkas yang pernah diterima: kode isi berkas, ukuran, hari diterima, tanda terima",
    "finding": "temuan pada suatu berkas",
    "form": "berkas formulir selain SOP, perihalnya, dan mana yang dihitung",
    "held": "berkas yang datang setelah tanggal laporan",
    "letter": "surel atau arsip tempat suatu berkas datang, dan pengirimnya menurut surel itu",
    "loss": "SOP yang tahapnya turun, dengan sebabnya",
    "output": "berkas hasil yang boleh diganti program",
    "plan": "rencana SOP menurut daftar induk pada laporan itu",
    "receipt": "nama berkas yang dibaca, dan asalnya (masukan atau arsip)",
    "resent": "berkas yang menyusul berkas lain dari SOP yang sama, dan apa yang menunjukkannya",
    "ruling": "keputusan Biro Organisasi dengan nomor berita acaranya",
    "run": "laporan: tanggal, program, daftar induk, kode isi berkas",
    "standing": "status setiap SOP setelah laporan",
    "submission": "isi berkas yang terbaca: SOP, status, revisi, jumlah temuan",
    "total": "angka keseluruhan setelah laporan",
    "untaken": "nama di folder masukan yang bukan berkas untuk dibaca",
    "withdrawn": "berkas yang ditarik atau ditahan, dan mengapa",
}


MAIL_MEANINGS = {
    "answer": "balasan yang dikirim atau mulai dikirim, dan jawaban server",
    "bounce": "pemberitahuan bahwa suatu balasan tidak sampai",
    "large": "surel yang terlalu besar untuk diambil",
    "mail": "surel yang diambil: kode isinya, namanya di folder masukan, dan sudah dipindahkan",
    "place": "sampai mana suatu kotak surat dibaca",
}


def described_mail_tables() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The same of the memory of mail."""
    with TemporaryDirectory() as folder:
        with post(Path(folder)):
            pass
        with closing(sqlite3.connect(Path(folder) / POST_NAME)) as connection:
            yield from _described(connection, MAIL_MEANINGS)


def described_tables() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Name, meaning and columns of every table, as they are in a new ledger."""
    with TemporaryDirectory() as folder, writing(Path(folder)) as connection:
        yield from _described(connection, MEANINGS)


def _described(
    connection: sqlite3.Connection, meanings: Mapping[str, str]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall()
    for (name,) in names:
        columns = connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
        yield name, meanings[name], tuple(column for (column,) in columns)
