"""Files that are told of together are told apart, whatever their senders called them."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.matching.naming import named_apart, named_beside
from sopbatch.model import Received
from tests import builders

NAMES = ("Template_SOP.xlsx", "Dinas A/Template_SOP.xlsx", "Dinas B/Template_SOP.xlsx", "b.xlsx")


def _file(name: str, number: int, *, taken_in: bool = True) -> Received:
    return builders.received(name, sha256=sha256(bytes([number])).hexdigest(), taken_in=taken_in)


@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5))
def test_no_two_are_named_alike(names: list[str]):
    files = [_file(name, at) for at, name in enumerate(names)]
    named = named_apart(files)
    assert len({*named}) == len(files)
    assert all(file.file_name in name for file, name in zip(files, named, strict=True))


def test_a_name_of_its_own_says_enough():
    assert named_beside(_file("b.xlsx", 1), _file("a.xlsx", 2)) == "“b.xlsx”"


def test_what_was_only_looked_at_has_no_number():
    other, own = (_file("a.xlsx", at, taken_in=False) for at in (1, 2))
    assert named_beside(other, own) == "“a.xlsx”"
