"""Rules about the SOPs that an agency proposes in its needs (N-01 to N-09, N-13)."""

from collections.abc import Iterator

from sopbatch.matching.needs import TitleStanding, proposals
from sopbatch.matching.plan import plan_of
from sopbatch.model import Place, Problem
from sopbatch.model.needs import Needs
from sopbatch.rules.basics.wording import unanswered
from sopbatch.rules.forms.listed import listed_twice
from sopbatch.rules.identity.title import corrected_title, names_activity
from sopbatch.rules.rule import ERROR, INFO, WARNING, FormCase, Rule, form_rule
from sopbatch.schema.needs import CRITERIA, LEAST_URGENT, MOST_URGENT, NEEDS
from sopbatch.text.names import SOP_IN_FRONT
from sopbatch.text.shortening import quoted
from sopbatch.text.straight import is_missing
from sopbatch.text.words import long_date

ONLY = frozenset((NEEDS.code,))
CRITERIA_REASON = (
    "Sejalan dengan Permendagri 52/2011: SOP disusun untuk kegiatan yang berulang dengan hasil "
    "yang pasti, dikerjakan dua orang atau lebih, dan terukur dengan output yang jelas."
)
NAMES = {field.key: field.label for field in CRITERIA}


def needs_of(case: FormCase) -> Needs:
    """The record of a form that is one of needs."""
    return case.reading.told(Needs)


@form_rule(
    "N-01",
    ERROR,
    title="SOP diusulkan tanpa memenuhi kriteria",
    sentence="SOP “{judul}” diusulkan, padahal kriteria {kriteria} dijawab Tidak.",
    advice="Kosongkan Nama SOP jika kegiatan ini tidak memerlukan SOP, atau ubah jawabannya.",
    reason=CRITERIA_REASON,
    kinds=ONLY,
)
def proposed_against_criteria(case: FormCase) -> Iterator[Problem]:
    """A title stands in a row with a criterion that is not met."""
    for row in needs_of(case).proposed:
        if row.failed:
            named = " dan ".join(f"“{NAMES[key]}”" for key in row.failed)
            facts = {"judul": quoted(row.title), "kriteria": named}
            yield Problem(Place("title", row.row), facts)


@form_rule(
    "N-02",
    WARNING,
    title="Kegiatan memenuhi kriteria tanpa Nama SOP",
    sentence="Kegiatan “{kegiatan}” memenuhi keempat kriteria, tetapi Nama SOP belum ditulis.",
    advice="Tulis Nama SOP yang diusulkan, misalnya “Pengelolaan Surat Masuk”.",
    reason=CRITERIA_REASON,
    kinds=ONLY,
    reports_blank=True,
)
def need_without_title(case: FormCase) -> Iterator[Problem]:
    """All criteria are met and no title is proposed."""
    for row in needs_of(case).rows:
        if row.meets_all and not row.title:
            yield Problem(Place("title", row.row), {"kegiatan": quoted(row.activity)})


@form_rule(
    "N-03",
    ERROR,
    title="SOP diusulkan tanpa output",
    sentence="SOP “{judul}” diusulkan, tetapi Output kegiatannya {keadaan}.",
    advice="Tulis hasil kegiatan itu, misalnya “Surat keputusan”.",
    reason=CRITERIA_REASON,
    kinds=ONLY,
    reports_blank=True,
)
def title_without_output(case: FormCase) -> Iterator[Problem]:
    """What has no output cannot be measured."""
    for row in needs_of(case).proposed:
        if is_missing(row.output):
            facts = {"judul": quoted(row.title), "keadaan": unanswered(row.output)}
            yield Problem(Place("output", row.row), facts)


title_proposed_twice = listed_twice(
    "N-04",
    ERROR,
    "title-proposed-twice",
    ONLY,
    title="SOP yang sama diusulkan dua kali",
    sentence="SOP “{judul}” sudah diusulkan di baris {baris} lembar ini.",
    advice="Gabungkan kedua kegiatannya dalam satu baris, atau bedakan Nama SOP-nya.",
    reason="Ketentuan formulir: satu SOP menjadi satu judul dalam rencana SOP.",
)


@form_rule(
    "N-05",
    INFO,
    title="Nama SOP mirip dengan yang sudah direncanakan",
    sentence="SOP “{judul}” mirip dengan “{rencana}” ({kode}), yang sudah ada dalam rencana SOP.",
    advice=(
        "Jika sama, tulis Nama SOP seperti dalam rencana SOP agar tidak ditambahkan lagi. Jika "
        "berbeda, bedakan namanya."
    ),
    reason="Ketentuan formulir: satu SOP memakai satu nama di daftar induk dan di setiap formulir.",
    kinds=ONLY,
)
def title_near_planned(case: FormCase) -> Iterator[Problem]:
    """The title differs from a planned one in spelling only; an equal one is simply known."""
    home = case.register.home(case.reading.unit_code)
    for one in proposals(needs_of(case).rows, home, plan_of(case.register)):
        if one.standing is TitleStanding.NEAR and one.line:
            yield Problem(
                Place("title", one.need.row),
                {
                    "judul": quoted(one.need.title),
                    "rencana": quoted(one.line.title),
                    "kode": one.line.code,
                },
                suggestion=one.line.title,
            )


