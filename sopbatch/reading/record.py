"""The located cells of Identitas become the identity of a Sop, values parsed and lists split."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from sopbatch.model import CellRef, CellValue, DateValue, Fact, LegalCitation, Place, Sop
from sopbatch.model.flags import Flag
from sopbatch.reading import limits
from sopbatch.reading.cells import Fault, Notebook
from sopbatch.reading.labelled import FieldCells
from sopbatch.reading.numbering import begins_anew, broken_numbering
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.fragments import join_fragments
from sopbatch.reading.values.lists import counted_by_blanks, marked_items
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.reading.values.parted_laws import marked_laws
from sopbatch.reading.values.parted_titles import marked_titles
from sopbatch.reading.values.regulations import without_law_marker
from sopbatch.reading.values.text import as_text, count_number
from sopbatch.schema.fields import FieldKind
from sopbatch.schema.sop import IDENTITY_FIELDS, NOTHING_RELATED
from sopbatch.schema.statuses import OFFICER_WORDS
from sopbatch.text.shortening import shortened
from sopbatch.text.straight import clean, fold, is_missing

CHOICES = {
    one.key: {fold(choice): choice for choice in one.choices}
    for one in IDENTITY_FIELDS
    if one.kind is FieldKind.CHOICE
}
LAWS = frozenset(("legal_basis", "fee_basis"))
"""Lists of regulations: one that runs over several rows is one item."""
MARKED = {"relations": marked_titles}
"""How lists are taken apart whose items are told by more than markers."""
_PLACE_ALONE = re.compile(r"\d{1,2}")
"""“1” in a list, as some number its lines before they write them."""
QUOTED = 60
"""Characters of a long text that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list field."""

    text: str
    joined: bool
    """Put together from several fragments."""


@dataclass(frozen=True, slots=True)
class IdentityReader:
    """The located fields of one workbook, read by key."""

    notebook: Notebook
    located: Mapping[str, FieldCells]
    part: int = 1
    """1-based number of its sheet among others of the same form."""
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: CHOICES)
    """Key of a field to its choices, folded and as declared."""
    restarting: list[str] = field(default_factory=list)
    """Keys of the lists read so far whose numbers begin anew below each line that leads in."""

    def value(self, key: str) -> CellValue | None:
        """The value of a single field as stored; None when blank or not found."""
        found = self.located.get(key)
        if found is None:
            return None
        place = Place(key, 0, self.part)
        value = self.notebook.take(place, found.cells[0])
        if behind := found.beside_label(found.cells[0]):
            self.notebook.values[place] = value = behind
        return value

    def date(self, key: str) -> DateValue:
        """The date of a single field."""
        value, found = self.value(key), self.located.get(key)
        sheet = None if found is None else self.notebook.grid.sheet(found.cells[0].sheet)
        return parse_date(value, date_1904=sheet is not None and sheet.date_1904)

    def number(self, key: str) -> tuple[int | None, str]:
        """A whole number and the text that shows it; a unit in its number format is no part."""
        value, text = self.value(key), self._shown(key)
        number = count_number(text if isinstance(value, str) else value)
        return number, as_text(value) if number is None and isinstance(value, float) else text

    def text(self, key: str) -> str:
        """The text of a single field; a choice in its declared spelling."""
        text = "" if self.value(key) is None else self._shown(key)
        return self.choices.get(key, {}).get(fold(text), text)

    def _shown(self, key: str) -> str:
        """What a field that was taken shows."""
        return _without_colon(clean(self.notebook.values.get(Place(key, 0, self.part), "")))

    def texts(self, key: str) -> tuple[str, ...]:
        """The items of a list field."""
        return tuple(item.text for item in self.items(key))

    def items(self, key: str) -> tuple[Item, ...]:
        """The items of a list field, several to a cell or one over several cells.

        Place(key, n) is the n-th item and stands in the cell where it begins.
        """
        found = self.located.get(key)
        if found is None:
            return ()
        fragments: list[tuple[str, CellRef, bool]] = []
        typed: list[str] = []
        faults: dict[CellRef, tuple[Fault, ...]] = {}
        for cell in found.cells:
            value, faults[cell] = self.notebook.look(cell)
            typed.append(
                found.beside_label(cell) or ("" if value is None else self.notebook.seen(cell))
            )
        counted = _counted(typed, laws=key in LAWS)
        for cell, text in zip(found.cells, counted, strict=True):
            items_of = marked_laws if key in LAWS else MARKED.get(key, marked_items)
            fragments += ((item, cell, own) for item, own in items_of(text))
            if len(fragments) > limits.ITEMS:
                facts: dict[str, Fact] = {
                    "cell": cell.a1,
                    "sheet": cell.sheet,
                    "limit": limits.ITEMS,
                }
                raise Refused(Refusal.TOO_MANY_ITEMS, facts)
        items = self._place_items(key, fragments)
        self._place_rest(key, found, typed, faults)
        if begins_anew(typed):
            self.restarting.append(key)
        if numbers := broken_numbering(typed):
            self.notebook.problem("X-12", Place(key, 1, self.part), nomor=numbers)
        return items

    def _place_items(
        self, key: str, fragments: list[tuple[str, CellRef, bool]]
    ) -> tuple[Item, ...]:
        items: list[Item] = []
        texts = [item for item, _, _ in fragments]
        begins = [own for _, _, own in fragments]
        for text, indices in join_fragments(texts, laws=key in LAWS, begins=begins):
            if _says_nothing(key, text):
                continue
            cells = [fragments[index][1] for index in indices]
            place = Place(key, len(items) + 1, self.part)
            self.notebook.cells[place], self.notebook.values[place] = cells[0], text
            if len(set(cells)) > 1:
                start = shortened(text, QUOTED)
                rows = f"{len(set(cells))} baris digabung menjadi “{start}”."
                self.notebook.repair(place, cells[0], rows)
            items.append(Item(text, joined=len(indices) > 1))
        return tuple(items)

    def _place_rest(
        self,
        key: str,
        found: FieldCells,
        typed: list[str],
        faults: Mapping[CellRef, tuple[Fault, ...]],
    ) -> None:
        """The list as a whole, and places after its items for cells that could not be read."""
        notebook = self.notebook
        part = self.part
        notebook.cells[Place(key, 0, part)] = found.cells[0]
        if Place(key, 1, part) not in notebook.values and any(typed):
            notebook.values[Place(key, 0, part)] = next(filter(None, typed))
        for cell in (cell for cell, wrong in faults.items() if wrong):
            rows = (Place(key, row, part) for row in count(1))
            place = next(p for p in rows if notebook.cells.setdefault(p, cell) == cell)
            notebook.state(place, faults[cell])


def read_identity(notebook: Notebook, located: Mapping[str, FieldCells]) -> Sop:
    """The Sop without its procedures, as the sheet Identitas tells it."""
    reader = IdentityReader(notebook, located)
    return _read_body(_read_head(reader), reader)


def _read_head(reader: IdentityReader) -> Sop:
    text = reader.text
    revision, revision_raw = reader.number("revision")
    return Sop(
        status=OFFICER_WORDS.get(text("status"), text("status")),
        government=text("government"),
        unit_code=text("unit_code"),
        unit_name=text("unit_name"),
        section=text("section"),
        title=text("title"),
        nature=text("nature"),
        scope=text("scope"),
        completeness=text("completeness"),
        specificity=text("specificity"),
        trigger=text("trigger"),
        parent=text("parent"),
        function=text("function"),
        number=parse_number(text("number")),
        created=reader.date("created"),
        revision=revision,
        revision_raw=revision_raw,
        revised=reader.date("revised"),
        review_planned=reader.date("review_planned"),
        effective=reader.date("effective"),
    )


def _read_body(sop: Sop, reader: IdentityReader) -> Sop:
    text, texts = reader.text, reader.texts
    return replace(
        sop,
        signatory_position=text("signatory_position"),
        signatory_name=text("signatory_name"),
        signatory_rank=text("signatory_rank"),
        signatory_grade=text("signatory_grade"),
        signatory_nip=parse_nip(reader.value("signatory_nip")),
        approval_method=text("approval_method"),
        legal_basis=tuple(citation_of(item) for item in reader.items("legal_basis")),
        relations=texts("relations"),
        warnings=texts("warnings"),
        qualifications=texts("qualifications"),
        equipment=texts("equipment"),
        records=texts("records"),
        restarting=tuple(reader.restarting),
        author=text("author"),
        contact=text("contact"),
    )


def citation_of(item: Item) -> LegalCitation:
    """The regulation that an item cites."""
    citation = parse_citation(item.text)
    return replace(citation, flags=citation.flags | {Flag.FRAGMENT}) if item.joined else citation


def _counted(cells: Sequence[str], *, laws: bool) -> list[str]:
    """The cells of a list with such markers made plain as only all of it, or a law, shows."""
    lines = [clean(cell).split("\n") for cell in cells]
    counted = iter(counted_by_blanks([line for parts in lines for line in parts]))
    texts = ([next(counted) for _ in parts] for parts in lines)
    if laws:
        texts = ([_marked_law(line) for line in parts] for parts in texts)
    return ["\n".join(parts) for parts in texts]


def _marked_law(line: str) -> str:
    """A bullet in place of a bare number, or a letter, in front of what names a regulation."""
    law = without_law_marker(line)
    return line if law == line else f"• {law}"


def _says_nothing(key: str, text: str) -> bool:
    """Whether an item is only "-", the number of its place or the like.

    "Tidak ada" is an answer under Keterkaitan.
    """
    is_answer = key == "relations" and fold(text) == fold(NOTHING_RELATED)
    is_number = key in ("relations", *LAWS) and _PLACE_ALONE.fullmatch(text)
    return (is_missing(text) and not is_answer) or bool(is_number)


def _without_colon(text: str) -> str:
    """The text less the colon that printed forms put between label and value."""
    return text.removeprefix(":").lstrip()
