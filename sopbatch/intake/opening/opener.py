"""A file of the input folder that may hold others: what lies in it, each thing exactly once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sopbatch.intake.opening.heads import with_head
from sopbatch.intake.opening.kinds import ContainerKind, kind_of, passed_over
from sopbatch.intake.opening.mailboxes import read_mailbox
from sopbatch.intake.opening.mails import parse_mail, read_mail
from sopbatch.intake.opening.outlook import outlook_letter, parse_outlook, read_outlook
from sopbatch.intake.opening.packages import read_package
from sopbatch.intake.opening.parts import (
    DAMAGED,
    DEPTH,
    ITEMS,
    TOO_DEEP,
    TOO_MUCH,
    UNPACKED,
    Part,
    TooMuchError,
    numbered,
)
from sopbatch.intake.opening.zips import is_own_backup, read_zip
from sopbatch.model import Letter, Passed

BARE = {ContainerKind.ZIP: Passed.OPENED, ContainerKind.PACKAGE: Passed.BARE_PACKAGE}
"""What a container without anything in it is."""


@dataclass(frozen=True, slots=True)
class OpenTask:
    """Open one received file."""

    path: Path
    name: str
    """As Received.name."""
    sha256: str
    folder: Path
    """Where what is taken out is put."""


@dataclass(frozen=True, slots=True)
class OpenedItem:
    """Something that lay in a container: taken out, passed over, or told."""

    name: str
    """Below the name of the container, with "/"; different for each."""
    letter: Letter
    file: str = ""
    """Name of its bytes in the folder of the task; "" when it was not taken out."""
    reason: str = ""
    """Why it could not be taken out."""
    passed: Passed | None = None


def open_container(task: OpenTask) -> tuple[OpenedItem, ...] | None:
    """What lies in a file; None when it is no container, which others judge.

    The first item stands for the file itself.
    """
    data = task.path.read_bytes()
    kind = kind_of(task.name, data)
    if kind is None:
        return None
    letter = Letter(task.name, task.sha256)
    if kind is ContainerKind.ZIP and is_own_backup(data):
        return (OpenedItem(task.name, letter, passed=Passed.OWN_BACKUP),)
    opening = _Opening(folder=task.folder, name=task.name)
    return tuple(opening.opened(kind, data, "", letter, 1))


@dataclass(slots=True, kw_only=True)
class _Opening:
    """Limits that hold for a file with all it holds, and the names given in it."""

    folder: Path
    name: str
    bytes_left: int = UNPACKED
    items_left: int = ITEMS
    written: int = 0
    names: dict[str, int] = field(default_factory=dict)
    """Each name without capitals to the number its last one got."""

    def opened(
        self, kind: ContainerKind, data: bytes, name: str, letter: Letter, depth: int
    ) -> list[OpenedItem]:
        """A container and what lies in it; when that cannot be told safely, it alone is told."""
        try:
            letter, parts = _parts(kind, data, letter)
            inner = [item for part in parts for item in self._items(part, name, letter, depth)]
        except TooMuchError:
            return [self._item(name, letter, reason=TOO_MUCH)]
        except ValueError as error:
            reason = str(error) if str(error) in (TOO_DEEP, DAMAGED) else DAMAGED
            return [self._item(name, letter, reason=reason)]
        except MemoryError:
            raise
        except Exception:  # NOTE: parsers of mails raise anything; what came is told, never lost
            return [self._item(name, letter, reason=DAMAGED)]
        passed = Passed.OPENED if inner else BARE.get(kind, Passed.BARE_MAIL)
        return [self._item(name, letter, passed=passed), *inner]

    def _items(self, part: Part, above: str, letter: Letter, depth: int) -> list[OpenedItem]:
        self.items_left -= 1
        self.bytes_left -= len(part.data)
        if self.items_left < 0 or self.bytes_left < 0:
            raise TooMuchError
        name = f"{above}/{part.name}" if above else part.name
        kind = kind_of(part.name, part.data)
        if part.reason or part.passed:
            return [self._item(name, letter, reason=part.reason, passed=part.passed)]
        if kind is not None and depth > DEPTH:
            return [self._item(name, letter, reason=TOO_DEEP)]
        if kind is not None:
            return self.opened(kind, part.data, name, letter, depth + 1)
        if passed := passed_over(part.name, part.data):
            return [self._item(name, letter, passed=passed)]
        self.written += 1
        file = str(self.written)
        (self.folder / file).write_bytes(part.data)
        return [self._item(name, letter, file=file)]

    def _item(
        self,
        name: str,
        letter: Letter,
        file: str = "",
        reason: str = "",
        passed: Passed | None = None,
    ) -> OpenedItem:
        """An item under a name that no other one has."""
        free = name
        while (key := free.casefold()) in self.names:
            self.names[name.casefold()] += 1
            free = numbered(name, self.names[name.casefold()])
        self.names[key] = 1
        whole = f"{self.name}/{free}" if free else self.name
        return OpenedItem(whole, letter, file, reason, passed)


def _parts(kind: ContainerKind, data: bytes, letter: Letter) -> tuple[Letter, Iterator[Part]]:
    """The parts of a container; its own letter unless it came in a mail already."""
    match kind:
        case ContainerKind.ZIP:
            return letter, read_zip(data)
        case ContainerKind.PACKAGE:
            return letter, read_package(data)
        case ContainerKind.MAILBOX:
            return letter, read_mailbox(data)
        case ContainerKind.MAIL:
            mail = parse_mail(data)
            own = letter if letter.is_mail else with_head(letter, mail.obj)
            return own, read_mail(mail.obj)
        case ContainerKind.OUTLOOK:
            message = parse_outlook(data)
            own = letter if letter.is_mail else outlook_letter(letter, message)
            return own, read_outlook(message)
