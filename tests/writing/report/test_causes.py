"""What is trained first: the few kinds of findings behind most of them, where they are few."""

import pytest

from tests.builders import dossier, finding, plan_line, register, review, sop
from tests.writing.report.reports import both, written

FIRST = "{} dari {} jenis temuan mencakup paling sedikit 80% seluruh temuan"
NONE = "Jenis temuan, yang paling sering muncul lebih dahulu."


@pytest.mark.parametrize(
    ("counts", "note"),
    [
        # One of three kinds is behind four fifths to the finding.
        ([8, 1, 1], FIRST.format(1, 3)),
        ([7, 2, 1], NONE),
        ([8, 2], NONE),
        ([4, 4, 1, 1, 0, 0], NONE),
        ([9, 9, 1, 1, 1, 1], FIRST.format(2, 6)),
        ([], "Temuan yang paling sering muncul."),
    ],
)
def test_few_kinds_behind_four_fifths_of_all_findings_are_told(counts: list[int], note: str):
    codes = ("I-06", "I-08", "A-01", "S-02", "W-01", "P-04")
    found = [finding(code) for code, many in zip(codes, counts, strict=False) for _ in range(many)]
    _, books = written(register(), (dossier(review(sop(), found), plan=plan_line()),))
    assert str(both(books)["Penyebab"]["A3"].value).startswith(note)
