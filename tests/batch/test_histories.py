"""Random histories of an inbox: counts never depend on what lies in it, and fall for a reason.

The files are one line of text each; what reading would give is made from that line. Intake,
archive, judging, counting, ledger and notes are those of the program.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.batch.assessing.assessment import Seen, judge, standings
from sopbatch.batch.assessing.lost_counts import BY_RULES
from sopbatch.batch.assessing.reviews import ReadAll
from sopbatch.batch.commands.restore import restore, take_back
from sopbatch.batch.commands.run import day_of_receipt, record_of
from sopbatch.batch.order import Order
from sopbatch.batch.output.archived import all_received
from sopbatch.batch.output.publish import Product
from sopbatch.batch.output.run_notes import check_memory, write_notes
from sopbatch.batch.output.undone import Waiting, let_wait
from sopbatch.batch.products.outcome import Outcome
from sopbatch.intake import receive
from sopbatch.ledger import FILE_NAME, read_past, write_run
from sopbatch.model import (
    Decision,
    Format,
    OtherFiles,
    PlanLine,
    Received,
    Register,
    Review,
    Submission,
    Unit,
    Withdrawal,
    receipt_number,
)
from sopbatch.tally.lines import completion
from tests.batch.ledgers import everything
from tests.builders import findings, received, sop

START = date(2026, 10, 2)
MONDAY = date(2026, 9, 28)
UNIT = "4.01.01.7"
TITLES = ("Penanganan Surat Masuk", "Peminjaman Kendaraan Dinas", "Penyusunan Jadwal Piket")
STATUSES = ("Draf", "Diajukan", "Siap Disahkan")
PLAN = tuple(
    PlanLine(code=f"TL-{number:02}", unit_code=UNIT, section="", title=title)
    for number, title in enumerate(TITLES[:2], 1)
)
KINDS = ("kirim", "kirim", "kirim", "hapus", "hapus", "kosongkan", "ganti nama", "salin", "tarik",
         "batal tarik", "cabut", "ubah rencana", "batalkan")  # fmt: skip
PAPER = "laporan/a.xlsx"


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does before a run."""

    kind: str
    which: int
    title: int
    status: int
    faulty: bool


@dataclass
class World:
    """An input folder, an output folder, and the register of the day."""

    root: Path
    is_emptied: bool
    """Whether files are taken out of the inbox; else it only grows."""
    register: Register = field(
        default_factory=lambda: Register(
            units=(Unit(code=UNIT, name="Biro Organisasi"),), plan=PLAN
        )
    )
    sent: int = 0

    @property
    def inbox(self) -> Path:
        return self.root / "masuk"

    @property
    def output(self) -> Path:
        return self.root / "keluar"

    def files(self) -> list[Path]:
        return sorted(self.inbox.iterdir())


def deeds_of(*kinds: str) -> st.SearchStrategy[list[list[Deed]]]:
    """Before each of two to four runs one to four deeds of these kinds."""
    deed = st.builds(
        Deed,
        st.sampled_from(kinds),
        st.integers(0, 9),
        st.integers(0, 2),
        st.integers(0, 2),
        st.booleans(),
    )
    return st.lists(st.lists(deed, min_size=1, max_size=4), min_size=2, max_size=4)


def do(world: World, deed: Deed, contents: dict[str, str]) -> None:
    """Do it; `contents` are the numbers of all that was ever received, by sha256."""
    do_with_files(world, deed)
    world.register = decided(world.register, deed, [contents[one] for one in sorted(contents)])


