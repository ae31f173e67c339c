"""Drafts of answers are laid into the drafts folder of the mailbox, to be sent from webmail.

Who reads mail in a browser (Zimbra, Roundcube) has no program that opens an unsent mail from a
file. A draft that lies there twice harms nobody, so there is no doubt to tell: after a break-off
the folder itself says which ones arrived.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sopbatch.batch.commands.send import TRIES, Sent
from sopbatch.batch.commands.waiting import Draft, Mailing, SendingPlan, signed
from sopbatch.batch.output.hold import alone_in
from sopbatch.ledger import Sending, State, post
from sopbatch.mail import LineError, opened


def put_drafts(
    folder: Path, plan: SendingPlan, mailing: Mailing, where: str, now: Callable[[], datetime]
) -> Sent:
    """Lay what is ready into a folder of the server; "" for the one marked as that of drafts.

    Raises:
        SopbatchError: the server, user or folder is not to be had.
    """
    told, left, why, tries = Sent(), list(plan.ready), "", 0
    with alone_in(folder), post(folder) as memory:
        while left and tries < TRIES:
            before = len(left)
            try:
                where = where or _folder_of_drafts(mailing)
                with opened(mailing.account, where) as box:
                    there = box.message_ids()
                    while left:
                        draft, moment, refused = left[0], now(), ""
                        if draft.message_id not in there:
                            refused = box.put_draft(signed(draft, mailing, moment), where)
                        if refused:
                            told = replace(told, refused=(*told.refused, (draft, refused)))
                        else:
                            memory.note(_among_drafts(draft, where, moment))
                            told = replace(told, taken=(*told.taken, draft))
                        left.pop(0)
            except LineError as error:
                why = str(error)
            tries = 0 if len(left) < before else tries + 1
    return replace(told, left=tuple((draft, why) for draft in left))


def _folder_of_drafts(mailing: Mailing) -> str:
    with opened(mailing.account, "INBOX") as box:
        return box.drafts_folder()


def _among_drafts(draft: Draft, where: str, moment: datetime) -> Sending:
    return Sending(
        message_id=draft.message_id,
        address=", ".join(draft.recipients),
        subject=draft.subject,
        name=draft.name,
        state=State.AMONG_DRAFTS,
        told=where,
        moment=moment.isoformat(timespec="seconds"),
    )
