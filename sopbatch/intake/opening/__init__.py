"""Mails, mailboxes and archives: what lies in them, part by part, within limits.

Runs in a worker process: nothing here is called with a file of others in the run's own process.
"""

from sopbatch.intake.opening.kinds import may_hold_others
from sopbatch.intake.opening.opener import OpenedItem, OpenTask, open_container

__all__ = ["OpenTask", "OpenedItem", "may_hold_others", "open_container"]
