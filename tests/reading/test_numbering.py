"""Numbers before list items count 1, 2, 3, or are told."""

import pytest

from sopbatch.reading.numbering import broken_numbering


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("1. Komputer\n2. Printer\n2. Kertas\n3. Tinta",), "1, 2, 2, 3"),
        (("1. Komputer", "3. Printer"), "1, 3"),
        (("2) Komputer", "3) Printer"), "2, 3"),
        (("1. Komputer", "2. Printer\n3. Kertas"), ""),
        (("Komputer", "Printer"), ""),
        (("3. Komputer", "Printer"), ""),
        (("Komputer", "2. Printer", "3. Kertas"), ""),
        (("1. Komputer", "Printer", "3. Kertas\n4. Tinta"), ""),
        (("Komputer", "3. Printer", "2. Kertas"), "3, 2"),
        (("1.5 liter air", "2.5 kg beras"), ""),
        (("1.Komputer 2.Printer\n3.Kertas",), ""),
        (("1. Komputer 2. Printer\n3. Kertas 4. Tinta",), ""),
        ((), ""),
    ],
)
def test_numbers_that_do_not_count_are_told(cells: tuple[str, ...], told: str):
    assert broken_numbering(cells) == told
