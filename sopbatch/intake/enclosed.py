"""What lay in mails and archives joins what lay in the folder by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from sopbatch.intake.archive import Archive
from sopbatch.intake.copies import by_main_name
from sopbatch.intake.opening import OpenedItem
from sopbatch.intake.receive import Intake, archive_suffix
from sopbatch.intake.walk import Untaken
from sopbatch.model import Letter, Passed, Received

HEAD = 4096
"""Bytes that tell what a file is."""


def first_bytes(received: Received) -> bytes:
    """As many as tell its kind; none when the archive cannot be read, which reading tells."""
    try:
        with received.path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


class Enclosed:
    """Contents by their digest; those of containers are archived as they are put in."""

    def __init__(self, intake: Intake, archive: Path, first_seen: Callable[[str], date]) -> None:
        self._received = {item.sha256: item for item in intake.received}
        self._untaken = list(intake.untaken)
        self._passed: list[tuple[str, Passed]] = list(intake.passed)
        self._letters: dict[str, Letter] = dict(intake.letters)
        self._store = Archive(archive)
        self._first_seen = first_seen

    def fail(self, container: Received, reason: str) -> None:
        """A container could not be opened: it is told, under each of its names."""
        for name in self._names_of(container):
            self._untaken.append(Untaken(name, reason))
            self._letters[name] = Letter(name, container.sha256)

    def put(self, container: Received, items: tuple[OpenedItem, ...], folder: Path) -> None:
        """All that a container held; `folder` has the bytes of what was taken out."""
        names = self._names_of(container)
        for item in items:
            if item.file:
                self._keep(item, (folder / item.file).read_bytes())
                continue
            self._letters[item.name] = item.letter
            if item.passed is not None:
                self._passed.append((item.name, item.passed))
            else:
                self._untaken.append(Untaken(item.name, item.reason))
        for name in names[1:]:
            self._passed.append((name, Passed.SAME_PARCEL))
            self._letters[name] = replace(items[0].letter, container=name)

    def all(self) -> Intake:
        """Everything, sorted by name."""
        named = map(by_main_name, self._received.values())
        return Intake(
            tuple(sorted(named, key=lambda item: item.name)),
            tuple(sorted(self._untaken)),
            tuple(sorted(self._passed)),
            tuple(sorted(self._letters.items())),
        )

    def _names_of(self, container: Received) -> tuple[str, ...]:
        """Its names; under them it is not one of the files to be read any more."""
        known = self._received.pop(container.sha256, None)
        if known is not None and known.letters:
            # The same bytes lay elsewhere under a name that promises a workbook.
            first, *others = (name for name, _ in known.letters)
            self._received[known.sha256] = replace(known, name=first, copies=tuple(others))
        return container.name, *container.copies

    def _keep(self, item: OpenedItem, data: bytes) -> None:
        digest = sha256(data).hexdigest()
        carried = (item.name, item.letter)
        if known := self._received.get(digest):
            self._received[digest] = replace(
                known, copies=(*known.copies, item.name), letters=(*known.letters, carried)
            )
            return
        path = self._store.keep(BytesIO(data), digest, len(data), archive_suffix(item.name))
        seen = self._first_seen(digest)
        self._received[digest] = Received(
            name=item.name,
            path=path,
            sha256=digest,
            size=len(data),
            first_seen=seen,
            letters=(carried,),
        )
