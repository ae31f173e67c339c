"""Sums over the rows of all governments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopbatch.files import scratch_folder
from sopbatch.model import Completion, GroupCount, Unit
from sopbatch.nation.engine import engine, quoted
from sopbatch.nation.taking import TakenRows
from sopbatch.report.nation import MOST_TITLES, Services, Title
from sopbatch.schema.nation_v1 import SOP, STANDARD
from sopbatch.schema.statuses import ARCHIVED, NEEDS_CORRECTION, STATUSES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

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
SOON_DAYS = 30
OUT_OF_USE = ", ".join(quoted(one.label) for one in STATUSES if one.label in ARCHIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NationSums:
    """What the rows of one government add up to."""

    group: GroupCount
    services: Services
    quality: float | None


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
        by_status = _by_status(sql)
        rows = {row[0]: row[1:] for row in _counted(sql)}
        nothing = (0,) * (len(FIGURES) + 6) + (None, None, 0, 0, 0)
        return NationTotals(
            sums=tuple(
                _sums(one, rows.get(one.place, nothing), by_status.get(one.place, {}))
                for one in taken
            ),
            titles=tuple(_titles(sql)),
        )


def _counted(sql: "DuckDBPyConnection") -> list[tuple[int, ...]]:
    sop = f"jenis = {quoted(SOP)}"
    figures = ", ".join(
        f"count(*) FILTER ({sop} AND NOT dicabut AND {wanted})" for wanted in FIGURES.values()
    )
    standard = f"jenis = {quoted(STANDARD)}"
    soon = (
        f"direncanakan AND NOT selesai AND status NOT IN ({OUT_OF_USE}) "
        f"AND tenggat BETWEEN hari AND hari + {SOON_DAYS}"
    )
    # Shares are added as whole thousandths: a sum of fractions would hang on their order.
    return sql.execute(
        f"SELECT nomor, {figures}, count(*) FILTER ({sop} AND dicabut), "
        f"coalesce(sum(galat) FILTER ({sop} AND NOT dicabut), 0)::BIGINT, "
        f"coalesce(sum(peringatan) FILTER ({sop} AND NOT dicabut), 0)::BIGINT, "
        f"count(*) FILTER ({standard}), count(*) FILTER ({standard} AND lengkap), "
        f"count(*) FILTER ({standard} AND selesai), max(terakhir_diterima) FILTER ({sop}), "
        f"min(tenggat) FILTER (terlambat), count(*) FILTER ({soon}), "
        f"coalesce(sum(round(mutu * 1000)) FILTER ({sop}), 0)::BIGINT, count(mutu) FILTER ({sop}) "
        "FROM baris JOIN asal USING (nomor) GROUP BY nomor"
    ).fetchall()


def _by_status(sql: "DuckDBPyConnection") -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    query = f"SELECT nomor, status, count(*) FROM baris WHERE jenis = {quoted(SOP)} GROUP BY ALL"
    for place, status, number in sql.execute(query).fetchall():
        found.setdefault(place, {})[status] = number
    return found


def _sums(one: TakenRows, row: Sequence[object], by_status: dict[str, int]) -> NationSums:
    figures = dict(zip(FIGURES, row, strict=False))
    revoked, errors, warnings, standards, whole, decreed, last, since, soon, points, judged = row[
        len(FIGURES) :
    ]
    done = Completion(revoked=revoked, errors=errors, warnings=warnings, **figures)  # type: ignore[arg-type]
    return NationSums(
        group=GroupCount(
            unit=Unit(code=one.about.region, name=one.about.government),
            section="",
            completion=done,
            by_status={status.label: by_status.get(status.label, 0) for status in STATUSES},
            last_received=_day(last),
            silent=bool(done.planned and not done.received),
            late_since=_day(since),
            due_soon=_number(soon),
        ),
        services=Services(
            standards=_number(standards), complete=_number(whole), decreed=_number(decreed)
        ),
        quality=round(_number(points) / _number(judged) / 1000, 3) if judged else None,
    )


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _day(value: object) -> date | None:
    assert value is None or isinstance(value, date)
    return value


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
