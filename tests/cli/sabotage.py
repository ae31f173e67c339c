"""What is put into all processes of a command, the workers included, by its environment."""

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


WATCH = """
import os, sys

EVENTS = frozenset({events!r})
LOG = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

def watch(event, arguments):
    if event not in EVENTS:
        return
    # An address that is a text or bytes is a socket of the file system: our own processes talk.
    if event.startswith("socket.") and isinstance(arguments[-1], (str, bytes)):
        return
    os.write(LOG, f"{{event}} {{arguments!r}}\\n".encode())

sys.addaudithook(watch)
"""
EVENTS = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"),
    *("socket.gethostbyname", "urllib.Request", "http.client.connect", "ftplib.connect"),
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "webbrowser.open"),
)
"""What a program does that leaves its machine or starts another program."""


def watched(folder: Path, log: Path) -> dict[str, str]:
    """An environment in which everything of `EVENTS` is written to the log."""
    text = WATCH.format(events=EVENTS, log=str(log))
    (folder / "sitecustomize.py").write_text(text, encoding="utf-8")
    return {"PYTHONPATH": f"{folder}:{environment()['PYTHONPATH']}"}
