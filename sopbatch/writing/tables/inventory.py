"""The inventory of needs (Dokumen Inventarisasi SOP): values in, tagged PDF/A-3 out."""

from sopbatch.model.needs import Needs
from sopbatch.schema.needs import CRITERIA
from sopbatch.text.cleaned import cleaned
from sopbatch.text.printable import indonesian_date
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.inventory_values import inventory
from sopbatch.writing.tables.paper import WIDE, Signing, print_paper
from sopbatch.writing.tables.year_values import ANSWERS

NO_NIP = "........................................"


def print_inventory(needs: Needs, letterhead: Letterhead) -> bytes:
    """The document on A4 landscape; the same values give the same bytes."""
    told = cleaned(needs)
    return print_paper(
        "inventarisasi.html",
        letterhead,
        (*WIDE, "inventarisasi.css"),
        unit=letterhead.unit or told.unit_name,
        year=told.year or "",
        needs=told,
        criteria=CRITERIA,
        list=inventory(told),
        answers=ANSWERS,
        printed=indonesian_date,
        signing=Signing(
            indonesian_date(told.drawn_up),
            told.signatory_position or "Kepala perangkat daerah",
            told.signatory_name,
            told.signatory_nip.printed or NO_NIP,
        ),
    )
