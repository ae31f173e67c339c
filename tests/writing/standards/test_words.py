"""Fees and times as the documents say them, and the icons that texts call for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model.standards import Fee
from sopbatch.writing.standards.icons import icon_of_channel, icon_of_step, icons
from sopbatch.writing.standards.words import length, price
from tests.writing.standards.examples import STANDARDS, a_time


@pytest.mark.parametrize(
    ("fee", "main", "note"),
    [
        (Fee("", "Retribusi Rp.20.000", 20_000), "Rp20.000", ""),
        (Fee("", "Rp 20.000,00", 20_000), "Rp20.000", ""),
        (Fee("", "Rp20.000 per lembar", 20_000), "Rp20.000", "Rp20.000 per lembar"),
        (Fee("", "Gratis/Tidak dipungut biaya", 0), "Tidak dipungut biaya", ""),
        (Fee("", "", None, covered=True), "Ditanggung penjamin", ""),
        (Fee("", "sesuai Perda Nomor 8 Tahun 2018", None), "sesuai Perda Nomor 8 Tahun 2018", ""),
    ],
)
def test_a_price_is_an_amount_with_what_it_is_for_as_a_note(fee: Fee, main: str, note: str):
    assert (price(fee).main, price(fee).note) == (main, note)


@pytest.mark.parametrize(
    ("typed", "main", "unit"),
    [
        ("8 menit", "8", "menit"),
        ("14 Hari kerja", "14", "hari kerja"),
        ("22 (dua puluh dua) Menit", "22", "menit"),
        ("± 15 Menit", "± 15", "menit"),
        ("3-5 menit", "3-5", "menit"),
        ("1 (satu) hari maksimal 14 (empat belas) hari kerja", "1 hari maksimal 14 hari kerja", ""),
        ("Sesuai materi konsultasi", "Sesuai materi konsultasi", ""),
    ],
)
def test_a_time_is_a_number_and_its_unit_where_it_is_one(typed: str, main: str, unit: str):
    assert (length(a_time(typed)).main, length(a_time(typed)).unit) == (main, unit)


def test_steps_and_channels_have_icons_that_are_drawn():
    steps = [icon_of_step(text) for service in STANDARDS.services for text in service.procedure]
    assert steps[:5] == ["ticket", "speaker", "folder", "form", "handed"]
    assert {*steps} <= icons().keys()
    kinds = ("Telepon", "WhatsApp", "Surel", "Laman", "Kotak saran", "SP4N-LAPOR!", "Tatap muka")
    told = [icon_of_channel(kind) for kind in kinds]
    assert told == ["phone", "message", "mail", "globe", "box", "megaphone", "person"]
    assert icon_of_channel("") in icons()


@given(st.text(max_size=60))
def test_any_text_has_an_icon(text: str):
    assert {icon_of_step(text), icon_of_channel(text)} <= icons().keys()
