"""What an OLE file holds: an old Excel workbook, or something to be refused by its name."""

from collections.abc import Mapping
from dataclasses import replace

from sopbatch.model import Outside, OutsideKind
from sopbatch.reading.package.facts import BookFacts
from sopbatch.reading.package.ole import CompoundFile, written_compound
from sopbatch.reading.package.xls_globals import is_locked
from sopbatch.reading.package.xls_records import survey_records
from sopbatch.reading.refusals import Refusal, Refused

_FOREIGN: Mapping[str, Refusal] = {
    "WordDocument": Refusal.WORD,
    "PowerPoint Document": Refusal.PRESENTATION,
    "__properties_version1.0": Refusal.MAIL,
}
_EMBEDDED = ("mbd", "lnk")
"""How storages of embedded and linked objects begin."""


def package_description(data: bytes) -> bytes:
    """How the zip package in an OLE file is encrypted; b"" when it holds none."""
    file = CompoundFile(data)
    found = file.find("EncryptionInfo")
    if file.find("EncryptedPackage") is None and found is None:
        return b""
    return (file.stream(found) if found else b"") or b"?"


def is_locked_xls(data: bytes) -> bool:
    """Whether an OLE file is an xls workbook that was encrypted."""
    file = CompoundFile(data)
    book = file.find("Workbook")
    return book is not None and is_locked(file.stream(book))


def survey_xls(data: bytes) -> BookFacts:
    """Check the structure of an OLE file and that it is a workbook without a password.

    What the parser is given holds the stream of the workbook alone: it looks for it by name in
    the whole file, embedded workbooks included.
    """
    file = CompoundFile(data)
    for name, refusal in _FOREIGN.items():
        if file.find(name):
            raise Refused(refusal)
    book = file.find("Workbook", "Book")
    if book is None:
        raise Refused(Refusal.UNKNOWN)
    stream = file.stream(book)
    has_macros = file.find("_VBA_PROJECT_CUR") is not None
    parsed = written_compound(book.name, stream)
    facts = survey_records(stream, parsed=parsed, has_macros=has_macros)
    objects = (
        Outside(OutsideKind.OBJECT, entry.name)
        for entry in file.entries
        if entry.is_storage and entry.name.casefold().startswith(_EMBEDDED)
    )
    return replace(facts, outside=(*facts.outside, *objects))
