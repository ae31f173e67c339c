"""Drafts of answers in an output folder."""

from pathlib import Path
from typing import Any

from sopbatch.writing.answers import Answer, Attachment, draft


def answer(number: int, **about: Any) -> Answer:
    known = {
        "address": f"dinas{number}@contoh.go.id",
        "name": "Umpeg, Dinas “Contoh”",
        "salutation": "Kepala Dinas Contoh",
        "subject": "SOP – kiriman",
        "sent": "21 November 2026",
        "in_reply_to": f"<{number}@contoh.go.id>",
        "references": "",
        "as_of": "22 November 2026",
        "books": (),
        "asides": (),
        "deadline": "",
        "bureau": "Biro Organisasi",
        "government": "Pemerintah Provinsi Contoh",
        "contact": "",
        "registered": True,
        **about,
    }
    return Answer(**known)


def output(place: Path, count: int) -> Path:
    """An output folder with drafts."""
    (place / "surat" / "periksa dahulu").mkdir(parents=True)
    for number in range(count):
        data = draft(answer(number), [Attachment("Berkas – é.xlsx", b".\r\n..\n.x")])
        (place / "surat" / f"dinas{number}.eml").write_bytes(data)
    (place / "surat" / "periksa dahulu" / "orang.eml").write_bytes(draft(answer(99), []))
    return place
