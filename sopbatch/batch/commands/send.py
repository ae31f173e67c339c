"""Drafts of answers are sent, each once: what is known of every one stands on disk at every moment.

A sending that was begun and never heard of is told as doubtful and left alone.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sopbatch.batch.commands.waiting import Draft, Mailing, SendingPlan, signed
from sopbatch.batch.output.hold import alone_in
from sopbatch.ledger import Post, Sending, State, post
from sopbatch.mail import Answered, LineError, MailFate, Outbox, outbox

TOGETHER = 50
"""Mails on one line: servers end longer ones."""
TRIES = 3


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it."""

    taken: tuple[Draft, ...] = ()
    refused: tuple[tuple[Draft, str], ...] = ()
    doubtful: tuple[tuple[Draft, str], ...] = ()
    left: tuple[tuple[Draft, str], ...] = ()
    """Surely not sent; the next try sends them."""

    @property
    def exit_code(self) -> int:
        """0 when all of it was taken."""
        return int(bool(self.refused or self.doubtful or self.left))


def send(
    folder: Path,
    plan: SendingPlan,
    mailing: Mailing,
    now: Callable[[], datetime],
    pause: Callable[[], None],
) -> Sent:
    """Send what is ready; `pause` waits between two mails.

    Raises:
        SopbatchError: the server or user is not to be had; nothing was sent then.
    """
    with alone_in(folder), post(folder) as memory:
        round_ = _Round(memory=memory, mailing=mailing, now=now, pause=pause)
        left, tries = list(plan.ready), 0
        while left and tries < TRIES:
            before = len(left)
            try:
                with outbox(mailing.account) as line:
                    for _ in range(min(TOGETHER, len(left))):
                        round_.one(line, left[0])
                        left.pop(0)
            except LineError as error:
                round_.why = str(error)
            if round_.broken:
                left.pop(0)
                round_.broken = False
            tries = 0 if len(left) < before else tries + 1
        why = round_.why
        done = round_.told
    return replace(done, left=(*done.left, *((draft, why) for draft in left)))


@dataclass(slots=True, kw_only=True)
class _Round:
    """Sends one after another, and remembers."""

    memory: Post
    mailing: Mailing
    now: Callable[[], datetime]
    pause: Callable[[], None]
    told: Sent = Sent()
    why: str = ""
    broken: bool = False
    """Whether the last one is doubtful: its line is gone."""

    def one(self, line: Outbox, draft: Draft) -> None:
        """Hand one mail over, told before and after."""
        known = self.memory.sending(draft.message_id)
        if known is not None and not (known.state is State.BEGUN and self.mailing.again):
            return
        sending = Sending(
            message_id=draft.message_id,
            address=", ".join(draft.recipients),
            subject=draft.subject,
            name=draft.name,
            state=State.BEGUN,
            told="",
            moment=self.now().isoformat(timespec="seconds"),
        )
        data = signed(draft, self.mailing, self.now())
        try:
            answered = line.hand_over(
                self.mailing.sender, draft.recipients, data, lambda: self.memory.note(sending)
            )
        except LineError:
            # DATA was asked for at most: nothing of the mail had gone out.
            if known is None:
                self.memory.forget(draft.message_id)
            raise
        if answered.fate is MailFate.LATER and known is not None:
            self.memory.note(known)
        self._remember(draft, sending, answered, known is None)
        if answered.fate is MailFate.DOUBTFUL:
            self.broken = True
            raise LineError(answered.told)
        self.pause()

    def _remember(self, draft: Draft, sending: Sending, answered: Answered, is_new: bool) -> None:
        told, words = self.told, (draft, answered.told)
        match answered.fate:
            case MailFate.TAKEN:
                self.memory.note(replace(sending, state=State.SENT, told=answered.told))
                self.told = replace(told, taken=(*told.taken, draft))
            case MailFate.REFUSED:
                self.memory.note(replace(sending, state=State.REFUSED, told=answered.told))
                self.told = replace(told, refused=(*told.refused, words))
            case MailFate.LATER:
                if is_new:
                    self.memory.forget(draft.message_id)
                self.told = replace(told, left=(*told.left, words))
            case MailFate.DOUBTFUL:
                self.told = replace(told, doubtful=(*told.doubtful, words))
