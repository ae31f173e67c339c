"""A casebook's example is drawn, read and checked as a batch would; findings come back."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from sopbatch.batch.family.catalogue import BATCH_RULES, rule_of
from sopbatch.batch.family.member import Member
from sopbatch.batch.family.members import member_of
from sopbatch.matching.history import register_on
from sopbatch.model import (
    NO_REGISTER,
    CellError,
    CellRef,
    CellValue,
    Decision,
    Drawn,
    Finding,
    Merge,
    Outside,
    OutsideKind,
    PlanLine,
    Received,
    Register,
    Review,
    Section,
    Settings,
    Unit,
    UnitChange,
    column_number,
)
from sopbatch.reading import Refused, read_grid, read_submission
from sopbatch.rules import RULES, Batch, gather, refused, review, review_across
from sopbatch.rules.examples import ExampleTable
from sopbatch.schema.fields import Field
from sopbatch.schema.kinds import Kind
from sopbatch.schema.places import INPUT_COLUMN, identity_rows, step_column
from sopbatch.schema.register import TABLES
from sopbatch.schema.settings import IN_FULL
from sopbatch.schema.sop import IDENTITY_SHEET, LISTS_SHEET, STEP_COLUMNS
from tests.casebook import Book, Example, Expected
from tests.clean_workbook import WorkbookDraft, clean_workbook
from tests.formroom import form_address, form_draft, form_review, member_named, position
from tests.pasting import Paste, pasted

ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"))
SECTIONS = (
    Section("4.01.01.01", "TL", "Ketatalaksanaan", ("Tatalaksana",)),
    Section("4.01.01.01", "AK", "AKIP"),
    Section("4.01.01.01", "KL", "Kelembagaan"),
    Section("4.01.01.01", "PA", "Pendayagunaan Aparatur"),
)
UNITS = (
    Unit(code="4.01.01", name="Sekretariat Daerah", head_position="Sekretaris Daerah"),
    Unit(
        code="4.01.01.01",
        name="Biro Organisasi",
        parent="4.01.01",
        head_position="Kepala Biro Organisasi",
        aliases=("Biro Ortal",),
    ),
    Unit(code="4.01.01.02", name="Biro Hukum", parent="4.01.01", head_position="Kepala Biro Hukum"),
    Unit(code="1.02", name="Dinas Kesehatan", head_position="Kepala Dinas Kesehatan"),
)
PLAN = (
    PlanLine(
        code="TL-01",
        unit_code="4.01.01.01",
        section="Ketatalaksanaan",
        title="Fasilitasi Penyusunan SOP AP Perangkat Daerah",
    ),
    PlanLine(
        code="TL-02",
        unit_code="4.01.01.01",
        section="Ketatalaksanaan",
        title="Verifikasi Rancangan SOP AP Perangkat Daerah",
    ),
    PlanLine(
        code="TL-03",
        unit_code="4.01.01.01",
        section="Ketatalaksanaan",
        title="Pembinaan Tata Naskah Dinas",
    ),
    PlanLine(
        code="PA-04",
        unit_code="4.01.01.01",
        section="Pendayagunaan Aparatur",
        title="Pengelolaan Surat Masuk",
    ),
)
REGISTER = Register(units=UNITS, sections=SECTIONS, plan=PLAN)
DRAFTLIKE = Settings(ratified=IN_FULL)
"""The clean workbook is ratified; examples show what a draft of it would be told."""
RECORDS = {
    "units": Unit,
    "sections": Section,
    "plan": PlanLine,
    "decisions": Decision,
    "changes": UnitChange,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as casebooks speak of it."""

    file: str
    finding: Finding
    kind: Kind | None = None
    """Of the workbook; None for an SOP."""

    def matches(self, expected: Expected) -> bool:
        """Whether this is the finding that was promised."""
        cell = self.finding.cell
        return (
            self.finding.code == expected.code
            and expected.severity in ("", self.finding.severity.code)
            and expected.file in ("", self.file)
            and expected.suggestion in (None, self.finding.suggestion)
            and (str(cell) if cell else "") == str(self._address(expected.cell) or "")
        )

    def _address(self, text: str) -> CellRef | None:
        return form_address(self.kind, text) if self.kind else address(text)

    def __str__(self) -> str:
        found = self.finding
        told = f" “Maksud: {found.suggestion}”" if found.suggestion else ""
        return f"{found.code} {found.severity.code} @ {self.file} {found.cell}{told}"


def run(example: Example) -> tuple[Seen, ...]:
    """All findings of an example."""
    return seen(reviews_of(example))


def seen(judged: tuple[Review, ...]) -> tuple[Seen, ...]:
    """All findings of some workbooks."""
    return tuple(
        Seen(entry.received.file_name, finding, _kind(entry))
        for entry in judged
        for finding in entry.findings
    )


