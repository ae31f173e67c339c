"""Signs that the form takes for plain ones are those that the check takes for them."""

import pytest

from sopbatch.text.straight import straighten
from sopbatch.writing.templates.typed_signs import IN_ONE_LINE, straight


@pytest.mark.parametrize("sign", [sign for sign, _ in IN_ONE_LINE])
def test_a_sign_is_the_same_to_form_and_check(sign: str):
    for text in (sign, f"a{sign}b", f" a {sign} b ", sign * 2):
        assert straight(text) == straighten(text)
