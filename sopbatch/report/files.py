"""What became of a file, and whose it is: the row that the list of files has for each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopbatch.model import Letter


class FileFate(StrEnum):
    """What became of a file; every file has exactly one."""

    COUNTED = "Dihitung"
    AWAITED = "Menunggu perbaikan"
    OLDER = "Versi lama"
    FORM = "Formulir lain"
    """Read as another kind of workbook than an SOP."""
    DUPLICATE = "Salinan sama"
    REFUSED = "Ditolak"
    HELD = "Ditahan"
    WITHDRAWN = "Ditarik"
    REGISTER = "Daftar induk"
    OPENED = "Dibuka"
    PASSED = "Dilewati"
    UNTAKEN = "Tidak diambil"


DOUBTED = "ditahan: "
"""How the reason begins why a file waits because of who sent it."""
READ = (FileFate.COUNTED, FileFate.AWAITED, FileFate.OLDER)
"""Fates of files that were read as an SOP."""
Names = frozenset[tuple[str, str]]
"""Contents (sha256, "" for what is no file to read) with a name under which each came."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a file is: the SOP it is a version of, and the agency of that."""

    unit: str
    """Name of the agency, else what was typed for it."""
    code: str
    """Of the title in the plan; "" outside it."""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file with what became of it."""

    name: str
    fate: FileFate
    first_seen: date | None
    size: int | None
    """Bytes."""
    remark: str
    copies: int = 0
    """Other names under which the same bytes lay in the input."""
    sha256: str = ""
    number: str = ""
    """Receipt number."""
    origin: str = ""
    """INBOX or ARCHIVE; "" for what is no received file."""
    letter: Letter | None = None
    """What it came in."""
    unit: str = ""
    """Name of the agency; "" when nothing tells it."""
    code: str = ""
    """Of the SOP's title in the plan."""
    title: str = ""
    """Of the SOP."""
    new: bool = False
    """It came, or came again under another name, since the last report of an earlier week."""
    resent: bool = False
    """That report knew its content already."""

    @property
    def came_again(self) -> bool:
        """Its content had come before and lies under this name only: sent again, or renamed."""
        return self.resent and self.fate is not FileFate.DUPLICATE

    @property
    def sender(self) -> str:
        """Address of the mail it came in, else the name its sender goes by; "" without a mail."""
        return (self.letter.sender or self.letter.sender_name) if self.letter else ""

    @property
    def sent(self) -> date | None:
        """The day that mail was sent, by its own word."""
        return date.fromisoformat(self.letter.day) if self.letter and self.letter.sent else None

    @property
    def subject(self) -> str:
        """Subject of that mail."""
        return self.letter.subject if self.letter else ""

    @property
    def message_id(self) -> str:
        """Message-ID of that mail."""
        return self.letter.message_id if self.letter else ""

    @property
    def container(self) -> str:
        """The file of the input that held it."""
        return self.letter.container if self.letter else ""
