"""A run that uses what an earlier one left gives the bytes of one that makes everything anew."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import sopbatch
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.output.program import LIBRARIES, program_digest
from sopbatch.batch.output.tree import ANSWER, DOCUMENTS, REPORTS, RESULTS, RETURNED
from tests.batch.kept_weeks import CONTENTS, DAY, laid_out, weeks
from tests.batch.ledgers import everything
from tests.batch.runs import digests


@pytest.mark.long
@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(weeks())
def test_a_run_that_keeps_gives_the_bytes_of_one_that_does_not(
    tmp_path_factory: pytest.TempPathFactory, weeks: list[tuple[str, int, dict[str, str]]]
):
    """Over weeks in which register, settings, day, names and contents of files change."""
    made = {name: make() for name, make in CONTENTS.items()}
    root = tmp_path_factory.mktemp("minggu")
    kept, fresh = root / "lama", root / "baru"
    # A date before the last one writes its report only.
    dated = sorted(weeks[:3], key=lambda week: week[1])
    for number, (register, days, files) in enumerate(dated):
        inbox = root / f"masuk {number}"
        for name, data in laid_out(register, files, made):
            (inbox / name).parent.mkdir(parents=True, exist_ok=True)
            (inbox / name).write_bytes(data)
        order = Order(input=inbox, output=kept, as_of=DAY + timedelta(days=days), workers=1)
        answer = run_batch(order).answer
        for name in (DOCUMENTS, RETURNED, REPORTS):
            shutil.rmtree(fresh / name, ignore_errors=True)
        for name in (RESULTS, ANSWER):
            (fresh / name).unlink(missing_ok=True)
        anew = run_batch(replace(order, output=fresh)).answer
        assert replace(anew, report=answer.report) == answer
        for folder in (DOCUMENTS, RETURNED):
            assert digests(kept / folder) == digests(fresh / folder)
        made_now = digests(fresh / REPORTS)
        assert {name: digests(kept / REPORTS)[name] for name in made_now} == made_now
        assert everything(kept) == everything(fresh)


def change(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"~")


CHANGES = {
    "a rule": lambda root: change(root / "rules" / "flow" / "__init__.py"),
    "a font": lambda root: change(next((root / "text" / "fonts").glob("*.ttf"))),
    "a casebook": lambda root: change(next((root / "rules" / "cases").glob("*.md"))),
    "a file more": lambda root: (root / "rules" / "baru.py").write_text(""),
    "a file less": lambda root: next((root / "rules" / "times").glob("*.py")).unlink(),
    "another name": lambda root: (root / "files.py").rename(root / "berkas.py"),
    "the beginning of one file is the end of another": lambda root: moved(root),
}


def moved(root: Path) -> None:
    """All bytes stay in their order."""
    one, other = root / "__init__.py", root / "__main__.py"
    whole = one.read_bytes() + other.read_bytes()
    one.write_bytes(whole[:-5])
    other.write_bytes(whole[-5:])


@pytest.mark.few(3)
@pytest.mark.parametrize("name", CHANGES)
def test_another_program_has_another_digest(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root = tmp_path / "sopbatch"
    shutil.copytree(Path(sopbatch.__file__).parent, root)
    monkeypatch.setattr(sopbatch, "__file__", str(root / "__init__.py"))
    before = program_digest.__wrapped__()
    assert program_digest.__wrapped__() == before
    CHANGES[name](root)
    assert program_digest.__wrapped__() != before


def test_what_python_makes_of_the_program_is_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root = tmp_path / "sopbatch"
    shutil.copytree(Path(sopbatch.__file__).parent, root)
    monkeypatch.setattr(sopbatch, "__file__", str(root / "__init__.py"))
    before = program_digest.__wrapped__()
    (root / "rules" / "rule.cpython-399.pyc").write_bytes(b"lain")
    assert program_digest.__wrapped__() == before


@contextmanager
def installed(folder: Path, *names: str) -> Iterator[None]:
    """Libraries besides those of the machine, before them."""
    for name in names:
        (folder / name).mkdir(parents=True)
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))


@pytest.mark.few(4)
@pytest.mark.parametrize("library", LIBRARIES)
def test_another_version_of_a_library_is_another_program(library: str, tmp_path: Path):
    before = program_digest.__wrapped__()
    spelt = library.lower().replace("-", "_")
    with installed(tmp_path / "satu", f"{spelt}-0.0.0.1.dist-info"):
        older = program_digest.__wrapped__()
    with installed(tmp_path / "dua", f"{spelt}-0.0.0.2.dist-info"):
        newer = program_digest.__wrapped__()
    assert len({before, older, newer}) == 3
    with installed(tmp_path / "tiga", "lain_sama_sekali-0.0.0.1.dist-info"):
        assert program_digest.__wrapped__() == before
