"""Lists become a register: agencies once each, titles under them, what is missing left blank."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sopbatch.model import PlanLine, Register, Section, Settings, Unit
from sopbatch.reading.listing import ListedRow, Listing
from sopbatch.text.names import name_key, without_sop
from sopbatch.text.straight import fold

PLAIN_SHEET = re.compile(r"\s*(?:sheet|lembar|daftar|rencana|sop|judul|rekap|data)", re.IGNORECASE)
"""Names of sheets that name no agency."""
NATURES = {"administratif": "Administratif", "teknis": "Teknis"}
UNKNOWN_GOVERNMENT = Settings(government="", region="")


@dataclass(slots=True)
class Gathered:
    """What was taken from lists so far."""

    units: dict[str, Unit] = field(default_factory=dict)
    """Key of its name to an agency."""
    names: dict[str, str] = field(default_factory=dict)
    """Key of any name, or folded code, to the key of the agency's name."""
    sections: dict[tuple[str, str], Section] = field(default_factory=dict)
    plan: list[PlanLine] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def unit(self, row: ListedRow) -> Unit | None:
        """The agency a row names by code or name, new when it was not met yet."""
        code, name = row.texts.get("unit_code", ""), row.texts.get("unit_name", "")
        key = self.names.get(fold(code)) if code else None
        key = key or self.names.get(name_key(name))
        if key is None and name:
            key = name_key(name)
            self.units[key] = Unit(code=code, name=name)
        if key is None:
            return None
        if name:
            self.names.setdefault(name_key(name), key)
        if code:
            self.names.setdefault(fold(code), key)
        return self.units[key]


def register_from(listings: Sequence[Listing]) -> tuple[Register, tuple[str, ...]]:
    """The register that lists tell of, and a sentence for each row that was not taken whole."""
    found = Gathered()
    for listing in sorted(listings, key=lambda one: one.titles):
        if listing.titles:
            _take_titles(found, listing)
        else:
            _take_units(found, listing)
    for row in (row for listing in listings for row in listing.rows if row.bent):
        told = f"kode “{row.bent}” tersimpan sebagai angka; periksa nol di belakangnya"
        found.notes.append(f"{row.cell}: {told}.")
    codes = _codes([unit.code for unit in found.units.values()])
    units = {
        key: replace(unit, code=code)
        for (key, unit), code in zip(found.units.items(), codes, strict=True)
    }
    code_of = {old.name: units[key].code for key, old in found.units.items()}
    sections = [replace(one, unit_code=code_of[one.unit_code]) for one in found.sections.values()]
    plan = [replace(line, unit_code=code_of[line.unit_code]) for line in found.plan]
    register = Register(
        units=tuple(units.values()),
        sections=tuple(sections),
        plan=tuple(_numbered(plan)),
        settings=UNKNOWN_GOVERNMENT,
    )
    return register, tuple(found.notes)


def _take_units(found: Gathered, listing: Listing) -> None:
    for row in listing.rows:
        unit = found.unit(row)
        if unit is None:
            found.notes.append(f"{row.cell}: baris tanpa nama perangkat daerah tidak diambil.")
            continue
        texts = row.texts
        aliases = tuple(filter(None, map(str.strip, texts.get("aliases", "").split(";"))))
        found.units[found.names[name_key(unit.name)]] = replace(
            unit,
            code=unit.code or texts.get("unit_code", ""),
            parent=texts.get("parent", ""),
            email=texts.get("email", ""),
            head_position=texts.get("head_position", ""),
            head_name=texts.get("head_name", ""),
            head_nip=texts.get("head_nip", ""),
            aliases=aliases,
            letter=texts.get("letter", ""),
        )
        for alias in aliases:
            found.names.setdefault(name_key(alias), name_key(unit.name))


