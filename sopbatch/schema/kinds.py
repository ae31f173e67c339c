"""What a kind of workbook is, besides SOP and register: sheets of fields, and tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from sopbatch.schema.fields import Field, FieldGroup, TableSheet

FORM_HEADS = ("Isian", "Diisi di sini", "Keadaan", "Yang ditulis")
"""Headings over the columns of a sheet of fields."""
STATUS_KEY = "status"
"""Key of the field that tells from when on other fields are needed, on sheets that have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSheet:
    """A sheet with a label in each row, its value beside it, its state, and what to write."""

    key: str
    sheet: str
    title: str
    """Above the fields, as on paper."""
    subtitle: str
    groups: tuple[FieldGroup, ...]
    named_by: str
    """Key of the field that says what the sheet is about."""
    repeats: bool = False
    """More such sheets may follow ("Layanan 2"), each about something of its own."""
    spare: int = 0
    """Further sheets that lie ready, unseen, when `repeats`."""
    recognising: int = 4
    """So many of its labels on one sheet make it this sheet."""
    tells_kind: bool = True
    """Whether its labels tell the kind where no form of ours was used."""
    named_after: tuple[str, ...] = ()
    """What a title above the labels begins with that says what the sheet is about, where no
    label does: "STANDAR PELAYANAN KARTU PENCARI KERJA"; the longest first."""
    words: tuple[str, ...] = ()
    """Heads and headings of other layouts: they say nothing, and are not told."""

    def __post_init__(self) -> None:
        """Raises ValueError when it could not be recognised by its labels: it would be unread."""
        if self.recognising > len(self.fields):
            raise ValueError(f"sheet {self.sheet} has fewer labels than make it known")

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, from the top down."""
        return tuple(field for group in self.groups for field in group.fields)

    def sheet_name(self, part: int) -> str:
        """Name of the sheet of a 1-based part."""
        return self.sheet if part == 1 else f"{self.sheet} {part}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of workbook of one version."""

    code: str
    """Stands hidden in each workbook, such as "STANDAR-PELAYANAN"."""
    version: int
    name: str
    """What people call it, in lower case: "standar pelayanan"."""
    title: str
    """Of the form: "Formulir Standar Pelayanan"."""
    purpose: str
    """One sentence above the guide."""
    file_name: str
    """Of the empty form."""
    example_name: str
    """Of the filled example."""
    steps: tuple[str, ...]
    """How the form is filled in, a sentence or two each."""
    sheets: tuple[FieldSheet | TableSheet, ...]
    """In the order of the workbook."""
    by_labels: int = 0
    """So many labels of one sheet tell this kind where no form of ours was used; 0 for never."""

    @property
    def field_sheets(self) -> tuple[FieldSheet, ...]:
        """Sheets of fields."""
        return tuple(sheet for sheet in self.sheets if isinstance(sheet, FieldSheet))

    @property
    def tables(self) -> tuple[TableSheet, ...]:
        """Sheets that are tables."""
        return tuple(sheet for sheet in self.sheets if isinstance(sheet, TableSheet))

    def fields(self) -> Iterator[Field]:
        """Every field of every sheet."""
        for sheet in self.sheets:
            yield from sheet.fields if isinstance(sheet, FieldSheet) else sheet.columns

    def field(self, key: str) -> Field | None:
        """The field of that key."""
        return next((one for one in self.fields() if one.key == key), None)

    @property
    def digest(self) -> str:
        """Short digest of everything declared; changes when a field, label or place changes."""
        parts = [self.code, str(self.version)]
        parts += [
            repr((one.key, one.name, one.label, one.rows, one.choices)) for one in self.fields()
        ]
        return sha256("\n".join(parts).encode()).hexdigest()[:12]


def part_name(name: str, part: int) -> str:
    """Defined name of a field on the sheet of a 1-based part."""
    return name if part == 1 else f"{name}_{part}"
