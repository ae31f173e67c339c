"""LibreOffice as a judge: it opens the report and calculates every total again."""

import csv
import shutil
import subprocess

import pytest

from sopbatch.writing.report.workbook import SHEETS
from tests.builders import province, refused
from tests.writing.report.reports import written

ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""
EVERY_SHEET_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


@pytest.mark.parametrize("size", [0, 40])
def test_libreoffice_agrees_with_every_total(tmp_path, size):
    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    report = tmp_path / "laporan.xlsx"
    report.write_bytes(written(*province(size), (refused(),))[1])
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile.parent.as_uri()}", "--headless"),
            *("--convert-to", EVERY_SHEET_AS_CSV, "--outdir", str(tmp_path), str(report)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    notes = next(tmp_path.glob("*Rekonsiliasi.csv")).read_text(encoding="utf-8")
    cells = [cell for row in csv.reader(notes.splitlines()) for cell in row]
    results = [cell for cell in cells if cell in RESULTS]
    assert results == ["Cocok"] * (33 if size else 4)
    assert len(list(tmp_path.glob("*.csv"))) == len(SHEETS)
    for sheet in tmp_path.glob("*.csv"):
        text = sheet.read_text(encoding="utf-8")
        assert not any(mark in text for mark in ("#REF!", "#NAME?", "#VALUE!", "Err:", "###"))


RESULTS = ("Cocok", "Tidak cocok")
