"""Every text of a record is made printable, and nothing else of it changes."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from sopbatch.text.cleaned import cleaned
from sopbatch.text.printable import printable
from tests.writing.standards.examples import EVIDENCE, STANDARDS


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from leaves(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    else:
        yield value


def test_a_record_that_is_printable_stays_as_it_is():
    for record in (STANDARDS, EVIDENCE):
        assert list(map(type, leaves(cleaned(record)))) == list(map(type, leaves(record)))
        assert cleaned(cleaned(record)) == cleaned(record)


def test_a_text_is_made_printable_wherever_it_stands():
    typed = "Surat\x00\ue000 izin"
    services = (replace(STANDARDS.services[0], requirements=(typed, " ")),)
    told = cleaned(replace(STANDARDS, unit_name=typed, services=services))
    assert told.unit_name == printable(typed)
    assert told.services[0].requirements == (printable(typed),)
