"""A format that cannot be marked comes back as a fresh form with all its values, and marked."""

from dataclasses import replace
from functools import cache

import pytest

from sopbatch.model import Actor, Format, Place, Review, Severity, Submission
from sopbatch.reading import read_grid, read_submission
from sopbatch.rules import RULES, review
from sopbatch.schema.places import template_cells
from sopbatch.writing.returned import mark_copy, reissue
from sopbatch.writing.templates import sop_values
from tests.builders import SEEN, received
from tests.sample_batch.making import planned, typed, values
from tests.sample_batch.register import REGISTER
from tests.samples import sample_sops
from tests.writing.returned.books import found, opened, review_of
from tests.written import write_sop_template

CELLS = template_cells()


def read(data: bytes) -> Submission:
    return read_submission(read_grid(data), received(), REGISTER.settings)


def checked(data: bytes) -> Review:
    return review(read(data), REGISTER, SEEN, RULES)[0]


def as_ods(sop) -> Review:
    """A review of that record as if it had come in a format that cannot be marked."""
    texts = {place: str(value) for place, value in sop_values(sop).items()}
    submission = Submission(
        received=received("a.ods"),
        format=Format.ODS,
        version=1,
        sop=sop,
        values=texts,
    )
    return Review(received=submission.received, submission=submission, findings=(found("B2"),))


@cache
def sent_sop():
    """The first sample as it is read from a filled form."""
    return read(write_sop_template(sop_values(sample_sops()[0]))).sop


@pytest.mark.few(1)
@pytest.mark.parametrize("sop", sample_sops()[::7], ids=lambda sop: sop.plan_code)
def test_the_form_holds_the_whole_sop(sop):
    sent = read(write_sop_template(sop_values(sop))).sop
    assert read(reissue(as_ods(sent))).sop == sent


@pytest.mark.long
def test_more_steps_and_list_rows_than_the_form_prepares_are_carried_and_marked():
    sop = sent_sop()
    step = sop.procedures[0].steps[0]
    steps = tuple(
        replace(step, row=row, number=row, activity=f"Memeriksa berkas tahap {row}", branches=())
        for row in range(1, 91)
    )
    procedure = replace(sop.procedures[0], steps=steps)
    records = tuple(f"Buku agenda nomor {number}" for number in range(1, 31))
    long = replace(sop, procedures=(procedure,), records=records)
    at = replace(found("A1", sheet="Lain"), place=Place("duration", 88))
    form = reissue(replace(as_ods(long), findings=(at,)))
    again = read(form).sop
    assert [step.activity for step in again.steps] == [step.activity for step in steps]
    assert again.records == records
    first = CELLS[Place("duration", 1)]
    noted = opened(form)[first.sheet].cell(first.row + 87, first.column)
    assert noted.comment is not None


def test_findings_stand_at_their_fields_in_the_form():
    sop = sent_sop()
    places = (Place("title"), Place("duration", 3), Place("records", 99), Place("actor", 0, 1, 2))
    findings = tuple(replace(found("A1", sheet="Lain"), place=place) for place in places)
    form = reissue(replace(as_ods(sop), findings=findings))
    book = opened(form)
    last = max(place.row for place in CELLS if place.key == "records")
    for place in (*places[:2], Place("records", last), places[3]):
        cell = CELLS[place]
        assert book[cell.sheet][cell.a1].comment is not None, place


def test_a_refused_file_has_nothing_to_fill_in():
    with pytest.raises(ValueError, match="refused"):
        reissue(replace(review_of(), submission=None))


@pytest.mark.long
def test_the_form_says_that_the_values_were_copied():
    lead = opened(reissue(as_ods(sample_sops()[0])))["Perbaikan"]["B4"].value
    assert lead.endswith("isian Anda sudah kami salin ke formulir baru ini.")


@pytest.mark.long
def test_the_same_submission_gives_the_same_form():
    once = as_ods(sample_sops()[0])
    assert reissue(once) == reissue(once)


DIRTY = {
    Place("number"): "065/ /Org/2026",
    Place("duration", 2): "kira-kira sejam",
    Place("no_target", 3): "99",
}


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("form", ["ods", "xls"])
def test_what_came_as_ods_or_xls_comes_back_whole(office, form):
    sent = checked(typed(planned("TL-07"), form, DIRTY)(office))
    assert sent.submission is not None
    assert sent.submission.format == form
    again = checked(reissue(sent))
    assert again.submission is not None
    assert again.submission.sop == sent.submission.sop
    assert again.submission.sop.steps[1].duration.raw == "kira-kira sejam"
    told = {(each.code, each.place) for each in sent.findings if each.severity > Severity.INFO}
    assert told <= {(each.code, each.place) for each in again.findings}


@pytest.mark.long
def test_a_marked_form_is_read_like_the_plain_one():
    data = write_sop_template(values(planned("TL-07"), DIRTY))
    plain = checked(data)
    marked = checked(mark_copy(data, plain))
    assert marked.findings == plain.findings
    assert marked.submission == plain.submission


@pytest.mark.few(1)
@pytest.mark.parametrize(
    ("lanes", "told"), [(15, "ke formulir baru ini."), (16, "kecuali pelaksana ke-16")]
)
def test_the_list_tells_what_found_no_room(lanes, told):
    sop = sent_sop()
    actors = tuple(Actor(f"Pelaksana {lane}", lane=lane) for lane in range(1, lanes + 1))
    procedure = replace(sop.procedures[0], actors=actors)
    form = opened(reissue(as_ods(replace(sop, procedures=(procedure,)))))
    assert told in form["Perbaikan"]["B4"].value
