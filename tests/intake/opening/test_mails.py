"""Every attachment comes out under its name, however its mail was written, or is told."""

import re
from email.message import EmailMessage

import pytest

from sopbatch.intake.opening.mails import (
    OUTLOOK_PACKAGE,
    SEALED_REASON,
    SPLIT,
    SWALLOWED,
    UUENCODED,
)
from sopbatch.intake.opening.parts import DAMAGED, LOCKED, TOO_DEEP
from sopbatch.model import Letter
from tests.intake.opening.parcels import (
    HEAD,
    PACKAGE,
    SENDER,
    coded,
    mail,
    maybe_opened,
    opened,
    outlook,
    parts,
    raw,
    workbook,
    zipped,
)
from tests.there import there

ATTACHED = "Content-Disposition: attachment; "
SHEET = "Content-Type: application/vnd.ms-excel"

NAMES = {
    "plain": (f'{ATTACHED}filename="SOP.xlsx"', "SOP.xlsx"),
    "capitals and points": (f'{ATTACHED}filename="SOP.v1.2.FINAL.XLSX"', "SOP.v1.2.FINAL.XLSX"),
    "encoded word": (f'{ATTACHED}filename="=?utf-8?B?U09QIMOpLnhsc3g=?="', "SOP é.xlsx"),
    "two encodings": (
        f'{ATTACHED}filename="=?utf-8?B?U09QIMOp?= =?iso-8859-1?Q?_=E9.xlsx?="',
        "SOP é é.xlsx",
    ),
    "rfc 2231": (f"{ATTACHED}filename*=utf-8''SOP%20%C3%A9.xlsx", "SOP é.xlsx"),
    "rfc 2231 in pieces": (
        f"{ATTACHED}filename*0*=utf-8''SOP%20;\r\n filename*1*=%C3%A9;\r\n filename*2=.xlsx",
        "SOP é.xlsx",
    ),
    "raw utf-8": (f'{ATTACHED}filename="Daftar – SOP é.xlsx"', "Daftar – SOP é.xlsx"),
    "nfd": (f'{ATTACHED}filename="SOP e\u0301.xlsx"', "SOP é.xlsx"),
    "name of the type": ('Content-Type: application/x; name="SOP.xlsx"', "SOP.xlsx"),
    "inline": ('Content-Disposition: inline; filename="SOP.xlsx"', "SOP.xlsx"),
    "path": (f'{ATTACHED}filename="..\\..\\C:\\x/SOP.xlsx"', "SOP.xlsx"),
    "only a path": (f'{ATTACHED}filename="../.."', "lampiran 2"),
    "no name": (SHEET, "lampiran 2.xls"),
    "no type": (f"{ATTACHED}x=y", "lampiran 2"),
    "control and bidi": (f'{ATTACHED}filename="S\x07O\u202eP.xlsx"', "S O P.xlsx"),
    "unknown charset": (f"{ATTACHED}filename*=x-ada''SOP.xlsx", "SOP.xlsx"),
    "broken percent": (f"{ATTACHED}filename*=utf-8''SOP%zz.xlsx", "SOP%zz.xlsx"),
    "long": (f'{ATTACHED}filename="{"SOP " * 90}.xlsx"', f"{'SOP ' * 28}SO….xlsx"),
}


@pytest.mark.parametrize(("header", "name"), NAMES.values(), ids=NAMES)
def test_an_attachment_comes_out_under_its_name(header, name):
    found = opened(parts("Content-Type: text/plain\r\n\r\nisi", coded(header)))
    assert found.contents == {name: workbook()}


@pytest.mark.parametrize("kind", ["mixed", "related", "alternative", "report", "aneh"])
def test_the_kind_of_the_whole_hides_nothing(kind):
    sheet = coded(f'{SHEET}\r\nContent-ID: <1>\r\n{ATTACHED}filename="a.xlsx"')
    found = opened(parts("Content-Type: text/html\r\n\r\n<p>isi</p>", sheet, kind=kind))
    assert found.contents == {"a.xlsx": workbook()}


