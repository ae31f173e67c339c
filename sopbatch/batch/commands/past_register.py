"""The register as a past run used it, out of the archive."""

from pathlib import Path

from sopbatch.batch.commands.import_register import refuse_if_there, write_register
from sopbatch.batch.commands.rebuild import week_name
from sopbatch.batch.output.archived import archived
from sopbatch.batch.workshop.contents import whole
from sopbatch.ledger import recall
from sopbatch.model import SopbatchError

NONE = "Laporan minggu {week} di “{folder}” dibuat tanpa daftar induk."


def past_register(folder: Path, week: str, target: Path | None) -> Path:
    """Write the register that the last run of a week used, byte for byte.

    Raises:
        SopbatchError: no such run, it had no register, the archive lost it, or something lies
            where it should be written.
    """
    name = week_name(week)
    run = recall(folder, name) if folder.is_dir() else None
    if run is None:
        raise SopbatchError(f"Berkas riwayat di “{folder}” tidak memuat laporan minggu {name}.")
    register = run.others.register
    if register is None:
        raise SopbatchError(NONE.format(week=name, folder=folder))
    kept = archived(folder, register)
    place = target or Path(f"daftar_induk_{name}{kept.path.suffix}")
    refuse_if_there(place)
    write_register(place, whole(kept))
    return place
