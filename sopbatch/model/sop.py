"""The SOP as its workbook tells it: a draft, where any text may be "" and any date unread."""

from dataclasses import dataclass
from enum import Enum

from sopbatch.model.values import DateValue, Duration, LegalCitation, Nip, SopNumber


class Symbol(Enum):
    """Four of the five symbols of PermenPAN-RB 35/2012; arrows and connectors are drawn by us."""

    START = "Mulai"
    PROCESS = "Proses"
    DECISION = "Keputusan"
    END = "Selesai"


@dataclass(frozen=True, slots=True)
class Actor:
    """An executor (pelaksana): one lane of the flowchart."""

    name: str
    """As typed."""
    norm: str = ""
    """For comparison: abbreviations written out, lower case."""
    kind: str = ""
    """"Internal", "Eksternal", "Sistem" or ""."""
    lane: int = 0
    """1-based lane column on the sheet (lanes left blank are counted, so gaps may exist)."""


@dataclass(frozen=True, slots=True)
class Node:
    """A symbol in a lane of a step; several nodes make a joint step."""

    actor: int
    """0-based index into Procedure.actors; -1 when the lane has no name."""
    lane: int
    """1-based lane column on the sheet."""
    symbol: Symbol | None
    """None when the word typed is not a known symbol."""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """One way to go on from a step."""

    label: str
    """"Ya", "Tidak", a named branch, or "" for a plain continuation."""
    target: int | None
    """Step number it goes to; None when what was typed is no step number."""
    key: str
    """Field that said so: yes, no_target, next; "" when it is the next row by default."""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the procedure table (kegiatan)."""

    row: int
    """1-based ordinal in its procedure; a branch target means this number."""
    number: int | None = None
    """No as typed; None when blank or not a number."""
    number_raw: str = ""
    activity: str = ""
    nodes: tuple[Node, ...] = ()
    branches: tuple[Branch, ...] = ()
    """Resolved ways out; empty at an end. The default next row is written out as target row + 1."""
    inputs: str = ""
    duration: Duration = Duration()
    output: str = ""
    remark: str = ""
    yes: str = ""
    """Ya ke as typed."""
    no_target: str = ""
    """Tidak ke as typed."""
    next: str = ""
    """Lanjut ke as typed."""

    @property
    def symbol(self) -> Symbol | None:
        """The step's symbol: that of its first node with a known one."""
        return next((node.symbol for node in self.nodes if node.symbol), None)

    @property
    def actors(self) -> tuple[int, ...]:
        """0-based actors of its nodes, in lane order."""
        return tuple(node.actor for node in self.nodes if node.actor >= 0)


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure table: lanes in order and steps."""

    sheet: str
    part: int
    """1-based; matches Place.part."""
    actors: tuple[Actor, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def decisions(self) -> tuple[Step, ...]:
        """Its decision steps."""
        return tuple(step for step in self.steps if step.symbol is Symbol.DECISION)

    def step(self, row: int) -> Step | None:
        """The step of that 1-based ordinal."""
        return self.steps[row - 1] if 1 <= row <= len(self.steps) else None


@dataclass(frozen=True, slots=True)
class Sop:
    """Identity (Bagian Identitas) and procedures (Bagian Flowchart) of one SOP.

    Attributes carry the keys of the schema; meanings and labels stand there.
    """

    plan_code: str = ""
    """Permanent code of the plan line, hidden in an issued template."""
    government: str = ""
    unit_code: str = ""
    unit_name: str = ""
    section: str = ""
    number: SopNumber = SopNumber()
    created: DateValue = DateValue()
    revision: int | None = None
    revision_raw: str = ""
    revised: DateValue = DateValue()
    review_planned: DateValue = DateValue()
    effective: DateValue = DateValue()
    signatory_position: str = ""
    signatory_name: str = ""
    signatory_rank: str = ""
    signatory_grade: str = ""
    signatory_nip: Nip = Nip()
    approval_method: str = ""
    title: str = ""
    nature: str = ""
    scope: str = ""
    completeness: str = ""
    specificity: str = ""
    trigger: str = ""
    parent: str = ""
    function: str = ""
    legal_basis: tuple[LegalCitation, ...] = ()
    relations: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    status: str = ""
    author: str = ""
    contact: str = ""
    procedures: tuple[Procedure, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps of all procedures."""
        return tuple(step for procedure in self.procedures for step in procedure.steps)
