"""Transparency of service: an SOP comes in, the ten aspects with how each is told go out."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sopbatch.model import Aspect, Sop
from sopbatch.schema.transparency import TRANSPARENCY, TransparencyAspect
from sopbatch.tally.service import service_time

QUOTED = 60
"""Characters of a quotation."""
BETWEEN = "\0"
"""Texts that stand side by side: it ends a word, and no text has it."""


def aspects_of(sop: Sop) -> tuple[Aspect, ...]:
    """All ten aspects of KEP/26/M.PAN/2/2004, in the order of that decree."""
    told = _told_by_fields(sop)
    texts = tuple(_texts(sop))
    whole = BETWEEN.join(text for _, text in texts)
    return tuple(
        _aspect(aspect.name, told.get(aspect.key, "") or _told_by_words(aspect, texts, whole))
        for aspect in TRANSPARENCY
    )


@lru_cache(maxsize=500)
def _aspect(name: str, evidence: str) -> Aspect:
    """One object for all SOPs that tell it alike, or not at all: each has ten."""
    return Aspect(name, evidence)


def _told_by_fields(sop: Sop) -> Mapping[str, str]:
    steps = sum(bool(step.activity.strip()) for step in sop.steps)
    inputs = sum(bool(step.inputs.strip()) for step in sop.steps)
    time = service_time(sop)
    timed = time.low > 0 or time.high is None or time.high > 0 or time.elapsed > 0
    signatory = sop.signatory_position.strip()
    return {
        "procedure": f"tabel prosedur, {steps} langkah" if steps else "",
        "requirements": f"kelengkapan pada {inputs} langkah" if inputs else "",
        "time": "waktu pada mutu baku" if timed else "",
        "officials": f"pejabat pengesah: {_quotation(signatory, 0)}" if signatory else "",
    }


def _told_by_words(
    aspect: TransparencyAspect, texts: tuple[tuple[str, str], ...], whole: str
) -> str:
    if not aspect.words:
        return ""
    pattern = re.compile(rf"\b(?:{aspect.words})\b", re.IGNORECASE)
    # Most are told nowhere, which one look tells.
    if not pattern.search(whole):
        return ""
    for where, text in texts:
        if found := pattern.search(text):
            return f"{where}: “{_quotation(text, found.start())}”"
    return ""


def _texts(sop: Sop) -> Iterator[tuple[str, str]]:
    """Everything an SOP says, with where it says so."""
    yield "Nama SOP", sop.title
    lists = (
        ("Keterkaitan", sop.relations),
        ("Peringatan", sop.warnings),
        ("Peralatan dan perlengkapan", sop.equipment),
        ("Pencatatan dan pendataan", sop.records),
        ("Dasar hukum", tuple(citation.raw for citation in sop.legal_basis)),
    )
    for procedure in sop.procedures:
        for step in procedure.steps:
            name = f"Langkah {step.row}"
            yield name, step.activity
            yield f"{name}, kelengkapan", step.inputs
            yield f"{name}, output", step.output
            yield f"{name}, keterangan", step.remark
    for name, items in lists:
        for item in items:
            yield name, item


def _quotation(text: str, start: int) -> str:
    """A piece of the text round a place, with whole words."""
    line = " ".join(text.split())
    if len(line) <= QUOTED:
        return line
    at = max(0, min(len(line) - QUOTED, start - QUOTED // 3))
    first = line.rfind(" ", 0, at) + 1 if at else 0
    last = line.rfind(" ", first, first + QUOTED)
    last = last if last > first else first + QUOTED
    head = "… " if first else ""
    return f"{head}{line[first:last]} …"
