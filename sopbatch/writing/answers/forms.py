"""Blank forms that go out to an agency: an unsent mail with the forms attached."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sopbatch.schema.letters import FORMS, LetterTexts
from sopbatch.writing.answers.content import Attachment
from sopbatch.writing.answers.mails import enclose, unsent
from sopbatch.writing.answers.texts import rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """All that the mail says."""

    addresses: tuple[str, ...]
    unit: str
    salutation: str
    titles: tuple[str, ...]
    """Of the plan."""
    enclosed: tuple[str, ...]
    """Names of the attached files."""
    left_out: tuple[str, ...]
    """Names of what was too large to be attached."""
    deadline: str
    """Last day of the round in words; "" without one."""
    bureau: str
    government: str
    contact: str


def forms_draft(forms: Forms, attachments: Sequence[Attachment], texts: LetterTexts) -> bytes:
    """The mail."""
    text = rendered(texts, FORMS, forms=forms)
    known = (forms, *(sha256(one.data).hexdigest() for one in attachments))
    subject = f"Formulir SOP: {forms.unit}"
    message = unsent(forms.unit, forms.addresses, subject, text, known)
    enclose(message, attachments, known)
    return message.as_bytes()
