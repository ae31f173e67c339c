"""What came into the input folder: found, hashed, archived; nothing is looked into here."""

from sopbatch.intake.receive import Intake, receive, receive_one
from sopbatch.intake.walk import Found, Untaken, find_files, safe_text

__all__ = [
    "Found",
    "Intake",
    "Untaken",
    "find_files",
    "receive",
    "receive_one",
    "safe_text",
]
