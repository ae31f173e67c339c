"""Catatan: what the words mean and how it was counted."""

from sopbatch.report.content import AWAITED, Content
from sopbatch.report.decision_rules import LATE_WEIGHS, RULES
from sopbatch.report.lights import LIGHTS
from sopbatch.schema.statuses import STATUSES
from sopbatch.text.words import count, cutoff, week_in_words
from sopbatch.writing.report.adjustments import adjustments
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.table import ROW_POINTS
from sopbatch.writing.report.text import LINE_POINTS, wrapped_lines

FIRST_ROW = 4
WIDTHS = (27, 34, 34, 16)
"""Columns of terms and their meaning."""
LAST_COLUMN = len(WIDTHS) - 1


TERMS = (
    (
        "Direncanakan",
        "judul dalam daftar induk (lembar Rencana SOP), tanpa yang ditarik atau dicabut",
    ),
    ("Diterima", "SOP yang paling sedikit satu berkasnya terbaca, termasuk di luar rencana"),
    ("Di luar rencana", "SOP yang diterima tetapi namanya tidak ada dalam rencana"),
    (
        "Dicabut dari rencana",
        "judul rencana yang dicabut pada lembar Keputusan; tidak masuk angka lain mana pun",
    ),
    ("Lengkap", "berkas yang dihitung terbaca dan tidak ada yang harus diperbaiki"),
    ("Tersusun", "lengkap dan berstatus Terverifikasi sampai dengan Dalam Revisi"),
    ("Selesai", "lengkap dan berstatus Disahkan, Berlaku, atau Dalam Revisi"),
    ("Dalam masa tinjau", "selesai dan tanggal peninjauannya belum lewat"),
    (
        "Perlu perbaikan",
        "berstatus Perlu Perbaikan: dikembalikan karena isinya, atau oleh keputusan",
    ),
    ("Terlambat", "direncanakan, tenggatnya sebelum tanggal laporan, dan belum selesai"),
    ("Capaian", "selesai dari rencana dibagi direncanakan; “-” jika tidak ada rencana"),
    ("Tidak akan melebihi", "capaian jika semua SOP selesai selain yang disebut pada baris itu"),
    ("Persentase lengkap", "lengkap dibagi diterima; “-” jika belum ada yang diterima"),
    ("Harus diperbaiki", "temuan yang membuat SOP belum lengkap"),
    ("Sebaiknya diperbaiki", "temuan yang tidak membuat SOP belum lengkap"),
    (
        "Perbaikan ditunggu",
        "versi baru masih harus diperbaiki; versi lama yang baik tetap dihitung",
    ),
    (
        "Berubah setelah verifikasi",
        "isinya lain daripada yang diverifikasi; Terverifikasi tidak berlaku untuk isi baru",
    ),
    ("Alur utama", "langkah yang dilalui jika setiap keputusan dijawab Ya"),
    ("Perpindahan pelaksana", "perpindahan pada alur utama ke langkah tanpa pelaksana yang sama"),
    ("Pengembalian", "cabang yang kembali ke langkah itu sendiri atau langkah sebelumnya"),
    (
        "Jauh dari median",
        "sedikitnya dua kali, atau paling banyak setengah median perangkat daerahnya",
    ),
    ("Jatuh tempo 30 hari", "direncanakan, belum selesai, dan tenggatnya dalam 30 hari"),
    ("Perlu per minggu", "yang belum selesai dibagi minggu sampai tenggat terakhir"),
    ("Empat minggu terakhir", "tambahan selesai dari rencana per minggu; pencabutan tersendiri"),
    ("Total waktu", "jumlah waktu semua langkah dalam jam dan hari kerja; waktu kalender terpisah"),
)
COUNTING = (
    "Setiap SOP dihitung satu kali, dengan revisi tertinggi yang tidak perlu diperbaiki.",
    "Versi terbaru menurut revisi, tanggal revisi, hari diterima, lalu yang tanpa perbaikan.",
    "Status Dalam Verifikasi dan Terverifikasi berasal dari lembar Keputusan pada daftar induk.",
    "Status Berlaku dan Digantikan ditetapkan program; Perlu Perbaikan juga Biro Organisasi.",
    "Berkas yang diterima setelah tanggal laporan dihitung pada minggu berikutnya.",
    "0% dan 100% hanya ditulis jika benar-benar nol atau seluruhnya.",
    "Monitoring dihitung setiap 6 bulan dan evaluasi setiap tahun, sejak yang terakhir dilaporkan;",
    "jika belum ada, sejak tanggal efektif, dan terlambat setelah formulirnya mulai dipakai.",
    "Perubahan dihitung terhadap laporan terakhir dari minggu sebelumnya.",
    "Temuan pada versi lama yang sudah diganti tidak dihitung.",
)


