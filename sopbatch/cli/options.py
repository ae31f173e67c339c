"""Options and arguments that commands share, with their Indonesian help.

NOTE: `readable=False` leaves unreadable paths to us: the library's own complaint names no reason.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Input = Annotated[
    Path, typer.Argument(metavar="MASUKAN", help="Folder berkas yang diterima.", readable=False)
]
Output = Annotated[Path, typer.Argument(metavar="KELUARAN", help="Folder hasil.", readable=False)]
Reported = Annotated[
    Path,
    typer.Argument(
        metavar="KELUARAN", help="Folder hasil, dengan arsip dan berkas riwayat.", readable=False
    ),
]
Workbooks = Annotated[
    list[Path],
    typer.Argument(
        metavar="BERKAS...",
        help="Formulir yang sudah terisi, daftar induk, atau foldernya.",
        readable=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON untuk program lain.")]
RegisterFile = Annotated[
    Path | None,
    typer.Option(
        "--daftar-induk",
        metavar="BERKAS",
        readable=False,
        help="Berkas daftar induk jika tidak berada di folder masukan.",
    ),
]
AsOf = Annotated[
    str,
    typer.Option(
        "--per-tanggal",
        metavar="TANGGAL",
        help="Tanggal laporan: tahun-bulan-hari, misalnya 2026-11-27; jika tidak diisi: hari ini.",
    ),
]

Forced = Annotated[
    bool,
    typer.Option("--paksa", help="Terima tanggal laporan yang tidak lazim tanpa bertanya."),
]
LogoFolder = Annotated[
    Path,
    typer.Argument(metavar="MASUKAN", help="Folder masukan, tempat logo.", readable=False),
]
Until = Annotated[
    str,
    typer.Option(
        "--sampai-pukul",
        metavar="PUKUL",
        help="Saat penerimaan ditutup hari itu, misalnya 16.00; jika tidak diisi: akhir hari.",
    ),
]

Workers = Annotated[
    int | None,
    typer.Option(
        "--proses",
        metavar="JUMLAH",
        min=1,
        max=64,
        help="Banyaknya berkas yang diolah bersamaan, 1 sampai 64; kosongkan jika ragu.",
    ),
]


AllCopies = Annotated[
    bool,
    typer.Option(
        "--semua-salinan",
        help="Tulis juga berkas perbaikan yang tidak dikirim sekarang: yang sudah dikembalikan, "
        "yang sudah digantikan, dan yang hanya berisi saran.",
    ),
]


Reminders = Annotated[
    bool,
    typer.Option(
        "--pengingat",
        help="Susun juga konsep pengingat bagi perangkat daerah yang terlambat atau belum "
        "mengirim.",
    ),
]


CoverLetters = Annotated[
    bool,
    typer.Option(
        "--pengantar",
        help="Susun juga surat pengantar (PDF) bagi perangkat daerah yang berkasnya dikembalikan.",
    ),
]


Profile = Annotated[
    bool,
    typer.Option("--profil", help="Tunjukkan berapa lama setiap tahap dan setiap berkas diolah."),
]


ClusterAddress = Annotated[
    str,
    typer.Option(
        "--klaster",
        metavar="ALAMAT",
        help="Bagi pengolahan ke beberapa komputer (klaster dask): alamat tcp://…, atau “lokal”; "
        "perlu requirements-cluster.txt.",
    ),
]

Governments = Annotated[
    Path | None,
    typer.Option(
        "--pemerintah",
        metavar="FOLDER",
        readable=False,
        help="Olah banyak pemerintah sekaligus: FOLDER berisi satu folder bagi tiap pemerintah, "
        "dengan MASUKAN dan KELUARAN masing-masing di dalamnya.",
    ),
]

GovernmentsFolder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        help="Folder yang berisi satu folder bagi tiap pemerintah.",
        readable=False,
    ),
]
NationFolder = Annotated[
    Path, typer.Argument(metavar="TUJUAN", help="Folder ringkasan.", readable=False)
]
OutputWithin = Annotated[
    Path,
    typer.Option(
        "--keluaran",
        metavar="NAMA",
        readable=False,
        help="Nama folder hasil di dalam folder tiap pemerintah.",
    ),
]

WholeArchive = Annotated[
    bool,
    typer.Option(
        "--lengkap", help="Periksa juga isi setiap berkas di arsip; lama jika berkasnya banyak."
    ),
]


class ExportKind(StrEnum):
    """Forms of a flowchart besides the document."""

    SVG = "svg"
    DRAWIO = "drawio"


Exports = Annotated[
    list[ExportKind] | None,
    typer.Option(
        "--ekspor",
        metavar="BENTUK",
        help="Tulis juga diagram alir sebagai svg atau drawio di folder ekspor; boleh diulang.",
    ),
]

Settings = Annotated[
    list[str],
    typer.Argument(
        metavar="ATURAN=BOBOT...",
        help="Aturan dengan bobot lain: “harus diperbaiki”, “sebaiknya diperbaiki”, saran, atau "
        "“tidak diperiksa”.",
    ),
]
OtherInput = Annotated[
    Path | None,
    typer.Option(
        "--masukan",
        metavar="FOLDER",
        readable=False,
        help="Folder berkas; jika tidak diisi: berkas laporan terakhir.",
    ),
]
ReportedFolder = Annotated[
    Path,
    typer.Option("--keluaran", metavar="FOLDER", readable=False, help="Folder hasil dengan arsip."),
]
SimulatedDate = Annotated[
    str,
    typer.Option(
        "--per-tanggal",
        metavar="TANGGAL",
        help="Tahun-bulan-hari; jika tidak diisi: tanggal laporan terakhir, atau hari ini "
        "dengan --masukan.",
    ),
]
Week = Annotated[
    str,
    typer.Option(
        "--minggu",
        metavar="MINGGU",
        help="Tahun dan nomor minggu dalam tahun itu, misalnya 2026-W40.",
    ),
]
Mark = Annotated[
    bool,
    typer.Option(
        "--tandai",
        help="Tulis juga berkas perbaikan di sebelah aslinya (untuk daftar induk selalu).",
    ),
]
TemplateFolder = Annotated[
    Path, typer.Option("--ke", metavar="FOLDER", help="Folder tujuan.", readable=False)
]
UnitCode = Annotated[
    str,
    typer.Option(
        "--untuk",
        metavar="KODE",
        help="Kode atau nama perangkat daerah, atau “semua”; datanya sudah terisi di formulir.",
    ),
]
FormMails = Annotated[
    bool,
    typer.Option(
        "--surel",
        help="Dengan --untuk: susun juga konsep surel yang melampirkan formulirnya.",
    ),
]
LetterTexts = Annotated[
    bool,
    typer.Option(
        "--surat",
        help="Tulis teks surat ke folder templat_surat di samping daftar induk, untuk diubah.",
    ),
]
FilledForm = Annotated[
    Path | None,
    typer.Option(
        "--dari",
        metavar="BERKAS",
        help="Formulir SOP yang sudah terisi, versi atau format apa pun; isinya pindah ke "
        "formulir terbaru.",
        readable=False,
    ),
]
RuleCode = Annotated[str, typer.Argument(metavar="KODE", help="Kode aturan, misalnya W-01.")]
BackupFolder = Annotated[
    Path,
    typer.Option(
        "--ke", metavar="FOLDER", help="Folder tujuan, sebaiknya di media lain.", readable=False
    ),
]
BackupFile = Annotated[
    Path | None,
    typer.Option(
        "--dari",
        metavar="CADANGAN",
        help="Berkas cadangan; tanpa ini, riwayat dibangun dari arsip di folder itu.",
        readable=False,
    ),
]
ListFile = Annotated[
    Path | None,
    typer.Option(
        "--dari",
        metavar="DAFTAR",
        readable=False,
        help="Daftar perangkat daerah atau rencana SOP yang sudah ada: xlsx, xls, xlsb, atau ods.",
    ),
]
PastWeek = Annotated[
    str,
    typer.Option(
        "--minggu",
        metavar="MINGGU",
        help="Ambil daftar induk yang dipakai minggu itu, misalnya 2026-W47.",
    ),
]
ProposalFile = Annotated[
    Path | None,
    typer.Option(
        "--terima",
        metavar="USULAN",
        readable=False,
        help="Tambahkan judul yang tersisa dalam berkas usulan rencana ke daftar induk baru.",
    ),
]
WrittenRegister = Annotated[
    Path | None,
    typer.Option(
        "--ke",
        metavar="BERKAS",
        readable=False,
        help="Berkas yang ditulis; yang sudah ada tidak pernah diganti.",
    ),
]
