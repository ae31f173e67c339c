"""What the form says beside a cell is what the check will say, in a real LibreOffice."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import (
    NO_REGISTER,
    CellRef,
    CellValue,
    Duration,
    Grid,
    Place,
    Received,
    Register,
    Review,
    Settings,
    Severity,
    SopNumber,
    Unit,
)
from sopbatch.model.flags import Flag
from sopbatch.reading import read_grid, read_submission
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.reading.values.text import count_number
from sopbatch.rules import RULES, review
from sopbatch.rules.times.durations import NO_LENGTH as NOT_LONG
from sopbatch.rules.times.written import GUESSED
from sopbatch.schema.fields import COMPLETE, FILLED, WANTED, AdvisedState, WrongState
from sopbatch.schema.places import CHECK_COLUMN, STATE_COLUMN
from sopbatch.schema.sop import LIKE_HINT, TWIN_HINT
from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.text.abbreviations import ABBREVIATIONS, ROLES
from sopbatch.writing.templates import Issue
from sopbatch.writing.templates.identity_checks import is_nip
from sopbatch.writing.templates.nothing import says_nothing
from sopbatch.writing.templates.number_advice import year_inside
from sopbatch.writing.templates.number_checks import number_fault, plain_number
from sopbatch.writing.templates.number_years import NO_YEAR, SHORT_YEAR, number_year
from sopbatch.writing.templates.procedure_head import HINT_ROW
from sopbatch.writing.templates.revision_checks import NO_NUMBER, revision_number
from sopbatch.writing.templates.time_advice import (
    CALENDAR,
    LONG,
    MIXED,
    NO_KIND,
    RANGED,
    ROUGHLY,
    SEVERAL,
    WORKING,
)
from sopbatch.writing.templates.time_formulas import NO_LENGTH, UNSURE, told_of_time
from sopbatch.writing.templates.time_pieces import typed_of
from tests.office import Office, SaveAs
from tests.reading.values.meant_times import (
    ALIKE,
    BOUNDS,
    CONDITIONS,
    COUNTED,
    EXTENSIONS,
    ROUND,
    TO,
    amounts,
)
from tests.reading.values.real import drawn
from tests.reading.values.real_times import TIMES as REAL_TIMES
from tests.writing.templates.states import CELLS, EXAMPLE, states_of
from tests.writing.templates.stored import stored_results
from tests.writing.templates.tables import SEQUENCES, TIMES, sequences_and_times, table_of
from tests.writing.templates.typed_values import (
    OTHER_WORDS,
    dirtied,
    pasted,
    typed_date,
    typed_nip,
    typed_number,
    typed_revision,
    typed_time,
)
from tests.written import write_sop_template

pytestmark = pytest.mark.office

RECEIVED = Received(
    name="a.xlsx", path=Path("a.xlsx"), sha256="0" * 64, size=1, first_seen=date(2025, 5, 1)
)
TARGETS = (
    *("1", "01", "1.", "(1)", "1)", "1.0", "langkah 1", "Kembali ke 1", "kembali ke langkah 1"),
    "001",
    *("ke no. 1", "no.1", "ke-1", "lanjut ke tahap 1", "step 1", "nomor: 1"),
    *("1 dan 3", "1, 3", "1-3", "1.3", "99", "0", "-1x", "satu", "selesai", "kembali", "1 hari"),
    *("langkah1", "ke ke 1", "1/3", "1e0", "100%", "?", "*", "Tidak: 1"),
)
BRANCHES = (
    *("Teknis: 1; Umum: 3", "Teknis ke 1, Umum ke 3", "Layak 1, kurang layak 3"),
    *("Layak ke langkah 1; perlu perbaikan kembali ke no. 3", "A = 1\nB = 3"),
    *("Setuju, lengkap: 1; lainnya: 3", "A: 1; B: 3; C: 4", "Teknis: ke 1; Umum: ke 3"),
    *(
        "Teknis: 1; Umum: 99",
        "Teknis: 1",
        "Teknis ke 1",
        "1, 3",
        "1; 3",
        "Teknis: 1; lihat catatan",
    ),
    *(
        "Teknis: satu; Umum: tiga",
        "5 orang: 1; lainnya: 3",
        "1 dan 3",
        "ke 1; ke 3",
        "lihat catatan",
    ),
)
FORKS = (
    *("5 orang: 3", "1 dan Setuju: 3 dan 5 orang: 3", "3 4"),
    *("1; 3", "1, 3", "1 dan 3", "1 & 3", "1 + 3", "langkah 1 serta langkah 3", "1; 99", "3"),
    *("Teknis: 1; Umum: 3", "Teknis 1; 3", "lihat catatan", "1 atau 3", "Teknis: 1"),
)
FIRST_ROW = 9
IDENTITY: Mapping[str, tuple[CellValue, ...]] = {
    "signatory_nip": (
        *("19700101 199501 1 001", "197001011995011001", "NIP. 197001011995011001"),
        *("19700101 199521 2 001", "19700101 199501 1 01", "19700101 199501 1 0011"),
        *("19701301 199501 1 001", "19700230 199501 1 001", "19700101 199513 1 001"),
        *("19700101 199501 3 001", "19700101 199501 1 000", "1970O101 199501 1 001", "belum ada"),
    ),
    "created": (
        *("3 Maret 2025", "3 Mar 2025", "28/04/2025", "28-04-2025", "2025-03-03", "20250303"),
        *(
            "31 Juni 2024",
            "31 September 2024",
            "00/00/2024",
            "29 Februari 2023",
            "29 Februari 2024",
        ),
        *("31/13/2024", "3 Foo 2025", "nanti", "-", "n/a", "3-Apr-2025"),
    ),
    "review_planned": (
        *("Maret 2026", "bulan Maret 2026", "2026", "tahun 2026", "03/2026", "3-2026", "13/2026"),
        *("Triwulan I 2026", "semester I 2026", "tw i 2026", "9 April 2026", "nanti", "1800"),
        *("Foo 2026", "0/2026", "31 Juni 2025"),
    ),
    "title": (
        *("Pengelolaan Surat Masuk", "SOP Pengelolaan Surat Masuk", "S.O.P. Pengelolaan Surat"),
        *(
            "Standar Operasional Prosedur Surat Masuk",
            "Sopir Dinas Bertugas",
            "SOP: Surat Masuk",
            "(SOP) Pengelolaan Surat Masuk",
            '"SOP Pengelolaan Surat Masuk"',
            "“SOP” Pengelolaan Surat Masuk",
            "- SOP Pengelolaan Surat Masuk",
            "Pengelolaan (SOP) Surat Masuk",
            "SOP_Pengelolaan Surat Masuk",
            "SOP\u00a0Pengelolaan Surat Masuk",
            "So-p Pengelolaan Surat Masuk",
            "-",
        ),
    ),
    "number": ("065/SOP-TL.01/Org/2025", "065/.../Org/2025", "065//Org/2025", "xxx/SOP/2025", "-"),
    "revision": ("0", "satu", "1,5"),
}


@cache
def example() -> Grid:
    return read_grid(write_sop_template(EXAMPLE))


def with_typed(values: Mapping[Place, CellValue]) -> Grid:
    """The filled example as it is read, other values in place of its own."""
    cells = {sheet.name: dict(sheet.cells) for sheet in example().sheets}
    for place, value in values.items():
        at = CELLS[place]
        cells[at.sheet].pop((at.row, at.column), None)
        cells[at.sheet] |= {(at.row, at.column): value} if value != "" else {}
    sheets = (replace(sheet, cells=cells[sheet.name]) for sheet in example().sheets)
    return replace(example(), sheets=tuple(sheets))


def reviewed(given: bytes | Grid) -> Review:
    grid = given if isinstance(given, Grid) else read_grid(given)
    submission = read_submission(grid, RECEIVED, Settings())
    found, crashes = review(submission, NO_REGISTER, date(2025, 5, 1), RULES)
    assert not crashes
    return found


@pytest.mark.long
@pytest.mark.parametrize(
    ("key", "typed", "symbol"),
    [
        ("no_target", TARGETS, "Keputusan"),
        ("next", BRANCHES, "Keputusan"),
        ("next", FORKS, "Proses"),
    ],
)
def test_periksa_accepts_what_the_check_accepts(
    office: Office, key: str, typed: tuple[str, ...], symbol: str
):
    content = write_sop_template(table_of(key, typed, symbol))
    checks = [
        CellRef("Prosedur", FIRST_ROW + step, CHECK_COLUMN) for step in range(1, len(typed) + 1)
    ]
    with office.opened(content) as book:
        shown = book.read(checks)
        ods = book.saved("ods")
    with office.opened(ods, "ods") as book:
        assert book.read(checks) == shown
    found = {
        finding.place.row
        for finding in reviewed(content).findings
        if finding.code in ("G-05", "G-07", "G-08")
    }
    form = {step: str(text).startswith(FILLED) for step, text in enumerate(shown.values(), start=2)}
    program = {step: step not in found for step in form}
    unlike = {typed[step - 2]: form[step] for step in form if form[step] != program[step]}
    assert unlike == {}
    assert {*form.values()} == {True, False}


@pytest.mark.long
def test_periksa_follows_sequences_questions_forks_and_times(office: Office):
    content = write_sop_template(sequences_and_times())
    asked = (*SEQUENCES, *TIMES)
    checks = [CellRef("Prosedur", FIRST_ROW + at, CHECK_COLUMN) for at in range(1, len(asked) + 1)]
    with office.opened(content) as book:
        shown = book.read(checks)
        ods = book.saved("ods")
    with office.opened(ods, "ods") as book:
        assert book.read(checks) == shown
    codes = {"P-10", "P-24", "P-25", "G-05", "G-06", "G-07", "G-08", "W-02", "W-03", "W-08"}
    found = {
        finding.place.row: finding.code
        for finding in reviewed(content).findings
        if finding.code in codes
    }
    unlike = {
        str(asked[step - 2]): (text, found.get(step))
        for step, text in enumerate(shown.values(), start=2)
        if _is_taken(str(text)) == (step in found)
    }
    assert unlike == {}


def _is_taken(told: str) -> bool:
    """Whether Periksa has a tick, and nothing to say of a time that is no length."""
    return told.startswith(FILLED) and NO_LENGTH not in told


UNITS = (
    *(f"2 {word}" for word in UNIT_WORDS),
    *(f"2{word}" for word in UNIT_WORDS),
    *(f"2-3 {word.upper()}." for word in UNIT_WORDS),
    *(f"2 {word}" for word in ("mnit", "minit", "hri", "jaam", "menitt", "bulam")),
    *("2 kali", "2 orang", "2 lembar", "2", "2.", "dua jam", "1 x 24 jam", "2 jam 30 menit"),
    *("10’", "2 jam/berkas", "10+5 menit", "1½ jam", "2 (dua) hari kerja", "24 jam (terus)"),
)
"""Times with every unit that is declared, with slips of them and with what is no unit."""


@pytest.mark.long
def test_periksa_knows_the_units_that_the_check_knows(office: Office):
    content = write_sop_template(table_of("duration", UNITS, "Proses"))
    checks = [CellRef("Prosedur", FIRST_ROW + at, CHECK_COLUMN) for at in range(1, len(UNITS) + 1)]
    with office.opened(content) as book:
        shown = [str(text) for text in book.read(checks).values()]
    found = {
        one.place.row for one in reviewed(content).findings if one.code in ("W-02", "W-03", "W-08")
    }
    unlike = {
        text: told
        for step, (text, told) in enumerate(zip(UNITS, shown, strict=True), start=2)
        if _is_taken(told) == (step in found)
    }
    assert unlike == {}
    assert {text.startswith(FILLED) for text in shown} == {True, False}


Amount = tuple[str, float, str]


def _refused(read: Duration) -> bool:
    """Whether the check does not take a time as it is typed."""
    slipped = not GUESSED.isdisjoint(read.flags)
    backwards = read.high is not None and (read.low or 0) > read.high
    unread = read.kind in ("unparsed", "no_unit", "clock")
    return unread or slipped or backwards or Flag.ZERO in read.flags


def _is_range(read: Duration) -> bool:
    return read.kind == "duration" and (read.high is None or 0 < (read.low or 0) < read.high)


def _is_long(read: Duration) -> bool:
    """As W-11 counts with the usual working hours."""
    minutes = read.high or read.low or 0
    days = minutes / 1440 * 5 / 7 if read.elapsed else minutes / 450
    return read.kind == "duration" and not read.per and days > 30


MANY = settings(max_examples=400)
TAKEN, REFUSED, NO_TIME, OPEN = "✓", "keliru", "bukan lama", "○"
"""What Periksa claims of a time: of the last ones nothing."""


def _claim(typed: str) -> str:
    wrong, advice, _ = told_of_time(typed)
    if wrong:
        return OPEN if UNSURE in wrong else REFUSED
    return NO_TIME if NO_LENGTH in advice else TAKEN


def _is_as_claimed(typed: str) -> bool:
    """Whether the check says of a time what Periksa claims of it."""
    read = parse_duration(typed)
    match _claim(typed):
        case "✓":
            taken = read.kind not in NOT_LONG and not _refused(read)
            return (taken and _advice(typed, read)) or says_nothing(typed_of(typed))
        case "keliru":
            return read.kind not in ("duration", "instant") or _refused(read)
        case "bukan lama":
            return read.kind in NOT_LONG or _refused(read)
    return True


SHORT = ("detik", "menit", "jam", "jam pelajaran")
"""Units of which nobody counts so many that a step is too long."""


def _advice(typed: str, read: Duration) -> bool:
    """Whether what is advised of a time that is taken is what the check will ask."""
    _, advice, kind = told_of_time(typed)
    if read.kind == "multi":
        return SEVERAL in advice
    simple = "(" not in typed and read.unit not in SHORT
    simple = simple and "+" not in read.unit
    return (
        SEVERAL not in advice
        and (NO_KIND in advice) == (Flag.UNQUALIFIED_DAY in read.flags)
        and (ROUGHLY in advice) == (Flag.APPROX in read.flags)
        and (RANGED in advice) == _is_range(read)
        and (LONG in advice) <= _is_long(read) <= (LONG in advice or not simple)
        and kind == ("" if read.kind != "duration" else CALENDAR if read.elapsed else WORKING)
    )


def _typed(chosen: Random, *, real: bool) -> str:
    """A time built to be hard to read, or drawn as officials write."""
    return str(drawn(chosen, REAL_TIMES)[0]) if real else typed_time(chosen)


@MANY
@given(st.randoms(use_true_random=False), st.booleans())
def test_periksa_claims_of_times_what_the_check_says(chosen: Random, real: bool):
    typed = _typed(chosen, real=real)
    assert _is_as_claimed(typed), typed


@pytest.mark.long
@pytest.mark.parametrize("seed", range(6))
def test_periksa_claims_nothing_else_of_dirty_times(seed: int):
    """Hardly a tick stands beside a time that is refused; beside a few the advice is another."""
    chosen = Random(seed)
    times = [
        dirtied(chosen, _typed(chosen, real=bool(at % 2)), OTHER_WORDS[typed_time])
        for at in range(2500)
    ]
    unlike = [typed for typed in times if not _is_as_claimed(typed)]
    assert len(unlike) <= 8, unlike
    claims = [_claim(typed) for typed in times]
    ticked = [typed for typed in unlike if _claim(typed) == TAKEN]
    assert len([typed for typed in ticked if _refused(parse_duration(typed))]) <= 1, ticked
    assert claims.count(OPEN) < 0.25 * len(claims)


@pytest.mark.long
def test_periksa_leaves_hardly_a_time_open_that_the_check_takes():
    chosen = Random(4)
    times = [_typed(chosen, real=bool(at % 2)) for at in range(4000)]
    taken = [typed for typed in times if parse_duration(typed).kind == "duration"]
    taken = [typed for typed in taken if not _refused(parse_duration(typed))]
    left = [typed for typed in taken if _claim(typed) != TAKEN]
    assert len(left) < 0.005 * len(taken), left


BEHIND = (*CONDITIONS, *EXTENSIONS)


@given(amounts(), st.sampled_from((*ROUND, *(f"{{}} {one}" for one in BEHIND))))
def test_periksa_takes_the_times_that_real_forms_hold(amount: Amount, form: str):
    typed = form.format(amount[0])
    open_ = "((" in form.format("(") and "(" in amount[0]
    assert (_claim(typed) != TAKEN) == _refused(parse_duration(typed)) or open_, typed


@given(amounts(), amounts(), st.sampled_from(TO), st.sampled_from((*BOUNDS[""], *BOUNDS["upper"])))
def test_periksa_takes_ranges_and_bounds(first: Amount, last: Amount, to: str, bound: str):
    for typed in (bound + first[0], f"{first[0]} per {COUNTED[0]}"):
        assert (_claim(typed) != TAKEN) == _refused(parse_duration(typed)), typed
    typed = first[0] + to + last[0]
    assert _claim(typed) != REFUSED or _refused(parse_duration(typed)), typed


@pytest.mark.parametrize(("kind", "typed"), ALIKE.items())
def test_periksa_advises_what_is_no_length(kind: str, typed: tuple[str, ...]):
    for text in typed:
        wrong, advice, _ = told_of_time(text)
        told = bool(wrong) or NO_LENGTH in advice
        assert told == (kind != "instant"), text


@pytest.mark.long
def test_times_of_every_form_are_told_alike(office: Office):
    chosen = Random(12)
    typed = tuple(typed_time(chosen) for _ in range(110))
    content = write_sop_template(table_of("duration", typed, "Proses"))
    checks = [CellRef("Prosedur", FIRST_ROW + at, CHECK_COLUMN) for at in range(1, len(typed) + 1)]
    with office.opened(content) as book:
        told = (str(text).replace(MIXED, "") for text in book.read(checks).values())
        shown = [text.strip().removesuffix(";") for text in told]
    wanted = [told_of_time(text) for text in typed]
    unlike = {
        text: told
        for text, told, (wrong, advice, _) in zip(typed, shown, wanted, strict=True)
        if told not in (f"{wrong[2:]}", f"○ {(wrong or advice)[2:]}", f"✓ {advice[2:]}".strip())
    }
    assert unlike == {}


@pytest.mark.long
def test_keadaan_ticks_what_the_check_takes(office: Office):
    cells = {key: CellRef("Identitas", CELLS[Place(key)].row, STATE_COLUMN) for key in IDENTITY}
    unlike: dict[Any, Any] = {}
    with office.opened(write_sop_template(EXAMPLE)) as book:
        for key, values in IDENTITY.items():
            for value in values:
                book.type({CELLS[Place(key)]: value})
                told = str(book.read([cells[key]])[cells[key]])
                assert told in (FILLED, WANTED, *WrongState), (key, value, told)
                taken = not _found(key, value)
                unlike |= {(key, value): told} if taken != (told == FILLED) else {}
            book.type({CELLS[Place(key)]: EXAMPLE.get(Place(key), "")})
    assert unlike == {}


@pytest.mark.long
@pytest.mark.parametrize("save_as", ["ods", "xls"])
def test_keadaan_is_the_same_in_every_format(office: Office, save_as: SaveAs):
    chosen = Random(15)
    for _ in range(4):
        values = {
            Place("number"): typed_number(chosen),
            Place("revision"): typed_revision(chosen),
            Place("signatory_nip"): pasted(chosen, typed_nip(chosen)),
            Place("title"): pasted(chosen, "“SOP” Pengelolaan Surat Masuk"),
            **{Place(key): typed_date(chosen) for key in ("created", "revised", "review_planned")},
        }
        content = write_sop_template({**EXAMPLE, **values})
        stored = {
            cell: told
            for cell, told in stored_results(content).items()
            if (cell.sheet, cell.column) == ("Identitas", STATE_COLUMN)
        }
        with office.opened(office.convert(content, save_as), save_as) as book:
            assert book.read(stored) == stored, values


def _is_number_of_person(typed: str) -> bool:
    """A NIP, or the NRP of an officer of the police or the army."""
    return parse_nip(typed).kind in ("valid", "service")


@pytest.mark.long
def test_every_nip_is_told_alike(office: Office):
    chosen = Random(11)
    values = [typed_nip(chosen) for _ in range(160)]
    unlike = {
        value: told
        for value, told in states_of(office, "signatory_nip", values)
        if (told == FILLED) != _is_number_of_person(value)
    }
    assert unlike == {}
    assert 40 < sum(map(_is_number_of_person, values)) < 145


@given(st.randoms(use_true_random=False))
def test_keadaan_takes_the_revisions_that_the_check_takes(chosen: Random):
    typed = typed_revision(chosen)
    assert revision_number(typed) == (NO_NUMBER if (read := count_number(typed)) is None else read)


@pytest.mark.long
def test_revisions_of_every_form_are_told_alike(office: Office):
    chosen = Random(14)
    values = [typed_revision(chosen) for _ in range(120)]
    unlike = {
        value: told
        for value, told in states_of(office, "revision", values)
        if (told == FILLED) != (count_number(value) is not None)
    }
    assert unlike == {}
    assert 30 < sum(count_number(value) is not None for value in values) < 90


@given(st.randoms(use_true_random=False))
def test_keadaan_takes_the_numbers_that_the_check_takes(chosen: Random):
    typed = typed_number(chosen)
    read = parse_number(typed)
    assert (number_fault(typed) == "") == (read.kind == "number"), typed


YEARS = {
    "18/SK/RBT-2017": 2017,
    "18/SK/A-2017": NO_YEAR,
    "SK-RBT-2017": 2017,
    "18/SK/2017": 2017,
    "065/2017/SOP/Org": NO_YEAR,
    "065/01/2017/Org": 2017,
    "065/01/Org/IV/17": SHORT_YEAR,
    "065/01/Org/17": SHORT_YEAR,
    "SOP-001-PTI-04": NO_YEAR,
    "SOP-001-PTI-14": SHORT_YEAR,
    "065/SOP/Org/17": NO_YEAR,
    "436.3.2/Org/17": NO_YEAR,
    "01/17": NO_YEAR,
}


@pytest.mark.parametrize(("typed", "year"), YEARS.items())
def test_keadaan_sees_the_year_that_the_check_sees(typed: str, year: int):
    read = parse_number(typed)
    short = Flag.TWO_DIGIT_YEAR in read.flags
    plain = plain_number(typed)
    assert number_year(plain, year_inside(plain)) == year
    assert year == (SHORT_YEAR if short else NO_YEAR if read.year is None else read.year)


@pytest.mark.long
def test_numbers_of_every_form_are_told_alike(office: Office):
    chosen = Random(13)
    values = [typed_number(chosen) for _ in range(240)]
    unlike = {}
    asked = 0
    for value, told in states_of(office, "number", values):
        read = parse_number(value)
        wanted = WANTED if read.kind == "missing" else number_fault(value)
        if not wanted and _is_of_other_year(read):
            asked += told == AdvisedState.YEAR
            assert told == AdvisedState.YEAR, value
        elif told not in (wanted or FILLED, WrongState.OPEN if wanted == WANTED else wanted):
            unlike[value] = told
    assert unlike == {}
    assert asked > 1
    assert 60 < sum(parse_number(value).kind == "number" for value in values) < 190


def _is_of_other_year(number: SopNumber) -> bool:
    """Whether the check asks for the year of a number, beside the dates of the example."""
    years = {
        day.year
        for at in ("created", "revised", "effective")
        if isinstance(day := EXAMPLE.get(Place(at)), date)
    }
    short = Flag.TWO_DIGIT_YEAR in number.flags
    return number.year is not None and (short or number.year not in years)


SLIPPED = ("hari", "tahun", "Nomor", "dan", "No.", "NIP", "revisi", "/", "5", "ke")
"""Put in the midst of a number."""


@pytest.mark.parametrize(
    ("typed", "is_ticked", "is_taken", "most"),
    [
        (
            typed_number,
            lambda text: not number_fault(text),
            lambda text: parse_number(text).kind == "number",
            4,
        ),
        (typed_nip, is_nip, _is_number_of_person, 0),
        (
            typed_revision,
            lambda text: revision_number(text) >= 0,
            lambda text: count_number(text) is not None,
            2,
        ),
    ],
    ids=["number", "nip", "revision"],
)
@pytest.mark.parametrize("seed", range(2))
def test_hardly_a_value_with_slips_is_claimed_otherwise(
    typed: Callable[[Random], str],
    is_ticked: Callable[[str], bool],
    is_taken: Callable[[str], bool],
    most: int,
    seed: int,
):
    chosen = Random(seed)
    values = [dirtied(chosen, typed(chosen), SLIPPED) for _ in range(2500)]
    said = [text for text in values if not says_nothing(text)]
    unlike = [text for text in said if is_ticked(text) != is_taken(text)]
    assert len(unlike) <= most, unlike


PATTERN = "065/SOP-<bagian>.<seri>/Org/<tahun>"
PATTERNED = (
    *("065/SOP-TL.01/Org/2025", "065/SOP-TL.1/ORG/2025", "No. 065/SOP-AK.12/Org/2025"),
    *("065/SOP-TL.01/Umum/2025", "066/SOP-TL.01/Org/2025", "065/SOP-TL.01/Org/II/2025", "12/2025"),
    *("065/SOP-TL.01/Bag. Umum/2025", "065 / SOP-TL.01 / BAG.UMUM / 2025"),
)


@pytest.mark.long
@pytest.mark.parametrize("pattern", [PATTERN, "065 / SOP – <bagian>.<seri> / Bag. Umum / <tahun>"])
def test_keadaan_asks_for_the_pattern_of_the_register(office: Office, pattern: str):
    unit = Unit(code="4.01.01.01", name="Biro Organisasi")
    register = Register(settings=Settings(number_pattern=pattern))
    content = write_sop_template(EXAMPLE, issue=Issue(unit, settings=register.settings))
    typed = CELLS[Place("number")]
    state = CellRef("Identitas", typed.row, STATE_COLUMN)
    with office.opened(content) as book:
        for value in PATTERNED:
            book.type({typed: value}, as_text=True)
            sop = read_submission(read_grid(book.saved("xlsx")), RECEIVED, register.settings)
            found, _ = review(sop, register, date(2025, 5, 1), RULES)
            codes = {finding.code for finding in found.findings}
            told = AdvisedState.PATTERN if "I-06" in codes else FILLED
            assert book.read([state])[state] == told, value


def _found(key: str, value: CellValue) -> bool:
    told = reviewed(with_typed({Place(key): value})).findings
    return any(f.place == Place(key) and f.severity >= Severity.WARNING for f in told)


LANE_NAMES = (
    *(("Kepala Dinas Kesehatan", "Kepala Dinas Kesehatn"), ("Sekretaris", "Sekretraris")),
    *(("Analis Kebijakan", "Analis kebijakan"), ("Analis Kebijakan", "Analis  Kebijaken")),
    *(("Kepala Bidang Pelayanan", "Kepala Bidang Pelaynaan"), ("Penelaah", "Penelaahh")),
    *(("Verifikator I", "Verifikator II"), ("Verifikator1", "Verifikator2"), ("Staf A", "Staf B")),
    *(("Kasir", "Kasirr"), ("Pemohon", "Pemohon Lama"), ("Pemohon", "pemohom")),
    *(("Bidang Sarana", "Bidang Prasarana"), ("Kepala Bidang", "KepalaBidang")),
    *(("Bendahara Penerimaan", "Bendahara Pengeluaran"), ("Arsiparis Ahli", "Arsipari Ahli")),
    *(("Pengadministrasi Umum", "Pengadminsitrasi Umum"), ("Camat", "Lurah")),
    *(("Admin Aplikasi", "Admin Aplikasi 2"), ("Bupati/Wali Kota", "Bupati/Wali Koto")),
    *(("Kabid Ketatalaksanaan", "Kepala Bidang Ketatalaksanaan"), ("Kabid Humas", "Kabag Humas")),
    *(("Ka. Sub. Bag. TU", "Kasubbag Tata Usaha"), ("Kasubag Keu.", "Kepala Subbagian Keuangan")),
    *(("Ka.Si Data", "Kepala Seksi Data"), ("Kepala Sub Bagian Umum", "Kasub Bag (Umum)")),
    *(("Staf Bagian Umum", "Pelaksana Bagian Umum"), ("Staf Ahli Bupati", "Staf Bupati")),
    *(("JFU", "Jabatan Pelaksana"), ("Plt. Kadis", "Pelaksana Tugas Kepala Dinas"), ("PPK", "KPA")),
    *(("PA/KPA", "Pengguna Anggaran / Kuasa Pengguna Anggaran"), ("PA/KPA", "KPA/PA")),
    *(("Asisten III", "Asisten 3"), ("Asisten I", "Asisten II"), ("Sekda Prov", "Sekda Kab")),
    *(("Umum & Kepeg", "Umum dan Kepegawaian"), ("Umum, Kepegawaian", "Umum dan Kepegawaian")),
    *(("Kabid Ketatalaksanaan", "Kepala Bidang Ketatalaksanan"), ("Kabid Aset", "Kabid Asat")),
    *(("Sabrang, S.Sos.", "Sabrang"), ("Dr. Ahmad Fauzi", "Ahmad Fauzi"), ("Ahmad", "Achmad")),
    *(("Anggota Tim", "Anggota Tim"), ("Anggota Tim", "Anggota  Tim."), ("Tim Teknis",) * 2),
    *(("Dinkes", "Dinas Kesehatan"), ("Dinkes", "Dinsos"), ("Kepala UPT", "Ka. UPTD")),
)
"""Two executors of one table: the same, one letter off, or really others."""


@pytest.mark.long
def test_what_stands_above_the_lanes_is_what_the_check_says(office: Office):
    lanes = (Place("actor", 0, 1, 1), Place("actor", 0, 1, 2))
    hints = [CellRef("Prosedur", HINT_ROW, CELLS[lane].column) for lane in lanes]
    said = {"A-04": TWIN_HINT, "A-15": LIKE_HINT}
    unlike: dict[Any, Any] = {}
    met = set()
    with office.opened(write_sop_template(EXAMPLE)) as book:
        for pair in LANE_NAMES:
            typed = dict(zip(lanes, pair, strict=True))
            book.type({CELLS[lane]: name for lane, name in typed.items()})
            shown = set(book.read(hints).values())
            findings = reviewed(with_typed(typed)).findings
            told = {said[one.code] for one in findings if one.code in said} or {""}
            unlike |= {pair: (shown, told)} if shown != told else {}
            met |= shown
    assert unlike == {}
    assert met == {TWIN_HINT, LIKE_HINT, ""}


PAIRS = sorted({**ABBREVIATIONS, **ROLES}.items())
AT_ONCE = 7
"""Pairs of lanes that a table has room for."""


@pytest.mark.long
def test_every_abbreviation_is_written_out_above_the_lanes(office: Office):
    """One declaration serves the check and the form, so each of it is a twin to both."""
    lanes = [Place("actor", 0, 1, lane) for lane in range(1, 2 * AT_ONCE + 1)]
    hints = [CellRef("Prosedur", HINT_ROW, CELLS[lane].column) for lane in lanes]
    with office.opened(write_sop_template(EXAMPLE)) as book:
        for first in range(0, len(PAIRS), AT_ONCE):
            pairs = PAIRS[first : first + AT_ONCE]
            names = [name for at, pair in enumerate(pairs) for name in typed_roles(*pair, at)]
            typed = dict(zip(lanes, names + [""] * (len(lanes) - len(names)), strict=True))
            book.type({CELLS[lane]: name for lane, name in typed.items()})
            shown = [str(hint) for hint in book.read(hints).values()][: len(names)]
            assert dict(zip(names, shown, strict=True)) == dict.fromkeys(names, TWIN_HINT)
            findings = reviewed(with_typed(typed)).findings
            told = {one.place.lane for one in findings if one.code == "A-04"}
            assert told >= {*range(2, len(names) + 1, 2)}


def typed_roles(short: str, full: str, at: int) -> tuple[str, str]:
    """Both with a place behind, so that each pair is another role; alone where it must be."""
    behind = "" if short.endswith("$") else f" {chr(ord('A') + at)}"
    return short.strip("^$ ").title() + behind, full.title() + behind


@pytest.mark.long
def test_keadaan_looks_at_the_revision_too(office: Office):
    state = CellRef("Identitas", CELLS[Place("revised")].row, STATE_COLUMN)
    cases = {("0", "-"): FILLED, ("2", "-"): WANTED, ("2", "9 April 2025"): FILLED}
    cases |= {("0", "9 April 2025"): WrongState.REVISION, ("2", "31 Juni 2025"): WrongState.DATE}
    with office.opened(write_sop_template(EXAMPLE)) as book:
        for (revision, revised), told in cases.items():
            book.type({CELLS[Place("revision")]: revision, CELLS[Place("revised")]: revised})
            assert book.read([state])[state] == told, (revision, revised)


@pytest.mark.long
def test_rows_put_in_taken_out_and_sorted_need_no_help(office: Office):
    """Numbers, checks and targets go on; what was put in without a number is numbered by us."""
    row, said = (
        FIRST_ROW + 2,
        {"activity": 2, "nodes": 4, "inputs": 18, "duration": 19, "output": 20},
    )
    typed = ("Mencatat berkas", "Proses", "Berkas", "10 menit", "Catatan")
    check = CellRef("Prosedur", FIRST_ROW + 3, CHECK_COLUMN)
    values = {
        place: value for place, value in EXAMPLE.items() if place.key not in ("yes", "no_target")
    }
    decisions = [Place("no_target", step) for step in (3, 7)]
    content = write_sop_template(values | dict.fromkeys(decisions, "1"))
    with office.opened(content) as book:
        book.insert_row("Prosedur", row)
        counter = CellRef("Prosedur", 4, 1)
        assert book.read([counter])[counter] == COMPLETE
        book.type({CellRef("Prosedur", row, 2): typed[0]})
        wanted = "Kurang 4 isian; 1 baris Prosedur perlu diperiksa"
        assert book.read([counter])[counter] == wanted
        book.type(
            {
                CellRef("Prosedur", row, at): text
                for at, text in zip(said.values(), typed, strict=True)
            }
        )
        book.type({CellRef("Prosedur", FIRST_ROW + 3, 23): "3"})
        assert book.read([counter, check]) == {
            counter: COMPLETE,
            check: "✓ Tidak → 3 Mencatat berkas…; baris sisipan di atas: langkah 3, lengkap",
        }
        inserted = reviewed(book.saved("xlsx"))
        assert [f for f in inserted.findings if f.place.key == "no"] == []
        assert inserted.submission is not None
        assert [step.number for step in inserted.submission.sop.steps] == list(range(1, 11))
        book.delete_row("Prosedur", row)
        assert book.read([CellRef("Prosedur", FIRST_ROW + 8, 1)]) == {
            CellRef("Prosedur", FIRST_ROW + 8, 1): 9
        }
        book.delete_row("Prosedur", FIRST_ROW)
        first = [CellRef("Prosedur", FIRST_ROW + step, 1) for step in range(3)]
        assert [*book.read(first).values()] == [1, 2, 3]
        book.sort_rows("Prosedur", (FIRST_ROW, FIRST_ROW + 7), (1, CHECK_COLUMN + 8), 2)
        after = [CellRef("Prosedur", FIRST_ROW + step, 1) for step in range(8)]
        assert [*book.read(after).values()] == list(range(1, 9))
        target = next(
            CellRef("Prosedur", FIRST_ROW + step, CHECK_COLUMN)
            for step in range(8)
            if book.read([CellRef("Prosedur", FIRST_ROW + step, 23)])[
                CellRef("Prosedur", FIRST_ROW + step, 23)
            ]
            == "3"
        )
        third = CellRef("Prosedur", FIRST_ROW + 2, 2)
        assert f"Tidak → 3 {str(book.read([third])[third])[:32].strip()}…" in str(
            book.read([target])[target]
        )
