"""Rules about the lists of the identity (X-01 to X-07, X-11 to X-13)."""

import re
from collections.abc import Iterator

from sopbatch.matching.aliases import title_key
from sopbatch.model import Problem, Review
from sopbatch.rules.basics.fields import FIELDS, answered, label, list_items, when_blank
from sopbatch.rules.basics.free_texts import LISTS, identity_texts
from sopbatch.rules.basics.wording import unanswered
from sopbatch.rules.data.positions import COMPETENCE_WORDS, POSITION_WORDS
from sopbatch.rules.data.warning_signs import warns
from sopbatch.rules.rule import ERROR, WARNING, Batch, Case, Rule, across_rule, at, reported, rule
from sopbatch.schema.fields import FieldKind
from sopbatch.text.blank import blank
from sopbatch.text.names import folded, words
from sopbatch.text.shortening import quoted

MANY = 5
"""So many other SOPs of the unit with the same warning make it a stock phrase."""


def _blank_list(case: Case, key: str) -> Iterator[Problem]:
    if not answered(case.sop, key):
        typed = list_items(case.sop, key)
        facts = {"keadaan": unanswered(case.submission.typed(key))}
        yield Problem(at(key, 1 if typed else 0), facts, severity=when_blank(case, key))


@rule(
    "X-01",
    ERROR,
    title="Kualifikasi Pelaksana belum diisi",
    sentence="Kualifikasi Pelaksana {keadaan}.",
    advice="Tulis kemampuan yang diperlukan, misalnya “Memahami tata naskah dinas”.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: kualifikasi pelaksana termasuk unsurnya."
    ),
    reports_blank=True,
)
def qualifications_missing(case: Case) -> Iterator[Problem]:
    """Blank; advice only before status Diajukan."""
    return _blank_list(case, "qualifications")


@rule(
    "X-02",
    WARNING,
    title="Kualifikasi menyebut jabatan atau orang",
    sentence="“{butir}” menyebut jabatan atau orang, bukan kemampuan.",
    advice="Tulis kemampuannya, misalnya “Mampu mengoperasikan pengolah kata”.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: kualifikasi adalah kompetensi umum yang "
        "diperlukan semua pelaksana."
    ),
)
def qualification_is_position(case: Case) -> Iterator[Problem]:
    """An item begins with a position and names no competence."""
    for row, item in enumerate(list_items(case.sop, "qualifications"), start=1):
        said = words(item)
        if said and said[0] in POSITION_WORDS and COMPETENCE_WORDS.isdisjoint(said):
            yield Problem(at("qualifications", row), {"butir": quoted(item)})


@rule(
    "X-03",
    WARNING,
    title="Peralatan/Perlengkapan belum diisi",
    sentence="Peralatan/Perlengkapan {keadaan}.",
    advice="Tulis peralatan utamanya, misalnya “Komputer dan jaringan internet”.",
    reason="Lampiran PermenPAN-RB 35/2012, Bagian Identitas: peralatan utama prosedur disebutkan.",
    reports_blank=True,
)
def equipment_missing(case: Case) -> Iterator[Problem]:
    """Blank; advice only before status Diajukan."""
    return _blank_list(case, "equipment")


@rule(
    "X-04",
    WARNING,
    title="Peringatan belum diisi",
    sentence="Peringatan {keadaan}.",
    advice="Tulis akibat jika SOP tidak dijalankan: “Jika … tidak …, maka …”.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: peringatan menjelaskan akibat dan "
        "kendala."
    ),
    reports_blank=True,
)
def warning_missing(case: Case) -> Iterator[Problem]:
    """Blank; advice only before status Diajukan."""
    return _blank_list(case, "warnings")


@rule(
    "X-05",
    WARNING,
    title="Peringatan tanpa syarat, akibat atau batas waktu",
    sentence="Peringatan tidak menyebut syarat, akibat atau batas waktu.",
    advice="Susun dengan “Jika … maka …” atau sebutkan batasnya: “paling lambat 3 hari kerja”.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: peringatan menerangkan apa yang terjadi "
        "jika prosedur dijalankan atau tidak dijalankan."
    ),
)
def warning_without_condition(case: Case) -> Iterator[Problem]:
    """No item has jika/apabila/bila or another condition, an effect or a deadline."""
    items = [folded(item) for item in answered(case.sop, "warnings")]
    if items and not any(map(warns, items)):
        yield Problem(at("warnings", 1))


