"""Decisions of the register: each is about what was planned or received."""

import re
from collections.abc import Mapping

from sopbatch.reading.checked import Checked
from sopbatch.reading.register_meant import ADDRESS, number_parts
from sopbatch.reading.register_tables import Record
from sopbatch.reading.register_told import quote
from sopbatch.schema import register as schema
from sopbatch.schema.statuses import (
    ACCEPTED_ALWAYS,
    ACCEPTED_ONCE,
    ADMISSIONS,
    TIED,
    WITHDRAWN,
)
from sopbatch.text.names import name_key

BETWEEN = re.compile(r"\s*(?:[;,/\n]|\bdan\b|&)\s*")
"""Between the codes of several decisions in one cell."""


def decisions_are_planned(checked: Checked) -> None:
    """Each decision names a planned code or a receipt number, and says what such a line needs."""
    plan = checked.tables["plan"]
    planned = {one.text("code"): one.text("title") for one in plan if one.text("code")}
    doubtful = {number_parts(record.text("code")) for record in plan if "code" in record.bent}
    titles: dict[str, list[str]] = {}
    for record in checked.tables["decisions"]:
        code = record.text("plan_code")
        if not code or "plan_code" in record.bent:
            continue
        if record.text("status") == WITHDRAWN:
            _check_withdrawal(checked, record)
            continue
        if record.text("status") in ADMISSIONS:
            _check_admission(checked, record)
            continue
        if record.text("status") == TIED and not record.text("receipt"):
            what = "berkas yang dikaitkan memerlukan tanda terimanya"
            key = "receipt" if "receipt" in record.columns else "status"
            advice = "Salin tanda terimanya, misalnya TT-261002-7K3QF2, ke kolom Tanda terima."
            checked.wrong(record, key, what, advice)
        several = [part for part in BETWEEN.split(code) if part]
        if len(several) > 1 and planned.keys() >= set(several):
            what = f"{quote(code)} menyebut {len(several)} kode"
            advice = "Tulis satu baris untuk setiap kode, dengan status dan tanggalnya."
            checked.wrong(record, "plan_code", what, advice)
        elif code not in planned and planned and number_parts(code) not in doubtful:
            where = f"tidak ada di lembar “{schema.PLAN.sheet}”"
            # Once for all: a title costs more to compare than to look up.
            titles = titles or _by_key(planned)
            meant = sorted(
                {
                    *titles.get(name_key(code), ()),
                    *titles.get(str(number_parts(code)), ()),
                    *titles.get(_squeezed(code), ()),
                }
            )
            checked.wrong(
                record,
                "plan_code",
                f"{quote(code)} {where}",
                "Pilih kode dari daftar di sel itu, atau tambahkan judulnya ke rencana.",
                meant[0] if len(meant) == 1 else "",
            )


def _by_key(planned: Mapping[str, str]) -> dict[str, list[str]]:
    """Codes of the plan by title, and by what programs make of them that take 1.02 for 1.2."""
    found: dict[str, list[str]] = {}
    for code, title in planned.items():
        for key in (name_key(title), str(number_parts(code)), _squeezed(code)):
            found.setdefault(key, []).append(code)
    return found


def _squeezed(code: str) -> str:
    """A code without the signs in it, as “AK02” is AK-02."""
    return "=" + "".join(filter(str.isalnum, code.casefold()))


def _check_admission(checked: Checked, record: Record) -> None:
    key, verdict = record.text("plan_code"), record.text("status")
    if not record.text("decided_by"):
        what = f"{quote(verdict)} memerlukan isian Oleh (siapa yang memutuskan)"
        column = "decided_by" if "decided_by" in record.columns else "status"
        checked.wrong(record, column, what, "Tulis nama atau jabatan yang memutuskan.")
    if verdict == ACCEPTED_ALWAYS and not ADDRESS.fullmatch(key):
        what = f"{quote(key)} bukan alamat surel, sedangkan statusnya {quote(verdict)}"
        checked.wrong(record, "plan_code", what, "Tulis alamat surel pengirimnya.")
    if verdict == ACCEPTED_ONCE and "@" in key:
        what = f"{quote(key)} bukan tanda terima, sedangkan statusnya {quote(verdict)}"
        checked.wrong(record, "plan_code", what, "Tulis tanda terima berkasnya.")


def _check_withdrawal(checked: Checked, record: Record) -> None:
    missing = [key for key in ("decided_by", "note") if not record.text(key)]
    if missing:
        what = "berkas yang ditarik memerlukan isian Oleh (siapa) dan Catatan (mengapa)"
        key = next((key for key in missing if key in record.columns), "status")
        checked.wrong(record, key, what, "Lengkapi keduanya di baris ini.")
