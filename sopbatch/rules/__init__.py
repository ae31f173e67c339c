"""What is wrong with an SOP: rules that state problems, and the check that words them."""

from sopbatch.matching.dossiers import gather
from sopbatch.matching.likely import likely_lines
from sopbatch.matching.plan import unit_of
from sopbatch.rules.across.decisions import SENT_AFTER_REVOCATION
from sopbatch.rules.catalogue import COMMON_RULES, RULES
from sopbatch.rules.check import CRASHED, refused, review, review_across, review_form
from sopbatch.rules.remarks import remarks
from sopbatch.rules.report_day import ReportDay
from sopbatch.rules.rule import Batch, Case, FormCase, Rule

__all__ = [
    "COMMON_RULES",
    "CRASHED",
    "RULES",
    "SENT_AFTER_REVOCATION",
    "Batch",
    "Case",
    "FormCase",
    "ReportDay",
    "Rule",
    "gather",
    "likely_lines",
    "refused",
    "remarks",
    "review",
    "review_across",
    "review_form",
    "unit_of",
]
