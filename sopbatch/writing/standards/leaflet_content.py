"""A service and a fit in, what its leaflet says out: the six published components, cut to it."""

from dataclasses import dataclass, replace
from typing import TypeVar

from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.writing.standards.fitting import Fit
from sopbatch.writing.standards.icons import icon_of_channel, icon_of_step
from sopbatch.writing.standards.paper import decree_in_words
from sopbatch.writing.standards.words import FREE, channel_text, length, price

T = TypeVar("T")
SHORT_ADDRESS = 56
"""Characters of an address that a line beside a component has room for."""
WIDE, HALF = 100, 48
"""Characters of a line across the page, and of one of two columns."""
COUNTER = "loket pelayanan"
NAME_SIZES = ((34, "huge"), (70, "large"), (130, "middle"))
"""Characters up to which the name is set so large."""
SIZES = ((9, "huge"), (16, "large"), (34, "middle"))
"""Characters up to which time and fee are set so large."""


@dataclass(frozen=True, slots=True)
class Said:
    """Time or fee of one case."""

    case: str
    main: str
    unit: str
    note: str
    size: str


@dataclass(frozen=True, slots=True)
class LeafletTile:
    """A step of the procedure, or a way to complain."""

    icon: str
    title: str
    text: str
    first: bool = True
    """Whether no arrow leads to it."""


