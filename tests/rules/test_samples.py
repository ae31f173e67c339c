"""The fourteen samples are honest and good: no rule calls anything in them a galat."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopbatch.model import (
    Format,
    Place,
    PlanLine,
    Received,
    Register,
    Review,
    Severity,
    Sop,
    Submission,
)
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.rules import RULES, review
from tests.caseroom import REGISTER
from tests.samples import sample_sops

AS_OF = date(2025, 6, 10)
PLANNED = replace(
    REGISTER,
    plan=tuple(
        PlanLine(code=sop.plan_code, unit_code="4.01.01.01", section=sop.section, title=sop.title)
        for sop in sample_sops()
    ),
)
EXPECTED_WARNINGS = {"PA-04": {"I-17"}}
"""What a sample is known to lack: the micro SOP without a macro SOP."""


def _sent(sop: Sop) -> Sop:
    """The sample as its workbook would read: codes, status and parsed values filled in."""
    parts = tuple(
        replace(
            procedure,
            steps=tuple(
                replace(step, duration=parse_duration(step.duration.raw, REGISTER.settings))
                for step in procedure.steps
            ),
        )
        for procedure in sop.procedures
    )
    revised = int(sop.revised.value is not None)
    return replace(
        sop,
        unit_code="4.01.01.01",
        number=parse_number(sop.number.raw),
        signatory_nip=parse_nip(sop.signatory_nip.raw),
        legal_basis=tuple(parse_citation(item.raw) for item in sop.legal_basis),
        revision=revised,
        revision_raw=str(revised),
        approval_method="Tanda tangan dan cap",
        function="Fasilitasi dan pembinaan ketatalaksanaan",
        status="Disahkan",
        procedures=parts,
    )


def _reviewed(sop: Sop, register: Register = PLANNED) -> Review:
    received = Received(
        name=f"4.01.01.01_{sop.plan_code}.xlsx",
        path=Path(),
        sha256=sop.plan_code,
        size=1,
        first_seen=date(2025, 6, 2),
    )
    values = {Place("title"): sop.title}
    submission = Submission(
        received=received,
        format=Format.XLSX,
        version=1,
        sop=_sent(sop),
        values=values,
    )
    checked, crashes = review(submission, register, AS_OF, RULES)
    assert crashes == ()
    return checked


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
def test_a_good_sop_gets_no_galat(sop: Sop):
    found = _reviewed(sop).findings
    assert [item for item in found if item.severity is Severity.ERROR] == []


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
def test_the_identity_of_a_good_sop_gets_no_warning_but_the_known_one(sop: Sop):
    found = _reviewed(sop).findings
    warned = {item.code for item in found if item.severity is Severity.WARNING}
    assert {code for code in warned if code[0] in "FIDSLX"} == EXPECTED_WARNINGS.get(
        sop.plan_code, set()
    )


def test_advice_on_good_sops_stays_rare():
    codes = Counter(
        item.code
        for sop in sample_sops()
        for item in _reviewed(sop).findings
        if item.code[0] in "FIDSLX" and item.severity is Severity.INFO
    )
    assert set(codes) <= {"L-14", "D-15", "X-14"}
