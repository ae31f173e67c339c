"""Defined names of an OpenDocument workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbatch.model import NamedRange
from sopbatch.reading import limits
from sopbatch.reading.package.markup import Attributes
from sopbatch.reading.package.names import odf_named_range
from sopbatch.reading.refusals import Refusal, Refused


@dataclass(slots=True)
class DefinedNames:
    """Names and the references they stand for; the first of a name counts.

    A name of the whole workbook comes before one that only a single sheet knows.
    """

    defined: dict[str, str] = field(default_factory=dict)
    local: dict[str, str] = field(default_factory=dict)

    def note(self, element: str, attributes: Attributes, *, is_local: bool) -> None:
        """Take in a named range or expression."""
        if element == "table:named-range":
            address = attributes.get("table:cell-range-address", "")
        else:
            address = attributes.get("table:expression", "").partition(":")[2].strip("=[]")
        known = self.local if is_local else self.defined
        known.setdefault(attributes.get("table:name", ""), address)
        if len(self.defined) + len(self.local) > limits.NAMES:
            raise Refused(Refusal.TOO_MANY_NAMES, {"limit": limits.NAMES})

    def ranges(self, sheets: Mapping[str, str]) -> dict[str, NamedRange]:
        """Rectangles the names point to; `sheets` maps case-folded names to names."""
        found: dict[str, NamedRange] = {}
        for name, address in (*self.defined.items(), *self.local.items()):
            place = odf_named_range(address, sheets)
            if name and place is not None:
                found.setdefault(name.lower(), place)
        return found
