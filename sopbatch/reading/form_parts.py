"""What the form itself puts on its sheets, known by where it stands and how it reads.

Known without formulas too: some programs keep only their results.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from sopbatch.model import Sheet
from sopbatch.reading.identity import HEADINGS, is_prompt
from sopbatch.reading.labelled import FOLDED_STATES, LabelledSheet, is_ordinal, is_state
from sopbatch.reading.labels import text_at
from sopbatch.reading.own_texts import OwnTexts
from sopbatch.reading.rows import is_hint
from sopbatch.reading.table import LABELS as TABLE_LABELS
from sopbatch.reading.table import ProcedureTable
from sopbatch.reading.values.text import as_text
from sopbatch.schema.earlier_prompts import EARLIER_PROMPTS
from sopbatch.schema.fields import Field
from sopbatch.schema.sop import (
    ACTOR,
    CHECK_LABEL,
    IDENTITY_HEADS,
    LANE_KIND,
    MAX_LANES,
    NUMBER_COLUMN,
    TABLE_GROUPS,
)
from sopbatch.text.alike import alike_in_shared_words
from sopbatch.text.roles import role_key
from sopbatch.text.straight import fold

FormOf = Callable[[int, int], bool]
"""Whether the form put something into that (row, column)."""

ALIKE = 55.0
"""Score (0 to 100) from which a help is taken for an earlier wording of ours."""
HEAD_ROWS = 6
"""Rows of the form above its table, and one of heads that somebody typed over."""
TITLES = frozenset(
    map(fold, ("Identitas SOP", "Bagian Identitas SOP AP menurut PermenPAN-RB 35/2012"))
)
HEADS = tuple(map(fold, IDENTITY_HEADS))
TABLE_WORDS = frozenset(
    {*TABLE_LABELS, *map(fold, (ACTOR.label, LANE_KIND.label, CHECK_LABEL, *TABLE_GROUPS))}
)
OWN_WORDS = TITLES | frozenset(HEADS) | frozenset(HEADINGS) | TABLE_WORDS
"""What the form writes on its sheets of fields and steps and nobody else has reason to."""
COUNTER = re.compile(
    r"(?:(?:kurang \d+ isian|lengkap|semua isian wajib sudah terisi"
    r"|periksa \d+ isian identitas: lihat kolom keadaan"
    r"|boleh kosong: hanya untuk (?:sop dengan )?prosedur kedua)"
    r"(?:\. berikutnya: [^.;]{1,60})?(?:; )?)?(?:\d+ baris prosedur perlu diperiksa"
    r"|\d+ isian dinilai saat berkas diperiksa|alur diperiksa biro organisasi)?"
)
TABLE_TITLE = re.compile(r"(?:salinan )?prosedur[ _]?(?:\(?\d+\)?)? sop")
NOT_YET = re.compile(r"\(terisi dari lembar [^()]{1,60}\)?")
REMARK = re.compile(
    r"[✓○]|isi |simbol|waktu |kolom pelaksana|belum |mulai |langkah |ya |tidak |lanjut |tujuan "
    r"|dua |dari |satu |hanya |kosongkan |baris sisipan |lebih |hari |.*→"
)
"""How a remark of the column Periksa begins, where a formula cannot be told from its result."""
WORD = re.compile(r"[^\W\d_]+")
PART_OF_REMARK = re.compile(r"[\d;|mpks]*|; .*|ragu|buntu|\^\S*\$\d?", re.DOTALL)
"""What the hidden columns behind Periksa come to: counts, letters of symbols, pieces of remarks,
what is known of the flow, classes of the words of a time."""
PUT_WORDS = frozenset(
    (
        *("maks", "max", "minimal", "sekitar", "per", "sd", "sampai", "jp", "detik", "triwulan"),
        *("caturwulan", "langsung", "seketika", "realtime"),
    )
)
"""What stands there for longer or other words of a time."""


def untyped(sheet: Sheet, own: OwnTexts, part: FormOf) -> FormOf:
    """A part of the form without the formulas that somebody typed there, whatever they come to."""
    typed = own.typed_on(sheet)
    return (lambda row, column: (row, column) not in typed and part(row, column)) if typed else part


def silent_part(sheet: Sheet) -> FormOf:
    """A formula that shows nothing says nothing either: the states of an uncalculated form."""
    return lambda row, column: (row, column) in sheet.uncached


def moved_part(sheet: Sheet, own: OwnTexts) -> FormOf:
    """The form's titles and headings on a sheet, wherever rows and columns have carried them."""

    def knows(row: int, column: int) -> bool:
        text = text_at(sheet, row, column)
        if text in OWN_WORDS or _is_help(sheet, row, column, own):
            return True
        return any(own.fullmatch(text) for own in (COUNTER, TABLE_TITLE))

    return knows


