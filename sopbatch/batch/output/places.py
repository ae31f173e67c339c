"""Where products stand below the output folder, so that Windows takes the whole path."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sopbatch.batch.output.tree import DOCUMENTS, REPORTS, RETURNED
from sopbatch.model import SopbatchError
from sopbatch.schema.products import report_name
from sopbatch.text.file_names import LONGEST, folder_name, safe_name, width

LONGEST_WHOLE = 259
"""Characters that Windows takes of a path, drive and folders included."""
LEAST_ROOM = 100
"""Characters below which archive and report no longer find a place and names say nothing."""
RESERVE = 16
"""Characters of a number after equal names and of what an export puts after a document's name."""
LONGEST_HEADING, LEAST_NAME = 48, 24
"""Characters of the name of a folder of documents, and of a file that stands in it."""
TOO_DEEP = (
    "Alamat folder hasil “{folder}” terlalu panjang: Windows menerima {whole} huruf, dan "
    "untuk nama berkas di bawahnya diperlukan {least}, tersisa {room}; pilih folder yang "
    "alamatnya lebih pendek."
)


def check_room(folder: Path) -> None:
    """Refuse a folder that leaves too little for what stands below it, on every system.

    Raises:
        SopbatchError: it does; folders of other systems are opened, copied and shared to Windows.
    """
    room = _room_below(folder)
    if room < LEAST_ROOM:
        told = TOO_DEEP.format(
            folder=folder, whole=LONGEST_WHOLE, least=LEAST_ROOM, room=max(0, room)
        )
        raise SopbatchError(told)


def named_place(folder: Path, unit: str, name: str) -> str:
    """A file's path in its unit's folder; the folder is the same for all files of a unit."""
    room = _room_below(folder)
    inside = folder_name(unit, max(room - 1 - LONGEST - RESERVE, room // 3))
    return f"{inside}/{safe_name(name, room - width(inside) - 1 - RESERVE)}"


def own_name(folder: Path, name: str) -> str:
    """Of a file that stands in a folder itself."""
    return safe_name(name, _room_below(folder) - RESERVE)


def document_place(output: Path, unit: str, name: str) -> str:
    """Of a document, and of its exports, below the output folder."""
    return f"{DOCUMENTS}/{named_place(output / DOCUMENTS, unit, name)}"


def form_place(output: Path, unit: str, heading: str) -> str:
    """Of the folder with the documents of a workbook of another kind than the SOP."""
    return document_place(output, unit, heading[:LONGEST_HEADING].rstrip())


def within(output: Path, place: str, name: str) -> str:
    """Of a file in a folder below the output folder."""
    room = _room_below(output) - width(place) - 1
    return f"{place}/{safe_name(name, max(LEAST_NAME, room - RESERVE))}"


def book_place(output: Path, folder: str, unit: str) -> str:
    """Of the book beside a unit's documents in `folder`."""
    longest = _room_below(output / folder) - RESERVE
    return f"{folder}/{safe_name(f'Kumpulan SOP {unit}.pdf', longest)}"


def copy_place(output: Path, unit: str, name: str) -> str:
    """Of a workbook that goes back to its agency under the name it came with."""
    return f"{RETURNED}/{named_place(output / RETURNED, unit, name)}"


def report_place(as_of: date) -> str:
    """Where the workbook of a date stands, below the output folder."""
    return f"{REPORTS}/{report_name(as_of)}"


def links_from_report(paths: Mapping[str, str]) -> Mapping[str, str]:
    """Paths below the output folder as the report, in its own folder, links to them."""
    return {sha256: f"../{path}" for sha256, path in paths.items()}


def _room_below(folder: Path) -> int:
    return LONGEST_WHOLE - width(str(folder.absolute())) - 1
