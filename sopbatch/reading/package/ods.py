"""An OpenDocument workbook (ods, or flat as one XML file) beyond its values."""

import re
from posixpath import basename

from sopbatch.model import Format
from sopbatch.reading.package.archive import PackageParts
from sopbatch.reading.package.facts import BookFacts
from sopbatch.reading.package.markup import Attributes, attribute, local, root, scan
from sopbatch.reading.package.ods_content import OdsContent
from sopbatch.reading.package.rebuilt import packed
from sopbatch.reading.refusals import Refusal, Refused

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MEDIA_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_MACROS = ("basic/", "dialogs/", "scripts/")
_MODULE = re.compile(rb"<(?:[\w.-]+:)?(?:module|library-linked)[\s/>]")
"""A macro in a flat workbook, which names its libraries even when they are empty."""
_LISTS = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
"""Lists of macro libraries: programs store them even when they are empty."""


def survey_ods(archive: PackageParts) -> BookFacts:
    """Check every limit and gather the facts of an OpenDocument workbook."""
    if _is_encrypted(archive):
        raise Refused(Refusal.PASSWORD)
    for name in archive.names:
        data = archive.read(name)
        # Macro libraries are stored with a DOCTYPE by every program; no one here reads them.
        if not name.startswith(_MACROS):
            root(data)
    content = OdsContent()
    styles = archive.read("styles.xml")
    if root(styles):
        content.note_styles(styles)
    macros = any(
        name.startswith(_MACROS) and basename(name) not in _LISTS for name in archive.names
    )
    meta = archive.read("meta.xml")
    return _facts(content, archive.read("content.xml"), meta, has_macros=macros)


def survey_flat_ods(data: bytes) -> BookFacts:
    """As survey_ods, of a workbook stored as one XML file (fods)."""
    macros = _MODULE.search(data) is not None
    return _facts(OdsContent(), data, data, has_macros=macros)


def _facts(content: OdsContent, data: bytes, meta: bytes, *, has_macros: bool) -> BookFacts:
    parts = {"mimetype": MEDIA_TYPE.encode(), "META-INF/manifest.xml": _MANIFEST.encode()}
    parts["content.xml"] = content.read(data)
    own = {sheet.name: sheet for sheet in content.sheets.found}
    if len(own) < len(content.sheets.found):
        raise Refused(Refusal.DAMAGED)
    return BookFacts(
        format=Format.ODS,
        parsed=packed(parts),
        sheets=own,
        names=content.names.ranges({name.casefold(): name for name in own}),
        properties=_properties(meta),
        has_macros=has_macros or content.has_macros,
        date_1904=content.date_1904,
        outside=tuple(dict.fromkeys(content.outside)),
    )


def _is_encrypted(archive: PackageParts) -> bool:
    found = False

    def start(name: str, _: Attributes) -> None:
        nonlocal found
        found = found or local(name) == "encryption-data"

    manifest = archive.read("META-INF/manifest.xml")
    if manifest:
        scan(manifest, start)
    return found or "encrypted-package" in archive


def _properties(data: bytes) -> dict[str, str]:
    """User-defined document properties by name."""
    found: dict[str, str] = {}
    key = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal key
        key = attribute(attributes, "name") if local(name) == "user-defined" else ""
        if key:
            found[key] = ""

    def end(_: str) -> None:
        nonlocal key
        key = ""

    def text(text: str) -> None:
        if key:
            found[key] += text

    if data:
        scan(data, start, end, text)
    return {name: value.strip() for name, value in found.items()}