def _kind(entry: Review) -> Kind | None:
    member = member_of(entry.form.kind) if entry.form else None
    return member.kind if member else None


def reviews_of(example: Example, paste: Paste | None = None) -> tuple[Review, ...]:
    """The workbooks of an example with all that is found, an offered value pasted before."""
    register = _register(example)
    reviews = tuple(
        _review(book, register, example.as_of, paste[1] if paste and paste[0] == number else None)
        for number, book in enumerate(example.books)
    )
    return _across(example, register, reviews)


def a_week_later(example: Example, offered: Sequence[Finding]) -> tuple[Review, Review]:
    """The workbook of an example with all that was offered, come again: alone, and beside itself.

    What is told of it alone is told for the first time; beside the first one it is its answer.
    """
    register = _register(example)
    (book,) = example.books
    first = _review(book, register, example.as_of)
    again = _review(book, register, example.as_of, offered=tuple(offered))
    (alone,) = _across(example, register, (again,))
    *_, beside = _across(example, register, (first, again))
    return alone, beside


def _across(
    example: Example, register: Register, reviews: tuple[Review, ...]
) -> tuple[Review, ...]:
    sops = tuple(one for one in reviews if one.form is None)
    batch = Batch(
        reviews=sops,
        dossiers=gather(sops, register),
        register=register,
        as_of=example.as_of,
        previous_status=example.previous_status,
        forms=tuple(one for one in reviews if one.form is not None),
    )
    judged, crashes = review_across(batch, BATCH_RULES)
    assert not crashes, crashes
    by_name = {one.received: one for one in judged}
    return tuple(by_name[one.received] for one in reviews)


def _review(
    book: Book,
    register: Register,
    as_of: date,
    paste: Finding | None = None,
    *,
    offered: tuple[Finding, ...] = (),
) -> Review:
    orders = dict(book.orders)
    seen_on = date.fromisoformat(orders["diterima"]) if "diterima" in orders else as_of
    received = Received(
        name=book.name,
        path=Path(book.name),
        sha256=sha256(repr((book, offered)).encode()).hexdigest(),
        size=20_480,
        first_seen=seen_on + timedelta(days=7 if offered else 0),
        copies=tuple(text for word, text in book.orders if word == "salinan"),
    )
    try:
        if "isi berkas" in orders:
            read_grid(orders["isi berkas"].encode())
        if "ukuran" in orders:
            read_grid(bytes(int(orders["ukuran"].split()[0]) << 20))
        grid = draw(book).grid()
        if member := member_named(book):
            return form_review(member, grid, received, register, as_of, paste)
        for finding in (paste, *offered) if paste else offered:
            grid = pasted(grid, finding)
        submission = read_submission(grid, received, register.settings)
    except Refused as why:
        return refused(received, rule_of(why.code), why.sentence, why.advice)
    entry, crashes = review(submission, register, as_of, RULES, tuple(_drawn(book)))
    assert not crashes, crashes
    return entry


def _drawn(book: Book) -> Iterator[Drawn]:
    for word, text in book.orders:
        if word == "diagram":
            paper, _, faults = text.partition(", ")
            intricate = faults == "terlalu rumit"
            count = 0 if intricate else int(faults.split()[0])
            yield Drawn(1, paper, Settings().paper, count, intricate)


def draw(book: Book) -> WorkbookDraft:
    """The clean workbook with everything drawn and done."""
    member = member_named(book)
    draft = form_draft(member.kind) if member else clean_workbook()
    orders = dict(book.orders)
    tables = [table for table in book.tables if table.sheet not in REGISTER_SHEETS]
    copies = {text.partition(" = ")[2] for word, text in book.orders if word == "salin lembar"}
    for table in tables:
        if table.sheet not in copies:
            _draw(draft, table, member)
    for word, text in book.orders:
        _do(draft, word, text)
    for table in tables:
        if table.sheet in copies:
            _draw(draft, table, member)
    draft.format = orders.get("format", "xlsx")  # type: ignore[assignment]
    return draft


def _draw(draft: WorkbookDraft, table: ExampleTable, member: Member | None) -> None:
    sheet = draft.sheet(table.sheet)
    for head, texts in table.rows:
        for column, text in zip(table.columns, texts, strict=True):
            if not text:
                continue
            if member:
                at = position(member.kind, table.sheet, head, column)
            else:
                row = identity_row(head) if not head.isdigit() else int(head)
                at = (row, _column(column))
            sheet.clear(at)
            formula = text.removeprefix("{rumus ").removesuffix("}") if "{rumus " in text else ""
            if formula:
                sheet.formulas[at], _, text = formula.partition(" → ")
            if formula and not text:
                sheet.uncached.add(at)
            elif text != "(kosong)":
                sheet.cells[at] = value_of(text)


def _column(head: str) -> int:
    keys = {item.label: item.key for item in STEP_COLUMNS}
    return step_column(keys[head]) if head in keys else column_number(head)


