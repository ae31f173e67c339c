"""SOPs outside the plan that answer a mail of ours: their senders tell which file they replace.

The receipt number stands in the subject, or the mail belongs to the thread in which the earlier
file came. Both are the sender's word, so the operator is told and nothing is counted by it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopbatch.model import Dossier, PlanLine, Received
from sopbatch.model.received import receipt_key

NUMBER = re.compile(r"\bTT[- ]?[0-9]{6}[- ]?[0-9A-Z]{6}\b", re.IGNORECASE)
TOLD = (
    "Berkas “{file}” ({number}) adalah kiriman ulang atas {earlier} dengan nama lain; jika benar, "
    "kaitkan dengan {code} di lembar Keputusan (Dikaitkan)."
)


@dataclass(frozen=True, slots=True)
class Resending:
    """A file outside the plan, and which one it was sent for."""

    received: Received
    earlier: str
    """Receipt number of that one."""
    line: PlanLine
    """Its title in the plan."""

    @property
    def told(self) -> str:
        """To the operator, one sentence."""
        return TOLD.format(
            file=self.received.file_name,
            number=self.received.number,
            earlier=self.earlier,
            code=self.line.code,
        )


def resendings(dossiers: Iterable[Dossier]) -> Iterator[Resending]:
    """Where mails point at files of one planned title of the same agency, and of no other."""
    known = tuple(dossiers)
    planned = [
        (version.received, dossier.plan)
        for dossier in known
        if dossier.plan
        for version in dossier.versions
    ]
    by_number = {receipt_key(received.number): (received, line) for received, line in planned}
    by_thread: dict[str, list[tuple[Received, PlanLine]]] = defaultdict(list)
    for received, line in planned:
        for _, letter in received.letters:
            if letter.message_id:
                by_thread[letter.message_id].append((received, line))
    for dossier in known:
        if dossier.plan is None and dossier.counted:
            own = dossier.counted.received
            found = [
                (received, line)
                for received, line in _meant(own, by_number, by_thread)
                if line.unit_code == dossier.unit_code and received.first_seen <= own.first_seen
            ]
            if len({line.code for _, line in found}) == 1:
                last = max(found, key=lambda one: (one[0].first_seen, one[0].number))
                yield Resending(own, last[0].number, last[1])


def _meant(
    own: Received,
    by_number: Mapping[str, tuple[Received, PlanLine]],
    by_thread: Mapping[str, list[tuple[Received, PlanLine]]],
) -> list[tuple[Received, PlanLine]]:
    """Files that the mails of a file point at; a number that is named says more than a thread."""
    letters = [letter for _, letter in own.letters]
    named = [receipt_key(text) for one in letters for text in NUMBER.findall(one.subject)]
    if found := [by_number[key] for key in named if key in by_number]:
        return found
    ids = dict.fromkeys(name for one in letters for name in one.references.split())
    return [pair for name in ids for pair in by_thread.get(name, ())]