@across_rule(
    "X-06",
    WARNING,
    title="Peringatan sama di banyak SOP",
    sentence="Peringatan ini sama persis di {jumlah} SOP lain dari perangkat daerah ini.",
    advice="Tulis akibat yang khas bagi kegiatan ini.",
    reason="Peringatan yang sama di banyak SOP tidak membantu pelaksana kegiatan ini.",
)
def warning_is_stock_phrase(batch: Batch) -> Iterator[tuple[Review, Problem]]:
    """The same sentence stands in five or more other SOPs of the unit."""
    bearers: dict[tuple[str, str], int] = {}
    for _, unit, _, text in _warnings(batch):
        bearers[unit, text] = bearers.get((unit, text), 0) + 1
    for review, unit, row, text in _warnings(batch):
        others = bearers[unit, text] - 1
        if others >= MANY:
            yield review, Problem(at("warnings", row), {"jumlah": others})


def _warnings(batch: Batch) -> Iterator[tuple[Review, str, int, str]]:
    """Counted version, unit, 1-based item and folded text; a sentence once in each SOP."""
    for dossier in batch.dossiers:
        review = dossier.counted
        if review is None or review.submission is None:
            continue
        said: set[str] = set()
        for row, item in enumerate(review.submission.sop.warnings, start=1):
            text = title_key(item, batch.register)
            if not blank(item) and text not in said:
                said.add(text)
                yield review, dossier.unit_code, row, text


@rule(
    "X-07",
    WARNING,
    title="Pencatatan dan Pendataan belum diisi",
    sentence="Pencatatan dan Pendataan {keadaan}.",
    advice="Pilih cara menyimpannya, misalnya “Disimpan sebagai data manual dan elektronik”.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: hal yang dicatat dan didata disebutkan."
    ),
    reports_blank=True,
)
def records_missing(case: Case) -> Iterator[Problem]:
    """Blank or a dash; advice only before status Diajukan."""
    return _blank_list(case, "records")


LIMITED = tuple(
    field
    for field in FIELDS.values()
    if field.max_length and field.kind in (FieldKind.TEXT, FieldKind.LIST) and field.key != "title"
)
"""Fields with a printed box of limited size; the title has a rule of its own."""


@rule(
    "X-11",
    WARNING,
    title="Isian identitas terlalu panjang",
    sentence="Isian “{label}” terlalu panjang: {panjang} huruf, paling banyak {batas}.",
    advice="Ringkas isinya, atau pindahkan rinciannya ke lampiran SOP.",
    reason="Kotak pada halaman identitas terbatas; teks yang lebih panjang dicetak lebih kecil.",
)
def text_too_long(case: Case) -> Iterator[Problem]:
    """The total length of a field exceeds its printed box."""
    for field in LIMITED:
        is_list = field.kind is FieldKind.LIST
        text: str = "\n".join(list_items(case.sop, field.key)) if is_list else ""
        length = len(text or getattr(case.sop, field.key))
        if length > field.max_length:
            yield Problem(
                at(field.key, 1 if is_list else 0),
                {"label": field.label, "panjang": length, "batas": field.max_length},
            )


@rule(
    "X-12",
    WARNING,
    title="Nomor butir tidak berurutan",
    sentence="Nomor urut butir tidak berurutan: {nomor}.",
    advice="Beri nomor 1, 2, 3 berurutan, atau tulis satu butir setiap baris tanpa nomor.",
    reason="Nomor yang melompat atau berulang membuat rujukan ke butir itu keliru.",
)
def list_numbering_broken(case: Case) -> Iterator[Problem]:
    """The numbers typed before the items of a list do not count 1, 2, 3 … (seen by reading)."""
    return reported(case, "X-12")


LABELS = {
    folded(name): key
    for key, field in FIELDS.items()
    for name in (field.label, *field.variants)
    if key in LISTS or " " in name
}
FOREIGN_LABEL = re.compile(
    r"\b(" + "|".join(re.escape(name) for name in sorted(LABELS, key=len, reverse=True)) + r")\s*:"
)


@rule(
    "X-13",
    WARNING,
    title="Dua isian tercampur",
    sentence="Isian “{label}” memuat label isian lain, “{lain}”.",
    advice="Pindahkan teks setelah “{lain}” ke isiannya sendiri.",
    reason="Label di dalam isian berarti dua isian tercampur ketika disalin.",
)
def label_within_text(case: Case) -> Iterator[Problem]:
    """The text of one field holds "Keterkaitan:" or another field's label."""
    for place, text in identity_texts(case.sop):
        found = FOREIGN_LABEL.search(folded(text))
        other = LABELS[found[1]] if found else place.key
        if other != place.key:
            yield Problem(place, {"label": label(place.key), "lain": f"{label(other)}:"})


TEXT_RULES: tuple[Rule, ...] = (
    qualifications_missing,
    qualification_is_position,
    equipment_missing,
    warning_missing,
    warning_without_condition,
    warning_is_stock_phrase,
    records_missing,
    text_too_long,
    list_numbering_broken,
    label_within_text,
)
