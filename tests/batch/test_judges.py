"""Judges that are not ours look at everything a run writes: Open XML SDK's rules, PDF/UA's rules.

What they leave unchecked is named in docs/decisions.md.
"""

import zipfile
from collections import Counter
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pdfua import Severity, validate

from tests.batch.runs import REPOSITORY
from tests.batch.sample_runs import SampleRun

HEADINGS, CLAIM = "UA-14-001", "UA-28-004"
"""Headings; the claim to be PDF/UA, which we do not make."""
BOOK = "Kumpulan SOP"
MARKED = 4


@pytest.fixture(scope="module")
def judge() -> OpenXmlValidator:
    """One for all: reading the schemas costs seconds."""
    return OpenXmlValidator()


REWRITTEN = "inline-string cell(s)"
"""A hint, no error: texts within cells are valid, and programs move them when they save."""


def _errors(judge: OpenXmlValidator, workbook: Path) -> Counter[tuple[str, str]]:
    result = judge.validate(workbook)
    told = ((error.part_uri or "", error.description) for error in result.errors)
    return Counter(one for one in told if REWRITTEN not in one[1])


def _told(pdf: Path) -> tuple[set[tuple[str, str]], set[str]]:
    """(rule, severity) of what was found, and the rules that broke off."""
    report = validate(str(pdf))
    found = {(f.rule_id, f.severity.name) for o in report.outcomes for f in o.findings}
    return found, {outcome.rule_id for outcome in report.outcomes if outcome.skipped_reason}


@pytest.mark.few(1)
@pytest.mark.parametrize("name", ["Template_SOP", "Template_Daftar_Induk", "Contoh_SOP_Terisi"])
def test_a_template_has_no_error(judge: OpenXmlValidator, name: str):
    assert not _errors(judge, REPOSITORY / "workbook_templates" / f"{name}.xlsx")


@pytest.mark.parametrize("name", ["Laporan", "Lampiran"])
def test_the_report_and_its_annex_have_no_error(
    judge: OpenXmlValidator, sample_run: SampleRun, name: str
):
    book = sample_run.report.with_name(sample_run.report.name.replace("Laporan", name))
    assert not _errors(judge, book)


@pytest.mark.long
def test_a_marked_copy_has_no_error_that_its_original_has_not(
    judge: OpenXmlValidator, sample_run: SampleRun
):
    sent = {path.name: path for path in sample_run.original.rglob("*.xlsx")}
    returned = sorted((sample_run.target / "dikembalikan").rglob("*.xlsx"))
    copies = [copy for copy in returned if copy.name in sent]
    assert len(copies) > MARKED
    for copy in [*copies[:MARKED], *_of_other_programs(copies)]:
        original = sent[copy.name]
        assert copy.read_bytes() != original.read_bytes()
        assert not _errors(judge, copy) - _errors(judge, original), copy


def test_a_fresh_form_has_no_error(judge: OpenXmlValidator, sample_run: SampleRun):
    fresh = min((sample_run.target / "dikembalikan").rglob("*(formulir baru).xlsx"))
    assert not _errors(judge, fresh)


@pytest.mark.long
def test_the_judge_of_workbooks_sees_what_is_wrong(judge: OpenXmlValidator, tmp_path: Path):
    whole, broken = REPOSITORY / "workbook_templates" / "Template_SOP.xlsx", tmp_path / "a.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b"<sheetData>", b"<sheetData><wrong/>"))
    assert _errors(judge, broken)


def _of_other_programs(copies: list[Path]) -> list[Path]:
    """Copies of workbooks that no program of ours wrote: without a theme, or with macros."""
    return [
        copy
        for copy in copies
        if not any("theme" in name for name in zipfile.ZipFile(copy).namelist())
    ][:2]


def _printed(run: SampleRun) -> list[Path]:
    """Every kind of PDF: documents, all books but the largest, previews, the one-page report."""
    documents = sorted((run.target / "dokumen").rglob("*.pdf"))
    books = sorted((d for d in documents if BOOK in d.name), key=lambda d: d.stat().st_size)
    single = [document for document in documents if BOOK not in document.name]
    previews = sorted((run.target / "dikembalikan").rglob("*(pratinjau).pdf"))
    (brief,) = (run.target / "laporan").glob("*.pdf")
    return [*single, *books[:-1], *previews, brief]


@pytest.mark.long
def test_no_printed_page_has_an_error_or_a_table_whose_heads_lack_a_scope(sample_run: SampleRun):
    printed = _printed(sample_run)
    assert len(printed) > 30
    for pdf in printed:
        found, broke_off = _told(pdf)
        assert found <= {(CLAIM, Severity.WARNING.name)}, pdf
        assert broke_off <= {HEADINGS}, pdf
