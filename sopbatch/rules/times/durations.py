"""Rules about Waktu (W-01 to W-15)."""

from collections import Counter
from collections.abc import Iterator

from sopbatch.model import Duration, Problem, Procedure, Settings, Severity, Step
from sopbatch.rules.basics.procedures import Facts, each_step, told
from sopbatch.rules.rule import ERROR, INFO, WARNING, Case, Rule, at, rule
from sopbatch.rules.times.written import (
    GUESSED,
    clock_span,
    in_longer_unit,
    in_working_days,
    unit_of,
    upper_end,
    with_known_unit,
    written_properly,
)
from sopbatch.text.shortening import quoted

LONGEST_STEP = 30
"""Working days that a single step may take."""
WIDE_RANGE = 5
"""Upper end over lower end from which a range promises nothing."""
LONGEST_IN_MINUTES = 480
NO_LENGTH = ("frequency", "indefinite", "schedule", "offset")
MEASURABLE = (
    "Lampiran PermenPAN-RB 35/2012, prinsip keterukuran: waktu setiap kegiatan dapat diukur."
)


@rule(
    "W-01",
    ERROR,
    title="Waktu belum diisi",
    sentence="Waktu langkah {langkah} belum diisi.",
    advice="Isi angka dan satuannya, misalnya “30 menit”, “2 jam”, atau “1 hari kerja”.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: waktu termasuk mutu baku setiap kegiatan."
    ),
    reports_blank=True,
)
def time_blank(case: Case) -> Iterator[Problem]:
    """Waktu is blank or a dash."""
    for procedure, step in _steps_of_kind(case, "missing"):
        yield _at_time(procedure, step)


@rule(
    "W-02",
    ERROR,
    title="Waktu tidak terbaca",
    sentence="Waktu “{waktu}” pada langkah {langkah} tidak dapat dibaca dengan pasti.",
    advice="Tulis angka dan satuannya saja, misalnya “30 menit” atau “2 hari kerja”.",
    reason=MEASURABLE,
)
def time_unreadable(case: Case) -> Iterator[Problem]:
    """No duration in any known form; a warning when a slip was understood ("5 minit")."""
    for procedure, step in each_step(case):
        if step.duration.kind in ("unparsed", "column_index"):
            guess = with_known_unit(step.duration.raw)
            yield _at_time(procedure, step, suggestion=guess)
        elif not GUESSED.isdisjoint(step.duration.flags):
            guess = written_properly(step.duration)
            yield _at_time(procedure, step, severity=WARNING, suggestion=guess)


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
    for procedure, step in _steps_of_kind(case, "no_unit"):
        units = Counter(unit_of(other.duration) for other in procedure.steps) - Counter([""])
        guess = f"{step.duration.raw} {next(iter(units))}" if len(units) == 1 else ""
        yield _at_time(procedure, step, suggestion=guess)


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
    for procedure, step in _flagged(case, "unqualified_day"):
        yield _at_time(procedure, step, suggestion=written_properly(step.duration))


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
    for procedure, step in _flagged(case, "approx"):
        offered = _longer(case, step.duration) or written_properly(step.duration)
        yield _at_time(procedure, step, suggestion=offered)


@rule(
    "W-06",
    WARNING,
    title="Waktu berupa rentang",
    sentence="Waktu “{waktu}” pada langkah {langkah} berupa rentang.",
    advice="Tulis satu waktu saja, biasanya yang paling lama, misalnya “{contoh}”.",
    reason="Satu waktu lebih mudah dijadikan standar dan dinilai daripada rentang waktu.",
)
def time_is_a_range(case: Case) -> Iterator[Problem]:
    """Advice for a range; a warning when its upper end is over 5 times the lower.

    An upper bound ("maks. 5 hari kerja") is one time, as standards are promised; a lower bound
    alone promises nothing and is advised.
    """
    for procedure, step in _steps_of_kind(case, "duration"):
        low, high = step.duration.low or 0.0, step.duration.high
        if high is None or 0 < low < high:
            wide = high is not None and low * WIDE_RANGE < high
            longest = upper_end(step.duration.raw) or "1 hari kerja"
            if "unqualified_day" in step.duration.flags:
                longest = in_working_days(longest)
            example: Facts = {"contoh": quoted(longest, 40)}
            yield _at_time(procedure, step, example, severity=None if wide else INFO)


