"""What the officer reads: findings in order of what unlocks most, grouped, in Indonesian."""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbatch.model import MARKABLE, CellRef, Finding, Merge, Review, Severity
from sopbatch.model.offers import to_paste
from sopbatch.schema.sop import MAX_LANES
from sopbatch.text.plain import seen
from sopbatch.writing.returned.areas import reference, stacked

LONGEST = 2000
"""Characters of one text in the list or in a note."""
WHOLE_FILE = "Seluruh berkas"
BULLET = "• "
"""Before each of several sentences in one line of the list."""
MOST_SENTENCES = 5
"""Sentences of one line of the list."""
LONGEST_NOTE = 8000
"""Characters of all texts of a note: a cell holds 32,767, and nobody reads on so long."""

HOW_TO = (
    "Klik alamat di kolom “Sel” untuk menuju isiannya, perbaiki, simpan, lalu kirim kembali berkas "
    "ini."
)
REGISTER_HOW_TO = (
    "Klik alamat di kolom “Sel” untuk menuju isiannya, lalu perbaiki di daftar induknya. Jika "
    "lebih mudah, perbaiki salinan ini dan simpan menggantikan daftar induknya; lembar tambahan "
    "ini, warna, dan catatan di sel tidak mengganggu."
)
PASTE = (
    # Ctrl+Shift+V pastes values in the newest Excel only.
    "Jika “Usul isian” sudah benar, salin selnya (Ctrl+C), klik kanan isiannya, lalu pilih Tempel "
    "Khusus › Nilai (Paste Special > Values)."
)
CLEARED = (
    "Lembar tambahan ini, warna, dan catatan di sel hilang sendiri pada pemeriksaan berikutnya;"
)
PREVIEW = "Pratinjau cetakannya ada di berkas “{name}”; belum berlaku sebagai dokumen SOP."
LATER = "Untuk revisi berikutnya; SOP ini tetap berlaku"
LATER_FORM = "Untuk perubahan berikutnya; yang sudah ditetapkan tetap berlaku"
UNTOUCHED = "isian Anda tidak kami ubah."
COPIED = "isian Anda sudah kami salin ke formulir baru ini."
COPIED_IN_PART = (
    f"isian Anda sudah kami salin ke formulir baru ini, kecuali pelaksana ke-{MAX_LANES + 1} dan "
    "seterusnya, yang tidak muat."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One line of the list: a finding and all cells of a sheet where it stands."""

    severity: Severity
    cells: tuple[CellRef, ...]
    """In the order of `addresses`; () when it concerns the file as a whole."""
    sheet: str
    """Name of their sheet, or "Seluruh berkas"."""
    addresses: str
    """"C12, C15–C19"."""
    sentence: str
    advice: str
    suggestion: str
    """A right value to copy; "" when none could be guessed."""
    reason: str
    code: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Lines of the list that matter alike."""

    heading: str
    severity: Severity
    """Whose colour it has."""
    items: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a note says, and how much the worst of it matters."""

    severity: Severity
    text: str


def clean(text: str, longest: int = LONGEST) -> str:
    """Text that any part can hold: the unshowable replaced visibly, cut with a word about it."""
    shown = seen(text)
    return shown if len(shown) <= longest else f"{shown[:longest].rstrip()} … (dipotong)"


def sections(review: Review) -> tuple[FindingGroup, ...]:
    """The list in the order of mending: what blocks first, then from the top of the form down."""
    unwaived = (finding for finding in review.findings if not finding.waived)
    open_findings = to_paste(unwaived, review.reading)
    blocking = [finding for finding in open_findings if finding.blocks]
    rest = [finding for finding in open_findings if not finding.blocks]
    serious = [f for f in rest if f.severity > Severity.INFO and not f.later]
    later = [finding for finding in rest if finding.later]
    advice = [finding for finding in rest if finding.severity <= Severity.INFO]
    wanted = (
        (
            f"Harus diperbaiki: {_mended(review)} setelah semua butir ini selesai",
            Severity.ERROR,
            blocking,
        ),
        ("Sebaiknya diperbaiki", Severity.WARNING, serious),
        (LATER if review.submission else LATER_FORM, Severity.WARNING, later),
        ("Saran", Severity.INFO, advice),
    )
    return tuple(
        FindingGroup(heading, severity, _items(found))
        for heading, severity, found in wanted
        if found
    )


def _mended(review: Review) -> str:
    """What the file is once nothing blocks any more."""
    if review.is_register:
        return "daftar induk dapat dipakai"
    return "SOP lengkap" if review.submission else "isian lengkap"


def _items(findings: Iterable[Finding]) -> tuple[FindingLine, ...]:
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        sheet = finding.cell.sheet if finding.cell else ""
        key = (finding.code, sheet, finding.advice, finding.suggestion)
        groups.setdefault(key, []).append(finding)
    return tuple(map(_item, groups.values()))


def _item(group: list[Finding]) -> FindingLine:
    first = group[0]
    cells = {finding.cell for finding in group if finding.cell}
    return FindingLine(
        severity=max(finding.severity for finding in group),
        cells=tuple(sorted(cells, key=lambda cell: (cell.column, cell.row))),
        sheet=clean(first.cell.sheet) if first.cell else WHOLE_FILE,
        addresses=addresses(cells),
        sentence=_sentences(group),
        advice=clean(first.advice),
        suggestion=clean(first.suggestion),
        reason=clean(first.reason),
        code=first.code,
    )


def _sentences(group: list[Finding]) -> str:
    """What is wrong; of many cells the first few, as the rest stands in the notes there."""
    told = list(dict.fromkeys(clean(finding.sentence) for finding in group))
    if len(told) == 1:
        return told[0]
    rest = len(told) - MOST_SENTENCES
    more = [f"… dan {rest} lagi: lihat catatan di selnya"] if rest > 0 else []
    return "\n".join(f"{BULLET}{line}" for line in (*told[:MOST_SENTENCES], *more))


def in_a_row(sentence: str) -> str:
    """The sentences of one line of the list, one after the other where a list has no room."""
    return " ".join(line.removeprefix(BULLET) for line in sentence.split("\n"))


def with_offer(advice: str, suggestion: str) -> str:
    """What to do, and the value that could be meant, if any."""
    return f"{advice}\nMaksud Anda: “{suggestion}”?" if suggestion else advice


def addresses(cells: Iterable[CellRef]) -> str:
    """Cells of one sheet in words: "C12, C15–C19"."""
    areas = stacked(Merge(cell.row, cell.column, cell.row, cell.column) for cell in set(cells))
    return ", ".join(reference(area).replace(":", "–") for area in areas)


def note_texts(review: Review) -> dict[CellRef, NoteText]:
    """What to note on each cell: worst severity, and every sentence with its advice."""
    found: dict[CellRef, list[Finding]] = {}
    for finding in review.findings:
        if finding.cell is not None and not finding.waived:
            found.setdefault(finding.cell, []).append(finding)
    return {
        cell: NoteText(
            max(finding.severity for finding in group),
            clean("\n\n".join(dict.fromkeys(map(_note, group))), LONGEST_NOTE),
        )
        for cell, group in found.items()
    }


def _note(finding: Finding) -> str:
    label = "Untuk revisi berikutnya" if finding.later else finding.severity.label.capitalize()
    advice = with_offer(clean(finding.advice), clean(finding.suggestion))
    return f"{label}: {clean(finding.sentence)}\n→ {advice}"


def how_to(review: Review) -> str:
    """What to do with the list, and with what it offers if it offers anything."""
    offered = any(item.suggestion for section in sections(review) for item in section.items)
    paste = (PASTE,) if offered else ()
    if review.is_register:
        return " ".join((REGISTER_HOW_TO, *paste))
    return " ".join((HOW_TO, *paste, CLEARED, _what_became(review)))


def _what_became(review: Review) -> str:
    """Of what was typed; a format that cannot be marked came back as a new form."""
    reading, submission = review.reading, review.submission
    if reading is None or reading.format in MARKABLE:
        return UNTOUCHED
    if submission is None:
        return COPIED
    lanes = [len(procedure.actors) for procedure in submission.sop.procedures]
    return COPIED_IN_PART if max(lanes, default=0) > MAX_LANES else COPIED


def score(review: Review) -> tuple[tuple[int, str, Severity | None], ...]:
    """Counts with their words: what blocks, what warns, what is advised, what needs nothing."""
    open_findings = [finding for finding in review.findings if not finding.waived]
    advice = sum(finding.severity is Severity.INFO for finding in open_findings)
    later = sum(finding.later for finding in open_findings)
    serious = len(open_findings) - review.errors - advice - later
    waiting = ((later, "untuk revisi berikutnya", Severity.WARNING),) if later else ()
    return (
        (review.errors, "hal harus diperbaiki", Severity.ERROR),
        (serious, "hal sebaiknya diperbaiki", Severity.WARNING),
        *waiting,
        (advice, "saran", Severity.INFO),
        (_unmarked(review), "isian tanpa catatan", None),
    )


def _unmarked(review: Review) -> int:
    """Filled fields that no finding names."""
    reading = review.reading
    if reading is None:
        return 0
    named = {finding.place for finding in review.findings if not finding.waived}
    return sum(bool(text.strip()) for place, text in reading.values.items() if place not in named)


def plain_list(review: Review) -> bytes:
    """The list as a text file, for when a workbook could not be marked (UTF-8 with mark)."""
    counted = ", ".join(f"{number} {words}" for number, words, _ in score(review))
    receipt = [f"Tanda terima {review.received.number}"] if review.received.number else []
    lines = [f"Perbaikan berkas “{clean(review.received.file_name)}”", *receipt, counted]
    number = 0
    for section in sections(review):
        lines += ["", section.heading.upper()]
        for item in section.items:
            number += 1
            where = f"{item.sheet} {item.addresses}".strip()
            advice = with_offer(item.advice, item.suggestion)
            lines += [f"{number}. {where}: {item.sentence}", f"   → {advice}"]
    return "\r\n".join("\r\n     ".join(line.split("\n")) for line in lines).encode("utf-8-sig")
