"""What the warnings of an SOP are known by: a condition, what comes of it, a limit of time."""

import re

from sopbatch.text.spelled import in_words

_COUNTS = "|".join(in_words(number) for number in range(1, 15))
_CONDITION = re.compile(
    r"\b(jika|jk|jikalau|apabila|apa bila|bila|bilamana|kalau|(se)?andai(nya)?|manakala|ketika"
    r"|(pada )?saat|dalam hal|kecuali)\b"
)
_UNMET = re.compile(
    r"\bbagi .{0,200}\b(tidak|belum)\b"
    r"|\by(an)?g (tidak|tdk|belum|blm|tanpa|terlambat|salah|melewati)\b"
    r"|\b((tidak|tdk|belum|kurang) lengkap|tanpa) .{0,200}"
    r"\b(tidak|ditolak|dikembalikan|ditunda|dibatalkan)\b"
    r"|\btidak .{0,200}\b(tanpa|sebelum|kurang dari|lebih dari)\b"
    r"|\b(harus|wajib) (ada|memiliki|mempunyai|melampirkan|menyertakan|membawa|dilampiri|disertai"
    r"|terdaftar|tercantum|tercatat|terlampir|cocok|sesuai|lengkap|sudah|telah|berusia|memenuhi)\b"
    r"|\b(sudah|telah) (harus|wajib)\b|\b(syarat(nya)?|dengan ketentuan|prasyarat)\b"
    r"|\bhanya (dapat|bisa|boleh|di|untuk)|\b(minimal|sekurang-kurangnya|paling (sedikit|banyak))\b"
)
"""Who or what fails a condition, or has to meet one: “Berkas yang belum lengkap dikembalikan”,
“Harus ada surat keterangan kehilangan dari kepolisian”."""
_EFFECT = re.compile(
    r"\b(meng)?akibat(kan|nya)?|\b(berakibat|berdampak|menyebabkan|menimbulkan|sanksi)\b"
    r"|\b(meng|ter)hambat|\b(meng|ter)ganggu\b|\b(me|ter)rugikan\b|\bkerugian\b"
    r"|\b(memper|ter)lambat\b|\b(menunda|tertunda|terhenti|terbengkalai|batal|gagal|terbakar)\b"
    r"|\b(mem?pengaruhi|berpengaruh|mengurangi|membahayakan|memicu|merusak)\b"
    r"|\b(ber|be)?r[ie]siko\b|\b(berpotensi|rawan)\b|\bpelanggaran\b|\bdikena(kan|i)\b"
    r"|\b(kelalaian|kesalahan|kekeliruan|keterlambatan|ketidak\w+|kurangnya|penyimpangan)\b.{0,120}"
    r" (me|ter)\w{4,}"
    r"|\b(hilang|rusak|tertukar|tercecer|hambatan|kendala(nya)?|terkendala)\b"
    r"|\b(agar|supaya|sehingga) tidak\b|\b(mencegah|menghindari|karena|sebab)\b"
)
"""What comes of it: “Kelalaian menghambat penyaluran bantuan”, or is prevented by it."""
_DEADLINE = re.compile(
    r"\b(paling (lambat|lama)|selambat|batas (waktu|akhir)|tenggat|dalam waktu"
    r"|maksimal|(sesuai|menurut) (dengan )?(jadwal|waktu|tanggal)|tepat waktu"
    r"|(lewat|melewati|setiap|tiap) (tanggal|tgl|pukul|jam|hari|bulan))"
    r"|\b(sebelum|selama)\b|\b(sesudah|setelah|sampai( dengan)?|hingga) (\w+ ){0,4}"
    r"(tahun|bulan|triwulan|semester|minggu|hari|jam|tanggal|pukul)\b"
    r"|\bh ?[-+] ?\d"
    rf"|\b(\d+|{_COUNTS}) ?(\(\w+\) )?(x ?24 ?)?"
    r"(menit|jam|hari|hr|minggu|bulan|bln|tahun)\b"
)


def warns(text: str) -> bool:
    """Whether a folded text tells a condition, what comes of something, or a limit of time."""
    return any(sign.search(text) for sign in (_CONDITION, _UNMET, _EFFECT, _DEADLINE))
