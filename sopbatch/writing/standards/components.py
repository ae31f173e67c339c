"""A service in, the rows of its table out: 14 components in two groups, and what goes with them."""

from dataclasses import dataclass
from itertools import chain

from sopbatch.model.standards import ServiceStandard
from sopbatch.model.values import LegalCitation
from sopbatch.writing.standards.words import (
    channel_text,
    price,
    staff_text,
    time_lines,
)

Pairs = tuple[tuple[str, str], ...]
LINE, SHORT = 60, 1200
"""Characters of a line of the table, and of a row that is no third of a page."""


@dataclass(frozen=True, slots=True)
class ComponentBlock:
    """A part of a cell: a paragraph, a list, or a small table of two columns."""

    title: str = ""
    texts: tuple[str, ...] = ()
    numbered: bool = False
    pairs: Pairs = ()
    """Rows of a small table; one without a case is a paragraph."""

    @property
    def empty(self) -> bool:
        """Whether nothing is printed but the title."""
        return not self.texts and not self.pairs


@dataclass(frozen=True, slots=True)
class Component:
    """A row of the table."""

    number: int
    """1 to 14; 0 for what stands beside the components."""
    title: str
    blocks: tuple[ComponentBlock, ...]
    """Those that say something."""

    @property
    def short(self) -> bool:
        """Whether the row stays on one page."""
        said = (text for one in self.blocks for text in (*one.texts, *chain(*one.pairs)))
        return sum(len(text) + LINE // 2 for text in said) < SHORT


@dataclass(frozen=True, slots=True)
class ComponentGroup:
    """Rows under one head."""

    title: str
    components: tuple[Component, ...]


DELIVERY, MANUFACTURING, BESIDE = (
    "Penyampaian Pelayanan",
    "Pengelolaan Pelayanan",
    "Keterangan",
)


def groups(service: ServiceStandard) -> tuple[ComponentGroup, ...]:
    """The two groups, and a third where hours, validity or SOPs are told."""
    return tuple(
        group
        for group in (
            ComponentGroup(DELIVERY, _delivery(service)),
            ComponentGroup(MANUFACTURING, _manufacturing(service)),
            ComponentGroup(BESIDE, _beside(service)),
        )
        if group.components
    )


def _delivery(service: ServiceStandard) -> tuple[Component, ...]:
    return (
        _component(1, "Persyaratan", _list(service.requirements)),
        _component(2, "Sistem, Mekanisme, dan Prosedur", _list(service.procedure)),
        _component(3, "Jangka Waktu Pelayanan", _table(time_lines(service.times))),
        _component(4, "Biaya/Tarif", _table(_prices(service)), _rules("Dasar:", service.fee_basis)),
        _component(5, "Produk Pelayanan", _list(service.products)),
        _component(
            6,
            "Penanganan Pengaduan, Saran, dan Masukan",
            _table(tuple((one.kind, channel_text(one)) for one in service.channels)),
            _table(time_lines(service.answer_times), "Waktu penanganan:"),
        ),
    )


def _manufacturing(service: ServiceStandard) -> tuple[Component, ...]:
    staff = _list(tuple(map(staff_text, service.staff)))
    total = f"Jumlah: {service.staff_total} orang"
    summed = ComponentBlock(
        texts=(total,) if len(service.staff) > 1 and service.staff_total else ()
    )
    return (
        _component(7, "Dasar Hukum", _rules("", service.legal_basis)),
        _component(8, "Sarana dan Prasarana, dan/atau Fasilitas", _list(service.facilities)),
        _component(9, "Kompetensi Pelaksana", _list(service.competence)),
        _component(10, "Pengawasan Internal", _list(service.supervision)),
        _component(11, "Jumlah Pelaksana", staff, summed),
        _component(12, "Jaminan Pelayanan", _list(service.guarantee)),
        _component(13, "Jaminan Keamanan dan Keselamatan Pelayanan", _list(service.safety)),
        _component(14, "Evaluasi Kinerja Pelaksana", _list(service.evaluation)),
    )


def _beside(service: ServiceStandard) -> tuple[Component, ...]:
    validity = (service.validity,) if service.validity else ()
    rows = (
        _component(0, "Jam Pelayanan", _list(service.hours)),
        _component(0, "Masa Berlaku", _list(validity)),
        _component(0, "SOP yang Digunakan", _list(service.sops)),
    )
    return tuple(row for row in rows if row.blocks)


def _component(number: int, title: str, *blocks: ComponentBlock) -> Component:
    return Component(number, title, tuple(block for block in blocks if not block.empty))


def _list(texts: tuple[str, ...]) -> ComponentBlock:
    return ComponentBlock(texts=texts, numbered=len(texts) > 1)


def _rules(title: str, citations: tuple[LegalCitation, ...]) -> ComponentBlock:
    texts = tuple(citation.raw for citation in citations if citation.raw)
    return ComponentBlock(title, texts, numbered=len(texts) > 1)


def _table(pairs: Pairs, title: str = "") -> ComponentBlock:
    return ComponentBlock(title, pairs=tuple(pair for pair in pairs if any(pair)))


def _prices(service: ServiceStandard) -> Pairs:
    priced = map(price, service.fees)
    return tuple((one.case, f"{one.main} ({one.note})" if one.note else one.main) for one in priced)
