"""The committed input/ is what its script makes: the same bytes, or the same cells when read."""

import pytest

from sopbatch.model import Grid
from sopbatch.reading import Refusal, Refused, read_grid
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.office import Office
from tests.sample_batch.__main__ import INPUT
from tests.sample_batch.dirty import DIRTY
from tests.sample_batch.family import FAMILY
from tests.sample_batch.files import SampleFile
from tests.sample_batch.good import GOOD
from tests.sample_batch.mails import MAILS
from tests.sample_batch.register import REGISTER

REBUILD = "input/ is not what its script makes; run `make samples`"
SAME_BYTES = ("filled", "form_filled", "bytes_of", "enclosed")
"""Ways of making that know no clock; LibreOffice and openpyxl put the time into a file."""


def way(sample: SampleFile) -> str:
    """The function of `making` by which a file comes about."""
    return sample.make.__qualname__.partition(".")[0]


EVERY = (*GOOD, *DIRTY, *FAMILY, *MAILS)
SAMPLES = {
    exact: [sample for sample in EVERY if (way(sample) in SAME_BYTES) == exact]
    for exact in (True, False)
}
TYPED = {sample.name[-4:]: sample for sample in SAMPLES[False] if way(sample) == "typed"}
"""One file of each format: typing a whole form into LibreOffice takes seconds."""
OTHERS = [sample for sample in SAMPLES[False] if sample in TYPED.values() or way(sample) != "typed"]


def cells(data: bytes) -> Grid | Refusal:
    try:
        return read_grid(data)
    except Refused as refused:
        return refused.refusal


def test_the_register_has_the_same_bytes():
    assert (INPUT / FILE_NAME).read_bytes() == write_register_template(REGISTER), REBUILD


@pytest.mark.few(3)
@pytest.mark.parametrize("sample", SAMPLES[True], ids=lambda sample: sample.name)
def test_what_the_program_fills_has_the_same_bytes(sample: SampleFile) -> None:
    no_office: Office = None  # type: ignore[assignment]
    assert (INPUT / sample.name).read_bytes() == sample.make(no_office), REBUILD


@pytest.mark.few(1)
@pytest.mark.office
@pytest.mark.parametrize("sample", OTHERS, ids=lambda sample: sample.name)
def test_what_other_programs_save_reads_the_same(sample: SampleFile, office: Office) -> None:
    committed, made = cells((INPUT / sample.name).read_bytes()), cells(sample.make(office))
    assert committed == made, REBUILD
