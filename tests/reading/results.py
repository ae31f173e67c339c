"""Workbooks whose formulas have other results stored, as some programs leave them."""

import re
import zipfile
from io import BytesIO
from typing import Literal

Result = Literal["zero", "missing", "error", "text", "stale"]

_CELL = re.compile(
    r'<c (r="[A-Z]+\d+")((?: s="\d+")?)[^>]*>(<f[^>]*(?:/>|>[^<]*</f>))(<v>.*?</v>|<v/>)?</c>'
)
_STORED: dict[Result, str] = {
    "zero": "<c {0}{1}>{2}<v>0</v></c>",
    "missing": "<c {0}{1}>{2}</c>",
    "error": '<c {0}{1} t="e">{2}<v>#REF!</v></c>',
    "text": '<c {0}{1} t="str">{2}<v></v></c>',
    "stale": "<c {0}{1}>{2}<v>7</v></c>",
}


def with_results(workbook: bytes, result: Result) -> bytes:
    """The xlsx workbook with that stored for every formula; formulas and all else as they were."""

    def stored(found: re.Match[str]) -> str:
        return _STORED[result].format(*found.groups()[:3])

    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                content = _CELL.sub(stored, content.decode()).encode()
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
