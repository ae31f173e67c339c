"""Which SOPs were in force after the last run."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sopbatch.ledger.opening import FILE_NAME, reading

QUERY = (
    "SELECT unit, title, status FROM standing WHERE run = (SELECT max(id) FROM run)"
    " AND title <> '' ORDER BY unit, title"
)


def titles_standing(folder: Path, statuses: Iterable[str]) -> Mapping[str, tuple[str, ...]] | None:
    """Code of each unit to titles of its SOPs with one of these statuses after the last run.

    None when there is no ledger in the output folder.

    Raises:
        SopbatchError: the ledger is damaged, of another program, or newer than this version.
    """
    if not (folder / FILE_NAME).exists():
        return None
    wanted = frozenset(statuses)
    titles: dict[str, list[str]] = {}
    with reading(folder) as connection:
        for unit, title, status in connection.execute(QUERY):
            if status in wanted:
                titles.setdefault(unit, []).append(title)
    return {unit: tuple(found) for unit, found in titles.items()}
