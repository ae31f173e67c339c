"""Files that are no SOP though nobody made a mistake: what they are is judged here."""

import re
import zlib

from sopbatch.model import Reading, Register, Submission
from sopbatch.schema.nation_v1 import FORMAT, PARQUET
from sopbatch.schema.products import BRIEF_TITLE, CSV_STARTS, GENERATOR
from sopbatch.text.straight import fold

ISSUED = frozenset(
    (
        *("government", "unit_code", "unit_name", "section", "title", "nature", "function"),
        *("signatory_position", "signatory_name", "signatory_nip"),
    )
)
"""Fields that a template is issued with, before an officer writes anything."""
TYPED_ELSEWHERE = frozenset(("F-21", "F-22", "P-28"))
"""Rules that tell of something typed where no field is."""
_HEAD, _TAIL, _METADATA = 2_000, 64 << 10, 4_000
"""Bytes looked at: of a JSON file, of a PDF, of its metadata."""
_JSON = re.compile(
    rb'\{\s*"laporan":\s*\{[^{}]*"program":\s*"' + GENERATOR.encode() + rb' [^"]*"', re.DOTALL
)
_PDF_METADATA = re.compile(rb"/Type ?/Metadata[^<>]{0,200}>>\s{0,2}stream\r?\n")
CREATOR = f"<xmp:CreatorTool>{GENERATOR}</xmp:CreatorTool>".encode()
"""What our documents say of themselves in their metadata."""


def is_own_report(data: bytes) -> bool:
    """Whether it is a file of the report other than the workbook."""
    if data.startswith(b"%PDF-"):
        return any(map(_is_brief, _PDF_METADATA.finditer(data[-_TAIL:])))
    if data.startswith(PARQUET):
        return FORMAT.encode() in data[-_TAIL:]
    return _JSON.match(data[:_HEAD]) is not None or data.startswith(CSV_STARTS)


def _is_brief(found: re.Match[bytes]) -> bool:
    """Whether the metadata of a PDF are those of the report's one page."""
    told = _told(found)
    return f">{BRIEF_TITLE} ".encode() in told and f">{GENERATOR}<".encode() in told


def _told(found: re.Match[bytes]) -> bytes:
    """The metadata themselves, packed or plain."""
    start = found.string[found.end() : found.end() + _METADATA]
    try:
        return zlib.decompressobj().decompress(start, _METADATA)
    except zlib.error:
        return start


def is_own_document(data: bytes) -> bool:
    """Whether it is a document, preview or book that this program wrote, signed since or not."""
    if not data.startswith(b"%PDF-"):
        return False
    return any(CREATOR in _told(found) for found in _PDF_METADATA.finditer(data))


def is_issued_only(reading: Reading, issued: frozenset[str]) -> bool:
    """Whether a form of the family holds nothing but what it was issued with."""
    typed = {place.key for place, text in reading.values.items() if text.strip()}
    elsewhere = any(problem.code in TYPED_ELSEWHERE for problem in reading.problems)
    return reading.version > 0 and typed <= issued and not elsewhere


def is_empty_form(submission: Submission, register: Register) -> bool:
    """Whether it is a template in which nobody typed anything.

    Its title may only be the one it was issued with: another one was typed by somebody.
    """
    typed = {place.key for place, text in submission.values.items() if text.strip()}
    elsewhere = any(problem.code in TYPED_ELSEWHERE for problem in submission.problems)
    untouched = submission.version > 0 and typed <= ISSUED and not elsewhere
    issued = "title" not in typed or _is_issued_title(submission, register)
    return untouched and issued


def _is_issued_title(submission: Submission, register: Register) -> bool:
    sop = submission.sop
    titles = [line.title for line in register.plan if line.code == sop.plan_code]
    return bool(sop.plan_code) and (not register.present or fold(sop.title) in map(fold, titles))
