"""Rules about the dates of an SOP (D-01 to D-11)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sopbatch.model import DateKind, Problem
from sopbatch.rules.basics.fields import label, when_blank, when_wrong
from sopbatch.rules.basics.wording import state_of
from sopbatch.rules.identity.date_writing import date_fault
from sopbatch.rules.identity.revision import REVISION_RULES
from sopbatch.rules.report_day import years_after
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.schema.statuses import CountsAs, status_of
from sopbatch.text.likely_dates import likely_date
from sopbatch.text.words import long_date

GUIDELINE_SINCE = date(2012, 6, 19)
"""PermenPAN-RB 35/2012 was enacted on this day."""
FULL_DATE = "Tulis tanggal, bulan, dan tahun lengkap, misalnya “3 Maret 2025”."


@rule(
    "D-01",
    ERROR,
    title="Tanggal Pembuatan belum lengkap",
    sentence="Tanggal Pembuatan {keadaan}.",
    advice=FULL_DATE,
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: Tanggal Pembuatan adalah hari naskah SOP "
        "pertama kali selesai. Ketentuan formulir: isian ini wajib mulai status Diajukan."
    ),
    reports_blank=True,
)
def created_not_a_date(case: Case) -> Iterator[Problem]:
    """Blank, month only, or unreadable; lower before status Diajukan."""
    return _not_a_date(case, "created")


@rule(
    "D-02",
    ERROR,
    title="Tanggal Efektif belum lengkap",
    sentence="Tanggal Efektif {keadaan}.",
    advice=FULL_DATE,
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: Tanggal Efektif adalah hari SOP mulai "
        "berlaku. Ketentuan formulir: isian ini wajib mulai status Siap Disahkan."
    ),
    reports_blank=True,
)
def effective_not_a_date(case: Case) -> Iterator[Problem]:
    """Blank, month only, or unreadable; lower before status Siap Disahkan."""
    return _not_a_date(case, "effective")


def _not_a_date(case: Case, key: str) -> Iterator[Problem]:
    day = getattr(case.sop, key)
    if day.value is None:
        lower = when_blank if day.kind is DateKind.MISSING else when_wrong
        yield Problem(
            at(key),
            {"keadaan": state_of(day.raw, date_fault(day))},
            severity=lower(case, key),
            suggestion=likely_date(day.raw),
        )


@rule(
    "D-03",
    ERROR,
    title="Tanggal Efektif mendahului Tanggal Pembuatan",
    sentence="Tanggal Efektif {efektif}{juga} mendahului Tanggal Pembuatan {pembuatan}.",
    advice="Periksa {yang}; Tanggal Efektif paling cepat sama dengan Tanggal Pembuatan.",
    reason="SOP tidak dapat berlaku sebelum naskahnya selesai dibuat.",
)
def effective_before_created(case: Case) -> Iterator[Problem]:
    """Tanggal Efektif lies before Tanggal Pembuatan, or it and Tanggal Revisi do.

    Where both do, it is Tanggal Pembuatan that was mistyped, or is that of a later version.
    """
    revised = case.sop.revised.value if _created_last(case) else None
    for problem in _before(case, ("effective", "efektif"), ("created", "pembuatan")):
        also = f" dan Tanggal Revisi {long_date(revised)}" if revised else ""
        checked = "Tanggal Pembuatan lebih dahulu" if revised else "kedua tanggal"
        yield replace(problem, facts={**problem.facts, "juga": also, "yang": checked})


def _created_last(case: Case) -> bool:
    """Whether Tanggal Revisi and Tanggal Efektif both lie before Tanggal Pembuatan."""
    created, revised = case.sop.created.value, case.sop.revised.value
    effective = case.sop.effective.value
    if not (created and revised and effective):
        return False
    return max(revised, effective) < created


@rule(
    "D-04",
    ERROR,
    title="Tanggal Revisi mendahului Tanggal Pembuatan",
    sentence="Tanggal Revisi {revisi} mendahului Tanggal Pembuatan {pembuatan}.",
    advice="Periksa kedua tanggal; tulis “-” pada Tanggal Revisi jika belum pernah direvisi.",
    reason="Revisi hanya dapat dilakukan setelah naskah pertama selesai.",
)
def revised_before_created(case: Case) -> Iterator[Problem]:
    """Tanggal Revisi alone lies before Tanggal Pembuatan."""
    if not _created_last(case):
        yield from _before(case, ("revised", "revisi"), ("created", "pembuatan"))


@rule(
    "D-07",
    ERROR,
    title="Tanggal belum tiba",
    sentence="{label} {tanggal} belum tiba; pemeriksaan dilakukan {hari}.",
    advice=(
        "Periksa tahunnya. Hari mulai berlaku ditulis pada Tanggal Efektif, rencana meninjau pada "
        "Tanggal Rencana Peninjauan."
    ),
    reason="Ketentuan formulir: Tanggal Pembuatan dan Tanggal Revisi mencatat yang sudah terjadi.",
)
def past_event_in_future(case: Case) -> Iterator[Problem]:
    """Tanggal Pembuatan or Tanggal Revisi lies after the day of the run."""
    for key in ("created", "revised"):
        day = getattr(case.sop, key).value
        if day and case.today.is_before(day):
            yield Problem(
                at(key),
                {
                    "label": label(key),
                    "tanggal": long_date(day),
                    "hari": long_date(case.today.exactly()),
                },
            )


@rule(
    "D-08",
    INFO,
    title="Tanggal Efektif belum tiba",
    sentence="Tanggal Efektif {tanggal} belum tiba; SOP dihitung “disahkan, belum berlaku”.",
    advice="Periksa tahunnya; tidak perlu diubah jika memang demikian.",
    reason="SOP baru berlaku pada Tanggal Efektif, bukan pada hari ditandatangani.",
)
def not_yet_in_force(case: Case) -> Iterator[Problem]:
    """Ratified, with Tanggal Efektif after the day of the run."""
    status, effective = status_of(case.sop.status), case.sop.effective.value
    if status and status.ratified and effective and case.today.is_before(effective):
        yield Problem(at("effective"), {"tanggal": long_date(effective)})


@rule(
    "D-09",
    WARNING,
    title="Tanggal Efektif mendahului Tanggal Revisi",
    sentence="Tanggal Efektif {efektif} mendahului Tanggal Revisi {revisi}.",
    advice="Tulis Tanggal Efektif hasil revisi, bukan Tanggal Efektif naskah pertama.",
    reason="Kelaziman: hasil revisi mulai berlaku paling cepat pada hari revisi itu.",
)
def effective_before_revised(case: Case) -> Iterator[Problem]:
    """A revision takes effect before it was made."""
    return _before(case, ("effective", "efektif"), ("revised", "revisi"))


def _before(case: Case, later: tuple[str, str], earlier: tuple[str, str]) -> Iterator[Problem]:
    """A day that precedes the one it should follow; each by its key and the name of its fact."""
    (key, name), (since_key, since_name) = later, earlier
    day, since = getattr(case.sop, key).value, getattr(case.sop, since_key).value
    if day and since and day < since:
        yield Problem(at(key), {name: long_date(day), since_name: long_date(since)})


@rule(
    "D-10",
    WARNING,
    title="SOP lebih lama daripada pedomannya",
    sentence="SOP dibuat {tanggal}, sebelum PermenPAN-RB 35/2012, dan belum pernah direvisi.",
    advice="Sesuaikan SOP dengan pedoman itu, lalu isi “Revisi ke-” dan Tanggal Revisi.",
    reason="SOP yang mendahului pedoman belum tentu memuat unsur yang ditetapkan pedoman itu.",
)
def older_than_guideline(case: Case) -> Iterator[Problem]:
    """Created before 19 June 2012 and never revised."""
    created = case.sop.created.value
    if created and _predates_guideline(case):
        yield Problem(at("created"), {"tanggal": long_date(created)})


def _predates_guideline(case: Case) -> bool:
    created = case.sop.created.value
    return created is not None and created < GUIDELINE_SINCE and case.sop.revised.value is None


@rule(
    "D-11",
    WARNING,
    title="SOP lama belum ditinjau",
    sentence="Perubahan terakhir SOP ini {tanggal}, lebih dari {tahun} tahun yang lalu.",
    advice=(
        "Evaluasi SOP ini. Jika masih sesuai, isi Tanggal Rencana Peninjauan berikutnya; jika "
        "berubah, naikkan “Revisi ke-”."
    ),
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Monitoring dan Evaluasi: penerapan SOP dievaluasi secara "
        "berkala. Batas umur SOP ditetapkan Biro Organisasi di daftar induk."
    ),
)
def long_unchanged(case: Case) -> Iterator[Problem]:
    """Last created or revised more years ago than the register allows.

    Revoked SOPs pass, and those whose next review is planned.
    """
    sop, years = case.sop, case.register.settings.review_years
    changes = [(day, key) for key in ("created", "revised") if (day := getattr(sop, key).value)]
    status = status_of(sop.status)
    archived = status is not None and status.counts_as is CountsAs.ARCHIVED
    review = sop.review_planned.end
    planned = review is not None and not case.today.is_after(review)
    if not changes or archived or planned or years <= 0 or _predates_guideline(case):
        return
    day, key = max(changes, key=lambda change: change[0])
    if case.today.is_after(years_after(day, years)):
        yield Problem(at(key), {"tanggal": long_date(day), "tahun": years})


DATE_RULES: tuple[Rule, ...] = (
    created_not_a_date,
    effective_not_a_date,
    effective_before_created,
    revised_before_created,
    *REVISION_RULES,
    past_event_in_future,
    not_yet_in_force,
    effective_before_revised,
    older_than_guideline,
    long_unchanged,
)
