"""The SOP as its workbook tells it: a draft, where any text may be "" and any date unread."""

from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from sopbatch.model.once import Alike, Once
from sopbatch.model.values import DateValue, Duration, LegalCitation, Nip, SopNumber


class Symbol(Enum):
    """Four of the five symbols of PermenPAN-RB 35/2012; arrows and connectors are drawn by us."""

    START = "Mulai"
    PROCESS = "Proses"
    DECISION = "Keputusan"
    END = "Selesai"


@dataclass(frozen=True, slots=True)
class Actor(Once):
    """An executor (pelaksana): one lane of the flowchart."""

    name: str
    """As typed."""
    norm: str = ""
    """For comparison: abbreviations written out, lower case."""
    kind: str = ""
    """"Internal", "Eksternal", "Sistem" or ""."""
    lane: int = 0
    """1-based lane column on the sheet (lanes left blank are counted, so gaps may exist)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Once):
    """A symbol in a lane of a step; nodes of one turn work jointly, turns follow each other."""

    actor: int
    """0-based index into Procedure.actors; -1 when the lane has no name."""
    lane: int
    """1-based lane column on the sheet."""
    symbol: Symbol | None
    """None when the word typed is not a known symbol."""
    raw: str = ""
    turn: int = 1
    """1-based place in the row's sequence."""
    words: str = ""
    """The question of a Keputusan, drawn beside its diamond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Once):
    """One way to go on from a step, or from one turn of a step to another."""

    label: str
    """"Ya", "Tidak", a named branch, or "" for a plain continuation."""
    target: int | None
    """Step number it goes to; None when what was typed is no step number."""
    key: str
    """Field that said so: yes, no_target, next; "" when it is the next row or turn by default."""
    raw: str = ""
    turn: int = 0
    """1-based turn it leaves; 0 for the step's last one."""
    target_turn: int = 1
    """Turn it leads to; other steps are always entered at their first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Alike):
    """A row of the procedure table (kegiatan)."""

    row: int
    """1-based ordinal in its procedure; a branch target means this number."""
    number: int | None = None
    """No as seen: typed, or calculated by the form; None when blank or not a number."""
    number_raw: str = ""
    """No as typed; "" when blank or calculated by the form."""
    activity: str = ""
    nodes: tuple[Node, ...] = ()
    """By turn, those of one turn in lane order."""
    branches: tuple[Branch, ...] = ()
    """Resolved ways out; empty at an end. The default next row is written out as target row + 1."""
    within: tuple[Branch, ...] = ()
    """Ways from turn to turn of a row that holds a sequence; their target is the step itself."""
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
    stage: str = ""
    """Heading that stands above this step in the table ("A. Tahap Persiapan"), a line each."""

    @property
    def turns(self) -> tuple[tuple[Node, ...], ...]:
        """Its nodes by turn, in order; one turn unless the row holds a sequence."""
        return tuple(tuple(turn) for _, turn in groupby(self.nodes, key=lambda node: node.turn))

    @property
    def symbols(self) -> frozenset[Symbol]:
        """The known symbols in its row."""
        return frozenset(node.symbol for node in self.nodes if node.symbol)

    @property
    def decides(self) -> bool:
        """Whether a Keputusan stands in its row."""
        return Symbol.DECISION in self.symbols

    @property
    def ends(self) -> bool:
        """Whether the flow ends in its row."""
        return Symbol.END in self.symbols

    @property
    def answers(self) -> tuple[Branch, ...]:
        """Ways out of its Keputusan, to another turn of its row or to another step."""
        turns = [node.turn for node in self.nodes if node.symbol is Symbol.DECISION]
        last = max((node.turn for node in self.nodes), default=1)
        return tuple(
            branch for branch in (*self.within, *self.branches) if (branch.turn or last) in turns
        )

    @property
    def forks(self) -> bool:
        """Whether several steps follow it side by side, without a decision between them."""
        return len(self.branches) > 1 and all(
            branch.key == "next" and not branch.label for branch in self.branches
        )

    @property
    def actors(self) -> tuple[int, ...]:
        """0-based actors of its nodes, each once, in the order in which they work."""
        return tuple(dict.fromkeys(node.actor for node in self.nodes if node.actor >= 0))


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
        return tuple(step for step in self.steps if step.decides)

    def step(self, row: int) -> Step | None:
        """The step of that 1-based ordinal."""
        return self.steps[row - 1] if 1 <= row <= len(self.steps) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sop(Alike):
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
    restarting: tuple[str, ...] = ()
    """Keys of those lists whose numbers begin anew below each line that leads in."""
    status: str = ""
    author: str = ""
    contact: str = ""
    procedures: tuple[Procedure, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps of all procedures."""
        return tuple(step for procedure in self.procedures for step in procedure.steps)

    @property
    def substance(self) -> tuple[object, ...]:
        """What is verified: all but the number, dates, status and signatory that come later."""
        return (
            *(self.title, self.trigger, self.function),
            tuple(citation.raw for citation in self.legal_basis),
            *(self.relations, self.warnings, self.qualifications, self.equipment, self.records),
            tuple((procedure.actors, procedure.steps) for procedure in self.procedures),
        )
