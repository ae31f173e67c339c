"""Texts of letters can be changed; one that cannot be used is told at its line first."""

from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from sopbatch.batch.assessing.letter_texts import changed_texts, write_texts
from sopbatch.batch.commands.issue import letter_templates
from sopbatch.model import SopbatchError
from sopbatch.schema.letters import FOLDER, LETTER, NAMES, PLAIN, LetterTexts
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.answers import check_texts, draft, plain_texts, short_text
from tests.batch.inbox import put
from tests.batch.runs import digests, faulty_workbook, register_workbook, run
from tests.intake.opening.parcels import mail, raw
from tests.there import text_of
from tests.writing.answers.answers import ANSWER


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("Yth.\n{{ answer.salutation }\n", 2, "tidak dapat dipahami"),
        ("Yth.\n\n{% for book in answer.books %}\n", 3, "tidak dapat dipahami"),
        ("Yth.\n{{ answer.titel }}", 2, "“titel” yang tidak dikenal"),
        ("Yth.\n{% if false %}\n{{ nama }}{% endif %}", 3, "“nama” yang tidak dikenal"),
        ("{{ answer.subject | besar }}", 1, "“besar” yang tidak dikenal"),
        ("{{ answer.__class__.__mro__ }}", 1, "yang tidak dikenal"),
        ("{{ ''['__class__'] }}", 1, "gagal disusun"),
        ("a\n{% include '/etc/passwd' %}", 2, "gagal disusun"),
        ("a\n{{ 'x' * 999999999 }}", 2, "gagal disusun"),
        ("a\n{{ to_mend / 0 }}", 2, "gagal disusun"),
        ("a\n{% for n in range(999999999) %}x{% endfor %}", 2, "gagal disusun"),
        ("{% if answer.books %}{% endif %}\n", 1, "tidak berisi teks"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_at_its_line(text, line, told):
    with pytest.raises(SopbatchError) as caught:
        check_texts(LetterTexts(((LETTER, text),), "masuk/templat_surat"))
    assert f"“masuk/templat_surat/{LETTER}” baris {line} " in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize("name", NAMES)
def test_every_plain_text_passes_as_a_changed_one(name):
    check_texts(LetterTexts(((name, f"{plain_texts()[name]}\nSalam."),), "x"))


def test_texts_may_use_one_another_and_what_is_put_in_is_no_template():
    texts = LetterTexts(
        ((LETTER, "{% include 'pesan.txt' %}\n{{ answer.subject }}{{ 6 + 1 }}"),), "x"
    )
    check_texts(texts)
    hostile = "{{ 7 * 7 * 1337 }}"
    answer = replace(ANSWER, subject=hostile)
    told = message_from_bytes(draft(answer, (), texts), policy=policy.default)
    words = " ".join(text_of(told).split())
    assert short_text(answer)[:60] in words
    assert words.endswith(f"{hostile}7")
    plain = message_from_bytes(draft(answer, ()), policy=policy.default)
    assert told["Message-ID"] == plain["Message-ID"], "sent once"


def test_plain_texts_are_written_once_and_change_nothing(tmp_path: Path):
    written, kept = write_texts(tmp_path / FOLDER)
    assert {path.name for path in written} == set(NAMES)
    assert kept == ()
    assert changed_texts(tmp_path, None) == PLAIN
    (tmp_path / FOLDER / LETTER).write_bytes(b"\xef\xbb\xbfYth.\r\nAnda\r\n")
    assert changed_texts(tmp_path, None).changed == ((LETTER, "Yth.\nAnda\n"),)
    assert write_texts(tmp_path / FOLDER) == ((), written)


def test_texts_are_written_where_a_register_or_an_input_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SopbatchError, match="tidak ditemukan"):
        letter_templates(None)
    with pytest.raises(SopbatchError, match="tidak ditemukan"):
        letter_templates(tmp_path / "lain" / FILE_NAME)
    assert list(tmp_path.iterdir()) == []
    put(tmp_path, {f"induk/{FILE_NAME}": b"", "input/a.txt": b""})
    beside = letter_templates(tmp_path / "induk" / FILE_NAME).written
    assert {path.parent for path in beside} == {tmp_path / "induk" / FOLDER}
    assert {path.parent.as_posix() for path in letter_templates(None).written} == {
        f"input/{FOLDER}"
    }


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        (LETTER, b"Yth.\n\xff\xfe", "baris 2 bukan teks UTF-8"),
        (LETTER, b"x" * 70_000, "lebih dari 64 KB"),
        ("surat.txt.txt", b"x", "nama templat surat yang dikenal: surat.txt"),
    ],
)
def test_a_file_that_is_no_template_is_told(name, data, told, tmp_path):
    put(tmp_path, {f"{FOLDER}/{name}": data})
    with pytest.raises(SopbatchError, match=told):
        changed_texts(tmp_path, None)


@pytest.mark.long
def test_a_run_writes_letters_by_the_changed_texts_or_nothing_at_all(tmp_path: Path):
    sender = "organisasi@contoh.example"
    source, target = tmp_path / "masuk", tmp_path / "keluar"
    put(
        source,
        {
            FILE_NAME: register_workbook(),
            "1.eml": raw(mail(("SOP.xlsx", faulty_workbook()), From=sender)),
            f"{FOLDER}/{LETTER}": b"Halo\n{{ answer.titel }}\n",
        },
    )
    broken = run(source, target)
    assert (broken.code, f"{LETTER}” baris 2 menyebut “titel”" in broken.err) == (2, True), broken
    assert broken.err.count("\n") == 1
    assert not target.exists()
    put(source, {f"{FOLDER}/{LETTER}": b"Halo {{ answer.salutation }}.\n"})
    assert run(source, target).code == 1
    message = target / "surat" / f"{sender}.eml"
    assert "Halo Kepala Biro Organisasi." in message.read_text("utf-8")
    before = digests(target, "surat")
    assert run(source, target).code == 1
    assert digests(target, "surat") == before
    (source / FOLDER / LETTER).unlink()
    assert run(source, target).code == 1
    assert "Yth. Kepala Biro Organisasi" in message.read_text("utf-8")
