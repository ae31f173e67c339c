"""Every replaced regulation of the list is told, with its source and its day."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.reading.values.citations import parse_citation
from sopbatch.rules.data.superseded import LIST_DATE, SUPERSEDED
from sopbatch.rules.identity.citations import superseded_regulation
from sopbatch.rules.report_day import ReportDay
from sopbatch.rules.rule import Case
from tests import builders
from tests.there import there

NAMES = {
    "UU": ("Undang-Undang", "UU"),
    "PP": ("Peraturan Pemerintah", "PP"),
    "PERPRES": ("Peraturan Presiden", "Perpres"),
    "INPRES": ("Instruksi Presiden", "Inpres"),
    "PERMEN": ("Peraturan Menteri {}", "Permen {}"),
    "KEPMEN": ("Keputusan Menteri {}", "Kepmen {}"),
}
LISTED = sorted(SUPERSEDED, key=str)


def told(text: str) -> list[str]:
    sop = replace(builders.sop(), legal_basis=(parse_citation(text),))
    check = superseded_regulation.check
    assert check
    case = Case(
        there(builders.review(sop).submission), builders.register(), ReportDay(date(2026, 11, 28))
    )
    return [problem.suggestion for problem in check(case)]


@pytest.mark.parametrize("listed", LISTED, ids=str)
def test_every_entry_is_told_however_it_is_named(listed):
    type_, issuer, number, year = listed
    for name in NAMES[type_]:
        named = name.format(issuer.upper())
        for form in (f"Nomor {number} Tahun {year}", f"No. {number} Tahun {year}"):
            assert told(f"{named} {form} tentang Suatu Hal") == [SUPERSEDED[listed].text]
        assert told(f"{named} {number}/{year} tentang Suatu Hal") == [SUPERSEDED[listed].text]


@pytest.mark.parametrize("listed", LISTED, ids=str)
def test_what_replaces_an_entry_is_in_force_and_its_source_is_named(listed):
    successor = SUPERSEDED[listed]
    cited = parse_citation(successor.text)
    assert cited.identity not in SUPERSEDED
    assert cited.identity == successor.identity
    assert cited.year is not None
    assert successor.since <= cited.year <= LIST_DATE.year
    assert listed[3] <= successor.since
    assert cited.title
    assert successor.source.endswith(f"Tahun {cited.year}")
    assert told(successor.text) == []
