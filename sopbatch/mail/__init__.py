"""Mail servers: mails come from an IMAP folder, answers go out by SMTP; always encrypted."""

from sopbatch.mail.account import Account, LineError, secure_context
from sopbatch.mail.collecting import Parcel, Place, collect
from sopbatch.mail.mailbox import Listed, Mailbox, opened

__all__ = [
    "Account",
    "LineError",
    "Listed",
    "Mailbox",
    "Parcel",
    "Place",
    "collect",
    "opened",
    "secure_context",
]
