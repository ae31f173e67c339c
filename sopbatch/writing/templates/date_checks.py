"""Dates typed as text: taken apart on the lists sheet, judged beside the cell.

The cells go the way of `reading.values.dates`: words in front of the first digit announce a date,
behind it stand digits in a known order, or a day, the name of a month and a year.
"""

from collections.abc import Iterator, Mapping
from functools import reduce

from sopbatch.model import CellValue
from sopbatch.schema.fields import Field, WrongState
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
from sopbatch.writing.templates.date_places import AS_X, announced_formula, bare_place_formula
from sopbatch.writing.templates.date_signs import (
    BEHIND,
    BEHIND_DAY,
    BEHIND_MONTH,
    ENDS,
    FRONT_SIGNS,
    KNOWN,
    MONTH_SHAPES,
    NTH,
    SPAN_WORDS,
    STRAIGHT,
    day_first_shapes,
    year_first_shapes,
)
from sopbatch.writing.templates.date_values import (
    DAY_FIRST,
    EIGHT,
    FIRST_SERIAL,
    FIRST_YEAR,
    LAST_SERIAL,
    LAST_YEAR,
    MONTH_FIRST,
    NOT_READ,
    SERIAL,
    UNREAD,
    WORDED,
    YEAR_FIRST,
    date_day,
    date_fault,
    date_parts,
)
from sopbatch.writing.templates.exchanges import DIGITS, ROOM, array, is_one, put_formula

Ways = Mapping[tuple[str, ...], str]
"""An expression for each of some orders."""


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
    unclear = f"IF({at.unclear}=1,TRUE,{other})"
    judged = f'IF({right},IF({unclear},"{WrongState.UNCLEAR}",""),"{WrongState.DATE}")'
    unknown = f'"{WrongState.UNCLEAR}"'
    unknown = f'IF({_is_span(at)},"",{unknown})' if spans else unknown
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
        order=f"{begin}urutan",
        day=f"{begin}hari",
        month=f"{begin}bulan",
        year=f"{begin}tahun",
        unclear=f"{begin}angka",
    )


def _formulas(cell: str, at: DateNames) -> dict[str, str]:
    """An expression for each part, in the order in which they need each other."""
    digit = f'SUMPRODUCT(MIN(FIND({array(DIGITS)},{at.civil}&"{DIGITS}")))'
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
        "order": _order_formula(at),
        "day": _by_order(at, _DAYS),
        "month": _by_order(at, _MONTHS),
        "year": _by_order(at, _YEARS),
        "unclear": f'IF(AND({at.order}="{DAY_FIRST}",{at.day}<=12,{at.day}<>{at.month}),1,0)',
    }


def _text_formula(cell: str) -> str:
    """The text in lower case and plain signs; "" for what is a date already."""
    serial = f'IF(AND({cell}>={FIRST_SERIAL},{cell}<{LAST_SERIAL + 1}),"",TEXT({cell},"0"))'
    return f"IF(ISNUMBER({cell}),{serial},TRIM({put_formula(f'LOWER({cell})', STRAIGHT)}))"


def _word_formula(at: DateNames) -> str:
    """What stands between a day and a year, without signs and "tahun", between strokes."""
    return put_formula(f'"|"&{_between(at)}&"|"', (*BEHIND_MONTH, *BEHIND_DAY))


def _between(at: DateNames) -> str:
    return f"MID({at.rest},{_leading(at)}+1,LEN({at.rest})-{_leading(at)}-4)"


def _leading(at: DateNames) -> str:
    """How many digits of a day stand in front."""
    return f'IF(LEFT({at.shape},2)="00",2,1)'


def _order_formula(at: DateNames) -> str:
    """Which part stands where; "" when the text is no date."""
    long_year = f'AND(RIGHT({at.shape},4)="0000",RIGHT({at.shape},5)<>"00000")'
    behind = is_one(at.word, ("||", *(f"|{nth}|" for nth in NTH)))
    month_first = f'IF(AND({long_year},LEN({at.shape})>5,{behind}),"{MONTH_FIRST}","")'
    century = f'OR(LEFT({at.rest},2)="19",LEFT({at.rest},2)="20")'
    ways = (
        (is_one(at.shape, day_first_shapes()), DAY_FIRST),
        (is_one(at.shape, year_first_shapes()), YEAR_FIRST),
        (f'AND({at.shape}="00000000",{century})', EIGHT),
        (f"AND({long_year},{at.named}>0)", WORDED),
    )
    day_first = reduce(lambda other, way: f'IF({way[0]},"{way[1]}",{other})', reversed(ways), '""')
    order = f"IF({at.lead}>0,{month_first},{day_first})"
    bare = bare_place_formula(at.said, at.front, at.left, at.letters)
    close = f'RIGHT({at.said},LEN({at.left})+2)=" "&{at.left}&" "'
    bare = f'AND({bare},NOT(AND(LEFT({at.shape},4)="0000",{close})))'
    announced = announced_formula(at.said, at.front, at.left)
    alone = f'AND({at.shape}="00000",{at.before}="  ")'
    return f'IF({alone},"{SERIAL}",IF(OR({announced},{bare}),{order},""))'


_DAYS: Ways = {
    (DAY_FIRST, WORDED, MONTH_FIRST): "LEFT({rest},{leading})",
    (YEAR_FIRST,): "MID({rest},FIND(MID({rest},5,1),{rest},6)+1,2)",
    (EIGHT,): "RIGHT({rest},2)",
}
_MONTHS: Ways = {
    (DAY_FIRST,): "MID({rest},{leading}+2,LEN({rest})-{leading}-6)",
    (YEAR_FIRST,): "MID({rest},6,FIND(MID({rest},5,1),{rest},6)-6)",
    (EIGHT,): "MID({rest},5,2)",
    (WORDED,): "{named}",
    (MONTH_FIRST,): "{lead}",
}
_YEARS: Ways = {
    (DAY_FIRST, WORDED, MONTH_FIRST): "RIGHT({rest},4)",
    (YEAR_FIRST, EIGHT): "LEFT({rest},4)",
}


def _by_order(at: DateNames, ways: Ways) -> str:
    """The number that stands where the order of the parts says."""
    chosen = str(UNREAD)
    for orders, way in ways.items():
        expression = way.format(
            rest=at.rest,
            leading=_leading(at),
            named=at.named,
            lead=at.lead,
        )
        among = ",".join(f'{at.order}="{one}"' for one in orders)
        chosen = f"IF(OR({among}),VALUE({expression}),{chosen})"
    return chosen
