"""Which functions have no SOP: what needs workbooks name, beside the plan and what was received."""

from collections.abc import Iterable, Iterator, Sequence

from sopbatch.matching.needs import newest_needs
from sopbatch.matching.plan import Plan, plan_of
from sopbatch.model import FormStanding, Register, SopLine
from sopbatch.model.needs import Needs
from sopbatch.report.functions import BareFunction
from sopbatch.text.likeness import near_titles
from sopbatch.text.names import name_key


def bare_functions(
    standings: Iterable[FormStanding], lines: Sequence[SopLine], register: Register
) -> Iterator[BareFunction]:
    """Functions without any SOP, unit by unit, as the newest good workbook names them."""
    plan = plan_of(register)
    for code, needs in newest_needs(standings, register):
        unit = register.unit(code)
        known = {plan.key(one.title) for one in lines if one.unit_code == code and not one.revoked}
        served = {
            name_key(line.function)
            for line in register.plan
            if line.unit_code == code and line.function and not line.withdrawn
        }
        name = unit.name if unit else needs.unit_name or code
        yield from _bare(needs, name, known, served, plan)


def _bare(
    needs: Needs, unit: str, known: set[str], served: set[str], plan: Plan
) -> Iterator[BareFunction]:
    named = {name_key(text): text for text in needs.functions}
    for row in needs.rows:
        if row.function and not _is_among(name_key(row.function), named):
            named[name_key(row.function)] = row.function
    for key, function in named.items():
        rows = [row for row in needs.rows if _is_among(name_key(row.function), (key,))]
        titles = tuple(row.title for row in rows if row.title)
        has_sop = any(_is_among(plan.key(title), known) for title in titles)
        if not has_sop and not _is_among(key, served):
            yield BareFunction(unit, function, len(rows), titles)


def _is_among(key: str, keys: Iterable[str]) -> bool:
    return any(key == other or near_titles(key, other) for other in keys)
