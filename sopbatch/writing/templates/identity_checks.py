"""What a filled cell of Identitas lacks, as the check would say it: formulas and their results."""

import re
from collections.abc import Iterator

from sopbatch.model import Place
from sopbatch.schema.fields import Field, FieldKind, WrongState
from sopbatch.schema.nips import FEWEST_OF_SERVICE, NIP_LABELS, NIP_SIGNS, SERVICE_LABEL
from sopbatch.schema.sop import IDENTITY_FIELDS
from sopbatch.writing.templates.date_checks import (
    date_counters,
    date_day_name,
    date_fault_name,
)
from sopbatch.writing.templates.date_values import date_day, date_fault, is_day
from sopbatch.writing.templates.exchanges import ROOM, put, put_formula
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.lists import list_name
from sopbatch.writing.templates.number_advice import ADVICE_NAME, advice_counters
from sopbatch.writing.templates.number_checks import FAULT_NAME, number_counters, number_fault
from sopbatch.writing.templates.revision_checks import (
    REVISION_NAME,
    revision_counter,
    revision_number,
)
from sopbatch.writing.templates.typed_signs import straight, straight_formula

NIP_PAIRS = (
    *((f"{label}{end}", "") for label in NIP_LABELS for end in (".:", ". :", " :", ":", "")),
    *((sign, "") for sign in NIP_SIGNS),
)
"""What takes the place of what until only digits are left of a NIP."""
PLANNED = "review_planned"
"""The one date that may be a span: a month in which something is planned."""
TYPED_NIP_NAME, NIP_NAME = "sopb_nip_isian", "sopb_nip_angka"
SERVICE = SERVICE_LABEL.lower()
ONE_TO_18 = ";".join(map(str, range(1, 19)))
STANDARD = ("standar", "standard", "standart")
SOP_TITLES = (
    *(f"{word} operasional prosedur" for word in STANDARD),
    *(f"{word} prosedur operasional" for word in STANDARD),
    *(f"{word} operasional dan prosedur" for word in STANDARD),
    *("standard operating procedure", "prosedur operasional standar", "prosedur tetap", "protap"),
    *(f"{word} sop " for word in ("draf", "draft", "rancangan", "konsep", "usulan")),
    *(f"{word}{end}" for word in ("nama", "judul", "nama sop", "judul sop") for end in (":", " :")),
)
"""What is no more of the name of an SOP than “SOP” itself (I-09)."""
SHORT_TITLES = ("sop", "spo")
STROKE = '"|"'
IN_FRONT = tuple((f"|{sign}", "|") for sign in "\" '([-*•. ")
"""Signs that may stand before “SOP”."""
TYPED_TITLE_NAME, SOP_TITLES_NAME = "sopb_judul_isian", "sopb_judul_sop"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
TITLE_LISTS: tuple[tuple[str, tuple[str, ...]], ...] = ((SOP_TITLES_NAME, SOP_TITLES),)
"""What stands on the sheet of lists, by defined name."""


def fault_formula(field: Field, cell: str) -> str:
    """An expression: what is wrong with a cell that says something, "" for nothing."""
    if field.kind is FieldKind.CHOICE and field.choices and not field.free:
        wrong = f"ISNA(MATCH({straight_formula(cell)},{list_name(field.name)},0))"
        return _unless(wrong, WrongState.CHOICE)
    match field.key:
        case "signatory_nip":
            return _unless(f"NOT({_nip_formula()})", WrongState.NIP)
        case "title":
            return _unless(_sop_formula(), WrongState.SOP)
        case "number":
            return FAULT_NAME
        case "revision":
            return _unless(f"{REVISION_NAME}<0", WrongState.NUMBER)
        case "effective":
            return _dated_formula(field)
        case "revised":
            return f'IF({REVISION_NAME}=0,"{WrongState.REVISION}",{_dated_formula(field)})'
    return date_fault_name(field) if field.kind is FieldKind.DATE else '""'


def fault(field: Field, form: Form) -> str:
    """What `fault_formula` comes to."""
    value = form.values.get(Place(field.key), "")
    text = form.text(field.key).strip()
    if field.kind is FieldKind.CHOICE and field.choices and not field.free:
        known = {choice.casefold() for choice in field.choices}
        return "" if straight(text).casefold() in known else WrongState.CHOICE
    match field.key:
        case "signatory_nip":
            return "" if is_nip(text) else WrongState.NIP
        case "title":
            return WrongState.SOP if begins_with_sop(text) else ""
        case "number":
            return number_fault(text)
        case "revision":
            return "" if revision_number(text) >= 0 else WrongState.NUMBER
        case "revised" if revision_number(form.text("revision")) == 0:
            return WrongState.REVISION
    if field.kind is not FieldKind.DATE:
        return ""
    told = date_fault(value, spans=field.key == PLANNED)
    created = date_day(form.values.get(Place("created"), ""))
    early = field.key in ("effective", "revised") and 0 < date_day(value) < created
    return told or (WrongState.EARLY if early else "")


def _dated_formula(field: Field) -> str:
    """What is wrong with a date that must not lie before Tanggal Pembuatan."""
    told, day = date_fault_name(field), date_day_name(field)
    created = next(date_day_name(one) for one in IDENTITY_FIELDS if one.key == "created")
    early = f'IF(AND({day}>0,{day}<{created}),"{WrongState.EARLY}","")'
    return f'IF({told}="",{early},{told})'


def advice_formula(field: Field) -> str:
    """An expression: what is advised of a cell that the check takes; "" where nothing ever is."""
    return ADVICE_NAME if field.key == "number" else ""


