"""What a workbook would run or fetch is told, and never travels in an official document."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from sopbatch.batch.workshop.document_tasks import DocumentTask
from sopbatch.model import NO_REGISTER, Submission, Watermark
from sopbatch.reading import read_grid, read_submission
from tests.batch.runs import good_workbook
from tests.batch.sending import sent
from tests.reading.crafting import LINKS, RELATIONS, zipped

SHEET = "xl/worksheets/sheet2.xml"
Parts = dict[str, bytes]


def relations(kind: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="f1" Type="{LINKS}/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


def formula(text: str) -> Callable[[Parts], Parts]:
    """The first formula of the sheet of the identity becomes this one."""

    def change(parts: Parts) -> Parts:
        before, mark, rest = parts[SHEET].partition(b"<f>")
        return {SHEET: before + mark + text.encode() + rest[rest.index(b"</f>") :]}

    return change


FOREIGN: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "macros": (lambda _: {"xl/vbaProject.bin": b"x"}, "F-15"),
    "macros under another name": (
        lambda parts: {
            "xl/_rels/workbook.xml.rels": parts["xl/_rels/workbook.xml.rels"].replace(
                b"</Relationships>",
                b'<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/'
                b'relationships/vbaProject" Target="biasa.bin"/></Relationships>',
            ),
            "xl/biasa.bin": b"x",
        },
        "F-15",
    ),
    "picture of another computer": (
        lambda _: {"xl/drawings/_rels/a.xml.rels": relations("image", "file:///\\\\s\\x.png")},
        "F-16",
    ),
    "another workbook": (
        lambda _: {"xl/externalLinks/_rels/e.xml.rels": relations("externalLinkPath", "a.xlsx")},
        "F-16",
    ),
    "linked object": (
        lambda _: {"xl/worksheets/_rels/sheet9.xml.rels": relations("oleObject", "a.docx")},
        "F-16",
    ),
    "attached template": (
        lambda _: {"xl/_rels/a.xml.rels": relations("attachedTemplate", "http://x/t.xltx")},
        "F-16",
    ),
    "kind nobody knows": (lambda _: {"xl/_rels/a.xml.rels": relations("baru", "http://x")}, "F-16"),
    "data connection": (
        lambda _: {
            "xl/connections.xml": b'<connections><connection id="1" name="q"/></connections>'
        },
        "F-16",
    ),
    "link to a program": (
        lambda _: {
            "xl/externalLinks/externalLink1.xml": b'<externalLink><ddeLink ddeService="cmd" '
            b'ddeTopic="/C calc"/></externalLink>'
        },
        "F-16",
    ),
    "embedded object": (lambda _: {"xl/embeddings/oleObject1.bin": b"x"}, "F-16"),
    "formula to a program": (formula("cmd|'/C calc'!A0"), "F-16"),
    "formula to the net": (formula('_xlfn.WEBSERVICE("http://x")'), "F-16"),
}
HARMLESS: dict[str, Callable[[Parts], Parts]] = {
    "nothing": lambda _: {},
    "plain link": lambda _: {
        "xl/_rels/a.xml.rels": relations("hyperlink", "https://kaltimprov.go.id")
    },
    "bar within a text": formula('"a|b"'),
}


def workbook(change: Callable[[Parts], Parts]) -> bytes:
    with ZipFile(BytesIO(good_workbook())) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return zipped(parts | change(parts))


def read(tmp_path: Path, change: Callable[[Parts], Parts]) -> Submission:
    received = sent(tmp_path, workbook(change))
    return read_submission(read_grid(received.path.read_bytes()), received, NO_REGISTER.settings)


def attached(submission: Submission) -> list[str]:
    pdf = DocumentTask(submission, NO_REGISTER, watermark=Watermark.NONE, logo=b"").do()
    assert isinstance(pdf, bytes)
    return list(PdfReader(BytesIO(pdf)).attachments)


@pytest.mark.few(3)
@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_foreign_is_told_and_keeps_the_workbook_out_of_documents(tmp_path, name):
    change, code = FOREIGN[name]
    submission = read(tmp_path, change)
    told = {problem.code for problem in submission.problems}
    assert told & {"F-15", "F-16"} == {code}
    assert not submission.plain


@pytest.mark.few(1)
@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_harmless_is_not_told(tmp_path, name):
    submission = read(tmp_path, HARMLESS[name])
    assert submission.plain
    assert {problem.code for problem in submission.problems}.isdisjoint({"F-15", "F-16"})


@pytest.mark.long
def test_a_document_carries_a_plain_workbook_only(tmp_path):
    plain = read(tmp_path, HARMLESS["nothing"])
    assert attached(plain) == [plain.received.file_name]
    assert attached(replace(plain, plain=False)) == []
