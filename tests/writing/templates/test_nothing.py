"""A cell that says nothing to the form says nothing to the check."""

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.straight import is_missing
from sopbatch.writing.templates.nothing import SIGNS, WORDS, says_nothing

OTHERS = ("ada", "tidak", "nihill", "n", "xx", "anu", "nol", "ti dak ada")


@st.composite
def typed(draw: st.DrawFn) -> str:
    """A word that says nothing, or nearly one, with signs and blanks put into it."""
    text = draw(st.sampled_from(("", *WORDS, *OTHERS)))
    signs = SIGNS if set(text) == {"x"} else f"{SIGNS} \u00a0"
    for sign in draw(st.lists(st.sampled_from(signs), max_size=4)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + sign + text[at:]
    return text


@given(typed())
def test_form_and_check_know_the_same_cells_as_blank(text: str):
    """Crosses apart from one another are known to the check alone."""
    assert says_nothing(text) == is_missing(text)
