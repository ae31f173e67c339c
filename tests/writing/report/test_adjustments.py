"""Leaders see on Catatan what the register sets aside, and until when."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.model import NO_REGISTER, RuleSetting, Severity, Waiver
from sopbatch.writing.report.adjustments import adjustments
from tests.builders import dossier, finding, plan_line, register, review
from tests.writing.report.reports import AS_OF, both, told, written

LAST_WEEK, NEXT_YEAR = date(2026, 10, 2), date(2027, 10, 9)
WHY = "alasan: Nomor lama; disetujui oleh Kepala Biro"
WAIVED = finding("I-06", waived="disepakati")
TRIED = finding("I-06", trial=True)


def waiver(unit="*", until=NEXT_YEAR, reason="Nomor lama"):
    return Waiver("I-06", unit, reason, "Kepala Biro", until)


def lines(known, *found):
    batch = (dossier(review(found=found), plan=plan_line()),)
    return adjustments(told(known, batch))


@pytest.mark.parametrize(
    ("found", "adjusted", "term", "meaning"),
    [
        (
            (WAIVED, finding("I-07")),
            {"waivers": (waiver(),)},
            "I-06 · semua perangkat daerah",
            f"dikecualikan sampai 9 Oktober 2027 (1 temuan); {WHY}",
        ),
        (
            (WAIVED,),
            {"waivers": (waiver("9.99"),)},
            "I-06 · -",
            f"dikecualikan sampai 9 Oktober 2027 (0 temuan); {WHY}",
        ),
        (
            (),
            {"waivers": (waiver(until=LAST_WEEK),)},
            "I-06 · semua perangkat daerah",
            f"pengecualian berakhir 2 Oktober 2026; {WHY}",
        ),
        (
            (TRIED,),
            {"rule_settings": (RuleSetting("I-06", trial_until=AS_OF),)},
            "I-06",
            "masa percobaan sampai 9 Oktober 2026; SOP tetap dihitung lengkap (1 temuan)",
        ),
        (
            (),
            {"rule_settings": (RuleSetting("I-06", Severity.INFO, trial_until=LAST_WEEK),)},
            "I-06",
            "tingkat diubah menjadi saran; uji coba berakhir 2 Oktober 2026",
        ),
        ((), {"rule_settings": (RuleSetting("I-06", off=True),)}, "I-06", "tidak diperiksa"),
    ],
)
def test_what_is_set_aside_is_told_with_its_end(found, adjusted, term, meaning):
    assert lines(replace(register(), **adjusted), *found) == ((term, meaning),)


def test_no_adjustment_is_told_as_well():
    [(term, _)] = adjustments(told(NO_REGISTER, ()))
    assert term == "Tidak ada"


def test_they_stand_on_the_sheet_of_notes():
    known = replace(register(), waivers=(waiver(),))
    sheet = both(written(known, ())[1])["Catatan"]
    found = [row for row in sheet.iter_rows(max_col=2, values_only=True) if row[0]]
    assert "I-06 · semua perangkat daerah" in [term for term, _ in found]
