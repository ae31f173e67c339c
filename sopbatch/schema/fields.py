"""How a field of a workbook is declared: once, for template, reader, messages, marks and guide."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from enum import Enum, StrEnum
from types import MappingProxyType

NO_FORMER: Mapping[str, str] = MappingProxyType({})

COMPLETE = "Semua isian wajib sudah terisi"
"""What a form says on top, when nothing that it asks for is missing."""
LEFT_TO_CHECK = "isian dinilai saat berkas diperiksa"
"""What it adds for what its formulas cannot judge, behind their number."""
FILLED, LATER, OPTIONAL = "✓", "belum wajib", "tidak wajib"
WANTED, ADVISED = "wajib diisi", "sebaiknya diisi"
"""Of a blank cell that is due: what holds the SOP back, and what does not."""
EXAMPLE_WORD = "Contoh"
"""Begins the first cell of a row that only shows how a table is filled in."""
TOO_LONG = "terlalu panjang"


class WrongState(StrEnum):
    """What a form says beside a cell that the check would not take as it is."""

    NIP = "NIP keliru"
    DATE = "bukan tanggal"
    UNCLEAR = "cek tulisannya"
    SOP = "tanpa kata SOP"
    REVISION = "cek Revisi ke-"
    EARLY = "sebelum dibuat"
    NUMBER = "bukan angka"
    CHOICE = "bukan pilihan"
    OPEN = "belum lengkap"


class OpenState(StrEnum):
    """What a form says beside a cell of which its formulas prove nothing."""

    LEFT = "○ dinilai nanti"
    """Left to the check."""


class AdvisedState(StrEnum):
    """What a form says beside a cell that the check takes, though it will ask about it."""

    YEAR = "✓ cek tahunnya"
    PATTERN = "✓ cek polanya"


DUE = (WANTED, ADVISED)
NOT_RIGHT = (*DUE, TOO_LONG, *WrongState)
"""States of a cell in which something is still to be typed, or to be mended."""
STATES = (
    *(FILLED, LATER, OPTIONAL, WANTED, ADVISED, TOO_LONG),
    *(*WrongState, *OpenState, *AdvisedState),
)
"""All that a form says beside an input cell; never an officer's own words there."""


class FieldKind(Enum):
    """What a cell takes; decides number format, drop-down, prompt and parser."""

    TEXT = "teks"
    CODE = "teks kode"
    """Text that Excel must not turn into a number (Nomor SOP, NIP, Waktu, codes)."""
    INTEGER = "bilangan bulat"
    DATE = "tanggal"
    CHOICE = "pilihan"
    LIST = "daftar"
    """Several rows of text, one item each."""


class Required(StrEnum):
    """From which status on a field must be filled (drives colours and "kurang N isian")."""

    NEVER = "tidak wajib"
    DRAFT = "Draf"
    SUBMITTED = "Diajukan"
    READY = "Siap Disahkan"


LEVELS = {Required.NEVER: 0, Required.DRAFT: 1, Required.SUBMITTED: 2, Required.READY: 3}
"""How far a workbook must be for a field to be required."""
LEVEL_NAME = "sopb_tingkat"
"""Defined name of the cell in which a form works out how far it is."""


@dataclass(frozen=True, slots=True)
class NeededWhen:
    """What another field must hold to make an otherwise optional field needed."""

    key: str
    equals: str = ""
    above: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One field: everything about it that any part of the product may want to know."""

    key: str
    """Attribute of the record; what rules call it."""
    name: str
    """Defined name in the workbook, such as "id_nomor"."""
    label: str
    prompt: str
    """What to write there, in Indonesian; shown beside the cell and in the guide."""
    kind: FieldKind = FieldKind.TEXT
    _: KW_ONLY
    required: Required = Required.NEVER
    variants: tuple[str, ...] = ()
    """Other labels met in real SOPs; compared folded (lower case, no final ":" or ".")."""
    max_length: int = 0
    """Characters that print without shrinking, over all items of a list; 0 for no limit."""
    rows: int = 1
    """Rows on the sheet; more than one for a list."""
    scale: tuple[int, int] = (0, 0)
    """Least and most that a whole number may be; (0, 0) for any."""
    choices: tuple[str, ...] = ()
    former: Mapping[str, str] = field(default_factory=lambda: NO_FORMER)
    """Choices of earlier forms, and what they are called now."""
    free: bool = False
    """Other values than the choices are allowed as well."""
    example: tuple[str, ...] = ()
    condition: str = ""
    """When an otherwise optional field is needed, in Indonesian."""
    need: NeededWhen | None = None
    """The same for formulas; None when no other field of the workbook decides it."""
    choices_from: str = ""
    """Defined name of the column whose entries may be chosen here."""
    width: float = 0.0
    """Column width in characters, for fields that are columns of a table."""
    advised: bool = False
    """Due, and yet nothing is held back when it is blank: it is not called compulsory."""

    @property
    def due(self) -> str:
        """What a form says beside it when it is blank and needed."""
        return ADVISED if self.advised else WANTED


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields under one heading of a form."""

    heading: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSheet:
    """A sheet that is one table: a title, a header row, rows of records."""

    key: str
    sheet: str
    title: str
    help: str
    columns: tuple[Field, ...]
    rows: int
    """Prepared rows; officers and operators may add more."""
    header_row: int = 4
    """1-based row of the column labels; records start below."""

    def __post_init__(self) -> None:
        """Raises ValueError for a column without a width: nobody would see it."""
        if unseen := [column.key for column in self.columns if not column.width]:
            raise ValueError(f"no width on sheet {self.sheet}: {', '.join(unseen)}")
