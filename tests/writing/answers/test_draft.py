"""An answer is an unsent mail in the thread of its question, and nothing in it can become more."""

from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import CellRef, Severity
from sopbatch.writing.answers import (
    Attachment,
    answer_text,
    draft,
    first_to_mend,
    short_text,
)
from sopbatch.writing.answers.draft import SHORT
from tests.builders import finding, refused, review
from tests.writing.answers.answers import ANSWER, FAULTY, GOOD


def read(data: bytes):
    return message_from_bytes(data, policy=policy.default)


def test_a_draft_is_unsent_and_in_its_thread():
    message = read(draft(ANSWER, [Attachment("SOP é.xlsx", b"PK"), Attachment("a.pdf", b"%PDF")]))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Dinas Kesehatan <dinkes@contoh.example>"
    assert message["Subject"] == "Re: SOP kami"
    assert (message["In-Reply-To"], message["References"]) == ("<1@x.id>", "<0@x.id> <1@x.id>")
    assert message["From"] is None, "the program that sends it says who"
    assert [(part.get_filename(), part.get_content()) for part in message.iter_attachments()] == [
        ("SOP é.xlsx", b"PK"),
        ("a.pdf", b"%PDF"),
    ]
    assert not message.defects


def test_the_letter_says_what_came_of_each_workbook():
    text = answer_text(ANSWER)
    assert text.startswith("Yth. Kepala Dinas Kesehatan\n")
    for told in (
        *("“SOP kami”", "5 Oktober 2026", "1. SOP Surat Masuk", "Diterima.", "TT-261122-B"),
        *("a) Prosedur C10: Ada dua Mulai.", "Sisakan satu.", "Masih ada 2 catatan lain"),
        *("Terlampir: SOP.xlsx", "Tidak dilampirkan: SOP (pratinjau).pdf (terlalu besar)"),
        *("- surat.pdf: dokumen PDF.", "paling lambat 18 Desember 2026"),
    ):
        assert told in text, told
    assert "Mohon kirim formulir Excel-nya" in answer_text(replace(ANSWER, books=()))
    assert "paling lambat" not in answer_text(replace(ANSWER, books=(GOOD,)))


@pytest.mark.parametrize(
    ("accepted", "enclosed", "lead", "rest"),
    [
        (False, ("SOP.xlsx",), "Mohon perbaiki lebih dahulu:", "ada di berkas perbaikan."),
        (True, ("SOP.xlsx",), "Yang terpenting:", "ada di berkas perbaikan."),
        (True, (), "Yang terpenting:", "dapat diminta kepada Biro Organisasi."),
    ],
)
def test_what_is_accepted_need_not_be_mended_first(accepted, enclosed, lead, rest):
    book = replace(FAULTY, accepted=accepted, enclosed=enclosed)
    lines = answer_text(replace(ANSWER, books=(book,))).splitlines()
    assert f"   {lead}" in lines
    assert f"   Masih ada 2 catatan lain; daftar lengkapnya {rest}" in lines


def test_the_same_answer_has_the_same_bytes_and_another_one_others():
    assert draft(ANSWER, [Attachment("a", b"1")]) == draft(ANSWER, [Attachment("a", b"1")])
    ids = {
        read(draft(one, ()))["Message-ID"]
        for one in (ANSWER, replace(ANSWER, books=()), replace(ANSWER, address="b@x.id"))
    }
    assert len(ids) == 3


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "a\r\nBcc: lain@x.id",
            "a\nBcc: lain@x.id\n\nisi",
            "\u2028Bcc: lain@x.id",
            '"><lain@x.id>, "',
            "=?utf-8?q?a=0D=0ABcc:_lain@x.id?=",
            "{{ 7 * 7 * 1337 }}{% for x in range(10**9) %}",
            "=??Q?=0D",
            "=??Q?=0D=0ABcc:_lain@x.id?=",
            "--=_boundary",
            "x" * 3000,
        ]
    ),
)


@settings(max_examples=50)
@given(name=HOSTILE, subject=HOSTILE, title=HOSTILE, file=HOSTILE, thread=HOSTILE)
def test_nothing_that_was_sent_becomes_a_header_or_a_recipient(name, subject, title, file, thread):
    """Texts are one line before (heads.plain, clean_name); even were they not, nothing gets in."""
    book = replace(FAULTY, title=title, file=file)
    answer = replace(ANSWER, name=name, subject=subject, books=(book,))
    answer = replace(answer, in_reply_to=f"<{thread}>", references=thread)
    message = read(draft(answer, [Attachment(file or "a", b"PK")]))
    assert [one.addr_spec for one in message["To"].addresses] == [ANSWER.address]
    assert set(map(str.lower, message)) == {
        *("x-unsent", "to", "subject", "message-id", "in-reply-to", "references"),
        *("mime-version", "content-type"),
    }
    assert "65513" not in message.get_body().get_content()
    assert len(list(message.iter_attachments())) == 1


@settings(max_examples=30)
@given(st.lists(HOSTILE, max_size=40))
def test_the_short_text_is_short(titles):
    answer = replace(ANSWER, books=tuple(replace(FAULTY, title=title) for title in titles))
    text = short_text(answer)
    assert len(text) <= SHORT
    assert "\n" not in text


@pytest.mark.parametrize("subject", ["Re: SOP", "RE: re: SOP", "SOP"])
def test_a_subject_is_answered_once(subject):
    assert read(draft(replace(ANSWER, subject=subject), ()))["Subject"] == "Re: SOP"


def test_the_first_three_are_named_and_the_rest_counted():
    many = [finding(f"I-{n:02}", sentence=f"Salah {n}.") for n in range(5)]
    advice = finding("I-99", Severity.INFO)
    lines, more = first_to_mend(review(found=(*many, advice)))
    assert [what for _, what, _ in lines] == ["Salah 0.", "Salah 1.", "Salah 2."]
    assert more == 2
    told = finding("F-01", sentence="Kosong.", advice="Kirim ulang.")
    assert first_to_mend(refused(found=(told,))) == ((("", "Kosong.", "Kirim ulang."),), 0)


def test_while_something_must_be_mended_nothing_else_is_begun_with():
    must = finding("G-07", sentence="Salah.")
    should = finding("L-13", Severity.WARNING, sentence="Kurang.")
    lines, more = first_to_mend(review(found=(should, must)))
    assert ([what for _, what, _ in lines], more) == (["Salah."], 1)
    lines, more = first_to_mend(review(found=(should,)))
    assert ([what for _, what, _ in lines], more) == (["Kurang."], 0)


def test_several_sentences_of_one_kind_stand_in_a_row():
    both = [finding("I-01", sentence=f"Salah {n}.", cell=CellRef("A", n, 1)) for n in (1, 2)]
    (((_, what, _),), _) = first_to_mend(review(found=both))
    assert what == "Salah 1. Salah 2."
