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
Mark = Annotated[
    bool,
    typer.Option(
        "--tandai",
        help="Tulis juga berkas perbaikan di sebelah aslinya (untuk daftar induk selalu).",
    ),
]
