"""Sums over the rows of all governments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sopbatch.files import scratch_folder
from sopbatch.model import Completion, GroupCount, Unit
from sopbatch.nation.engine import engine, quoted
from sopbatch.nation.taking import TakenRows
from sopbatch.report.nation import MOST_TITLES, Services, Title
from sopbatch.schema.nation_v1 import SOP, STANDARD
from sopbatch.schema.statuses import ARCHIVED, NEEDS_CORRECTION, STATUSES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SOON_DAYS = 30
"""Days ahead in which a deadline is near."""
OUT_OF_USE = ", ".join(quoted(one.label) for one in STATUSES if one.label in ARCHIVED)
IS_SOP, IS_STANDARD = f"jenis = {quoted(SOP)}", f"jenis = {quoted(STANDARD)}"
COUNTED = f"{IS_SOP} AND NOT dicabut"
FIGURES = {
    "planned": "direncanakan",
    "received": "diterima",
    "outside_plan": "di_luar_rencana",
    "complete": "lengkap",
    "compiled": "tersusun",
    "ratified": "selesai",
    "planned_complete": "direncanakan AND lengkap",
    "planned_compiled": "direncanakan AND tersusun",
    "planned_ratified": "direncanakan AND selesai",
    "within_review": "dalam_masa_tinjau",
    "planned_within_review": "direncanakan AND dalam_masa_tinjau",
    "to_correct": f"status = {quoted(NEEDS_CORRECTION.label)}",
    "late": "terlambat",
}
"""Figure of Completion to what an SOP that is not revoked must be."""
COMPLETION = {
    **{name: f"count(*) FILTER ({COUNTED} AND {wanted})" for name, wanted in FIGURES.items()},
    "revoked": f"count(*) FILTER ({IS_SOP} AND dicabut)",
    "errors": f"coalesce(sum(galat) FILTER ({COUNTED}), 0)::BIGINT",
    "warnings": f"coalesce(sum(peringatan) FILTER ({COUNTED}), 0)::BIGINT",
}
"""Attributes of Completion as sums over the rows of a government."""
SUMS = {
    "standards": f"count(*) FILTER ({IS_STANDARD})",
    "complete_standards": f"count(*) FILTER ({IS_STANDARD} AND lengkap)",
    "decreed": f"count(*) FILTER ({IS_STANDARD} AND selesai)",
    "last_received": f"max(terakhir_diterima) FILTER ({IS_SOP})",
    "late_since": "min(tenggat) FILTER (terlambat)",
    "due_soon": (
        f"count(*) FILTER (direncanakan AND NOT selesai AND status NOT IN ({OUT_OF_USE}) "
        f"AND tenggat BETWEEN hari AND hari + {SOON_DAYS})"
    ),
    # Shares are added as whole thousandths: a sum of fractions would hang on their order.
    "thousandths": f"coalesce(sum(round(mutu * 1000)) FILTER ({IS_SOP}), 0)::BIGINT",
    "judged": f"count(mutu) FILTER ({IS_SOP})",
}
"""What else is told of a government, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NationSums:
    """What the rows of one government add up to."""

    group: GroupCount
    services: Services
    quality: float | None
    """Mean of its SOPs, 0 to 1; None when none was judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NationTotals:
    """Sums of each government, in the order given, and titles of all."""

    sums: tuple[NationSums, ...]
    titles: tuple[Title, ...]


def totals(taken: Sequence[TakenRows]) -> NationTotals:
    """Add up; each file has its own place.

    Raises:
        SopbatchError: there is no room for temporary files.
    """
    if not taken:
        return NationTotals(sums=(), titles=())
    with scratch_folder() as folder, engine() as sql:
        sql.execute("CREATE TABLE asal (nomor INTEGER, hari DATE)")
        days = [[one.place for one in taken], [one.about.as_of for one in taken]]
        sql.execute("INSERT INTO asal SELECT unnest(?::INTEGER[]), unnest(?::DATE[])", days)
        paths = []
        for one in taken:
            path = folder / f"{one.place}.parquet"
            path.write_bytes(one.data)
            paths.append(quoted(path))
        sql.execute(f"CREATE VIEW baris AS FROM read_parquet([{', '.join(paths)}])")
        by_status, figures = _by_status(sql), _figures(sql)
        return NationTotals(
            sums=tuple(
                _sums(one, figures[one.place], by_status.get(one.place, {})) for one in taken
            ),
            titles=tuple(_titles(sql)),
        )


def _figures(sql: "DuckDBPyConnection") -> dict[int, dict[str, Any]]:
    """COMPLETION and SUMS of each government by its place, also of one without rows."""
    wanted = {**COMPLETION, **SUMS}
    rows = sql.execute(
        f"SELECT nomor, {', '.join(wanted.values())} "
        "FROM asal LEFT JOIN baris USING (nomor) GROUP BY nomor"
    ).fetchall()
    return {place: dict(zip(wanted, row, strict=True)) for place, *row in rows}


def _by_status(sql: "DuckDBPyConnection") -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    query = f"SELECT nomor, status, count(*) FROM baris WHERE jenis = {quoted(SOP)} GROUP BY ALL"
    for place, status, number in sql.execute(query).fetchall():
        found.setdefault(place, {})[status] = number
    return found


def _sums(one: TakenRows, figures: dict[str, Any], by_status: dict[str, int]) -> NationSums:
    done = Completion(**{name: figures[name] for name in COMPLETION})
    judged = figures["judged"]
    return NationSums(
        group=GroupCount(
            unit=Unit(code=one.about.region, name=one.about.government),
            section="",
            completion=done,
            by_status={status.label: by_status.get(status.label, 0) for status in STATUSES},
            last_received=figures["last_received"],
            late_since=figures["late_since"],
            due_soon=figures["due_soon"],
        ),
        services=Services(
            standards=figures["standards"],
            complete=figures["complete_standards"],
            decreed=figures["decreed"],
        ),
        quality=round(figures["thousandths"] / judged / 1000, 3) if judged else None,
    )


def _titles(sql: "DuckDBPyConnection") -> Iterator[Title]:
    """Those that most governments plan and have not done."""
    rows = sql.execute(
        f"""
        WITH milik AS (
            SELECT kunci, nomor, min(judul) AS judul, bool_or(selesai) AS selesai,
                bool_or(diterima) AS diterima, bool_or(terlambat) AS terlambat
            FROM baris WHERE jenis = {quoted(SOP)} AND direncanakan AND kunci <> ''
            GROUP BY kunci, nomor
        )
        SELECT min(judul), count(*), count(*) FILTER (NOT selesai),
            count(*) FILTER (NOT selesai AND NOT diterima),
            count(*) FILTER (NOT selesai AND terlambat)
        FROM milik GROUP BY kunci HAVING count(*) FILTER (NOT selesai) > 0
        ORDER BY 3 DESC, 4 DESC, 5 DESC, kunci LIMIT {MOST_TITLES}
        """
    ).fetchall()
    for title, planned, lacking, silent, late in rows:
        yield Title(title=title, planned=planned, lacking=lacking, silent=silent, late=late)
