"""Every sentence that people see: declared ones by their objects, all others from the source."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typer
from click import Group

import sopbatch
from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.batch.family.members import MEMBERS
from sopbatch.cli.app import app
from sopbatch.reading.refusals import Refusal
from sopbatch.rules.check import CRASHED
from sopbatch.schema import register as register_schema
from sopbatch.schema.fields import Field
from sopbatch.schema.sop import ACTOR, IDENTITY_FIELDS, LANE_KIND, STEP_COLUMNS
from sopbatch.writing.templates import guide, register

FORM_KINDS = tuple(member.kind for member in MEMBERS)
ROOT = Path(sopbatch.__file__).parent
NO_PROSE = (
    *(
        "layout",
        "reading/package",
        "reading/values",
        "rules/data",
        "text/regions",
        "workers",
        "text/fonts",
        "text/title_words",
    ),
    "schema/earlier_prompts",
)
"""Where texts are grammars, drawings, other people's words, or what forms said once."""
TELLING = re.compile(
    r"\b(?:yang|dan|atau|tidak|belum|sudah|ini|itu|dari|untuk|pada|dengan|dalam|oleh|bila|agar|"
    r"berkas|berisi|lembar|isian|kolom|baris|langkah|daftar|semua|setiap|jumlah|tanggal|kode|"
    r"pilih|tulis|isi|buka|simpan|hapus|periksa|dihitung|terbaca|diterima|laporan|folder)\b",
    re.IGNORECASE,
)
"""Words by which Indonesian prose is told from keys, formulas, markup and patterns."""
MACHINE = re.compile(r"[\\<>=|#&$^*]|\(\?|\w\(|\w_\w|[a-z]\.[a-z]+\(")
"""What stands in formulas, markup and patterns only."""
HOLE = "…"
"""Stands for what is filled in."""


@dataclass(frozen=True, slots=True)
class Said:
    """One text and where it comes from."""

    where: str
    text: str


def declared() -> Iterator[Said]:
    """Whole sentences: each has a capital at its front and a full stop at its end."""
    for rule in (*ALL_RULES, CRASHED):
        for part in ("sentence", "advice", "reason"):
            yield Said(f"{rule.code} {part}", getattr(rule, part))
    for refusal in Refusal:
        yield Said(f"{refusal.name} sentence", refusal.sentence)
        yield Said(f"{refusal.name} advice", refusal.advice)
    for field in fields():
        yield Said(f"{field.name} prompt", field.prompt)
    for table in register_schema.TABLES:
        yield Said(f"{table.sheet} help", table.help)
    steps = (*guide.STEPS, guide.MORE_LANES, guide.COPYING, *(use for _, _, use in guide.SHAPES))
    for text in (*steps, *register.STEPS):
        yield Said("Petunjuk", text)
    for kind in FORM_KINDS:
        for text in (kind.purpose, *kind.steps, *(table.help for table in kind.tables)):
            yield Said(f"{kind.code} Petunjuk", text)
    yield from _help(typer.main.get_command(app), "sopbatch")


def fields() -> Iterator[Field]:
    """All fields of all templates."""
    yield from IDENTITY_FIELDS
    yield from (ACTOR, LANE_KIND, *STEP_COLUMNS, *register_schema.SETTINGS)
    for table in register_schema.TABLES:
        yield from table.columns
    for kind in FORM_KINDS:
        yield from kind.fields()


def _help(command: Any, path: str) -> Iterator[Said]:
    yield Said(path, command.help or "")
    for parameter in command.params:
        if parameter.name != "help":
            yield Said(f"{path} {parameter.name}", getattr(parameter, "help", None) or "")
    if isinstance(command, Group):
        for name, child in command.commands.items():
            yield from _help(child, f"{path} {name}")


def printed() -> Iterator[Said]:
    """Texts of documents and letters, line by line; what is filled in is a hole."""
    for path in sorted(ROOT.glob("writing/*/templates/*")):
        if path.suffix in (".html", ".txt") and path.name != "icons.txt":
            text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", path.read_text(encoding="utf-8"), flags=re.S)
            text = re.sub(r"<[^>]+>", " ", re.sub(r"\{\{.*?\}\}", HOLE, text, flags=re.S))
            for number, line in enumerate(text.splitlines(), start=1):
                if line.strip():
                    yield Said(f"{path.relative_to(ROOT).as_posix()}:{number}", line.strip())


@cache
def written() -> tuple[Said, ...]:
    """All prose in the source, whole or in pieces: messages, headings, notes, help."""
    return tuple(_prose())


def _prose() -> Iterator[Said]:
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(NO_PROSE):
            for line, text in _texts(ast.parse(path.read_text(encoding="utf-8"))):
                if " " in text.strip() and TELLING.search(text) and not MACHINE.search(text):
                    yield Said(f"{name}:{line}", text)


def _texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """String literals besides docstrings; what an f-string fills in is a hole."""
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if node in passed:
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            passed.update(node.values)
            parts = (one.value if isinstance(one, ast.Constant) else HOLE for one in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
