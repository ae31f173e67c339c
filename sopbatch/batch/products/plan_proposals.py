"""What agencies propose for the plan, as a workbook of which the operator accepts what he wants."""

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import product, recipe
from sopbatch.batch.output.tree import REPORTS
from sopbatch.batch.workshop.production import Products
from sopbatch.matching.proposal import proposal_of
from sopbatch.schema.products import proposal_name
from sopbatch.text.words import count

READY = (
    "Usulan rencana SOP: {new} judul baru dan {changed} perubahan di {path}. Hapus yang tidak "
    "diterima, lalu jalankan “sopbatch register --terima”."
)


def plan_proposals(order: Order, seen: Seen) -> Products:
    """The workbook, when anything is new or changed."""
    proposal = proposal_of(seen.form_standings, seen.register)
    if not (proposal.new or proposal.changed):
        return Products()
    from sopbatch.writing.templates.proposal import write_proposal

    data = write_proposal(proposal)
    path = f"{REPORTS}/{proposal_name(order.as_of)}"
    told = READY.format(
        new=count(len(proposal.new)), changed=count(len(proposal.changed)), path=path
    )
    return Products(products=(product(path, recipe("proposal", data), data),), notes=(told,))
