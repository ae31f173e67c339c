"""Functions of agencies without any SOP, as the report tells them."""

from dataclasses import dataclass

NO_ACTIVITY = "Belum dijabarkan menjadi kegiatan."
NO_CRITERIA = "Tidak ada kegiatan yang memenuhi keempat kriteria."
PROPOSED = "SOP yang diusulkan belum ada dalam rencana SOP."


@dataclass(frozen=True, slots=True)
class BareFunction:
    """A function for which no SOP is planned and none was received."""

    unit: str
    """Name of the agency."""
    function: str
    activities: int
    proposed: tuple[str, ...]
    """Titles that are proposed for it."""

    @property
    def reason(self) -> str:
        """Why there is none."""
        if not self.activities:
            return NO_ACTIVITY
        return PROPOSED if self.proposed else NO_CRITERIA
