"""Rules about files that came after a decision of Biro Organisasi (C-15, C-16)."""

from datetime import date

from sopbatch.matching.known_then import changed_since
from sopbatch.model import Decision, Dossier, Problem
from sopbatch.rules.across.plan import Told, counted
from sopbatch.rules.rule import WARNING, Batch, Rule, across_rule, at
from sopbatch.schema.statuses import DECIDABLE, REVOKED, VERIFIED
from sopbatch.text.words import long_date


@across_rule(
    "C-15",
    WARNING,
    title="Isi berubah setelah diverifikasi",
    sentence="Isi SOP ini berubah setelah diverifikasi pada {tanggal}.",
    advice="Minta verifikasi ulang kepada Biro Organisasi, atau kembalikan isi semula.",
    reason="Verifikasi berlaku untuk isi yang diperiksa, bukan untuk isi yang diubah kemudian.",
)
def changed_after_verification(batch: Batch) -> Told:
    """Title, bases, lists or steps differ; number, dates, status and signatory come afterwards."""
    for dossier, review in counted(batch):
        verified = _decision(batch, dossier, frozenset({VERIFIED.label}))
        if verified and verified.decided and changed_since(dossier, verified.decided):
            yield review, Problem(at("title"), {"tanggal": long_date(verified.decided)})


@across_rule(
    "C-16",
    WARNING,
    title="SOP sudah dicabut",
    sentence="SOP ini sudah dicabut dengan keputusan {tanggal}; berkas ini tidak dihitung.",
    advice="Hubungi Biro Organisasi jika SOP ini masih diperlukan.",
    reason="Judul yang dicabut tidak termasuk rencana sampai ada keputusan lain.",
)
def sent_after_revocation(batch: Batch) -> Told:
    """Sent again after its title was revoked; files that were there before are left in peace."""
    for dossier in batch.dossiers:
        revoked = revoked_on(batch, dossier)
        seen = [version.received.first_seen for version in dossier.versions]
        if revoked and seen and min(seen) <= revoked < seen[0]:
            yield dossier.versions[0], Problem(at("title"), {"tanggal": long_date(revoked)})


def revoked_on(batch: Batch, dossier: Dossier) -> date | None:
    """Day of the last decision about the SOP when that one revoked it."""
    last = _decision(batch, dossier, DECIDABLE)
    return last.decided if last and last.status == REVOKED.label else None


def _decision(batch: Batch, dossier: Dossier, statuses: frozenset[str]) -> Decision | None:
    code = dossier.plan.code if dossier.plan else ""
    return batch.register.decision_on(code, statuses, batch.as_of)


SENT_AFTER_REVOCATION = sent_after_revocation.code
"""The one finding for which a file of a revoked title goes back."""
DECISION_RULES: tuple[Rule, ...] = (changed_after_verification, sent_after_revocation)
