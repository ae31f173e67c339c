"""What PDF/A-3 with level A asks (ISO 19005-3), as far as a file's structure shows it."""

import re
import subprocess
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ArrayObject

PRINT, HIDDEN = 4, 0b100011
"""Flags of an annotation: printed; invisible, hidden or not viewed."""
FORBIDDEN_ACTIONS = {"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/JavaScript"}


def assert_archival(pdf: bytes, *, tables: bool = True) -> None:
    """Fail unless the file keeps the rules that can be seen without a full validator."""
    reader = PdfReader(BytesIO(pdf), strict=True)
    assert pdf.startswith(b"%PDF-1.7\n")
    assert all(byte > 127 for byte in pdf.splitlines()[1][1:5])
    _check_catalog(reader)
    objects = [*_objects(reader)]
    _check_fonts(objects)
    for item in objects:
        if isinstance(item, dict):
            assert "/Crypt" not in str(item.get("/Filter", ""))
            assert "/LZWDecode" not in str(item.get("/Filter", ""))
            assert not {"/F", "/FFilter"} & item.keys() or item.get("/Type") in (
                "/Filespec",
                "/Annot",
                None,
            )
            assert item.get("/S") not in FORBIDDEN_ACTIONS
            assert item.get("/Interpolate") in (None, False)
            assert item.get("/Subtype") != "/PS"
    for page in reader.pages:
        assert str(page["/Tabs"]) == "/S"
        assert "/AA" not in page
        for annotation in page.get("/Annots", ()):
            flags = annotation.get_object()["/F"]
            assert flags & PRINT
            assert not flags & HIDDEN
    _check_tags(reader, tables=tables)
    told = subprocess.run(
        ["pdfinfo", "-struct", "-"], input=pdf, capture_output=True, check=True
    ).stderr
    assert told == b""


def _check_catalog(reader: PdfReader) -> None:
    root: Any = reader.root_object
    assert not reader.is_encrypted
    numbers: Any = reader.trailer["/ID"]
    assert len(numbers) == 2
    assert root["/Lang"] == "id"
    assert root["/MarkInfo"]["/Marked"] in (True,)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] in (True,)
    assert not {"/OpenAction", "/AA", "/NeedsRendering", "/OCProperties"} & root.keys()
    assert "/JavaScript" not in root.get("/Names", {})
    (intent,) = root["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    profile = intent.get_object()["/DestOutputProfile"].get_object()
    assert profile["/N"] == 3
    assert profile.get_data()[36:40] == b"acsp"
    packet = root["/Metadata"].get_object()
    xmp = packet.get_data().decode()
    assert 'part="3"' in xmp
    assert 'conformance="A"' in xmp
    for part in root.get("/AF", ()):
        assert part.get_object()["/AFRelationship"] in ("/Source", "/Data", "/Supplement")
        assert {"/F", "/UF", "/EF"} <= part.get_object().keys()
        embedded = part.get_object()["/EF"]["/F"].get_object()
        assert {"/ModDate", "/Size"} <= embedded["/Params"].keys()
        assert "/" in embedded["/Subtype"][1:]


def _check_fonts(objects: list[Any]) -> None:
    fonts = [item for item in objects if isinstance(item, dict) and item.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        if font["/Subtype"] == "/Type0":
            assert font["/Encoding"] == "/Identity-H"
            _check_unicodes(font["/ToUnicode"].get_data().decode())
        else:
            assert font["/Subtype"] == "/CIDFontType2"
            assert "/FontFile2" in font["/FontDescriptor"]
            assert font["/CIDToGIDMap"] == "/Identity" or hasattr(font["/CIDToGIDMap"], "get_data")
            if font["/CIDToGIDMap"] == "/Identity":
                _check_widths(font)


def _check_unicodes(mapping: str) -> None:
    """Every glyph stands for letters, none of them a mark of the encoding."""
    letters = re.findall(r"<[0-9a-fA-F]{4}> <([0-9a-fA-F]+)>", mapping)
    assert letters
    assert not {"0000", "feff", "fffe"} & {letter.lower() for letter in letters}


def _check_widths(font: Any) -> None:
    """Widths are those of the embedded program, to a thousandth of the letter size."""
    program = TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
    scale = 1000 / program["head"].unitsPerEm
    told = [*font["/W"]]
    for first, widths in zip(told[::2], told[1::2], strict=True):
        for code, width in enumerate(widths.get_object(), start=int(first)):
            drawn = program["hmtx"][program.getGlyphName(code)][0] * scale
            assert abs(drawn - float(width)) <= 1


def _check_tags(reader: PdfReader, *, tables: bool) -> None:
    """Every marked content of a page has its element, and names are unique."""
    tree: Any = reader.root_object["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert len(parents) == len(numbers) // 2
    keys: list[Any] = [page["/StructParents"] for page in reader.pages]
    assert len({*keys}) == len(keys)
    for key, page in zip(keys, reader.pages, strict=True):
        elements = parents[key].get_object()
        for element in elements:
            assert element.get_object()["/Pg"].get_object() == page.get_object()
    (document,) = tree["/K"]
    names, seen = [], set()
    waiting = [document]
    while waiting:
        item = waiting.pop().get_object()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            if "/ID" in item:
                names.append(item["/ID"])
            kids = item.get("/K", ArrayObject())
            for kid in kids if isinstance(kids, list) else [kids]:
                if isinstance(kid.get_object(), dict) and "/P" in kid.get_object():
                    assert kid.get_object().raw_get("/P") == item.indirect_reference  # type: ignore[attr-defined]
            seen.add(item.get("/S"))
            _check_head(item)
            waiting.append(kids)
    assert len({*names}) == len(names)
    assert {"/Document", *(("/Table", "/TH", "/TD") if tables else ())} <= seen


def _check_head(item: Any) -> None:
    """Heads of tables say what they are the head of, and no heading is empty."""
    kind = str(item.get("/S"))
    if kind == "/TH":
        assert item["/A"]["/Scope"] in ("/Row", "/Column")
    if kind.startswith("/H"):
        assert _marks_content(item)


def _marks_content(item: Any) -> bool:
    """Whether an element or one below it stands for something printed."""
    item = item.get_object()
    if isinstance(item, int):
        return True
    if isinstance(item, list):
        return any(map(_marks_content, item))
    return isinstance(item, dict) and "/K" in item and _marks_content(item["/K"])


def _objects(reader: PdfReader) -> Any:
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(number)
        if found is not None:
            yield found
