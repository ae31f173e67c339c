"""Titles that were meant are found among many as if each had been compared by itself."""

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.likeness import Titles, title_meant
from sopbatch.text.names import name_key

WORDS = (
    *("pengelolaan", "pengelolan", "surat", "sural", "masuk", "keluar", "arsip", "dan", "SOP"),
    *("pengadaan", "pengaduan", "pelayanan", "2026", "di"),
)
TITLES = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


@given(TITLES, st.lists(TITLES, max_size=6))
def test_a_title_is_meant_when_it_alone_of_all_says_as_much(typed, titles):
    alone = [title for title in titles if title_meant(typed, [title])]
    found = Titles(titles).meant(typed)
    assert found in {"", *alone[:1]}
    assert bool(found) == (len({name_key(title) for title in alone}) == 1)


def test_it_may_be_asked_again():
    titles = Titles(["Pengelolaan Surat Masuk", "Pengelolaan Surat Keluar", "Penataan Arsip"])
    assert titles.meant("Surat Masuk") == "Pengelolaan Surat Masuk"
    assert titles.meant("Pengelolan Surat Keluar") == "Pengelolaan Surat Keluar"
    assert titles.meant("Pengelolaan Surat") == ""
    assert titles.meant("Arsip") == ""
