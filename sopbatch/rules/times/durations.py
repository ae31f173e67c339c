"""Rules about Waktu (W-01 to W-15)."""

import re
from collections.abc import Iterator
from itertools import takewhile

from sopbatch.model import DurationKind, Problem, Procedure, Step
from sopbatch.model.flags import Flag
from sopbatch.rules.basics.procedures import actors_of, each_step
from sopbatch.rules.basics.wording import unanswered
from sopbatch.rules.data.roles import PUBLIC_WORDS
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, rule
from sopbatch.rules.times.lengths import (
    LENGTH_RULES,
    MEASURABLE,
    at_time,
    longer,
    steps_of_kind,
)
from sopbatch.rules.times.written import (
    GUESSED,
    clock_span,
    unit_of,
    with_known_unit,
    written_properly,
)
from sopbatch.text.names import words
from sopbatch.text.shortening import quoted

DITTO = re.compile(
    r"s\.? ?d\.? ?a\.?|idem|ibid(?:em)?|(?:sama )?(?:dengan|seperti) (?:di ?)?atas|sama"
    r"|[-–—, ]*(?:[\"”“〃]|''|,,)[-–—, ]*",
    re.IGNORECASE,
)
"""“The same as above”."""
NO_LENGTH = (
    DurationKind.FREQUENCY,
    DurationKind.INDEFINITE,
    DurationKind.SCHEDULE,
    DurationKind.OFFSET,
)


@rule(
    "W-01",
    ERROR,
    title="Waktu belum diisi",
    sentence="Waktu langkah {langkah} {keadaan}.",
    advice="Isi angka dan satuannya, misalnya “30 menit”, “2 jam”, atau “1 hari kerja”.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: waktu termasuk mutu baku setiap kegiatan."
    ),
    reports_blank=True,
)
def time_blank(case: Case) -> Iterator[Problem]:
    """Waktu is blank or a dash; a warning for a dash where the public alone acts.

    How long others take is not the agency's to promise, and many SOPs say so with a dash.
    """
    for procedure, step in steps_of_kind(case, DurationKind.MISSING):
        dashed = bool(step.duration.raw.strip()) and _is_of_public(procedure, step)
        yield at_time(
            procedure,
            step,
            {"keadaan": unanswered(step.duration.raw)},
            severity=WARNING if dashed else None,
        )


def _is_of_public(procedure: Procedure, step: Step) -> bool:
    """Whether all who act in a step are called after the public."""
    acting = [words(actor.name)[:1] for actor in actors_of(procedure, step)]
    return bool(acting) and all(PUBLIC_WORDS.issuperset(said) and said for said in acting)


@rule(
    "W-02",
    ERROR,
    title="Waktu tidak terbaca",
    sentence="Waktu “{waktu}” pada langkah {langkah} tidak dapat dibaca dengan pasti.",
    advice="Tulis angka dan satuannya saja, misalnya “30 menit” atau “2 hari kerja”.",
    reason=MEASURABLE,
)
def time_unreadable(case: Case) -> Iterator[Problem]:
    """No duration in any known form; a warning where one was guessed ("5 minit", "2 JP").

    Of “sda” and ditto marks the time of the step above is offered.
    """
    for procedure, step in each_step(case):
        if Flag.SEVERAL in step.duration.flags:
            continue
        if step.duration.kind in (DurationKind.UNPARSED, DurationKind.COLUMN_INDEX):
            guess = with_known_unit(step.duration.raw) or _said_above(procedure, step)
            yield at_time(procedure, step, suggestion=guess)
        elif not GUESSED.isdisjoint(step.duration.flags):
            guess = longer(case, step.duration) or written_properly(step.duration)
            yield at_time(procedure, step, severity=WARNING, suggestion=guess)


def _said_above(procedure: Procedure, step: Step) -> str:
    """The time of the nearest step above that has one of its own, where “sda” says the same."""
    above = takewhile(lambda other: other is not step, procedure.steps)
    if not DITTO.fullmatch(step.duration.raw.strip()):
        return ""
    own = [other.duration for other in above if not DITTO.fullmatch(other.duration.raw.strip())]
    return own[-1].raw if own and own[-1].kind is DurationKind.DURATION else ""


@rule(
    "W-03",
    ERROR,
    title="Waktu tanpa satuan",
    sentence="Waktu “{waktu}” pada langkah {langkah} belum bersatuan.",
    advice="Tambahkan satuannya: menit, jam, atau hari kerja.",
    reason=MEASURABLE,
)
def time_without_unit(case: Case) -> Iterator[Problem]:
    """A bare number; offers the unit when all other steps share one."""
    for procedure, step in steps_of_kind(case, DurationKind.NO_UNIT):
        units = {unit for other in procedure.steps if (unit := unit_of(other.duration))}
        guess = f"{step.duration.raw} {next(iter(units))}" if len(units) == 1 else ""
        yield at_time(procedure, step, suggestion=guess)


