"""What Keadaan says beside Nama SOP is what the check says of what stands in front of it (I-09)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import NO_REGISTER
from sopbatch.rules.identity.title import title_starts_with_sop
from sopbatch.rules.report_day import ReportDay
from sopbatch.rules.rule import Case
from sopbatch.schema.fields import FILLED, WrongState
from sopbatch.writing.templates.identity_checks import begins_with_sop
from tests import builders
from tests.office import Office
from tests.there import there
from tests.writing.templates.states import states_of

ABOUT = (
    "Pengelolaan Surat Masuk",
    "pos bantuan hukum",
    "Sopir Dinas Bertugas",
    "Prosedur Penyusunan Jadwal Rapat",
    "Penyusunan SOP Unit",
    "Standar Pelayanan Minimal",
    "Usulan Kenaikan Pangkat",
    "Rancangan Sopan Santun",
)
"""Names of SOPs that begin with nothing of the kind, however near they come."""
FRONTS = (
    *("", "SOP ", "S.O.P. ", "SOP: ", "SOP/", "SOP_", "SOP-01 ", "(SOP) ", "- SOP ", "“SOP” "),
    *("SPO ", "spo: ", "S.P.O. ", "SOP tentang ", "Protap ", "PROTAP: ", "Prosedur Tetap "),
    *("Standar Operasional Prosedur ", "Standar Prosedur Operasional (SPO) "),
    *("Standar Operasional dan Prosedur ", "Prosedur Operasional Standar "),
    *("Standard Operating Procedure ", "Nama SOP : ", "Nama: ", "Judul SOP: ", "Draft SOP "),
    *("Draf SOP ", "Rancangan SOP ", "Konsep SOP ", "Usulan SOP "),
)
typed_titles = st.builds("{}{}".format, st.sampled_from(FRONTS), st.sampled_from(ABOUT))


def _is_told(title: str) -> bool:
    submission = there(builders.review(builders.sop(title=title)).submission)
    case = Case(submission, NO_REGISTER, ReportDay(date(2026, 11, 28)))
    return any(there(title_starts_with_sop.check)(case))


@given(typed_titles)
def test_keadaan_tells_what_the_check_tells(title: str):
    assert begins_with_sop(title) == _is_told(title)


@pytest.mark.parametrize("front", FRONTS[1:])
def test_each_of_them_is_told(front: str):
    assert begins_with_sop(f"{front}{ABOUT[0]}")


@pytest.mark.long
@pytest.mark.office
def test_the_formulas_come_to_the_same(office: Office):
    titles = [f"{front}{ABOUT[at % len(ABOUT)]}" for at, front in enumerate(FRONTS)]
    told = {title: WrongState.SOP if begins_with_sop(title) else FILLED for title in titles}
    assert dict(states_of(office, "title", titles)) == told
