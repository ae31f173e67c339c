"""Rules about the workbook as a file (F-01 to F-16); most of them tell what reading met."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.rule import ANYWHERE, ERROR, INFO, WARNING, Case, Rule, reported, rule
from sopbatch.rules.workbook.cells import CELL_RULES
from sopbatch.rules.workbook.foreign import content_from_elsewhere, macros
from sopbatch.text.shortening import quoted


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


FILE_RULES: tuple[Rule, ...] = (
    file_unreadable,
    template_unrecognised,
    template_outdated,
    part_not_found,
    several_sops,
    *CELL_RULES,
    same_content_received_twice,
    file_name_of_other_unit,
    file_too_large,
    macros,
    content_from_elsewhere,
)
