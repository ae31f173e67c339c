"""References between the tables of the register; each mistake is told at its cell."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from sopbatch.model import NipFault, NipKind, Severity
from sopbatch.reading.checked import Checked, Tables
from sopbatch.reading.decision_checks import decisions_are_planned
from sopbatch.reading.register_days import days_are_near, deadlines_have_years
from sopbatch.reading.register_doubles import (
    codes_differ,
    decisions_go_on,
    names_call_one,
    rules_are_set_once,
    titles_stand_once,
)
from sopbatch.reading.register_meant import (
    ADDRESS,
    meant_addresses,
    meant_choice,
    meant_nip,
    meant_rule,
    meant_section,
    meant_unit,
    number_parts,
)
from sopbatch.reading.register_tables import Record
from sopbatch.reading.register_told import Told, quote
from sopbatch.reading.values.nips import parse_nip
from sopbatch.schema import register as schema
from sopbatch.text.names import without_sop
from sopbatch.text.straight import fold

EVERY_UNIT = "*"
RULE_CODE = re.compile(r"[A-Z]{1,2}-\d{2,3}", re.IGNORECASE)
NIP_FAULTS = {
    NipFault.LETTERS: "memuat huruf",
    NipFault.BIRTH: "tidak diawali tanggal lahir yang ada di kalender",
    NipFault.MONTH: "memuat bulan pengangkatan (angka ke-13 dan ke-14) yang tidak ada",
    NipFault.SEX: "memuat angka ke-15 yang bukan 1 atau 2",
}
IN_BRACKETS = re.compile(r"<([^<>]*)>")


def check_tables(tables: Tables, told: Told, rules: Collection[str], as_of: date | None) -> None:
    """Hold the tables against each other, and their days against the report's."""
    checked = Checked(tables, told, rules, as_of)
    for check in CHECKS:
        check(checked)


def _codes_are_unique(checked: Checked) -> None:
    for key in ("units", "plan", "sections"):
        seen: dict[tuple[str, str], int] = {}
        for record in checked.tables[key]:
            if not record.text("code") or "code" in record.bent:
                continue
            unit = record.text("unit_code") if key == "sections" else ""
            row = seen.setdefault((unit, fold(record.text("code"))), record.row)
            if row != record.row:
                what = f"{quote(record.text('code'))} sudah dipakai di baris {row}"
                advice = "Beri kode lain, atau hapus salah satu barisnya."
                checked.wrong(record, "code", what, advice)


def _units_are_known(checked: Checked) -> None:
    units = checked.tables["units"]
    if not any(record.text("code") for record in units):
        return  # that there are none, or no column of them, is told once
    known = {record.text("code") for record in units}
    known |= {record.text("unit_code") for record in checked.tables["changes"]}
    doubtful = {number_parts(record.text("code")) for record in units if "code" in record.bent}
    where = f"tidak ada di lembar “{schema.UNITS.sheet}”"
    meant: dict[str, str] = {}
    named = _named(units)
    for key, column in (
        ("units", "parent"),
        ("sections", "unit_code"),
        ("plan", "unit_code"),
        ("waivers", "unit_code"),
    ):
        for record in checked.tables[key]:
            code = record.text(column)
            if not code or code in known or (key, code) == ("waivers", EVERY_UNIT):
                continue
            if column in record.bent:
                checked.told.offer(record.cell(column), _unbent(code, known))
                continue
            if number_parts(code) in doubtful:
                continue
            if code not in meant:
                every = meant_choice(code, (EVERY_UNIT,)) if key == "waivers" else ""
                meant[code] = every or meant_unit(code, named)
            advice = "Pilih kode dari daftar di sel itu, atau tambahkan perangkat daerahnya."
            checked.wrong(record, column, f"{quote(code)} {where}", advice, meant[code])