def identity_part(home: LabelledSheet, own: OwnTexts) -> FormOf:
    """Labels, headings, states and helps of the sheet Identitas."""
    sheet = home.sheet
    labels = {(label.row, label.column): label for label in home.labels}
    fields = {label.row: label.field for label in home.labels}
    top = min(fields)
    label_columns = {label.column for label in home.labels}
    states, helps = _column(sheet, HEADS[2], is_state), _column(sheet, HEADS[3], is_prompt)
    counting = {
        (cell.row, column)
        for found in home.located().values()
        if found.field.rows > 1 and found.label
        for cell in found.cells
        for column in range(found.label.column, cell.column)
    }

    def knows(row: int, column: int) -> bool:
        text, label = text_at(sheet, row, column), labels.get((row, column))
        if label is not None:
            return not label.value and not (own and label.near)
        if column in label_columns and text in HEADINGS:
            return True
        if row < top:
            at_top = text in TITLES or text in HEADS or _is_counter(text)
            return at_top or is_formula(sheet, row, column)
        if column == states:
            return _is_state(sheet, row, column, own)
        if row in fields and column == helps:
            if _is_help(sheet, row, column, own):
                return True
            return not own and _is_like_help(text, fields[row])
        return (row, column) in counting and is_ordinal(text)

    return knows


def _is_counter(text: str) -> bool:
    return bool(text) and COUNTER.fullmatch(text) is not None


def _is_help(sheet: Sheet, row: int, column: int, own: OwnTexts) -> bool:
    """Whether a cell holds the form's help, with nothing typed behind it."""
    is_like = is_prompt(text_at(sheet, row, column))
    return is_like and (not own or own.know(sheet, row, column))


def _is_like_help(text: str, field: Field) -> bool:
    """Whether a folded text is the help of a field, as this form or an earlier one words it."""
    worded = (field.prompt, *EARLIER_PROMPTS.get(field.key, ()))
    return any(alike_in_shared_words(text, fold(one)) >= ALIKE for one in worded)


def _is_state(sheet: Sheet, row: int, column: int, own: OwnTexts) -> bool:
    """Whether a cell holds the form's state of a field, by its result or as a formula."""
    if (known := own.know_formula(sheet, row, column)) is not None:
        return known
    text = text_at(sheet, row, column)
    if text in FOLDED_STATES or (not own and is_state(text)):
        return True
    says = isinstance(sheet.cells.get((row, column)), str)
    return is_formula(sheet, row, column) and not (own and says)


def _column(sheet: Sheet, head: str, holds: Callable[[str], bool]) -> int:
    """The column of that heading, else the one with most such texts, 0 for none."""
    texts = {at: text_at(sheet, *at) for at in sheet.cells}
    under = [column for (_, column), text in texts.items() if text == head]
    if under:
        return under[0]
    votes = Counter(column for (_, column), text in texts.items() if holds(text))
    return max(votes, key=votes.__getitem__, default=0)


def table_part(tables: Sequence[ProcedureTable], values: frozenset[str], own: OwnTexts) -> FormOf:
    """Headings, numbers and remarks of the tables on a sheet, and what stands above them."""
    sheet = tables[0].sheet
    ordered = sorted(tables, key=lambda table: table.top_row)
    checks = {table.top_row: table.check_columns for table in ordered}
    unseen = {top: _unseen_above(columns) for top, columns in checks.items()}
    tops = [table.top_row for table in ordered]

    def knows(row: int, column: int) -> bool:
        place = bisect_right(tops, row)
        below = ordered[place] if place < len(ordered) else None
        if below and below.top_row - row <= HEAD_ROWS:
            hidden = unseen[below.top_row]
            if _above(below, (row, column), values, hidden):
                return True
        if place == 0:
            return False
        table = ordered[place - 1]
        if row < table.first_row:
            heads = {(label.row, label.column) for label in table.labels}
            return text_at(sheet, row, column) in TABLE_WORDS or (row, column) in heads
        if column == table.columns.get(NUMBER_COLUMN.key, 0):
            counts = is_ordinal(text_at(sheet, row, column))
            return counts or is_formula(sheet, row, column)
        remarks = checks[table.top_row]
        return column in remarks and _is_remark(sheet, row, column, remarks, own)

    return knows


