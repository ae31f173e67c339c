"""How many lines each kind of workbook is made of, as docs/architecture.md prints it.

A module is of the kind whose declaration or record it is or imports; one of several kinds counts
for each of them to equal parts, with the page templates it names. Texts of rules are not counted.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.house import ROOT

MODULES = {
    "KEBUTUHAN": "needs",
    "STANDAR-PELAYANAN": "standards",
    "PENYUSUNAN": "drafting",
    "MONITORING": "monitoring",
    "EVALUASI": "evaluation",
}
"""Code of a kind to what its modules are called."""
PARTS = {
    "Declaration": ("sopbatch/schema",),
    "Record and reader": ("sopbatch/model", "sopbatch/reading/forms"),
    "Rules": ("sopbatch/rules/forms",),
    "Member": ("sopbatch/batch/family",),
    "Documents": ("sopbatch/writing/tables", "sopbatch/writing/standards"),
    "Samples": ("tests/sample_batch",),
}
"""Part of a kind to the rooms it stands in."""
LISTING = frozenset(("members.py", "pictures.py", "counts.py"))
"""Modules that name kinds only to have them all."""
TEXTS = frozenset(("title", "sentence", "advice", "reason"))
LIMIT = 600
ABOVE = {"KEBUTUHAN": 1100, "STANDAR-PELAYANAN": 3600}
"""Kinds that need more, and how much: fourteen rules and a chain of tasks; 28 rules, 24 fields
that real tables name in a hundred ways, and six documents for the public."""


@cache
def sizes() -> Mapping[str, Mapping[str, float]]:
    """Code of a kind to the lines of each of its parts."""
    counted: dict[str, dict[str, float]] = {code: defaultdict(float) for code in MODULES}
    for part, path in _modules():
        kinds = _kinds_of(path)
        text = path.read_text("utf-8")
        lines = text.count("\n") - (_text_lines(text) if part == "Rules" else 0)
        lines += sum(_template_lines(path, text)) if part == "Documents" else 0
        for code in kinds:
            counted[code][part] += lines / len(kinds)
    return counted


def table() -> str:
    """The sizes in steps of fifty lines, as a table: small changes print the same."""
    heads = [*PARTS, "All"]
    rows = [f"| Kind | {' | '.join(heads)} |", f"|{' --- |' * (len(heads) + 1)}"]
    for code, parts in sizes().items():
        figures = [*(parts.get(part, 0) for part in PARTS), sum(parts.values())]
        rows.append(f"| {code} | {' | '.join(str(round(one / 50) * 50) for one in figures)} |")
    return "\n".join(rows) + "\n"


def _modules() -> Iterator[tuple[str, Path]]:
    for part, rooms in PARTS.items():
        for room in rooms:
            for path in sorted((ROOT / room).glob("*.py")):
                if path.name not in LISTING:
                    yield part, path


def _kinds_of(path: Path) -> set[str]:
    own = {code for code, name in MODULES.items() if re.match(rf"{name}(_|\.)", path.name)}
    tree = ast.parse(path.read_text("utf-8"))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return own or {
        code
        for code, name in MODULES.items()
        for module in imported
        if re.fullmatch(rf"sopbatch\.(model\.{name}|schema\.{name}(_\w+)?)", module)
    }


def _text_lines(text: str) -> int:
    """Lines that are texts of rules, where they are declared and in constants named after them."""
    found: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        is_text = isinstance(node, ast.keyword) and node.arg in TEXTS
        is_reason = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith("REASON")
        if isinstance(node, ast.keyword | ast.Assign) and (is_text or is_reason):
            found |= set(range(node.lineno, (node.value.end_lineno or node.lineno) + 1))
    return len(found)


def _template_lines(path: Path, text: str) -> Iterator[int]:
    for name in set(re.findall(r'"([\w.]+\.(?:html|css))"', text)):
        template = path.parent / "templates" / name
        if template.exists():
            yield template.read_text("utf-8").count("\n")