def advice(field: Field, form: Form) -> str:
    """What `advice_formula` comes to."""
    if field.key != "number":
        return ""
    *_, (_, _, told) = _number_advice(form)
    return str(told)


def _number_advice(form: Form) -> Iterator[tuple[str, str, str | int]]:
    dates = tuple(
        (field, form.values.get(Place(field.key), ""))
        for field in IDENTITY_FIELDS
        if field.key in ("created", "revised", "effective")
    )
    pattern = form.issue.settings.number_pattern if form.issue else ""
    return advice_counters(form.text("number").strip(), dates, pattern)


def _unless(wrong: str, state: WrongState) -> str:
    return f'IF({wrong},"{state}","")'


def counters(form: Form) -> Iterator[tuple[str, str, str | int]]:
    """Cells on the lists sheet that the formulas look at: name, formula, what it comes to."""
    nip = next(field for field in IDENTITY_FIELDS if field.key == "signatory_nip")
    typed = form.text(nip.key).lower()
    yield TYPED_NIP_NAME, f'=IFERROR({straight_formula(f"LOWER({nip.name})")},"")', straight(typed)
    yield NIP_NAME, f"={_bare_nip_formula(TYPED_NIP_NAME)}", _bare_nip(typed)
    for field in IDENTITY_FIELDS:
        if field.key == "title":
            title = form.text(field.key).lower()
            formula = straight_formula(f"LOWER({field.name})")
            yield TYPED_TITLE_NAME, f'=IFERROR({formula},"")', straight(title)
        if field.key == "number":
            yield from number_counters(field.name, form.text(field.key).strip())
            yield from _number_advice(form)
        if field.key == "revision":
            yield from revision_counter(field.name, form.text(field.key))
        if field.kind is FieldKind.DATE:
            value = form.values.get(Place(field.key), "")
            yield from date_counters(field, value, spans=field.key == PLANNED)


def _bare_nip_formula(cell: str) -> str:
    return f'IFERROR({put_formula(cell, NIP_PAIRS)},"")'


def _bare_nip(text: str) -> str:
    return put(straight(text.lower()), NIP_PAIRS)


def _nip_formula() -> str:
    def part(first: int, length: int) -> str:
        return f"VALUE(MID({NIP_NAME},{first},{length}))"

    year, month, day, since = part(1, 4), part(5, 2), part(7, 2), part(13, 2)
    digits = f'SUMPRODUCT(--ISNUMBER(FIND(MID({NIP_NAME},{{{ONE_TO_18}}},1),"0123456789")))'
    born = f"DATE({year},{month},{day})"
    right = (
        f'LEN({NIP_NAME})=18,{digits}=18,RIGHT({NIP_NAME},3)<>"000",{year}>=1900,'
        f"MONTH({born})={month},DAY({born})={day},OR({since}=21,AND({since}>=1,{since}<=12)),"
        f"OR({part(15, 1)}=1,{part(15, 1)}=2)"
    )
    return f"OR(IFERROR(AND({right}),FALSE),{_service_formula()})"


def _service_formula() -> str:
    """Whether it is an NRP: its label, digits, and a P of the navy."""
    behind = f'SUBSTITUTE({NIP_NAME}&"|","p|","|")'
    behind = f'SUBSTITUTE({behind},"{SERVICE}:","{SERVICE}",1)'
    digits = f'SUBSTITUTE(MID({behind},{len(SERVICE) + 1},{ROOM}),"|","")'
    length = f"LEN({digits})>={FEWEST_OF_SERVICE},LEN({digits})<=18"
    filled = f'{digits}&REPT("0",18)'
    all_digits = f'SUMPRODUCT(--ISNUMBER(FIND(MID({filled},{{{ONE_TO_18}}},1),"0123456789")))=18'
    return f'AND(LEFT({NIP_NAME},{len(SERVICE)})="{SERVICE}",{length},{all_digits})'


def is_nip(text: str) -> bool:
    """What the form's formula says of a NIP, or an NRP, typed as text."""
    digits = _bare_nip(text)
    if re.fullmatch(rf"{SERVICE}:?[0-9]{{{FEWEST_OF_SERVICE},18}}p?", digits):
        return True
    if not re.fullmatch(r"[0-9]{18}", digits) or digits.endswith("000"):
        return False
    born = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    since = int(digits[12:14])
    return (
        born[0] >= 1900
        and is_day(*born)
        and (since == 21 or 1 <= since <= 12)
        and digits[14] in "12"
    )


def _sop_formula() -> str:
    text = f"TRIM(MID({put_formula(f'{STROKE}&{TYPED_TITLE_NAME}', IN_FRONT)},2,{ROOM}))"
    bare = f'SUBSTITUTE(LEFT({text},12),".","")'
    long = f"SUMPRODUCT(--(LEFT({text},LEN({SOP_TITLES_NAME}))={SOP_TITLES_NAME}))>0"
    short = ",".join(f'LEFT({bare},3)="{word}"' for word in SHORT_TITLES)
    alone = f'ISERROR(FIND(MID({bare}&" ",4,1),"{LETTERS}"))'
    return f"IFERROR(OR(AND(OR({short}),{alone}),{long}),FALSE)"


def begins_with_sop(text: str) -> bool:
    """Whether the formulas find “SOP”, or what says the same, in front of a title."""
    lower = put(f"|{straight(text.lower())}", IN_FRONT)[1:][:ROOM].strip(" ")
    bare = f"{lower[:12].replace('.', '')} "
    return (bare[:3] in SHORT_TITLES and bare[3] not in LETTERS) or lower.startswith(SOP_TITLES)
