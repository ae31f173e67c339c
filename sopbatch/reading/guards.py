"""The gate before the parser: what a file is, and every limit checked, from its bytes alone."""

from sopbatch.reading import limits
from sopbatch.reading.kinds import Container, check_package, container, is_flat
from sopbatch.reading.package.archive import PackageParts
from sopbatch.reading.package.facts import BookFacts
from sopbatch.reading.package.ods import survey_flat_ods, survey_ods
from sopbatch.reading.package.ole import SIGNATURE
from sopbatch.reading.package.ooxml import survey_ooxml
from sopbatch.reading.package.unlocked import unlocked_package, unlocked_xls
from sopbatch.reading.package.xls import is_locked_xls, package_description, survey_xls
from sopbatch.reading.refusals import Refusal, Refused


def survey(data: bytes) -> BookFacts:
    """What a file that is safe to parse is; raises Refused for all others."""
    limit = limits.FLAT_SIZE if is_flat(data) else limits.FILE_SIZE
    if len(data) > limit:
        size = -(-len(data) // limits.MEGABYTE)
        facts = {"size": size, "limit": limit // limits.MEGABYTE}
        raise Refused(Refusal.TOO_LARGE, facts)
    match container(data):
        case Container.OLE:
            return _survey_ole(data)
        case Container.FLAT:
            return survey_flat_ods(data)
        case Container.ZIP:
            return _survey_zip(data)


def _survey_zip(data: bytes) -> BookFacts:
    archive = PackageParts(data)
    return survey_ods(archive) if check_package(archive) else survey_ooxml(archive)


def _survey_ole(data: bytes) -> BookFacts:
    """An xls workbook, or a package that Excel encrypted under the password it tries by itself."""
    package = unlocked(data)
    if package is not data:
        return _survey_zip(package)
    return survey_xls(unlocked_xls(data) if is_locked_xls(data) else data)


def unlocked(data: bytes) -> bytes:
    """The package in an encrypted file, when its password is Excel's own; else the file itself."""
    if not data.startswith(SIGNATURE):
        return data
    description = package_description(data)
    return unlocked_package(data, description) if description else data
