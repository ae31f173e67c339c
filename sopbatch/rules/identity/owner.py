"""Rules about whose SOP it is (I-01 to I-03, I-23)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sopbatch.model import Problem, Register, Unit
from sopbatch.rules.basics.wording import shown, state_of
from sopbatch.rules.identity.number import NUMBER_RULES
from sopbatch.rules.identity.status import STATUS_RULES
from sopbatch.rules.rule import ANYWHERE, ERROR, WARNING, Case, Rule, at, rule
from sopbatch.text.blank import blank
from sopbatch.text.likeness import choice_meant, title_meant
from sopbatch.text.names import folded, name_key
from sopbatch.text.shortening import quoted

_NO_CODE = "yang tidak ada di daftar kode Biro Organisasi"


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
    meant = _code_meant(case, codes)
    example = meant or (codes[0] if codes else "4.01.01.01")
    facts = {"keadaan": state_of(code, _NO_CODE), "contoh": example}
    yield Problem(at("unit_code"), facts, suggestion=meant)


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


def _code_meant(case: Case, codes: Sequence[str]) -> str:
    """The code meant by its numbers or by the agency's name; "" when these say two things."""
    by_number, by_name = _written_otherwise(case.sop.unit_code, codes), _code_by_name(case)
    return "" if by_number and by_name and by_number != by_name else by_number or by_name


def _code_by_name(case: Case) -> str:
    """Code of the unit whose name was typed, or begins what was typed, or nearly so."""
    names = {name: unit.code for unit in case.register.units for name in (unit.name, *unit.aliases)}
    keys = {name_key(name): code for name, code in names.items()}
    typed = name_key(case.sop.unit_name)
    begun = max((key for key in keys if f"{typed} ".startswith(f"{key} ")), key=len, default="")
    return keys.get(begun, "") or names.get(title_meant(case.sop.unit_name, names), "")


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
    """The name is not the register's name (or alias) of the code, nor contains it.

    Nothing is offered where the one who signs heads the unit that was named: then the code is as
    likely to be wrong.
    """
    unit = case.register.unit(case.sop.unit_code)
    typed = case.sop.unit_name
    if unit is None or _names(unit, typed):
        return
    signs = name_key(case.sop.signatory_position)
    heads = {
        name_key(head)
        for other in case.register.units
        if _names(other, typed)
        for head in (other.head_position, f"Kepala {other.name}")
    }
    yield Problem(
        at("unit_name"),
        {"nama": shown(typed), "kode": unit.code, "resmi": unit.name},
        suggestion="" if signs and signs in heads else unit.name,
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
    called = {_section_key(name): one.name for one in sections for name in (one.name, *one.aliases)}
    yield Problem(
        at("section"),
        {"keadaan": state_of(typed, f"bukan bagian dari {unit.name}"), "pilihan": ", ".join(names)},
        severity=None if blank(typed) else WARNING,
        suggestion=choice_meant(typed, names)
        or called.get(choice_meant(_section_key(typed), called), ""),
    )


def _section_key(name: str) -> str:
    kinds = {"bagian", "bidang", "tim", "kerja"}
    return " ".join(word for word in name_key(name).split() if word not in kinds)


IDENTITY_RULES: tuple[Rule, ...] = (
    unit_code_unknown,
    unit_code_former,
    unit_name_differs,
    section_missing,
    *NUMBER_RULES,
    *STATUS_RULES,
)
