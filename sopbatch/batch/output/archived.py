"""Contents that the archive keeps come back as received files when the input holds them no more."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import file_digest
from pathlib import Path

from sopbatch.batch.order import Order
from sopbatch.batch.output.tree import ARCHIVE
from sopbatch.batch.output.undone import waiting
from sopbatch.ledger import Past
from sopbatch.model import Received, SopbatchError

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
        replace(
            item,
            seen_until=past.seen_until.get(item.sha256, until),
            first_run=past.first_run.get(item.sha256, past.next_run),
        )
        for item in here
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
        last = _lost(names[0], sha256, date.max)
    if last is None:
        return None
    for item in inbox:
        if item.sha256 == last.sha256:
            return item
    return replace(_sized(archived(folder, last)), from_archive=True)


def pending(folder: Path, inbox: Sequence[Received], came: date) -> Iterator[Received]:
    """What came with a run that was undone, and lies in the input no more: it comes with the next.

    Raises:
        SopbatchError: as archived.
    """
    here = {item.sha256 for item in inbox}
    left = waiting(folder)
    for sha256, names in left.files.items():
        if sha256 not in here:
            item = recovered(folder, names[0], sha256, came)
            yield replace(item, copies=tuple(names[1:]))
    lying = {item.name for item in inbox}
    for name, sha256 in left.logos.items():
        if name not in lying:
            yield recovered(folder, name, sha256, came)


def recovered(folder: Path, name: str, sha256: str, came: date) -> Received:
    """A content of the archive under a name, as if it had come on a day.

    Raises:
        SopbatchError: as archived.
    """
    return _sized(archived(folder, _lost(name, sha256, came)))


def _lost(name: str, sha256: str, came: date) -> Received:
    """What is known of a content before its bytes are found."""
    return Received(name=name, path=Path(), sha256=sha256, size=0, first_seen=came)


def _sized(item: Received) -> Received:
    return replace(item, size=item.path.stat().st_size)


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False
