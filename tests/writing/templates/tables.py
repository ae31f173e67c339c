"""Procedure tables as officers type them, for the form and for the check."""

from sopbatch.model import CellValue, Place
from sopbatch.writing.templates import example_values

EXAMPLE = example_values()
SEQUENCES: tuple[tuple[dict[int, str], str, str, str], ...] = (
    *(({1: "Proses 1", 2: "Keputusan 2"}, "", "1", ""), ({1: "Proses, Keputusan"}, "", "1", "")),
    *(({1: "Keputusan: Lengkap?"}, "", "1", ""), ({2: "Lengkap?"}, "", "1", "")),
    *(({2: "Lengkap?"}, "", "", ""), ({1: "Keputusan (Sudah lengkap?)"}, "", "1", "")),
    *(({1: "Keputusan", 2: "Keputusan"}, "", "1", ""), ({1: "Keputusan, Keputusan"}, "", "1", "")),
    *(({1: "Keputusan 1", 2: "Keputusan 2"}, "", "1", ""), ({1: "K"}, "", "1", "")),
    *(({1: "Keputusan 1", 2: "Keputusan 1"}, "", "1", ""), ({2: "P lalu K"}, "", "1", "")),
    ({1: "Keputusan", 2: "Proses", 3: "Keputusan"}, "", "1", ""),
    ({1: "Keputusan", 2: "Proses", 3: "Keputusan"}, "2", "1", ""),
    *(
        ({1: "Keputusan 1", 2: "Proses 2"}, "3", "1", ""),
        ({1: "Keputusan", 2: "Proses"}, "3", "1", ""),
    ),
    *(
        ({1: "Keputusan 1", 2: "Proses 2"}, "3", "", ""),
        ({1: "Keputusan", 2: "Proses"}, "", "3", ""),
    ),
    *(({1: "Proses", 2: "Keputusan"}, "3", "", ""), ({2: "1. Proses; 2. Keputusan"}, "", "1", "")),
    *(({1: "Selesai 1", 2: "Proses 2"}, "", "", ""), ({1: "Proses", 2: "Selesai"}, "", "", "")),
    *(
        ({1: "Keputusan", 2: "Selesai"}, "3", "", ""),
        ({1: "Keputusan", 2: "Selesai"}, "3", "1", ""),
    ),
    *(({1: "Pros"}, "", "", ""), ({1: "Proses, Kepala"}, "", "", ""), ({1: "✓"}, "", "", "")),
    *(({1: "√"}, "", "", ""), ({2: "ü"}, "", "", ""), ({1: "\uf0fc"}, "", "", "")),
    *(({1: "Keputusan"}, "", "", "Kurang: 3"), ({1: "Keputusan"}, "", "", "Kurang: 99")),
    *(({1: "Keputusan"}, "", "", "A: 4; B: 4"), ({1: "Keputusan"}, "4", "", "Kurang: 4")),
    *(({1: "Proses"}, "", "", "3, 4 dan 5"), ({1: "Proses"}, "", "", "3; 4 & 99")),
    *(({1: "Proses"}, "", "", "3; 3"), ({1: "Proses"}, "", "", "langkah 3, 4 serta langkah 5")),
)
"""Lanes, Ya ke, Tidak ke and Lanjut ke of a row."""
TIMES = (
    *("10 menit", "dua jam", "setengah hari", "½ jam", "saat itu juga", "2 jam 30 menit", "10"),
    *("segera", "secepatnya", "sesuai kebutuhan", "rutin", "langsung", "sesuai jam kerja", "cepat"),
)


def table_of(key: str, typed: tuple[str, ...], middle: str) -> dict[Place, CellValue]:
    """The example with one decision a value, between Mulai and Selesai."""
    values = {
        place: value
        for place, value in EXAMPLE.items()
        if place.key not in ("activity", "nodes", "inputs", "duration", "output", "remark")
        and place.key not in ("yes", "no_target", "next")
    }
    last = len(typed) + 2
    for step in range(1, last + 1):
        symbol = {1: "Mulai", last: "Selesai"}.get(step, middle)
        row: dict[str, CellValue] = {
            "activity": f"Memeriksa berkas bagian {step}",
            "inputs": "Berkas",
            "duration": "10 menit",
            "output": "Hasil",
        }
        values |= {Place(name, step): value for name, value in row.items()}
        values[Place("nodes", step, 1, 1)] = symbol
        if 1 < step < last:
            values[Place(key, step)] = typed[step - 2]
    return values


def sequences_and_times() -> dict[Place, CellValue]:
    """A row for each of them, between Mulai and Selesai."""
    symbols = [lanes for lanes, *_ in SEQUENCES] + [{1: "Proses"}] * len(TIMES)
    values = table_of("next", ("",) * len(symbols), "Proses")
    for step, lanes in enumerate(symbols, start=2):
        del values[Place("nodes", step, 1, 1)]
        values |= {Place("nodes", step, 1, lane): text for lane, text in lanes.items()}
    for step, (_, *ways) in enumerate(SEQUENCES, start=2):
        ways_in = zip(("yes", "no_target", "next"), ways, strict=True)
        values |= {Place(key, step): text for key, text in ways_in}
    for step, text in enumerate(TIMES, start=2 + len(SEQUENCES)):
        values[Place("duration", step)] = text
    return values
