"""Can pages be typeset here? WeasyPrint needs the system library Pango."""

import ctypes.util
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from io import StringIO

QUOTED = re.compile(r"'([^']+)'")


@cache
def pango_problem() -> str:
    """Name of the library that cannot be loaded; "" when pages can be typeset."""
    # NOTE: WeasyPrint prints its own English advice where a command's output belongs.
    with redirect_stdout(StringIO()), _no_search():
        try:
            import weasyprint.text.ffi  # noqa: F401 - loading it is the question
        except (ImportError, OSError) as error:
            named = QUOTED.search(str(error))
            return named[1] if named else "weasyprint"
    return ""


@contextmanager
def _no_search() -> Iterator[None]:
    """Load libraries by their names alone.

    NOTE: of each library WeasyPrint tries the names of other systems first, and on Linux ctypes
    starts ldconfig, a compiler and a linker to look for them: half a second for nothing.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search
