"""What an operator can have meant in a cell of the register; "" where that is not sure."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from sopbatch.model import NipKind
from sopbatch.reading.values.nips import parse_nip
from sopbatch.schema.fields import Field
from sopbatch.text.likeness import choice_meant, title_meant
from sopbatch.text.lookalikes import LOOKALIKES
from sopbatch.text.names import name_key
from sopbatch.text.straight import fold

ADDRESS = re.compile(r'[^\s@;,:<>()\[\]"/]+@[^\s@;,:<>()\[\]"/.]+(?:\.[^\s@;,:<>()\[\]"/.]+)+')
SAID: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Ya": (
            *("y", "iya", "x", "v", "✓", "✔", "√", "☑", "sudah", "sdh", "benar", "ada"),
            *("ditarik", "ya, ditarik"),
        ),
        "Tidak": ("t", "n", "tdk", "belum", "blm", "bukan", "tidak ada"),
        "Administratif": ("adm", "administrasi"),
        "F4": ("folio", "kertas f4", "f4/folio"),
        "A4": ("kertas a4",),
        "Bersama": ("bersama-sama", "bersamaan"),
        "Diterima": ("terima",),
        "harus diperbaiki": ("eror", "error"),
        "sebaiknya diperbaiki": ("warning",),
        "saran": ("informasi",),
        "tidak diperiksa": ("mati", "dimatikan", "nonaktif", "off", "abaikan", "diabaikan"),
        "Dalam Verifikasi": (
            *("sedang diverifikasi", "proses verifikasi", "dalam proses verifikasi"),
            *("tahap verifikasi", "masih diverifikasi"),
        ),
        "Perlu Perbaikan": (
            *("perbaiki", "perbaiki lagi", "diperbaiki", "perlu diperbaiki", "harus diperbaiki"),
            *("perbaikan", "dikembalikan", "kembalikan", "dikembalikan untuk diperbaiki"),
        ),
        "Terverifikasi": (
            *("diverifikasi", "sudah diverifikasi", "telah diverifikasi", "verifikasi selesai"),
            *(
                "selesai diverifikasi",
                "lulus",
                "lolos",
                "lulus verifikasi",
                "lolos verifikasi",
                "verified",
            ),
        ),
        "Dicabut": ("sudah dicabut", "telah dicabut", "cabut"),
        "Tolak": ("ditolak",),
        "*": (
            *("semua", "seluruh", "semua unit", "semua perangkat daerah"),
            *("semua opd", "seluruh opd", "seluruh perangkat daerah"),
        ),
    }
)
"""Choices of the register, and other words of the same meaning, folded."""
BEHIND = re.compile(r"\s*(?:\((?!.*\b(?:tidak|belum|bukan)\b).*|/.*)$", re.IGNORECASE)
"""What is said of a choice behind it: “F4 (folio)”, “Teknis/lapangan”."""
CALLED = frozenset(("bagian", "bidang", "tim", "kerja"))
"""What a section is, where its name is told without."""
NUMBER_AND_UNIT = re.compile(
    r"(\d{1,4}(?:[.,]\d{1,2})?) ?(menit|mnt|jam|hari|hr|tahun|thn|th)\.?(?: kerja)?(?:/\w+)?",
    re.ASCII,
)
SHORT_UNITS = {"mnt": "menit", "hr": "hari", "thn": "tahun", "th": "tahun"}
HOUR = 60
"""Minutes."""


def meant_choice(text: str, choices: Iterable[str]) -> str:
    """One of the choices, said in other words or misspelt."""
    offered = tuple(choices)
    said = fold(text)
    found = [choice for choice in offered if said in SAID.get(choice, ())]
    bare = fold(BEHIND.sub("", text))
    found = found or [choice for choice in offered if bare == fold(choice)]
    return found[0] if found else choice_meant(text, offered)


def meant_number(text: str, field: Field) -> str:
    """The number of a text that repeats the unit of its label, or tells minutes in hours."""
    found = NUMBER_AND_UNIT.fullmatch(fold(text))
    label = field.label.casefold()
    if not found:
        return ""
    number, unit = float(found[1].replace(",", ".")), SHORT_UNITS.get(found[2], found[2])
    if unit == "jam" and "menit" in label:
        number *= HOUR
    elif unit not in label:
        return ""
    return str(int(number)) if number.is_integer() and number else ""


def meant_addresses(text: str) -> str:
    """The e-mail addresses of a cell, as its field takes them: divided by commas."""
    plain = re.sub(r"[^,;<>]*<([^<>]+)>", r"\1", text)
    plain = re.sub(r"mailto:\s*", "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\s*[\[(]\s*at\s*[\])]\s*|\s*@+\s*", "@", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\s+\.(?=\w)", ".", plain)
    plain = re.sub(r"(@[\w.-]+),(?=[\w.-]+(?:[;,\s]|$))", r"\1.", plain)
    parts = [part.strip(".,;:()\"'") for part in re.split(r"\s+dan\s+|[;,/\s]+", plain)]
    found = tuple(dict.fromkeys(part for part in parts if part))
    return ", ".join(found) if all(map(ADDRESS.fullmatch, found)) else ""


def meant_nip(text: str) -> str:
    """The NIP without other words, or the one in which letters were typed for digits."""
    tries = (parse_nip(digits) for digits in (text.translate(LOOKALIKES), re.sub(r"\D", "", text)))
    right = (nip.digits for nip in tries if nip.kind is NipKind.VALID and not nip.flags)
    return next(right, "")


def meant_section(typed: str, called: Mapping[str, str]) -> str:
    """The section of a unit, told by a name without “Bagian” or by a misspelt one.

    `called` leads from names, codes and other names to the name that the section has.
    """
    bare = _bare(typed)
    same = {name for word, name in called.items() if bare and _bare(word) == bare}
    if same:
        return same.pop() if len(same) == 1 else ""
    near = choice_meant(typed, called) or choice_meant(bare, called) or title_meant(typed, called)
    return called.get(near, "")


def _bare(name: str) -> str:
    return " ".join(word for word in name_key(name).split() if word not in CALLED)


def meant_unit(code: str, units: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """The code of the one unit, of codes and names, that is told by number or by name."""
    key, parts = name_key(code), number_parts(code)
    found = {
        unit
        for unit, names in units
        if number_parts(unit) == parts or (key and key in map(name_key, names))
    }
    if not found:
        by_name = {name: unit for unit, names in units for name in names if name}
        found = {by_name[near]} if (near := choice_meant(code, by_name)) else set()
    return found.pop() if len(found) == 1 else ""


def number_parts(code: str) -> tuple[int | str, ...]:
    """A code as programs see it that take 1.02 for 1.2."""
    parts = [part for part in re.split(r"[.,\s-]+", code.casefold().strip()) if part]
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def meant_rule(code: str, rules: Collection[str]) -> str:
    """The code of a rule, written with other signs or with letters for digits."""
    found = re.fullmatch(r"([A-Z]{1,2})[\s._-]*([0-9OIL]{1,3})", code.upper())
    digits = found[2].replace("O", "0").replace("I", "1").replace("L", "1") if found else ""
    meant = f"{found[1]}-{int(digits):02}" if found else ""
    return meant if meant in rules else ""
