"""What the documents say of the house is so: doors, floors, libraries, where new things go."""

import ast
import re
from collections import Counter, defaultdict
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import sopbatch
from sopbatch.batch.family.members import MEMBERS
from sopbatch.batch.output.program import LIBRARIES
from tests.house import PROJECT, ROOT
from tests.kind_sizes import ABOVE, LIMIT, PARTS, sizes

ARCHITECTURE = (ROOT / "docs/architecture.md").read_text("utf-8")
ABOUT_CODE = [
    *(ROOT / f"docs/{name}.md" for name in ("architecture", "decisions", "scale")),
    ROOT / "CONTRIBUTING.md",
]
"""Documents that name files of the program."""
MODULES = sorted((ROOT / "sopbatch").rglob("*.py"))
SHAPES_NO_OUTPUT = {"dask", "distributed", "filelock", "keyring", "psutil", "rich", "typer"}
"""They lock, keep passwords, watch, carry tasks, and speak to the terminal."""
MADE_ANEW = {"duckdb"}
"""An extra: what it writes is made by each run; nothing else may hang on whether it is there."""
BENEATH = {"pydyf"}
"""Imported by WeasyPrint, not by us, and yet it writes our files."""


@cache
def parsed(module: Path) -> ast.Module:
    """Parsed once for all tests."""
    return ast.parse(module.read_text("utf-8"))


FOR_LIBRARIES = {"_prepare_formula", "_root", "call_binop"}
"""What a library calls by its name, or is given where it is defined."""
SPOKEN = [
    path for folder in ("sopbatch", "tests") for path in sorted((ROOT / folder).rglob("*.py"))
]
SHOWN = [*sorted((ROOT / "sopbatch").rglob("*.html")), *sorted((ROOT / "docs").glob("*.md"))]
"""Where what the program defines may be used: code, pages to typeset, printed documents."""
LONGEST = 300
"""Lines of a module."""
MANY = 6
"""Values of a record from which nobody tells them apart by their order."""


@cache
def imported() -> set[str]:
    """Distributions that the program imports anywhere."""
    names = set()
    for module in MODULES:
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    known = packages_distributions()
    return {known[name][0].lower() for name in names if name in known and name != "sopbatch"}


def lower(names):
    return {name.lower() for name in names}


def test_the_digest_of_the_program_names_every_library_that_shapes_outputs():
    assert lower(LIBRARIES) - BENEATH == imported() - SHAPES_NO_OUTPUT - MADE_ANEW


def test_every_library_has_a_door():
    """Who imports it is told by a contract, not by habit."""
    doors = {
        name
        for contract in PROJECT["tool"]["importlinter"]["contracts"]
        if contract["name"].startswith("Door to ")
        for name in contract["forbidden_modules"]
    }
    known = packages_distributions()
    assert {known[name][0].lower() for name in doors if name in known} == imported()


def test_what_others_made_lies_beside_its_licence_where_packagers_look():
    kept = [path for path in (ROOT / "sopbatch").rglob("*") if path.suffix in (".ttf", ".icc")]
    folders = {path.parent.relative_to(ROOT).as_posix() for path in kept}
    told = {f"{folder}/LICENSE.txt" for folder in folders}
    assert told | {"LICENSE"} == set(PROJECT["project"]["license-files"])
    assert all((ROOT / path).is_file() for path in told)


def test_every_library_imported_is_declared_and_the_other_way_round():
    project = PROJECT["project"]
    libraries = (
        *project["dependencies"],
        *project["optional-dependencies"]["mail"],
        *project["optional-dependencies"]["cluster"],
        *project["optional-dependencies"]["nation"],
    )
    declared = {re.split(r"[<>=~;\[]", name)[0].lower() for name in libraries}
    assert declared == imported()


