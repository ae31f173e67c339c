"""Rules about how long a step takes."""

from collections.abc import Iterator

from sopbatch.model import Duration, DurationKind, Problem, Procedure, Settings, Severity, Step
from sopbatch.model.flags import Flag
from sopbatch.rules.basics.procedures import Facts, each_step, told
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.rules.times.written import (
    LONGEST_IN_MINUTES,
    in_longer_unit,
    in_working_days,
    only_amount,
    upper_end,
)
from sopbatch.text.shortening import quoted

MEASURABLE = (
    "Lampiran PermenPAN-RB 35/2012, prinsip keterukuran: waktu setiap kegiatan dapat diukur."
)
LONGEST_STEP = 30
"""Working days that a single step may take."""
WIDE_RANGE = 5
"""Upper end over lower end from which a range promises nothing."""


def too_many_minutes(duration: Duration) -> bool:
    """Whether so many minutes are better told in hours."""
    return duration.unit == "menit" and (duration.high or duration.low or 0.0) > LONGEST_IN_MINUTES


def longer(case: Case, duration: Duration) -> str:
    """The time in the next longer unit, "" when its own does."""
    settings = case.register.settings
    return in_longer_unit(duration, settings) if too_many_minutes(duration) else ""


def steps_of_kind(case: Case, kind: DurationKind) -> Iterator[tuple[Procedure, Step]]:
    """Steps whose time is of a kind."""
    return ((table, step) for table, step in each_step(case) if step.duration.kind == kind)


def at_time(
    procedure: Procedure,
    step: Step,
    more: Facts | None = None,
    *,
    severity: Severity | None = None,
    suggestion: str = "",
) -> Problem:
    """What is wrong with the time of a step, which it quotes."""
    facts: Facts = {"langkah": told(step), "waktu": quoted(step.duration.raw, 40), **(more or {})}
    return Problem(
        at("duration", step.row, procedure.part), facts, severity=severity, suggestion=suggestion
    )


@rule(
    "W-06",
    WARNING,
    title="Waktu berupa rentang",
    sentence="Waktu “{waktu}” pada langkah {langkah} {sebab}.",
    advice="Tulis satu waktu saja, biasanya yang paling lama, misalnya “{contoh}”.",
    reason="Satu waktu lebih mudah dijadikan standar dan dinilai daripada rentang waktu.",
)
def time_is_a_range(case: Case) -> Iterator[Problem]:
    """Advice for a range; a warning when its upper end is over 5 times the lower.

    An upper bound ("maks. 5 hari kerja") is one time, as standards are promised; a lower bound
    alone promises nothing and is advised.
    """
    for procedure, step in steps_of_kind(case, DurationKind.DURATION):
        low, high = step.duration.low or 0.0, step.duration.high
        if high is None or 0 < low < high:
            wide = high is not None and low * WIDE_RANGE < high
            longest = upper_end(step.duration.raw) or only_amount(step.duration.raw)
            longest = longest or "1 hari kerja"
            if Flag.UNQUALIFIED_DAY in step.duration.flags:
                longest = in_working_days(longest)
            cause = "berupa rentang" if high is not None else "tidak menyebut batas paling lama"
            facts: Facts = {"contoh": quoted(longest, 40), "sebab": cause}
            yield at_time(procedure, step, facts, severity=None if wide else INFO)


@rule(
    "W-07",
    ERROR,
    title="Waktu tidak mungkin",
    sentence="Waktu “{waktu}” pada langkah {langkah} {sebab}.",
    advice="Tulis satu waktu di atas nol, misalnya “2 jam”.",
    reason=MEASURABLE,
)
def time_impossible(case: Case) -> Iterator[Problem]:
    """Zero at its upper end, or a lower end above the upper one; milder for two numbers."""
    for procedure, step in steps_of_kind(case, DurationKind.DURATION):
        low, high = step.duration.low or 0.0, step.duration.high
        if (high is not None and (high <= 0 or low > high)) or Flag.ZERO in step.duration.flags:
            backwards = high is not None and low > high
            upside_down = "mempunyai batas awal yang lebih lama daripada batas akhirnya"
            cause = upside_down if backwards else "bernilai nol"
            yield at_time(procedure, step, {"sebab": cause})
        elif Flag.SPELT_OTHERWISE in step.duration.flags:
            unlike: Facts = {"sebab": "menyebut angka yang berbeda dengan kata bilangannya"}
            yield at_time(procedure, step, unlike, severity=WARNING)


@rule(
    "W-11",
    WARNING,
    title="Waktu satu langkah terlalu lama",
    sentence="Langkah {langkah} memakan waktu “{waktu}”, lebih dari 30 hari kerja.",
    advice="Bagi menjadi beberapa langkah, atau periksa kembali angkanya.",
    reason="Langkah yang sangat panjang biasanya memuat beberapa kegiatan.",
)
def step_too_long(case: Case) -> Iterator[Problem]:
    """A single step above 30 working days; calendar time counts by its share of working days."""
    settings = case.register.settings
    for procedure, step in steps_of_kind(case, DurationKind.DURATION):
        if not step.duration.per and _working_days(step.duration, settings) > LONGEST_STEP:
            yield at_time(procedure, step)


def _working_days(duration: Duration, settings: Settings) -> float:
    top = (duration.low or 0.0) if duration.high is None else duration.high
    if duration.elapsed:
        return top / 1440 * settings.days_per_week / 7
    return top / settings.minutes_per_day


@rule(
    "W-13",
    INFO,
    title="Waktu lebih jelas dengan satuan lain",
    sentence="Waktu “{waktu}” pada langkah {langkah} lebih jelas dalam satuan yang lebih besar.",
    advice="Tulis dalam satuan yang dipakai langkah lain, misalnya “2 hari kerja”.",
    reason="Satuan yang tepat mencegah salah hitung antara waktu kerja dan waktu kalender.",
)
def unit_too_small(case: Case) -> Iterator[Problem]:
    """More than 480 minutes written in menit, or 24 jam that may mean a calendar day."""
    for procedure, step in steps_of_kind(case, DurationKind.DURATION):
        duration = step.duration
        top = duration.high or duration.low or 0.0
        # NOTE: 24 jam may be a day and a night or three working days; only officers know.
        whole_days = duration.unit == "jam" and not duration.elapsed and top and top % 1440 == 0
        if whole_days or too_many_minutes(duration):
            yield at_time(procedure, step, suggestion=longer(case, duration))


LENGTH_RULES: tuple[Rule, ...] = (
    time_is_a_range,
    time_impossible,
    step_too_long,
    unit_too_small,
)
