"""The rows of one government become a file."""

from collections.abc import Sequence

from sopbatch.files import scratch_folder
from sopbatch.model.nation import About, NationLine
from sopbatch.nation.engine import engine, quoted
from sopbatch.schema.nation_v1 import COLUMNS, FACTS, FORMAT, FORMAT_KEY
from sopbatch.text.plain import seen


def write_lines(about: About, lines: Sequence[NationLine]) -> bytes:
    """A Parquet file; the same rows give the same bytes with the same DuckDB.

    Raises:
        SopbatchError: there is no room for temporary files.
    """
    with scratch_folder() as folder, engine() as sql:
        place = folder / "baris.parquet"
        declared = ", ".join(f"{column.name} {column.type}" for column in COLUMNS)
        sql.execute(f"CREATE TABLE baris ({declared})")
        columns = ", ".join(f"unnest(?::{column.type}[])" for column in COLUMNS)
        values = [[_cell(getattr(line, column.attribute)) for line in lines] for column in COLUMNS]
        sql.execute(f"INSERT INTO baris SELECT {columns}", values)
        facts = ", ".join(f"{name}: {quoted(value)}" for name, value in _facts(about).items())
        sql.execute(
            f"COPY baris TO {quoted(place)} "
            f"(FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{facts}}})"
        )
        return place.read_bytes()


def _facts(about: About) -> dict[str, str]:
    facts = {FORMAT_KEY: FORMAT}
    for attribute, name in FACTS.items():
        facts[name] = str(_cell(str(getattr(about, attribute))))
    return facts


def _cell(value: object) -> object:
    """Text from anywhere becomes text that UTF-8 can say."""
    return seen(value) if isinstance(value, str) else value
