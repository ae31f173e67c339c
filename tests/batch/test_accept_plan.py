"""Needs come in, a proposal goes out, and what the operator leaves in it becomes the new plan."""

from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sopbatch.batch.commands.accept_plan import accept_plan
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.family.needs import MEMBER
from sopbatch.batch.order import Order
from sopbatch.model import Place, SopbatchError
from sopbatch.reading import read_grid, read_register
from sopbatch.schema.products import proposal_name
from sopbatch.schema.register import FILE_NAME, PLAN
from sopbatch.writing.templates.kinds import write_kind
from tests.batch.runs import command, register_workbook
from tests.office import Office
from tests.writing.returned.books import parts_of

DAY = date(2026, 11, 29)
WISHES = {Place("title", 5): "Pengelolaan Kearsipan Dinamis"}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run with one workbook of needs."""
    folder = tmp_path_factory.mktemp("usulan")
    (folder / "in").mkdir()
    (folder / "in" / FILE_NAME).write_bytes(register_workbook())
    needs = write_kind(MEMBER.kind, {**MEMBER.example(), **WISHES})
    (folder / "in" / "kebutuhan.xlsx").write_bytes(needs)
    run_batch(Order(input=folder / "in", output=folder / "out", as_of=DAY, today=DAY))
    return folder


def proposal(told: Path) -> Path:
    return told / "out" / "laporan" / proposal_name(DAY)


def plan_of(path: Path) -> dict[str, str]:
    register = read_register(read_grid(path.read_bytes())).register
    return {line.code: line.title for line in register.plan}


@pytest.mark.long
def test_the_sheet_to_paste_has_the_columns_of_the_register(told: Path):
    proposed = load_workbook(proposal(told))[PLAN.sheet]
    kept = load_workbook(told / "in" / FILE_NAME)[PLAN.sheet]
    heads = [[cell.value for cell in sheet[PLAN.header_row]] for sheet in (proposed, kept)]
    assert heads[0][: len(PLAN.columns)] == heads[1][: len(PLAN.columns)]
    assert not any(heads[0][len(PLAN.columns) :])


@pytest.mark.long
def test_what_was_left_is_added_and_the_old_register_stays(told: Path, tmp_path: Path):
    old = told / "in" / FILE_NAME
    before = old.read_bytes()
    ran = command("register", "--terima", proposal(told), "--daftar-induk", old,
                  "--ke", tmp_path / "baru.xlsx")  # fmt: skip
    assert ran.code == 0, ran.err
    assert old.read_bytes() == before
    was, now = plan_of(old), plan_of(tmp_path / "baru.xlsx")
    assert set(now.values()) - set(was.values()) == {"Pengelolaan Kearsipan Dinamis"}
    assert {code: now[code] for code in was} == was


@pytest.mark.long
def test_all_else_of_the_register_is_the_same(told: Path, tmp_path: Path):
    old = told / "in" / FILE_NAME
    accept_plan(proposal(told), old, tmp_path / "baru.xlsx", DAY)
    was = read_register(read_grid(old.read_bytes())).register
    now = read_register(read_grid((tmp_path / "baru.xlsx").read_bytes())).register
    for name in ("units", "sections", "waivers", "rule_settings", "settings"):
        assert getattr(now, name) == getattr(was, name)


WIDTH = len(PLAN.columns)
own_words = st.text(
    st.characters(codec="ascii", categories=("L", "N", "Zs")), min_size=1, max_size=30
)
own_notes = st.dictionaries(
    st.tuples(st.integers(1, 90), st.integers(WIDTH + 2, WIDTH + 6)), own_words, max_size=8
)
own_sheets = st.dictionaries(
    st.from_regex("Milik saya [0-9]{1,3}", fullmatch=True),
    st.dictionaries(st.tuples(st.integers(1, 9), st.integers(1, 9)), own_words, max_size=5),
    max_size=3,
)


def kept_by_operator(notes, sheets) -> bytes:
    """A register with notes beside the plan and sheets of the operator's own."""
    book = load_workbook(BytesIO(register_workbook()))
    plan = book[PLAN.sheet]
    for (row, column), text in notes.items():
        plan.cell(row, column).value = text
    plan.column_dimensions["D"].width = 71
    for name, texts in sheets.items():
        sheet = book.create_sheet(name)
        sheet["K1"] = f"=COUNTA('{PLAN.sheet}'!A:A)"
        for (row, column), text in texts.items():
            sheet.cell(row, column).value = text
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def texts_of(data: bytes) -> dict[tuple[str, str], object]:
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in load_workbook(BytesIO(data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


@pytest.mark.long
@settings(
    max_examples=8,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(own_notes, own_sheets)
def test_everything_of_the_operators_workbook_is_kept(told: Path, tmp_path: Path, notes, sheets):
    folder = Path(mkdtemp(dir=tmp_path))
    old, new = folder / FILE_NAME, folder / "baru.xlsx"
    old.write_bytes(kept_by_operator(notes, sheets))
    accepted = accept_plan(proposal(told), old, new, DAY)
    assert accepted.kept
    was, now = texts_of(old.read_bytes()), texts_of(new.read_bytes())
    codes = {one.code for one in accepted.changed}
    rows = {at[1][1:] for at in was if at[0] == PLAN.sheet and was[at] in codes}
    other = {at for at in was if was[at] != now.get(at)}
    assert {(sheet, at[1:]) for sheet, at in other} <= {(PLAN.sheet, row) for row in rows}
    added = {at for at in now if at not in was}
    assert {sheet for sheet, _ in added} == {PLAN.sheet}
    assert {now[at] for at in added if at[1].startswith("A")} == {one.code for one in accepted.new}
    assert load_workbook(new)[PLAN.sheet].column_dimensions["D"].width == 71
    parts = (parts_of(old.read_bytes()), parts_of(new.read_bytes()))
    changed = {name for name in parts[0] if parts[0][name] != parts[1].get(name)}
    assert len(changed) <= 3, "the sheet of the plan, the workbook that is calculated anew, styles"


@pytest.mark.long
def test_a_register_that_libreoffice_saved_is_kept_or_written_anew(told, tmp_path, office: Office):
    was = kept_by_operator({}, {"Milik saya 1": {(1, 1): "catatan"}})
    for kind in ("xlsx", "ods"):
        old, new = tmp_path / f"daftar_induk.{kind}", tmp_path / f"baru {kind}.xlsx"
        old.write_bytes(office.convert(was, kind))
        accepted = accept_plan(proposal(told), old, new, DAY)
        assert accepted.path == new
        assert accepted.kept == (kind == "xlsx")
        assert ("Milik saya 1" in load_workbook(new).sheetnames) == accepted.kept
        titles = {line.title for line in accepted.new}
        assert titles == {"Pengelolaan Kearsipan Dinamis"}
        assert titles <= set(plan_of(new).values())


@pytest.mark.long
def test_what_the_register_has_no_column_for_is_told(told: Path, tmp_path: Path):
    book = load_workbook(BytesIO(register_workbook()))
    heads = {cell.value: cell for cell in book[PLAN.sheet][PLAN.header_row]}
    heads["Penanggung jawab"].value = "Keterangan saya"
    old = tmp_path / FILE_NAME
    book.save(old)
    with pytest.raises(SopbatchError, match="Kolom “Penanggung jawab” tidak ada"):
        accept_plan(proposal(told), old, tmp_path / "baru.xlsx", DAY)
    assert not (tmp_path / "baru.xlsx").exists()


@pytest.mark.long
def test_rows_that_were_deleted_are_not_taken(told: Path, tmp_path: Path):
    book = load_workbook(proposal(told))
    for name in (PLAN.sheet, "Berubah"):
        book[name].delete_rows(PLAN.header_row + 1, 60)
    book.save(tmp_path / "usulan.xlsx")
    with pytest.raises(SopbatchError, match="tidak memuat judul yang diterima"):
        accept_plan(tmp_path / "usulan.xlsx", told / "in" / FILE_NAME, tmp_path / "baru.xlsx", DAY)
    assert not (tmp_path / "baru.xlsx").exists()


def test_nothing_is_written_over(told: Path, tmp_path: Path):
    (tmp_path / "baru.xlsx").write_bytes(b"milik orang lain")
    with pytest.raises(SopbatchError, match="sudah ada dan tidak diganti"):
        accept_plan(proposal(told), told / "in" / FILE_NAME, tmp_path / "baru.xlsx", DAY)
    assert (tmp_path / "baru.xlsx").read_bytes() == b"milik orang lain"


def test_a_code_of_another_title_is_told(told: Path, tmp_path: Path):
    book = load_workbook(proposal(told))
    book[PLAN.sheet].cell(PLAN.header_row + 1, 1).value = "TL-01"
    book.save(tmp_path / "usulan.xlsx")
    with pytest.raises(SopbatchError, match=r"Kode TL-01 .* sudah dipakai"):
        accept_plan(tmp_path / "usulan.xlsx", told / "in" / FILE_NAME, tmp_path / "baru.xlsx", DAY)


@pytest.mark.long
def test_the_proposal_in_the_inbox_is_known_for_what_it_is(told: Path, tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / FILE_NAME).write_bytes(register_workbook())
    (tmp_path / "in" / "usulan.xlsx").write_bytes(proposal(told).read_bytes())
    result = run_batch(Order(input=tmp_path / "in", output=tmp_path / "out", as_of=DAY, today=DAY))
    assert [name for name, _ in result.passed] == ["usulan.xlsx"]
