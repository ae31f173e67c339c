"""What came of a list that became a register: columns recognised, rows left, what to do next."""

from sopbatch.batch.commands.accept_plan import Accepted
from sopbatch.batch.commands.import_register import Imported
from sopbatch.cli.terminal import console, show_notes, shown
from sopbatch.reading.listing import Listing, described
from sopbatch.schema.listing import NUMBER

KEPT = "lembar, kolom, dan catatan tambahan Anda ikut disalin."
NOT_KEPT = "lembar dan kolom tambahan tidak ikut disalin."
MOST = 15
"""Rows told one by one."""


def show_imported(imported: Imported) -> None:
    """Everything that was recognised, and what was not."""
    screen = console()
    for listing in imported.listings:
        for line in _listing_lines(listing):
            screen.print(shown(line))
    show_notes(screen, imported.notes[:MOST])
    if len(imported.notes) > MOST:
        screen.print(f"  dan {len(imported.notes) - MOST} baris lain")
    register = imported.register
    screen.print(
        f"Diambil: {len(register.units)} perangkat daerah, {len(register.sections)} bagian, "
        f"{len(register.plan)} judul."
    )
    screen.print(f"Ditulis: {shown(str(imported.path))}")
    screen.print(
        f'Yang belum lengkap ditunjukkan oleh: sopbatch check "{shown(str(imported.path))}"'
    )


def show_accepted(accepted: Accepted) -> None:
    """What was added and changed, and what to do with the new register."""
    screen = console()
    lots = (("Ditambahkan", accepted.new), ("Diubah", accepted.changed))
    for word, lines in (*lots, ("Sudah ada", accepted.already)):
        for line in lines[:MOST]:
            screen.print(shown(f"{word}: {line.code} {line.title}"))
        if len(lines) > MOST:
            screen.print(f"  dan {len(lines) - MOST} judul lain")
    screen.print(f"Ditulis: {shown(str(accepted.path))}")
    screen.print(
        f"{shown(str(accepted.old))} tidak diubah. Periksa yang baru, lalu simpan menggantikannya; "
        f"{KEPT if accepted.kept else NOT_KEPT}"
    )


def _listing_lines(listing: Listing) -> list[str]:
    what = "judul" if listing.titles else "perangkat daerah"
    known = [
        f"{described(one)} sebagai {one.field.label}"
        for one in listing.columns
        if one.field is not None and one.field is not NUMBER
    ]
    unknown = [described(one) for one in listing.columns if one.field is None]
    lines = [f"Lembar “{listing.sheet}” (daftar {what}): {', '.join(known)}."]
    if unknown:
        lines.append(f"  Tidak dikenali dan tidak diambil: {', '.join(unknown)}.")
    return lines
