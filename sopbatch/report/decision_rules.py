"""Which decisions there are: for which SOPs, by whom, in which words, how heavy.

An SOP belongs to the first rule that holds, so that no SOP is in two decisions.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sopbatch.model import SopLine
from sopbatch.schema.statuses import ARCHIVED, DRAFT, NEEDS_CORRECTION
from sopbatch.text.words import count, enumeration, long_date

LATE_WEIGHS = 2
"""How many times an SOP past its deadline weighs."""
SECRETARY, HEADS, BUREAU = "Sekretaris Daerah", "Kepala perangkat daerah", "Biro Organisasi"
Lines = tuple[SopLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule:
    """One kind of decision: for which SOPs, by whom, in which words, how heavy."""

    name: str
    """What these SOPs wait for, in one word."""
    owner: str
    weight: int
    """Of each of its SOPs; one past its deadline weighs more."""
    condition: str
    """The same as `holds`, for readers."""
    holds: Callable[[SopLine, frozenset[str]], bool]
    """Of an SOP that waits, with the codes of the units that sent nothing at all."""
    sentence: Callable[[str, Lines], str]
    """Of the owner and the SOPs."""
    otherwise: str
    """What follows when nobody acts; the words come after the number of SOPs."""


def _sent_nothing(line: SopLine, silent: frozenset[str]) -> bool:
    return not line.received and line.unit_code in silent


def _not_whole(line: SopLine, _: frozenset[str]) -> bool:
    return not line.complete or line.status in (DRAFT.label, NEEDS_CORRECTION.label)


def _unplaced(line: SopLine, _: frozenset[str]) -> bool:
    return line.outside_plan or line.status in ARCHIVED


def _unverified(line: SopLine, _: frozenset[str]) -> bool:
    return not line.compiled


def _unsigned(line: SopLine, _: frozenset[str]) -> bool:
    return not line.ratified


def _write_letters(owner: str, lines: Lines) -> str:
    units = len({line.unit_code for line in lines})
    return (
        f"{owner} menyurati {count(units)} perangkat daerah yang belum mengirim "
        f"{count(len(lines))} SOP dalam rencananya."
    )


def _send_and_mend(owner: str, lines: Lines) -> str:
    missing = sum(not line.received for line in lines)
    drafts = sum(line.received and line.status == DRAFT.label for line in lines)
    faulty = len(lines) - missing - drafts
    return _joined(
        owner,
        (missing, "mengirim {} SOP yang belum ada berkasnya"),
        (faulty, "memperbaiki {} SOP yang dikembalikan"),
        (drafts, "mengajukan {} SOP yang masih draf"),
    )


def _verify(owner: str, lines: Lines) -> str:
    return f"{owner} menuntaskan verifikasi {count(len(lines))} SOP{_oldest(lines)}."


def _sign(owner: str, lines: Lines) -> str:
    return f"{owner} mengesahkan {count(len(lines))} SOP yang sudah tersusun{_oldest(lines)}."


def _place(owner: str, lines: Lines) -> str:
    outside = sum(line.outside_plan for line in lines)
    return _joined(
        owner,
        (outside, "memasukkan {} SOP di luar rencana ke dalam rencana atau menolaknya"),
        (len(lines) - outside, "memutuskan pencabutan {} SOP yang tidak dipakai lagi"),
    )


def _joined(owner: str, *tasks: tuple[int, str]) -> str:
    told = [words.format(count(number)) for number, words in tasks if number]
    return f"{owner} {enumeration(told)}."


def _oldest(lines: Lines) -> str:
    days = [line.status_day for line in lines if line.status_day]
    return f", tertua sejak {long_date(min(days))}" if days else ""


RULES: tuple[DecisionRule, ...] = (
    DecisionRule(
        name="Rencana",
        owner=BUREAU,
        weight=1,
        condition=(
            "SOP diterima di luar rencana, atau direncanakan tetapi berstatus Digantikan atau "
            "Dicabut menurut perangkat daerahnya saja"
        ),
        holds=_unplaced,
        sentence=_place,
        otherwise="belum jelas masuk rencana atau tidak",
    ),
    DecisionRule(
        name="Pengiriman",
        owner=SECRETARY,
        weight=5,
        condition="direncanakan, belum diterima, dan perangkat daerahnya belum mengirim apa pun",
        holds=_sent_nothing,
        sentence=_write_letters,
        otherwise="tidak dapat diperiksa",
    ),
    DecisionRule(
        name="Kelengkapan",
        owner=HEADS,
        weight=2,
        condition=(
            "direncanakan dan belum diterima, dikembalikan untuk diperbaiki, atau masih Draf"
        ),
        holds=_not_whole,
        sentence=_send_and_mend,
        otherwise="tidak dapat diverifikasi",
    ),
    DecisionRule(
        name="Verifikasi",
        owner=BUREAU,
        weight=4,
        condition="direncanakan, lengkap, dan berstatus Diajukan atau Dalam Verifikasi",
        holds=_unverified,
        sentence=_verify,
        otherwise="tidak dapat disahkan",
    ),
    DecisionRule(
        name="Pengesahan",
        owner=HEADS,
        weight=3,
        condition="direncanakan, lengkap, dan berstatus Terverifikasi sampai Siap Disahkan",
        holds=_unsigned,
        sentence=_sign,
        otherwise="belum dapat dijalankan",
    ),
)
"""In the order in which they are asked: an SOP belongs to the first that holds."""
