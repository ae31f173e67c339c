"""All rules in force: those of SOPs and of every form, and those that each kind brings along."""

from sopbatch.batch.family.members import MEMBERS
from sopbatch.rules import COMMON_RULES, CRASHED, Rule

_OF_KINDS = {rule.code: rule for member in MEMBERS for rule in member.rules}
"""Several kinds may ask one rule."""
ALL_RULES: tuple[Rule, ...] = (*COMMON_RULES, *_OF_KINDS.values())
FORM_RULES: tuple[Rule, ...] = tuple(rule for rule in ALL_RULES if rule.form)
"""Rules about one workbook of the family besides SOPs."""
BATCH_RULES: tuple[Rule, ...] = tuple(rule for rule in ALL_RULES if rule.across)
"""Rules between files."""
_BY_CODE = {rule.code: rule for rule in (*ALL_RULES, CRASHED)}


def rule_of(code: str) -> Rule:
    """The rule of that code, Z-99 for a crashed one included.

    Raises:
        KeyError: no rule has that code.
    """
    return _BY_CODE[code]
