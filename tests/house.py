"""What `pyproject.toml` says of the house, as the documents print it."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def doors() -> str:
    """Which modules alone import a library, as a table."""
    lines = ["| Library | Only imported by |", "| --- | --- |"]
    for contract in PROJECT["tool"]["importlinter"]["contracts"]:
        if contract["name"].startswith("Door to "):
            imports = contract["ignore_imports"]
            modules = dict.fromkeys(
                one.split(" -> ")[0].removeprefix("sopbatch.") for one in imports
            )
            named = ", ".join(f"`{module}`" for module in modules)
            lines.append(f"| {contract['name'].removeprefix('Door to ')} | {named} |")
    return "\n".join(lines) + "\n"
