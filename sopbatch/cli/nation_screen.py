"""What the screen tells of the nation's report."""

from typing import Any

from sopbatch.batch.commands.nation import Summed
from sopbatch.cli.terminal import console, print_json, shown
from sopbatch.model import share
from sopbatch.report.nation import DataState
from sopbatch.report.nation_calls import calls
from sopbatch.text.words import count, percent


def show_nation(summed: Summed, *, as_json: bool) -> None:
    """Where it is, what it counts, and whose data it lacks."""
    nation = summed.nation
    total = nation.total.completion
    if as_json:
        print_json(_facts(summed))
        return
    screen = console()
    screen.print(f"Ringkasan nasional: {shown(str(summed.path))}")
    screen.print(
        f"{count(len(nation.governments))} pemerintah daerah terhitung: "
        f"{count(total.planned)} SOP direncanakan, {count(total.ratified)} selesai "
        f"({percent(share(total.planned_ratified, total.planned))} dari rencana), "
        f"{count(total.late)} terlambat."
    )
    for one in nation.sources:
        if one.state is DataState.COUNTED:
            continue
        screen.print(f"[yellow]{one.state}:[/] {shown(one.folder)} ({shown(one.reason)})")


def _facts(summed: Summed) -> dict[str, Any]:
    nation = summed.nation
    total = nation.total.completion
    return {
        "per_tanggal": nation.as_of.isoformat(),
        "ringkasan": str(summed.path),
        "sop": {
            "direncanakan": total.planned,
            "diterima": total.received,
            "lengkap": total.complete,
            "tersusun": total.compiled,
            "selesai": total.ratified,
            "selesai_sesuai_rencana": total.planned_ratified,
            "terlambat": total.late,
        },
        "keputusan": [
            {"keputusan": one.what, "siapa": one.whom, "jumlah": one.number}
            for one in calls(nation)
        ],
        "data": [
            {
                "folder": one.folder,
                "pemerintah": one.government,
                "provinsi": one.province,
                "per_tanggal": one.day.isoformat() if one.day else "",
                "keadaan": str(one.state),
                "sebab": one.reason,
            }
            for one in nation.sources
        ],
        "kode_keluar": summed.exit_code,
    }
