"""Rules about what stands in cells and on sheets beside what is read."""

from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.rule import ANYWHERE, ERROR, INFO, WARNING, Case, Rule, reported, rule
from sopbatch.rules.workbook.merged import MERGED, hides_required


@rule(
    "F-06",
    ERROR,
    title="Rumus gagal",
    sentence="Sel ini berisi rumus yang gagal (“{nilai}”), bukan isian.",
    advice="Hapus rumusnya, lalu ketik isian yang benar.",
    reason="Rumus yang gagal berarti nilai aslinya sudah hilang dan tidak dapat dibaca.",
    needs_package=True,
    essential=ANYWHERE,
)
def error_value_in_cell(case: Case) -> Iterator[Problem]:
    """An input cell stores #REF!, #N/A or the like."""
    return reported(case, "F-06")


@rule(
    "F-07",
    ERROR,
    title="Hasil rumus tidak tersimpan",
    sentence="Sel ini berisi rumus yang hasilnya tidak tersimpan.",
    advice="Buka berkas di Excel atau LibreOffice, simpan sekali lagi, atau ketik isiannya.",
    reason="Pemeriksaan membaca hasil yang tersimpan dan tidak menghitung ulang rumus.",
    needs_package=True,
    essential=ANYWHERE,
)
def formula_without_value(case: Case) -> Iterator[Problem]:
    """An input cell holds a formula without a stored result."""
    return reported(case, "F-07")


@rule(
    "F-08",
    WARNING,
    title="Isian diambil dari berkas lain",
    sentence="Sel ini mengambil isinya dari berkas lain melalui rumus “{rumus}”.",
    advice=(
        "Salin hasilnya, lalu tempel sebagai nilai: Tempel Khusus › Nilai (Paste Special > Values)."
    ),
    reason="Berkas lain itu tidak ikut terkirim, sehingga isinya dapat berubah atau hilang.",
    needs_package=True,
)
def formula_to_other_workbook(case: Case) -> Iterator[Problem]:
    """An input cell's formula points to another workbook."""
    return reported(case, "F-08")


@rule(
    MERGED,
    ERROR,
    title="Sel tabel digabung",
    sentence="Sel {daerah} di tabel Prosedur digabung.",
    advice=(
        "Pisahkan melalui Beranda › Gabungkan & Pusatkan › Batalkan Gabungan Sel (Unmerge Cells), "
        "lalu isi setiap baris langkah sendiri-sendiri."
    ),
    reason="Sel gabungan hanya menyimpan satu isian, sehingga langkah di bawahnya tidak terisi.",
)
def merged_cells_in_table(case: Case) -> Iterator[Problem]:
    """Cells of the procedure table are merged; a warning when no required answer is covered."""
    for problem in reported(case, MERGED):
        blocks = hides_required(case.submission, problem)
        yield Problem(problem.place, problem.facts, severity=None if blocks else WARNING)


@rule(
    "F-10",
    WARNING,
    title="Isian tersembunyi",
    sentence="Ada isian yang tersembunyi: {bagian}.",
    advice=(
        "Tampilkan kembali: blok baris atau kolom di sekitarnya, klik kanan, pilih Tampilkan "
        "(Unhide). Hapus isinya jika tidak dipakai."
    ),
    reason="Isian tersembunyi tetap tercetak di dokumen walaupun tidak terlihat di layar.",
    needs_package=True,
)
def hidden_content(case: Case) -> Iterator[Problem]:
    """Rows or columns with data are hidden."""
    return reported(case, "F-10")


@rule(
    "F-11",
    INFO,
    title="Gambar pada lembar Prosedur",
    sentence="Ada {jumlah} gambar atau bentuk di lembar Prosedur; gambar tidak dibaca.",
    advice="Pilih simbol di kolom pelaksana; diagram alir akan digambar dari pilihan itu.",
    reason="Bentuk yang digambar tangan bukan isi sel, sehingga alurnya tidak dapat diperiksa.",
)
def shapes_on_procedure(case: Case) -> Iterator[Problem]:
    """Drawing objects lie on the procedure sheet."""
    return reported(case, "F-11")


@rule(
    "F-21",
    WARNING,
    title="Isi di luar kotak isian",
    sentence="Isi berikut berada di luar kotak isian, sehingga tidak dibaca: {isi}.",
    advice="Pindahkan ke kotak isian yang sesuai, atau hapus jika tidak diperlukan.",
    reason="Hanya kotak isian formulir yang dibaca dan dicetak ke dalam dokumen.",
)
def content_not_read(case: Case) -> Iterator[Problem]:
    """Something was typed beside the fields and tables; one problem for each sheet."""
    return reported(case, "F-21")


@rule(
    "F-22",
    WARNING,
    title="Lembar di luar formulir",
    sentence="Lembar “{lembar}” ({daerah}) bukan bagian formulir SOP, sehingga tidak dibaca.",
    advice=(
        "Salin isinya ke lembar Identitas atau Prosedur; jika tidak diperlukan, hapus lembar itu."
    ),
    reason="Hanya lembar Identitas dan lembar yang memuat tabel Prosedur yang dibaca.",
)
def sheet_not_read(case: Case) -> Iterator[Problem]:
    """A sheet holds neither fields nor a procedure table, hidden or not."""
    return reported(case, "F-22")


@rule(
    "F-23",
    INFO,
    title="Tabel disalin ke lembar lain",
    sentence="Tabel pada lembar “{lembar}” sama persis dengan tabel pada lembar “{asal}”.",
    advice="Hapus lembar salinan itu, atau ubah isinya jika memang prosedur tersendiri.",
    reason="Tabel yang sama persis dibaca dan digambar satu kali saja.",
)
def table_copied(case: Case) -> Iterator[Problem]:
    """A sheet was copied and left as it was."""
    return reported(case, "F-23")


@rule(
    "F-24",
    ERROR,
    title="Isian terlalu panjang untuk dibaca",
    sentence="Isian ini memuat {huruf} huruf; yang dibaca hanya {batas} huruf pertama.",
    advice="Ringkas isian ini, atau pindahkan rinciannya ke dokumen lain yang disebut di sini.",
    reason="Isian sepanjang itu biasanya tertempel tanpa sengaja dan tidak muat di dokumen.",
    essential=ANYWHERE,
)
def input_not_read_to_its_end(case: Case) -> Iterator[Problem]:
    """An input holds far more text than any box of the form takes."""
    return reported(case, "F-24")


CELL_RULES: tuple[Rule, ...] = (
    error_value_in_cell,
    formula_without_value,
    formula_to_other_workbook,
    merged_cells_in_table,
    hidden_content,
    shapes_on_procedure,
    content_not_read,
    sheet_not_read,
    table_copied,
    input_not_read_to_its_end,
)