def _changes_lead_on(checked: Checked) -> None:
    """Each change leads to agencies and sections that there are, or that changed later."""
    units = {record.text("code") for record in checked.tables["units"]}
    former = {record.text("unit_code") for record in checked.tables["changes"]}
    sections: dict[str, set[str]] = {}
    for record in checked.tables["sections"]:
        words = (record.text("name"), record.text("code"), *record.names("aliases"))
        sections.setdefault(record.text("unit_code"), set()).update(map(fold, words))
    later = {fold(record.text("section")) for record in checked.tables["changes"]}
    named = _named(checked.tables["units"])
    for record in checked.tables["changes"]:
        successors = record.names("successors")
        meant = [code if code in units | former else meant_unit(code, named) for code in successors]
        whole = "; ".join(meant) if all(meant) else ""
        for code in successors:
            if code not in units | former:
                what = f"{quote(code)} tidak ada di lembar “{schema.UNITS.sheet}”"
                advice = "Tambahkan perangkat daerahnya, atau perbaiki kodenya."
                checked.wrong(record, "successors", what, advice, whole)
                whole = ""
        if record.names("new_sections") and not record.text("section"):
            what = "diisi, padahal “Bagian lama” kosong"
            checked.wrong(record, "new_sections", what, "Isi Bagian lama, atau kosongkan ini.")
        homes = set(record.names("successors"))
        known = set[str]().union(*(sections.get(code, set()) for code in homes))
        for name in record.names("new_sections"):
            if known and fold(name) not in known | later:
                what = f"{quote(name)} tidak ada di lembar “{schema.SECTIONS.sheet}”"
                advice = "Tambahkan bagiannya, atau perbaiki namanya."
                checked.wrong(record, "new_sections", what, advice)


def _unbent(shown: str, known: Collection[str]) -> str:
    """The one code that a program shows so when it takes it for a number."""
    same = [code for code in known if _as_number(code) == _as_number(shown) is not None]
    return same[0] if len(same) == 1 else ""


def _as_number(code: str) -> float | None:
    plain = code.replace(",", ".")
    return float(plain) if re.fullmatch(r"\d{1,9}\.\d{1,9}", plain) else None


def _named(units: Sequence[Record]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text("code"), (one.text("name"), *one.names("aliases"))) for one in units]


def _parents_lead_up(checked: Checked) -> None:
    units = checked.tables["units"]
    parents = {record.text("code"): record.text("parent") for record in units}
    told: set[str] = set()
    for record in units:
        above, passed = record.text("parent"), {record.text("code")}
        while above and above not in passed:
            passed.add(above)
            above = parents.get(above, "")
        if above and above == record.text("code") and above not in told:
            told |= passed
            what = f"unit {quote(above)} berada di bawah dirinya sendiri"
            checked.wrong(record, "parent", what, "Tulis kode unit di atasnya, atau kosongkan.")


def _sections_are_known(checked: Checked) -> None:
    known: dict[str, set[str]] = {}
    called: dict[str, dict[str, str]] = {}
    units = {record.text("code") for record in checked.tables["units"]}
    astray = {
        fold(word)
        for record in checked.tables["sections"]
        if record.text("unit_code") not in units
        for word in (record.text("code"), record.text("name"), *record.names("aliases"))
    }
    for record in checked.tables["sections"]:
        for word in (record.text("code"), record.text("name"), *record.names("aliases")):
            known.setdefault(record.text("unit_code"), set()).add(fold(word))
            called.setdefault(record.text("unit_code"), {})[word] = record.text("name")
    for record in checked.tables["plan"]:
        unit, section = record.text("unit_code"), record.text("section")
        if not section or unit not in units or fold(section) in known.get(unit, set()) | astray:
            continue
        where = f"tidak ada di lembar “{schema.SECTIONS.sheet}” untuk unit {quote(unit)}"
        what = f"{quote(section)} {where}"
        if unit in known:
            advice = "Pilih bagian dari daftar di sel itu, atau tambahkan bagiannya."
            checked.wrong(record, "section", what, advice, meant_section(section, called[unit]))
        elif known:
            advice = "Tambahkan bagiannya, atau kosongkan jika perangkat daerah ini tanpa bagian."
            checked.wrong(record, "section", what, advice, severity=Severity.WARNING)


