"""Service standards (Standar Pelayanan) as their workbook tells them: promises to the public.

The 14 components are those of PermenPAN-RB 15/2014, in its order; any text may be "" in a draft.
"""

from dataclasses import dataclass

from sopbatch.model.values import DateValue, Duration, LegalCitation, Nip


@dataclass(frozen=True, slots=True)
class PromisedTime:
    """How long something takes, of one case when there are several."""

    case: str = ""
    """"Pasien baru"; "" when it holds for every case."""
    duration: Duration = Duration()
    item: int = 0
    """1-based item of the list that tells it, as in the others below."""


@dataclass(frozen=True, slots=True)
class Fee:
    """What one case costs."""

    case: str = ""
    """"Per titik", "Perpanjangan"; "" when it holds for every case."""
    text: str = ""
    """As typed, without the case."""
    amount: int | None = None
    """Rupiah; 0 when it is free of charge, None when no amount is told."""
    covered: bool = False
    """Somebody else pays ("ditanggung penjamin")."""
    item: int = 0


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to complain."""

    kind: str = ""
    """"Telepon", "WhatsApp", "Surel", "Laman", "Kotak saran", "SP4N-LAPOR!" …; "" when unknown."""
    value: str = ""
    """The number or address; "" when it is a place."""
    raw: str = ""
    item: int = 0


@dataclass(frozen=True, slots=True)
class Staff:
    """Executors of one role."""

    role: str = ""
    count: int | None = None
    raw: str = ""
    item: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStandard:
    """The standard of one service: 14 components in two groups, and what goes with them."""

    part: int = 1
    """1-based place in its workbook."""
    name: str = ""
    key: str = ""
    """What it is counted by: its name as names are compared; "" without a name."""
    # Penyampaian pelayanan (service delivery), published
    requirements: tuple[str, ...] = ()
    procedure: tuple[str, ...] = ()
    """Steps as the user of the service sees them."""
    times: tuple[PromisedTime, ...] = ()
    fees: tuple[Fee, ...] = ()
    products: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    # Pengelolaan pelayanan (manufacturing)
    legal_basis: tuple[LegalCitation, ...] = ()
    facilities: tuple[str, ...] = ()
    competence: tuple[str, ...] = ()
    supervision: tuple[str, ...] = ()
    staff: tuple[Staff, ...] = ()
    guarantee: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()
    evaluation: tuple[str, ...] = ()
    # Beside the components
    hours: tuple[str, ...] = ()
    """When the counter is open."""
    validity: str = ""
    """How long the product holds (masa berlaku)."""
    fee_basis: tuple[LegalCitation, ...] = ()
    """Rules that set the tariff."""
    answer_times: tuple[PromisedTime, ...] = ()
    """How soon complaints are answered, by their kind."""
    sops: tuple[str, ...] = ()
    """Numbers or titles of the SOPs behind the service."""

    @property
    def staff_total(self) -> int | None:
        """Executors of all roles; None when no count is told."""
        counts = [one.count for one in self.staff if one.count is not None]
        return sum(counts) if counts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards:
    """One workbook: an agency's (or one counter's) services, how they were set and published."""

    government: str = ""
    unit_code: str = ""
    unit_name: str = ""
    status: str = ""
    """Draf, Diajukan or Ditetapkan."""
    services: tuple[ServiceStandard, ...] = ()
    decree_number: str = ""
    """Of the SK penetapan."""
    decree_date: DateValue = DateValue()
    former_decree: str = ""
    """Number of the decree it revokes; "" when it is the first."""
    published: tuple[str, ...] = ()
    """Media in which the standards can be read."""
    published_at: str = ""
    """Address of the page where they can be read; "" without one."""
    consulted: DateValue = DateValue()
    """Day of the public consultation (forum konsultasi publik)."""
    consulted_place: str = ""
    consulted_groups: tuple[str, ...] = ()
    """Groups of the public that took part."""
    consulted_notes: tuple[str, ...] = ()
    """What was agreed."""
    monitored: DateValue = DateValue()
    """When the standards were last monitored."""
    surveyed: DateValue = DateValue()
    """Last survey of satisfaction (SKM, PermenPAN-RB 14/2017)."""
    survey_value: str = ""
    pledge: str = ""
    """Text of the Maklumat Pelayanan; "" for the usual text with all three elements."""
    pledge_date: DateValue = DateValue()
    place: str = ""
    """Where decree and maklumat are signed."""
    signatory_position: str = ""
    signatory_name: str = ""
    signatory_rank: str = ""
    signatory_nip: Nip = Nip()

    @property
    def keys(self) -> tuple[str, ...]:
        """One for each service that has a name; one for the workbook when none has."""
        return tuple(dict.fromkeys(one.key for one in self.services if one.key)) or ("",)

    @property
    def heading(self) -> str:
        """What people call it."""
        of_one = self.services[0].name if len(self.services) == 1 else ""
        return f"Standar Pelayanan {of_one or self.unit_name}".strip()

    @property
    def in_force(self) -> bool:
        """Whether it is set, with number and date of its decree as evidence."""
        is_set = self.status == "Ditetapkan"
        return is_set and bool(self.decree_number) and self.decree_date.value is not None
