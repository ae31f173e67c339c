"""Dates typed as text: taken apart on the lists sheet, judged beside the cell.

The cells go the way of `reading.values.dates`: words in front of the first digit announce a date,
behind it stand digits in a known order, or a day, the name of a month and a year.
"""

from collections.abc import Iterator

from sopbatch.model import CellValue
from sopbatch.schema.fields import Field, OpenState, WrongState
from sopbatch.text.months import ANNOUNCING, PLAIN_MONTHS, WEEKDAY_WORDS
from sopbatch.writing.templates.civil_dates import (
    AS_ZEROS,
    between_formula,
    civil_formula,
    moon_formula,
    second_day_formula,
    year_formula,
)
from sopbatch.writing.templates.clock_checks import BEFORE_CLOCK, ZONES, timed_formula
from sopbatch.writing.templates.date_months import month_formula, roman_formula
from sopbatch.writing.templates.date_names import DateNames
from sopbatch.writing.templates.date_orders import (
    DAY_WAYS,
    MONTH_WAYS,
    YEAR_WAYS,
    by_order,
    leading_formula,
    order_formula,
    parts_formula,
)
from sopbatch.writing.templates.date_places import AS_X
from sopbatch.writing.templates.date_proof import proven_formula, signs_formula
from sopbatch.writing.templates.date_signs import (
    BEHIND,
    BEHIND_DAY,
    BEHIND_MONTH,
    BESIDE_WORDS,
    ENDS,
    FRONT_SIGNS,
    KNOWN,
    MONTH_SHAPES,
    SPAN_WORDS,
    STRAIGHT,
)
from sopbatch.writing.templates.date_values import (
    DAY_FIRST,
    FIRST_SERIAL,
    FIRST_YEAR,
    LAST_SERIAL,
    LAST_YEAR,
    NOT_READ,
    SERIAL,
    date_day,
    date_fault,
    date_parts,
)
from sopbatch.writing.templates.exchanges import (
    DIGITS,
    ROOM,
    array,
    first_digit_formula,
    is_one,
    put_formula,
)

MONTHS = tuple(f" {name} " for name in PLAIN_MONTHS)
NUMBERS = f"{{{';'.join(map(str, PLAIN_MONTHS.values()))}}}"


def date_counters(
    field: Field, value: CellValue, *, spans: bool
) -> Iterator[tuple[str, str, str | int]]:
    """Cells on the lists sheet: name, formula, what it comes to.

    The last ones say what is wrong, and the day.
    `spans`: a month, a year or a part of one is right as well.
    """
    names = _names(field)
    told = date_parts(value)
    for part, formula in _formulas(field.name, names).items():
        yield getattr(names, part), f"=IFERROR({formula},{NOT_READ[part]})", getattr(told, part)
    fault = date_fault(value, spans=spans)
    yield date_fault_name(field), f"={_fault_formula(names, spans=spans)}", fault
    yield date_day_name(field), f"=IFERROR({_day_formula(field, names)},0)", date_day(value)


def date_fault_name(field: Field) -> str:
    """Defined name of the cell that says what is wrong with the date of a field."""
    return f"{_begin(field)}keliru"


def date_day_name(field: Field) -> str:
    """Defined name of the cell that holds the day of a field, 0 for none that is sure."""
    return f"{_begin(field)}tanggal"


def date_year_name(field: Field) -> str:
    """Defined name of the cell that holds the year of a date typed as text."""
    return _names(field).year


