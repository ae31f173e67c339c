"""The report on one page, the logo, and whether pages can be typeset."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopbatch.writing.brief.page import Brief


@dataclass(frozen=True, slots=True)
class BriefTask:
    """Print the report on one page: the first of these that fits."""

    briefs: "tuple[Brief, ...]"


def print_page(task: BriefTask) -> bytes:
    """The page as PDF."""
    from sopbatch.writing.brief.writing import print_brief

    return print_brief(task.briefs)


@dataclass(frozen=True, slots=True)
class LogoTask:
    """Decode the logo, of which little is known yet."""

    path: Path
    sha256: str
    """"" when the file was not received."""


def prepare_logo(task: LogoTask) -> bytes | str:
    """The picture to print; why it cannot be used."""
    from sopbatch.writing.pictures import UnusableError, prepared

    data = task.path.read_bytes()
    if task.sha256 not in ("", sha256(data).hexdigest()):
        return "di arsip tidak lagi sama dengan yang diterima"
    try:
        return prepared(data)
    except UnusableError as error:
        return str(error)


@dataclass(frozen=True, slots=True)
class PdfCheck:
    """Ask whether pages can be typeset here, without loading what does it into the main process."""


def pdf_problem() -> str:
    """Name of the library that is missing; "" when pages can be typeset."""
    from sopbatch.writing.pango import pango_problem

    return pango_problem()
