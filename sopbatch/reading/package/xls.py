"""What an OLE file holds: an old Excel workbook, or something to be refused by its name."""

from collections.abc import Mapping

from sopbatch.reading.package.facts import BookFacts
from sopbatch.reading.package.ole import CompoundFile
from sopbatch.reading.package.xls_records import survey_records
from sopbatch.reading.refusals import Refusal, Refused

_FOREIGN: Mapping[str, Refusal] = {
    "EncryptedPackage": Refusal.PASSWORD,
    "EncryptionInfo": Refusal.PASSWORD,
    "WordDocument": Refusal.WORD,
    "PowerPoint Document": Refusal.PRESENTATION,
    "__properties_version1.0": Refusal.MAIL,
}


def survey_xls(data: bytes) -> BookFacts:
    """Check the structure of an OLE file and that it is a workbook without a password."""
    file = CompoundFile(data)
    for name, refusal in _FOREIGN.items():
        if file.find(name):
            raise Refused(refusal)
    book = file.find("Workbook", "Book")
    if book is None:
        raise Refused(Refusal.UNKNOWN if file.find("Root Entry") else Refusal.DAMAGED)
    has_macros = file.find("_VBA_PROJECT_CUR") is not None
    return survey_records(file.stream(book), parsed=data, has_macros=has_macros)
