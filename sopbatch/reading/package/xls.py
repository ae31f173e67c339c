"""What an OLE file holds: an old Excel workbook, or something to be refused by its name."""

import struct
from collections.abc import Mapping

from sopbatch.reading import limits
from sopbatch.reading.package.facts import BookFacts
from sopbatch.reading.package.ole import CompoundFile
from sopbatch.reading.refusals import Refusal, Refused

_FOREIGN: Mapping[str, Refusal] = {
    "EncryptedPackage": Refusal.PASSWORD,
    "EncryptionInfo": Refusal.PASSWORD,
    "WordDocument": Refusal.WORD,
    "PowerPoint Document": Refusal.PRESENTATION,
    "__properties_version1.0": Refusal.MAIL,
}
_FILEPASS, _END_OF_GLOBALS, _SHEET = 0x2F, 0x0A, 0x85
_RECORD = struct.Struct("<HH")


def survey_xls(data: bytes) -> BookFacts:
    """Check the structure of an OLE file and that it is a workbook without a password."""
    file = CompoundFile(data)
    for name, refusal in _FOREIGN.items():
        if file.find(name):
            raise Refused(refusal)
    book = file.find("Workbook", "Book")
    if book is None:
        raise Refused(Refusal.UNKNOWN if file.find("Root Entry") else Refusal.DAMAGED)
    _check_globals(file.stream(book))
    return BookFacts(
        format="xls", parsed=data, has_macros=file.find("_VBA_PROJECT_CUR") is not None
    )


def _check_globals(stream: bytes) -> None:
    """Walk the records that come before the first sheet."""
    at = sheets = 0
    while at + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, at)
        if kind == _FILEPASS:
            raise Refused(Refusal.PASSWORD)
        if kind == _END_OF_GLOBALS:
            return
        sheets += kind == _SHEET
        if sheets > limits.SHEETS:
            raise Refused(Refusal.TOO_MANY_SHEETS, {"limit": limits.SHEETS})
        at += _RECORD.size + length
