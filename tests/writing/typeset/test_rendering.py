"""What is typeset opens no address but ours."""

import pytest

from sopbatch.writing.typeset.rendering import BundledOnly


@pytest.mark.parametrize("url", ["http://example.com/", "file:///etc/passwd", "data:,x", "x", ""])
def test_every_address_but_ours_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="refused"):
        BundledOnly({"sopbatch:logo": (b"x", "image/png")}).fetch(url)