@rule(
    "W-07",
    ERROR,
    title="Waktu tidak mungkin",
    sentence="Waktu “{waktu}” pada langkah {langkah} {sebab}.",
    advice="Tulis satu waktu di atas nol, misalnya “2 jam”.",
    reason=MEASURABLE,
)
def time_impossible(case: Case) -> Iterator[Problem]:
    """Zero at its upper end, or a lower end above the upper one."""
    for procedure, step in _steps_of_kind(case, "duration"):
        low, high = step.duration.low or 0.0, step.duration.high
        if (high is not None and (high <= 0 or low > high)) or "zero" in step.duration.flags:
            backwards = high is not None and low > high
            upside_down = "mempunyai batas awal yang lebih lama daripada batas akhirnya"
            cause = upside_down if backwards else "bernilai nol"
            yield _at_time(procedure, step, {"sebab": cause})


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
            yield _at_time(procedure, step)


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
    timed = list(_steps_of_kind(case, "duration"))
    calendar = [(procedure, step) for procedure, step in timed if step.duration.elapsed]
    if calendar and len(calendar) < len(timed):
        yield _at_time(*calendar[0])


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
            yield _at_time(procedure, step, {"satuan": quoted(step.duration.per, 30)})


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
    for procedure, step in _steps_of_kind(case, "duration"):
        if not step.duration.per and _working_days(step.duration, settings) > LONGEST_STEP:
            yield _at_time(procedure, step)


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
    for procedure, step in _steps_of_kind(case, "duration"):
        duration = step.duration
        top = duration.high or duration.low or 0.0
        # NOTE: 24 jam may be a day and a night or three working days; only officers know.
        whole_days = duration.unit == "jam" and not duration.elapsed and top and top % 1440 == 0
        if whole_days or _too_many_minutes(duration):
            yield _at_time(procedure, step, suggestion=_longer(case, duration))


def _too_many_minutes(duration: Duration) -> bool:
    return duration.unit == "menit" and (duration.high or duration.low or 0.0) > LONGEST_IN_MINUTES


def _longer(case: Case, duration: Duration) -> str:
    settings = case.register.settings
    return in_longer_unit(duration, settings) if _too_many_minutes(duration) else ""


@rule(
    "W-14",
    WARNING,
    title="Beberapa waktu dalam satu isian",
    sentence="Waktu “{waktu}” pada langkah {langkah} berisi lebih dari satu waktu.",
    advice="Tulis satu waktu, atau bagi langkahnya sehingga setiap langkah satu waktu.",
    reason="Beberapa waktu dalam satu isian tidak dapat dijumlahkan.",
)
def several_times(case: Case) -> Iterator[Problem]:
    """More than one value in the cell."""
    for procedure, step in _steps_of_kind(case, "multi"):
        yield _at_time(procedure, step)


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
    for procedure, step in _steps_of_kind(case, "clock"):
        yield _at_time(procedure, step, suggestion=clock_span(step.duration.raw))


def _steps_of_kind(case: Case, kind: str) -> Iterator[tuple[Procedure, Step]]:
    return ((table, step) for table, step in each_step(case) if step.duration.kind == kind)


def _flagged(case: Case, flag: str) -> Iterator[tuple[Procedure, Step]]:
    return ((table, step) for table, step in each_step(case) if flag in step.duration.flags)


def _at_time(
    procedure: Procedure,
    step: Step,
    more: Facts | None = None,
    *,
    severity: Severity | None = None,
    suggestion: str = "",
) -> Problem:
    facts: Facts = {"langkah": told(step), "waktu": quoted(step.duration.raw, 40), **(more or {})}
    return Problem(
        at("duration", step.row, procedure.part), facts, severity=severity, suggestion=suggestion
    )


DURATION_RULES: tuple[Rule, ...] = (
    time_blank,
    time_unreadable,
    time_without_unit,
    day_without_kind,
    time_approximate,
    time_is_a_range,
    time_impossible,
    time_not_a_length,
    kinds_of_time_mixed,
    time_per_unit,
    step_too_long,
    unit_too_small,
    several_times,
    clock_instead_of_length,
)
