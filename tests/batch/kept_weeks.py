"""Weeks in which register, settings, day, names and contents of files change."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from hypothesis import strategies as st

from sopbatch.batch.family.members import MEMBERS
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from sopbatch.writing.templates.kinds import write_kind
from tests.batch.runs import REPOSITORY, draft_workbook, faulty_workbook, good_workbook
from tests.sample_batch.register import REGISTER

DAY = date(2026, 11, 22)
REGISTERS = {
    "as before": REGISTER,
    "ratified SOPs are judged in full": replace(
        REGISTER, settings=replace(REGISTER.settings, ratified="Diperiksa penuh")
    ),
    "another paper": replace(REGISTER, settings=replace(REGISTER.settings, paper="A4")),
    "no plan": replace(REGISTER, plan=()),
    "agencies are called otherwise": replace(
        REGISTER,
        units=tuple(replace(one, name=f"{one.name} Baru", aliases=()) for one in REGISTER.units),
    ),
}
WITHOUT_CODE = REPOSITORY / "input" / "BKD" / "standar pelayanan lama.xlsx"
"""Whose it is, only the names of the register tell."""
CONTENTS: dict[str, Callable[[], bytes]] = {
    "baik": good_workbook,
    "uji coba": draft_workbook,
    "dua mulai": faulty_workbook,
    "tanpa kode": WITHOUT_CODE.read_bytes,
    **{member.kind.code: partial(write_kind, member.kind, member.example()) for member in MEMBERS},
}


@st.composite
def weeks(draw: st.DrawFn) -> list[tuple[str, int, dict[str, str]]]:
    """A register, a day, and which content lies under which name, for each of some runs."""
    count = draw(st.integers(2, 4))
    names = st.dictionaries(
        st.sampled_from(["a.xlsx", "b.xlsx", "Dinas/c.xlsx", "Dinas/d.xlsx"]),
        st.sampled_from(sorted(CONTENTS)),
        min_size=2,
    )
    week = st.tuples(st.sampled_from(sorted(REGISTERS)), st.sampled_from([0, 0, 7, 400]), names)
    return draw(st.lists(week, min_size=count, max_size=count))


def laid_out(
    register: str, files: dict[str, str], made: dict[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    yield FILE_NAME, write_register_template(REGISTERS[register])
    for name, content in files.items():
        yield name, made[content]
