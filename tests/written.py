"""Forms as the program writes them, each once in a process: one takes more than a second."""

from collections.abc import Mapping
from typing import Any

from sopbatch.model import CellValue, Place
from sopbatch.writing import templates

NO_VALUES: Mapping[Place, CellValue] = {}
_KEPT: dict[str, bytes] = {}


def write_sop_template(values: Mapping[Place, CellValue] = NO_VALUES, **about: Any) -> bytes:
    """As `sopbatch.writing.templates` does; for forms that many tests fill alike."""
    told = repr((dict(values), about))
    if told not in _KEPT:
        _KEPT[told] = templates.write_sop_template(values, **about)
    return _KEPT[told]
