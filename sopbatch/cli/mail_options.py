"""Options of the commands that speak with mail servers, with their Indonesian help.

Where the servers are is told by options and the environment alone. The register could tell it as
well, but whoever can edit or send that workbook would then be told the password.
"""

from pathlib import Path
from typing import Annotated

import typer

Server = Annotated[
    str,
    typer.Option(
        "--server",
        metavar="NAMA",
        envvar="SOPBATCH_IMAP_SERVER",
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
        envvar="SOPBATCH_IMAP_PORT",
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
        envvar="SOPBATCH_SUREL_STARTTLS",
        help="Sambungan dimulai biasa lalu disandikan (STARTTLS), lazimnya port 143 atau 587.",
    ),
]
Authority = Annotated[
    Path | None,
    typer.Option(
        "--sertifikat",
        metavar="BERKAS",
        envvar="SOPBATCH_SUREL_SERTIFIKAT",
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
