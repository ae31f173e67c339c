import re
import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest

from sopbatch.model import NumberKind, Section, Settings, SopNumber, Unit
from tests.builders import dossier, finding, plan_line, refused, register, review, sop
from tests.writing.report.reports import HEAD_ROW, both, quickly, rows, written

HOSTILE = (
    '=HYPERLINK("http://contoh.invalid","klik")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "{=1+1}",
    "http://contoh.invalid/a",
    "mailto:a@contoh.invalid",
    "internal:'Temuan'!A1",
    "external:..\\..\\rahasia.xlsx",
    "<b>&amp;</b>",
    "_x0041_",
    "00123",
    "1e5",
    "TRUE",
    "baris\nbaru",
)


def everywhere(text):
    """A report with this text wherever anybody can write one."""
    found = (finding("I-06", sentence=text, advice=text, suggestion=text, waived=text),)
    subject = sop(
        text,
        unit_code="9.99",
        unit_name=text,
        section=text,
        nature=text,
        number=SopNumber(raw=text, kind=NumberKind.INVALID),
    )
    known = register(
        units=(Unit(code="1.02", name=text), Unit(code="2.16", name=text)),
        sections=(Section("1.02", "A", text), Section("1.02", "B", "Lain")),
        settings=Settings(government=text, organisation_bureau=text),
    )
    plan = plan_line("X-1", unit_code="1.02", section=text, title=text)
    silent = plan_line("X-2", unit_code="2.16", title=text)
    bad = refused(name=text, found=(replace(found[0], cell=None),))
    sent = (
        dossier(review(subject, found, name=text)),
        dossier(review(sop(text, unit_code="1.02"), found, name=text + "2"), plan=plan),
        dossier(plan=silent),
    )
    return written(known, sent, (bad,))[1]


def parts(books):
    packages = [zipfile.ZipFile(BytesIO(book)) for book in books]
    return [
        (name, package.read(name).decode()) for package in packages for name in package.namelist()
    ]


@pytest.mark.few(5)
@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text):
    report = everywhere(text)
    told = [row[4] for row in quickly(*report)["Temuan"][HEAD_ROW:]]
    assert told == [text, text]
    for name, part in parts(report):
        if name.startswith("xl/worksheets/sheet"):
            formulas = re.findall(r"<f>(.*?)</f>", part)
            known = re.compile(r"^(SUBTOTAL|COUNTIFS?|SUM|ROWS|ROUND|IF|'(Riwayat|Analisis)|\d+$)")
            assert all(known.match(formula) for formula in formulas)
        if name.endswith(".rels"):
            targets = re.findall(r'Target="([^"]*)" TargetMode="External"', part)
            ours = r"\.\.\\(dokumen|dikembalikan)\\|(Laporan|Lampiran)_Perkembangan_SOP_2026-10-09"
            assert all(re.match(ours, target) for target in targets)


@pytest.mark.few(4)
@pytest.mark.parametrize(
    "text",
    [
        "a\x00b",
        "a\x1b[31mb",
        "\ud800 sendiri",
        "\udfff",
        "a\ufffeb\uffff",
        "\u202egpj.exe",
        "x" * 40_000,
        "😀" * 20_000,
        "\n" * 500,
        "",
        "   ",
        "&P&N&D" * 40,
        "kata " * 2_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_no_text_costs_the_report(text):
    report = everywhere(text)
    for name, part in parts(report):
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)
    for sheet in quickly(*report).values():
        for row in sheet:
            assert all(len(str(cell).encode("utf-16-le")) <= 2 * 32_767 for cell in row)


@pytest.mark.long
def test_what_is_cut_says_so():
    row = next(rows(both(everywhere("x" * 40_000)), "Temuan"))
    assert len(row["Uraian"]) == 32_767
    assert row["Uraian"].endswith("x…")
