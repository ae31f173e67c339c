"""Targets and symbols as officers type them, for the form and for the check, with slips."""

from collections.abc import Iterator
from random import Random

from sopbatch.model import Symbol
from sopbatch.schema.symbols import SYMBOL_WORDS
from tests.writing.templates.typed_values import pasted

SINGLE = (
    *(
        "{n}",
        "{n}",
        "{n}",
        "0{n}",
        "00{n}",
        "{n}.",
        "({n})",
        "{n})",
        "{n}.0",
        "{n},0",
        "-{n}",
        "{n}-",
    ),
    *(
        "no {n}",
        "No. {n}",
        "no.{n}",
        "nomor: {n}",
        "langkah {n}",
        "Langkah ke-{n}",
        "ke {n}",
        "ke-{n}",
    ),
    *("kembali ke {n}", "Kembali ke langkah {n}", "lanjut ke no. {n}", "step {n}", "tahap {n}"),
    *(
        " {n} ",
        "langkah  {n}",
        "{n} .",
        "-{n}.0.",
        "{n} 0",
        "0 {n}",
        "{n}.00",
        "{n}. 0",
        "langkah0{n}",
    ),
    *(
        "langkah{n}",
        "{n} x",
        "x{n}",
        "lngkah {n}",
        "{n}/2",
        "{n}-2",
        "{n}a",
        "{n} hari",
        "{n}?",
        "{n}%",
    ),
    *(
        "{n}e0",
        "langkah {n} (verifikasi)",
        "{n}. Verifikasi",
        "{n}\u00a0",
        "\u2013{n}",
        "'{n}",
    ),
)
"""One step, named in many ways, and what is no name of a step."""
WORDS = (
    *("-", "\u2014", "--", "...", "n/a", "N/A", "nihil", "tidak ada", "xxx", "_", "."),
    *(
        "selesai",
        "kembali",
        "ke",
        "lanjut",
        "satu",
        "lihat catatan",
        "langkah berikutnya",
        "?",
        "0",
    ),
)
NOTHING = WORDS[:11]
NAMES = (
    *("Teknis", "Umum", "Layak", "Kurang layak", "Jika lengkap", "Tidak", "Setuju, lengkap", "A"),
    *("5 orang", "Rp5.000", "perlu perbaikan", "B2", "x" * 70, "lainnya"),
)
JOINTS = (
    "; ",
    ";",
    " ; ",
    ", ",
    ",",
    "\n",
    " dan ",
    " & ",
    "&",
    " + ",
    " serta ",
    "; dan ",
    " / ",
    " ",
)
NAMED_JOINTS = tuple(joint for joint in JOINTS if joint.strip() not in ("&", "+", "/"))
BEHIND_NAME = (": ", ":", " : ", " = ", "=", " ke ", " ke langkah ", " ", ": ke ", " - ", ": no. ")


ANSWERS = (
    *(("Ya", "Tidak"), ("ya", "tidak"), ("Setuju", "Tidak setuju"), ("Lengkap", "Tidak lengkap")),
    *(("Tidak", "Ya"), ("YA", "TIDAK"), ("Layak", "Belum layak"), ("B2", "Tidak"), ("Ya", "Tdk")),
)
BARE = (("", "Tidak"), ("", "Ya"), ("", "tidak"))
"""The first answer is the one that the head of its column names."""
BETWEEN_ANSWERS = (
    *("; ", ";", ", ", "\n", " / ", "/", " dan ", " ", " ", "  ", " & ", " - ", " \u2192 "),
    *("; dan ", " atau "),
)
BEHIND_ANSWER = (
    *(": ", ":", " : ", " ke ", " ", " - ", " \u2192 ", " -> ", "=", " ke langkah "),
    *(" kembali ke ", " (", "\u21d2"),
)


def typed_answers(chosen: Random, most: int) -> str:
    """Both answers of a Keputusan in one cell."""
    joint, behind = chosen.choice(BETWEEN_ANSWERS), chosen.choice(BEHIND_ANSWER)
    said = []
    for name in chosen.choice((*ANSWERS, *BARE)):
        number = chosen.choice((*range(1, most + 1),) * 2 + (0, most + 1, 99))
        way = behind if chosen.random() < 0.9 else chosen.choice(BEHIND_ANSWER)
        said.append(f"{name}{way}{number}{')' if '(' in way else ''}")
    return joint.join(said) + chosen.choice(("", "", "", ".", " "))


def typed_answer(chosen: Random, most: int) -> str:
    """One answer with its own name, or that of the other, in front of its step."""
    number = chosen.choice((*range(1, most + 1), 0, 99))
    name = chosen.choice(("Ya", "ya", "Tidak", "tidak", "TIDAK", "Setuju"))
    return f"{name}{chosen.choice(BEHIND_ANSWER).strip('(')}{number}"


