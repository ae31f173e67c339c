"""The table of docs/aturan.md: each rule with what its casebook's first bad example finds."""

from collections.abc import Iterator

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.model import Severity
from sopbatch.rules.examples import casebook
from sopbatch.rules.rule import ANYWHERE, WARNING, Rule
from sopbatch.schema.citations import SOURCES
from tests.casebook import Casebook, casebooks

HEADS = ("Kode", "Nama", "Bobot", "Jika sudah berlaku", "Contoh temuan", "Perbaikan", "Alasan")

NEVER_IN_FORCE = frozenset("MNT")
"""First letters of rules about forms that never come into force: reports and lists."""


def rules() -> Iterator[str]:
    """Lines of the table of rules, in order of their codes."""
    books = {book.code: book for book in casebooks()}
    yield from _table(HEADS)
    for rule in sorted(ALL_RULES, key=lambda rule: rule.code):
        book = books[rule.code]
        found = casebook(rule.code).first_bad
        weights = _either([severity.label for severity in _severities(rule, book)])
        in_force = "-" if rule.code[0] in NEVER_IN_FORCE else _in_force(rule).label
        cells = (
            rule.code,
            rule.title,
            weights,
            in_force,
            found.line("says"),
            found.line("advises"),
        )
        yield _line(*cells, rule.reason)


def sources() -> Iterator[str]:
    """Lines of the table of regulations that the reasons name."""
    yield from _table(("Disebut", "Lengkapnya", "Bagian yang disebut, dan letaknya"))
    for source in SOURCES:
        parts = (f"{one.name}: {one.place}" if one.place else one.name for one in source.parts)
        yield _line(source.short, source.title, "; ".join(parts))


def _severities(rule: Rule, book: Casebook) -> list[Severity]:
    """Every weight the rule may take, the heaviest first."""
    shown = {one.severity for example in book.examples for one in example.expected}
    taken = {severity for severity in Severity if severity.code in shown}
    return sorted({rule.severity, *taken}, reverse=True)


def _in_force(rule: Rule) -> Severity:
    """The mildest weight of what it finds in an SOP in force."""
    return rule.severity if rule.essential is ANYWHERE else min(rule.severity, WARNING)


def _either(words: list[str]) -> str:
    """ "a", "a atau b", "a, b, atau c"."""
    *head, last = words
    comma = "," if len(head) > 1 else ""
    return f"{', '.join(head)}{comma} atau {last}" if head else last


def _table(heads: tuple[str, ...]) -> Iterator[str]:
    yield _line(*heads)
    yield _line(*("---" for _ in heads))


def _line(*cells: str) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"
