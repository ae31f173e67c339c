"""A notebook is closed: what every kind of workbook is looked at for last, and what was read."""

from collections.abc import Callable
from typing import TypeVar

from sopbatch.model import Reading, Received
from sopbatch.reading import limits
from sopbatch.reading.cells import Notebook, state_hidden
from sopbatch.reading.foreign import is_plain, state_foreign
from sopbatch.reading.refusals import Refusal, Refused

R = TypeVar("R", bound=Reading)


def look_over(notebook: Notebook) -> None:
    """State what is wrong with a workbook as a whole, once its fields were read.

    Raises:
        Refused: more was typed than anybody fills in.
    """
    state_hidden(notebook)
    state_foreign(notebook)
    if sum(map(len, notebook.values.values())) > limits.TYPED_TEXT:
        raise Refused(Refusal.TOO_MUCH_TEXT)


def closed(
    notebook: Notebook,
    received: Received,
    version: int,
    make: Callable[..., R],
) -> R:
    """What was read; `make` is the kind of Reading, given all that only this kind has.

    `version` is that of the template, 0 when labels only told what this is.
    """
    return make(
        received=received,
        format=notebook.grid.format,
        version=version,
        cells=notebook.cells,
        repairs=tuple(notebook.repairs),
        problems=tuple(notebook.problems),
        values=notebook.values,
        plain=is_plain(notebook.grid),
    )
