"""Rules about SOPs and about every form, in the order they are listed; codes are for ever.

Those of one kind of form stand with the kind (`batch.family.member.Member.rules`).
"""

from sopbatch.rules.across.versions import ACROSS_RULES
from sopbatch.rules.actors.executors import ACTOR_RULES
from sopbatch.rules.flow.drawing import DRAWING_RULES
from sopbatch.rules.flow.unusual import FLOW_RULES
from sopbatch.rules.forms.every import EVERY_FORM_RULES, SHARED, shared
from sopbatch.rules.identity.classification import CLASSIFICATION_RULES
from sopbatch.rules.identity.date_writing import DATE_WRITING_RULES
from sopbatch.rules.identity.dates import DATE_RULES
from sopbatch.rules.identity.legal import LEGAL_RULES
from sopbatch.rules.identity.lists import TEXT_RULES
from sopbatch.rules.identity.nip import NIP_RULES
from sopbatch.rules.identity.owner import IDENTITY_RULES
from sopbatch.rules.identity.relations import RELATION_RULES
from sopbatch.rules.identity.signatory import SIGNATORY_RULES
from sopbatch.rules.identity.title import TITLE_RULES
from sopbatch.rules.rule import Rule
from sopbatch.rules.steps.rows import STEP_RULES
from sopbatch.rules.texts.copied import COPIED_RULES
from sopbatch.rules.texts.pasted import PASTED_RULES
from sopbatch.rules.texts.printing import PRINTING_RULES
from sopbatch.rules.texts.spelling import SPELLING_RULES
from sopbatch.rules.times.durations import DURATION_RULES
from sopbatch.rules.workbook.file import FILE_RULES

_OF_SOPS: tuple[Rule, ...] = (
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
    *PRINTING_RULES,
    *ACTOR_RULES,
    *STEP_RULES,
    *PASTED_RULES,
    *FLOW_RULES,
    *DURATION_RULES,
    *DRAWING_RULES,
    *ACROSS_RULES,
)
COMMON_RULES: tuple[Rule, ...] = (*shared(_OF_SOPS, SHARED), *EVERY_FORM_RULES)
"""About SOPs, between SOPs, and about every form, whatever its kind."""
RULES: tuple[Rule, ...] = tuple(rule for rule in COMMON_RULES if rule.check)
"""Rules about one workbook of an SOP."""
