"""All that prints; the only module of this package that whoever makes documents imports."""

from sopbatch.writing.standards.evidence import print_evidence
from sopbatch.writing.standards.leaflet import print_leaflet
from sopbatch.writing.standards.official import (
    print_decree,
    print_minutes,
    print_service_list,
    print_standard,
)
from sopbatch.writing.standards.pledge import print_pledge

__all__ = [
    "print_decree",
    "print_evidence",
    "print_leaflet",
    "print_minutes",
    "print_pledge",
    "print_service_list",
    "print_standard",
]
