"""All received files become reviews; the register is read first because the rules need it."""

from dataclasses import dataclass, field
from functools import partial

from sopbatch.batch.jobs import PRELOADED, Answer, ReadAnswer, ReadTask, Task, work
from sopbatch.batch.order import Order
from sopbatch.intake import receive_one
from sopbatch.model import NO_REGISTER, Received, Register, Review, SopbatchError
from sopbatch.reading import Refusal, Refused
from sopbatch.rules import refused, rule_of
from sopbatch.workers import Crashed, Died, Done, Outcome, TimedOut, run_all

NO_PLAN = (
    "Daftar induk tidak ditemukan: jumlah rencana, tenggat, dan perangkat daerah yang belum "
    "mengirim tidak dapat dihitung."
)
REGISTER_WORDS = ("daftar_induk", "daftar induk", "daftar-induk")


@dataclass(frozen=True, slots=True)
class ReadAll:
    """What reading all files gave."""

    reviews: tuple[Review, ...]
    """In order of name."""
    register: Register
    incidents: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def read_all(order: Order, received: tuple[Received, ...]) -> ReadAll:
    """Find and read the register, then every other file.

    Raises:
        SopbatchError: two registers, or one with a mistake the operator can mend.
    """
    register, rest = _register_first(order, received)
    answers = _read(order, rest, register, "Membaca berkas")
    late = [
        (item, answer.register)
        for item, answer in zip(rest, answers, strict=True)
        if isinstance(answer, ReadAnswer) and answer.register is not None
    ]
    if len(late) > 1 or (late and register.present):
        raise SopbatchError(
            f"Ada lebih dari satu daftar induk (“{late[-1][0].name}”); sisakan satu saja."
        )
    if late:
        rest = tuple(item for item in rest if item is not late[0][0])
        register = late[0][1] or NO_REGISTER
        answers = _read(order, rest, register, "Membaca berkas")
    return _close(rest, answers, register)


def _register_first(
    order: Order, received: tuple[Received, ...]
) -> tuple[Register, tuple[Received, ...]]:
    if order.register is not None:
        own = receive_one(order.register, order.output / "arsip", order.as_of)
        candidates = [own]
        rest = tuple(item for item in received if item.sha256 != own.sha256)
    else:
        candidates = [item for item in received if _called_register(item)]
        rest = tuple(item for item in received if item not in candidates)
    if not candidates:
        return NO_REGISTER, rest
    if len(candidates) > 1:
        names = " dan ".join(f"“{item.name}”" for item in candidates[:2])
        raise SopbatchError(f"Ada lebih dari satu daftar induk ({names}); sisakan satu saja.")
    (answer,) = _read(order, tuple(candidates), NO_REGISTER, "Membaca daftar induk")
    if not isinstance(answer, ReadAnswer) or answer.register is None:
        raise SopbatchError(
            f"Daftar induk “{candidates[0].name}” tidak dapat dibaca sebagai daftar induk; buat "
            "yang baru dengan “sopbatch template”."
        )
    return answer.register, rest


def _called_register(received: Received) -> bool:
    return received.file_name.casefold().startswith(REGISTER_WORDS)


def _read(
    order: Order, received: tuple[Received, ...], register: Register, stage: str
) -> list[ReadAnswer | Review]:
    """One answer per file, in order; what killed its worker becomes a refused file."""
    tasks: list[Task] = [ReadTask(item, register, order.as_of) for item in received]
    answers: dict[int, ReadAnswer | Review] = {}
    order.progress(stage, 0, len(tasks))
    for index, outcome in run_all(work, tasks, workers=order.workers, preload=PRELOADED):
        answers[index] = _answer(received[index], outcome)
        order.progress(stage, len(answers), len(tasks))
    return [answers[index] for index in range(len(tasks))]


def _answer(received: Received, outcome: Outcome[Answer]) -> ReadAnswer | Review:
    refuse = partial(_refuse, received)
    match outcome:
        case Done(ReadAnswer(mistake=mistake)) if mistake:
            raise SopbatchError(mistake)
        case Done(ReadAnswer(refusal=(code, sentence, advice))) if code:
            return refused(received, rule_of(code), sentence, advice)
        case Done(ReadAnswer() as answer):
            return answer
        case TimedOut(seconds):
            return refuse(Refusal.TOO_SLOW, seconds=round(seconds))
        case Died(reason):
            return refuse(Refusal.UNSAFE, reason=reason)
        case Crashed(trace):
            return ReadAnswer(
                review=refuse(Refusal.PROGRAM_ERROR), crashes=(f"{received.name}\n{trace}",)
            )
        case _:
            raise TypeError(f"unexpected outcome {outcome!r}")


def _refuse(received: Received, refusal: Refusal, **facts: str | int) -> Review:
    verdict = Refused(refusal, facts)
    return refused(received, rule_of(verdict.code), verdict.sentence, verdict.advice)


def _close(
    received: tuple[Received, ...], answers: list[ReadAnswer | Review], register: Register
) -> ReadAll:
    reviews: list[Review] = []
    incidents: list[str] = []
    for answer in answers:
        if isinstance(answer, Review):
            reviews.append(answer)
        elif answer.review is not None:
            reviews.append(answer.review)
            incidents.extend(answer.crashes)
    notes = () if register.present else (NO_PLAN,)
    return ReadAll(tuple(reviews), register, tuple(incidents), notes)
