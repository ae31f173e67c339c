"""The mail or archive that a file came in: told with the file to the end."""

from dataclasses import KW_ONLY, dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True, order=True)
class Letter:
    """A file of the input folder that held others; of a mail, who sent it.

    Everything but `container` and `sha256` is the sender's own word: nothing proves it.
    """

    container: str
    """Name of that file, as Received.name."""
    sha256: str
    """Hex digest of that file, which the archive keeps whole."""
    _: KW_ONLY
    message_id: str = ""
    """With its angle brackets; "" when there is none."""
    sender: str = ""
    """Address in lower case; "" when it cannot be told for sure."""
    sender_name: str = ""
    sent: str = ""
    """Day and time with its zone in ISO 8601; "" when the mail has no readable date."""
    subject: str = ""
    references: str = ""
    """Message-IDs of the mails it answers, oldest first, between blanks."""

    @property
    def is_mail(self) -> bool:
        """Whether a mail brought it, not an archive alone."""
        return bool(self.message_id or self.sender or self.sent or self.subject)

    @property
    def moment(self) -> datetime | None:
        """When it was sent, in UTC; None when unknown. A time without a zone is taken for UTC."""
        if not self.sent:
            return None
        when = datetime.fromisoformat(self.sent)
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)

    @property
    def day(self) -> str:
        """The day it was sent, ISO; "" when unknown."""
        return self.sent[:10]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A content under the name it had within a mail or an archive."""

    day: date
    """Date of the first run that took it in from there."""
    sha256: str
    name: str
    letter: Letter
