"""Books of a run: one for each unit with documents, kept until something in it changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import product, publish
from sopbatch.batch.products.unit_books import books
from sopbatch.batch.workshop.production import Products
from sopbatch.ledger import Past
from sopbatch.model import Dossier, SopNumber
from sopbatch.tally import tally
from tests.builders import dossier, register, review, sop
from tests.writing.documents.prints import SOP, write

AS_OF = date(2026, 10, 2)
REGISTER = register()
NOTHING = Past(first_seen={}, status={}, outputs={})
UNITS = {"4.01.01.7": "Biro Organisasi", "1.02": "Dinas Kesehatan"}
SENT = (
    ("4.01.01.7", "065/2", "Surat Masuk", "Disahkan"),
    ("4.01.01.7", "065/1", "Surat Keluar", "Diajukan"),
    ("4.01.01.7", "065/3", "Surat Lama", "Dicabut"),
    ("1.02", "440/1", "Izin Klinik", "Disahkan"),
)


def dossiers() -> tuple[Dossier, ...]:
    return tuple(
        dossier(
            review(
                sop(
                    title,
                    unit_code=code,
                    unit_name=UNITS[code],
                    number=SopNumber(raw=number),
                    status=status,
                ),
                name=f"{title}.xlsx",
            )
        )
        for code, number, title, status in SENT
    )


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    return {title: write(replace(SOP, title=title), charts=()) for _, _, title, _ in SENT}


def documents(pdfs: dict[str, bytes]) -> Products:
    products, of = [], {}
    for one in dossiers():
        name = one.title
        path = f"dokumen/{UNITS[one.unit_code]}/{name}.pdf"
        products.append(product(path, f"resep {name}", pdfs[name]))
        assert one.counted is not None
        of[one.counted.received.sha256] = path
    return Products(products=tuple(products), of=of)


def bind(folder: Path, made: Products, past: Past = NOTHING, **order: Any) -> Products:
    asked = replace(Order(input=folder, output=folder, as_of=AS_OF, workers=1), **order)
    counts = tally(dossiers(), REGISTER, AS_OF, {})
    return books(asked, dossiers(), REGISTER, counts, made, past, b"")


def stands(folder: Path, *parts: Products) -> Past:
    """What the ledger would know after these products were published."""
    outputs = publish(folder, [item for part in parts for item in part.products], NOTHING)
    return Past(first_seen={}, status={}, outputs={output.path: (output,) for output in outputs})


def test_each_unit_gets_a_book_of_its_documents_in_force(tmp_path, pdfs):
    made = documents(pdfs)
    bound = bind(tmp_path, made)
    assert (bound.failures, bound.incidents) == ((), ())
    biro, dinas = (
        f"dokumen/{unit}/Kumpulan SOP {unit}.pdf" for unit in ("Biro Organisasi", "Dinas Kesehatan")
    )
    assert {item.path for item in bound.products} == {biro, dinas}
    stands(tmp_path, bound)
    book = PdfReader(tmp_path / biro)
    titles = [item.title for item in book.outline if not isinstance(item, list)]
    assert titles == ["Sampul", "Daftar Isi", "065/1 Surat Keluar", "065/2 Surat Masuk"]
    contents = book.pages[1].extract_text()
    assert "Surat Keluar (draf)" in contents
    assert "Surat Masuk (draf)" not in contents
    assert "2026" in book.pages[0].extract_text()


def test_a_book_is_made_again_only_when_one_of_its_documents_changed(tmp_path, pdfs):
    made = documents(pdfs)
    first = bind(tmp_path, made)
    past = stands(tmp_path, made, first)
    again = bind(tmp_path, made, past)
    assert [item.data for item in again.products] == [None, None]
    changed = {**pdfs, "Izin Klinik": write(replace(SOP, title="Lain"), charts=())}
    third = bind(tmp_path, documents(changed), past)
    fresh = [item.path for item in third.products if item.data is not None]
    assert fresh == ["dokumen/Dinas Kesehatan/Kumpulan SOP Dinas Kesehatan.pdf"]


def test_kept_documents_are_read_from_the_output_folder(tmp_path, pdfs):
    made = documents(pdfs)
    first = bind(tmp_path, made)
    past = stands(tmp_path, made)
    kept = Products(products=tuple(replace(item, data=None) for item in made.products), of=made.of)
    assert [item.sha256 for item in bind(tmp_path, kept, past).products] == [
        item.sha256 for item in first.products
    ]


def test_without_documents_there_is_no_book(tmp_path):
    assert bind(tmp_path, Products()).products == ()


def test_a_book_that_cannot_be_made_costs_only_itself(tmp_path, pdfs):
    made = documents({**pdfs, "Izin Klinik": b"bukan PDF"})
    bound = bind(tmp_path, made)
    assert [item.path for item in bound.products] == [
        "dokumen/Biro Organisasi/Kumpulan SOP Biro Organisasi.pdf"
    ]
    (failure,) = bound.failures
    assert "Dinas Kesehatan" in failure
    assert len(bound.incidents) == 1
