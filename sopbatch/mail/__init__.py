"""Mail servers: mails come from an IMAP folder, answers go out by SMTP; always encrypted."""

from sopbatch.mail.account import Account, LineError
from sopbatch.mail.collecting import MailBatch, ReadMark, collect
from sopbatch.mail.mailbox import Listed, Mailbox, opened, reach
from sopbatch.mail.sending import Answered, MailFate, Outbox, outbox

__all__ = [
    "Account",
    "Answered",
    "LineError",
    "Listed",
    "MailBatch",
    "MailFate",
    "Mailbox",
    "Outbox",
    "ReadMark",
    "collect",
    "opened",
    "outbox",
    "reach",
]
