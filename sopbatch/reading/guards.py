"""The gate before the parser: what a file is, and every limit checked, from its bytes alone."""

from sopbatch.model import Format
from sopbatch.reading import limits
from sopbatch.reading.kinds import Container, check_package, container
from sopbatch.reading.package.archive import Archive
from sopbatch.reading.package.facts import BookFacts
from sopbatch.reading.package.ods import survey_flat_ods, survey_ods
from sopbatch.reading.package.ooxml import survey_ooxml
from sopbatch.reading.package.xls import survey_xls
from sopbatch.reading.refusals import Refusal, Refused


def inspect(data: bytes) -> Format:
    """The workbook format of a file that is safe to parse; raises Refused for all others."""
    return survey(data).format


def survey(data: bytes) -> BookFacts:
    """As inspect, with the facts that were gathered on the way."""
    if len(data) > limits.FILE_SIZE:
        size = -(-len(data) // limits.MEGABYTE)
        facts = {"size": size, "limit": limits.FILE_SIZE // limits.MEGABYTE}
        raise Refused(Refusal.TOO_LARGE, facts)
    match container(data):
        case Container.OLE:
            return survey_xls(data)
        case Container.FLAT:
            return survey_flat_ods(data)
        case Container.ZIP:
            archive = Archive(data)
            return survey_ods(archive) if check_package(archive) else survey_ooxml(archive)
