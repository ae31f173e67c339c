"""What another set of rules would do to the files at hand: read, judged twice, nothing written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopbatch.batch.assessing.across import look_across
from sopbatch.batch.assessing.parcels import open_parcels
from sopbatch.batch.assessing.reviews import read_all
from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.batch.order import BUG, Order, ReportStage, no_progress
from sopbatch.batch.output.archived import archived
from sopbatch.batch.output.hold import EMPTY, alone_in
from sopbatch.batch.output.tree import ARCHIVE
from sopbatch.files import scratch_folder
from sopbatch.intake import receive
from sopbatch.ledger import RunMemory, read_past, recall
from sopbatch.model import (
    CommandError,
    NotFoundError,
    Received,
    Register,
    Review,
    RuleSetting,
    Severity,
    SopbatchError,
)
from sopbatch.rules import RULES, review
from sopbatch.schema.register import OFF

LEVELS = {severity.label: severity for severity in sorted(Severity, reverse=True)}
CODES = {severity.code: severity for severity in Severity}
NO_UNIT = "Tanpa perangkat daerah"


@dataclass(frozen=True, slots=True)
class Effect:
    """One file that would be judged otherwise."""

    unit: str
    name: str
    title: str
    blocked: bool
    """It would be held back from now on; else it would be free."""
    codes: tuple[str, ...]
    """The rules tried that hold it back then, or held it back until now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What came of it."""

    settings: tuple[RuleSetting, ...]
    files: int
    complete_before: int
    """Files without galat under the rules as they are."""
    complete_after: int
    effects: tuple[Effect, ...]
    """By unit and name."""
    incidents: tuple[str, ...]
    """Tracebacks of bugs."""

    @property
    def exit_code(self) -> int:
        """0 whatever would change, 3 when a bug hit a file."""
        return BUG if self.incidents else 0


def rule_setting(text: str) -> RuleSetting:
    """The setting in a word such as "I-06=harus diperbaiki", "I-06=galat", "P-04=tidak diperiksa".

    Raises:
        SopbatchError: it is not written so, or the rule or the level is not known.
    """
    code, sign, level = (part.strip() for part in text.partition("="))
    level = " ".join(level.casefold().split())
    severity = LEVELS.get(level, CODES.get(level))
    if not sign or (severity is None and level != OFF):
        raise CommandError(
            f"“{text}” tidak dikenali; tulis seperti “I-06={next(iter(LEVELS))}” dengan bobot "
            f"{', '.join(LEVELS)}, atau {OFF}."
        )
    if code.upper() not in {rule.code for rule in ALL_RULES}:
        raise CommandError(
            f"Aturan “{code}” tidak dikenal; lihat daftarnya dengan “sopbatch rules”."
        )
    return RuleSetting(code.upper(), severity, off=level == OFF)


def simulate(
    settings: tuple[RuleSetting, ...],
    output: Path,
    as_of: date | None,
    source: Path | None = None,
    register: Path | None = None,
    workers: int | None = None,
    progress: ReportStage = no_progress,
) -> Simulation:
    """Judge the files of the last run, or those of a folder, under other rule settings.

    `as_of` is the report date, None for that of the last run.

    Raises:
        SopbatchError: there are no files, or the register has a mistake the operator can mend.
    """
    with scratch_folder() as keep:
        if source is not None:
            if as_of is None:
                raise ValueError("as_of is needed with source")
            order = Order(
                input=source,
                output=keep,
                as_of=as_of,
                register=register,
                workers=workers,
                progress=progress,
            )
            status = read_past(output, as_of).status if output.is_dir() else {}
            return _simulate(order, settings, _of_folder(order), None, status)
        if not output.is_dir():
            raise NotFoundError("Folder hasil", output)
        with alone_in(output):
            run = _last_run(output)
            order = Order(
                input=output,
                output=keep,
                as_of=as_of or run.as_of,
                register=register,
                workers=workers,
                progress=progress,
            )
            received = tuple(archived(output, item) for item in run.received)
            known = run.others.register if register is None else None
            return _simulate(
                order,
                settings,
                received,
                archived(output, known) if known else None,
                read_past(output, run.as_of, run.id).status,
            )


def _of_folder(order: Order) -> tuple[Received, ...]:
    if not order.input.is_dir():
        raise NotFoundError("Folder masukan", order.input)
    lying = receive(order.input, order.output / ARCHIVE, lambda _: order.as_of)
    intake, _ = open_parcels(order, lying, lambda _: order.as_of)
    if not intake.received:
        raise SopbatchError(EMPTY.format(folder=order.input))
    return intake.received


def _last_run(output: Path) -> RunMemory:
    weeks = read_past(output, date.max).history
    run = recall(output, weeks[-1].week) if weeks else None
    if run is None:
        raise SopbatchError(
            f"Berkas riwayat di “{output}” belum memuat laporan; sebutkan foldernya dengan "
            "--masukan."
        )
    return run


def _simulate(
    order: Order,
    settings: tuple[RuleSetting, ...],
    received: tuple[Received, ...],
    known: Received | None,
    status: Mapping[str, str],
) -> Simulation:
    read = read_all(order, received, known)
    tried = {setting.rule for setting in settings}
    kept = (item for item in read.register.rule_settings if item.rule not in tried)
    other = replace(read.register, rule_settings=(*kept, *settings))
    sops = tuple(one for one in read.reviews if one.form is None)
    again, incidents = _judged_again(sops, other, order.as_of)
    before, _, crashes, _ = look_across(sops, read.register, order.as_of, status)
    judged, _, more, _ = look_across(again, other, order.as_of, status)
    after = tuple(_in_force(entry, tried) for entry in judged)
    return Simulation(
        settings=settings,
        files=len(before),
        complete_before=sum(entry.publishable for entry in before),
        complete_after=sum(entry.publishable for entry in after),
        effects=tuple(sorted(_effects(before, after, read.register, tried), key=_by_unit)),
        incidents=(*read.incidents, *incidents, *crashes, *more),
    )


def _judged_again(
    reviews: Sequence[Review], register: Register, as_of: date
) -> tuple[tuple[Review, ...], tuple[str, ...]]:
    """What was read once is judged by the other settings; refused files stay refused."""
    judged: list[Review] = []
    incidents: list[str] = []
    for entry in reviews:
        if entry.submission is not None:
            entry, crashes = review(entry.submission, register, as_of, RULES, entry.drawn)
            incidents.extend(crashes)
        judged.append(entry)
    return tuple(judged), tuple(incidents)


def _in_force(entry: Review, tried: set[str]) -> Review:
    """A rule that is tried counts as being on trial no longer."""
    findings = (
        replace(finding, trial=False) if finding.code in tried else finding
        for finding in entry.findings
    )
    return replace(entry, findings=tuple(findings))


def _effects(
    before: Sequence[Review], after: Sequence[Review], register: Register, tried: set[str]
) -> Iterator[Effect]:
    for old, new in zip(before, after, strict=True):
        if old.publishable != new.publishable and new.submission is not None:
            sop = new.submission.sop
            unit = register.unit(sop.unit_code)
            blocked = not new.publishable
            holding = (new if blocked else old).findings
            codes = {finding.code for finding in holding if finding.blocks} & tried
            yield Effect(
                unit.name if unit else sop.unit_name or sop.unit_code or NO_UNIT,
                new.received.name,
                sop.title,
                blocked,
                tuple(sorted(codes)),
            )


def _by_unit(effect: Effect) -> tuple[str, str]:
    return effect.unit, effect.name
