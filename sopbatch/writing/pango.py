"""Can documents be written here? WeasyPrint needs the system library Pango."""

import re
from contextlib import redirect_stdout
from functools import cache
from io import StringIO

QUOTED = re.compile(r"'([^']+)'")


@cache
def pango_problem() -> str:
    """Name of the library that cannot be loaded; "" when PDF can be written."""
    # NOTE: WeasyPrint prints its own English advice where a command's output belongs.
    with redirect_stdout(StringIO()):
        try:
            import weasyprint.text.ffi  # noqa: F401 - loading it is the question
        except (ImportError, OSError) as error:
            named = QUOTED.search(str(error))
            return named[1] if named else "weasyprint"
    return ""
