"""Rules about who ratifies the SOP (S-01, S-06 to S-11); the NIP has a module of its own."""

import re
from collections.abc import Iterator, Sequence

from sopbatch.matching.aliases import unit_aliases
from sopbatch.model import Problem, Register, Unit
from sopbatch.rules.basics.fields import FIELDS, label, when_blank
from sopbatch.rules.basics.wording import shown, unanswered
from sopbatch.rules.data.positions import ACTING, ACTING_IN_NAME, GENERIC_SIGNATORIES
from sopbatch.rules.rule import ERROR, WARNING, Case, Rule, at, rule
from sopbatch.schema.ranks import RANK_OF_GRADE
from sopbatch.text.blank import TO_FILL_IN, blank
from sopbatch.text.likeness import all_meet, is_slip
from sopbatch.text.names import folded, name_key, words
from sopbatch.text.shortening import quoted

NIP_BEHIND = re.compile(r"\bnip\b.*|(?<![\d.])(?<!\d )\d[\d .]*$", re.IGNORECASE | re.DOTALL)
"""A civil servant number typed behind a name, sought from where its digits begin only."""
GRADE = re.compile(r"\b([i1]v|i{1,3}|[1-4])\s?[/.,-]?\s?(?:ruang\s)?([a-e])\b")
"""“IV/b”, also as IV b, IVb, (IV.b), 4/b, or behind “Golongan”."""

_SIGNED_WORD = (
    r"(?:t\.?t\.?[de]|d\.?t\.?o|tertanda|ditandatangani(?: secara elektronik)?(?: oleh)?)\b"
)
SIGNED = re.compile(rf"^\W*{_SIGNED_WORD}[\W_]*|[\W_]*\b{_SIGNED_WORD}\W*$", re.IGNORECASE)
"""“ttd” in front of a name or behind it, which tells that the paper was signed."""
SIGNED_CAUSE = "memuat keterangan bahwa dokumen sudah ditandatangani"

OFFICES = (
    *("kepala", "sekretaris", "direktur", "inspektur", "gubernur", "bupati", "camat", "lurah"),
    *("kadis", "karo", "kabag", "kabid", "kaban", "sekda"),
)
"""How a job title begins, and no name."""
TITLED = "adalah jabatan, bukan nama orang"
NAMED = 2
"""Words from which a job title tells whose it is."""


@rule(
    "S-01",
    ERROR,
    title="Pengesahan belum lengkap",
    sentence="Isian “{label}” {keadaan}.",
    advice="Isi kotak ini. {petunjuk} Isian ini wajib mulai status Siap Disahkan.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: pengesahan memuat jabatan, nama, NIP, "
        "dan tanda tangan pejabat yang berwenang."
    ),
    reports_blank=True,
)
def signatory_missing(case: Case) -> Iterator[Problem]:
    """Position, name or NIP is blank (an error from Siap Disahkan, advice before).

    The way of ratification is asked for as well, with a warning.
    """
    sop = case.sop
    typed = {
        "signatory_position": sop.signatory_position,
        "signatory_name": sop.signatory_name,
        "signatory_nip": sop.signatory_nip.raw,
        "approval_method": sop.approval_method,
    }
    for key, text in typed.items():
        if blank(text):
            milder = WARNING if key == "approval_method" else None
            yield Problem(
                at(key),
                {
                    "label": label(key),
                    "keadaan": unanswered(text),
                    "petunjuk": FIELDS[key].prompt,
                },
                severity=when_blank(case, key) or milder,
            )


@rule(
    "S-06",
    WARNING,
    title="Pangkat dan golongan tidak berpasangan",
    sentence="{keadaan}.",
    advice="Periksa keduanya; contoh pasangan yang benar: Pembina Tingkat I dan IV/b.",
    reason="Setiap golongan/ruang pegawai negeri sipil mempunyai satu nama pangkat.",
)
def rank_against_grade(case: Case) -> Iterator[Problem]:
    """Both are given and do not belong together; PPPK have a grade and no rank.

    Nothing is offered where the rank names a grade of its own: either may be right.
    """
    sop = case.sop
    if blank(sop.signatory_rank) or blank(sop.signatory_grade):
        return
    grade, rank = _grade(sop.signatory_grade), _rank(sop.signatory_rank)
    right = RANK_OF_GRADE.get(grade, "")
    told = f"Golongan/Ruang “{shown(sop.signatory_grade)}”"
    if not right:
        state = f"{told} bukan golongan dan ruang pegawai negeri sipil"
        yield Problem(at("signatory_grade"), {"keadaan": state})
    elif folded(right) != rank:
        state = f"Pangkat “{shown(sop.signatory_rank)}” dan {told} tidak berpasangan"
        own = _grade(sop.signatory_rank)
        yield Problem(
            at("signatory_rank"), {"keadaan": state}, suggestion=right if own in ("", grade) else ""
        )


def _grade(typed: str) -> str:
    found = GRADE.search(folded(typed))
    if found is None:
        return ""
    roman = {"1": "I", "2": "II", "3": "III", "4": "IV", "1v": "IV"}.get(found[1], found[1].upper())
    return f"{roman}/{found[2]}"


def _rank(typed: str) -> str:
    name = re.split(r"[,(/]", folded(typed))[0]
    return re.sub(r"\b(tk|tkt|tingkat)\b\.?\s*(1|i)\b", "tingkat i", name).strip()


