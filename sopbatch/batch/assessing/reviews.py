"""All received files become reviews; the register is read first because the rules need it."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sopbatch.batch.assessing.logo import apart, beside
from sopbatch.batch.order import Order
from sopbatch.batch.output.hold import check_register_file
from sopbatch.batch.workshop.read_task import ReadAnswer, ReadTask
from sopbatch.batch.workshop.tasks import PRELOADED, Answer, work
from sopbatch.files import scratch_folder
from sopbatch.intake import receive_one
from sopbatch.model import NO_REGISTER, Passed, Received, Register, Review, SopbatchError
from sopbatch.reading import Refusal, Refused
from sopbatch.rules import refused, rule_of
from sopbatch.schema.register_v1 import FILE_NAME
from sopbatch.workers import Crashed, Died, Done, Limits, Outcome, Oversized, TimedOut, run_all

NO_PLAN = (
    "Daftar induk tidak ditemukan: jumlah rencana, tenggat, dan perangkat daerah yang belum "
    "mengirim tidak dapat dihitung."
)
FOUND = "Daftar induk dibaca dari “{name}”; periksa apakah berkas itu memang daftar induk Anda."
LIMITS = Limits(answer_bytes=4 << 20)
"""A review stays in the memory of the run; the largest honest ones need a tenth of this."""
KEPT = (
    "Folder masukan tidak memuat daftar induk; yang dipakai terakhir, “{name}”, diambil dari arsip."
)
REGISTER_WORDS = Path(FILE_NAME).stem.replace("_", " ")


@dataclass(frozen=True, slots=True)
class ReadAll:
    """What reading all files gave."""

    reviews: tuple[Review, ...]
    """In order of name."""
    register: Register
    register_file: Received | None = None
    """The workbook the register was read from."""
    logo: Received | None = None
    """The received file that is the logo."""
    passed: tuple[tuple[str, Passed], ...] = ()
    """Names of files that are no SOP though nothing is wrong with them."""
    incidents: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def told_passed(self) -> tuple[tuple[str, Passed], ...]:
        """Those whom somebody may have taken for an SOP."""
        return tuple(item for item in self.passed if item[1] is not Passed.LOGO)


def read_all(
    order: Order,
    received: tuple[Received, ...],
    known: Received | None = None,
    kept: Received | None = None,
) -> ReadAll:
    """Find and read the register (unless it is known already), then every other file.

    `kept` is the register of the last run: it holds when none is met.

    Raises:
        SopbatchError: two registers, or one with a mistake the operator can mend.
    """
    register, file, rest = _register_first(order, received, known)
    if not register.present and kept is not None:
        register, file, rest = _register_first(order, received, kept)
    logo, rest = apart(rest, register)
    answers = _read(order, rest, register, "Membaca berkas")
    late = [
        item
        for item, answer in zip(rest, answers, strict=True)
        if _holds_register(answer) and not item.only_enclosed
    ]
    if order.register:
        # The operator said which one holds.
        late = []
    others = [file] if file and file is not kept else []
    if len(late) + len(others) > 1:
        raise _two_registers([*others, *late])
    if late:
        register, file, rest = _register_first(order, received, late[0])
        logo, rest = apart(rest, register)
        answers = _read(order, rest, register, "Memeriksa berkas")
    passed = {logo.name: Passed.LOGO} if logo else {}
    passed |= dict(_copies_of(file, received)) | dict(_passed_over(rest, answers))
    read = _close(answers, register, file, logo, tuple(sorted(passed.items())))
    if (
        file is None
        or order.register
        or known
        or (file.name == FILE_NAME and not file.from_archive)
    ):
        return read
    told = KEPT if file.from_archive else FOUND
    return replace(read, notes=(*read.notes, told.format(name=file.name)))


def read_register_file(path: Path, order: Order) -> Register:
    """The register of a file the operator named.

    Raises:
        SopbatchError: it is not there, or cannot be read as a register.
    """
    check_register_file(path)
    with scratch_folder() as folder:
        item = receive_one(path, folder, order.as_of)
        (answer,) = _read(order, (item,), NO_REGISTER, "Membaca daftar induk")
    return _register_of(item, answer)


def _register_first(
    order: Order, received: tuple[Received, ...], known: Received | None
) -> tuple[Register, Received | None, tuple[Received, ...]]:
    if known is None and order.register is not None:
        check_register_file(order.register)
        known = receive_one(order.register, order.output / "arsip", order.as_of)
    if known is not None:
        (answer,) = _read(order, (known,), NO_REGISTER, "Membaca daftar induk")
        rest = tuple(item for item in received if item.sha256 != known.sha256)
        return beside(_register_of(known, answer), known), known, rest
    # Anybody can send a mail: what holds for all files comes from the operator's folder alone.
    called = [
        item
        for item in received
        if _words(item).startswith(REGISTER_WORDS) and not item.only_enclosed
    ]
    answers = _read(order, called, NO_REGISTER, "Membaca daftar induk") if called else []
    found = [
        (item, _register_of(item, answer))
        for item, answer in zip(called, answers, strict=True)
        if _words(item) == REGISTER_WORDS or _holds_register(answer)
    ]
    if len(found) > 1:
        raise _two_registers([item for item, _ in found])
    if not found:
        return NO_REGISTER, None, received
    file, register = found[0]
    return beside(register, file), file, tuple(item for item in received if item is not file)


def _words(received: Received) -> str:
    stem = received.file_name.rpartition(".")[0]
    return " ".join(stem.casefold().replace("_", " ").replace("-", " ").split())


def _holds_register(answer: ReadAnswer | Review) -> bool:
    return isinstance(answer, ReadAnswer) and answer.register is not None


def _register_of(item: Received, answer: ReadAnswer | Review) -> Register:
    if isinstance(answer, ReadAnswer) and answer.register is not None:
        return answer.register
    if isinstance(answer, Review) and answer.findings[0].code != Refusal.NOT_A_TEMPLATE.code:
        why = answer.findings[0].sentence.removesuffix(".")
        raise SopbatchError(f"Daftar induk “{item.name}” tidak dapat dibaca: {why}.")
    raise SopbatchError(
        f"Berkas “{item.name}” bukan daftar induk; buat yang baru dengan “sopbatch template”."
    )


def _two_registers(items: Sequence[Received]) -> SopbatchError:
    names = " dan ".join(f"“{item.name}”" for item in items[:2])
    return SopbatchError(f"Ada lebih dari satu daftar induk ({names}); sisakan satu saja.")


def _read(
    order: Order, received: Sequence[Received], register: Register, stage: str
) -> list[ReadAnswer | Review]:
    """One answer per file, in order; what killed its worker becomes a refused file."""
    tasks = [ReadTask(item, register, order.as_of) for item in received]
    answers: dict[int, ReadAnswer | Review] = {}
    order.progress(stage, 0, len(tasks))
    slow: list[int] = []
    for index, outcome in _outcomes(order, tasks):
        if isinstance(outcome, TimedOut):
            slow.append(index)
            continue
        answers[index] = _answer(received[index], outcome)
        order.progress(stage, len(answers), len(tasks))
    # What takes too long to be drawn is reviewed all the same.
    for position, outcome in _outcomes(order, [replace(tasks[at], draws=False) for at in slow]):
        answers[slow[position]] = _answer(received[slow[position]], outcome)
        order.progress(stage, len(answers), len(tasks))
    return [answers[index] for index in range(len(tasks))]


def _outcomes(order: Order, tasks: Sequence[ReadTask]) -> Iterator[tuple[int, Outcome[Answer]]]:
    running = run_all(work, tasks, limits=LIMITS, workers=order.workers, preload=PRELOADED)
    with closing(running) as outcomes:
        yield from outcomes


def _answer(received: Received, outcome: Outcome[Answer]) -> ReadAnswer | Review:
    refuse = partial(_refuse, received)
    match outcome:
        case Done(ReadAnswer(mistake=mistake)) if mistake and received.only_enclosed:
            return ReadAnswer(passed=Passed.OTHER_REGISTER)
        case Done(ReadAnswer(mistake=mistake)) if mistake:
            raise SopbatchError(
                mistake if received.name == FILE_NAME else f"Berkas “{received.name}”: {mistake}"
            )
        case Done(ReadAnswer(refusal=(code, sentence, advice))) if code:
            return refused(received, rule_of(code), sentence, advice)
        case Done(ReadAnswer() as answer):
            return answer
        case TimedOut(seconds):
            return refuse(Refusal.TOO_SLOW, seconds=round(seconds))
        case Died(reason):
            return refuse(Refusal.UNSAFE, reason=reason)
        case Oversized():
            return refuse(Refusal.TOO_MUCH_TEXT)
        case Crashed(trace):
            return ReadAnswer(
                review=refuse(Refusal.PROGRAM_ERROR), crashes=(f"{received.name}\n{trace}",)
            )
        case _:
            raise TypeError(f"unexpected outcome {outcome!r}")


def _refuse(received: Received, refusal: Refusal, **facts: str | int) -> Review:
    verdict = Refused(refusal, facts)
    return refused(received, rule_of(verdict.code), verdict.sentence, verdict.advice)


def _copies_of(
    register: Received | None, received: Sequence[Received]
) -> Iterator[tuple[str, Passed]]:
    """Other names under which the register's bytes came."""
    for item in received:
        if register is not None and item.sha256 == register.sha256:
            for name in {item.name, *item.copies} - {register.name}:
                yield name, Passed.SAME_REGISTER


def _passed_over(
    received: Sequence[Received], answers: Sequence[ReadAnswer | Review]
) -> Iterator[tuple[str, Passed]]:
    for item, answer in zip(received, answers, strict=True):
        if isinstance(answer, ReadAnswer) and not item.from_archive:
            other = answer.register is not None
            reason = Passed.OTHER_REGISTER if other else answer.passed
            if reason is not None:
                yield from ((name, reason) for name in (item.name, *item.copies))


def _close(
    answers: Sequence[ReadAnswer | Review],
    register: Register,
    file: Received | None,
    logo: Received | None,
    passed: tuple[tuple[str, Passed], ...],
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
    alone = replace(file, copies=()) if file else None
    return ReadAll(tuple(reviews), register, alone, logo, passed, tuple(incidents), notes)
