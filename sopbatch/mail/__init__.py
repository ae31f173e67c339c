"""Mail servers: mails come from an IMAP folder, answers go out by SMTP; always encrypted."""

from sopbatch.mail.account import Account, LineError, secure_context
from sopbatch.mail.collecting import Parcel, Place, collect
from sopbatch.mail.mailbox import Listed, Mailbox, opened, reach
from sopbatch.mail.sending import Answered, Fate, Outbox, outbox

__all__ = [
    "Account",
    "Answered",
    "Fate",
    "LineError",
    "Listed",
    "Mailbox",
    "Outbox",
    "Parcel",
    "Place",
    "collect",
    "opened",
    "outbox",
    "reach",
    "secure_context",
]
