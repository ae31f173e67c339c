"""Rules about whose SOP it is (I-01 to I-07, I-20, I-22, I-23)."""

import re
from collections.abc import Iterable, Iterator

from sopbatch.model import Problem, Register, SopNumber, Unit
from sopbatch.rules.basics.fields import when_blank, when_wrong
from sopbatch.rules.basics.wording import shown, state_of
from sopbatch.rules.rule import ANYWHERE, ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.schema.fields import Required
from sopbatch.schema.settings_v1 import NUMBER_SLOTS
from sopbatch.schema.statuses import OFFICER_CHOICES, OFFICER_STATUSES, status_of
from sopbatch.text.blank import blank
from sopbatch.text.likeness import choice_meant, title_meant
from sopbatch.text.names import folded, name_key
from sopbatch.text.shortening import quoted

_NO_CODE = "yang tidak ada di daftar kode Biro Organisasi"
_NO_CHOICE = "yang tidak ada di daftar pilihan"


@rule(
    "I-01",
    ERROR,
    title="Kode Perangkat Daerah tidak dikenal",
    sentence="Kode Perangkat Daerah {keadaan}.",
    advice="Pilih atau ketik kode dari Biro Organisasi, misalnya “{contoh}”.",
    reason=(
        "Perkembangan penyusunan SOP dihitung menurut kode perangkat daerah. SOP tanpa kode yang "
        "dikenal tidak ikut dihitung pada perangkat daerah mana pun."
    ),
    reports_blank=True,
    essential=ANYWHERE,
)
def unit_code_unknown(case: Case) -> Iterator[Problem]:
    """The code is blank, or is not one of the register's."""
    code, register = case.sop.unit_code, case.register
    known = register.unit(code) or register.former_unit(code)
    if (not blank(code) and not register.present) or known:
        return
    codes = [unit.code for unit in register.units]
    yield Problem(
        at("unit_code"),
        {"keadaan": state_of(code, _NO_CODE), "contoh": codes[0] if codes else "4.01.01.01"},
        suggestion=_written_otherwise(code, codes) or _code_by_name(case),
    )


@rule(
    "I-23",
    WARNING,
    title="Kode perangkat daerah sudah berganti",
    sentence="Kode perangkat daerah “{kode}” adalah kode lama ({nama}); sekarang {sekarang}.",
    advice="Tulis kode yang sekarang. Sampai itu dilakukan, SOP ini {hitung}.",
    reason=(
        "Perangkat daerah yang berganti nama, digabung, atau dipecah dihitung menurut susunan yang "
        "berlaku."
    ),
)
def unit_code_former(case: Case) -> Iterator[Problem]:
    """The code was that of an agency which is another one, or several, by now."""
    if told := former_unit_facts(case.sop.unit_code, case.register):
        facts, meant = told
        yield Problem(at("unit_code"), facts, suggestion=meant)


def former_unit_facts(code: str, register: Register) -> tuple[dict[str, str], str] | None:
    """What is to be said of a code that stands for an agency no more, and the one right code."""
    former = register.former_unit(code)
    if former is None:
        return None
    units = (register.unit(home) for home in former.homes)
    now = [f"{unit.code} ({unit.name})" if unit else home
           for unit, home in zip(units, former.homes, strict=True)]  # fmt: skip
    one = len(former.homes) == 1
    facts = {
        "kode": quoted(code.strip()),
        "nama": quoted(former.name),
        "sekarang": " atau ".join(now),
        "hitung": "dihitung pada penggantinya"
        if one
        else "dihitung menurut judulnya dalam rencana",
    }
    return facts, former.homes[0] if one else ""


def _code_by_name(case: Case) -> str:
    """Code of the unit whose name was typed, or nearly so."""
    names = {name: unit.code for unit in case.register.units for name in (unit.name, *unit.aliases)}
    exact = {name_key(name): code for name, code in names.items()}.get(
        name_key(case.sop.unit_name), ""
    )
    return exact or names.get(title_meant(case.sop.unit_name, names), "")


def _written_otherwise(code: str, codes: Iterable[str]) -> str:
    """The code of the same numbers with other signs or zeros: “4-01-01-1” is “4.01.01.01”."""
    numbers = [int(number) for number in re.findall(r"\d{1,9}", code)]
    same = (known for known in codes if [int(n) for n in re.findall(r"\d{1,9}", known)] == numbers)
    return next(same, "") if numbers else ""


@rule(
    "I-02",
    WARNING,
    title="Nama perangkat daerah tidak cocok",
    sentence="Nama “{nama}” bukan nama perangkat daerah dengan kode {kode}.",
    advice="Tulis “{resmi}”, atau perbaiki kodenya jika kode itu yang keliru.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: nama satuan kerja tercetak di bawah "
        "logo. Nama lain biasanya tertinggal dari salinan SOP perangkat daerah lain."
    ),
)
def unit_name_differs(case: Case) -> Iterator[Problem]:
    """The name is not the register's name (or alias) of the code, nor contains it."""
    unit = case.register.unit(case.sop.unit_code)
    if unit is None or _names(unit, case.sop.unit_name):
        return
    yield Problem(
        at("unit_name"),
        {"nama": shown(case.sop.unit_name), "kode": unit.code, "resmi": unit.name},
        suggestion=unit.name,
    )


