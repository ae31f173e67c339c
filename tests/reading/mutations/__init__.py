"""Named ways to tamper with a workbook; each is a function with the promised outcome."""

from tests.reading.mutations import content, structure
from tests.reading.tampering import MUTATIONS

__all__ = ["MUTATIONS", "content", "structure"]