@rule(
    "W-04",
    WARNING,
    title="Hari kerja atau hari kalender belum disebut",
    sentence="Waktu “{waktu}” pada langkah {langkah} belum menyebut hari kerja atau kalender.",
    advice="Tulis “hari kerja” atau “hari kalender”.",
    reason=(
        "Hari kerja dan hari kalender berbeda lamanya; tanpa keterangan dihitung sebagai hari "
        "kerja."
    ),
)
def day_without_kind(case: Case) -> Iterator[Problem]:
    """The word "hari" alone."""
    for procedure, step in _flagged(case, Flag.UNQUALIFIED_DAY):
        yield at_time(procedure, step, suggestion=written_properly(step.duration))


@rule(
    "W-05",
    WARNING,
    title="Waktu hanya perkiraan",
    sentence="Waktu “{waktu}” pada langkah {langkah} hanya perkiraan.",
    advice="Tulis waktu yang pasti, tanpa “±”, “sekitar”, atau “kurang lebih”.",
    reason=MEASURABLE,
)
def time_approximate(case: Case) -> Iterator[Problem]:
    """A sign or word of approximation."""
    for procedure, step in _flagged(case, Flag.APPROX):
        offered = longer(case, step.duration) or written_properly(step.duration)
        yield at_time(procedure, step, suggestion=offered)


@rule(
    "W-08",
    WARNING,
    title="Waktu berupa frekuensi atau jadwal",
    sentence="Waktu “{waktu}” pada langkah {langkah} bukan lama pengerjaan.",
    advice="Tulis berapa lama langkah ini dikerjakan; jadwalnya dapat ditulis di Keterangan.",
    reason="Frekuensi dan jadwal tidak dapat dijumlahkan menjadi waktu penyelesaian.",
)
def time_not_a_length(case: Case) -> Iterator[Problem]:
    """A frequency, a schedule, an offset to an event, or an indefinite text."""
    for procedure, step in each_step(case):
        if step.duration.kind in NO_LENGTH:
            yield at_time(procedure, step)


@rule(
    "W-09",
    WARNING,
    title="Waktu kalender di antara waktu kerja",
    sentence="Waktu “{waktu}” pada langkah {langkah} berupa waktu kalender, yang lain waktu kerja.",
    advice="Gunakan satu jenis waktu di seluruh SOP, sebaiknya hari kerja.",
    reason="Waktu kerja dan waktu kalender tidak dapat dijumlahkan.",
)
def kinds_of_time_mixed(case: Case) -> Iterator[Problem]:
    """Told at the first calendar time of an SOP that has working time as well."""
    timed = list(steps_of_kind(case, DurationKind.DURATION))
    calendar = [(procedure, step) for procedure, step in timed if step.duration.elapsed]
    if calendar and len(calendar) < len(timed):
        yield at_time(*calendar[0])


@rule(
    "W-10",
    INFO,
    title="Waktu dihitung per satuan",
    sentence="Waktu “{waktu}” pada langkah {langkah} dihitung per {satuan} dan tidak dijumlahkan.",
    advice=(
        "Tulis waktu untuk satu kali pelaksanaan jika ingin dijumlahkan, misalnya “2 hari kerja”; "
        "jika tidak, isian ini tidak perlu diubah."
    ),
    reason="Waktu penyelesaiannya bergantung pada banyaknya yang dikerjakan.",
)
def time_per_unit(case: Case) -> Iterator[Problem]:
    """A time for each thing, as in "30 menit/berkas"."""
    for procedure, step in each_step(case):
        if step.duration.per:
            yield at_time(procedure, step, {"satuan": quoted(step.duration.per, 30)})


@rule(
    "W-14",
    WARNING,
    title="Beberapa waktu dalam satu isian",
    sentence="Waktu “{waktu}” pada langkah {langkah} berisi lebih dari satu waktu.",
    advice="Tulis satu waktu, atau bagi langkahnya sehingga setiap langkah satu waktu.",
    reason="Beberapa waktu dalam satu isian tidak dapat dijumlahkan.",
)
def several_times(case: Case) -> Iterator[Problem]:
    """More than one value in the cell, alone or each with words of its own."""
    for procedure, step in each_step(case):
        if step.duration.kind is DurationKind.MULTI or Flag.SEVERAL in step.duration.flags:
            yield at_time(procedure, step)


@rule(
    "W-15",
    ERROR,
    title="Waktu berupa jam pelaksanaan",
    sentence=(
        "Waktu “{waktu}” pada langkah {langkah} adalah jam pelaksanaan, bukan lama pengerjaan."
    ),
    advice="Tulis berapa lama, misalnya “1 jam”; jam pelaksanaannya pindahkan ke Keterangan.",
    reason=MEASURABLE,
)
def clock_instead_of_length(case: Case) -> Iterator[Problem]:
    """Two times of day, as in "08.00-09.00 WITA"."""
    for procedure, step in steps_of_kind(case, DurationKind.CLOCK):
        yield at_time(procedure, step, suggestion=clock_span(step.duration.raw))


def _flagged(case: Case, flag: Flag) -> Iterator[tuple[Procedure, Step]]:
    return ((table, step) for table, step in each_step(case) if flag in step.duration.flags)


DURATION_RULES: tuple[Rule, ...] = (
    time_blank,
    time_unreadable,
    time_without_unit,
    day_without_kind,
    time_approximate,
    *LENGTH_RULES,
    time_not_a_length,
    kinds_of_time_mixed,
    time_per_unit,
    several_times,
    clock_instead_of_length,
)