def _is_remark(sheet: Sheet, row: int, column: int, remarks: Sequence[int], own: OwnTexts) -> bool:
    """Whether a cell of the columns of remarks is the form's."""
    known = own.know_formula(sheet, row, column)
    if known is not None:
        return known
    value = sheet.cells.get((row, column))
    says = isinstance(value, str)
    if column == remarks[0]:
        plain = REMARK.match(text_at(sheet, row, column)) is not None
    else:
        plain = not isinstance(value, str) or PART_OF_REMARK.fullmatch(value) is not None
        plain = plain or _repeats(sheet, row, column, remarks[0])
    if own.formulas and says and not plain:
        return False
    return is_formula(sheet, row, column) or (not shows_formulas(sheet) and plain)


def _repeats(sheet: Sheet, row: int, column: int, end: int) -> bool:
    """Whether a hidden cell says again what stands in front of the column `end` of its row.

    So do the words of a time and of targets that the form keeps there.
    """
    said = {word for at in range(1, end) for word in WORD.findall(text_at(sheet, row, at))}
    return (said | PUT_WORDS).issuperset(WORD.findall(text_at(sheet, row, column)))


def _above(
    table: ProcedureTable,
    at: tuple[int, int],
    values: frozenset[str],
    hidden: Collection[int],
) -> bool:
    """Whether a cell above a table is the form's: its title, the SOP's names, counter, hints.

    `hidden` are the columns in which the form counts.
    """
    row, column = at
    sheet, text = table.sheet, text_at(table.sheet, row, column)
    if is_hint(sheet.cells.get((row, column))):
        return True
    unseen = column in hidden
    calculated = unseen or column in table.lanes or column == 1
    if calculated and is_formula(sheet, row, column):
        return True
    if not text:
        return False
    if unseen and not shows_formulas(sheet):
        return _is_result_above(table, row, column)
    pieces = [fold(piece) for piece in re.split(r" — |, ", as_text(sheet.cells.get((row, column))))]
    return (
        any(pattern.fullmatch(text) for pattern in (COUNTER, TABLE_TITLE, NOT_YET))
        or text in values
        or values.issuperset(pieces)
    )


def _is_result_above(table: ProcedureTable, row: int, column: int) -> bool:
    """Whether a value in a hidden column above a table is a result, where no formula can be seen.

    Counts are numbers; texts are names of lanes, of which abbreviations may be written out.
    """
    sheet = table.sheet
    if not isinstance(sheet.cells.get((row, column)), str):
        return True
    names = {_role(sheet, table.name_row, lane) for lane in table.lanes}
    return _role(sheet, row, column) in names


def _role(sheet: Sheet, row: int, column: int) -> str:
    """A lane's name for comparison, without the marks that the form puts round its words."""
    return role_key(" ".join(re.findall(r"\w+", text_at(sheet, row, column))))


def _unseen_above(checks: Sequence[int]) -> Collection[int]:
    """Hidden columns in which the form counts its table and compares its lanes."""
    counters, last = checks[1:2], max(checks, default=0)
    return (*counters, *range(last + 1, last + 1 + MAX_LANES)) if counters else ()


def is_formula(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell holds a formula; where none can be seen, a result of 0 is taken for one.

    Some programs store 0 for every result that they did not calculate.
    """
    if not shows_formulas(sheet):
        return text_at(sheet, row, column) == "0"
    return (row, column) in sheet.formulas or (row, column) in sheet.uncached


def shows_formulas(sheet: Sheet) -> bool:
    """Whether formulas can be told from values on a sheet."""
    return bool(sheet.formulas or sheet.uncached)