def do_with_files(world: World, deed: Deed) -> None:
    match deed.kind:
        case "kirim":
            world.sent += 1
            text = f"{deed.title}|{deed.status}|{int(deed.faulty)}|{world.sent}"
            (world.inbox / f"sop {deed.which} {world.sent}.xlsx").write_text(text, "utf-8")
        case "hapus" if world.is_emptied and world.files():
            world.files()[deed.which % len(world.files())].unlink()
        case "kosongkan" if world.is_emptied:
            for path in world.files():
                path.unlink()
        case "salin" if world.files():
            path = world.files()[deed.which % len(world.files())]
            path.with_name(f"salinan {path.name}").write_bytes(path.read_bytes())
        case "ganti nama" if world.files():
            path = world.files()[deed.which % len(world.files())]
            path.rename(path.with_name(f"baru {path.name}"))


def decided(register: Register, deed: Deed, numbers: list[str]) -> Register:
    match deed.kind:
        case "tarik" if numbers:
            line = Withdrawal(numbers[deed.which % len(numbers)], START, "Kepala Biro", "keliru")
            return replace(register, withdrawals=(*register.withdrawals, line))
        case "batal tarik":
            return replace(register, withdrawals=())
        case "cabut":
            decision = Decision(
                plan_code=PLAN[deed.which % 2].code,
                status="Dicabut",
                decided=START,
                document="BA-7",
            )
            return replace(register, decisions=(*register.decisions, decision))
        case "ubah rencana":
            gone = deed.which % 2
            plan = tuple(
                replace(line, withdrawn=place == gone and deed.faulty)
                for place, line in enumerate(PLAN)
            )
            return replace(register, plan=plan)
    return register


def read(item: Received) -> Review:
    """What reading a workbook of this line would give."""
    title, status, faulty, _ = item.path.read_text("utf-8").split("|")
    subject = sop(TITLES[int(title)], status=STATUSES[int(status)], unit_code=UNIT)
    return Review(
        received=item,
        submission=Submission(
            received=item,
            format=Format.XLSX,
            version=1,
            sop=subject,
        ),
        findings=findings(int(faulty)),
    )


def week(world: World, as_of: date) -> Seen:
    """One run of the program over the world, without documents."""
    world.output.mkdir(exist_ok=True)
    order = Order(input=world.inbox, output=world.output, as_of=as_of)
    check_memory(world.output)
    past = read_past(world.output, as_of)
    came = day_of_receipt(order, past)
    intake = receive(
        world.inbox, world.output / "arsip", lambda sha256: past.first_seen.get(sha256, came)
    )
    files = all_received(order, intake.received, past, came)
    told = ReadAll(
        reviews=tuple(map(read, files)),
        register=world.register,
        register_file=received("daftar_induk.xlsx"),
    )
    seen = judge(order, told, OtherFiles(), past)
    made = Outcome(
        products=(),
        report=Product(PAPER, "", "aa", None),
        documents={},
        returned={},
        exported={},
        incidents=(),
        failures=(),
        notes=(),
    )
    write_run(world.output, record_of(order, seen, made, ()))
    write_notes(world.output, ())
    let_wait(world.output, Waiting())
    return seen


def undone(world: World, as_of: date) -> Seen:
    """The last run taken back and done again, when what came with it may lie nowhere any more."""
    take_back(world.output)
    if world.is_emptied:
        for path in world.files():
            path.unlink()
    return week(world, as_of)


