"""Ya ke, Tidak ke and Lanjut ke become branches between steps."""

import re
from dataclasses import replace

from sopbatch.model import Branch, Step, Symbol
from sopbatch.reading.values.text import is_missing, step_number

NAMED = re.compile(r"\s*(?P<label>[^:;\n]{1,60}?)\s*[:=]\s*(?P<target>[^:;\n]{1,20}?)\s*")
STEP_NAMED = re.compile(
    r"(?:kembali\s+)?(?:ke\b\s*-?\s*)?(?:(?:langkah|tahap|nomor|no|step)\b\s*\.?\s*)?"
    r"(?:ke\b\s*-?\s*)?(?P<number>\S+)",
    re.IGNORECASE,
)
"""A target in words: "langkah 4", "kembali ke no. 1"."""
NOWHERE = 0
"""Target of a branch to a number that no step carries."""


def resolve_branches(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Steps with their ways out; targets are ordinals (Step.row), whatever numbers were typed."""
    ordinals = _ordinals(steps)
    return tuple(replace(step, branches=_branches(step, ordinals)) for step in steps)


def _ordinals(steps: tuple[Step, ...]) -> dict[int, int]:
    """Number on the sheet to ordinal; numbers hold only when no two steps carry the same.

    A step without a number is meant by its ordinal.
    """
    numbers = [step.number for step in steps if step.number is not None]
    if len(set(numbers)) < len(numbers):
        return {step.row: step.row for step in steps}
    unnumbered = {step.row: step.row for step in steps if step.number is None}
    return unnumbered | {step.number: step.row for step in steps if step.number is not None}


def _branches(step: Step, ordinals: dict[int, int]) -> tuple[Branch, ...]:
    named = named_branches(step.next, ordinals)
    if step.symbol is Symbol.END and is_missing(step.next):
        return ()
    if step.symbol is not Symbol.DECISION:
        return named or (_single("", step.next, "next", step, ordinals),)
    if len(named) >= 2:
        return named
    yes = _single("Ya", step.yes, "yes", step, ordinals)
    if is_missing(step.no_target):
        return (yes,)
    return (yes, _single("Tidak", step.no_target, "no_target", step, ordinals))


def named_branches(text: str, ordinals: dict[int, int]) -> tuple[Branch, ...]:
    """Branches of "Teknis: 5; Administratif: 7"; () when the text is not of that form."""
    if is_missing(text):
        return ()
    parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
    found = [NAMED.fullmatch(part) for part in parts]
    if not all(found):
        return ()
    return tuple(
        Branch(match["label"], _target(match["target"], ordinals), "next", match["target"])
        for match in found
        if match
    )


def _single(label: str, text: str, key: str, step: Step, ordinals: dict[int, int]) -> Branch:
    if is_missing(text):
        return Branch(label, step.row + 1, "")
    return Branch(label, _target(text, ordinals), key, text)


def _target(text: str, ordinals: dict[int, int]) -> int | None:
    named = STEP_NAMED.fullmatch(text.strip())
    number = step_number(named["number"] if named else text)
    return None if number is None else ordinals.get(number, NOWHERE)
