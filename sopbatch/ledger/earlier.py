"""What was found in the version of an SOP that came before another one."""

import sqlite3
from collections.abc import Mapping

from sopbatch.model import Earlier, ToldBefore


def earlier_findings(
    connection: sqlite3.Connection, contents: Mapping[str, str], before_run: int | None
) -> Mapping[str, Earlier]:
    """Findings of the version before each content (sha256 to the key of its SOP).

    The version before is the content of the same SOP that came last of those that came in an
    earlier run; what was told of it in the last run that read it counts. Contents without one
    are left out. With the id `before_run`, runs from that one on are not looked at.
    """
    runs: dict[str, list[tuple[int, int, str]]] = {}
    for sop, sha256, first, last in connection.execute(
        "SELECT sop, sha256, min(run), max(run) FROM submission WHERE ? IS NULL OR run < ?"
        " GROUP BY sop, sha256",
        (before_run, before_run),
    ):
        runs.setdefault(sop, []).append((first, last, sha256))
    found: dict[str, Earlier] = {}
    for sha256, sop in contents.items():
        known = runs.get(sop, [])
        own = next((first for first, _, other in known if other == sha256), None)
        before = [one for one in known if one[2] != sha256 and (own is None or one[0] < own)]
        if before:
            _, last, other = max(before)
            rows = connection.execute(
                "SELECT code, severity, cell, sentence FROM finding WHERE sha256 = ? AND run = ?"
                " ORDER BY rowid",
                (other, last),
            )
            found[sha256] = Earlier(len(before), tuple(ToldBefore(*row) for row in rows))
    return found
