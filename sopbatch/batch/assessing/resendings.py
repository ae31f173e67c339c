"""Which file follows which, and SOPs outside the plan that were sent for one within it.

The receipt number stands in the subject, or the mail belongs to the thread in which the earlier
file came. Both are the sender's word, so the operator is told and nothing is counted by it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopbatch.ledger import Resent
from sopbatch.model import Dossier, PlanLine, Received
from sopbatch.model.received import receipt_key

NUMBER = re.compile(r"\bTT[- ]?[0-9]{6}[- ]?[0-9A-Z]{6}\b", re.IGNORECASE)
NAMED, ANSWERED, SAME = "tanda terima pada perihal", "surel yang dijawab", "SOP yang sama"
"""What tells that a file follows an earlier one."""
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
    lines = {dossier.key: dossier.plan for dossier in known if dossier.plan}
    files = _Files(dossier for dossier in known if dossier.plan)
    for dossier in known:
        if dossier.plan is None and dossier.counted:
            own = dossier.counted.received
            found, _ = files.meant(own, dossier.unit_code)
            if len({key for _, key in found}) == 1:
                last, key = max(found, key=lambda one: (one[0].came, one[0].number))
                yield Resending(own, last.number, lines[key])


def chain(dossiers: Iterable[Dossier]) -> Iterator[Resent]:
    """Which file follows which earlier one: what its mails tell, else the one before it of its SOP.

    An older version that is sent late follows what came before it too: which one counts is
    another matter.
    """
    known = tuple(dossiers)
    files = _Files(known)
    for dossier in known:
        before: list[Received] = []
        # Versions stand newest first; what came together keeps that order, the other way round.
        oldest_first = dossier.versions[::-1]
        for version in sorted(oldest_first, key=lambda one: one.received.came):
            own = version.received
            found, told_by = files.meant(own, dossier.unit_code)
            same = [one for one in found if one[1] == dossier.key] or found
            if len({sop for _, sop in same}) == 1:
                earlier, sop = max(same, key=lambda one: (one[0].came, one[0].number))
                yield Resent(own.sha256, earlier.sha256, sop, told_by)
            elif before:
                yield Resent(own.sha256, before[-1].sha256, dossier.key, SAME)
            before.append(own)


class _Files:
    """Files of a batch, by their receipt numbers and by the mails in which they came."""

    def __init__(self, dossiers: Iterable[Dossier]) -> None:
        self._by_number: dict[str, tuple[Received, str]] = {}
        self._by_mail: dict[str, list[tuple[Received, str]]] = defaultdict(list)
        self._units: dict[str, str] = {}
        for dossier in dossiers:
            for version in dossier.versions:
                received = version.received
                pair = received, dossier.key
                self._units[received.sha256] = dossier.unit_code
                self._by_number[receipt_key(received.number)] = pair
                for message_id in _mails_of(received):
                    self._by_mail[message_id].append(pair)

    def meant(self, own: Received, unit: str) -> tuple[list[tuple[Received, str]], str]:
        """Earlier files of the agency that a file's mails point at, with keys of their SOPs.

        And what tells it. A number that is named in a subject says more than a thread; the mails
        of ours that it answers bear numbers as well.
        """
        letters = [letter for _, letter in own.letters]
        for told_by, found in (
            (NAMED, self._numbered(one.subject for one in letters)),
            (
                ANSWERED,
                [
                    *self._numbered(one.references for one in letters),
                    *(
                        pair
                        for one in letters
                        for message_id in one.references.split()
                        for pair in self._by_mail.get(message_id, ())
                    ),
                ],
            ),
        ):
            if found:
                return [pair for pair in found if self._may_follow(own, pair[0], unit)], told_by
        return [], ""

    def _numbered(self, texts: Iterable[str]) -> list[tuple[Received, str]]:
        keys = (receipt_key(number) for text in texts for number in NUMBER.findall(text))
        return [self._by_number[key] for key in keys if key in self._by_number]

    def _may_follow(self, own: Received, earlier: Received, unit: str) -> bool:
        return (
            earlier.sha256 != own.sha256
            and self._units[earlier.sha256] == unit
            and earlier.came <= own.came
        )


def _mails_of(received: Received) -> set[str]:
    return {letter.message_id for _, letter in received.letters} - {""}