CODINGS = ["base64", '"base64"', "BASE64 ", "base64;"]


@pytest.mark.parametrize("coding", CODINGS)
def test_codings_that_are_written_oddly_are_read(coding):
    part = coded(f'{ATTACHED}filename="a.xlsx"').replace("Encoding: base64", f"Encoding: {coding}")
    assert opened(parts(part)).contents == {"a.xlsx": workbook()}


def test_several_attachments_of_one_name_are_kept_apart():
    sheets = [("SOP.xlsx", workbook(number)) for number in range(3)]
    found = opened(raw(mail(*sheets, ("sop.XLSX", workbook(9)))))
    names = ["SOP.xlsx", "SOP (2).xlsx", "SOP (3).xlsx", "sop (2).XLSX"]
    assert len(found.contents) == 4
    assert list(found.contents)[:3] == names[:3]
    assert set(found.contents.values()) == {workbook(number) for number in (0, 1, 2, 9)}


def test_who_sent_it_travels_with_every_part():
    letter = (
        opened(raw(mail(("a.xlsx", workbook()), Subject="SOP é", References="<a@x> <b@x>")))
        .items[1]
        .letter
    )
    assert letter == Letter(
        "k.eml",
        letter.sha256,
        message_id="<1@x.id>",
        sender=SENDER,
        sender_name="Dinas Kesehatan",
        sent="2026-10-05T08:30+07:00",
        subject="SOP é",
        references="<a@x> <b@x>",
    )


HEADS = {
    "no sender": ("Subject: x\r\n", "", ""),
    "two senders": ("From: a@x.id\r\nFrom: b@x.id\r\n", "", ""),
    "two in one": ("From: a@x.id, b@x.id\r\n", "", ""),
    "name like an address": ('From: "bkd@x.id" <jahat@y.id>\r\n', "jahat@y.id", ""),
    "capitals": ("From: Bagian.Ortala@X.ID\r\n", "bagian.ortala@x.id", ""),
    "comma in the name": ('From: "Biro, Setda" <a@x.id>\r\n', "a@x.id", ""),
    "no address": ("From: Kantor Kami\r\n", "", ""),
    "line break": ("From: =?utf-8?Q?a=0D=0ABcc:_b@x.id?= <a@x.id>\r\n", "", ""),
    "encoded address": ("From: =?q?=0D=0A?=@x.id\r\n", "", ""),
    "encoded thread": (
        "From: a@x.id\r\nMessage-ID: <=??Q?=0D?=>\r\nReferences: <=??Q?=0D>\r\n",
        "a@x.id",
        "",
    ),
    "no date": ("From: a@x.id\r\n", "a@x.id", ""),
    "bad date": ("From: a@x.id\r\nDate: kemarin\r\n", "a@x.id", ""),
    "year 1900": ("From: a@x.id\r\nDate: Mon, 1 Jan 1900 00:00:00 +0000\r\n", "a@x.id", ""),
    "no zone": (
        "From: a@x.id\r\nDate: Mon, 5 Oct 2026 08:30:00 -0000\r\n",
        "a@x.id",
        "2026-10-05T08:30",
    ),
}


@pytest.mark.parametrize(("head", "sender", "sent"), HEADS.values(), ids=HEADS)
def test_only_what_is_sure_is_told_of_the_sender(head, sender, sent):
    data = parts(coded(f'{ATTACHED}filename="a.xlsx"'), head=f"{head}MIME-Version: 1.0\r\n")
    letter = opened(data).items[0].letter
    assert (letter.sender, letter.sent) == (sender, sent)
    told = (letter.sender_name, letter.subject, letter.message_id, letter.references)
    assert all(text.isprintable() and "=?" not in text for text in told)


def forwarded(levels: int) -> EmailMessage:
    message = mail(("a.xlsx", workbook()), Subject="terdalam", From="dalam@x.id")
    for _ in range(levels):
        outer = mail(Subject="terusan")
        outer.add_attachment(message)
        message = outer
    return message