def _fault_formula(at: DateNames, *, spans: bool) -> str:
    made = f"DATE({at.year},{at.month},{at.day})"
    right = (
        f"IFERROR(AND({at.year}>={FIRST_YEAR},{at.year}<={LAST_YEAR},{at.month}>=1,"
        f"{at.month}<=12,DAY({made})={at.day},MONTH({made})={at.month}),FALSE)"
    )
    other = f"AND({at.weekday}>0,WEEKDAY({made},2)<>{at.weekday})"
    left = f'TRIM({put_formula(at.left, BESIDE_WORDS)})<>""'
    later = f"IF({at.proven}=0,TRUE,IF({left},{other},FALSE))"
    unclear = f"IF({at.unclear}=1,TRUE,{other})"
    told = f'IF({later},"{OpenState.LEFT}",IF({unclear},"{WrongState.UNCLEAR}",""))'
    judged = f'IF({right},{told},"{WrongState.DATE}")'
    unknown = f'OR({at.parts}<>"",{at.second_year}>0)'
    unknown = f'IF({unknown},"{OpenState.LEFT}","{WrongState.UNCLEAR}")'
    if spans:
        span = f'IF({at.proven}=1,"","{OpenState.LEFT}")'
        unknown = f"IF({_is_span(at)},{span},{unknown})"
    unread = f'IF({at.order}="",{unknown},{judged})'
    return f'IF(OR({at.civil}="",{at.order}="{SERIAL}"),"",{unread})'


def _day_formula(field: Field, at: DateNames) -> str:
    whole = f"IF(ISNUMBER({field.name}),INT({field.name}),0)"
    made = (
        f'IF(AND({at.order}<>"",{date_fault_name(field)}=""),DATE({at.year},{at.month},{at.day}),0)'
    )
    return f'IF({at.text}="",{whole},IF({at.order}="{SERIAL}",VALUE({at.rest}),{made}))'


def _is_span(at: DateNames) -> str:
    """Whether a text is a month, a year or a part of one."""
    words = f'AND({at.shape}="0000",OR({at.left}="",{is_one(at.left, SPAN_WORDS)}))'
    month = f"VALUE(LEFT({at.rest},LEN({at.rest})-5))"
    numbers = (
        f'AND({is_one(at.shape, MONTH_SHAPES)},{at.left}="",{at.lead}=0,{month}>=1,{month}<=12)'
    )
    year = f"VALUE(RIGHT({at.rest},4))"
    between = f"AND({year}>={FIRST_YEAR},{year}<={LAST_YEAR})"
    return f"IFERROR(IF({words},TRUE,{numbers}),FALSE)*IFERROR({between},FALSE)"


def _begin(field: Field) -> str:
    return f"sopb_{field.name.removeprefix('id_')}_"


def _names(field: Field) -> DateNames:
    begin = _begin(field)
    return DateNames(
        typed=f"{begin}isian",
        zoned=f"{begin}tanpa_zona",
        clock=f"{begin}jam",
        head=f"{begin}tanpa_jam",
        text=f"{begin}teks",
        zeros=f"{begin}nol",
        signs=f"{begin}tanda",
        first_year=f"{begin}tahun_1",
        second_year=f"{begin}tahun_2",
        second_day=f"{begin}hari_2",
        between=f"{begin}antara",
        moon=f"{begin}hijriah",
        civil=f"{begin}masehi",
        before=f"{begin}depan",
        lead=f"{begin}bulan_depan",
        said=f"{begin}sebelum",
        front=f"{begin}pengantar",
        left=f"{begin}sebutan",
        letters=f"{begin}huruf",
        weekday=f"{begin}nama_hari",
        rest=f"{begin}sisa",
        shape=f"{begin}pola",
        word=f"{begin}kata",
        named=f"{begin}bernama",
        parts=f"{begin}susunan",
        order=f"{begin}urutan",
        day=f"{begin}hari",
        month=f"{begin}bulan",
        year=f"{begin}tahun",
        unclear=f"{begin}angka",
        proven=f"{begin}pasti",
    )


