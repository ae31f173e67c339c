"""References between the tables of the register; each mistake is told at its cell."""

import re
from collections.abc import Callable, Mapping, Sequence

from sopbatch.reading.register_tables import Record
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.text import fold
from sopbatch.schema import register_v1 as schema
from sopbatch.schema.statuses import WITHDRAWN

Tables = Mapping[str, Sequence[Record]]
WHO_AND_WHY = "berkas yang ditarik memerlukan isian Oleh (siapa) dan Catatan (mengapa)"
EVERY_UNIT = "*"
RULE_CODE = re.compile(r"[A-Z]{1,2}-\d{2,3}", re.IGNORECASE)
ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def check_tables(tables: Tables) -> None:
    """Hold the tables against each other.

    Raises:
        SopbatchError: a code stands twice or leads nowhere, or a value cannot be right.
    """
    for check in CHECKS:
        check(tables)


def _codes_are_unique(tables: Tables) -> None:
    for key in ("units", "plan", "sections"):
        seen: dict[tuple[str, str], int] = {}
        for record in tables[key]:
            unit = record.text("unit_code") if key == "sections" else ""
            row = seen.setdefault((unit, fold(record.text("code"))), record.row)
            if row != record.row:
                what = f"kode “{record.text('code')}” sudah dipakai di baris {row}"
                raise record.wrong("code", what)


def _units_are_known(tables: Tables) -> None:
    known = {record.text("code") for record in tables["units"]}
    where = f"tidak ada di lembar “{schema.UNITS.sheet}”"
    for key, column in (
        ("units", "parent"),
        ("sections", "unit_code"),
        ("plan", "unit_code"),
        ("waivers", "unit_code"),
    ):
        for record in tables[key]:
            code = record.text(column)
            if code and code not in known and (key, code) != ("waivers", EVERY_UNIT):
                raise record.wrong(column, f"kode unit “{code}” {where}")


def _parents_lead_up(tables: Tables) -> None:
    parents = {record.text("code"): record.text("parent") for record in tables["units"]}
    for record in tables["units"]:
        above, passed = record.text("parent"), {record.text("code")}
        while above and above not in passed:
            passed.add(above)
            above = parents.get(above, "")
        if above:
            raise record.wrong("parent", f"unit “{above}” berada di bawah dirinya sendiri")


def _sections_are_known(tables: Tables) -> None:
    known: dict[str, set[str]] = {}
    for record in tables["sections"]:
        words = (record.text("code"), record.text("name"), *record.names("aliases"))
        known.setdefault(record.text("unit_code"), set()).update(map(fold, words))
    for record in tables["plan"]:
        unit, section = record.text("unit_code"), record.text("section")
        if section and unit in known and fold(section) not in known[unit]:
            where = f"tidak ada di lembar “{schema.SECTIONS.sheet}” untuk unit “{unit}”"
            raise record.wrong("section", f"bagian “{section}” {where}")


def _decisions_are_planned(tables: Tables) -> None:
    planned = {record.text("code") for record in tables["plan"]}
    for record in tables["decisions"]:
        code = record.text("plan_code")
        if record.text("status") == WITHDRAWN:
            if not (record.text("decided_by") and record.text("note")):
                raise record.wrong("status", WHO_AND_WHY)
        elif code not in planned:
            where = f"tidak ada di lembar “{schema.PLAN.sheet}”"
            raise record.wrong("plan_code", f"kode SOP “{code}” {where}")


def _rules_look_like_rules(tables: Tables) -> None:
    for record in (*tables["waivers"], *tables["rule_settings"]):
        if not RULE_CODE.fullmatch(code := record.text("rule")):
            raise record.wrong("rule", f"“{code}” bukan kode aturan; tulis misalnya I-06")


def _heads_can_be_reached(tables: Tables) -> None:
    for record in tables["units"]:
        for email in re.split(r"[;,\s]+", record.text("email")):
            if email and not ADDRESS.fullmatch(email):
                raise record.wrong("email", f"“{email}” bukan alamat surel")
        nip = record.text("head_nip")
        if parse_nip(nip).kind == "damaged":
            what = f"“{nip}” kehilangan angka terakhirnya; ketik ulang sebagai teks"
            raise record.wrong("head_nip", what)


CHECKS: tuple[Callable[[Tables], None], ...] = (
    _codes_are_unique,
    _units_are_known,
    _parents_lead_up,
    _sections_are_known,
    _decisions_are_planned,
    _rules_look_like_rules,
    _heads_can_be_reached,
)
