"""The nation's report: what runs of many governments left comes in, one workbook goes out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopbatch.batch.output.governments import Government, governments, within
from sopbatch.batch.output.hold import is_there
from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import REPORTS
from sopbatch.files import PRIVATE_FOLDER, is_linked, write_whole
from sopbatch.model import CommandError
from sopbatch.nation import CountedFile, TakenRows, is_installed, take_in, totals
from sopbatch.report.nation import (
    STALE_DAYS,
    DataState,
    GovernmentCount,
    GovernmentFolder,
    Nation,
    nation_of,
)
from sopbatch.schema.nation_v1 import LINES_END, LINES_START, MOST_BYTES
from sopbatch.schema.products import nation_name
from sopbatch.text.names import name_key
from sopbatch.workers import Died, Done, Limits, Outcome, Oversized, StandingCrew, TimedOut, run_all
from sopbatch.writing.report.nation_book import write_nation

NOT_INSTALLED = (
    "Untuk ringkasan nasional diperlukan pustaka tambahan; pasang dengan “pip install -r "
    "requirements-nation.txt”, lalu jalankan lagi."
)
INSIDE = (
    "Folder ringkasan “{target}” tidak boleh berada di dalam folder pemerintah “{folder}”; pilih "
    "folder lain."
)
NO_OUTPUT = "belum pernah diolah: folder {name} tidak ada"
NO_LINES = (
    "tidak ada berkas baris sampai tanggal itu; pasang pustaka tambahan di sana, lalu olah lagi"
)
LINKED = "adalah tautan ke tempat lain"
TOO_LARGE = f"berkasnya lebih dari {MOST_BYTES >> 20} MB"
UNREADABLE = "berkasnya tidak dapat dibaca"
DOUBLE = (
    "pemerintah yang sama seperti folder {folder}; jika bukan, perbaiki namanya pada lembar "
    "Pengaturan daftar induk"
)
LIMITS = Limits(seconds=30, answer_bytes=2 * MOST_BYTES)
AT_ONCE = 16
"""Files held in memory while they are looked at."""
NAME = re.compile(rf"{re.escape(LINES_START)}(\d{{4}}-\d\d-\d\d){re.escape(LINES_END)}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Summed:
    """The nation's report and where it is."""

    nation: Nation
    path: Path

    @property
    def exit_code(self) -> int:
        """0 when every government is counted with fresh data, else 1."""
        return int(any(one.state is not DataState.COUNTED for one in self.nation.sources))


def sum_nation(
    folder: Path, target: Path, output: Path, as_of: date, workers: int | None
) -> Summed:
    """Sum the newest rows of each government up to a date; `output` lies within each folder.

    Raises:
        SopbatchError: the extra is missing, there are no governments, or nothing can be written.
    """
    if not is_installed():
        raise CommandError(NOT_INSTALLED)
    if folder.resolve() in (target.resolve(), *target.resolve().parents):
        raise CommandError(INSIDE.format(target=target, folder=folder))
    every = governments(folder, output)
    found = [_newest(one, within(one, output), as_of) for one in every]
    sources, taken = _take_all(found, as_of, workers)
    sources, taken = _without_doubles(sources, taken)
    counted = totals(taken)
    ruled = [
        GovernmentCount(
            folder=every[one.place].name,
            about=one.about,
            group=sums.group,
            services=sums.services,
            quality=sums.quality,
        )
        for one, sums in zip(taken, counted.sums, strict=True)
    ]
    nation = nation_of(as_of, ruled, counted.titles, sources)
    path = target / nation_name(as_of)
    data = write_nation(nation)
    with writing(target):
        target.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        if not is_there(path) or path.read_bytes() != data:
            write_whole(path, data)
    return Summed(nation, path)


@dataclass(frozen=True, slots=True)
class _Found:
    """The file of a government, or why there is none."""

    source: GovernmentFolder
    path: Path | None = None
    day: date = date.min


