"""Small mails of the tests' own making."""

from email.message import EmailMessage
from email.policy import SMTP


def mail(number: int, sender: str = "dinas@contoh.go.id", text: str = "") -> bytes:
    """A mail with an attachment that is no workbook; each number another."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = "ortala@contoh.go.id"
    message["Date"] = f"Tue, {1 + number % 28:02} Sep 2026 08:{number % 60:02}:00 +0800"
    message["Message-ID"] = f"<{number}@contoh.go.id>"
    message["Subject"] = f"Kiriman {number}"
    message.set_content(text or f"Terlampir kiriman {number}.\n")
    return message.as_bytes()
