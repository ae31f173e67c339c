"""The weekly run and the officer's own check: the only part that knows all the others."""

from sopbatch.batch.check import check_files
from sopbatch.batch.order import CheckResult, Order, Progress, RunResult
from sopbatch.batch.rebuild import Rebuilt, rebuild_report
from sopbatch.batch.run import run_batch
from sopbatch.batch.simulate import Simulation, rule_setting, simulate
from sopbatch.batch.templates import issue_templates, plain_templates

__all__ = [
    "CheckResult",
    "Order",
    "Progress",
    "Rebuilt",
    "RunResult",
    "Simulation",
    "check_files",
    "issue_templates",
    "plain_templates",
    "rebuild_report",
    "rule_setting",
    "run_batch",
    "simulate",
]
