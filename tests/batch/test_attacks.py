"""Nothing that a workbook holds is obeyed, by us or by whoever opens what we wrote."""

import csv
import json
import os
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import defusedxml.ElementTree
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from sopbatch.batch.output.tree import ANSWER, ARCHIVE, RESULTS
from tests.batch.attacks import MARK, NAMES, SECRET, SUM, TEMPLATES, quiet_texts, write_attacks
from tests.batch.runs import Ran, faulty_workbook, run
from tests.batch.safe_names import is_safe
from tests.cli.sabotage import watched
from tests.cli.typed import typed
from tests.reading.crafting import MAIN, zipped
from tests.writing.documents.prints import printed

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name != "posix", reason="such names are impossible here"),
]
ACTIONS = frozenset(
    {
        *("/URI", "/JavaScript", "/JS", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/AA"),
        *("/ImportData", "/Rendition", "/Movie", "/Sound", "/RichMedia", "/OpenAction"),
    }
)
"""What makes a reader of PDF do something but turn to a page."""
ACTIVE = frozenset({"script", "a", "image", "iframe", "style", "foreignobject", "animate"})
"""Elements of a drawing that load, run or restyle something; in lower case."""
EXPORTS = ("--ekspor", "svg", "--ekspor", "drawio")


@dataclass(frozen=True)
class Attacked:
    """A run on the attacks, with what it touched."""

    place: Path
    ran: Ran
    canary: str
    hits: list[str]
    events: str

    @property
    def target(self) -> Path:
        return self.place / "keluar"

    def outputs(self, *suffixes: str) -> list[Path]:
        """What the run made of the files; the archive and what is kept are not given to anybody."""
        return [
            path
            for path in sorted(self.target.rglob("*"))
            if path.is_file()
            and path.relative_to(self.target).parts[0] not in (ANSWER, ARCHIVE, RESULTS)
            and (path.suffix in suffixes or not suffixes)
        ]


@contextmanager
def listening(hits: list[str]) -> Iterator[str]:
    """The address of a server that remembers who called it."""

    class Canary(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_error(404)

    with ThreadingHTTPServer(("127.0.0.1", 0), Canary) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    place = tmp_path_factory.mktemp("serangan")
    secret, log = place / "rahasia.txt", place / "kejadian.log"
    secret.write_text(SECRET)
    hits: list[str] = []
    with listening(hits) as canary:
        write_attacks(place / "masuk", secret, canary)
        env = watched(place, log)
        for name in ("HOME", "TMPDIR", "kerja"):
            (place / name).mkdir()
            env[name] = str(place / name)
        ran = run(place / "masuk", place / "keluar", *EXPORTS, env=env, cwd=place / "kerja")
        yield Attacked(place, ran, canary, hits, log.read_text())


@pytest.fixture(scope="module")
def parts(attacked: Attacked) -> Mapping[str, Mapping[str, bytes]]:
    """Parts of every package written, by its path below the output folder."""
    return {
        path.relative_to(attacked.target).as_posix(): parts_of(path.read_bytes())
        for path in attacked.outputs(".xlsx")
    }


def parts_of(book: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(BytesIO(book)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_every_file_is_accounted_for_once_and_no_program_fails(attacked: Attacked):
    assert attacked.ran.code == 1
    sent = [path for path in (attacked.place / "masuk").rglob("*") if not path.is_dir()]
    with (attacked.target / "laporan/data_2026-11-22/berkas.csv").open(
        encoding="utf-8-sig"
    ) as file:
        told = [row["berkas"] for row in csv.DictReader(file, delimiter=";")]
    assert len(told) == len(set(told)) == len(sent)
    assert not (attacked.target / "sopbatch.log").exists()
    assert "Gagal:" not in attacked.ran.out


def test_what_the_terminal_is_sent_is_plain(attacked: Attacked):
    shown = (attacked.ran.out + attacked.ran.err).replace("\n", "")
    assert shown.isprintable()


def test_check_shows_names_and_texts_without_obeying_them(attacked: Attacked):
    folder = attacked.place / "masuk"
    paths = [*(folder / "nama").glob("[[]*"), *(folder / "nama").glob("\x1b*")]
    paths += (folder / "nama").glob(":bomb:*")
    ran = typed("check", *paths, folder / "Biro" / "liar 5.xlsx")
    assert ran.code == 1
    assert ran.out.replace("\n", "").isprintable()
    assert "[bold]tebal.xlsx" in ran.out
    assert ":bomb:[[b].xlsx" in ran.out
    assert "\\x1b[31mmerah.xlsx" in ran.out
    assert "[bold red]merah" in ran.out


def test_nothing_is_called_started_or_fetched(attacked: Attacked):
    assert attacked.hits == []
    assert attacked.events == ""


def test_nothing_is_left_outside_the_output_folder(attacked: Attacked):
    left = [
        path for name in ("HOME", "TMPDIR", "kerja") for path in (attacked.place / name).iterdir()
    ]
    assert left == []
    assert not [path for path in attacked.place.rglob("*lolos*") if "masuk" not in path.parts]
    assert not list(Path("/tmp").glob("*lolos-jebak*"))


CAME_FROM_BIRO = 7
"""Workbooks in the folder “Biro” that go back."""


def test_names_are_safe_and_distinct_on_every_system(attacked: Attacked):
    names = [path.relative_to(attacked.target).as_posix() for path in attacked.outputs()]
    ours = [name for name in names if not name.startswith((".sopbatch", "sopbatch"))]
    assert [part for name in ours for part in name.split("/") if not is_safe(part)] == []
    alike = [unicodedata.normalize("NFC", name).casefold() for name in names]
    assert len(set(alike)) == len(names)
    returned = [name for name in ours if re.match(r"dikembalikan/.*\.xlsx$", name)]
    assert len(returned) == len(NAMES) + CAME_FROM_BIRO


def test_no_output_holds_a_read_file_or_a_computed_sum(attacked: Attacked, parts):
    texts = [part for book in parts.values() for part in book.values()]
    texts += [path.read_bytes() for path in attacked.outputs(".json", ".csv", ".svg", ".drawio")]
    texts += [printed(path.read_bytes()).encode() for path in attacked.outputs(".pdf")]
    for text in texts:
        assert SECRET.encode() not in text
        assert SUM.encode() not in text
        assert b"root:x:0:0" not in text


def test_a_document_acts_on_nothing_and_carries_the_senders_workbook_alone(attacked: Attacked):
    for path in attacked.outputs(".pdf"):
        reader = PdfReader(path)
        known = [
            reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))
        ]
        found = [item for item in known if isinstance(item, DictionaryObject)]
        assert ACTIONS.isdisjoint(key for item in found for key in item), path
        assert {item.get("/S") for item in found}.isdisjoint(ACTIONS), path
        carried = reader.attachments
        own = path.parts[-3] == "dokumen" and not path.name.startswith("Kumpulan")
        assert len(carried) == own, path
        for name, (data,) in carried.items():
            assert (attacked.place / "masuk" / "Biro" / name).read_bytes() == data


def run_together(text: str) -> str:
    """Without blanks, and without the hyphens that poppler takes for those of broken words."""
    return re.sub(r"[\s-]", "", text)


def test_markup_is_printed_letter_by_letter(attacked: Attacked):
    told = "".join(run_together(printed(path.read_bytes())) for path in attacked.outputs(".pdf"))
    first, _ = quiet_texts(attacked.place / "rahasia.txt", attacked.canary).values()
    plain = (text for text in (*first, *TEMPLATES) if text.isascii())
    assert [text for text in plain if run_together(text) not in told] == []


def test_every_part_of_every_package_is_well_formed(parts):
    for book in parts.values():
        for name, part in book.items():
            if name.endswith((".xml", ".rels", ".vml")):
                defusedxml.ElementTree.fromstring(part)


def formulas(book: Mapping[str, bytes]) -> set[str]:
    return {
        found.text or ""
        for name, part in book.items()
        if name.startswith("xl/worksheets/sheet")
        for found in defusedxml.ElementTree.fromstring(part).iter(f"{{{MAIN}}}f")
    }


def outside(book: Mapping[str, bytes]) -> set[str]:
    """Where links of a package lead beyond it."""
    return {
        link.get("Target", "")
        for name, part in book.items()
        if name.endswith(".rels")
        for link in defusedxml.ElementTree.fromstring(part)
        if link.get("TargetMode") == "External"
    }


def test_no_text_became_a_formula_or_a_link_of_the_report(parts):
    ours = r"\.\.\\(dokumen|dikembalikan)\\|(Laporan|Lampiran)_Perkembangan_SOP_2026-11-22\.xlsx"
    for name in ("Laporan", "Lampiran"):
        report = parts[f"laporan/{name}_Perkembangan_SOP_2026-11-22.xlsx"]
        found = [formula for formula in formulas(report) if MARK in formula or "cmd" in formula]
        assert found == []
        assert all(re.match(ours, link) for link in outside(report))


def test_a_marked_copy_has_the_senders_formulas_and_links_and_no_others(attacked: Attacked, parts):
    came = {path.name: path for path in (attacked.place / "masuk" / "Biro").iterdir()}
    copies = {
        came[Path(name).name]: book
        for name, book in parts.items()
        if name.startswith("dikembalikan/") and Path(name).name in came
    }
    assert len(copies) == CAME_FROM_BIRO
    for path, book in copies.items():
        sent = parts_of(path.read_bytes())
        assert formulas(book) <= formulas(sent)
        assert outside(book) <= outside(sent)


def test_no_cell_of_a_csv_file_begins_a_formula(attacked: Attacked):
    files = attacked.outputs(".csv")
    assert files
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file, delimiter=";") for cell in row]
        assert [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)] == []