@pytest.mark.long
@settings(max_examples=12)
@given(deeds_of(*KINDS))
def test_counts_depend_on_what_was_received_and_fall_for_a_named_reason(history):
    with TemporaryDirectory() as folder:
        worlds = [World(Path(folder) / name, name == "kosong") for name in ("utuh", "kosong")]
        for world in worlds:
            world.inbox.mkdir(parents=True)
        contents: dict[str, str] = {}
        before = None
        for number, deeds in enumerate(history):
            as_of = START + timedelta(weeks=number)
            for world in worlds:
                # What is taken out was there in the run before: else it was never received.
                for deed in sorted(deeds, key=lambda deed: deed.kind == "kirim"):
                    do(world, deed, contents)
            whole, swept = (week(world, as_of) for world in worlds)
            if any(deed.kind == "batalkan" for deed in deeds):
                known = everything(worlds[0].output)
                whole, swept = (undone(world, as_of) for world in worlds)
                assert everything(worlds[0].output) == known
            assert swept.counts.total == whole.counts.total
            assert statuses(swept) == statuses(whole)
            assert swept.losses == whole.losses
            if before is not None:
                assert_falls_are_named(before, swept)
            before = swept
            every = (
                *swept.reviews,
                *(Review(received=item, submission=None, findings=()) for item, _ in gone(swept)),
            )
            contents = {
                item.received.sha256: receipt_number(item.received.first_seen, item.received.sha256)
                for item in every
            }
        for world in worlds:
            # What came from the inbox comes from the archive now, which the ledger tells.
            week(world, as_of)
            known = everything(world.output)
            (world.output / FILE_NAME).unlink()
            restore(world.output)
            assert everything(world.output) == known
            check_memory(world.output)
            week(world, as_of)
            assert everything(world.output) == known


@settings(max_examples=20)
@given(deeds_of("kirim"))
def test_runs_of_one_day_count_as_those_of_days_of_their_own(history):
    with TemporaryDirectory() as folder:
        hourly, daily = (World(Path(folder) / name, is_emptied=False) for name in ("jam", "hari"))
        for world in (hourly, daily):
            world.inbox.mkdir(parents=True)
        for number, deeds in enumerate(history):
            for world in (hourly, daily):
                for deed in deeds:
                    do_with_files(world, deed)
            of_one_day = week(hourly, MONDAY)
            assert versions(of_one_day) == versions(week(daily, MONDAY + timedelta(days=number)))
        (hourly.output / FILE_NAME).unlink()
        restore(hourly.output)
        assert versions(week(hourly, MONDAY)) == versions(of_one_day)


def versions(seen: Seen) -> list[tuple[str, str, list[str]]]:
    """Title, status and files of each SOP, newest first."""
    return [
        (line.title, line.status, [one.received.name for one in dossier.versions])
        for line, dossier in zip(seen.counts.lines, seen.dossiers, strict=True)
    ]


def statuses(seen: Seen) -> list[tuple[str, str]]:
    return [(line.title, line.status) for line in seen.counts.lines]


def gone(seen: Seen) -> tuple[tuple[Received, str], ...]:
    return seen.others.withdrawn


def assert_falls_are_named(before: Seen, after: Seen) -> None:
    """An SOP that counted a week ago, and counts no more, is named with its reason."""
    named = {loss.sop for loss in after.losses}
    for level in ("received", "complete", "compiled", "ratified"):
        assert counting(before, level) - counting(after, level) <= named, (level, after.losses)
    assert all(loss.reason != BY_RULES for loss in after.losses), after.losses


def counting(seen: Seen, level: str) -> set[str]:
    """Keys of the SOPs that a figure of the report counts."""
    keys = {one.counted or one.sop: one.sop for one in standings(seen)}
    counted = (line for line in seen.counts.lines if getattr(completion(line), level))
    return {keys[line.sha256 or line.plan_code] for line in counted}


def test_an_sop_that_loses_only_its_completeness_is_named_with_the_reason(tmp_path):
    world = World(tmp_path, is_emptied=False)
    world.inbox.mkdir()
    for faulty in (False, True):
        do_with_files(world, Deed("kirim", 0, 0, 0, faulty))
    before = week(world, START)
    (good,) = (review.received for review in before.reviews if not review.errors)
    line = Withdrawal(receipt_number(START, good.sha256), START, "Kepala Biro", "keliru")
    world.register = replace(world.register, withdrawals=(line,))
    after = week(world, START + timedelta(weeks=1))
    assert statuses(after) == statuses(before)
    assert_falls_are_named(before, after)
    (loss,) = after.losses
    assert (loss.before, loss.after) == ("Draf, lengkap", "Draf, tidak lengkap")
    assert loss.reason.startswith(f"berkas {receipt_number(START, good.sha256)} ditarik")
