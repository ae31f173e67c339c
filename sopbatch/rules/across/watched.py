"""Rules between forms about SOPs of an agency and these SOPs (M-06, M-10, M-11, T-07)."""

from collections.abc import Iterator

from sopbatch.matching.versions import sop_of
from sopbatch.matching.watched import KnownSops, Record, Row
from sopbatch.model import Dossier, Problem, Review
from sopbatch.model.drafting import Drafting
from sopbatch.model.evaluation import Evaluated, Evaluation
from sopbatch.model.monitoring import Monitoring
from sopbatch.rules.rule import WARNING, Batch, Rule, across_rule, at
from sopbatch.schema.evaluation import REVOKE
from sopbatch.schema.statuses import REVOKED, status_of
from sopbatch.text.blank import blank
from sopbatch.text.likeness import title_meant
from sopbatch.text.names import words
from sopbatch.text.shortening import quoted
from sopbatch.text.straight import is_missing

Told = Iterator[tuple[Review, Problem]]
GROUNDS = frozenset(
    (
        *("keputusan", "sk", "kep", "nomor", "no", "surat", "nota", "peraturan", "pergub"),
        *("diganti", "digantikan", "pengganti", "penggantinya", "digabung", "digabungkan"),
        *("dilebur", "dileburkan", "dialihkan", "dipecah", "sop"),
    )
)
"""Words of a note that names a decision, or what came in an SOP's place."""
REVOKING = frozenset((word,) for word in ("cabut", "dicabut", "mencabut", "pencabutan"))
"""First words of an action that ends an SOP."""
REASON = (
    "Lampiran PermenPAN-RB 35/2012, Monitoring dan Evaluasi: SOP yang berlaku dimonitor dan "
    "dievaluasi secara berkala."
)


@across_rule(
    "M-06",
    WARNING,
    title="Dasar pencabutan belum disebut",
    sentence="SOP “{judul}” {hal}, tetapi keputusan atau penggantinya belum disebut.",
    advice=("Tulis di sel {isian} nomor keputusan yang mencabutnya, atau Nama SOP penggantinya."),
    reason="Kelaziman: SOP yang berlaku dicabut dengan keputusan atau diganti dengan SOP lain.",
)
def revoked_without_grounds(batch: Batch) -> Told:
    """An SOP is ended, or is to be ended as monitoring says, by no decision and no successor."""
    for review, record in watching(batch):
        for row in record.rows:
            if isinstance(row, Evaluated):
                ends, told = row.conclusion == REVOKE, row.notes
                key, how, cell = "notes", "disimpulkan Dicabut", "Catatan hasil evaluasi"
            else:
                ends, told = words(row.action)[:1] in REVOKING, f"{row.notes} {row.action}"
                key, how, cell = "action", "hendak dicabut", "Tindakan yang harus diambil"
            if ends and not _names_grounds(told):
                facts = {"judul": quoted(row.title), "hal": how, "isian": cell}
                yield review, Problem(at(key, row.row), facts)


def _names_grounds(told: str) -> bool:
    return any(word in GROUNDS or word.isdecimal() for word in words(told))


@across_rule(
    "M-10",
    WARNING,
    title="SOP yang dinilai tidak dikenal",
    sentence="SOP “{judul}” tidak ada dalam rencana SOP maupun di antara berkas SOP {unit}.",
    advice=(
        "Tulis Nama SOP seperti pada SOP yang disahkan{maksud}; jika belum terdaftar, minta Biro "
        "Organisasi menambahkannya ke rencana SOP."
    ),
    reason=REASON,
)
def assessed_sop_unknown(batch: Batch) -> Told:
    """A row names an SOP that neither plan nor files of the unit know."""
    known = KnownSops(batch.dossiers if batch.forms else (), batch.register)
    for review, record, row, dossier in _rows(batch, known):
        unit = batch.register.unit(known.unit_of(record))
        if dossier is None and unit and not blank(row.title):
            titles = [one.title for one in known.of_unit(unit.code)]
            meant = title_meant(row.title, titles)
            facts = {
                "judul": quoted(row.title),
                "unit": unit.name,
                "maksud": f", mungkin “{quoted(meant)}”" if meant else "",
            }
            yield review, Problem(at("title", row.row), facts, suggestion=meant)


