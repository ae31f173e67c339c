"""The family: every kind besides SOP and register is registered here, and nowhere else."""

from sopbatch.batch.family.drafting import MEMBER as DRAFTING
from sopbatch.batch.family.evaluation import MEMBER as EVALUATION
from sopbatch.batch.family.member import Member
from sopbatch.batch.family.monitoring import MEMBER as MONITORING
from sopbatch.batch.family.needs import MEMBER as NEEDS
from sopbatch.batch.family.standards import MEMBER as STANDARDS

MEMBERS: tuple[Member, ...] = (NEEDS, STANDARDS, DRAFTING, MONITORING, EVALUATION)


def member_of(code: str) -> Member | None:
    """The kind of that code."""
    return next((member for member in MEMBERS if member.kind.code == code), None)