def test_data_for_other_programs_hold_no_control_character(attacked: Attacked):
    for path in attacked.outputs(".json", ".csv"):
        text = path.read_bytes().decode("utf-8-sig")
        found = {letter for letter in text if unicodedata.category(letter) == "Cc"}
        assert found <= {"\n", "\r"}, path
        assert path.suffix == ".csv" or json.loads(text)


def test_drawings_parse_and_hold_neither_script_nor_reference(attacked: Attacked):
    drawings = attacked.outputs(".svg", ".drawio")
    assert {path.suffix for path in drawings} == {".svg", ".drawio"}
    for path in drawings:
        for element in defusedxml.ElementTree.fromstring(path.read_bytes()).iter():
            name = element.tag.rpartition("}")[2]
            assert name.casefold() not in (
                "script",
                "a",
                "image",
                "iframe",
                "style",
                "foreignobject",
            )
            assert not [key for key in element.attrib if key.startswith("on") or "href" in key]
            # A label of draw.io is markup: what looks like a tag must still be escaped in it.
            assert not re.search(r"<(?!br)", element.get("value", ""))


def test_a_workbook_nested_too_deep_to_mark_comes_back_as_a_list(tmp_path: Path):
    deep = b"<a>" * 300 + b"</a>" * 300
    parts = dict(parts_of(faulty_workbook()))
    sheet = "xl/worksheets/sheet3.xml"
    parts[sheet] = parts[sheet].replace(b"</worksheet>", deep + b"</worksheet>")
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk" / "dalam.xlsx").write_bytes(zipped(parts))
    ran = run(tmp_path / "masuk", tmp_path / "keluar")
    assert ran.code == 1
    assert "susunan berkasnya tidak lazim" in ran.out
    listed = (
        tmp_path / "keluar" / "dikembalikan" / "Biro Organisasi" / "dalam (daftar perbaikan).txt"
    )
    assert "Perbaikan berkas" in listed.read_text(encoding="utf-8-sig")
