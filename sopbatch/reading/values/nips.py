"""A NIP field in, its parts or what is wrong with it out."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from sopbatch.model.flags import Flag
from sopbatch.model.grid import CellValue
from sopbatch.model.values import Nip, NipFault, NipKind
from sopbatch.reading.values.text import as_text
from sopbatch.schema.nips import FEWEST_OF_SERVICE, NIP_LABELS, NIP_SIGNS, SERVICE_LABEL
from sopbatch.text.straight import is_missing, straighten

LENGTH = 18
OLD_LENGTH = 9
"""Digits of the number in use until 2008."""
EXACT_BELOW = 1_000_000_000_000_000
"""A spreadsheet keeps fifteen digits of a number; the others become 0."""
CONTRACT_MONTH = 21
"""Stands in place of the month of appointment for contract civil servants (PPPK)."""
LONGEST = 60

_LABEL = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(NIP_LABELS)})(?![^\W\d_])\.? ?:? ?", re.IGNORECASE)
"""Wherever it stands: typed into a cell beside its label, or pasted with one."""
_SIGNS = str.maketrans(dict.fromkeys(NIP_SIGNS, ""))
_SERVICE = re.compile(
    rf"(?:NIP)?{SERVICE_LABEL}:?(?P<digits>[0-9]{{{FEWEST_OF_SERVICE},{LENGTH}}})(?P<navy>P?)",
    re.IGNORECASE,
)
"""“NRP 71020350” of the police, “NRP 12345/P” of the navy; told by its label alone."""
_EXPONENT = re.compile(r"\d(?:[.,]\d+)?e ?\+? ?\d+", re.IGNORECASE)


def parse_nip(value: CellValue | None) -> Nip:
    """The civil servant number YYYYMMDD YYYYMM S NNN of a field, or an NRP; never fails."""
    raw = as_text(value)
    if is_missing(raw):
        return Nip(raw=raw, kind=NipKind.MISSING)
    if len(raw) > LONGEST:
        return Nip(raw=raw, kind=NipKind.INVALID, reason=NipFault.LENGTH)
    text = _LABEL.sub("", straighten(raw).strip(" '"))
    if is_missing(text):
        return Nip(raw=raw, kind=NipKind.MISSING)
    if _EXPONENT.fullmatch(text) or _is_cut_off(value):
        return Nip(raw=raw, kind=NipKind.DAMAGED, reason=NipFault.NUMBER_FORMAT)
    digits = text.translate(_SIGNS)
    if service := _SERVICE.fullmatch(digits):
        navy = "/P" if service["navy"] else ""
        return Nip(raw=raw, kind=NipKind.SERVICE, digits=f"{service['digits']}{navy}")
    if not re.fullmatch(r"[0-9]+", digits):
        return Nip(raw=raw, kind=NipKind.INVALID, reason=NipFault.LETTERS)
    if len(digits) == OLD_LENGTH:
        return Nip(raw=raw, kind=NipKind.OLD, digits=digits, reason=NipFault.OLD)
    if len(digits) != LENGTH:
        return Nip(raw=raw, kind=NipKind.INVALID, digits=digits, reason=NipFault.LENGTH)
    if digits.endswith("000"):
        # Serials begin at 001: a number was turned into text after its last digits were lost.
        return Nip(raw=raw, kind=NipKind.DAMAGED, digits=digits, reason=NipFault.NUMBER_FORMAT)
    return _of_digits(raw, digits)


def _is_cut_off(value: CellValue | None) -> bool:
    """Whether the cell holds a number that a spreadsheet cannot hold exactly."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if isinstance(value, float):
        return abs(value) >= EXACT_BELOW
    # NOTE: an int that equals its float came through one, whatever digits it shows at the end.
    return EXACT_BELOW <= value < 1000 * EXACT_BELOW and int(float(value)) == value


def _of_digits(raw: str, digits: str) -> Nip:
    born = _day(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    appointed = int(digits[8:12]), int(digits[12:14])
    pppk = appointed[1] == CONTRACT_MONTH
    sex = int(digits[14])
    if born is None:
        return Nip(raw=raw, kind=NipKind.INVALID, digits=digits, reason=NipFault.BIRTH)
    if not (1 <= appointed[1] <= 12 or pppk):
        return Nip(raw=raw, kind=NipKind.INVALID, digits=digits, reason=NipFault.MONTH)
    if sex not in (1, 2):
        return Nip(raw=raw, kind=NipKind.INVALID, digits=digits, reason=NipFault.SEX)
    nip = Nip(
        raw=raw,
        kind=NipKind.VALID,
        digits=digits,
        born=born,
        appointed=appointed,
        sex=sex,
        serial=digits[15:],
        pppk=pppk,
    )
    return nip if _is_plausible(nip) else replace(nip, flags=frozenset({Flag.IMPLAUSIBLE_AGE}))


def _day(year: int, month: int, day: int) -> date | None:
    if not (year >= 1900 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _is_plausible(nip: Nip) -> bool:
    """Appointed between 18 and 60 years of age."""
    age = nip.age_at_appointment
    return age is not None and 18 <= age <= 60
