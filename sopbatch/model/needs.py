"""The needs of SOPs of an agency (daftar inventarisasi judul SOP) as its workbook tells them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbatch.model.agency_form import AgencyForm
from sopbatch.model.values import DateValue, Nip


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One activity, and whether an SOP is written for it."""

    row: int
    """1-based among the filled rows."""
    section: str = ""
    task: str = ""
    """Its own, else that of the rows above."""
    function: str = ""
    """Its own, else that of the rows above within the same task."""
    activity: str = ""
    output: str = ""
    criteria: Mapping[str, bool | None] = field(default_factory=dict)
    """Key of each criterion to its answer; None when it is neither Ya nor Tidak."""
    urgency: int | None = None
    title: str = ""
    """"" when no SOP is proposed."""
    nature: str = ""
    owner: str = ""
    target: DateValue = DateValue()

    @property
    def meets_all(self) -> bool:
        """Whether all criteria are answered with Ya."""
        return bool(self.criteria) and all(self.criteria.values())

    @property
    def failed(self) -> tuple[str, ...]:
        """Keys of the criteria that are answered with Tidak."""
        return tuple(key for key, answer in self.criteria.items() if answer is False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs(AgencyForm):
    """One workbook: an agency's activities in one year."""

    year: int | None = None
    functions: tuple[str, ...] = ()
    """All functions of the agency, as its regulation has them."""
    leader: str = ""
    members: tuple[str, ...] = ()
    drawn_up: DateValue = DateValue()
    signatory_position: str = ""
    signatory_name: str = ""
    signatory_nip: Nip = Nip()
    rows: tuple[Need, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """One for each year."""
        return (f"kebutuhan {self.year or ''}".strip(),)

    @property
    def heading(self) -> str:
        """What people call it."""
        return f"Inventarisasi Kebutuhan SOP tahun {self.year or '…'}"

    @property
    def proposed(self) -> tuple[Need, ...]:
        """Activities for which an SOP is proposed."""
        return tuple(row for row in self.rows if row.title)
