"""Ya ke, Tidak ke and Lanjut ke become branches between steps."""

import re
from dataclasses import replace

from sopbatch.model import Branch, Step, Symbol
from sopbatch.reading.turns import ways_within
from sopbatch.reading.values.lists import strip_marker
from sopbatch.schema.targets import (
    LONGEST_LABEL,
    NO_WORD,
    TARGET_MARKS,
    TARGET_WORDS,
    YES_WORD,
    branch_number,
    branch_pieces,
    target_number,
    tells_both,
    with_own_answer,
)
from sopbatch.text.straight import is_missing, straighten

TAIL = re.compile(
    rf"[\s{re.escape(TARGET_MARKS)}=]*(?:\b(?:{'|'.join(TARGET_WORDS)})\b[\s{re.escape(TARGET_MARKS)}]*)*"
    r"\d+(?:\.0)?[^\w]*$",
    re.IGNORECASE,
)
"""The end of a branch from its label on: ": 7", " ke langkah 7"."""
CALLED_STEP = re.compile(
    r"(?:\s*[:=]|\s+ke(?:mbali)?(?:\s+ke)?)\s*(?:kegiatan|aktivitas|poin|butir|baris)\s*$",
    re.IGNORECASE,
)
"""What else a step is called, behind the sign that ends a label: “Lengkap: kegiatan 4”."""
BESIDE_LABEL = " -–→➔➜⇒>()[]:=,&+"
CONDITION = re.compile(
    r"^(?:(?:atau|dan|serta)\s+)?(?:(?:jika|apabila|bila|kalau)\s+)?", re.IGNORECASE
)
"""“Jika teknis ke 5” is the branch “teknis”."""
BESIDE = re.compile(r"[;,\n&+]|\b(?:dan|serta)\b", re.IGNORECASE)
"""Between the steps of a fork."""
HEADS = {"yes": YES_WORD, "no_target": NO_WORD}
"""The answer that the head of a column names, by its key."""
NOWHERE = 0
"""Target of a branch to a number that no step carries."""


