"""What a national reader should decide: the nation's figures come in, a few calls go out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbatch.model import GroupCount
from sopbatch.report.lights import GRAVE, LATE, SILENT, SILENT_LATE, light_of
from sopbatch.report.nation import STALE_DAYS, DataState, GovernmentCount, Nation
from sopbatch.schema.statuses import IN_VERIFICATION, SUBMITTED
from sopbatch.text.shortening import one_line
from sopbatch.text.words import count, enumeration

NAMED, NAME_LIMIT, TITLE_LIMIT = 4, 60, 90
PREFIX = re.compile(r"^\s*pemerintah\s+(?=\S)", re.IGNORECASE)
"""Said once by the head of the column."""
WIDESPREAD = 2
"""From so many governments on a title that is lacking is the nation's matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Something to be decided."""

    what: str
    whom: str
    number: int
    otherwise: str


def calls(nation: Nation) -> tuple[Call, ...]:
    """What a national reader should decide, what hides most first."""
    return tuple(call for call in (*_about_data(nation), *_about_delay(nation)) if call.number)


def _about_data(nation: Nation) -> Iterator[Call]:
    absent = [
        one for one in nation.sources if not one.is_counted and one.state is not DataState.DOUBLE
    ]
    stale = [one for one in nation.sources if one.state is DataState.STALE]
    yield Call(
        what=f"Minta data dari {count(len(absent))} pemerintah daerah yang tidak terhitung.",
        whom=_names(one.folder.rpartition("/")[2] for one in absent),
        number=len(absent),
        otherwise="Angka nasional tidak memuat pemerintah daerah itu.",
    )
    yield Call(
        what=f"Minta {count(len(stale))} pemerintah daerah mengolah ulang; datanya lebih lama dari "
        f"{STALE_DAYS} hari.",
        whom=_names(one.government for one in stale),
        number=len(stale),
        otherwise="Keterlambatan sejak data itu tidak terlihat.",
    )


def _about_delay(nation: Nation) -> Iterator[Call]:
    lights = [(light_of(one.group, nation.as_of), one) for one in nation.governments]
    silent = [one for light, one in lights if light in (SILENT_LATE, SILENT)]
    grave = [one for light, one in lights if light is GRAVE]
    waiting = [(one, _waiting(one.group)) for one in nation.governments]
    asked = [one for one, number in sorted(waiting, key=lambda pair: -pair[1]) if number]
    yield Call(
        what=f"Ingatkan {count(len(silent))} pemerintah daerah yang belum mengirim SOP.",
        whom=_names(one.group.unit.name for one in silent),
        number=len(silent),
        otherwise="Rencana mereka tidak akan mulai dikerjakan.",
    )
    yield Call(
        what=f"Dampingi {count(len(grave))} pemerintah daerah yang sangat terlambat.",
        whom=_names(one.group.unit.name for one in grave),
        number=len(grave),
        otherwise=f"{count(sum(one.group.completion.late for one in grave))} SOP tetap lewat "
        "tenggat.",
    )
    yield Call(
        what=f"Percepat verifikasi {count(sum(number for _, number in waiting))} SOP yang sudah "
        f"diajukan pada {count(len(asked))} pemerintah daerah.",
        whom=_names(one.group.unit.name for one in asked),
        number=len(asked),
        otherwise="SOP yang sudah ditulis tidak dapat disahkan.",
    )
    for title in nation.titles[:1]:
        if title.lacking >= WIDESPREAD:
            yield Call(
                what=f"Sediakan contoh SOP “{one_line(title.title, TITLE_LIMIT)}”.",
                whom=f"Belum selesai pada {count(title.lacking)} dari {count(title.planned)} "
                "pemerintah daerah yang merencanakannya",
                number=title.lacking,
                otherwise="Setiap pemerintah daerah menyusunnya sendiri.",
            )


def _waiting(group: GroupCount) -> int:
    return sum(group.by_status.get(one.label, 0) for one in (SUBMITTED, IN_VERIFICATION))


def called(government: str) -> str:
    """A government by what tells it from others, in one line."""
    return one_line(PREFIX.sub("", government), NAME_LIMIT)


def _names(names: Iterable[str]) -> str:
    every = [called(name) for name in names]
    told = every[:NAMED]
    if rest := len(every) - len(told):
        told.append(f"{count(rest)} lainnya")
    return enumeration(told)


def late_governments(nation: Nation) -> tuple[GovernmentCount, ...]:
    """Those that are late or silent, worst first."""
    late = (SILENT_LATE, GRAVE, LATE)
    return tuple(one for one in nation.governments if light_of(one.group, nation.as_of) in late)
