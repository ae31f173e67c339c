"""One cell of the register: its value, or what is wrong with it and what could be meant."""

from dataclasses import dataclass
from datetime import date, datetime

from sopbatch.model import CellError, CellValue, DateKind, Sheet
from sopbatch.reading.last_days import lacks_year, last_day
from sopbatch.reading.register_meant import meant_choice, meant_number
from sopbatch.reading.register_told import quote
from sopbatch.reading.shown import seen
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.text import as_text, step_number
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.text.likely_dates import likely_date
from sopbatch.text.straight import clean, fold, is_missing

ENDS = " .,;:"
"""What is no part of a code at its end: “4.01.01.01.”."""
EXACT = 1e15
"""A spreadsheet keeps fifteen digits of a number."""
LAST_DAYS = frozenset(("deadline", "until", "trial_until", "round_deadline"))
"""Fields whose day ends something: of a month or a quarter the last day is meant."""
NO_DAY = {
    DateKind.INVALID: "tidak ada di kalender",
    DateKind.UNPARSED: "tidak terbaca sebagai tanggal",
}


def left_out(sheet: Sheet, row: int, column: int) -> str:
    """How a cell without a value stands there, as a sentence goes on."""
    typed = seen(sheet, (row, column)).strip()
    return f"hanya berisi {quote(typed)}" if typed else "belum diisi"


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell cannot be taken, in words for after its label."""

    what: str
    advice: str
    suggestion: str = ""
    bent: str = ""
    """A code as a program shows it that took it for a number."""


def read_value(sheet: Sheet, row: int, column: int, field: Field) -> str | date | Wrong | None:
    """The value of a cell as its field takes it, None when blank."""
    if (row, column) in sheet.uncached:
        return Wrong("rumusnya belum dihitung", "Buka dan simpan berkas ini di Excel.")
    value = sheet.cells.get((row, column))
    if isinstance(value, CellError):
        return Wrong(f"berisi rumus gagal {value.code}", "Ketik nilainya, tanpa rumus.")
    is_number = field.kind is FieldKind.INTEGER
    text = clean(as_text(value) if is_number else seen(sheet, (row, column)))
    if is_missing(text):
        return None
    if field.kind is FieldKind.DATE:
        return _day(sheet, value, field)
    return _text(field, value, text)


def _day(sheet: Sheet, value: CellValue | None, field: Field) -> date | Wrong | None:
    parsed = parse_date(value, date_1904=sheet.date_1904)
    if parsed.value is not None or parsed.kind is DateKind.MISSING:
        return parsed.value
    why = NO_DAY.get(parsed.kind, "bukan tanggal lengkap")
    if field.key in LAST_DAYS:
        if last := last_day(parsed.raw):
            return last
        if lacks_year(parsed.raw):
            why = "tidak menyebut tahunnya"
    advice = "Tulis dengan nama bulan, misalnya 3 Maret 2026."
    return Wrong(f"{quote(parsed.raw)} {why}", advice, likely_date(parsed.raw), bent=parsed.raw)


def _text(field: Field, value: CellValue | None, text: str) -> str | Wrong:
    match field.kind:
        case FieldKind.CODE if _was_bent(value):
            return _bent(field, value, text)
        case FieldKind.INTEGER if not step_number(text):
            what = f"{quote(text)} bukan bilangan bulat di atas nol"
            advice = f"Tulis angkanya saja. {field.prompt}"
            return Wrong(what, advice, meant_number(text, field))
        case FieldKind.CHOICE:
            return _choice(field, "Ya" if value is True else "Tidak" if value is False else text)
        case FieldKind.CODE:
            return text.rstrip(ENDS) or text
    return text


def _choice(field: Field, text: str) -> str | Wrong:
    """One of the choices; a tick box of newer programs stores no word."""
    choices = {fold(choice): choice for choice in field.choices}
    choices |= {fold(former): choice for former, choice in field.former.items()}
    if fold(text) in choices:
        return choices[fold(text)]
    known = ", ".join(field.choices)
    meant = meant_choice(text, field.choices)
    return Wrong(f"{quote(text)} tidak dikenal", f"Pilih salah satu: {known}.", meant)


def _bent(field: Field, value: CellValue | None, text: str) -> Wrong:
    retype = "Ketik ulang dengan tanda petik (') di depannya"
    example = f", misalnya '{field.example[0]}." if field.example else "."
    if isinstance(value, float) and abs(value) >= EXACT:
        what = f"{quote(text)} tersimpan sebagai angka, sehingga angka terakhirnya tidak dipercaya"
        return Wrong(what, f"{retype}{example}")
    kind = "tanggal" if isinstance(value, date) else "angka"
    what = f"{quote(text)} tersimpan sebagai {kind}, bukan teks"
    return Wrong(what, f"{retype}{example}", bent=text)


def _was_bent(value: CellValue | None) -> bool:
    """Whether a code was taken for a number or date, so that it is not what was typed."""
    return isinstance(value, date | datetime) or (
        isinstance(value, float) and (not value.is_integer() or abs(value) >= EXACT)
    )