def _names(unit: Unit, typed: str) -> bool:
    said = set(name_key(typed).split())
    names = (name_key(name).split() for name in (unit.name, *unit.aliases))
    return any(said.issuperset(name) for name in names if name)


@rule(
    "I-03",
    ERROR,
    title="Bagian, bidang, atau tim tidak dikenal",
    sentence="Isian “Bagian / Bidang / Tim” {keadaan}.",
    advice="Pilih salah satu: {pilihan}.",
    reason=(
        "Laporan perkembangan SOP dirinci per bagian, sehingga setiap SOP harus tercatat pada "
        "bagian yang menyusunnya."
    ),
    reports_blank=True,
)
def section_missing(case: Case) -> Iterator[Problem]:
    """The unit has sections: blank is an error, a section it does not have a warning."""
    unit = case.register.unit(case.sop.unit_code)
    sections = case.register.sections_of(unit.code) if unit else ()
    typed = case.sop.section
    known = {_section_key(name) for item in sections for name in (item.name, *item.aliases)}
    known |= {folded(item.code) for item in sections}
    if unit is None or not sections or (not blank(typed) and _section_key(typed) in known):
        return
    names = [item.name for item in sections]
    yield Problem(
        at("section"),
        {"keadaan": state_of(typed, f"bukan bagian dari {unit.name}"), "pilihan": ", ".join(names)},
        severity=None if blank(typed) else WARNING,
        suggestion=choice_meant(typed, names),
    )


def _section_key(name: str) -> str:
    kinds = {"bagian", "bidang", "tim", "kerja"}
    return " ".join(word for word in name_key(name).split() if word not in kinds)


@rule(
    "I-04",
    ERROR,
    title="Nomor SOP belum diisi",
    sentence="Nomor SOP belum diisi.",
    advice="Isi nomor menurut tata naskah dinas; nomor wajib ada mulai status Siap Disahkan.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: nomor SOP mengikuti tata naskah dinas "
        "yang berlaku. Ketentuan formulir: isian ini wajib mulai status Siap Disahkan."
    ),
    reports_blank=True,
)
def number_missing(case: Case) -> Iterator[Problem]:
    """An error from status Siap Disahkan, a warning before, advice for a draft."""
    if case.sop.number.kind == "missing":
        draft = not case.due(Required.SUBMITTED)
        yield Problem(at("number"), severity=INFO if draft else when_wrong(case, "number"))


@rule(
    "I-05",
    ERROR,
    title="Nomor SOP belum lengkap",
    sentence="Nomor SOP “{nomor}” belum lengkap: {sebab}.",
    advice="Lengkapi semua bagian nomor{pola}.",
    reason="Nomor yang belum lengkap tidak dapat membedakan SOP ini dari SOP lain.",
)
def number_incomplete(case: Case) -> Iterator[Problem]:
    """An empty segment, dots to be filled in, or a letter within the year."""
    number = case.sop.number
    cause = _why_incomplete(number)
    if cause:
        yield Problem(
            at("number"),
            {"nomor": shown(number.raw), "sebab": cause, "pola": _by(case)},
            severity=when_wrong(case, "number"),
            suggestion=_digits_for_letters(number.raw) if "letter_in_year" in number.flags else "",
        )


def _by(case: Case) -> str:
    """The number's pattern as an advice goes on; "" where the register sets none."""
    pattern = case.register.settings.number_pattern
    return f" menurut pola {_spelt(pattern)}; ganti yang di dalam kurung" if pattern else ""


def _spelt(pattern: str) -> str:
    """The pattern with its parts named in brackets, in the words of the officer."""
    return re.sub(r"<(\w+)>", lambda slot: f"({SLOT_NAMES.get(slot[1], slot[1])})", pattern)


def _why_incomplete(number: SopNumber) -> str:
    if "letter_in_year" in number.flags:
        return "tahunnya memuat huruf"
    if number.kind == "placeholder":
        return "masih berisi titik-titik atau tanda pengganti"
    if number.kind == "incomplete" or "empty_segment" in number.flags:
        return "ada bagian yang kosong di antara garis miring"
    return "tidak terbaca sebagai nomor" if number.kind == "invalid" else ""


def _digits_for_letters(raw: str) -> str:
    """The number with 0 for O and 1 for l between digits of a year at its end."""
    found = re.search(r"[0-9OolI]{2,4}\s*$", raw)
    fixed = found.group().translate(str.maketrans("OolI", "0011")) if found else ""
    return raw[: found.start()] + fixed if found else ""


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
    if not pattern or number.kind != "number" or _why_incomplete(number):
        return
    if not re.fullmatch(_expression(pattern), number.norm):
        yield Problem(at("number"), {"nomor": shown(number.raw), "pola": _spelt(pattern)})


SLOT_NAMES = {"seri": "nomor urut", "nomor": "nomor urut", "unit": "perangkat daerah"}
"""What a named slot is called in a sentence, where its name does not say it."""


