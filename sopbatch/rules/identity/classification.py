"""Rules about how the SOP is classified (I-14 to I-18)."""

from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.basics.fields import FIELDS, answered, label, list_items, when_blank
from sopbatch.rules.basics.wording import shown, unanswered
from sopbatch.rules.rule import ERROR, WARNING, Case, Rule, at, rule
from sopbatch.schema.sop import LANE_KIND
from sopbatch.text.blank import blank
from sopbatch.text.likeness import choice_meant
from sopbatch.text.names import folded, without_brackets, words

AXES = ("nature", "scope", "completeness", "specificity")
"""The four classifications of PermenPAN-RB 35/2012."""
OTHER_CHOICES = ("trigger", "approval_method")
"""Further closed lists of the form."""
OTHER_WORDS = {
    "tandatangan": "tanda tangan",
    "ttd": "tanda tangan",
    "stempel": "cap",
    "basah": "cap",
    "publik": "",
    "adm": "administratif",
    "umum": "generik",
    "khusus": "spesifik",
    "layanan": "pelayanan",
    "rutinitas": "rutin",
    "luar": "eksternal",
    "ekstern": "eksternal",
    "dalam": "internal",
    "intern": "internal",
    "aplikasi": "sistem",
}
"""What officers write for words of these choices."""
FULL_REASON = (
    "Lampiran PermenPAN-RB 35/2012, Jenis SOP: SOP dibagi menurut sifat, cakupan, "
    "kelengkapan, dan jenisnya."
)


@rule(
    "I-14",
    ERROR,
    title="Isian di luar daftar pilihan",
    sentence="Isian “{label}” berisi “{nilai}”, yang tidak ada di daftar pilihan.",
    advice="Pilih salah satu: {pilihan}.",
    reason=FULL_REASON + " Isian di luar pilihan tidak dapat dihitung.",
)
def choice_unknown(case: Case) -> Iterator[Problem]:
    """A warning only for the lists that are no classification."""
    for key in (*AXES, *OTHER_CHOICES):
        typed: str = getattr(case.sop, key)
        choices = FIELDS[key].choices
        if not blank(typed) and folded(typed) not in map(folded, choices):
            yield Problem(
                at(key),
                {"label": label(key), "nilai": shown(typed), "pilihan": ", ".join(choices)},
                severity=None if key in AXES else WARNING,
                suggestion=choice_named(typed, choices),
            )
    yield from _lane_kinds_unknown(case)


def _lane_kinds_unknown(case: Case) -> Iterator[Problem]:
    """The same of each lane's Jenis."""
    choices = LANE_KIND.choices
    for procedure in case.sop.procedures:
        for actor in procedure.actors:
            if not blank(actor.kind) and actor.kind not in choices:
                facts = {"label": LANE_KIND.label, "nilai": shown(actor.kind)}
                yield Problem(
                    at(LANE_KIND.key, 0, procedure.part, actor.lane),
                    {**facts, "pilihan": ", ".join(choices)},
                    severity=WARNING,
                    suggestion=choice_named(actor.kind, choices),
                )


def choice_named(typed: str, choices: tuple[str, ...]) -> str:
    """The choice an officer meant: by its initials ("TTE") or words; "" when two are named."""
    initials = {"".join(word[0] for word in words(choice)): choice for choice in choices}
    said = " ".join(OTHER_WORDS.get(word, word) for word in words(without_brackets(typed)))
    short = "".join(words(without_brackets(typed)))
    return initials.get(short, "") or choice_meant(said, choices)


@rule(
    "I-15",
    WARNING,
    title="Klasifikasi belum dipilih",
    sentence="Isian “{label}” belum dipilih.",
    advice="Pilih salah satu: {pilihan}.",
    reason=FULL_REASON,
    reports_blank=True,
)
def classification_missing(case: Case) -> Iterator[Problem]:
    """One of the four classifications is blank."""
    for key in AXES:
        if blank(getattr(case.sop, key)):
            choices = " atau ".join(FIELDS[key].choices)
            yield Problem(
                at(key),
                {"label": label(key), "pilihan": choices},
                severity=when_blank(case, key),
            )


@rule(
    "I-16",
    WARNING,
    title="Sifat kegiatan tidak cocok dengan pelaksana",
    sentence="Sifat kegiatan “{sifat}”, tetapi tabel prosedur memuat {jumlah} pelaksana.",
    advice="Pilih Administratif; SOP teknis dikerjakan satu pelaksana atau satu tim.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Jenis SOP: SOP administratif dikerjakan lebih dari satu "
        "pelaksana, SOP teknis oleh satu pelaksana atau satu tim."
    ),
)
def nature_against_executors(case: Case) -> Iterator[Problem]:
    """Teknis with several executors; one alone is told at its lane (A-02)."""
    names = {
        actor.norm or folded(actor.name)
        for procedure in case.sop.procedures
        for actor in procedure.actors
        if not blank(actor.name)
    }
    if folded(case.sop.nature) == "teknis" and len(names) > 1:
        yield Problem(
            at("nature"),
            {"sifat": case.sop.nature, "jumlah": len(names)},
            suggestion="Administratif",
        )


@rule(
    "I-17",
    WARNING,
    title="SOP makro induk belum disebut",
    sentence="SOP ini bercakupan Mikro, tetapi “SOP makro induk” {keadaan}.",
    advice="Tulis nomor atau nama SOP makro yang menaunginya, atau pilih Makro.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Jenis SOP: SOP mikro adalah bagian dari sebuah SOP makro."
    ),
    reports_blank=True,
)
def micro_without_parent(case: Case) -> Iterator[Problem]:
    """Cakupan is Mikro and no parent is named."""
    if folded(case.sop.scope) == "mikro" and blank(case.sop.parent):
        yield Problem(at("parent"), {"keadaan": unanswered(case.sop.parent)})


@rule(
    "I-18",
    WARNING,
    title="SOP lanjutan belum disebut",
    sentence=(
        "Kelengkapan kegiatan SOP ini Parsial, tetapi Keterkaitan tidak menyebut SOP lanjutannya."
    ),
    advice="Tulis nama SOP yang melanjutkannya pada Keterkaitan, atau pilih Final.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Jenis SOP: SOP parsial belum menghasilkan produk akhir dan "
        "masih berlanjut."
    ),
    reports_blank=True,
)
def partial_without_continuation(case: Case) -> Iterator[Problem]:
    """Kelengkapan is Parsial and Keterkaitan names nothing."""
    sop = case.sop
    if folded(sop.completeness) == "parsial" and not answered(sop, "relations"):
        yield Problem(at("relations", 1 if list_items(sop, "relations") else 0))


CLASSIFICATION_RULES: tuple[Rule, ...] = (
    choice_unknown,
    classification_missing,
    nature_against_executors,
    micro_without_parent,
    partial_without_continuation,
)
