"""The register (daftar_induk.xlsx): units, sections, plan, decisions and settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sopbatch.model.findings import Severity
from sopbatch.model.remembered import remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An agency or bureau (perangkat daerah, biro)."""

    code: str
    name: str
    parent: str = ""
    """Code of the unit it hangs below ("" for none); every bureau is a unit of its own."""
    email: str = ""
    head_position: str = ""
    """The expected signatory."""
    head_name: str = ""
    head_nip: str = ""
    aliases: tuple[str, ...] = ()
    """Other names by which it is called ("Biro Ortal")."""
    simplified: bool = False
    """Structure already simplified (PermenPAN-RB 25/2021): Kasubbag and Kasi are gone."""
    letter: str = ""
    """Number and date of its head's letter that told the titles of its SOPs."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section (Bagian, Bidang) of a unit."""

    unit_code: str
    code: str
    """Short code such as "TL"."""
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange:
    """An agency, or one of its sections, that was renamed, merged or split."""

    since: date
    """First day of the new order."""
    unit_code: str
    """The code until then."""
    unit_name: str
    """The name until then."""
    section: str = ""
    """The section until then; "" when the whole agency changed."""
    successors: tuple[str, ...] = ()
    """Codes of the agencies in its place; its own when only its name changed."""
    new_sections: tuple[str, ...] = ()
    """Sections in the place of the section."""
    document: str = ""
    """The regulation that says so."""
    row: int = 0
    """1-based row on the sheet."""


