"""One truth in three forms: workbook, page and data tell the same figures."""

import csv
import io
import json
import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from sopbatch.model import Completion, WeekTotals
from sopbatch.report.content import AWAITED, COUNTED
from sopbatch.report.sentences import sentences
from sopbatch.writing.brief.values import briefs_of
from sopbatch.writing.brief.writing import print_brief
from sopbatch.writing.data import write_csv_files, write_json
from sopbatch.writing.data.counts import FIGURES
from sopbatch.writing.data.forms import DICTIONARY, SEPARATOR, _harmless
from sopbatch.writing.report import write_annex, write_report
from tests.builders import dossier, finding, province, refused, register, review, sop
from tests.writing.report.reports import AS_OF, both, rows, tiles_of, told

SHEETS = {
    "Per Perangkat Daerah": "per_perangkat_daerah",
    "Per Bagian": "per_bagian",
    "Daftar SOP": "daftar_sop",
    "Temuan": "temuan",
}
HEADS = {
    "Direncanakan": "direncanakan",
    "Diterima": "diterima",
    "Di luar rencana": "di_luar_rencana",
    "Lengkap": "lengkap",
    "Tersusun": "tersusun",
    "Selesai": "selesai",
    "Selesai dari rencana": "selesai_dari_rencana",
    "Terlambat": "terlambat",
    "Harus diperbaiki": "galat",
    "Sebaiknya diperbaiki": "peringatan",
    "Capaian": "capaian",
    "Persentase lengkap": "mutu_berkas",
}


@pytest.fixture(scope="module")
def content():
    known, dossiers = province(40)
    week = WeekTotals(AS_OF - timedelta(weeks=1), Completion(planned=36, received=20))
    return told(known, dossiers, (refused(),), (week,))


@pytest.fixture(scope="module")
def document(content):
    return json.loads(b"".join(write_json(content)))


def csv_files(content):
    return {name: b"".join(parts) for name, parts in write_csv_files(content).items()}


def read_csv(files, name):
    text = files[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=SEPARATOR))


def page_text(pdf):
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(page.extract_text().split())


@pytest.mark.long
def test_workbook_and_data_tell_the_same_figures(content, document):
    book = both((write_report(content), write_annex(content)))
    for sheet, name in SHEETS.items():
        listed, data = list(rows(book, sheet)), document["tabel"][name]
        assert len(listed) == len(data)
        for row, record in zip(listed, data, strict=True):
            for head, key in HEADS.items():
                if sheet.startswith("Per "):
                    assert row.get(head, 0) == ("-" if record[key] is None else record[key])
    totals = {
        "Direncanakan": document["ringkasan"]["direncanakan"],
        "Diterima": document["ringkasan"]["diterima"],
        "Terlambat": document["ringkasan"]["terlambat"],
    }
    assert totals.items() <= {at: one["number"] for at, one in tiles_of(book).items()}.items()


def test_what_must_be_mended_adds_up_over_the_versions_that_count():
    newer = review(sop("Judul A"), [finding(), finding("D-01")], name="baru.xlsx")
    counted = review(sop("Judul A"), name="lama.xlsx")
    faulty = review(sop("Judul B"), [finding()], name="salah.xlsx")
    files = csv_files(told(register(), (dossier(newer, counted), dossier(faulty))))
    found = read_csv(files, "temuan")
    own = [row for row in found if row["tingkat"] == "galat" and row["versi"] == COUNTED]
    lines = read_csv(files, "daftar_sop")
    units = read_csv(files, "per_perangkat_daerah")
    assert len(own) == 1
    assert sum(int(row["galat"]) for row in lines) == len(own)
    assert sum(int(row["galat"]) for row in units) == len(own)
    meanings = {
        (row["tabel"], row["kolom"]): row["arti"] for row in read_csv(files, DICTIONARY[:-4])
    }
    assert {row["versi"] for row in found} == {COUNTED, AWAITED}
    assert all(f"“{row['versi']}”" in meanings["temuan", "versi"] for row in found)


@pytest.mark.long
def test_the_page_tells_the_figures_of_the_workbook(content):
    book = both((write_report(content), write_annex(content)))
    text = page_text(print_brief(briefs_of(content)))
    for label, tile in tiles_of(book).items():
        assert f"{label} {tile['number']}" in text
        assert tile["change"] in text
        assert tile["word"] in text
    for sentence in sentences(content):
        assert sentence in text


@pytest.mark.long
def test_decisions_are_the_same_in_every_form(content, document):
    book = both((write_report(content), write_annex(content)))
    text = page_text(print_brief(briefs_of(content)))
    told = document["tabel"]["keputusan"]
    table = [
        row
        for row in book["Ringkasan"].iter_rows(min_row=5, max_col=24, values_only=True)
        if row[0]
    ]
    head, *shown = [[cell for cell in row if cell is not None] for row in table]
    assert head == [
        "Keputusan yang perlu diambil",
        "Perangkat daerah dan kepalanya",
        "SOP",
        "Paling lambat",
        "Jika tidak",
    ]
    assert len(told) == 5
    for decision, row, record in zip(content.pending, shown, told, strict=False):
        assert row == [
            decision.sentence,
            decision.units_in_words,
            len(decision.lines),
            decision.until_in_words,
            decision.otherwise,
        ]
        assert [record[key] for key in ("keputusan", "sop", "jika_tidak")] == [
            decision.sentence,
            len(decision.lines),
            decision.otherwise,
        ]
        for words in (decision.sentence, decision.units_in_words, decision.otherwise):
            assert words in text
    awaited = [row["Menunggu"] for row in rows(book, "Daftar SOP")]
    assert awaited == [row["menunggu"] or "-" for row in document["tabel"]["daftar_sop"]]
    for decision in content.pending:
        assert awaited.count(decision.rule.name) == len(decision.lines)
    label, number = shown[len(told)][:2]
    assert number == sum(map(len, (decision.lines for decision in content.pending)))
    assert label in text