def write_notes(page: Page, content: Content) -> None:
    """The whole sheet: facts, terms, and how it was counted."""
    page.title(
        "Catatan", "Arti istilah dan cara menghitung; pencocokan jumlah ada pada Rekonsiliasi."
    )
    for column, width in enumerate(WIDTHS):
        page.sheet.set_column(column, column, width)
    at = _write_facts(page, FIRST_ROW, content)
    at = write_terms(page, at + 1, "Keputusan", _decisions())
    at = write_terms(page, at + 1, "Istilah", TERMS)
    at = write_terms(page, at + 1, "Status", _statuses())
    at = write_terms(
        page, at + 1, "Keadaan", tuple((light.word, light.meaning) for light in LIGHTS)
    )
    at = write_terms(page, at + 1, "Cara menghitung", tuple(("", text) for text in COUNTING))
    write_terms(page, at + 1, "Penyesuaian aturan", adjustments(content))
    page.sheet.freeze_panes(3, 0)


def _write_facts(page: Page, at: int, content: Content) -> int:
    settings = content.register.settings
    read = len(content.reviews) - len(content.refused)
    awaited = len(
        {row.review.received.sha256 for row in content.finding_rows if row.version == AWAITED}
    )
    facts = (
        ("Pemerintah daerah", settings.government),
        ("Disusun oleh", settings.organisation_bureau),
        ("Program", page.heading.version),
        ("Minggu", f"{week_in_words(content.now.week)} ({content.now.week})"),
        (
            "Batas penerimaan",
            f"berkas yang diolah sampai dengan {cutoff(content.as_of, content.until)}",
        ),
        ("Kode laporan (untuk pengelola program)", content.digest[:16] or "-"),
        ("Berkas diterima", f"{count(len(content.reviews))} berkas"),
        (
            "Terbaca sebagai SOP",
            f"{count(read)} berkas; {count(awaited)} versi baru ditunggu perbaikannya",
        ),
        ("Tidak terbaca", f"{count(len(content.refused))} berkas (lembar Berkas Bermasalah)"),
    )
    return write_terms(page, at, "Laporan ini", facts)


def _decisions() -> tuple[tuple[str, str], ...]:
    rules = ((r.name, f"{r.condition}; oleh {r.owner}; bobot {r.weight}") for r in RULES)
    return (
        *rules,
        ("", "Setiap SOP yang menunggu masuk satu keputusan: yang pertama cocok pada daftar ini."),
        (
            "",
            f"Urutannya menurut jumlah bobot SOP; yang lewat tenggat berbobot {LATE_WEIGHS} kali.",
        ),
    )


def _statuses() -> tuple[tuple[str, str], ...]:
    return tuple((s.label, f"{s.meaning}; dihitung sebagai {s.counts_as}") for s in STATUSES)


def write_terms(page: Page, at: int, title: str, terms: tuple[tuple[str, str], ...]) -> int:
    """Pairs under a heading; gives the next free row."""
    styles = page.styles
    for column in range(LAST_COLUMN + 1):
        page.put(at, column, title if column == 0 else None, styles.cell("heading"))
    for row, (term, meaning) in enumerate(terms, start=at + 1):
        if term:
            lines = max(
                wrapped_lines(term, 0.9 * WIDTHS[0]), wrapped_lines(meaning, sum(WIDTHS[1:]))
            )
            page.sheet.set_row(row, LINE_POINTS * lines + ROW_POINTS)
            page.put(row, 0, term, styles.cell("body", "text", bold=True))
            page.merge(row, 1, LAST_COLUMN, meaning, styles.cell("body", "text"))
        else:
            page.merge(row, 0, LAST_COLUMN, meaning, styles.cell("body", "text"))
    return at + len(terms) + 1
