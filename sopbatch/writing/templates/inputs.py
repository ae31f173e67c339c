"""What may be typed into the cell of a field: its look, drop-down, limits, prompt and message."""

from datetime import date
from typing import Any

from sopbatch.model import CellValue, Place
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.writing.templates.looks import DATE_FORMAT, INPUT, TEXT_FORMAT, Look

Rule = dict[str, Any]
EARLIEST, LATEST = date(1945, 8, 17), date(2100, 12, 31)
NO_DATE = "-"
FORMATS: dict[FieldKind, Look] = {
    FieldKind.TEXT: {"num_format": TEXT_FORMAT},
    FieldKind.CODE: {"num_format": TEXT_FORMAT},
    FieldKind.LIST: {"num_format": TEXT_FORMAT},
    FieldKind.DATE: {"num_format": DATE_FORMAT, "align": "left"},
    FieldKind.INTEGER: {"num_format": "0", "align": "left"},
    FieldKind.CHOICE: {},
}
"""Texts are text cells: "- Komputer" and "2-3" stay what was typed."""


def input_look(field: Field) -> Look:
    """Look of an input cell of a field."""
    return INPUT | FORMATS[field.kind]


def input_value(field: Field, value: CellValue) -> CellValue:
    """A value as the field's cell keeps it: numbers in text cells are texts."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and FORMATS[field.kind].get("num_format") == TEXT_FORMAT:
        return str(value)
    return value


def input_rule(field: Field, cell: str, choices: str, *, strict: bool = False) -> Rule:
    """Data validation of a field's cells; `cell` is the first one, `choices` a defined name.

    `strict` refuses other values than the choices, also where the schema leaves them free.
    """
    rule: dict[str, Any] = {
        "validate": "any",
        "input_title": field.label,
        "input_message": prompt(field),
        "error_title": field.label,
        "error_type": "warning",
    }
    if choices:
        return rule | _choice(choices, free=field.free and not strict)
    match field.kind:
        case FieldKind.DATE:
            return rule | _date(field, cell)
        case FieldKind.INTEGER if any(field.scale):
            least, most = field.scale
            return rule | {
                "validate": "integer",
                "criteria": "between",
                "minimum": least,
                "maximum": most,
                "error_type": "stop",
                "error_message": f"Tulis bilangan bulat dari {least} sampai {most}.",
            }
        case FieldKind.INTEGER:
            return rule | {
                "validate": "integer",
                "criteria": ">=",
                "value": 0,
                "error_type": "stop",
                "error_message": "Tulis bilangan bulat: 0, 1, 2, dan seterusnya.",
            }
        case FieldKind.TEXT | FieldKind.CODE if field.max_length:
            return rule | {
                "validate": "length",
                "criteria": "<=",
                "value": field.max_length,
                "error_message": _too_long(field),
            }
    return rule


def prompt(field: Field) -> str:
    """What to write in a field, with the condition under which it is needed."""
    if not field.condition:
        return field.prompt
    if field.condition.casefold() in field.prompt.casefold():
        return field.prompt
    return f"{field.prompt} {field.condition[0].upper()}{field.condition[1:]}."


def example_value(field: Field, text: str) -> CellValue:
    """An example as the cell keeps it: a date, a number or text."""
    if field.kind is FieldKind.DATE and text != NO_DATE:
        return date.fromisoformat(text)
    return int(text) if field.kind is FieldKind.INTEGER else text


def example_places(field: Field) -> tuple[Place, ...]:
    """Places of the examples of a field."""
    if field.rows == 1:
        return tuple(Place(field.key) for _ in field.example[:1])
    return tuple(Place(field.key, row) for row in range(1, len(field.example) + 1))


def _too_long(field: Field) -> str:
    if field.kind is FieldKind.CODE:
        return (
            f"Paling banyak {field.max_length} huruf dan angka. Periksa apakah ada yang terketik "
            "dua kali."
        )
    return f"Lebih dari {field.max_length} huruf: teks akan dicetak lebih kecil; ringkaslah."


def _choice(choices: str, *, free: bool) -> Rule:
    rule: dict[str, Any] = {"validate": "list", "source": f"={choices}"}
    if free:
        return rule | {"show_error": False}
    message = "Pilih salah satu dari daftar: klik tanda panah di sisi kanan sel."
    return rule | {"error_type": "stop", "error_message": message}


def _date(field: Field, cell: str) -> Rule:
    message = (
        "Isian ini tidak terbaca sebagai tanggal. Tulis dengan nama bulan, misalnya 3 Maret 2025. "
        "Tetap simpan seperti ini?"
    )
    if NO_DATE in field.example:
        criteria = f'=OR(ISNUMBER({cell}),TRIM({cell})="{NO_DATE}")'
        return {"validate": "custom", "value": criteria, "error_message": message}
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": EARLIEST,
        "maximum": LATEST,
        "error_message": message,
    }