def test_csv_tells_what_json_tells(content, document):
    files = csv_files(content)
    for name, records in document["tabel"].items():
        listed = read_csv(files, name)
        assert len(listed) == len(records)
        for row, record in zip(listed, records, strict=True):
            assert row == {key: _as_csv(value) for key, value in record.items()}


def _as_csv(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def test_every_column_is_in_the_dictionary(content):
    files = csv_files(content)
    known = {(row["tabel"], row["kolom"]) for row in read_csv(files, DICTIONARY[:-4])}
    met = {
        (name[:-4], column)
        for name in files
        if name != DICTIONARY
        for column in files[name].decode("utf-8-sig").splitlines()[0].split(SEPARATOR)
    }
    assert met == known


def test_sums_of_the_data_are_its_totals(document):
    for name, _, _ in FIGURES:
        for group in ("per_perangkat_daerah", "per_bagian"):
            counted = sum(row[name] for row in document["tabel"][group])
            assert counted == document["ringkasan"][name]
    assert document["tabel"]["riwayat"][-1]["selesai"] == document["ringkasan"]["selesai"]


def cells_of_any_spreadsheet(text):
    """What may become a cell, whatever a spreadsheet takes for a separator or a quote."""
    parts = re.split(r"[;,|\t]|[\r\n\v\f\x85\u2028\u2029]", text)
    return [part.strip(' "') for part in parts]


@pytest.mark.parametrize("separator", ["", ";", ",", "\t", "\n", 'a;"', "a, "])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_text_can_run_in_a_spreadsheet(start, separator):
    text = f'{separator}{start}HYPERLINK("http://contoh.invalid")'
    subject = sop(text, unit_name=text, section=text)
    hostile = told(
        register(), (dossier(review(subject, (finding(sentence=text),), name=f"{text}.xlsx")),)
    )
    for data in csv_files(hostile).values():
        found = cells_of_any_spreadsheet(data.decode("utf-8-sig"))
        assert not [cell for cell in found if "HYPERLINK" in cell and cell[0] in "=+-@＝"]


@given(st.text(st.sampled_from("=+-@;,\t\r\n\"' a1＝"), max_size=30))
def test_no_part_of_any_text_begins_a_formula(text):
    stream = io.StringIO()
    csv.writer(stream, delimiter=SEPARATOR).writerow([_harmless(text), "b"])
    for part in re.split(r"[;,|\t\r\n]", stream.getvalue()):
        assert part.lstrip(' "')[:1] not in tuple("=+-@＝")


@given(st.text(st.characters(exclude_characters="=+-@＝＋－＠\t\r\n"), max_size=30))
def test_what_runs_nothing_stays_as_it_is(text):
    assert _harmless(text) == text


def test_the_document_is_indented_as_the_standard_encoder_does(content):
    for one in (content, told(register(), ())):
        text = b"".join(write_json(one)).decode()
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


def test_division_by_nothing_is_no_figure():
    empty = told(register(), ())
    document = json.loads(b"".join(write_json(empty)))
    assert (document["ringkasan"]["capaian"], document["ringkasan"]["mutu_berkas"]) == (None, None)
    assert "0,0%" not in page_text(print_brief(briefs_of(empty)))


SIZES = pytest.mark.parametrize(("size", "units"), [(0, 1), (1, 1), (40, 5), (300, 44)])


@pytest.mark.long
@SIZES
def test_the_page_is_the_fullest_that_fits(size, units):
    known, dossiers = province(size, units)
    briefs = briefs_of(told(known, dossiers))
    each = [print_brief((brief,)) for brief in briefs]
    fitting = [pdf for pdf in each if len(PdfReader(io.BytesIO(pdf)).pages) == 1]
    assert print_brief(briefs) == (fitting or each[-1:])[0]


@pytest.mark.few(1)
@SIZES
def test_the_page_is_always_one(size, units):
    known, dossiers = province(size, units)
    content = told(known, dossiers)
    pdf = print_brief(briefs_of(content))
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert pdf == print_brief(briefs_of(content))


def test_odd_and_long_words_stay_on_the_page():
    long = "Ω" * 40 + " 漢字 " + "panjang sekali " * 60
    subject = sop(long, unit_code="1.02", unit_name=long)
    found = tuple(finding(f"I-{number:02}", sentence=long) for number in range(9))
    content = told(register(), (dossier(review(subject, found, name="x.xlsx")),))
    (page,) = PdfReader(io.BytesIO(print_brief(briefs_of(content)))).pages
    assert page