def _newest(one: Government, output: Path, as_of: date) -> _Found:
    """The last file of a government that is not of a later day."""
    source = GovernmentFolder(folder=one.name, state=DataState.NOTHING, province=_above(one))
    place = output / REPORTS
    try:
        if one.folder.is_symlink() or is_linked(place, one.folder):
            return _Found(replace(source, state=DataState.REFUSED, reason=LINKED))
        if not place.is_dir():
            return _Found(replace(source, reason=NO_OUTPUT.format(name=output.name)))
        names = sorted(path.name for path in place.iterdir())
    except OSError:
        return _Found(replace(source, state=DataState.REFUSED, reason=UNREADABLE))
    days = dict(_days(names))
    fitting = [day for day in days if day <= as_of]
    if not fitting:
        return _Found(replace(source, reason=NO_LINES))
    return _Found(source, place / days[max(fitting)], max(fitting))


def _above(one: Government) -> str:
    """The folder of its province, where there is one."""
    above, _, _ = one.name.rpartition("/")
    return above


def _days(names: Sequence[str]) -> Iterator[tuple[date, str]]:
    for name in names:
        if told := NAME.fullmatch(name):
            try:
                yield date.fromisoformat(told[1]), name
            except ValueError:
                continue


def _take_all(
    found: Sequence[_Found], as_of: date, workers: int | None
) -> tuple[list[GovernmentFolder], list[TakenRows]]:
    sources = [one.source for one in found]
    taken: list[TakenRows] = []
    places = [place for place, one in enumerate(found) if one.path]
    with StandingCrew() as standing:
        for start in range(0, len(places), AT_ONCE):
            parcels: list[CountedFile] = []
            for place in places[start : start + AT_ONCE]:
                data = _read(found[place].path)
                if isinstance(data, bytes):
                    parcels.append(CountedFile(place, found[place].day, data))
                else:
                    sources[place] = _refused(found[place], data)
            running = run_all(take_in, parcels, limits=LIMITS, workers=workers, standing=standing)
            for index, outcome in running:
                place = parcels[index].place
                if isinstance(outcome, Done) and isinstance(outcome.value, TakenRows):
                    taken.append(outcome.value)
                    sources[place] = _counted(sources[place], outcome.value, as_of)
                else:
                    sources[place] = _refused(found[place], _why(outcome))
    return sources, sorted(taken, key=lambda one: one.place)


def _read(path: Path | None) -> bytes | str:
    """The bytes of a file, or why there are none."""
    assert path is not None
    try:
        if path.is_symlink() or not path.is_file():
            return LINKED if path.is_symlink() else UNREADABLE
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return UNREADABLE
    return data if len(data) <= MOST_BYTES else TOO_LARGE


def _why(outcome: Outcome[TakenRows | str]) -> str:
    match outcome:
        case Done(str() as reason):
            return reason
        case TimedOut():
            return "terlalu lama dibaca"
        case Died(reason):
            return f"pembacanya terhenti ({reason})"
        case Oversized():
            return "isinya terlalu besar"
        case _:
            return "isinya tidak dapat dibaca"


def _refused(one: _Found, reason: str) -> GovernmentFolder:
    return replace(one.source, state=DataState.REFUSED, day=one.day, reason=reason)


def _counted(source: GovernmentFolder, one: TakenRows, as_of: date) -> GovernmentFolder:
    about = one.about
    old = (as_of - about.as_of).days > STALE_DAYS
    return replace(
        source,
        state=DataState.STALE if old else DataState.COUNTED,
        government=about.government,
        province=about.province or source.province,
        day=about.as_of,
        reason=f"lebih dari {STALE_DAYS} hari sebelum tanggal ringkasan" if old else "",
    )


def _without_doubles(
    sources: Sequence[GovernmentFolder], taken: Sequence[TakenRows]
) -> tuple[list[GovernmentFolder], list[TakenRows]]:
    """Of folders of one government, the one with the newest data, else the first."""
    told = list(sources)
    kept: dict[str, TakenRows] = {}
    for one in sorted(taken, key=lambda each: (-each.about.as_of.toordinal(), each.place)):
        key = name_key(one.about.government)
        if key in kept:
            reason = DOUBLE.format(folder=told[kept[key].place].folder)
            told[one.place] = replace(told[one.place], state=DataState.DOUBLE, reason=reason)
        else:
            kept[key] = one
    return told, [
        replace(one, about=replace(one.about, province=told[one.place].province))
        for one in sorted(kept.values(), key=lambda each: each.place)
    ]