def resolve_branches(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Steps with their ways out; targets are ordinals (Step.row), whatever numbers were typed."""
    ordinals = _ordinals(steps)
    return tuple(_resolved(step, ordinals) for step in steps)


def _as_meant(step: Step) -> tuple[Step, str]:
    """The step with both answers in Lanjut ke where one column tells them, and that column."""
    columns = {"yes": step.yes, "no_target": step.no_target, "next": step.next}
    columns = {key: _straight_lines(text) for key, text in columns.items()}
    said = [key for key, text in columns.items() if not is_missing(text)]
    (key, *others) = said or ("next",)
    named = not others and key != "next" and tells_both(columns[key])
    told = with_own_answer(columns[key], HEADS.get(key, ""))
    if not named or len(named_branches(told, {})) < 2:
        return step, "next"
    return replace(step, yes="", no_target="", next=told), key


def _straight_lines(text: str) -> str:
    """The text in plain signs, line by line, since a line may be a branch."""
    return "\n".join(map(straighten, text.split("\n")))


def _ordinals(steps: tuple[Step, ...]) -> dict[int, int]:
    """Number on the sheet to ordinal; numbers hold only when no two steps carry the same.

    A step without a number is meant by its ordinal.
    """
    numbers = [step.number for step in steps if step.number is not None]
    if len(set(numbers)) < len(numbers):
        return {step.row: step.row for step in steps}
    unnumbered = {step.row: step.row for step in steps if step.number is None}
    return unnumbered | {step.number: step.row for step in steps if step.number is not None}


def _resolved(step: Step, ordinals: dict[int, int]) -> Step:
    """The step with its ways: out of the row, and from turn to turn within it."""
    last = max((node.turn for node in step.nodes), default=1)
    deciding = next((node.turn for node in step.nodes if node.symbol is Symbol.DECISION), 0)
    if not deciding:
        within = ways_within(step.nodes, step.row, None)
        return replace(step, branches=_onward(step, ordinals), within=within)
    closes = deciding == last
    meant, key = _as_meant(step)
    answers = tuple(
        replace(answer, key=key) if answer.key == "next" else answer
        for answer in _answers(meant, ordinals, closes=closes)
    )
    last_way = replace(meant, next="") if named_branches(meant.next, ordinals) else meant
    onward = () if closes or parts(step) else _onward(last_way, ordinals)
    return replace(
        step,
        branches=(
            *(replace(answer, turn=0 if closes else deciding) for answer in answers),
            *onward,
        ),
        within=ways_within(step.nodes, step.row, _answer_within(step)),
    )


def parts(step: Step) -> bool:
    """Whether all answers of a Keputusan lead to other rows."""
    return _answer_within(step) is None


def _answer_within(step: Step) -> str | None:
    """The answer that leads on within the row; None when all lead to other rows."""
    step, _ = _as_meant(step)
    named = named_branches(step.next, {})
    if len(named) == 1 and is_missing(step.no_target):
        return "" if is_missing(step.yes) else None
    if len(named) > 1:
        return None
    if is_missing(step.yes):
        return "Ya"
    return "Tidak" if is_missing(step.no_target) else None


def _answers(step: Step, ordinals: dict[int, int], *, closes: bool) -> tuple[Branch, ...]:
    """The ways of a Keputusan to other rows; when it closes its row, Ya may be left out."""
    named = named_branches(step.next, ordinals)
    if len(named) > 1:
        return named
    told: list[Branch] = []
    if named and is_missing(step.no_target):
        # A name on one side only: the other way is the usual one.
        if closes or not is_missing(step.yes):
            told.append(_single("", step.yes, "yes", step, ordinals))
        return (*told, *named)
    if closes or not is_missing(step.yes):
        told.append(_single("Ya", step.yes, "yes", step, ordinals))
    if not is_missing(step.no_target):
        told.append(_single("Tidak", step.no_target, "no_target", step, ordinals))
    return tuple(told)


def _onward(step: Step, ordinals: dict[int, int]) -> tuple[Branch, ...]:
    """The ways out of a row's last turn that is no decision; several for a fork."""
    if step.ends and is_missing(step.next):
        return ()
    return (
        named_branches(step.next, ordinals)
        or fork(step.next, ordinals)
        or (_single("", step.next, "next", step, ordinals),)
    )


def fork(text: str, ordinals: dict[int, int]) -> tuple[Branch, ...]:
    """Branches of "7; 8", which go on side by side; () when the text is no list of steps."""
    parts = [part for part in BESIDE.split(_straight_lines(text)) if part.strip()]
    targets = [_target(part, ordinals) for part in parts]
    if len(parts) < 2 or any(target is None for target in targets):
        return ()
    return tuple(
        Branch(label="", target=target, key="next", raw=part)
        for part, target in zip(parts, targets, strict=True)
    )


def named_branches(text: str, ordinals: dict[int, int]) -> tuple[Branch, ...]:
    """Branches of "Teknis: 5; Administratif: 7"; () when the text is not of that form."""
    if is_missing(text):
        return ()
    found = [_named(piece, ordinals) for piece in branch_pieces(_straight_lines(text))]
    return tuple(branch for branch in found if branch) if all(found) else ()


def _named(piece: str, ordinals: dict[int, int]) -> Branch | None:
    plain = straighten(piece)
    number = branch_number(plain)
    if number is None:
        return None
    label = CALLED_STEP.sub("", TAIL.sub("", plain)).strip()
    target = plain[len(label) :].strip(" :=")
    label = CONDITION.sub("", strip_marker(label).strip(BESIDE_LABEL)).strip(BESIDE_LABEL)
    if not label or len(label) > LONGEST_LABEL:
        return None
    return Branch(label=label, target=ordinals.get(number, NOWHERE), key="next", raw=target)


def _single(label: str, text: str, key: str, step: Step, ordinals: dict[int, int]) -> Branch:
    if is_missing(text):
        return Branch(label=label, target=step.row + 1, key="")
    return Branch(
        label=label, target=_target(text, ordinals, HEADS.get(key, "")), key=key, raw=text
    )


def _target(text: str, ordinals: dict[int, int], own: str = "") -> int | None:
    number = target_number(straighten(text), own)
    return None if number is None else ordinals.get(number, NOWHERE)
