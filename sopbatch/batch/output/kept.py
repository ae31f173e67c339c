"""What the archive keeps: contents that left the input folder come back as received files."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hashlib import file_digest
from pathlib import Path

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import ARCHIVE, LOGO, WAITING
from sopbatch.files import write_whole
from sopbatch.ledger import Past
from sopbatch.model import Received, Review, SopbatchError

LOST = (
    "Arsip tidak lagi menyimpan “{name}” (kode isi {digest}); kembalikan berkas itu dari "
    "cadangan ke folder masukan, lalu jalankan lagi."
)


def archived(folder: Path, received: Received) -> Received:
    """A file of the past with the place of its bytes.

    Raises:
        SopbatchError: the archive below the folder has lost it, or holds other bytes.
    """
    found = sorted((folder / ARCHIVE / received.sha256[:2]).glob(f"{received.sha256}*"))
    kept = [path for path in found if _is_whole(path, received.sha256)]
    if not kept:
        raise SopbatchError(LOST.format(name=received.name, digest=received.sha256[:12]))
    return replace(received, path=kept[0])


def all_received(
    order: Order, lying: Sequence[Received], past: Past, came: date
) -> tuple[Received, ...]:
    """What lies in the input, what an undone run left waiting, and what was received before.

    `came` is the day on which what is new came.

    Raises:
        SopbatchError: as archived.
    """
    until = order.until if came == order.as_of else None
    here = (*lying, *pending(order.output, lying, came))
    inbox = tuple(
        replace(item, seen_until=past.seen_until.get(item.sha256, until)) for item in here
    )
    return with_kept(order.output, inbox, past)


def with_kept(folder: Path, inbox: Sequence[Received], past: Past) -> tuple[Received, ...]:
    """Everything that was ever taken in, by name: the input may be emptied after a run.

    Raises:
        SopbatchError: as archived.
    """
    here = {item.sha256 for item in inbox} | {past.register.sha256 if past.register else ""}
    kept = (
        replace(archived(folder, item), from_archive=True)
        for item in past.received
        if item.sha256 not in here
    )
    return tuple(sorted((*inbox, *kept), key=lambda item: (item.name, item.sha256)))


def last_register(folder: Path, inbox: Sequence[Received], past: Past) -> Received | None:
    """The register of the last run, where it lies now; None when no run had one.

    Raises:
        SopbatchError: as archived.
    """
    last = past.register
    for sha256, names in waiting(folder).register.items():
        last = Received(name=names[0], path=Path(), sha256=sha256, size=0, first_seen=date.max)
    if last is None:
        return None
    for item in inbox:
        if item.sha256 == last.sha256:
            return item
    kept = archived(folder, last)
    return replace(kept, size=kept.path.stat().st_size, from_archive=True)


def pending(folder: Path, inbox: Sequence[Received], came: date) -> Iterator[Received]:
    """What came with a run that was undone, and lies in the input no more: it comes with the next.

    Raises:
        SopbatchError: as archived.
    """
    here = {item.sha256 for item in inbox}
    for sha256, names in waiting(folder).files.items():
        if sha256 not in here:
            lost = Received(
                name=names[0],
                path=Path(),
                sha256=sha256,
                size=0,
                first_seen=came,
                copies=tuple(names[1:]),
            )
            item = archived(folder, lost)
            yield replace(item, size=item.path.stat().st_size)
    lying = {item.name for item in inbox}
    for name, sha256 in waiting(folder).logos.items():
        if name not in lying:
            item = archived(
                folder, Received(name=name, path=Path(), sha256=sha256, size=0, first_seen=came)
            )
            yield replace(item, size=item.path.stat().st_size)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What undone runs left for the next one."""

    files: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """sha256 to the names of each."""
    register: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The same of the register; empty without one."""
    logos: Mapping[str, str] = field(default_factory=dict)
    """Name to sha256 of what was a logo first then."""

    def after(self, earlier: "Waiting") -> "Waiting":
        """What waits once the run before is undone as well."""
        files = {**earlier.files, **self.files}
        return Waiting(files, self.register or earlier.register, {**earlier.logos, **self.logos})


def waiting(folder: Path) -> Waiting:
    """What the next run takes in besides the input."""
    try:
        return Waiting(**json.loads((folder / ARCHIVE / WAITING).read_text("utf-8")))
    except FileNotFoundError:
        return Waiting()


def let_wait(folder: Path, contents: Waiting) -> None:
    """Remember what the next run takes in besides the input."""
    place = folder / ARCHIVE / WAITING
    with writing(folder):
        if contents == Waiting():
            place.unlink(missing_ok=True)
        else:
            told = json.dumps(asdict(contents), ensure_ascii=False, indent=1)
            write_whole(place, told.encode())


def keep_logo(folder: Path, logo: Received | None, run: int) -> None:
    """Remember which content is the logo from a run on, for when it no longer lies in the input."""
    known = _logos(folder)
    if logo is None or (known and (logo.name, logo.sha256) == known[-1][1:]):
        return
    _write_logos(folder, [*known, (run, logo.name, logo.sha256)])


def forget_logos(folder: Path, run: int) -> None:
    """Take back what a run and those after it remembered of logos."""
    if logos_since(folder, run):
        _write_logos(folder, [one for one in _logos(folder) if one[0] < run])


def logos_since(folder: Path, run: int) -> Mapping[str, str]:
    """Name to sha256 of the logos that a run and those after it met first."""
    return {name: sha256 for known, name, sha256 in _logos(folder) if known >= run}


def kept_logo(folder: Path, name: str) -> Received | None:
    """The logo of that name as it was last, where it lies now; None when the archive has none."""
    found = [sha256 for _, known, sha256 in _logos(folder) if known == name]
    try:
        return (
            archived(
                folder,
                Received(name=name, path=Path(), sha256=found[-1], size=0, first_seen=date.max),
            )
            if found
            else None
        )
    except (OSError, SopbatchError):
        return None  # documents without a logo, which is told, are better than none


def _logos(folder: Path) -> list[tuple[int, str, str]]:
    """Run, name and content of each logo, oldest first."""
    try:
        told = json.loads((folder / ARCHIVE / LOGO).read_text("utf-8"))
        return [(int(one["laporan"]), str(one["nama"]), str(one["sha256"])) for one in told]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _write_logos(folder: Path, logos: Sequence[tuple[int, str, str]]) -> None:
    listed = [{"laporan": run, "nama": name, "sha256": sha256} for run, name, sha256 in logos]
    with writing(folder):
        told = json.dumps(listed, ensure_ascii=False, indent=1)
        write_whole(folder / ARCHIVE / LOGO, told.encode())


def still_asked(reviews: Sequence[Review]) -> Iterator[Review]:
    """All but the refused files of the archive in whose place another one came since."""
    by_name: dict[str, list[Review]] = {}
    for review in reviews:
        by_name.setdefault(review.received.name, []).append(review)
    for review in reviews:
        same = by_name[review.received.name]
        if not any(_in_place_of(other.received, review) for other in same):
            yield review


def _in_place_of(newer: Received, older: Review) -> bool:
    gone = older.reading is None and older.received.from_archive
    later = not newer.from_archive or newer.first_seen > older.received.first_seen
    return gone and later and newer.sha256 != older.received.sha256


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False