def _expression(pattern: str) -> str:
    pieces = re.split(r"<(\w+)>", "".join(pattern.upper().split()))
    return "".join(
        NUMBER_SLOTS.get(piece.lower(), r"[^/]+") if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )


@rule(
    "I-07",
    WARNING,
    title="Tahun pada Nomor SOP tidak cocok",
    sentence="Tahun pada Nomor SOP “{nomor}” bukan tahun pembuatan atau revisi ({tahun}).",
    advice="Periksa nomor dan tanggalnya; tulis tahun empat angka, misalnya {contoh}.",
    reason="Tahun pada nomor naskah dinas adalah tahun naskah itu dibuat atau direvisi.",
)
def number_of_other_year(case: Case) -> Iterator[Problem]:
    """Neither the year of Tanggal Pembuatan nor of Tanggal Revisi, or not in four digits."""
    sop = case.sop
    number = sop.number
    years = sorted({day.year for day in (sop.created.value, sop.revised.value) if day})
    short = "two_digit_year" in number.flags
    if number.year is None or number.kind != "number" or not years:
        return
    if short or number.year not in years:
        listed = " atau ".join(map(str, years))
        yield Problem(
            at("number"), {"nomor": shown(number.raw), "tahun": listed, "contoh": str(years[-1])}
        )


@rule(
    "I-20",
    WARNING,
    title="Tugas atau fungsi belum diisi",
    sentence="Tugas atau fungsi yang melandasi SOP ini belum diisi.",
    advice="Salin tugas atau fungsi dari peraturan susunan organisasi, misalnya “{contoh}”.",
    reason=(
        "Sejalan dengan Permendagri 52/2011: SOP disusun dari tugas dan fungsi perangkat daerah, "
        "sehingga setiap SOP dapat ditelusuri ke salah satunya."
    ),
    reports_blank=True,
)
def function_missing(case: Case) -> Iterator[Problem]:
    """No task or function of the unit is named."""
    if blank(case.sop.function):
        planned = next(
            (line for line in case.register.plan if line.code == case.sop.plan_code), None
        )
        known = planned.function if planned and case.sop.plan_code else ""
        yield Problem(
            at("function"),
            {"contoh": known or "Fasilitasi penyusunan SOP perangkat daerah"},
            severity=when_blank(case, "function"),
            suggestion=known,
        )


@rule(
    "I-22",
    ERROR,
    title="Status tidak sesuai",
    sentence="Status {keadaan}.",
    advice="Pilih salah satu: {pilihan}.",
    reason=(
        "Status menentukan isian yang wajib dan cara SOP dihitung. "
        "Status yang ditetapkan Biro Organisasi tidak dipilih sendiri."
    ),
    reports_blank=True,
    essential=ANYWHERE,
)
def status_unknown(case: Case) -> Iterator[Problem]:
    """An error when unknown or blank; a warning when it is a status officers do not set."""
    typed = case.sop.status
    status = status_of(typed)
    if status in OFFICER_STATUSES:
        return
    names = [item.label for item in OFFICER_CHOICES]
    yield Problem(
        at("status"),
        {"keadaan": state_of(typed, _NO_CHOICE), "pilihan": ", ".join(names)},
        severity=WARNING if status else None,
        suggestion=(
            OFFICERS_WORD.get(status.label, "")
            if status
            else SAID_OTHERWISE.get(folded(typed), "") or choice_meant(typed, names)
        ),
    )


OFFICERS_WORD = {
    "Teridentifikasi": "Draf",
    "Dalam Verifikasi": "Diajukan",
    "Perlu Perbaikan": "Diajukan",
    "Terverifikasi": "Diajukan",
    "Digantikan": "Dicabut",
}
"""What an officer chooses where Biro Organisasi or the machine says something else."""
SAID_OTHERWISE = {
    **dict.fromkeys(("draft", "konsep", "rancangan", "dalam penyusunan", "sedang disusun"), "Draf"),
    **dict.fromkeys(("diusulkan", "sudah diajukan", "telah diajukan", "sudah dikirim"), "Diajukan"),
    **dict.fromkeys(
        (
            *("sudah disahkan", "telah disahkan", "ditetapkan", "sudah ditetapkan", "sah"),
            *("telah ditetapkan", "sudah ditandatangani", "sudah berlaku", "aktif"),
        ),
        "Disahkan",
    ),
    "siap ditandatangani": "Siap Disahkan",
    **dict.fromkeys(("direvisi", "sedang direvisi"), "Dalam Revisi"),
    **dict.fromkeys(("sudah dicabut", "telah dicabut", "tidak berlaku lagi"), "Dicabut"),
}
"""Other words of the same meaning, folded; what could mean two statuses is not here."""

IDENTITY_RULES: tuple[Rule, ...] = (
    unit_code_unknown,
    unit_code_former,
    unit_name_differs,
    section_missing,
    number_missing,
    number_incomplete,
    number_off_pattern,
    number_of_other_year,
    function_missing,
    status_unknown,
)