def value_of(text: str) -> CellValue:
    """A drawn text as a cell stores it."""
    if text in ERRORS:
        return CellError(text)
    if text.startswith("{=") and text.endswith("}"):
        number = float(text[2:-1])
        return int(number) if number.is_integer() and "E" not in text else number
    if text.startswith("{") and text.endswith("}"):
        return date.fromisoformat(text[1:-1])
    return text.replace("⏎", "\n")


def identity_row(label: str) -> int:
    """Row of "Dasar Hukum", or of its second row by "Dasar Hukum 2"."""
    rows = {item.label: row for row, item in identity_rows() if isinstance(item, Field)}
    name, _, index = label.rpartition(" ")
    if label not in rows and index.isdigit():
        return rows[name] + int(index) - 1
    return rows[label]


def address(text: str) -> CellRef | None:
    """The cell of "Identitas!C24" or "Identitas!Tanggal Pembuatan"; None for ""."""
    sheet, _, where = text.partition("!")
    if not where:
        return None
    letters = where.rstrip("0123456789")
    if sheet == IDENTITY_SHEET and not (letters.isupper() and len(letters) < 3):
        return CellRef(sheet, identity_row(where), INPUT_COLUMN)
    return CellRef(sheet, *_position(where))


def _position(a1: str) -> tuple[int, int]:
    letters = a1.rstrip("0123456789")
    return int(a1[len(letters) :]), column_number(letters)


def _do(draft: WorkbookDraft, word: str, text: str) -> None:
    """One directive that changes the workbook."""
    sheet, _, rest = text.partition("!")
    match word:
        case "hapus nama" if text == "semua":
            draft.names.clear()
        case "hapus nama":
            del draft.names[text]
        case "gabung":
            (top, left), (bottom, right) = map(_position, rest.split(":"))
            draft.sheet(sheet).merges.append(Merge(top, left, bottom, right))
        case "sembunyikan" if rest.isdigit():
            draft.sheet(sheet).hidden_rows.add(int(rest))
        case "sembunyikan":
            draft.sheet(sheet).hidden_columns.add(column_number(rest))
        case "gambar":
            name, _, count = text.partition(" = ")
            draft.sheet(name).shapes = int(count)
        case "kode rencana":
            draft.sheet(LISTS_SHEET).cells[4, 1] = text
        case "salin lembar":
            name, _, copy = text.partition(" = ")
            draft.sheets[copy] = deepcopy(draft.sheet(name))
        case "hapus lembar":
            del draft.sheets[text]
            draft.names = {key: at for key, at in draft.names.items() if at.sheet != text}
        case _:
            _bring(draft, word, text)


def _bring(draft: WorkbookDraft, word: str, text: str) -> None:
    """Macros, or something from elsewhere."""
    if word == "makro":
        draft.has_macros = True
    elif word == "dari luar":
        kind, _, target = text.partition(" =")
        draft.outside.append(Outside(OutsideKind(kind), target.strip()))


REGISTER_SHEETS = {table.sheet: table for table in TABLES}


def _register(example: Example) -> Register:
    if not example.with_register:
        return NO_REGISTER
    types = {item.name: type(getattr(Settings(), item.name)) for item in fields(Settings)}
    settings: dict[str, Any] = {
        key: date.fromisoformat(text) if types[key] is type(None) else types[key](text)
        for key, text in example.settings.items()
    }
    register = replace(REGISTER, settings=replace(DRAFTLIKE, **settings))
    for book in example.books:
        for table in book.tables:
            if table.sheet in REGISTER_SHEETS:
                register = _with_records(register, table)
    return register_on(register, example.as_of)


def _with_records(register: Register, table: ExampleTable) -> Register:
    """Records added; one of a known code takes the old one's place."""
    declared = REGISTER_SHEETS[table.sheet]
    keys = {column.label: column.key for column in declared.columns}
    heads = [keys[head] for head in (declared.columns[0].label, *table.columns)]
    known = {_name(record): record for record in getattr(register, declared.key)}
    for head, texts in table.rows:
        record = RECORDS[declared.key](**dict(_facts(zip(heads, (head, *texts), strict=True))))
        known[_name(record)] = record
    changed: dict[str, Any] = {declared.key: tuple(known.values())}
    return replace(register, **changed)


def _name(record: object) -> object:
    return record if isinstance(record, Decision) else getattr(record, "code", record)


def _facts(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, object]]:
    for key, text in pairs:
        if key in ("withdrawn", "simplified"):
            yield key, text == "Ya"
        elif key in ("deadline", "decided", "since"):
            yield key, date.fromisoformat(text) if text else None
        elif key in ("aliases", "other_titles", "successors", "new_sections"):
            yield key, tuple(part.strip() for part in text.split(";") if part.strip())
        else:
            yield key, text
