"""The minutes of a verification (berita acara): values in, tagged PDF/A-3 out, to be signed."""

from sopbatch.text.cleaned import cleaned
from sopbatch.text.spelled import day_in_words
from sopbatch.text.words import long_date
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.minutes_values import Minutes
from sopbatch.writing.tables.paper import print_paper


def print_verification(minutes: Minutes, letterhead: Letterhead) -> bytes:
    """The minutes on A4 portrait; the same values give the same bytes."""
    told = cleaned(minutes)
    return print_paper(
        "verifikasi.html",
        letterhead,
        ("verifikasi.css",),
        minutes=told,
        day=long_date(told.day),
        day_in_words=day_in_words(told.day),
        afterwards=long_date(told.afterwards.day) if told.afterwards else "",
        files=[(one, long_date(one.day)) for one in told.files],
    )
