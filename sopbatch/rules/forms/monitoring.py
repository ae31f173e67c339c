"""Rules about the half-yearly monitoring of SOPs (M-03)."""

from collections.abc import Iterator

from sopbatch.model import Place, Problem
from sopbatch.model.monitoring import Monitoring
from sopbatch.rules.basics.wording import unanswered
from sopbatch.rules.rule import ERROR, FormCase, Rule, form_rule
from sopbatch.schema.monitoring import BADLY, MONITORING
from sopbatch.text.shortening import quoted
from sopbatch.text.straight import is_missing


@form_rule(
    "M-03",
    ERROR,
    title="Catatan atau tindakan belum ditulis",
    sentence="Penerapan SOP “{judul}” dinilai {penilaian}, tetapi {kolom} {keadaan}.",
    advice="Tulis di sel ini {apa}.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Monitoring dan Evaluasi: tabelnya memuat catatan hasil "
        "penilaian dan tindakan yang harus diambil."
    ),
    kinds=frozenset((MONITORING.code,)),
    reports_blank=True,
)
def bad_verdict_without_action(case: FormCase) -> Iterator[Problem]:
    """An SOP that does not run well needs notes and an action."""
    for row in case.reading.told(Monitoring).rows:
        if row.runs_well is not False:
            continue
        for key, text, what in (
            ("notes", row.notes, "apa yang tidak berjalan dan sebabnya"),
            ("action", row.action, "apa yang akan dilakukan"),
        ):
            field = case.kind.field(key)
            if field and is_missing(text):
                facts = {"judul": quoted(row.title), "penilaian": BADLY.lower(), "apa": what}
                yield Problem(
                    Place(key, row.row),
                    {**facts, "kolom": field.label, "keadaan": unanswered(text)},
                )


MONITORING_RULES: tuple[Rule, ...] = (bad_verdict_without_action,)
