"""Options of the commands that speak with mail servers, with their Indonesian help.

Where the servers are is told by options and the environment alone. The register could tell it as
well, but whoever can edit or send that workbook would then be told the password.
"""

from pathlib import Path
from typing import Annotated

import typer

IMAP_SERVER, IMAP_PORT = "SOPBATCH_IMAP_SERVER", "SOPBATCH_IMAP_PORT"
SMTP_SERVER = "SOPBATCH_SMTP_SERVER"
STARTTLS, AUTHORITY = "SOPBATCH_SUREL_STARTTLS", "SOPBATCH_SUREL_SERTIFIKAT"
"""Variables that are named elsewhere as well."""

Server = Annotated[
    str,
    typer.Option(
        "--server",
        metavar="NAMA",
        envvar=IMAP_SERVER,
        help="Server surel masuk (IMAP); dapat juga ditulis di variabel SOPBATCH_IMAP_SERVER.",
    ),
]
Port = Annotated[
    int,
    typer.Option(
        "--port",
        metavar="NOMOR",
        min=1,
        max=65535,
        envvar=IMAP_PORT,
        help="Port server surel masuk (SOPBATCH_IMAP_PORT).",
    ),
]
User = Annotated[
    str,
    typer.Option(
        "--pengguna",
        metavar="NAMA",
        envvar="SOPBATCH_SUREL_PENGGUNA",
        help="Nama pengguna surel, lazimnya alamat lengkap (SOPBATCH_SUREL_PENGGUNA). Sandinya "
        "diambil dari SOPBATCH_SUREL_SANDI atau penyimpan sandi komputer, atau ditanyakan.",
    ),
]
TokenCommand = Annotated[
    str,
    typer.Option(
        "--perintah-kunci",
        metavar="PERINTAH",
        envvar="SOPBATCH_SUREL_PERINTAH_KUNCI",
        help="Perintah yang mencetak kunci akses (OAuth), untuk server yang tidak menerima sandi.",
    ),
]
StartTls = Annotated[
    bool,
    typer.Option(
        "--starttls",
        envvar=STARTTLS,
        help="Sambungan dimulai biasa lalu disandikan (STARTTLS), lazimnya port 143 atau 587.",
    ),
]
Authority = Annotated[
    Path | None,
    typer.Option(
        "--sertifikat",
        metavar="BERKAS",
        envvar=AUTHORITY,
        readable=False,
        help="Sertifikat instansi yang dipercaya di samping sertifikat sistem.",
    ),
]
MailFolder = Annotated[
    str,
    typer.Option("--folder", metavar="NAMA", help="Folder surel di server yang diambil."),
]
Since = Annotated[
    str,
    typer.Option(
        "--sejak",
        metavar="TANGGAL",
        help="Abaikan surel yang tiba sebelum tanggal ini: tahun-bulan-hari.",
    ),
]
Anew = Annotated[
    bool,
    typer.Option("--ulang", help="Ambil lagi semua surel, juga yang sudah pernah diambil."),
]
MoveTo = Annotated[
    str,
    typer.Option(
        "--pindah-ke",
        metavar="FOLDER",
        help="Setelah tersimpan, pindahkan surel ke folder server ini; jika tidak diisi, kotak "
        "surat tidak diubah.",
    ),
]
Flag = Annotated[
    bool, typer.Option("--bintang", help="Setelah tersimpan, tandai surel dengan bintang.")
]
OutServer = Annotated[
    str,
    typer.Option(
        "--server-kirim",
        metavar="NAMA",
        envvar=SMTP_SERVER,
        help="Server surel keluar (SMTP); dapat juga ditulis di variabel SOPBATCH_SMTP_SERVER.",
    ),
]
OutPort = Annotated[
    int,
    typer.Option(
        "--port-kirim",
        metavar="NOMOR",
        min=1,
        max=65535,
        envvar="SOPBATCH_SMTP_PORT",
        help="Port server surel keluar (SOPBATCH_SMTP_PORT).",
    ),
]
ToDrafts = Annotated[
    bool,
    typer.Option(
        "--ke-konsep",
        help="Simpan balasan di folder konsep kotak surat (IMAP) dan jangan kirim; Anda "
        "mengirimnya dari surel di peramban.",
    ),
]
DraftsFolder = Annotated[
    str,
    typer.Option(
        "--folder-konsep",
        metavar="NAMA",
        help="Folder konsep di server; jika tidak diisi: folder yang ditandai server.",
    ),
]
Sender = Annotated[
    str,
    typer.Option(
        "--dari-alamat",
        metavar="ALAMAT",
        envvar="SOPBATCH_SUREL_ALAMAT",
        help="Alamat pengirim (SOPBATCH_SUREL_ALAMAT); jika tidak diisi: nama pengguna surel.",
    ),
]
SenderName = Annotated[
    str,
    typer.Option(
        "--dari-nama",
        metavar="NAMA",
        envvar="SOPBATCH_SUREL_NAMA",
        help="Nama pengirim yang terbaca penerima, misalnya Biro Organisasi.",
    ),
]
Gap = Annotated[
    float,
    typer.Option("--jeda", metavar="DETIK", min=0, max=600, help="Jeda di antara dua surel."),
]
Again = Annotated[
    bool,
    typer.Option(
        "--ulangi-meragukan",
        help="Kirim lagi surel yang meragukan, setelah Anda memeriksanya di folder Terkirim.",
    ),
]
Agreed = Annotated[
    bool, typer.Option("--ya", help="Kirim tanpa bertanya, untuk dijalankan dengan penjadwal.")
]
