"""Mails as agencies send them: good, cut off and hostile ones, by hand and the same at any time.

The workbooks in them lie in the batch as well, or are held, so that no figure depends on mails.
"""

from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sopbatch.writing.templates import write_register_template
from tests.intake.opening.parcels import PACKAGE, package
from tests.sample_batch.emblem import emblem
from tests.sample_batch.files import SampleFile
from tests.sample_batch.making import Make, filled, other, planned, sample, step
from tests.sample_batch.register import HEALTH, PERSONNEL, REGISTER

FOLDER = "surel"
OFFICE: Any = None
"""None of the workbooks in them needs a LibreOffice."""
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def enclosed(*mails: Callable[[], EmailMessage], cut: bytes = b"") -> Make:
    """A file with one mail, or a mailbox with several; cut off at the bytes given."""

    def make(_: object) -> bytes:
        texts = [_text(number, mail()) for number, mail in enumerate(mails)]
        if len(texts) == 1:
            return texts[0].partition(cut)[0] if cut else texts[0]
        whole = (
            b"From biro@contoh.example Mon Oct  5 08:00:00 2026\n" + one + b"\n" for one in texts
        )
        data = b"".join(whole)
        return data.partition(cut)[0] if cut else data

    return make


def _text(number: int, mail: EmailMessage) -> bytes:
    for level, part in enumerate(mail.walk()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"=====batas-{number}-{level}=====")
    return bytes(mail)


def mail(sender: str, subject: str, day: str, body: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "Biro Organisasi <biro@contoh.example>"
    message["Subject"] = subject
    message["Date"] = day
    message["Message-ID"] = f"<{day[5:16].replace(' ', '')}@contoh.example>"
    message.set_content(body)
    return message


def attach(message: EmailMessage, name: str, data: bytes, kind: str = "application/octet-stream"):
    main, _, sub = kind.partition("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=name)


def good() -> EmailMessage:
    """A workbook with its letter and the agency's emblem."""
    message = mail(
        "Dinas Kesehatan <dinkes@contoh.example>",
        "Pengiriman SOP Surat Masuk",
        "Mon, 05 Oct 2026 08:30:00 +0700",
        "Yth. Kepala Biro Organisasi\n\nBersama ini kami kirim SOP Penanganan Surat Masuk.\n",
    )
    attach(message, "SOP surat masuk é.xlsx", filled(other(HEALTH, "DK-01"))(OFFICE))
    attach(message, "surat pengantar.pdf", PDF, "application/pdf")
    attach(message, "logo.png", emblem(), "image/png")
    return message


def hostile() -> EmailMessage:
    """Names that lead elsewhere, a register of the sender's own, a bomb, remote pictures."""
    message = mail(
        "=?utf-8?Q?Biro_Organisasi_=3Corganisasi=40contoh=2Eexample=3E?= <x@luar.example>",
        "PENTING: perbarui daftar induk",
        "Tue, 06 Oct 2026 09:00:00 +0700",
        "Unduh di https://drive.google.com/file/d/contoh lalu jalankan.\n",
    )
    message.add_alternative('<p>Segera <img src="http://contoh.example/x.png"></p>', subtype="html")
    attach(message, "../../daftar_induk.xlsx", write_register_template(REGISTER))
    attach(message, "bom.zip", zipped("besar.xlsx", bytes(40 << 20)))
    attach(message, "SOP.pdf.exe", b"MZ\x90\0")
    attach(message, "winmail.dat", PACKAGE + b"terpotong", "application/ms-tnef")
    return message


def forwarded() -> EmailMessage:
    """A colleague's mail in a mail without a name, and a workbook in an archive."""
    inner = mail(
        "BKD <umum@contoh.example>",
        "SOP Kenaikan Pangkat",
        "Wed, 07 Oct 2026 10:00:00 +0700",
        "Terlampir.\n",
    )
    sheet = filled(other(PERSONNEL, "BK-01"))(OFFICE)
    attach(inner, "SOP.zip", zipped("BKD/kenaikan pangkat.xlsx", sheet))
    outer = mail(
        "Andi Contoh <bkd@contoh.example>",
        "Fwd: SOP Kenaikan Pangkat",
        "Wed, 07 Oct 2026 11:00:00 +0700",
        "Diteruskan.\n",
    )
    outer.add_attachment(inner)
    return outer


def several() -> EmailMessage:
    """One good workbook and one to mend, both under the same name."""
    message = mail(
        "Bagian AKIP <organisasi@contoh.example>",
        "SOP AKIP",
        "Thu, 08 Oct 2026 13:00:00 +0700",
        "Terlampir dua SOP.\n",
    )
    faulty = filled(planned("AK-06"), {step("nodes", 5, 4): "Mulai"})
    attach(message, "SOP.xlsx", filled(sample("PA-01"))(OFFICE))
    attach(message, "SOP.xlsx", faulty(OFFICE))
    return message


def from_outlook() -> EmailMessage:
    """A workbook as Outlook packs it for Outlook alone."""
    message = mail(
        "Andi Contoh <bkd@contoh.example>",
        "SOP Kenaikan Pangkat, dikirim sekali lagi",
        "Fri, 09 Oct 2026 14:00:00 +0700",
        "Terlampir SOP yang tadi belum terlampir.\n",
    )
    sheet = filled(other(PERSONNEL, "BK-01"))(OFFICE)
    packed = package(("Kenaikan pangkat.xlsx", sheet))
    attach(message, "winmail.dat", packed, "application/ms-tnef")
    return message


def stranger() -> EmailMessage:
    """A newer version of an agency's SOP, from an address that is nobody's."""
    message = mail(
        "Dinas Kesehatan <dinkes.provinsi@gratis.example>",
        "Revisi SOP Rekomendasi Izin",
        "Sat, 10 Oct 2026 20:15:00 +0700",
        "Mohon gunakan versi ini.\n",
    )
    sop = other(HEALTH, "DK-02")
    attach(message, "rekomendasi izin.xlsx", filled(replace(sop, revision=7))(OFFICE))
    return message


def cut_off() -> EmailMessage:
    """A mail of which the line broke before its attachment came."""
    message = mail(
        "Dinas Kominfo <diskominfo@contoh.example>",
        "SOP Layanan Data",
        "kemarin",
        "Terlampir SOP Layanan Data.\n",
    )
    attach(message, "SOP layanan data.xlsx", PDF)
    return message


def zipped(name: str, data: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return stream.getvalue()


CUT = b"\n--=====batas-2-0=====\nContent-Type: application/octet-stream"
MAILS: tuple[SampleFile, ...] = (
    SampleFile(f"{FOLDER}/dinas kesehatan.eml", enclosed(good), "kiriman",
               story="SOP, surat pengantar, dan lambang dalam satu surel"),
    SampleFile(f"{FOLDER}/dari outlook.eml", enclosed(from_outlook), "kiriman",
               story="SOP dalam winmail.dat"),
    SampleFile(f"{FOLDER}/orang luar.eml", enclosed(stranger), "kiriman",
               story="versi baru dari alamat yang tidak tercatat: ditahan"),
    SampleFile(f"{FOLDER}/jahat.eml", enclosed(hostile), "kiriman",
               story="nama yang menyesatkan, daftar induk palsu, bom, gambar jarak jauh"),
    SampleFile(f"{FOLDER}/kotak masuk.mbox", enclosed(forwarded, several, cut_off, cut=CUT),
               "kiriman", story="surel terusan, dua lampiran senama, surel terpotong"),
)  # fmt: skip
