"""Which lines of a list only lead in to those below them."""

import pytest

from sopbatch.text.lead_ins import lead_ins


@pytest.mark.parametrize(
    ("lines", "leading"),
    [
        (("Perangkat keras:", "Komputer", "Printer"), (True, False, False)),
        (("Peralatan:", "Perangkat keras:", "Komputer"), (True, True, False)),
        (("Perlengkapan meliputi", "Kertas", "Map:"), (True, False, False)),
        (("PA/KPA :", "PPK :", "Kepala Bagian :"), (False, False, False)),
        (("Undang-Undang", "UU 25/2009", "Peraturan Menteri"), (True, False, False)),
        (("Komputer", "Printer"), (False, False)),
        (("Peralatan:",), (False,)),
        ((), ()),
    ],
)
def test_a_line_leads_in_to_an_item_below_it(lines: tuple[str, ...], leading: tuple[bool, ...]):
    assert lead_ins(lines) == leading
