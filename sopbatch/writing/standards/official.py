"""Papers in the form of offices: table of a service, decree, minutes, list of services."""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.text.cleaned import cleaned
from sopbatch.text.spelled import day_in_words
from sopbatch.text.words import long_date
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.standards.components import SHORT, groups
from sopbatch.writing.standards.decree import Decree, decree
from sopbatch.writing.standards.paper import (
    A4,
    decree_in_words,
    is_draft,
    signature,
    typeset_page,
    unit_of,
)
from sopbatch.writing.standards.words import price
from sopbatch.writing.typeset import official_style, write_pdf

SIGNERS = 6
"""Lines for the public's representatives on the minutes, at least."""


def print_standard(standards: Standards, service: ServiceStandard, letterhead: Letterhead) -> bytes:
    """The table of one service, with the agency's letterhead, as PDF/A-3.

    The same values give the same bytes, as with all documents here.
    """
    standards, service = cleaned(standards), cleaned(service)
    unit = unit_of(standards, letterhead)
    pages = typeset_page(
        "standar.html",
        official_style(),
        letterhead,
        draft=A4 if is_draft(standards) else None,
        service=service,
        groups=groups(service),
        unit=unit,
        decree=decree_in_words(standards),
    )
    return write_pdf(pages)


def print_decree(standards: Standards, letterhead: Letterhead) -> bytes:
    """The decree that sets the standards (SK penetapan), one annex per service, as PDF/A-3."""
    standards = cleaned(standards)
    made: Decree = decree(standards, unit_of(standards, letterhead))
    pages = typeset_page(
        "sk.html",
        official_style(),
        letterhead,
        draft=A4 if is_draft(standards) else None,
        decree=made,
    )
    return write_pdf(pages)


def print_minutes(standards: Standards, letterhead: Letterhead) -> bytes:
    """Minutes of the public consultation (berita acara), lines left for signatures, as PDF/A-3.

    They are no draft whatever the status: the consultation comes before the standards are set.
    """
    standards = cleaned(standards)
    unit, day = unit_of(standards, letterhead), standards.consulted.value
    groups_told = standards.consulted_groups
    blank = ("",) * max(0, SIGNERS - len(groups_told))
    pages = typeset_page(
        "berita_acara.html",
        official_style(),
        letterhead,
        standards=standards,
        unit=unit,
        day_in_words=day_in_words(day) if day else "",
        day=long_date(day) if day else standards.consulted.raw,
        signature=signature(standards, unit, ""),
        signers=groups_told + blank,
    )
    return write_pdf(pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedService:
    """A service in the list."""

    name: str
    times: tuple[tuple[str, str], ...]
    fees: tuple[tuple[str, str], ...]
    products: tuple[str, ...]
    decree: str
    draft: bool

    @property
    def short(self) -> bool:
        """Whether the line stays on one page."""
        said = (self.name, *chain(*self.times), *chain(*self.fees), *self.products, self.decree)
        return sum(map(len, said)) < SHORT


@dataclass(frozen=True, slots=True)
class Counter:
    """Services of one workbook."""

    unit: str
    lines: tuple[ListedService, ...]


def print_service_list(
    workbooks: tuple[Standards, ...], letterhead: Letterhead, as_of: date
) -> bytes:
    """Services of an agency's workbooks with time, fee, product and decree, as PDF/A-3.

    Those whose standard is not set are marked one by one, as in the contents of a book.
    """
    counters = tuple(_counter(cleaned(one), letterhead) for one in workbooks)
    pages = typeset_page(
        "daftar.html",
        official_style(),
        letterhead,
        measures="@page { size: A4 landscape }",
        counters=tuple(counter for counter in counters if counter.lines),
        several=len({counter.unit for counter in counters}) > 1,
        unit=cleaned(letterhead).unit or (counters[0].unit if counters else ""),
        total=sum(len(counter.lines) for counter in counters),
        as_of=long_date(as_of),
    )
    return write_pdf(pages)


def _counter(standards: Standards, letterhead: Letterhead) -> Counter:
    draft = is_draft(standards)
    lines = tuple(
        ListedService(
            name=service.name,
            times=tuple((time.case, time.duration.raw) for time in service.times),
            fees=tuple((one.case, one.main) for one in map(price, service.fees)),
            products=service.products,
            decree=decree_in_words(standards),
            draft=draft,
        )
        for service in standards.services
    )
    return Counter(unit_of(standards, letterhead), lines)
