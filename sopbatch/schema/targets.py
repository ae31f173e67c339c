"""How a target is written: "7", "kembali ke langkah 7", or branches with a name of their own.

The template's formulas take targets apart in the same way, so that form and check agree.
"""

import re

TARGET_WORDS = ("kembali", "lanjut", "langkah", "tahap", "nomor", "step", "ke", "no")
"""Words that only lead to a step's number: "kembali ke langkah 7"."""
TARGET_MARKS = ".:()-–—'’\u00a0"
"""Signs that say nothing round a step's number: "no. 7", "(7)", "ke-7", "'7"."""
BESIDE_WORDS = (" dan ", " serta ", "&", "+")
"""Between the steps of a fork: "7 dan 8"."""
BESIDE = "|".join(map(re.escape, BESIDE_WORDS))
LONGEST_TARGET, LONGEST_LABEL = 200, 60
"""Characters of a cell, and of a branch's name."""
NAMED = re.compile(r"[:=][^\d:=]{0,20}\d")
"""A name with its step."""
BEHIND_NUMBER = re.compile(r"(?<=\d)\s+(?:dan\s+|serta\s+)?(?=[^\W\d])")
"""Where the next branch begins when nothing divides them."""
_BLANKS = str.maketrans(dict.fromkeys(TARGET_MARKS, " "))


def target_words(text: str) -> tuple[str, ...]:
    """What is said besides words that only lead to a number: "kembali ke no. 7" says "7"."""
    if len(text) > LONGEST_TARGET:
        return ()
    plain = f"{text.lower()} ".replace(".0 ", " ").translate(_BLANKS)
    return tuple(word for word in plain.split() if word not in TARGET_WORDS)


def target_number(text: str) -> int | None:
    """The one number a target names; None when it says anything else."""
    words = target_words(text)
    return int(words[0]) if len(words) == 1 and words[0].isdecimal() else None


def branch_pieces(text: str) -> tuple[str, ...]:
    """Branches of "Teknis: 5; Administratif: 7", "Teknis ke 5, Administratif ke 7", "7, 8 dan 9".

    () when the text is one target; a single branch is known by its colon.
    """
    beside = tuple(piece for piece in re.split(f"[;,\n]|{BESIDE}", text) if piece.strip())
    if len(beside) > 1 and all(target_number(piece) is not None for piece in beside):
        return beside
    # Each divides only where none before does: "Setuju, lengkap: 5; lainnya: 7".
    dividers = (r"[;\n]", ",", "(?!)" if re.search("[:=]", text) else BESIDE)
    divider = next((one for one in dividers if re.search(one, text)), "(?!)")
    pieces = tuple(piece for piece in re.split(divider, text) if piece.strip())
    if len(pieces) == 1 and len(NAMED.findall(text)) > 1:
        # "Setuju: 5 Tidak setuju: 7"
        pieces = tuple(piece for piece in BEHIND_NUMBER.split(text) if piece.strip())
    return pieces if len(pieces) > 1 or re.search("[:=]", text) else ()


def branch_number(piece: str) -> int | None:
    """The step that a branch with a name leads to; None when it lacks the name or the number."""
    *label, number = target_words(piece.replace("=", " ")) or ("",)
    named = bool(label) and not label[0][0].isdigit()
    return int(number) if named and number.isdecimal() else None
