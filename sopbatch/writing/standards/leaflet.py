"""The public leaflet of a service: one A4 page with the six published components, read standing."""

from dataclasses import dataclass
from typing import TypeVar

from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.writing.standards.cleaned import cleaned
from sopbatch.writing.standards.codes import is_web, qr_code
from sopbatch.writing.standards.fitting import Fit, fits, on_one_page
from sopbatch.writing.standards.icons import drawn, icon_of_channel, icon_of_step, icons
from sopbatch.writing.standards.paper import (
    A4,
    decree_in_words,
    is_draft,
    printed,
    typeset_page,
    unit_of,
)
from sopbatch.writing.standards.values import Letterhead
from sopbatch.writing.standards.words import FREE, channel_text, length, price
from sopbatch.writing.typeset import SCHEME, Pages, Served

T = TypeVar("T")
INK, LIGHT = "#1f4e5f", "#ffffff"
QR = f"{SCHEME}qr"
FOOT, GAPS, GAP, WIDEST = 7.0, 4, 3.4, 7.0
"""White below the footer; gaps, what each has at least and what it may get besides, mm."""
USUAL = 10.4
"""Letters of the text, pt."""
HOPELESS = 9000
"""Characters that no page holds, however small its letters."""
SHORT_ADDRESS = 56
COUNTER = "loket pelayanan"
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
class Tile:
    """A step of the procedure, or a way to complain."""

    icon: str
    title: str
    text: str
    first: bool = True
    """Whether no arrow leads to it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A component as far as it fits."""

    rows: tuple[tuple[Tile | Said | str | None, ...], ...]
    more: bool
    """Whether something was left out."""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """All that the page says."""

    name: str
    name_size: str
    requirements: Part
    steps: Part
    times: Part
    fees: Part
    products: Part
    channels: Part
    answers: Part
    hours: Part
    validity: str
    address: str
    media: str
    """Where the whole standard can be read."""
    decree: str
    more: str
    """Where what is left out can be read."""


def print_leaflet(standards: Standards, service: ServiceStandard, letterhead: Letterhead) -> bytes:
    """The leaflet as PDF/A-3 of exactly one page.

    Letters are as large as fit; what is still too long is cut, with where the rest can be read.
    """
    standards, service, head = cleaned(standards), cleaned(service), cleaned(letterhead)
    served = _pictures(standards)

    def make(fit: Fit, more: float) -> Pages | None:
        page = leaflet(standards, service, fit)
        if _characters(page) > HOPELESS:
            return None
        return typeset_page(
            "selebaran.html",
            "selebaran.css",
            letterhead,
            measures=f"html {{ font-size: {USUAL * fit.scale:.2f}pt }}"
            f".gap {{ padding-top: {GAP + more:.2f}mm }}",
            served=served,
            draft=A4 if is_draft(standards) else None,
            page=page,
            unit=fit.text(head.unit or unit_of(standards, letterhead), 2),
            government=fit.text(head.government or standards.government, 2),
            qr=QR if QR in served else "",
            address=standards.published_at,
        )

    return printed(on_one_page(make, fits(), foot=FOOT, gaps=GAPS, widest=WIDEST))


def leaflet(standards: Standards, service: ServiceStandard, fit: Fit) -> Leaflet:
    """What a page says at a fit, of cleaned values."""
    name = fit.text(service.name, 2) or "(nama layanan belum diisi)"
    address = standards.published_at
    place = address if len(address) <= SHORT_ADDRESS else "alamat di kaki halaman ini"
    return Leaflet(
        name,
        next(
            (
                size
                for most, size in ((34, "huge"), (70, "large"), (130, "middle"))
                if len(name) <= most
            ),
            "small",
        ),
        _texts(service.requirements, fit, 2 if _longest(service.requirements) <= 52 else 1),
        _steps(service.procedure, fit),
        _times(service, fit),
        _fees(service, fit),
        _texts(service.products, fit, 1),
        _channels(service, fit),
        _answers(service, fit),
        _texts(service.hours, fit, 1),
        fit.text(service.validity),
        fit.text(address, 3),
        fit.text(", ".join(standards.published), 3),
        fit.text(decree_in_words(standards)),
        place if address else COUNTER,
    )


