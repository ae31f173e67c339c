"""SOP template, version 1: every field of the sheets Identitas and Prosedur, in order.

Fields follow the Bagian Identitas and the table of PermenPAN-RB 35/2012; defined names, labels
and lengths are what the template writes and the reader looks for.
"""

from types import MappingProxyType

from sopbatch.schema.fields import Field, FieldGroup
from sopbatch.schema.procedure import (
    ACTIVITY_COLUMN,
    ACTOR,
    CHECK_LABEL,
    DURATION_COLUMN,
    IDLE_HINT,
    INPUTS_COLUMN,
    LANE_KIND,
    LANES,
    LIKE_HINT,
    MAX_LANES,
    MORE_LANES_HINT,
    NAMELESS_HINT,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    OPEN_LANES,
    OUTPUT_COLUMN,
    REMARK_COLUMN,
    RESERVE_HINT,
    STAGE_MARKS,
    STAGE_WORD,
    STEP_COLUMNS,
    STEP_ROWS,
    TABLE_GROUPS,
    TABLE_HINTS,
    TWIN_HINT,
    YES_COLUMN,
)
from sopbatch.schema.sop_body import BODY_GROUPS, NOTHING_RELATED
from sopbatch.schema.sop_head import HEAD_GROUPS

__all__ = [
    "ACTIVITY_COLUMN",
    "ACTOR",
    "CHECK_LABEL",
    "DURATION_COLUMN",
    "GUIDE_SHEET",
    "IDENTITY",
    "IDENTITY_FIELDS",
    "IDENTITY_HEADS",
    "IDENTITY_SHEET",
    "IDLE_HINT",
    "INPUTS_COLUMN",
    "KIND",
    "LANES",
    "LANE_KIND",
    "LIKE_HINT",
    "LISTS_SHEET",
    "MAX_LANES",
    "MORE_LANES_HINT",
    "NAMELESS_HINT",
    "NEXT_COLUMN",
    "NOTHING_RELATED",
    "NO_TARGET_COLUMN",
    "NUMBER_COLUMN",
    "OPEN_LANES",
    "OUTPUT_COLUMN",
    "OWN_SHEETS",
    "PROCEDURE_SHEET",
    "REMARK_COLUMN",
    "RESERVE_HINT",
    "REVIEW_NAME",
    "STAGE_MARKS",
    "STAGE_WORD",
    "STEP_COLUMNS",
    "STEP_ROWS",
    "TABLE_GROUPS",
    "TABLE_HINTS",
    "TWIN_HINT",
    "UNDERSTOOD_NAME",
    "VERSION",
    "YES_COLUMN",
]

KIND = "SOP"
VERSION = 1

GUIDE_SHEET = "Petunjuk"
IDENTITY_SHEET = "Identitas"
PROCEDURE_SHEET = "Prosedur"
"""Further procedures of the same SOP stand on "Prosedur 2", "Prosedur 3" …"""
LISTS_SHEET = "_ref"
"""Very hidden: template identity and drop-down lists."""
REVIEW_SHEET = "Perbaikan"
"""List of findings that a returned workbook carries; no part of the SOP."""
REVIEW_NAME = "sopb_perbaikan"
"""Defined name by which that sheet is known again, whatever it is called by then."""
UNDERSTOOD_SHEET = "Yang kami pahami"
"""What was read from the cells that need reading; stands beside the list of findings."""
UNDERSTOOD_NAME = "sopb_pemahaman"
OWN_SHEETS = MappingProxyType({REVIEW_NAME: REVIEW_SHEET, UNDERSTOOD_NAME: UNDERSTOOD_SHEET})
"""Sheets that a returned workbook carries beside the sender's own, by defined name."""

IDENTITY_HEADS = ("Isian", "Diisi di sini", "Keadaan", "Yang ditulis")
"""Headings over the columns of the sheet Identitas."""
IDENTITY: tuple[FieldGroup, ...] = (*HEAD_GROUPS, *BODY_GROUPS)
IDENTITY_FIELDS: tuple[Field, ...] = tuple(field for group in IDENTITY for field in group.fields)
