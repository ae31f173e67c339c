"""Rules about the workbook as a file (F-01 to F-16); most of them tell what reading met."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.rule import ANYWHERE, ERROR, INFO, WARNING, Case, Rule, reported, rule
from sopbatch.rules.workbook.foreign import content_from_elsewhere, macros
from sopbatch.rules.workbook.merged import MERGED, hides_required
from sopbatch.text.shortening import quoted

NEW_FORM = (
    "Minta formulir SOP terbaru kepada Biro Organisasi, salin isiannya ke sana, lalu kirim kembali."
)


@rule(
    "F-01",
    ERROR,
    title="Berkas tidak dapat dibaca",
    sentence="Berkas ini tidak dapat dibaca sebagai berkas Excel atau LibreOffice.",
    advice="Simpan ulang sebagai Buku Kerja Excel (.xlsx) tanpa kata sandi, lalu kirim kembali.",
    reason=(
        "Hanya berkas Excel atau LibreOffice yang utuh dan tanpa kata sandi dapat dibaca. "
        "Isi berkas yang menentukan, bukan namanya."
    ),
    essential=ANYWHERE,
)
def file_unreadable(case: Case) -> Iterator[Problem]:
    """Encrypted, damaged or no workbook at all: the file is refused before any rule runs."""
    return reported(case, "F-01")


@rule(
    "F-02",
    ERROR,
    title="Bukan formulir SOP",
    sentence="Berkas ini tidak dibuat dari formulir SOP Biro Organisasi.",
    advice=(
        "Minta formulir SOP terbaru kepada Biro Organisasi, salin isiannya ke sana, lalu kirim "
        "kembali."
    ),
    reason=(
        "Dalam formulir setiap isian mempunyai tempatnya. Tanpa formulir, isian hanya dapat dicari "
        "melalui labelnya."
    ),
    needs_package=True,
    essential=ANYWHERE,
)
def template_unrecognised(case: Case) -> Iterator[Problem]:
    """A warning when the labels were enough to read the workbook; refused otherwise."""
    for problem in reported(case, "F-02"):
        yield Problem(problem.place, problem.facts, severity=problem.severity or WARNING)


@rule(
    "F-03",
    WARNING,
    title="Formulir versi lama",
    sentence="Berkas ini memakai formulir SOP versi {versi}; versi terbaru adalah {terbaru}.",
    advice=(
        "SOP ini tetap diperiksa; untuk SOP berikutnya, minta formulir terbaru kepada Biro "
        "Organisasi."
    ),
    reason="Formulir lama tetap dibaca, tetapi isian yang ditambahkan kemudian tidak ada di sana.",
)
def template_outdated(case: Case) -> Iterator[Problem]:
    """The workbook's template version is older than the current one."""
    return reported(case, "F-03")


@rule(
    "F-04",
    ERROR,
    title="Bagian formulir hilang",
    sentence="Bagian berikut tidak ditemukan dalam berkas ini: {isian}.",
    advice="Salin isian ke formulir SOP yang baru, atau kembalikan baris dan label yang terhapus.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012 menetapkan unsur Bagian Identitas dan Bagian Flowchart. "
        "Unsur yang tidak ditemukan tidak dapat diperiksa."
    ),
    essential=frozenset(("", "title", "unit_code", "activity", "nodes")),
)
def part_not_found(case: Case) -> Iterator[Problem]:
    """A field of the identity or the procedure table could not be found anywhere."""
    return reported(case, "F-04")


@rule(
    "F-05",
    ERROR,
    title="Lebih dari satu SOP dalam satu berkas",
    sentence="Berkas ini memuat lebih dari satu SOP, yaitu pada lembar {sheet}.",
    advice="Pisahkan menjadi satu berkas untuk setiap SOP, lalu kirim semuanya.",
    reason=(
        "Perkembangan dihitung per SOP. Lembar “Prosedur 2” dan seterusnya tetap boleh dipakai "
        "jika prosedurnya milik SOP yang sama."
    ),
    essential=ANYWHERE,
)
def several_sops(case: Case) -> Iterator[Problem]:
    """More than one identity sheet stands in the workbook."""
    return reported(case, "F-05")


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
    "F-12",
    INFO,
    title="Berkas yang sama dikirim ulang",
    sentence="Berkas yang sama persis juga diterima {salinan}.",
    advice="Anda tidak perlu mengirim ulang; cukup kirim satu berkas untuk setiap SOP.",
    reason="Salinan yang sama persis dihitung satu kali saja.",
)
def same_content_received_twice(case: Case) -> Iterator[Problem]:
    """The same bytes lie in the input under other names."""
    received = case.submission.received
    if received.copies:
        # Folders, and mails it came by, are the operator's: the sender knows names of files only.
        sent = dict.fromkeys(name.rpartition("/")[2] for name in received.copies)
        others = [f"“{quoted(name)}”" for name in sent if name != received.file_name]
        told = f"dengan nama {'; '.join(others)}" if others else "dengan nama yang sama"
        yield Problem(facts={"salinan": told})


@rule(
    "F-13",
    INFO,
    title="Kode pada nama berkas tidak cocok",
    sentence="Nama berkas diawali kode {kode} ({unit}), tetapi isinya SOP {sendiri}.",
    advice="Periksa Kode Perangkat Daerah; jika sudah benar, nama berkas boleh dibiarkan.",
    reason="Kode yang berbeda biasanya tertinggal dari salinan SOP perangkat daerah lain.",
)
def file_name_of_other_unit(case: Case) -> Iterator[Problem]:
    """The name begins with the code of another unit; a name without any code is free."""
    register, name = case.register, case.submission.received.file_name
    own = register.unit(case.sop.unit_code)
    other = max(
        (unit for unit in register.units if _begins_with(name, unit.code)),
        key=lambda unit: len(unit.code),
        default=own,
    )
    if own and other and other is not own:
        yield Problem(facts={"kode": other.code, "unit": other.name, "sendiri": own.name})


def _begins_with(name: str, code: str) -> bool:
    """Whether a file name begins with a code of two parts or more, with any separators."""
    parts = re.findall(r"\w+", code)
    pattern = r"[\W_]+".join(map(re.escape, parts)) + r"(?![0-9A-Za-z])"
    return len(parts) > 1 and re.match(pattern, name, re.IGNORECASE) is not None


@rule(
    "F-14",
    ERROR,
    title="Berkas terlalu besar",
    sentence="Berkas ini melebihi batas ukuran yang aman untuk dibuka.",
    advice="Hapus gambar dan lembar yang tidak diperlukan, simpan ulang, lalu kirim kembali.",
    reason="Berkas SOP berukuran kecil; berkas yang terlalu besar tidak dibuka demi keamanan.",
    essential=ANYWHERE,
)
def file_too_large(case: Case) -> Iterator[Problem]:
    """Beyond the size limits: the file is refused before any rule runs."""
    return reported(case, "F-14")


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


FILE_RULES: tuple[Rule, ...] = (
    file_unreadable,
    template_unrecognised,
    template_outdated,
    part_not_found,
    several_sops,
    error_value_in_cell,
    formula_without_value,
    formula_to_other_workbook,
    merged_cells_in_table,
    hidden_content,
    shapes_on_procedure,
    same_content_received_twice,
    file_name_of_other_unit,
    file_too_large,
    content_not_read,
    sheet_not_read,
    table_copied,
    input_not_read_to_its_end,
    macros,
    content_from_elsewhere,
)
