"""How far SOPs in work are, as the agency's own list tells."""

from datetime import date

from sopbatch.matching.watched import reached_steps
from sopbatch.model import Format, FormReading, Review
from sopbatch.model.drafting import Drafted, Drafting, Reached, StepDone
from sopbatch.tally import tally
from tests.builders import day, dossier, findings, plan_line, received, register

AS_OF = date(2026, 10, 9)
SOP = dossier(plan=plan_line())


def drafting(**days: date) -> Drafting:
    steps = {key: StepDone(day(value), "Dewi") for key, value in days.items()}
    row = Drafted(row=1, title="penanganan surat masuk", steps=steps)
    return Drafting(unit_code="4.01.01.7", as_of=day(AS_OF), rows=(row,))


def told(record: Drafting, errors: int = 0) -> dict[str, Reached]:
    file = received("tahap.xlsx")
    reading = FormReading(
        received=file,
        format=Format.XLSX,
        version=1,
        kind="PENYUSUNAN",
        record=record,
    )
    review = Review(received=file, submission=None, findings=findings(errors), form=reading)
    return dict(reached_steps((review,), (SOP,), register(), AS_OF))


def test_the_last_step_with_a_day_is_the_one_that_was_reached():
    found = told(drafting(drafted=date(2026, 5, 4), second=date(2026, 6, 1)))
    assert found == {"TL-01": Reached("validasi kedua", date(2026, 6, 1), 5)}


def test_a_step_yet_to_come_and_a_faulty_workbook_tell_nothing():
    ahead = drafting(drafted=date(2026, 5, 4), discussed=date(2026, 12, 1))
    assert told(ahead) == {"TL-01": Reached("penyusunan", date(2026, 5, 4), 1)}
    assert told(ahead, errors=1) == {}
    assert told(drafting()) == {}


def test_the_step_stands_in_the_list_of_sops_and_changes_no_count():
    found = told(drafting(drafted=date(2026, 5, 4)))
    (with_it,) = tally((SOP,), register(), AS_OF, drafting=found).lines
    (without,) = tally((SOP,), register(), AS_OF).lines
    assert with_it.drafting.step == "penyusunan"
    assert with_it.status == without.status