def _formulas(cell: str, at: DateNames) -> dict[str, str]:
    """An expression for each part, in the order in which they need each other."""
    digit = first_digit_formula(at.civil)
    before = put_formula(f"LEFT({at.civil},{digit}-1)", FRONT_SIGNS)
    last = f'TRIM(RIGHT(SUBSTITUTE(TRIM({at.before})," ",REPT(" ",{ROOM})),{ROOM}))'
    first = f'MID({at.said},2,FIND(" ",{at.said},2)-2)'
    unknown = f'ISERROR(FIND(" "&{first}&" ","{KNOWN}"))'
    behind = f'" "&TRIM(MID({at.said},FIND(" , ",{at.said})+3,{ROOM}))&" "'
    words = (*ANNOUNCING, *(word for word in WEEKDAY_WORDS if " " not in word))
    without = put_formula(
        f'SUBSTITUTE({at.front}," ","  ")', tuple((f" {word} ", "") for word in words)
    )
    front = f'IF(LEFT({at.said},4)=" di ",{at.said},{at.front})'
    weekdays = tuple(f" {word} " for word in WEEKDAY_WORDS)
    numbers = ";".join(str(number + 1) for number in WEEKDAY_WORDS.values())
    named = f"SUMPRODUCT(ISNUMBER(FIND({array(weekdays)},{front}))*{{{numbers}}})"
    rest = put_formula(f'MID({at.civil},{digit},{ROOM})&"|"', BEHIND)
    shape = put_formula(at.rest, tuple((one, "0") for one in DIGITS[1:]))
    return {
        "typed": _text_formula(cell),
        "zoned": put_formula(f'{at.typed}&"|"', (*ENDS, *ZONES, ("|", ""))),
        "clock": f'TRIM(RIGHT(SUBSTITUTE({at.zoned}," ",REPT(" ",{ROOM})),{ROOM}))',
        "head": put_formula(f'LEFT({at.zoned},LEN({at.zoned})-LEN({at.clock}))&"|"', BEFORE_CLOCK),
        "text": f"IF({timed_formula(at.typed, at.clock, at.head)},{at.head},{at.typed})",
        "zeros": put_formula(at.text, AS_ZEROS),
        "first_year": year_formula(at.zeros),
        "second_year": year_formula(at.zeros, at.first_year),
        "second_day": second_day_formula(at),
        "between": between_formula(at),
        "moon": moon_formula(at),
        "civil": civil_formula(at),
        "signs": signs_formula(at),
        "before": f'" "&TRIM({before})&" "',
        "lead": f"SUMPRODUCT((RIGHT({at.before},LEN({array(MONTHS)}))={array(MONTHS)})*{NUMBERS})",
        "said": f"IF({at.lead}=0,{at.before},LEFT({at.before},LEN({at.before})-LEN({last})-1))",
        "front": f'IF(AND(ISNUMBER(FIND(" , ",{at.said})),{unknown}),{behind},{at.said})',
        "left": f"TRIM({without})",
        "letters": put_formula(at.left, AS_X),
        "weekday": named,
        "rest": rest,
        "shape": shape,
        "word": _word_formula(at),
        "named": f"{month_formula(at.word)}+{roman_formula(_between(at), at.word)}",
        "parts": parts_formula(at),
        "order": order_formula(at),
        "day": by_order(at, DAY_WAYS),
        "month": by_order(at, MONTH_WAYS),
        "year": by_order(at, YEAR_WAYS),
        "unclear": f'IF(AND({at.order}="{DAY_FIRST}",{at.day}<=12,{at.day}<>{at.month}),1,0)',
        "proven": proven_formula(at),
    }


def _text_formula(cell: str) -> str:
    """The text in lower case and plain signs; "" for what is a date already."""
    serial = f'IF(AND({cell}>={FIRST_SERIAL},{cell}<{LAST_SERIAL + 1}),"",TEXT({cell},"0"))'
    return f"IF(ISNUMBER({cell}),{serial},TRIM({put_formula(f'LOWER({cell})', STRAIGHT)}))"


def _word_formula(at: DateNames) -> str:
    """What stands between a day and a year, without signs and "tahun", between strokes."""
    return put_formula(f'"|"&{_between(at)}&"|"', (*BEHIND_MONTH, *BEHIND_DAY))


def _between(at: DateNames) -> str:
    return f"MID({at.rest},{leading_formula(at)}+1,LEN({at.rest})-{leading_formula(at)}-4)"
