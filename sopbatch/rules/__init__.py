"""What is wrong with an SOP: rules that state problems, and the check that words them."""

from sopbatch.rules.classification import CLASSIFICATION_RULES
from sopbatch.rules.copied import COPIED_RULES
from sopbatch.rules.date_writing import DATE_WRITING_RULES
from sopbatch.rules.dates import DATE_RULES
from sopbatch.rules.file import FILE_RULES
from sopbatch.rules.identity import IDENTITY_RULES
from sopbatch.rules.legal import LEGAL_RULES
from sopbatch.rules.nip import NIP_RULES
from sopbatch.rules.relations import RELATION_RULES
from sopbatch.rules.rule import Rule
from sopbatch.rules.signatory import SIGNATORY_RULES
from sopbatch.rules.spelling import SPELLING_RULES
from sopbatch.rules.texts import TEXT_RULES
from sopbatch.rules.title import TITLE_RULES

RULES: tuple[Rule, ...] = (
    *FILE_RULES,
    *IDENTITY_RULES,
    *TITLE_RULES,
    *CLASSIFICATION_RULES,
    *COPIED_RULES,
    *DATE_RULES,
    *DATE_WRITING_RULES,
    *SIGNATORY_RULES,
    *NIP_RULES,
    *LEGAL_RULES,
    *TEXT_RULES,
    *RELATION_RULES,
    *SPELLING_RULES,
)
"""All rules in force; codes are for ever."""

__all__ = ["RULES"]