def _rules_are_rules(checked: Checked) -> None:
    for record in (*checked.tables["waivers"], *checked.tables["rule_settings"]):
        code = record.text("rule").upper()
        if not code or code in checked.rules:
            continue
        if not RULE_CODE.fullmatch(code):
            what = f"{quote(code)} bukan kode aturan"
        elif checked.rules:
            what = f"{quote(code)} tidak ada di antara aturan program"
        else:
            continue
        advice = "Tulis misalnya I-06; semua kode ditampilkan oleh “sopbatch rules”."
        checked.wrong(record, "rule", what, advice, meant_rule(code, checked.rules))


def _heads_can_be_reached(checked: Checked) -> None:
    for record in checked.tables["units"]:
        email = record.text("email")
        parts = [part for part in re.split(r"[;,\s]+", email) if part]
        bad = [part for part in parts if not ADDRESS.fullmatch(part)]
        if bad:
            alone = len(bad) == 1 and (len(parts) == 1 or "@" in bad[0])
            what = f"{quote(bad[0] if alone else email)} bukan alamat surel"
            advice = "Tulis misalnya dinas@contoh.go.id; beberapa alamat dipisahkan koma."
            checked.wrong(record, "email", what, advice, meant_addresses(email))
        _check_nip(checked, record)


def _aliases_are_parted(checked: Checked) -> None:
    """Advice for a comma among other names; one with “dan” is rather a part of a long name."""
    for key in ("units", "sections"):
        for record in checked.tables[key]:
            for alias in record.names("aliases"):
                if "," in alias and not re.search(r"\bdan\b|&", alias, re.IGNORECASE):
                    parted = re.sub(r"\s*,\s*", "; ", record.text("aliases"))
                    what = f"{quote(alias)} dibaca sebagai satu sebutan"
                    advice = "Pisahkan dengan titik koma jika maksudnya beberapa sebutan."
                    checked.wrong(record, "aliases", what, advice, parted, severity=Severity.INFO)


def _check_nip(checked: Checked, record: Record) -> None:
    nip = record.text("head_nip")
    parsed = parse_nip(nip)
    advice = "Ketik ulang 18 angkanya dengan tanda petik (') di depannya."
    if "head_nip" in record.bent:
        return
    if parsed.kind is NipKind.DAMAGED:
        what = f"{quote(nip)} kehilangan angka terakhirnya karena pernah tersimpan sebagai angka"
        checked.wrong(record, "head_nip", what, advice)
    elif parsed.kind is NipKind.INVALID:
        digits = sum(letter.isdecimal() for letter in nip)
        faults = {NipFault.LENGTH: f"memuat {digits} angka, seharusnya 18", **NIP_FAULTS}
        meant = meant_nip(nip) if parsed.reason is NipFault.LETTERS else ""
        what = f"{quote(nip)} {faults[parsed.reason]}"
        checked.wrong(record, "head_nip", what, advice, meant, severity=Severity.WARNING)


def _titles_are_bare(checked: Checked) -> None:
    for record in checked.tables["plan"]:
        title = record.text("title")
        bare = without_sop(title)
        if bare != title:
            what = f"{quote(title)} diawali kata “SOP”"
            advice = "Tulis nama kegiatannya saja; kata “SOP” sudah ada pada formulir."
            meant = bare[:1].upper() + bare[1:]
            checked.wrong(record, "title", what, advice, meant, severity=Severity.WARNING)


def unknown_slots(pattern: str, known: Collection[str]) -> Iterator[str]:
    """Words in angle brackets of a number pattern that stand for nothing we know."""
    for found in IN_BRACKETS.finditer(pattern):
        if "".join(found[1].casefold().split()) not in known:
            yield found[1]


CHECKS: tuple[Callable[[Checked], None], ...] = (
    _codes_are_unique,
    codes_differ,
    _units_are_known,
    _changes_lead_on,
    _parents_lead_up,
    _sections_are_known,
    decisions_are_planned,
    _rules_are_rules,
    _heads_can_be_reached,
    _aliases_are_parted,
    _titles_are_bare,
    names_call_one,
    titles_stand_once,
    decisions_go_on,
    rules_are_set_once,
    deadlines_have_years,
    days_are_near,
)
