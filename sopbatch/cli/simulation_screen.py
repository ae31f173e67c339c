"""Whom other rule settings would hold back or free, on a terminal and as facts."""

from typing import Any

from rich.table import Table

from sopbatch.batch.commands.simulate import Simulation
from sopbatch.cli.terminal import console, print_json, shown

HEADINGS = ("Perangkat daerah", "Berkas", "SOP", "Akibat", "Aturan")


def show_simulation(result: Simulation, *, as_json: bool) -> None:
    """One line for each file that would be judged otherwise, by unit."""
    if as_json:
        print_json(_facts(result))
        return
    screen = console()
    if result.effects:
        screen.print(_table(result))
    blocked = sum(effect.blocked for effect in result.effects)
    screen.print(
        f"{blocked} berkas menjadi tidak lengkap dan {len(result.effects) - blocked} menjadi "
        f"lengkap; "
        f"berkas lengkap {result.complete_before} menjadi {result.complete_after} "
        f"dari {result.files}."
    )
    if result.incidents:
        screen.print(f"[red]Ada {len(result.incidents)} kesalahan program.[/]")


def _table(result: Simulation) -> Table:
    table = Table(title="Yang akan berubah", title_justify="left")
    for heading in HEADINGS:
        table.add_column(heading)
    for effect in result.effects:
        table.add_row(
            shown(effect.unit),
            shown(effect.name),
            shown(effect.title),
            "[red]menjadi tidak lengkap[/]" if effect.blocked else "[green]menjadi lengkap[/]",
            ", ".join(effect.codes),
        )
    return table


def _facts(result: Simulation) -> dict[str, Any]:
    return {
        "aturan": [
            {
                "kode": setting.rule,
                "tingkat": setting.severity.code if setting.severity else "tidak diperiksa",
            }
            for setting in result.settings
        ],
        "berkas": result.files,
        "lengkap_sekarang": result.complete_before,
        "lengkap_nanti": result.complete_after,
        "perubahan": [
            {
                "perangkat_daerah": effect.unit,
                "berkas": effect.name,
                "judul": effect.title,
                "tertahan": effect.blocked,
                "aturan": list(effect.codes),
            }
            for effect in result.effects
        ],
        "kesalahan_program": list(result.incidents),
        "kode_keluar": result.exit_code,
    }
