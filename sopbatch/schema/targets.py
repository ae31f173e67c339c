"""How a target is written: "7", "kembali ke langkah 7", or branches with a name of their own.

The template's formulas take targets apart in the same way, so that form and check agree.
"""

import re
from functools import reduce

TARGET_WORDS = ("kembali", "lanjut", "langkah", "tahap", "nomor", "step", "ke", "no")
"""Words that only lead to a step's number: "kembali ke langkah 7"."""
TARGET_MARKS = ".:()-–—'’\u00a0"
"""Signs that say nothing round a step's number: "no. 7", "(7)", "ke-7", "'7"."""
YES_WORD, NO_WORD = "ya", "tidak"
"""The answers, which may be repeated below their own heads: "Ya: 5" in Ya ke."""
BESIDE_WORDS = (" dan ", " serta ", "&", "+")
"""Between the steps of a fork: "7 dan 8"."""
ARROWS = (
    *((arrow, " ") for arrow in ("→", "➔", "➜", "⇒", "->")),
    *((" :", ":"), (" =", "=")),
)
"""What leads to a number as "ke" does."""
DIGITS = "0123456789"
STROKES = (
    *((" /", "/"), ("/ ", "/")),
    *((f"{end}/", f"{end};") for end in (*DIGITS, ")")),
    *((f";{digit}", f"/{digit}") for digit in DIGITS),
)
"""A stroke behind a number divides branches, unless it stands between two numbers."""
NO_RUN = ";\n,"
IN_A_RUN = (*((sign, " ") for sign in "=&+"), (" dan ", " "), (" serta ", " "))
BOTH = ("tidak", "belum", "tdk", " ya")
"""What the second answer begins with, behind the number of the first."""
BESIDE = "|".join(map(re.escape, BESIDE_WORDS))
LONGEST_TARGET, LONGEST_LABEL = 200, 60
"""Characters of a cell, and of a branch's name."""
NAMED = re.compile(r"[:=][^\d:=]{0,20}\d")
"""A name with its step."""
BEHIND_NUMBER = re.compile(r"(?<=\d)\s+(?:(?:dan|serta|[-–—&+])\s+)?(?=[^\W\d])")
"""Where the next branch begins when nothing divides them."""
BEHIND_ANY_NUMBER = re.compile(r"(?<=\d)(?!\d)")
_BLANKS = str.maketrans(dict.fromkeys(TARGET_MARKS, " "))


def target_words(text: str, own: str = "") -> tuple[str, ...]:
    """What is said besides words that only lead to a number: "kembali ke no. 7" says "7".

    `own` is the answer that the head of its column names.
    """
    if len(text) > LONGEST_TARGET:
        return ()
    plain = f"{text.lower()} ".replace(".0 ", " ").translate(_BLANKS)
    return tuple(word for word in plain.split() if word not in (*TARGET_WORDS, own))


def target_number(text: str, own: str = "") -> int | None:
    """The one number a target names; None when it says anything else."""
    words = target_words(plain_arrows(text), own)
    return int(words[0]) if len(words) == 1 and words[0].isdecimal() else None


def branch_pieces(text: str) -> tuple[str, ...]:
    """Branches of "Teknis: 5; Administratif: 7", "Teknis ke 5, Administratif ke 7", "7, 8 dan 9".

    () when the text is one target; a single branch is known by its colon.
    """
    text = _parted(text)
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


def plain_arrows(text: str) -> str:
    """A text with blanks for arrows, and none in front of a colon: "Teknis → 5" leads to 5."""
    return reduce(lambda left, pair: left.replace(*pair), ARROWS, text)


def tells_both(text: str) -> bool:
    """Whether both answers may stand in a cell: a number, a word for an answer, a number."""
    lower = text.lower()
    first = next((at for at, sign in enumerate(lower) if sign in DIGITS), len(lower))
    places = [at for word in BOTH if (at := lower.find(word, first)) >= 0]
    return bool(places) and any(sign in DIGITS for sign in lower[min(places) :][:LONGEST_TARGET])


def with_own_answer(text: str, own: str) -> str:
    """Both answers below the head of one, which is not repeated: “5 Tidak 7” in Ya ke."""
    return f"{own.capitalize()} {text}" if own and text.lstrip()[:1] in (*DIGITS,) else text


def divided(text: str) -> str:
    """The text with blanks for arrows, and ";" for strokes between branches."""
    plain = plain_arrows(text)
    if any(sign in plain for sign in ";\n,"):
        return plain
    return reduce(lambda left, pair: left.replace(*pair), STROKES, plain)


def _parted(text: str) -> str:
    """The text with ";" between branches that a stroke or nothing divides: "Ya 5 Tidak 7"."""
    plain = divided(text)
    if not runs(plain):
        return plain
    pieces = BEHIND_ANY_NUMBER.split(f"{plain} ".replace(".0 ", " "))
    return ";".join(piece for piece in pieces if target_words(piece))


def runs(plain: str) -> bool:
    """Whether two names and numbers follow one another, a name first and a number last.

    Of three numbers one may belong to a name ("Di atas 3 hari 5 Tidak 7"), and behind a colon one
    of two as well ("Nilai 100 juta: 5"), unless both answers are told.
    """
    named = any(sign in plain for sign in ":=") and not tells_both(plain)
    if named or any(sign in plain for sign in NO_RUN):
        return False
    words = run_words(plain)
    known = all(word.isdecimal() or not any(sign in DIGITS for sign in word) for word in words)
    numbers = "".join("0" if word.isdecimal() else "x" for word in words)
    turns = numbers.startswith("x") and numbers.endswith("0") and "00" not in numbers
    return known and turns and numbers.count("0") == 2


def run_words(plain: str) -> tuple[str, ...]:
    """Names and numbers that follow one another, without what stands between branches."""
    return target_words(reduce(lambda left, pair: left.replace(*pair), IN_A_RUN, plain))


def branch_number(piece: str) -> int | None:
    """The step that a branch with a name leads to; None when it lacks the name or the number."""
    *label, number = target_words(piece.replace("=", " ")) or ("",)
    named = bool(label) and not label[0][0].isdigit()
    return int(number) if named and number.isdecimal() else None
