"""What dates, numbers, citations and branches were taken for, in words."""

from datetime import date

from sopbatch.model import (
    Branch,
    Citation,
    DateKind,
    DateValue,
    LegalCitation,
    Nip,
    NipKind,
    Node,
    NumberKind,
    Procedure,
    SopNumber,
    Step,
)
from sopbatch.model.flags import Flag
from sopbatch.schema.sop import NEXT_COLUMN, NO_TARGET_COLUMN, YES_COLUMN
from sopbatch.text.words import long_date, month_in_words
from sopbatch.writing.returned.times import NOT_UNDERSTOOD

LONGEST_STEP = 60
"""Characters of a step's text beside its number."""
FLOW_COLUMNS = (YES_COLUMN, NO_TARGET_COLUMN, NEXT_COLUMN)
GUESSED = {
    Flag.TWO_DIGIT_YEAR: "tahun dua angka kami lengkapi",
    Flag.DAY_MONTH_ASSUMED: "dibaca hari, bulan, tahun",
    Flag.ENGLISH_MONTH: "nama bulan berbahasa Inggris",
    Flag.OLD_SPELLING: "nama bulan berejaan lama",
    Flag.MISSPELT_MONTH: "nama bulan salah ketik",
    Flag.WEEKDAY_MISMATCH: "nama harinya tidak cocok dengan tanggal itu",
    Flag.PLACE: "nama tempat tidak dipakai",
}
"""Flag of a date to what it tells; the order is that of the remark."""
PLAIN_TYPES = {"PERLEMBAGA": "Peraturan", "KEPLEMBAGA": "Keputusan", "KEP": "Keputusan"} | {
    "STB": "Staatsblad"
}
MINISTERIAL = "PERMEN"
_CLIPPED = """
KES KEU DAGRI DIKBUD DIKBUDRISTEK DIKDASMEN DIKNAS KUMHAM TAN HUB NAKER NAKERTRANS SOS HUT KOMINFO
PERIN DAG PORA PAREKRAF SESNEG
"""
CLIPPED_ISSUERS = frozenset(_CLIPPED.split())
"""Ministries whose short name is written as one word with the type: Permenkes, Permenkeu."""
SHORT = 3
"""Letters of a type that is an abbreviation of initials: UU, PP, UUD, TAP, SE."""


def date_in_words(day: DateValue) -> str:
    """A sentence about what was read from a date cell."""
    told = NOT_UNDERSTOOD
    match day.kind:
        case DateKind.MISSING:
            return "Tidak ada tanggal."
        case DateKind.INVALID:
            return "Tanggal itu tidak ada di kalender."
        case DateKind.DATE if day.start:
            told = long_date(day.start)
        case DateKind.RANGE if day.start and day.end:
            told = f"{long_date(day.start)} sampai {long_date(day.end)}, bukan satu tanggal"
    remarks = [words for flag, words in GUESSED.items() if flag in day.flags]
    return f"{told} ({', '.join(remarks)})." if remarks else f"{told.removesuffix('.')}."


def nip_in_words(nip: Nip) -> str:
    """A sentence about a civil servant number."""
    if nip.kind is NipKind.MISSING:
        return "Tidak ada NIP."
    if nip.kind is NipKind.SERVICE:
        return f"{nip.printed}, bukan NIP."
    if nip.kind is not NipKind.VALID or nip.born is None or nip.appointed is None:
        return "Tidak dapat kami pahami sebagai NIP."
    year, month = nip.appointed
    since = str(year) if nip.pppk else month_in_words(date(year, month, 1))
    kind = "PPPK" if nip.pppk else "PNS"
    return f"{nip.printed}: lahir {long_date(nip.born)}, diangkat {since} ({kind})."


def number_in_words(number: SopNumber) -> str:
    """A sentence about the parts of an SOP's number."""
    if number.kind is NumberKind.MISSING:
        return "Belum ada nomor."
    if number.kind is not NumberKind.NUMBER:
        return "Belum dapat kami pahami sebagai Nomor SOP."
    parts = (
        ("kode", number.code or number.chapter),
        ("bagian", number.section),
        ("nomor urut", number.serial),
        ("perangkat daerah", number.unit),
        ("bulan", str(number.month or "")),
        ("tahun", str(number.year or "")),
    )
    told = ", ".join(f"{name} {part}" for name, part in parts if part)
    return f"{told[:1].upper()}{told[1:]}." if told else f"{number.norm}."