@form_rule(
    "N-06",
    WARNING,
    title="Nama SOP yang diusulkan diawali kata SOP",
    sentence="Nama SOP “{judul}” diawali kata “{awalan}”.",
    advice="Tulis nama kegiatannya saja; kata “SOP” sudah ada pada judul kolom.",
    reason="Kata “SOP” di depan membuat daftar SOP sulit diurutkan dan dicari.",
    kinds=ONLY,
)
def proposed_title_starts_with_sop(case: FormCase) -> Iterator[Problem]:
    """The title repeats what its heading says."""
    for row in needs_of(case).proposed:
        if found := SOP_IN_FRONT.match(row.title):
            facts = {"judul": quoted(row.title), "awalan": found.group().strip(" :.–-")}
            mended = corrected_title(row.title)
            yield Problem(Place("title", row.row), facts, suggestion=mended)


@form_rule(
    "N-07",
    INFO,
    title="Nama SOP yang diusulkan bukan nama kegiatan",
    sentence="Nama SOP “{judul}” tidak diawali nama kegiatan.",
    advice="Awali dengan kata benda kegiatan: Penyusunan, Pengelolaan, Fasilitasi, Verifikasi.",
    reason="SOP menggambarkan kegiatan, sehingga namanya sebaiknya menyebut kegiatan lebih dahulu.",
    kinds=ONLY,
)
def proposed_title_without_activity(case: FormCase) -> Iterator[Problem]:
    """The first word is no noun of activity."""
    for row in needs_of(case).proposed:
        if not names_activity(row.title):
            yield Problem(Place("title", row.row), {"judul": quoted(row.title)})


@form_rule(
    "N-08",
    ERROR,
    title="Urgensi di luar 1 sampai 5",
    sentence="Urgensi {angka} berada di luar 1 sampai 5.",
    advice="Tulis 1 (paling tidak mendesak) sampai 5 (paling mendesak).",
    reason="Ketentuan formulir: usulan rencana SOP diurutkan menurut urgensi.",
    kinds=ONLY,
)
def urgency_outside_scale(case: FormCase) -> Iterator[Problem]:
    """Urgency is none of the five numbers."""
    for row in needs_of(case).rows:
        if row.urgency is not None and not LEAST_URGENT <= row.urgency <= MOST_URGENT:
            yield Problem(Place("urgency", row.row), {"angka": row.urgency})


@form_rule(
    "N-09",
    WARNING,
    title="Usulan belum lengkap",
    sentence="{isian} SOP “{judul}” {keadaan}.",
    advice="Isi sel ini menurut petunjuknya: “{petunjuk}”",
    reason="Ketentuan formulir: setiap usulan memuat urgensi, penanggung jawab, dan target.",
    kinds=ONLY,
    reports_blank=True,
)
def proposal_incomplete(case: FormCase) -> Iterator[Problem]:
    """A proposed SOP lacks its urgency, its owner or its target."""
    values = case.reading.values
    for row in needs_of(case).proposed:
        for key in ("urgency", "owner", "target"):
            place, field = Place(key, row.row), case.kind.field(key)
            if field and case.reading.cell(place) and is_missing(values.get(place, "")):
                state = unanswered(values.get(place, ""))
                facts = {"isian": field.label, "judul": quoted(row.title), "keadaan": state}
                yield Problem(place, {**facts, "petunjuk": field.prompt})


@form_rule(
    "N-13",
    WARNING,
    title="Target sebelum inventarisasi",
    sentence="Target selesai {target} lebih awal daripada tanggal inventarisasi {tanggal}.",
    advice="Periksa tahunnya, atau tulis target yang baru.",
    reason="Ketentuan formulir: target selesai menjadi tenggat dalam rencana SOP.",
    kinds=ONLY,
)
def target_before_list(case: FormCase) -> Iterator[Problem]:
    """A proposed SOP should be done before it was proposed."""
    record = needs_of(case)
    day = record.drawn_up.value
    for row in record.proposed:
        target = row.target.value
        if day and target and target < day:
            facts = {"target": long_date(target), "tanggal": long_date(day)}
            yield Problem(Place("target", row.row), facts)


PROPOSED_RULES: tuple[Rule, ...] = (
    proposed_against_criteria,
    need_without_title,
    title_without_output,
    title_proposed_twice,
    title_near_planned,
    proposed_title_starts_with_sop,
    proposed_title_without_activity,
    urgency_outside_scale,
    proposal_incomplete,
    target_before_list,
)
