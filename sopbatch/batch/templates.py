"""Templates on disk: the plain ones, and those issued to one agency."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sopbatch.batch.names import distinct
from sopbatch.batch.order import Order
from sopbatch.batch.places import check_room, named_place
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
    check_room(folder)
    return _write(folder, _issued(folder, unit, known))


def _issued(folder: Path, unit: Unit, register: Register) -> Mapping[str, bytes]:
    lines = [line for line in register.plan if line.unit_code == unit.code and not line.withdrawn]
    called = (f"SOP {unit.name} (lainnya).xlsx", *(f"SOP {x.code} {x.title}.xlsx" for x in lines))
    names = distinct(named_place(folder, unit.name, name) for name in called)
    return {
        name: write_sop_template(issue=_issue(unit, register, line))
        for name, line in zip(names, (None, *lines), strict=True)
    }


def _issue(unit: Unit, register: Register, line: PlanLine | None = None) -> Issue:
    return Issue(unit, register.sections_of(unit.code), line, register.units, register.settings)


def _write(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    with writing(folder):
        for name, data in contents.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / name, data)
    return tuple(folder / name for name in contents)
