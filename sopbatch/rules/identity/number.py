"""Rules about the number of an SOP (I-04 to I-07)."""

import re
from collections.abc import Iterator

from sopbatch.model import NumberKind, Problem, SopNumber
from sopbatch.model.flags import Flag
from sopbatch.rules.basics.fields import when_wrong
from sopbatch.rules.basics.wording import shown, unanswered
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.schema.fields import Required
from sopbatch.schema.settings import NUMBER_SLOTS
from sopbatch.text.lookalikes import LOOKALIKES, with_zeros
from sopbatch.text.number_patterns import pattern_form

BARE = "di depan, di antara, atau di belakang tanda hubung"
"""Where a number without strokes has an empty part."""
SLOT_NAMES = {"seri": "nomor urut", "nomor": "nomor urut", "unit": "perangkat daerah"}
"""What a named slot is called in a sentence, where its name does not say it."""


@rule(
    "I-04",
    ERROR,
    title="Nomor SOP belum diisi",
    sentence="Nomor SOP {keadaan}.",
    advice="Isi nomor menurut tata naskah dinas; nomor wajib ada mulai status Siap Disahkan.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: nomor SOP mengikuti tata naskah dinas "
        "yang berlaku. Ketentuan formulir: isian ini wajib mulai status Siap Disahkan."
    ),
    reports_blank=True,
)
def number_missing(case: Case) -> Iterator[Problem]:
    """An error from status Siap Disahkan, a warning before, advice for a draft."""
    if case.sop.number.kind is NumberKind.MISSING:
        draft = not case.due(Required.SUBMITTED)
        severity = INFO if draft else when_wrong(case, "number")
        facts = {"keadaan": unanswered(case.sop.number.raw)}
        yield Problem(at("number"), facts, severity=severity)


@rule(
    "I-05",
    ERROR,
    title="Nomor SOP belum lengkap",
    sentence="Nomor SOP “{nomor}” belum lengkap: {sebab}.",
    advice="Lengkapi semua bagian nomor{pola}.",
    reason="Nomor yang belum lengkap tidak dapat membedakan SOP ini dari SOP lain.",
)
def number_incomplete(case: Case) -> Iterator[Problem]:
    """An empty segment, dots to be filled in, or a letter within the year or (milder) a number."""
    number = case.sop.number
    cause = _why_incomplete(number)
    letters = not cause and with_zeros(number.raw) != number.raw
    if cause or letters:
        told = cause or "ada huruf O di tempat angka nol"
        fixed = letters or Flag.LETTER_IN_YEAR in number.flags
        yield Problem(
            at("number"),
            {"nomor": shown(number.raw), "sebab": told, "pola": _by(case)},
            severity=WARNING if letters else when_wrong(case, "number"),
            suggestion=_digits_for_letters(number.raw) if fixed else "",
        )


def _by(case: Case) -> str:
    """The number's pattern as an advice goes on; "" where the register sets none."""
    pattern = case.register.settings.number_pattern
    return f" menurut pola {_spelt(pattern)}; ganti yang di dalam kurung" if pattern else ""


def _spelt(pattern: str) -> str:
    """The pattern with its parts named in brackets, in the words of the officer."""
    return re.sub(r"<(\w+)>", lambda slot: f"({SLOT_NAMES.get(slot[1], slot[1])})", pattern)


def _why_incomplete(number: SopNumber) -> str:
    if Flag.LETTER_IN_YEAR in number.flags:
        return "tahunnya memuat huruf"
    if number.kind is NumberKind.PLACEHOLDER:
        return "masih berisi titik-titik atau tanda pengganti"
    if number.kind is NumberKind.INCOMPLETE or Flag.EMPTY_SEGMENT in number.flags:
        if not number.serial and number.segments.count("") == 1 and "/" in number.norm:
            return "nomor urutnya masih kosong"
        where = "di antara garis miring" if "/" in number.norm else BARE
        return f"ada bagian yang kosong {where}"
    return "tidak terbaca sebagai nomor" if number.kind is NumberKind.INVALID else ""


def _digits_for_letters(raw: str) -> str:
    """The number with 0 for O among digits, and 1 for l as well in a year at its end."""
    fixed = with_zeros(raw)
    found = re.search(r"[0-9OolI]{2,4}\s*$", fixed)
    return fixed[: found.start()] + found.group().translate(LOOKALIKES) if found else fixed


@rule(
    "I-06",
    WARNING,
    title="Nomor SOP tidak menurut pola",
    sentence="Nomor SOP “{nomor}” tidak mengikuti pola yang berlaku.",
    advice="Susun nomor menurut pola {pola}; ganti yang di dalam kurung.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: nomor SOP mengikuti tata naskah dinas; "
        "polanya ditetapkan Biro Organisasi."
    ),
)
def number_off_pattern(case: Case) -> Iterator[Problem]:
    """A complete number that does not follow the pattern set in the register."""
    number, pattern = case.sop.number, case.register.settings.number_pattern
    if not pattern or number.kind is not NumberKind.NUMBER or _why_incomplete(number):
        return
    form = pattern_form(pattern, lambda name: NUMBER_SLOTS.get(name, r"[^/]+"), re.escape)
    if not re.fullmatch(form, "".join(number.norm.split())):
        yield Problem(at("number"), {"nomor": shown(number.raw), "pola": _spelt(pattern)})


@rule(
    "I-07",
    WARNING,
    title="Tahun pada Nomor SOP tidak cocok",
    sentence="Tahun pada Nomor SOP “{nomor}” {keadaan}.",
    advice="Periksa nomor dan tanggalnya; tulis tahun empat angka, misalnya {contoh}.",
    reason="Nomor naskah dinas memuat tahun naskah itu dibuat, direvisi, atau mulai berlaku.",
)
def number_of_other_year(case: Case) -> Iterator[Problem]:
    """Of the year in which the SOP was neither made, revised nor begun, or not in four digits.

    A number is often given when the SOP is signed, which may be in the year after it was made.
    """
    sop = case.sop
    number = sop.number
    days = (sop.created.value, sop.revised.value, sop.effective.value)
    years = sorted({day.year for day in days if day})
    short = Flag.TWO_DIGIT_YEAR in number.flags
    if number.year is None or number.kind is not NumberKind.NUMBER or not years:
        return
    if short or number.year not in years:
        listed = " atau ".join(map(str, years))
        other = f"bukan tahun pembuatan, revisi, atau mulai berlakunya ({listed})"
        state = "ditulis dua angka" if number.year in years else other
        year = number.year if number.year in years else years[-1]
        yield Problem(
            at("number"),
            {"nomor": shown(number.raw), "keadaan": state, "contoh": str(year)},
        )


NUMBER_RULES: tuple[Rule, ...] = (
    number_missing,
    number_incomplete,
    number_off_pattern,
    number_of_other_year,
)
