"""What lies in an inbox, and what a run told of it."""

import json
from pathlib import Path

PDF = b"%PDF-1.7\n"


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def files_of(output: Path) -> dict[str, dict[str, str]]:
    (data,) = (output / "laporan").glob("data*.json")
    return {row["berkas"]: row for row in json.loads(data.read_text("utf-8"))["tabel"]["berkas"]}