@dataclass(frozen=True, slots=True)
class Former:
    """A code that stands for an agency no more."""

    code: str
    name: str
    homes: tuple[str, ...]
    """Codes of what is in its place today; more than one after a split."""
    since: date
    """From when on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One planned title (daftar inventarisasi judul SOP)."""

    code: str
    """Permanent code such as "TL-01"."""
    unit_code: str
    section: str
    """Name of the section, "" when the unit has none."""
    title: str
    deadline: date | None = None
    nature: str = ""
    function: str = ""
    owner: str = ""
    """Penanggung jawab."""
    withdrawn: bool = False
    """Withdrawn from the plan: not counted."""
    other_titles: tuple[str, ...] = ()
    """Titles under which it may be sent besides its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision of Biro Organisasi about one SOP (sheet Keputusan)."""

    plan_code: str
    status: str
    """Dalam Verifikasi, Terverifikasi, Perlu Perbaikan, Dicabut …"""
    decided: date | None = None
    note: str = ""
    document: str = ""
    """Number of the berita acara."""
    row: int = 0
    """1-based row on the sheet."""
    decided_by: str = ""
    receipt: str = ""
    """Receipt number of a file; of a single file's decisions only."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A received file that counts no more from a day on (sheet Keputusan, status Ditarik)."""

    number: str
    """The file's receipt number."""
    decided: date | None
    by: str
    reason: str
    row: int = 0
    """1-based row on the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A received file that belongs to a planned title (sheet Keputusan, status Dikaitkan)."""

    plan_code: str
    number: str
    """The file's receipt number."""
    decided: date | None = None
    by: str = ""
    reason: str = ""
    row: int = 0
    """1-based row on the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What Biro Organisasi says of a file that is held because of who sent it, or of a sender."""

    key: str
    """The file's receipt number, or an address."""
    verdict: str
    """Terima sekali, Terima selalu, Tolak."""
    decided: date | None
    by: str
    reason: str
    row: int = 0
    """1-based row on the sheet."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule set aside for one unit (or "*" for all) until a date."""

    rule: str
    unit_code: str
    reason: str
    granted_by: str
    until: date | None


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """The register's word on a rule: another severity, or on trial until a date."""

    rule: str
    severity: Severity | None = None
    off: bool = False
    trial_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the province (sheet Pengaturan); defaults hold without a register."""

    government: str = "PEMERINTAH PROVINSI KALIMANTAN TIMUR"
    region: str = "Kalimantan Timur"
    address: str = ""
    organisation_bureau: str = "Biro Organisasi"
    paper: str = "F4"
    """F4, A4, Letter or Legal; landscape."""
    arrangement: str = "Terpisah"
    """Terpisah or Satu halaman jika muat: whether identity and flowchart may share a page."""
    same_symbols: str = "Bersama"
    """Bersama or Berurutan: how equal symbols in one row are read."""
    ratified: str = "Diterima"
    """Diterima or Diperiksa penuh: how ratified SOPs are checked."""
    number_pattern: str = ""
    """Pattern of Nomor SOP with <kode>, <seri>, <tahun>; "" checks nothing."""
    minutes_per_day: int = 450
    """Working minutes of a day (7.5 hours)."""
    days_per_week: int = 5
    days_per_month: int = 20
    days_per_year: int = 235
    round_deadline: date | None = None
    """Last day for sending workbooks in this round."""
    review_years: int = 5
    logo: str = ""
    """File name of a PNG or JPEG beside the register."""

    def asked_by(self, day: date) -> date | None:
        """Until when a letter of that day asks for workbooks; None once the round is over."""
        end = self.round_deadline
        return end if end and end >= day else None

    @property
    def minutes_per_unit(self) -> Mapping[str, float]:
        """Working minutes of each unit of time; calendar minutes of "hari kalender"."""
        day = self.minutes_per_day
        month = self.days_per_month * day
        return {
            "detik": 1 / 60,
            "menit": 1,
            "jam": 60,
            "jam pelajaran": 45,
            "hari": day,
            "hari kerja": day,
            "hari kalender": 1440,
            "minggu": self.days_per_week * day,
            "bulan": month,
            "triwulan": 3 * month,
            "caturwulan": 4 * month,
            "semester": 6 * month,
            "tahun": self.days_per_year * day,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All that the province knows before a workbook comes in."""

    units: tuple[Unit, ...] = ()
    sections: tuple[Section, ...] = ()
    plan: tuple[PlanLine, ...] = ()
    decisions: tuple[Decision, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    ties: tuple[Tie, ...] = ()
    admissions: tuple[Admission, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    rule_settings: tuple[RuleSetting, ...] = ()
    settings: Settings = field(default_factory=Settings)
    changes: tuple[UnitChange, ...] = ()
    """How agencies became what they are."""
    former: tuple[Former, ...] = ()
    """Codes of before the day for which the register was made ready (see matching.history)."""
    present: bool = True
    """False when the batch runs without a register: nothing planned can be counted."""

    def unit(self, code: str) -> Unit | None:
        """The unit of that code, or the one that came in its place."""
        return _units_by_code(self).get(self.home(code))

    def home(self, code: str) -> str:
        """The code that counts for a code today: its only successor's, else itself."""
        code = code.strip()
        if code in _units_by_code(self):
            return code
        former = self.former_unit(code)
        return former.homes[0] if former and len(former.homes) == 1 else code

    def former_unit(self, code: str) -> Former | None:
        """What that code was, when it stands for an agency no more."""
        return next((one for one in self.former if one.code == code.strip()), None)

    def decision_on(self, plan_code: str, statuses: frozenset[str], as_of: date) -> Decision | None:
        """The last row about an SOP with one of these statuses that is not in the future."""
        return next(
            (
                decision
                for decision in reversed(self.decisions)
                if decision.plan_code == plan_code
                and decision.status in statuses
                and (decision.decided is None or decision.decided <= as_of)
            ),
            None,
        )

    def sections_of(self, code: str) -> tuple[Section, ...]:
        """Sections of a unit, in register order."""
        home = self.home(code)
        return tuple(section for section in self.sections if section.unit_code == home)


@remembered
def _units_by_code(register: Register) -> Mapping[str, Unit]:
    """The first unit of each code: every rule of every file asks for units."""
    return {unit.code: unit for unit in reversed(register.units)}


NO_REGISTER = Register(present=False)
