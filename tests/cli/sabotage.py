"""Faults put into a command's processes, the workers included: they come with the environment."""

from pathlib import Path

from tests.batch.runs import environment

FOLLOW = """
class Saboteur(importlib.abc.MetaPathFinder):
    def __init__(self, module, code):
        self.module, self.code = module, code

    def find_spec(self, name, path, target=None):
        if name != self.module:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        run = spec.loader.exec_module

        def run_and_spoil(module):
            run(module)
            exec(self.code, vars(module))

        spec.loader.exec_module = run_and_spoil
        return spec
"""


def sabotaged(folder: Path, **changes: str) -> dict[str, str]:
    """An environment in which code follows the import of modules (named with "__" for a dot)."""
    lines = ["import importlib.abc, importlib.util, sys", FOLLOW]
    for name, code in changes.items():
        lines.append(f"sys.meta_path.insert(0, Saboteur({name.replace('__', '.')!r}, {code!r}))")
    (folder / "sitecustomize.py").write_text("\n".join(lines), encoding="utf-8")
    known = environment()["PYTHONPATH"]
    return {"PYTHONPATH": f"{folder}:{known}"}
