"""What came into the input folder: found, hashed, archived.

Nothing is looked into here but in `opening`, whose functions run in worker processes.
"""

from sopbatch.intake.enclosed import Enclosed, first_bytes
from sopbatch.intake.opening import OpenedItem, OpenTask, may_hold_others, open_container
from sopbatch.intake.opening.heads import head_of
from sopbatch.intake.receive import FAR_TOO_LARGE, Intake, receive, receive_one
from sopbatch.intake.walk import Untaken, find_files, safe_text

__all__ = [
    "FAR_TOO_LARGE",
    "Enclosed",
    "Intake",
    "OpenTask",
    "OpenedItem",
    "Untaken",
    "find_files",
    "first_bytes",
    "head_of",
    "may_hold_others",
    "open_container",
    "receive",
    "receive_one",
    "safe_text",
]