@pytest.mark.parametrize("levels", [1, 2])
def test_forwarded_mails_are_opened_though_they_have_no_name(levels):
    found = opened(raw(forwarded(levels)))
    (name,) = found.contents
    assert re.fullmatch(rf"(surel terlampir \d/){{{levels}}}a\.xlsx", name)
    assert found.items[-1].letter.sender == SENDER, "the one who sent it to us"


def test_mails_too_deep_in_mails_are_told():
    found = opened(raw(forwarded(3)))
    assert not found.contents
    assert TOO_DEEP in found.told.values()


def locked(package: bytes) -> bytes:
    """The archive with its one entry marked as encrypted."""
    return package.replace(b"PK\1\2\x14\3\x14\0\0", b"PK\1\2\x14\3\x14\0\1")


CLOUD = "k.eml/tautan ke drive.google.com"
FOUND_IN_MAILS = {
    "word": (("surat.docx", zipped(("word/document.xml", b"x"))), {"k.eml/surat.docx": "WORD"}),
    "old word": (
        ("surat.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")),
        {"k.eml/surat.doc": "WORD"},
    ),
    "pdf": (("surat.pdf", b"%PDF-1.7"), {"k.eml/surat.pdf": "PDF"}),
    "picture": (("foto.jpg", b"\xff\xd8\xff\xe0"), {"k.eml/foto.jpg": "PICTURE"}),
    "text": (("catatan.txt", b"halo"), {"k.eml/catatan.txt": "OTHER"}),
    "locked zip entry": (
        (
            "a.zip",
            zipped(("a.xlsx", b"x")).replace(
                b"PK\x01\x02\x14\x03\x14\0\0", b"PK\1\2\x14\3\x14\0\1"
            ),
        ),
        {"k.eml/a.zip": "OPENED", "k.eml/a.zip/a.xlsx": LOCKED},
    ),
    "winmail": (("winmail.dat", PACKAGE), {"k.eml/winmail.dat": "BARE_PACKAGE"}),
    "a broken winmail": (
        ("winmail.dat", PACKAGE + b"abc"),
        {"k.eml/winmail.dat": "OPENED", "k.eml/winmail.dat/isi paket": DAMAGED},
    ),
}


@pytest.mark.parametrize(("attached", "told"), FOUND_IN_MAILS.values(), ids=FOUND_IN_MAILS)
def test_what_is_no_workbook_is_told_by_name(attached, told):
    found = opened(raw(mail(attached, ("a.xlsx", workbook()))))
    assert found.told == {"k.eml": "OPENED", **told}
    assert found.contents == {"a.xlsx": workbook()}


@pytest.mark.parametrize(
    "name", ["SOP.xlsx", "a.xls"], ids=["a picture that lies", "a text that lies"]
)
def test_what_claims_to_be_a_workbook_is_judged_as_one(name):
    assert set(opened(raw(mail((name, b"\x89PNG\r\n")))).contents) == {name}


BODIES = {
    "cloud": (
        "di https://drive.google.com/file/d/1 ya",
        {CLOUD: "LINK"},
    ),
    "twice": (
        "https://www.dropbox.com/a https://DROPBOX.com/b",
        {"k.eml/tautan ke dropbox.com": "LINK"},
    ),
    "looks alike": ("https://notdropbox.com/a", {}),
    "uuencode": ("begin 644 SOP.xlsx\nM4$L#\nend\n", {"k.eml/SOP.xlsx": UUENCODED}),
}


@pytest.mark.parametrize(("body", "told"), BODIES.values(), ids=BODIES)
def test_what_a_body_points_to_is_told(body, told):
    assert opened(raw(mail(body=body))).told == {
        "k.eml": "OPENED" if told else "BARE_MAIL",
        **told,
    }


