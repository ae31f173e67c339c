"""What is wrong with an SOP: rules that state problems, and the check that words them."""

from sopbatch.matching.dossiers import gather
from sopbatch.matching.likely import likely_lines
from sopbatch.matching.plan import unit_of
from sopbatch.rules.across.decisions import SENT_AFTER_REVOCATION
from sopbatch.rules.catalogue import ALL_RULES, BATCH_RULES, FORM_RULES, RULES, rule_of
from sopbatch.rules.check import CRASHED, refused, review, review_across, review_form
from sopbatch.rules.remarks import remarks
from sopbatch.rules.rule import Batch, Case, FormCase, Rule

__all__ = [
    "ALL_RULES",
    "BATCH_RULES",
    "CRASHED",
    "FORM_RULES",
    "RULES",
    "SENT_AFTER_REVOCATION",
    "Batch",
    "Case",
    "FormCase",
    "Rule",
    "gather",
    "likely_lines",
    "refused",
    "remarks",
    "review",
    "review_across",
    "review_form",
    "rule_of",
    "unit_of",
]
