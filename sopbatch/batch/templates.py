"""Templates on disk: the plain ones, and those issued to one agency."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sopbatch.batch.names import distinct, safe_name
from sopbatch.batch.order import Order
from sopbatch.batch.publish import writing
from sopbatch.batch.reading import read_register_file
from sopbatch.files import write_whole
from sopbatch.model import PlanLine, Register, SopbatchError, Unit
from sopbatch.schema.register_v1 import FILE_NAME
from sopbatch.writing.templates import Issue, template_files, write_sop_template

USUAL_PLACE = Path("input") / FILE_NAME


def plain_templates(folder: Path) -> tuple[Path, ...]:
    """Write the empty templates and the filled example."""
    return _write(folder, template_files())


def issue_templates(
    code: str, folder: Path, register: Path | None, as_of: date
) -> tuple[Path, ...]:
    """Write an agency's templates: one for each planned title, and one for any other SOP.

    Raises:
        SopbatchError: no register, or the code is not in it.
    """
    path = register or USUAL_PLACE
    known = read_register_file(path, Order(path.parent, path.parent, as_of))
    unit = known.unit(code)
    if unit is None:
        raise SopbatchError(
            f"Kode perangkat daerah “{code}” tidak ada di daftar induk; periksa lembar "
            "“Perangkat Daerah”."
        )
    return _write(folder / safe_name(unit.name), _issued(unit, known))


def _issued(unit: Unit, register: Register) -> Mapping[str, bytes]:
    lines = [line for line in register.plan if line.unit_code == unit.code and not line.withdrawn]
    names = distinct(safe_name(f"SOP {line.code} {line.title}.xlsx") for line in lines)
    issued = {
        name: write_sop_template(issue=_issue(unit, register, line))
        for name, line in zip(names, lines, strict=True)
    }
    return {
        safe_name(f"SOP {unit.name} (lainnya).xlsx"): write_sop_template(
            issue=_issue(unit, register)
        ),
        **issued,
    }


def _issue(unit: Unit, register: Register, line: PlanLine | None = None) -> Issue:
    return Issue(unit, register.sections_of(unit.code), line, register.units, register.settings)


def _write(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in contents.items():
            write_whole(folder / name, data)
    return tuple(folder / name for name in contents)
