"""Rules about the activities of which the needs of SOPs are told (N-10 to N-12, N-14)."""

from collections.abc import Iterator

from sopbatch.model import Place, Problem
from sopbatch.rules.forms.listed import nothing_listed
from sopbatch.rules.forms.proposed import ONLY, PROPOSED_RULES, needs_of
from sopbatch.rules.rule import WARNING, FormCase, Rule, form_rule
from sopbatch.text.likeness import near_titles
from sopbatch.text.names import folded, name_key
from sopbatch.text.shortening import quoted

LIST_REASON = (
    "Sejalan dengan Permendagri 52/2011: identifikasi menghasilkan daftar inventarisasi judul SOP "
    "menurut tugas dan fungsi."
)


@form_rule(
    "N-10",
    WARNING,
    title="Fungsi tanpa kegiatan",
    sentence="Fungsi “{fungsi}” belum dijabarkan menjadi kegiatan.",
    advice="Tambahkan baris kegiatan untuk fungsi ini pada lembar Kebutuhan SOP.",
    reason=LIST_REASON,
    kinds=ONLY,
)
def function_without_activity(case: FormCase) -> Iterator[Problem]:
    """A function of the agency stands in no row."""
    record = needs_of(case)
    if not record.rows:
        return
    told = {name_key(row.function) for row in record.rows if row.function}
    for number, function in enumerate(record.functions, start=1):
        key = name_key(function)
        if not any(key == other or near_titles(key, other) for other in told):
            yield Problem(Place("functions", number), {"fungsi": quoted(function)})


no_needs = nothing_listed(
    "N-11",
    "no-needs",
    ONLY,
    title="Belum ada kegiatan yang diinventarisasi",
    sentence="Lembar {lembar} belum memuat satu kegiatan pun.",
    advice="Tulis setiap kegiatan pada satu baris, lalu jawab keempat kriterianya.",
    reason=LIST_REASON,
)


@form_rule(
    "N-12",
    WARNING,
    title="Fungsi kegiatan belum diisi",
    sentence="Untuk kegiatan “{kegiatan}”, Fungsi belum diisi.",
    advice=(
        "Pilih fungsinya; pilihannya diambil dari isian Fungsi perangkat daerah di lembar Umum. "
        "Fungsi yang tidak ada di sana boleh ditulis."
    ),
    reason=LIST_REASON,
    kinds=ONLY,
    reports_blank=True,
)
def activity_without_function(case: FormCase) -> Iterator[Problem]:
    """Neither the row nor the rows above it name a function of its task."""
    for row in needs_of(case).rows:
        if not row.function:
            yield Problem(Place("function", row.row), {"kegiatan": quoted(row.activity)})


@form_rule(
    "N-14",
    WARNING,
    title="Bagian tidak ada di daftar induk",
    sentence="Bagian “{bagian}” tidak ada di daftar induk untuk {unit}.",
    advice="Tulis salah satu: {pilihan}.",
    reason="Ketentuan formulir: judul yang diterima dihitung pada bagiannya dalam rencana SOP.",
    kinds=ONLY,
)
def need_section_unknown(case: FormCase) -> Iterator[Problem]:
    """The agency has sections, and this is none of them."""
    unit = case.register.unit(case.reading.unit_code)
    known = case.register.sections_of(unit.code) if unit else ()
    names = {folded(one) for part in known for one in (part.code, part.name, *part.aliases)}
    for row in needs_of(case).rows if unit and known else ():
        if row.section and folded(row.section) not in names:
            choices = ", ".join(part.name for part in known)
            facts = {"bagian": quoted(row.section), "unit": unit.name if unit else ""}
            yield Problem(Place("section", row.row), {**facts, "pilihan": choices})


_LISTED = (function_without_activity, no_needs, activity_without_function, need_section_unknown)
NEEDS_RULES: tuple[Rule, ...] = tuple(
    sorted((*PROPOSED_RULES, *_LISTED), key=lambda rule: rule.code)
)
