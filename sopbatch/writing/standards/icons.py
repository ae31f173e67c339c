"""Icons drawn for these documents, and which one a text calls for.

Each is one stroke on a square of 24; `templates/icons.txt` has a name and a path a line.
"""

import re
from functools import cache

from sopbatch.writing.typeset import style_text

PACKAGE = "sopbatch.writing.standards"

_OF_STEPS = (
    (r"antre|antri|tiket|nomor urut", "ticket"),
    (r"memeriksa|verifikasi|teliti|validasi|pengecekan|diperiksa|mengecek", "check"),
    (r"bayar|kasir|retribusi", "wallet"),
    (r"foto\b|rekam|sidik jari|\biris|biometri", "camera"),
    (r"konsultasi|wawancara|tatap muka|penjelasan", "talk"),
    (r"(?:mengambil|pengambilan) (?:sampel|contoh|spesimen|darah)|pengujian", "flask"),
    (r"[tn]anda ?tangan|disahkan|paraf|pengesahan", "sign"),
    (r"menerima|mengambil|penyerahan|pengambilan|terbit|dicetak", "handed"),
    (r"memanggil|dipanggil|panggilan", "speaker"),
    (r"mengisi|formulir|mencatat|menulis|pengisian|didata|mendaftar", "form"),
    (r"sampel|spesimen|laborat|\buji\b|darah", "flask"),
    (r"dokter|perawat|\bpoli\b|klinik|imunisasi|\bobat", "cross"),
    (r"mengunggah|daring|online|laman|aplikasi|website|sistem|entri", "screen"),
    (r"menyerahkan|mengajukan|berkas|dokumen|melampirkan|menunjukkan|persyaratan", "folder"),
    (r"tunggu", "clock"),
    (r"datang|mengunjungi|loket|menuju|lokasi|survei", "place"),
    (r"pemohon|petugas|pasien|pelanggan", "person"),
)
_OF_CHANNELS = (
    (r"lapor", "megaphone"),
    (r"whats ?app|\bwa\b|sms|pesan|telegram", "message"),
    (r"telepon|telpon|telp|call|hotline|faks|fax|ponsel|\bhp\b", "phone"),
    (r"surel|e-?mail|surat", "mail"),
    (r"laman|web|situs|instagram|facebook|media sosial|aplikasi|tiktok|\bx\b|youtube", "globe"),
    (r"kotak", "box"),
    (r"tatap|langsung|loket|petugas|datang|meja", "person"),
)


def icon_of_step(text: str) -> str:
    """Name of the icon that a step of a procedure calls for."""
    return _called(text, _OF_STEPS, "arrow")


def icon_of_channel(text: str) -> str:
    """Name of the icon of a way to complain."""
    return _called(text, _OF_CHANNELS, "talk")


def _called(text: str, table: tuple[tuple[str, str], ...], usual: str) -> str:
    plain = text[:400].casefold()
    return next((name for words, name in table if re.search(words, plain)), usual)


@cache
def icons() -> dict[str, str]:
    """Name to path of every icon."""
    lines = style_text(PACKAGE, "icons.txt").splitlines()
    return {name: path for name, _, path in (line.partition(" ") for line in lines)}


def drawn(name: str, ink: str) -> bytes:
    """The icon as SVG in one colour."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{icons()[name]}" '
        f'fill="none" stroke="{ink}" stroke-width="1.7" stroke-linecap="round" '
        f'stroke-linejoin="round"/></svg>'
    ).encode()


def draft_mark(width: float, height: float) -> bytes:
    """The word DRAF from corner to corner of a page, as an SVG of its size in mm."""
    size = min(width, height) * 0.34
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<text x="{width / 2}" y="{height / 2 + size * 0.35}" font-family="SOP Sans" '
        f'font-weight="bold" font-size="{size}" text-anchor="middle" fill="#eeeeee" '
        f'transform="rotate(-55 {width / 2} {height / 2})">DRAF</text></svg>'
    ).encode()
