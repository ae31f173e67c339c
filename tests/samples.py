"""The SOPs drawn in data/sample_sops.md and data/further_sops.md, as `Sop` values."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sopbatch.model import Actor, Branch, Node, Procedure, Sop, Step, Symbol
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.text.roles import role_key

DATA = Path(__file__).parent / "data"
SAMPLES, FURTHER = DATA / "sample_sops.md", DATA / "further_sops.md"
SYMBOLS = {
    "M": Symbol.START,
    "P": Symbol.PROCESS,
    "K": Symbol.DECISION,
    "S": Symbol.END,
}
NATURE = ("nature", "scope", "completeness", "specificity")


@dataclass(frozen=True, slots=True)
class SampleCounts:
    """What the sample document says its SOP counts up to."""

    steps: int
    decisions: int
    actors: int
    low: int
    """Total time, working minutes."""
    high: int


@cache
def sample_sops() -> tuple[Sop, ...]:
    """The fourteen samples, in the order of their document."""
    return _sops(SAMPLES)


@cache
def further_sops() -> tuple[Sop, ...]:
    """Those that the sample batch holds besides, of the bureau and of other agencies.

    What the document names as section of another agency's SOP is the agency.
    """
    return _sops(FURTHER)


@cache
def sample_counts() -> tuple[SampleCounts, ...]:
    """What is expected of each sample, in the order of `sample_sops`."""
    return tuple(_counts(_bullets(part)["Expected"]) for part in _sections(SAMPLES)[1:])


def _sops(document: Path) -> tuple[Sop, ...]:
    head, *parts = _sections(document)
    return tuple(_sop(part, _bullets(head)) for part in parts)


def _sections(document: Path) -> list[str]:
    return re.split(r"^## ", document.read_text(encoding="utf-8"), flags=re.MULTILINE)


def _bullets(part: str) -> dict[str, str]:
    lines = re.findall(r"^- ([^:]+): (.*)$", part, flags=re.MULTILINE)
    return {re.sub(r" \(.*\)$", "", name): text.strip() for name, text in lines}


def _sop(part: str, signatory: dict[str, str]) -> Sop:
    title, code, section = _heading(part)
    facts = _bullets(part)
    number, created, revised, effective, kinds = _identity_line(facts["Nomor SOP"])
    rank, grade = signatory["Pangkat"].split(", ")
    parent = facts.get("SOP makro induk", "")
    natures: dict[str, Any] = dict(zip(NATURE, kinds, strict=True))
    return Sop(
        plan_code=code,
        government="Pemerintah Provinsi Kalimantan Timur",
        unit_name="Biro Organisasi",
        section=section,
        number=parse_number(number),
        created=parse_date(created),
        revised=parse_date(revised),
        effective=parse_date(effective),
        signatory_position=signatory["Jabatan"],
        signatory_name=signatory["Nama"],
        signatory_rank=rank,
        signatory_grade=grade,
        signatory_nip=parse_nip(signatory["NIP"]),
        title=title,
        **natures,
        parent="" if parent.startswith("(") else parent,
        legal_basis=tuple(
            parse_citation(text.strip())
            for text in re.split(r";?\s*\(\d+\) ", facts["Dasar Hukum"])[1:]
        ),
        relations=_items(facts["Keterkaitan"]),
        warnings=_items(facts["Peringatan"]),
        qualifications=_items(facts["Kualifikasi Pelaksana"]),
        equipment=_items(facts["Peralatan/Perlengkapan"]),
        records=_items(facts["Pencatatan dan Pendataan"]),
        procedures=(_procedure(part, facts["Pelaksana"]),),
    )


def _heading(part: str) -> tuple[str, str, str]:
    match = re.match(r"\d+\. (.*) \(([A-Z]+-\d+), (.*)\)\n", part)
    assert match
    return match[1], match[2], match[3]


def _identity_line(text: str) -> tuple[str, str, str, str, list[str]]:
    number, created, revised, effective, kinds = text.split("; ")
    return (
        number.strip("`"),
        created.removeprefix("Tanggal Pembuatan "),
        revised.removeprefix("Tanggal Revisi "),
        effective.removeprefix("Tanggal Efektif "),
        kinds.split(", "),
    )


def _items(text: str) -> tuple[str, ...]:
    return tuple(text.split("; "))


def _procedure(part: str, lanes: str) -> Procedure:
    names = lanes.split(" → ")
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in part.splitlines()
        if re.match(r"\| \d", line)
    ]
    return Procedure(
        sheet="Prosedur",
        part=1,
        actors=tuple(Actor(name, role_key(name), lane=i + 1) for i, name in enumerate(names)),
        steps=tuple(_step(row, names) for row in rows),
    )


def _step(cells: list[str], names: list[str]) -> Step:
    number, activity, actor, letter, inputs, duration, output, targets, remark = cells
    row, symbol, lane = int(number), SYMBOLS[letter], names.index(actor)
    yes, _, no_target = targets.partition("/")
    return Step(
        row=row,
        number=row,
        number_raw=number,
        activity=activity,
        nodes=(Node(actor=lane, lane=lane + 1, symbol=symbol, raw=symbol.value),),
        branches=_branches(row, symbol, yes, no_target),
        inputs=inputs,
        duration=parse_duration(duration),
        output=output,
        remark=remark,
        yes=yes,
        no_target=no_target,
    )


def _branches(row: int, symbol: Symbol, yes: str, no_target: str) -> tuple[Branch, ...]:
    if symbol is Symbol.END:
        return ()
    if symbol is Symbol.DECISION:
        return (
            Branch(label="Ya", target=int(yes), key="yes", raw=yes),
            Branch(label="Tidak", target=int(no_target), key="no_target", raw=no_target),
        )
    return (Branch(label="", target=row + 1, key=""),)


def _counts(text: str) -> SampleCounts:
    match = re.match(
        r"(\d+) langkah, (\d+) keputusan, (\d+) pelaksana, total waktu (\d+)(?:\.\.(\d+))? menit",
        text,
    )
    assert match
    steps, decisions, actors, low, high = match.groups()
    return SampleCounts(int(steps), int(decisions), int(actors), int(low), int(high or low))
