"""What the commands that speak with mail servers show."""

from sopbatch.batch.commands.fetch import Fetched
from sopbatch.cli.terminal import console, print_json, shown

TOO_LARGE = "terlalu besar ({size} MB), ambil sendiri dari kotak surat"


def show_fetched(fetched: Fetched, *, as_json: bool) -> None:
    """What a fetch brought."""
    if as_json:
        print_json(
            {
                "baru": list(fetched.new),
                "sudah_ada": fetched.known,
                "hilang_saat_diambil": fetched.gone,
                "sebelum_tanggal": fetched.older,
                "terlalu_besar": [{"tiba": one.day, "ukuran": one.size} for one in fetched.large],
                "dirapikan": fetched.tidied,
                "catatan": list(fetched.notes),
            }
        )
        return
    screen = console()
    screen.print(f"Surel baru: {len(fetched.new)}, di {shown(str(fetched.folder))}")
    for count, what in (
        (fetched.known, "sudah pernah diambil"),
        (fetched.older, "tiba sebelum tanggal yang diminta; tidak diambil"),
        (fetched.gone, "dihapus orang lain sebelum sempat diambil"),
        (fetched.tidied, "dipindahkan atau ditandai di server"),
    ):
        if count:
            screen.print(f"  {count} surel {what}")
    for one in fetched.large:
        size = TOO_LARGE.format(size=one.size >> 20)
        screen.print(f"[yellow]Dilewati:[/] surel yang tiba {one.day or 'entah kapan'} {size}")
    for note in fetched.notes:
        screen.print(f"[yellow]Catatan:[/] {shown(note)}")
    if fetched.new:
        screen.print("Berikutnya: “sopbatch run” dengan folder masukan yang sama.")