@rule(
    "S-07",
    WARNING,
    title="Pejabat pengesah tidak sesuai",
    sentence="Jabatan “{jabatan}” bukan pejabat yang semestinya mengesahkan SOP {unit}.",
    advice="Periksa Jenis kegiatan dan jabatan ini; {cara}.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Penetapan: SOP spesifik disahkan kepala satuan kerja, SOP "
        "generik oleh kepala daerah atau pejabat atas namanya."
    ),
)
def signatory_not_head(case: Case) -> Iterator[Problem]:
    """Not the unit's head by the register, nor (for a generic SOP) governor or Sekda."""
    sop, unit = case.sop, case.register.unit(case.sop.unit_code)
    if unit is None or not unit.head_position or blank(sop.signatory_position):
        return
    typed = _position(sop.signatory_position, case.register)
    head = _position(unit.head_position, case.register)
    generic = folded(sop.specificity) == "generik"
    above = any(" ".join(typed).startswith(name) for name in GENERIC_SIGNATORIES)
    if set(typed) >= set(head) or (generic and above):
        return
    who = "generik disahkan kepala daerah, sekretaris daerah, atau" if generic else "ini disahkan"
    yield Problem(
        at("signatory_position"),
        {
            "jabatan": shown(sop.signatory_position),
            "unit": unit.name,
            "cara": f"SOP {who} {unit.head_position}",
        },
        suggestion=_meant(sop.signatory_position, case.register, unit, generic=generic),
    )


def _meant(position: str, register: Register, unit: Unit, *, generic: bool) -> str:
    """Who should sign; of several who may, the one whose job title is a slip away."""
    acting, typed = _acting(position), _position(position, register)
    head = _position(unit.head_position, register)
    slipped = len(typed) >= NAMED and all_meet(typed, head)
    # Who signs for somebody else than the head is no head that stands in for another one.
    own = "" if folded(acting).startswith(("a.n", "an.")) and not slipped else acting
    if not generic:
        return own + unit.head_position
    heads = {_position(one.head_position, register) for one in register.units}
    if typed in heads:
        return ""  # the head of another agency, rightly spelt
    if slipped:
        return own + unit.head_position
    said = ACTING.sub("", position).split()
    above = [name for name in GENERIC_SIGNATORIES if _begins_like(said, name.split())]
    if len(above) != 1:
        return ""
    office = above[0].title().replace("Walik", "Wali K")
    return acting + " ".join((office, *said[len(above[0].split()) :]))


def _begins_like(said: Sequence[str], name: Sequence[str]) -> bool:
    pairs = zip(said, name, strict=False)
    return len(said) >= len(name) and all(is_slip(folded(word), other) for word, other in pairs)


def _acting(typed: str) -> str:
    """The acting prefix of a job title with the blank behind it, as typed."""
    found = ACTING.match(typed)
    return f"{found.group().strip()} " if found else ""


def _position(typed: str, register: Register) -> tuple[str, ...]:
    """Words of a job title without acting prefix, other names of units made official."""
    return tuple(name_key(ACTING.sub("", typed), unit_aliases(register)).split())


@rule(
    "S-09",
    WARNING,
    title="Plt., Plh., Pj., atau a.n. di depan nama",
    sentence="“{awalan}” tertulis di depan nama, bukan di depan jabatan.",
    advice="Pindahkan “{awalan}” ke isian jabatan, misalnya “Plt. Kepala Biro Organisasi”.",
    reason=(
        "Kelaziman tata naskah dinas: Plt. (pelaksana tugas), Plh. (pelaksana harian), Pj. "
        "(penjabat), dan a.n. (atas nama) ditulis sebelum jabatan."
    ),
)
def acting_prefix_in_name(case: Case) -> Iterator[Problem]:
    """Plt., Plh., Pj. or a.n. stands in front of the name."""
    name = case.sop.signatory_name
    found = ACTING_IN_NAME.match(name)
    if found:
        yield Problem(
            at("signatory_name"),
            {"awalan": found.group().strip()},
            suggestion=_bare(name),
        )


def _bare(name: str) -> str:
    """The name without acting prefix and “ttd”, and without what stands below it, such as NIP."""
    name = SIGNED.sub("", name.strip()).partition("\n")[0]
    found = ACTING_IN_NAME.match(name)
    return NIP_BEHIND.sub("", name[found.end() if found else 0 :]).strip(" ,;/\n")


@rule(
    "S-11",
    WARNING,
    title="Nama pejabat belum benar",
    sentence="Nama pejabat “{nama}” {sebab}.",
    advice="Tulis nama lengkap dengan gelar, misalnya “Sabrang Mahakam, S.Sos., M.Si.”.",
    reason="Nama pejabat tercetak pada kolom pengesahan; angka di sini biasanya NIP.",
)
def name_implausible(case: Case) -> Iterator[Problem]:
    """Digits in the name, fewer than three letters, a job title, or a word for its signature.

    Dots to be filled in are told by I-21.
    """
    name = case.sop.signatory_name
    letters = sum(character.isalpha() for character in name)
    numbered = any(character.isdigit() for character in name)
    titled = not {*words(name)[:1]}.isdisjoint(OFFICES)
    signed = SIGNED.search(name) is not None
    wrong = letters < 3 or numbered or titled or signed
    if not (blank(name) or TO_FILL_IN.search(name)) and wrong:
        alone = _bare(name) if numbered or signed else ""
        suggestion = "" if any(map(str.isdigit, alone)) or len(alone) < 3 else alone
        others = "terlalu pendek" if letters < 3 else TITLED if titled else SIGNED_CAUSE
        cause = "memuat angka" if numbered else others
        facts = {"nama": quoted(name), "sebab": cause}
        yield Problem(at("signatory_name"), facts, suggestion=suggestion)


SIGNATORY_RULES: tuple[Rule, ...] = (
    signatory_missing,
    rank_against_grade,
    signatory_not_head,
    acting_prefix_in_name,
    name_implausible,
)