CODED = "Content-Transfer-Encoding: base64\r\n"
BROKEN = {
    "no package": (f"{HEAD}Content-Type: application/ms-tnef\r\n\r\nisi", OUTLOOK_PACKAGE),
    "no boundary": (f"{HEAD}Content-Type: multipart/mixed\r\n\r\nisi", DAMAGED),
    "other boundary": (f"{HEAD}Content-Type: multipart/mixed; boundary=c\r\n\r\n--b\r\nx", DAMAGED),
    "the end first": (
        f"{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\nBilah: a\r\n\r\nx",
        DAMAGED,
    ),
    "headers lost": (f"{HEAD}\r\n--b\r\nContent-Type: application/x\r\n\r\nUEsD\r\n", SWALLOWED),
    "two contents in one": (
        f"{HEAD}Content-Transfer-Encoding: base64\r\nContent-Type: a/b\r\n\r\nUEsD\r\n\r\nUEsD\r\n",
        SWALLOWED,
    ),
    "parts in a coded mail": (
        f"{HEAD}{CODED}Content-Type: message/rfc822\r\n\r\n\r\nUEsD\r\n--b\r\nUEsD\r\n",
        SWALLOWED,
    ),
    "an end within": (
        f"{HEAD}Content-Transfer-Encoding: base64\r\nContent-Type: a/b\r\n\r\nUEs=\r\nUEsD\r\n",
        SWALLOWED,
    ),
    "two parts in one": (
        HEAD + "Content-Disposition: attachment; filename=a.xlsx\r\n" * 2 + "\r\nUEsD",
        SWALLOWED,
    ),
    "only a piece": (f"{HEAD}Content-Type: message/partial; id=1\r\n\r\nUEsD", SPLIT),
    "elsewhere": (
        f"{HEAD}Content-Type: message/external-body; name=x.xlsx\r\n\r\nContent-Type: a/b\r\n\r\n",
        SPLIT,
    ),
    "sealed": (f"{HEAD}Content-Type: application/pkcs7-mime\r\n\r\nUEsD", SEALED_REASON),
}


@pytest.mark.parametrize(("text", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_parted_is_told(text, reason):
    assert reason in opened(text.encode()).told.values()


def test_an_empty_mail_is_told():
    assert opened(raw(mail())).told == {"k.eml": "BARE_MAIL"}


def test_a_mailbox_is_its_mails():
    first, second = mail(("a.xlsx", workbook(1)), From="a@x.id"), mail(From="b@x.id")
    text = b"".join(b"From x Mon Oct  5 2026\n" + raw(one) + b"\n" for one in (first, second))
    found = opened(text + b"\n>From hari ini\n", "k.mbox")
    assert found.contents == {"surel 1.eml/a.xlsx": workbook(1)}
    assert found.told == {
        "k.mbox": "OPENED",
        "k.mbox/surel 1.eml": "OPENED",
        "k.mbox/surel 2.eml": "BARE_MAIL",
    }
    assert [there(item.letter).sender for item in found.items] == ["", "a@x.id", "a@x.id", "b@x.id"]


def test_a_mail_of_outlook_is_a_mail():
    data = workbook().ljust(4608, b"\0")
    found = opened(outlook(("SOP é.xlsx", workbook())), "k.msg")
    assert found.contents == {"SOP é.xlsx": data}
    letter = found.items[0].letter
    assert (letter.sender, letter.subject) == (SENDER, "SOP dari Outlook")
    assert letter.message_id == "<o@x.id>"
    assert opened(outlook(), "k.msg").told == {"k.msg": "BARE_MAIL"}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (workbook(), "SOP.xlsx"),
        (workbook(), "SOP.eml"),
        (b"", "a.eml"),
        (b"Nama: Budi", "a.txt"),
        (zipped(("[Content_Types].xml", b"")), "a.zip"),
        (zipped(("a.xlsx", b"")), "a.xlsx"),
    ],
)
def test_what_is_no_container_is_left_to_others(data, name):
    assert maybe_opened(data, name) is None