def _pictures(standards: Standards) -> Served:
    served: Served = {}
    for name in icons():
        served[f"{SCHEME}ikon-{name}"] = (drawn(name, INK), "image/svg+xml")
        served[f"{SCHEME}ikon-{name}-terang"] = (drawn(name, LIGHT), "image/svg+xml")
    if is_web(standards.published_at):
        served[QR] = (qr_code(standards.published_at, INK), "image/svg+xml")
    return served


def _texts(texts: tuple[str, ...], fit: Fit, columns: int) -> Part:
    return _part(texts, fit.texts(texts), columns)


def _part(whole: tuple[str, ...], kept: tuple[str, ...], columns: int) -> Part:
    return Part(_rows(kept, columns), kept != whole)


def _steps(procedure: tuple[str, ...], fit: Fit) -> Part:
    kept = fit.texts(procedure)
    tiles = tuple(
        Tile(icon_of_step(text), str(place), text, place == 1)
        for place, text in enumerate(kept, start=1)
    )
    return Part(_rows(tiles, _abreast(kept)), kept != procedure)


def _abreast(steps: tuple[str, ...]) -> int:
    """Steps of a row: all of them up to five, else rows of like length; fewer of long texts."""
    longest, count = _longest(steps), len(steps)
    most = 5 if longest <= 60 else 4 if longest <= 90 else 3 if longest <= 160 else 2
    rows = -(-count // most) or 1
    return -(-count // rows) or 1


def _times(service: ServiceStandard, fit: Fit) -> Part:
    told = tuple(map(length, service.times))
    several = len(told) > 1
    kept = tuple(
        Said(fit.text(one.case), fit.text(one.main), one.unit, "", _size(one.main, several=several))
        for one in told[: fit.items]
    )
    whole = len(kept) == len(told) and all(
        (one.case, one.main) == (said.case, said.main) for one, said in zip(told, kept, strict=True)
    )
    return Part(_rows(kept, 1), not whole)


def _fees(service: ServiceStandard, fit: Fit) -> Part:
    told = tuple(map(price, service.fees))
    several = len(told) > 1
    kept = tuple(
        Said(
            fit.text(one.case),
            _free(fit.text(one.main)),
            "",
            fit.text(one.note),
            _size(_free(one.main), several=several),
        )
        for one in told[: fit.items]
    )
    whole = len(kept) == len(told) and all(
        (one.case, _free(one.main), one.note) == (said.case, said.main, said.note)
        for one, said in zip(told, kept, strict=True)
    )
    return Part(_rows(kept, 1), not whole)


def _free(text: str) -> str:
    return "Gratis" if text == FREE else text


def _size(text: str, *, several: bool) -> str:
    sizes = [size for most, size in SIZES if len(text) <= most]
    return (*sizes, "small", "small")[1 if several and sizes else 0]


def _channels(service: ServiceStandard, fit: Fit) -> Part:
    told = tuple((one.kind, channel_text(one)) for one in service.channels)
    told = tuple(pair for pair in told if any(pair))
    kept = tuple((fit.text(kind), fit.text(text)) for kind, text in told[: fit.items])
    tiles = tuple(
        Tile(icon_of_channel(f"{kind} {text}"), kind or text, text if kind else "")
        for kind, text in kept
    )
    wide = max((len(text) for _, text in kept), default=0) > 27
    return Part(_rows(tiles, 2 if wide else 3), kept != told)


def _answers(service: ServiceStandard, fit: Fit) -> Part:
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


def _characters(page: Leaflet) -> int:
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


def _weight(item: Tile | Said | str | None) -> int:
    """Characters of an item, and what it takes besides."""
    match item:
        case str():
            return len(item) + 10
        case Tile():
            return len(item.title) + len(item.text) + 20
        case Said():
            return len(item.case) + len(item.main) + len(item.note) + 20
        case None:
            return 0
