"""Units that nobody hears of: which sent nothing, and which have no plan."""

from collections.abc import Sequence

from sopbatch.model import Register, Tally
from sopbatch.text.shortening import one_line
from sopbatch.text.words import count

NAME_LIMIT = 60


def silent_sentence(tally: Tally, limit: int) -> str:
    """Who planned something and sent nothing; so many names at most."""
    if not (tally.can_count_plan and tally.total.planned):
        return "Perangkat daerah yang belum mengirim tidak dapat dihitung tanpa rencana SOP."
    names = [unit.unit.name for unit in tally.units if unit.silent]
    if not names:
        return "Semua perangkat daerah yang mempunyai rencana sudah mengirim berkas."
    return f"Perangkat daerah yang belum mengirim berkas {_listed(names, limit)}"


def unplanned_sentence(tally: Tally, register: Register, limit: int) -> str:
    """Which units of the register have no plan; "" when all have one."""
    planning = {unit.unit.code for unit in tally.units if unit.completion.planned}
    names = [unit.name for unit in register.units if unit.code not in planning]
    if not names or not planning:
        return ""
    return f"Perangkat daerah yang belum mempunyai rencana SOP {_listed(names, limit)}"


def _listed(names: Sequence[str], limit: int) -> str:
    told = "; ".join(one_line(name, NAME_LIMIT) for name in names[:limit])
    more = len(names) - limit
    rest = f"; dan {count(more)} lainnya" if more > 0 else ""
    return f"({count(len(names))}): {told}{rest}."