def test_the_version_is_that_of_the_last_release():
    released = re.findall(r"^## (\d\S*),", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert released[0] == sopbatch.__version__


def test_no_module_has_the_name_of_a_package_beside_it():
    beside = [path for path in MODULES if path.with_suffix("").is_dir()]
    assert beside == []


@pytest.mark.parametrize("document", ABOUT_CODE, ids=lambda path: path.name)
def test_every_file_that_a_document_names_exists(document):
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_0-9]+\.(?:py|md))`", document.read_text("utf-8"))
    assert named
    tops = (ROOT, ROOT / "sopbatch")
    assert [path for path in named if not any((top / path).exists() for top in tops)] == []


@pytest.mark.parametrize("path", sorted(set(re.findall(r"^\| `([a-z._]+)`", ARCHITECTURE, re.M))))
def test_a_floor_in_the_table_of_the_architecture_exists(path):
    assert list((ROOT / "sopbatch").glob(f"{path.replace('.', '/')}*"))


def values_by_order(record: ast.ClassDef) -> int:
    """How many values of a dataclass may be given by their order alone."""
    many = 0
    for value in (one for one in record.body if isinstance(one, ast.AnnAssign)):
        if ast.unparse(value.annotation) == "KW_ONLY":
            break
        many += "init=False" not in ast.unparse(value)
    return many


def test_records_of_many_values_are_made_by_name():
    by_order = {
        f"{module.relative_to(ROOT)}: {node.name}"
        for module in MODULES
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.ClassDef) and values_by_order(node) >= MANY
        for how in map(ast.unparse, node.decorator_list)
        if how.startswith("dataclass") and "kw_only=True" not in how
    }
    assert by_order == set()


def test_a_module_is_short():
    lengths = {
        module.relative_to(ROOT / "sopbatch").as_posix(): module.read_text("utf-8").count("\n")
        for module in MODULES
    }
    assert {name for name, lines in lengths.items() if lines > LONGEST} == set()


def defined(module: Path) -> set[str]:
    """Functions, classes, methods, and the constants of a module."""
    nodes = ast.walk(parsed(module))
    names = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for node in parsed(module).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            names |= {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}
    return {name for name in names if not name.startswith("__")} - FOR_LIBRARIES


@cache
def taken() -> tuple[dict[str, set[str]], set[str]]:
    """Names by the modules or packages they are imported from, and all names behind a dot."""
    imports: dict[str, set[str]] = defaultdict(set)
    behind_dots: set[str] = set()
    for path in SPOKEN:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom):
                imports[node.module or ""] |= {alias.name for alias in node.names}
            elif isinstance(node, ast.Attribute):
                behind_dots.add(node.attr)
    return imports, behind_dots


def test_nothing_is_defined_that_nobody_uses():
    imports, behind_dots = taken()
    shown = "".join(path.read_text("utf-8") for path in SHOWN)
    unused = []
    for module in MODULES:
        own = Counter(re.findall(r"\w+", module.read_text("utf-8")))
        dotted = ".".join(module.relative_to(ROOT).with_suffix("").parts)
        others = {name for place in imports if dotted.startswith(place) for name in imports[place]}
        unused += [
            f"{dotted}.{name}"
            for name in defined(module) - others - behind_dots
            if own[name] < 2 and name not in shown
        ]
    assert unused == []


def test_no_test_module_lives_on_another():
    """What several tests need has a module of its own: a test may be moved, split or deleted."""
    found = [
        (path.relative_to(ROOT).as_posix(), node.module)
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("tests.")
        and (node.module or "").rpartition(".")[2].startswith("test_")
    ]
    assert not found


@pytest.mark.parametrize("member", MEMBERS, ids=lambda one: one.kind.code)
def test_a_kind_stays_within_six_hundred_lines_but_for_the_two_that_say_why(member):
    parts = sizes()[member.kind.code]
    assert set(parts) == set(PARTS)
    assert sum(parts.values()) <= ABOVE.get(member.kind.code, LIMIT)


def test_the_name_of_a_type_stands_for_one_thing():
    places = defaultdict(list)
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path.relative_to(ROOT).as_posix())
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_tests_keep_no_help_that_none_of_them_uses():
    """What is decorated is used by its decorator: fixtures, rules of a table, hooks."""
    folders = [ROOT / "tests", ROOT / "benchmarks"]
    texts = {path: path.read_text("utf-8") for top in folders for path in top.rglob("*.py")}
    words = Counter(word for text in texts.values() for word in re.findall(r"\w+", text))
    helps = {
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in texts
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.decorator_list
        and not node.name.startswith(("test_", "pytest_"))
        and words[node.name] < 2
    }
    assert helps == set()
