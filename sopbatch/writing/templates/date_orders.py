"""In which order the parts of a date stand that was typed as text, and what stands where."""

from collections.abc import Mapping
from functools import reduce

from sopbatch.writing.templates.date_names import DateNames
from sopbatch.writing.templates.date_places import announced_formula, bare_place_formula
from sopbatch.writing.templates.date_signs import NTH, day_first_shapes, year_first_shapes
from sopbatch.writing.templates.date_values import (
    DAY_FIRST,
    EIGHT,
    MONTH_FIRST,
    SERIAL,
    UNREAD,
    WORDED,
    YEAR_FIRST,
)
from sopbatch.writing.templates.exchanges import is_one

Ways = Mapping[tuple[str, ...], str]
"""An expression for each of some orders."""


def leading_formula(at: DateNames) -> str:
    """How many digits of a day stand in front."""
    return f'IF(LEFT({at.shape},2)="00",2,1)'


def parts_formula(at: DateNames) -> str:
    """Which part stands where, whatever stands in front; "" when they are no date."""
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
    return f"IF({at.lead}>0,{month_first},{day_first})"


def order_formula(at: DateNames) -> str:
    """The same of what is read; "" when the text is no date."""
    bare = bare_place_formula(at.said, at.front, at.left, at.letters)
    close = f'RIGHT({at.said},LEN({at.left})+2)=" "&{at.left}&" "'
    bare = f'AND({bare},NOT(AND(LEFT({at.shape},4)="0000",{close})))'
    announced = announced_formula(at.said, at.front, at.left)
    alone = f'AND({at.shape}="00000",{at.before}="  ")'
    return f'IF({alone},"{SERIAL}",IF(OR({announced},{bare}),{at.parts},""))'


DAY_WAYS: Ways = {
    (DAY_FIRST, WORDED, MONTH_FIRST): "LEFT({rest},{leading})",
    (YEAR_FIRST,): "MID({rest},FIND(MID({rest},5,1),{rest},6)+1,2)",
    (EIGHT,): "RIGHT({rest},2)",
}
MONTH_WAYS: Ways = {
    (DAY_FIRST,): "MID({rest},{leading}+2,LEN({rest})-{leading}-6)",
    (YEAR_FIRST,): "MID({rest},6,FIND(MID({rest},5,1),{rest},6)-6)",
    (EIGHT,): "MID({rest},5,2)",
    (WORDED,): "{named}",
    (MONTH_FIRST,): "{lead}",
}
YEAR_WAYS: Ways = {
    (DAY_FIRST, WORDED, MONTH_FIRST): "RIGHT({rest},4)",
    (YEAR_FIRST, EIGHT): "LEFT({rest},4)",
}


def by_order(at: DateNames, ways: Ways) -> str:
    """The number that stands where the order of the parts says."""
    chosen = str(UNREAD)
    for orders, way in ways.items():
        expression = way.format(
            rest=at.rest,
            leading=leading_formula(at),
            named=at.named,
            lead=at.lead,
        )
        among = ",".join(f'{at.order}="{one}"' for one in orders)
        chosen = f"IF(OR({among}),VALUE({expression}),{chosen})"
    return chosen
