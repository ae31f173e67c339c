"""Can documents be written here? WeasyPrint needs the system library Pango."""

from functools import cache


@cache
def pango_problem() -> str:
    """Why PDF cannot be written, in the library's own words; "" when it can."""
    try:
        import weasyprint.text.ffi  # noqa: F401 - loading it is the question
    except (ImportError, OSError) as error:
        return str(error).splitlines()[0]
    return ""
