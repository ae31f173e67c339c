"""Procedures that run over as many lanes as a test asks for."""

from dataclasses import replace

from sopbatch.model import Actor, Branch, Duration, Node, Procedure, Sop, Step, Symbol
from tests.writing.documents.prints import SOP


def many_lanes(lanes: int, steps: int = 14) -> Sop:
    """A procedure that runs to and fro over lanes with long names."""
    actors = tuple(
        Actor(f"Kepala Bagian Ketatalaksanaan {i + 1}", lane=i + 1) for i in range(lanes)
    )
    made = (
        Step(
            row=row,
            number=row,
            activity="Memeriksa kelengkapan berkas permohonan fasilitasi " * (row % 3 + 1),
            nodes=(Node(actor=row % lanes, lane=row % lanes + 1, symbol=_symbol(row, steps)),),
            branches=(Branch(label="", target=row + 1, key=""),) if row < steps else (),
            inputs="Berkas",
            duration=Duration(raw="2 hari kerja"),
        )
        for row in range(1, steps + 1)
    )
    return replace(SOP, procedures=(Procedure("Prosedur", 1, actors, tuple(made)),))


def _symbol(row: int, steps: int) -> Symbol:
    return Symbol.START if row == 1 else Symbol.END if row == steps else Symbol.PROCESS
