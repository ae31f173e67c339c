"""Rules about the half-yearly monitoring of SOPs (M-03, M-07, M-08)."""

from collections.abc import Iterator

from sopbatch.model import Place, Problem
from sopbatch.model.monitoring import Monitoring
from sopbatch.rules.rule import ERROR, WARNING, FormCase, Rule, form_rule
from sopbatch.schema.monitoring_v1 import BADLY, MONITORING
from sopbatch.text.names import name_key
from sopbatch.text.shortening import quoted
from sopbatch.text.straight import is_missing

ONLY = frozenset((MONITORING.code,))
REASON = (
    "Lampiran PermenPAN-RB 35/2012, Monitoring dan Evaluasi: catatan hasil penilaian dan "
    "tindakan yang harus diambil."
)


def _record(case: FormCase) -> Monitoring:
    record = case.reading.record
    if not isinstance(record, Monitoring):
        raise TypeError("no record of monitoring")
    return record


@form_rule(
    "M-03",
    ERROR,
    title="Catatan atau tindakan belum ditulis",
    sentence="Penerapan SOP “{judul}” dinilai {penilaian}, tetapi {kurang} belum ditulis.",
    advice="Tulis apa yang terlihat dan apa yang akan dilakukan.",
    reason=REASON,
    kinds=ONLY,
    reports_blank=True,
)
def bad_verdict_without_action(case: FormCase) -> Iterator[Problem]:
    """An SOP that does not run well needs notes and an action."""
    for row in _record(case).rows:
        if row.runs_well is not False:
            continue
        for key, text, name in (
            ("notes", row.notes, "catatannya"),
            ("action", row.action, "tindakannya"),
        ):
            if is_missing(text):
                facts = {"judul": quoted(row.title), "penilaian": BADLY.lower(), "kurang": name}
                yield Problem(Place(key, row.row), facts)


@form_rule(
    "M-07",
    ERROR,
    title="Belum ada SOP yang dimonitor",
    sentence="Lembar Monitoring belum memuat satu SOP pun.",
    advice="Tulis setiap SOP yang berlaku pada satu baris, lalu nilailah penerapannya.",
    reason=REASON,
    kinds=ONLY,
)
def nothing_monitored(case: FormCase) -> Iterator[Problem]:
    """The table is blank."""
    if not _record(case).rows:
        yield Problem()


@form_rule(
    "M-08",
    WARNING,
    title="SOP yang sama dinilai dua kali",
    sentence="SOP “{judul}” sudah dinilai pada baris ke-{baris}.",
    advice="Hapus salah satu barisnya.",
    reason="Ketentuan formulir: satu SOP dinilai satu kali dalam satu semester.",
    kinds=ONLY,
)
def monitored_twice(case: FormCase) -> Iterator[Problem]:
    """A title stands in two rows."""
    seen: dict[str, int] = {}
    for row in _record(case).rows:
        key = name_key(row.title)
        if key and key in seen:
            yield Problem(Place("title", row.row), {"judul": quoted(row.title), "baris": seen[key]})
        seen.setdefault(key, row.row)


MONITORING_RULES: tuple[Rule, ...] = (
    bad_verdict_without_action,
    nothing_monitored,
    monitored_twice,
)