def _take_titles(found: Gathered, listing: Listing) -> None:
    """Titles row by row; an agency named once stands for the rows below it."""
    current = _unit_of_sheet(found, listing)
    seen: dict[tuple[str, str], ListedRow] = {}
    for row in listing.rows:
        current = found.unit(row) or current
        title = without_sop(row.texts.get("title", "")).strip()
        if not title:
            if set(row.texts) - {"unit_name", "unit_code"}:
                found.notes.append(f"{row.cell}: baris tanpa Nama SOP tidak diambil.")
            continue
        if current is None:
            found.notes.append(f"{row.cell}: “{title}” tanpa perangkat daerah tidak diambil.")
            continue
        first = seen.setdefault((current.name, name_key(title)), row)
        if first is not row:
            told = f"“{title}” sudah ada di baris {first.cell.row}; diambil satu kali"
            found.notes.append(f"{row.cell}: {told}.")
            continue
        found.plan.append(_line(found, current, row, title))


def _unit_of_sheet(found: Gathered, listing: Listing) -> Unit | None:
    """The agency whose name the sheet bears, where no column or heading names any."""
    named = any(one.field and one.field.key.startswith("unit_") for one in listing.columns)
    named = named or any("unit_name" in row.texts for row in listing.rows)
    if named or not listing.rows or PLAIN_SHEET.match(listing.sheet):
        return None
    found.notes.append(f"Lembar “{listing.sheet}”: perangkat daerah diambil dari nama lembar.")
    return found.unit(replace(listing.rows[0], texts={"unit_name": listing.sheet.strip()}))


def _line(found: Gathered, unit: Unit, row: ListedRow, title: str) -> PlanLine:
    texts = row.texts
    nature = NATURES.get(fold(texts.get("nature", "")), "")
    if "deadline" in texts and row.deadline is None:
        told = f"tenggat “{texts['deadline']}” bukan tanggal lengkap; dikosongkan"
        found.notes.append(f"{row.cell}: {told}.")
    if "nature" in texts and not nature:
        told = f"sifat “{texts['nature']}” bukan Administratif atau Teknis; dikosongkan"
        found.notes.append(f"{row.cell}: {told}.")
    return PlanLine(
        code=texts.get("code", ""),
        unit_code=unit.name,
        section=_section(found, unit, texts.get("section", "")),
        title=title,
        deadline=row.deadline,
        nature=nature,
        function=texts.get("function", ""),
        owner=texts.get("owner", ""),
        other_titles=tuple(filter(None, map(str.strip, texts.get("other_titles", "").split(";")))),
    )


def _section(found: Gathered, unit: Unit, name: str) -> str:
    if not name:
        return ""
    key = (unit.name, name_key(name))
    if key not in found.sections:
        own = {one.code for (owner, _), one in found.sections.items() if owner == unit.name}
        found.sections[key] = Section(unit.name, _short(name, own), name)
    return found.sections[key].name


def _short(name: str, taken: set[str]) -> str:
    """Initials that no other section of the agency has."""
    words = [word for word in name.split() if word[:1].isalpha()]
    initials = "".join(word[0] for word in words[1:] or words).upper() or "B"
    tries = (initials, *(f"{initials}{number}" for number in range(2, len(taken) + 3)))
    return next(code for code in tries if code not in taken)


def _codes(given: Sequence[str]) -> list[str]:
    """The codes, those that are missing or stand twice as numbers that nobody has."""
    taken = {code for code in given if code}
    free = (
        code for number in range(1, 2 * len(given) + 2) if (code := f"{number:02}") not in taken
    )
    kept: set[str] = set()
    codes: list[str] = []
    for code in given:
        codes.append(code if code and code not in kept else next(free))
        kept.add(codes[-1])
    return codes


def _numbered(plan: Iterable[PlanLine]) -> Iterable[PlanLine]:
    """Every title with a code of its own: the list's, else the agency's with a number."""
    lines = list(plan)
    taken = {fold(line.code) for line in lines if line.code}
    kept: set[str] = set()
    counts: dict[str, int] = {}
    for line in lines:
        code = line.code
        while not code or fold(code) in kept or (code != line.code and fold(code) in taken):
            counts[line.unit_code] = counts.get(line.unit_code, 0) + 1
            code = f"{line.unit_code}-{counts[line.unit_code]:02}"
        kept.add(fold(code))
        yield replace(line, code=code)