@across_rule(
    "M-11",
    WARNING,
    title="SOP yang dinilai belum berlaku",
    sentence="SOP “{judul}” {keadaan}, sehingga belum perlu dinilai.",
    advice="Kosongkan baris ini, atau kirimkan SOP yang sudah disahkan kepada Biro Organisasi.",
    reason=REASON,
)
def assessed_sop_not_in_force(batch: Batch) -> Told:
    """A row names an SOP of which a file came, and none of its files was in force."""
    known = KnownSops(batch.dossiers if batch.forms else (), batch.register)
    for review, _, row, dossier in _rows(batch, known):
        if dossier is None or dossier.counted is None or _is_in_force(dossier, batch):
            continue
        sop = sop_of(dossier.counted)
        status = status_of(sop.status)
        state = f"masih berstatus {status.label}" if status else "belum disahkan"
        if status and status.ratified:
            state = "sudah disahkan, tetapi tanggal efektifnya belum tiba"
        facts = {"judul": quoted(row.title), "keadaan": state}
        yield review, Problem(at("title", row.row), facts)


@across_rule(
    "T-07",
    WARNING,
    title="SOP yang disusun tidak dikenal",
    sentence="SOP “{judul}” tidak ada dalam rencana SOP maupun di antara berkas SOP {unit}.",
    advice=(
        "Tulis Nama SOP seperti dalam rencana SOP{maksud}; jika belum terdaftar, minta Biro "
        "Organisasi menambahkannya."
    ),
    reason="Ketentuan formulir: tahap dicatat untuk SOP yang direncanakan atau sudah dikirim.",
)
def drafted_sop_unknown(batch: Batch) -> Told:
    """A row of drafting names an SOP that neither plan nor files of the unit know."""
    known = KnownSops(batch.dossiers if batch.forms else (), batch.register)
    for review in batch.forms:
        record = review.form.record if review.form else None
        if not isinstance(record, Drafting):
            continue
        code = known.unit_of(record)
        unit = batch.register.unit(code)
        for row in record.rows if unit else ():
            if unit and not blank(row.title) and known.named(code, row) is None:
                meant = title_meant(row.title, [one.title for one in known.of_unit(code)])
                facts = {
                    "judul": quoted(row.title),
                    "unit": unit.name,
                    "maksud": f", mungkin “{quoted(meant)}”" if meant else "",
                }
                yield review, Problem(at("title", row.row), facts, suggestion=meant)


def _is_in_force(dossier: Dossier, batch: Batch) -> bool:
    """Whether any version holds, or held; a revocation tells of an SOP that once held."""
    for version in dossier.versions:
        sop = sop_of(version)
        status, effective = status_of(sop.status), sop.effective.by
        if status == REVOKED or (
            status and status.ratified and (effective is None or effective <= batch.as_of)
        ):
            return True
    return False


def watching(batch: Batch) -> Iterator[tuple[Review, Record]]:
    """Workbooks of monitoring and evaluation with what they say."""
    for review in batch.forms:
        record = review.form.record if review.form else None
        if isinstance(record, Monitoring | Evaluation):
            yield review, record


def _rows(batch: Batch, known: KnownSops) -> Iterator[tuple[Review, Record, Row, Dossier | None]]:
    for review, record in watching(batch):
        unit = known.unit_of(record)
        for row in record.rows:
            if not is_missing(row.title):
                yield review, record, row, known.named(unit, row)


WATCHED_ACROSS_RULES: tuple[Rule, ...] = (
    revoked_without_grounds,
    assessed_sop_unknown,
    assessed_sop_not_in_force,
    drafted_sop_unknown,
)
