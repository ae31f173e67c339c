"""What stands across the pages of a document that is not ratified."""

from enum import StrEnum


class Watermark(StrEnum):
    """The word across every page; none on what is ratified or ready to be signed."""

    NONE = ""
    DRAFT = "DRAF"
    PREVIEW = "PRATINJAU"