def citation_in_words(citation: LegalCitation) -> str:
    """A sentence about a cited regulation and those it names beside itself."""
    if not citation.type:
        return "Tidak kami kenali sebagai peraturan; dicetak seperti yang ditulis."
    own = Citation(citation.type, citation.issuer, citation.number, citation.year)
    told = [_regulation(own) + (f" tentang {citation.title}" if citation.title else "")]
    for words, others in (
        ("mengubah", citation.amends),
        ("diubah dengan", citation.amended_by),
        ("juncto", citation.chain),
    ):
        told += [f"{words} {_regulation(other)}" for other in others]
    return f"{'; '.join(told).removesuffix('.')}."


def flow_typed(step: Step) -> str:
    """What the officer wrote about the way on, by column."""
    typed = ((column, str(getattr(step, column.key))) for column in FLOW_COLUMNS)
    return "; ".join(f"{column.label} {text}" for column, text in typed if text.strip())


def flow_in_words(procedure: Procedure, step: Step) -> str:
    """A sentence about where a step leads: "Ya ke langkah 4; Tidak ke langkah 1".

    Of a row that holds a sequence, its order first: "Mulai (Pemohon), lalu Proses (Petugas)".
    """
    order = [_turn(procedure, turn) for turn in step.turns] if len(step.turns) > 1 else []
    told = [", lalu ".join(order)] if order else []
    if not step.branches:
        end = "Selesai; tidak ada langkah berikutnya."
        return f"{told[0]}. {end}" if told else end
    told += [_way(procedure, branch) for branch in step.branches]
    told += ["langkah-langkah itu berjalan bersamaan"] if step.forks else []
    used = {branch.key for branch in step.branches}
    told += [
        f"isian “{column.label}” tidak dipakai"
        for column in FLOW_COLUMNS
        if column.key not in used and getattr(step, column.key).strip(" -–—.")
    ]
    text = "; ".join(told)
    return f"{text[:1].upper()}{text[1:]}."


def leads_on(step: Step) -> bool:
    """Whether the step says or must say where to go."""
    return step.decides or len(step.turns) > 1 or bool(flow_typed(step))


def is_clear(procedure: Procedure, step: Step) -> bool:
    """Whether every way leads to a step that is there."""
    return all(branch.target and procedure.step(branch.target) for branch in step.branches)


def _regulation(citation: Citation) -> str:
    kind = PLAIN_TYPES.get(
        citation.type, citation.type if len(citation.type) <= SHORT else citation.type.capitalize()
    )
    issuer = "" if citation.issuer == "?" else citation.issuer
    if citation.type == MINISTERIAL and issuer in CLIPPED_ISSUERS:
        # “Permenaker” has one n.
        kind, issuer = f"{kind}{issuer.lower()}".replace("nn", "n"), ""
    serial = citation.number.removesuffix(f"/{citation.year}")
    number = f"Nomor {serial if serial.isdecimal() else citation.number}" if serial else ""
    year = f"Tahun {citation.year}" if citation.year else ""
    return " ".join(part for part in (kind, issuer, number, year) if part)


def _turn(procedure: Procedure, nodes: tuple[Node, ...]) -> str:
    """A turn of a row: its symbol and who does it."""
    symbol = nodes[0].symbol.value if nodes[0].symbol else f"“{nodes[0].raw}”"
    names = [procedure.actors[node.actor].name for node in nodes if node.actor >= 0]
    who = " bersama ".join(names)
    return f"{symbol} ({who})" if who else symbol


def _way(procedure: Procedure, branch: Branch) -> str:
    target = procedure.step(branch.target) if branch.target else None
    if target is not None:
        where = f"ke langkah {_number(procedure, target)}{_said(target)}"
    elif not branch.key:
        where = "ke langkah berikutnya, yang tidak ada"
    elif branch.target is None:
        where = f"ke “{branch.raw}”, yang bukan nomor langkah"
    else:
        where = f"ke langkah {branch.raw.strip()}, yang tidak ada"
    return f"{branch.label} {where}" if branch.label else f"lanjut {where}"


def _said(step: Step) -> str:
    """What a step does, shortened: rows may have moved since its number was typed."""
    line = " ".join(step.activity.split())
    short = line if len(line) <= LONGEST_STEP else f"{line[: LONGEST_STEP - 1].rstrip()}…"
    return f" “{short}”" if short else ""


def _number(procedure: Procedure, step: Step) -> str:
    """The number on the sheet; of steps with equal numbers the place in the table counts."""
    numbers = [other.number for other in procedure.steps if other.number is not None]
    plain = step.number is None or len(set(numbers)) < len(numbers)
    return f"urutan ke-{step.row}" if plain else str(step.number)
