"""The officer's own look: findings at once, and on demand a marked copy beside the file."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.commands.check import check_files
from sopbatch.batch.family.catalogue import BATCH_RULES
from sopbatch.batch.family.needs import MEMBER as NEEDS
from sopbatch.model import Place, SopbatchError
from sopbatch.writing.templates.kinds import write_kind
from tests.batch.runs import REPOSITORY, faulty_workbook, good_workbook
from tests.cli.typed import typed
from tests.writing.returned.books import opened

AS_OF = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kiriman")
    (folder / "baik.xlsx").write_bytes(good_workbook())
    (folder / "dua mulai.xlsx").write_bytes(faulty_workbook())
    (folder / "pindaian.xlsx").write_bytes(b"%PDF-1.7\n")
    return folder


def test_nothing_is_written_unless_asked_for(sent):
    before = sorted(sent.iterdir())
    assert check_files((sent,), AS_OF, None).marked == ()
    assert sorted(sent.iterdir()) == before


def test_a_folder_is_summed_up_at_the_end(sent):
    told = typed("check", str(sent)).out.splitlines()
    assert told[-1] == "Jumlah: 3 berkas; 1 lengkap, 1 harus diperbaiki, 1 tidak terbaca."


def test_one_file_has_no_sum(sent):
    assert "Jumlah" not in typed("check", str(sent / "baik.xlsx")).out


def test_equal_files_of_a_folder_are_named_with_it(tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    for name in ("SOP.xlsx", "SOP - Copy.xlsx"):
        (folder / name).write_bytes(good_workbook())
    (review,) = check_files((folder,), AS_OF, None).reviews
    names = (review.received.name, *review.received.copies)
    assert names == (f"{folder.as_posix()}/SOP.xlsx", f"{folder.as_posix()}/SOP - Copy.xlsx")


@pytest.mark.long
def test_each_workbook_that_was_read_gets_a_marked_copy_beside_it(sent, tmp_path):
    folder = shutil.copytree(sent, tmp_path / "kiriman")
    result = check_files((folder,), AS_OF, None, mark=True)
    assert sorted(path.name for path in result.marked) == [
        "baik (bertanda).xlsx",
        "dua mulai (bertanda).xlsx",
    ]
    assert opened(result.marked[1].read_bytes()).sheetnames[0] == "Perbaikan"
    assert (folder / "dua mulai.xlsx").read_bytes() == (sent / "dua mulai.xlsx").read_bytes()


@pytest.mark.long
def test_a_copy_is_never_written_over(sent, tmp_path):
    file = tmp_path / "dua mulai.xlsx"
    shutil.copyfile(sent / file.name, file)
    (first,) = check_files((file,), AS_OF, None, mark=True).marked
    assert check_files((file,), AS_OF, None, mark=True).marked == (first,)
    first.write_bytes(good_workbook())
    (second,) = check_files((first,), AS_OF, None, mark=True).marked
    assert second.name == "dua mulai (bertanda 2).xlsx"
    assert first.read_bytes() == good_workbook()


@pytest.mark.long
def test_a_workbook_that_cannot_be_marked_comes_as_a_fresh_form(tmp_path):
    shutil.copyfile(
        REPOSITORY / "input/Biro Organisasi/PA/Evaluasi Jabatan.ods", tmp_path / "lama.ods"
    )
    (copy,) = check_files((tmp_path / "lama.ods",), AS_OF, None, mark=True).marked
    assert copy.name == "lama (bertanda).xlsx"
    assert opened(copy.read_bytes()).sheetnames[0] == "Perbaikan"


def test_a_copy_that_cannot_be_written_is_told(sent, tmp_path):
    """The name of the copy would be longer than any file system allows."""
    file = tmp_path / f"{'a' * 250}.xlsx"
    shutil.copyfile(sent / "baik.xlsx", file)
    with pytest.raises(SopbatchError, match="tidak dapat ditulisi"):
        check_files((file,), AS_OF, None, mark=True)


@pytest.mark.long
def test_several_files_are_judged_against_each_other(sent, tmp_path):
    folder = shutil.copytree(sent, tmp_path / "kiriman")
    book = opened(good_workbook())
    book["Identitas"]["C26"] = "065/SOP-KL.99/Org/2025"
    book.save(folder / "baik lagi.xlsx")
    alone = check_files((folder / "baik.xlsx",), AS_OF, None)
    together = check_files((folder,), AS_OF, None)
    assert not across(alone)
    assert across(together)


def across(result):
    """Codes of the rules between files that found something."""
    codes = {finding.code for review in result.reviews for finding in review.findings}
    return codes & {rule.code for rule in BATCH_RULES}


def test_the_command_tells_where_the_copy_is(sent, tmp_path):
    file = tmp_path / "dua mulai.xlsx"
    shutil.copyfile(sent / file.name, file)
    ran = typed("check", file, "--tandai")
    assert ran.code == 1
    assert f"Berkas perbaikan: {tmp_path / 'dua mulai (bertanda).xlsx'}" in ran.out
    assert typed("check", file, "--tandai", "--json").facts["berkas_bertanda"] == [
        str(tmp_path / "dua mulai (bertanda).xlsx")
    ]


def test_a_form_of_another_kind_is_marked_beside_as_well(tmp_path: Path):
    form = tmp_path / "kebutuhan.xlsx"
    form.write_bytes(write_kind(NEEDS.kind, {**NEEDS.example(), Place("urgency", 1): 9}))
    result = check_files((form,), AS_OF, None, mark=True)
    assert [path.name for path in result.marked] == ["kebutuhan (bertanda).xlsx"]
