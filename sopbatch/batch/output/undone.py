"""What came with runs that were undone waits in the archive for the next run."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import ARCHIVE, WAITING
from sopbatch.files import write_whole


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
