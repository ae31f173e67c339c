"""What agencies propose for the plan, as a workbook of which the operator accepts what he wants."""

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import product, recipe
from sopbatch.batch.output.tree import REPORTS
from sopbatch.batch.workshop.production import Products
from sopbatch.matching.proposal import proposal_of
from sopbatch.schema.products import proposal_name
from sopbatch.text.words import count, enumeration

READY = (
    "Usulan rencana SOP: {what} di {path}. Simpan dengan nama lain, hapus baris yang tidak "
    "diterima, lalu jalankan “sopbatch register --terima BERKAS --ke daftar_induk_baru.xlsx”."
)


def plan_proposals(order: Order, seen: Seen) -> Products:
    """The workbook, when anything is new or changed."""
    proposal = proposal_of(seen.form_standings, seen.register)
    if not (proposal.new or proposal.changed):
        return Products()
    from sopbatch.writing.templates.proposal import write_proposal

    data = write_proposal(proposal)
    path = f"{REPORTS}/{proposal_name(order.as_of)}"
    parts = ((proposal.new, "judul baru"), (proposal.changed, "perubahan"))
    what = enumeration([f"{count(len(lines))} {word}" for lines, word in parts if lines])
    told = READY.format(what=what, path=path)
    return Products(products=(product(path, recipe("proposal", data), data),), notes=(told,))
