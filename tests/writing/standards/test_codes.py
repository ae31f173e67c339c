"""A QR code is drawn for what a telephone may open, and for nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from sopbatch.writing.standards.codes import is_web, qr_code
from sopbatch.writing.standards.printing import print_leaflet, print_pledge
from tests.writing.standards.examples import CARD, LETTERHEAD, STANDARDS


def figures(pdf: bytes) -> list[str]:
    """What pictures are said to show."""
    reader = PdfReader(BytesIO(pdf))
    objects: Iterator[Any] = (
        reader.get_object(n) for n in range(1, int(str(reader.trailer["/Size"])))
    )
    return [str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one]


@pytest.mark.few(1)
@pytest.mark.parametrize(
    "address",
    [
        *("", "www.contoh.go.id", "javascript:alert(1)", "file:///etc/passwd", "https://"),
        *("mailto:a@contoh.go.id", "https://contoh.go.id/ dua", "tel:112", "https://cöntoh.id"),
        "https://contoh.go.id/" + "a" * 400,
    ],
)
def test_no_code_for_what_is_no_web_address(address: str):
    assert not is_web(address)
    assert qr_code(address) == b""
    told = replace(STANDARDS, published_at=address)
    for pdf in (print_leaflet(told, CARD, LETTERHEAD), print_pledge(told, LETTERHEAD, "A4")):
        assert not [text for text in figures(pdf) if "QR" in text]


@pytest.mark.long
def test_a_web_address_has_its_code_and_says_where_it_leads():
    told = f"Kode QR menuju {STANDARDS.published_at}"
    assert told in figures(print_leaflet(STANDARDS, CARD, LETTERHEAD))
    assert told in figures(print_pledge(STANDARDS, LETTERHEAD))
    assert qr_code("HTTP://contoh.go.id").startswith(b"<svg")