def typed_target(chosen: Random, most: int) -> str:
    """One step of a table with so many, in Ya ke or Tidak ke, or what stands in its place."""
    if chosen.random() < 0.15:
        return chosen.choice(WORDS)
    number = chosen.choice((*range(1, most + 1), 0, most + 1, most + 5, 99))
    text = chosen.choice(SINGLE).format(n=number)
    return pasted(chosen, text) if chosen.random() < 0.1 else text


def typed_nothing(chosen: Random) -> str:
    """What officers write where there is nothing to say."""
    return chosen.choice(NOTHING)


def typed_onward(chosen: Random, most: int) -> str:
    """The same in Lanjut ke: one step, a fork, or branches with names."""
    if chosen.random() < 0.3:
        return typed_target(chosen, most)
    often = chosen.choice((0, 0, 1, 1, 0.5))
    pieces = [_piece(chosen, most, often) for _ in range(chosen.choice((1, 2, 2, 2, 3, 3, 4)))]
    known = NAMED_JOINTS if often else JOINTS
    joint = chosen.choice(known)
    joints = [joint if chosen.random() < 0.9 else chosen.choice(known) for _ in pieces]
    text = "".join(part for pair in zip(pieces, joints, strict=True) for part in pair)
    return text[: -len(joints[-1])]


def _piece(chosen: Random, most: int, often: float) -> str:
    number = chosen.choice((*range(1, most + 1),) * 2 + (0, most + 1, 99))
    if chosen.random() >= often:
        return chosen.choice((*SINGLE[:3] * 6, *SINGLE[3:28])).format(n=number)
    way = chosen.choice((*SINGLE[:3] * 3, "0{n}", "{n}.", "({n})"))
    return chosen.choice(NAMES) + chosen.choice(BEHIND_NAME) + way.format(n=number)


SYMBOLS = (
    *("Proses", "Keputusan", "Selesai", "PROSES"),
    *(word for one, words in SYMBOL_WORDS.items() if one is not Symbol.START for word in words),
)
"""All words and signs that the check takes; Mulai is for the first row."""
ENDS = ("Selesai", "S", "end", "akhir")
SLIPS = (
    *(
        "Pros",
        "Prosess",
        "proses.",
        "Kotak",
        "-",
        "\u2013",
        "...",
        "\u2014",
        "_",
        "?",
        "1",
        "Proses?",
        "Pr",
        "ok",
        "ya",
    ),
    *(
        "Proses/",
        "Keputusan ?",
        "Lengkap?",
        "Keputusan: Lengkap?",
        "Keputusan (Lengkap?)",
        "K: Sesuai?",
    ),
)
BETWEEN = (
    ", ",
    ",",
    "; ",
    "/",
    " / ",
    " + ",
    " & ",
    "\n",
    " \u2192 ",
    " > ",
    " dan ",
    " lalu ",
    " kemudian ",
    " ",
)
NUMBERED = (
    "{s} {n}",
    "{s}{n}",
    "{n}. {s}",
    "{n} {s}",
    "{s} ({n})",
    "({n}) {s}",
    "{s}-{n}",
    "{s}: {n}",
    "{n}) {s}",
)


def typed_symbols(chosen: Random) -> dict[int, str]:
    """What stands in the lanes of a row, by number of lane; symbols have numbers or not."""
    lanes = sorted(chosen.sample(range(1, 6), chosen.choice((1, 1, 1, 2, 2, 3, 4, 5))))
    often = chosen.choice((0, 0, 0, 0.5, 1))
    most = chosen.choice((15, 15, 15, 60))
    numbers = iter(sorted(chosen.sample(range(1, most + 1), 15)))
    return {lane: _lane(chosen, numbers, often) for lane in lanes}


def _lane(chosen: Random, numbers: Iterator[int], often: float) -> str:
    if chosen.random() < 0.15:
        return chosen.choice(SLIPS)
    count = chosen.choice((1, 1, 1, 1, 2, 2, 3))
    said = [_symbol(chosen, numbers, often) for _ in range(count)]
    text = chosen.choice(BETWEEN).join(said)
    return pasted(chosen, text) if chosen.random() < 0.1 else text


def _symbol(chosen: Random, numbers: Iterator[int], often: float) -> str:
    symbol = chosen.choice((*SYMBOLS[:3] * 8, *SYMBOLS[3:]))
    if chosen.random() >= often:
        return symbol
    return chosen.choice(NUMBERED).format(s=symbol, n=next(numbers))
