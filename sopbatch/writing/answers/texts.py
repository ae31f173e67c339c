"""Letters by their templates: those of the program, or what the operator made of them.

A changed template is checked before anything else is done. It runs sandboxed: it sees the values
of its letter and the other templates, no file and nothing of the program.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import TracebackType
from typing import NoReturn

from jinja2 import FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sopbatch.model import SopbatchError
from sopbatch.schema.letters import NAMES, LetterTexts

PLACE = "Templat surat “{file}” baris {line} "
BROKEN = PLACE + (
    "tidak dapat dipahami; periksa tanda {{{{ }}}} dan {{% %}} di sana, atau hapus berkas itu "
    "untuk memakai naskah dari program."
)
UNKNOWN = PLACE + (
    "menyebut “{name}” yang tidak dikenal; nama yang tersedia tercantum dalam panduan surel."
)
FAILED = PLACE + "gagal disusun menjadi surat; bandingkan dengan naskah dari program."
EMPTY = (
    PLACE + "dan seterusnya tidak berisi teks; hapus berkas itu untuk memakai naskah dari program."
)
QUOTED = re.compile(r"'(\w+)'[^']*\Z")
OWN = frozenset({"loop", "self", "caller", "varargs", "kwargs", "super"})
PARTS = frozenset(name for kind in (str, LoopContext) for name in dir(kind) if name[0] != "_")


class _Environment(ImmutableSandboxedEnvironment):
    # Multiplied texts fill the memory; a letter needs none.
    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: object, operator: str, left: object, right: object) -> NoReturn:
        raise TypeError(operator)


@cache
def plain_texts() -> Mapping[str, str]:
    """All templates of the program, by name."""
    folder = files("sopbatch.writing.answers") / "templates"
    return {name: (folder / name).read_text("utf-8") for name in NAMES}


def rendered(texts: LetterTexts, name: str, **values: object) -> str:
    """A letter by its template.

    Raises:
        SopbatchError: a template of the operator's fails; the sentence names its line.
    """
    try:
        return _environment(texts).get_template(name).render(**values)
    except Exception as error:  # whatever the operator wrote may raise anything
        told = _fault(texts, error)
        if told is None:
            raise
        raise told from error


def unknown_names(
    texts: LetterTexts, name: str, values: Mapping[str, object], parts: frozenset[str]
) -> Iterator[SopbatchError]:
    """What a template names that there is not, also where a letter rarely comes.

    `values` are known to it, `parts` are what may stand after a dot.
    """
    environment = _environment(texts)
    try:
        tree = environment.parse(dict(texts.changed)[name], name, name)
    except TemplateSyntaxError as error:
        yield _told(BROKEN, texts, name, error.lineno)
        return
    made = {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
    made |= {one.name for one in tree.find_all(nodes.Macro)}
    known = {*values, *made, *OWN, *environment.globals}
    for one in tree.find_all((nodes.Name, nodes.Getattr, nodes.Filter, nodes.Test)):
        match one:
            case nodes.Name(name=called) if called not in known:
                pass
            case nodes.Getattr(attr=called) if called not in parts | PARTS:
                pass
            case nodes.Filter(name=called) if called not in environment.filters:
                pass
            case nodes.Test(name=called) if called not in environment.tests:
                pass
            case _:
                continue
        yield _told(UNKNOWN, texts, name, one.lineno, called)


def empty(texts: LetterTexts, name: str) -> SopbatchError:
    """A template that says nothing."""
    return _told(EMPTY, texts, name, 1)


@cache
def _environment(texts: LetterTexts) -> _Environment:
    known = {**plain_texts(), **dict(texts.changed)}

    def load(name: str) -> tuple[str, str, None] | None:
        return (known[name], name, None) if name in known else None

    # Plain text: nothing in it is markup, and nothing that is put in is read as a template.
    return _Environment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _fault(texts: LetterTexts, error: Exception) -> SopbatchError | None:
    """Where a template of the operator's is wrong; None when it is one of ours."""
    if isinstance(error, TemplateSyntaxError) and error.name in dict(texts.changed):
        return _told(BROKEN, texts, str(error.name), error.lineno)
    places = [place for place in _places(error.__traceback__) if place[0] in dict(texts.changed)]
    if not places:
        return None
    name, line = places[-1]
    found = QUOTED.search(str(error))
    if type(error).__name__ == "UndefinedError" and found:
        return _told(UNKNOWN, texts, name, line, found[1])
    return _told(FAILED, texts, name, line)


def _places(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _told(
    sentence: str, texts: LetterTexts, name: str, line: int, called: str = ""
) -> SopbatchError:
    return SopbatchError(sentence.format(file=f"{texts.place}/{name}", line=line, name=called))