@dataclass(frozen=True, slots=True)
class LeafletPart:
    """A component as far as it fits."""

    rows: tuple[tuple[LeafletTile | Said | str | None, ...], ...]
    more: bool
    """Whether something was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """All that the page says."""

    name: str
    name_size: str
    requirements: LeafletPart
    steps: LeafletPart
    times: LeafletPart
    fees: LeafletPart
    products: LeafletPart
    channels: LeafletPart
    answers: LeafletPart
    hours: LeafletPart
    validity: str
    address: str
    media: str
    """Where the whole standard can be read."""
    decree: str
    more: str
    """Where what is left out can be read."""


def leaflet(standards: Standards, service: ServiceStandard, fit: Fit) -> Leaflet:
    """What a page says at a fit, of cleaned values."""
    name = fit.text(service.name, 2) or "(nama layanan belum diisi)"
    address = standards.published_at
    place = address if len(address) <= SHORT_ADDRESS else "alamat di kaki halaman ini"
    return Leaflet(
        name=name,
        name_size=next((size for most, size in NAME_SIZES if len(name) <= most), "small"),
        requirements=_requirements(service.requirements, fit),
        steps=_steps(service.procedure, fit),
        times=_times(service, fit),
        fees=_fees(service, fit),
        products=_texts(service.products, fit, 1),
        channels=_channels(service, fit),
        answers=_answers(service, fit),
        hours=_texts(service.hours, fit, 1),
        validity=fit.text(service.validity),
        address=fit.text(address, 3),
        media=fit.text(", ".join(standards.published), 3),
        decree=fit.text(decree_in_words(standards)),
        more=place if address else COUNTER,
    )


def _texts(texts: tuple[str, ...], fit: Fit, columns: int) -> LeafletPart:
    return _part(texts, fit.texts(texts), columns)


def _requirements(texts: tuple[str, ...], fit: Fit) -> LeafletPart:
    """In two columns where that takes fewer lines."""
    kept = fit.texts(texts)
    alone = sum(_lines(text, WIDE) for text in kept)
    paired = sum(max(_lines(text or "", HALF) for text in row) for row in _rows(kept, 2))
    return _part(texts, kept, 2 if paired < alone else 1)


def _lines(text: str, room: int) -> int:
    return -(-len(text) // room)


def _part(whole: tuple[str, ...], kept: tuple[str, ...], columns: int) -> LeafletPart:
    return LeafletPart(_rows(kept, columns), kept != whole)


def _steps(procedure: tuple[str, ...], fit: Fit) -> LeafletPart:
    kept = fit.texts(procedure)
    tiles = tuple(
        LeafletTile(icon_of_step(text), str(place), text, place == 1)
        for place, text in enumerate(kept, start=1)
    )
    return LeafletPart(_rows(tiles, _abreast(kept)), kept != procedure)


def _abreast(steps: tuple[str, ...]) -> int:
    """Steps of a row: all of them up to five, else rows of like length; fewer of long texts."""
    longest, count = _longest(steps), len(steps)
    most = 5 if longest <= 60 else 4 if longest <= 90 else 3 if longest <= 160 else 2
    rows = -(-count // most) or 1
    return -(-count // rows) or 1


def _times(service: ServiceStandard, fit: Fit) -> LeafletPart:
    several = len(service.times) > 1
    told = tuple(
        Said(one.case, one.main, one.unit, "", _size(one.main, several=several))
        for one in map(length, service.times)
    )
    return _said(told, fit)


def _fees(service: ServiceStandard, fit: Fit) -> LeafletPart:
    several = len(service.fees) > 1
    told = tuple(
        Said(one.case, _free(one.main), "", one.note, _size(_free(one.main), several=several))
        for one in map(price, service.fees)
    )
    return _said(told, fit)


def _said(told: tuple[Said, ...], fit: Fit) -> LeafletPart:
    """Times or fees, each below the one before."""
    kept = tuple(
        replace(one, case=fit.text(one.case), main=fit.text(one.main), note=fit.text(one.note))
        for one in told[: fit.items]
    )
    return LeafletPart(_rows(kept, 1), kept != told)


def _free(text: str) -> str:
    return "Gratis" if text == FREE else text


def _size(text: str, *, several: bool) -> str:
    sizes = [size for most, size in SIZES if len(text) <= most]
    return (*sizes, "small", "small")[1 if several and sizes else 0]


def _channels(service: ServiceStandard, fit: Fit) -> LeafletPart:
    told = tuple((one.kind, channel_text(one)) for one in service.channels)
    told = tuple(pair for pair in told if any(pair))
    kept = tuple((fit.text(kind), fit.text(text)) for kind, text in told[: fit.items])
    tiles = tuple(
        LeafletTile(icon_of_channel(f"{kind} {text}"), kind or text, text if kind else "")
        for kind, text in kept
    )
    wide = max((len(text) for _, text in kept), default=0) > 27
    return LeafletPart(_rows(tiles, 2 if wide else 3), kept != told)


def _answers(service: ServiceStandard, fit: Fit) -> LeafletPart:
    told = tuple(
        f"{one.case}: {one.duration.raw}" if one.case else one.duration.raw
        for one in service.answer_times
        if one.duration.raw
    )
    return _part(told, fit.texts(told), 1)


def _rows(items: tuple[T, ...], columns: int) -> tuple[tuple[T | None, ...], ...]:
    """Items in rows of so many; the last row filled up with None."""
    starts = range(0, len(items), columns)
    rows = (items[start : start + columns] for start in starts)
    return tuple((*row, *(None,) * (columns - len(row))) for row in rows)


def _longest(texts: tuple[str, ...]) -> int:
    return max(map(len, texts), default=0)


def characters(page: Leaflet) -> int:
    """Characters of all that a page says, and what each item takes besides."""
    parts = (
        page.requirements,
        page.steps,
        page.times,
        page.fees,
        page.products,
        page.channels,
        page.answers,
        page.hours,
    )
    return sum(map(len, (page.name, page.validity, page.address, page.media, page.decree))) + sum(
        _weight(item) for part in parts for row in part.rows for item in row
    )


def _weight(item: LeafletTile | Said | str | None) -> int:
    """Characters of an item, and what it takes besides."""
    match item:
        case str():
            return len(item) + 10
        case LeafletTile():
            return len(item.title) + len(item.text) + 20
        case Said():
            return len(item.case) + len(item.main) + len(item.note) + 20
        case None:
            return 0
