"""A second count that shares no code with the tally, over random weeks, for every form.

Facts are plain tuples; what they mean is written down here once more, as short as it can be.
"""

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import pytest

from sopbatch.model import Decision, Duty, Unit
from sopbatch.report.changes import SILENT
from sopbatch.report.content import Content, arranged
from sopbatch.report.week_facts import WeekFacts
from sopbatch.tally import tally
from sopbatch.writing.brief.values import brief_of
from sopbatch.writing.data import write_csv_files, write_json
from sopbatch.writing.report import write_report
from tests.builders import day, dossier, files_of, findings, plan_line, register, review, sop
from tests.writing.report.reports import opened, rows, tiles_of

UNITS = {"1.02": "Dinas Kesehatan", "2.16": "Dinas Kominfo", "4.01.01.7": "Biro Organisasi"}
FIRST_WEEK = date(2026, 9, 4)
SIGNED = date(2026, 8, 1)
CLAIMS = ("Draf", "Diajukan", "Diajukan", "Siap Disahkan", "Disahkan")


@dataclass
class Fact:
    """What happened with one SOP, by weeks."""

    code: str
    title: str
    unit: str
    planned_from: int | None
    withdrawn_from: int | None
    deadlines: list[tuple[int, date]]
    arrivals: list[tuple[int, str, int]] = field(default_factory=list)
    """Week, what the workbook claims, number of galat."""
    verified_from: int | None = None
    revoked_from: int | None = None


def facts(seed):
    random = Random(seed)

    def week():
        return random.randrange(6)

    made = []
    for number in range(30):
        planned = random.random() < 0.8
        moved = [(0, FIRST_WEEK + timedelta(random.randrange(0, 120)))]
        if random.random() < 0.3:
            moved.append((week(), FIRST_WEEK + timedelta(random.randrange(0, 120))))
        fact = Fact(
            f"X-{number:02}",
            f"Judul nomor {number}",
            random.choice(list(UNITS)),
            week() // 3 if planned else None,
            week() if planned and random.random() < 0.15 else None,
            sorted(moved),
        )
        sends = random.randrange(0 if planned else 1, 4)
        fact.arrivals = sorted(
            (week(), random.choice(CLAIMS), random.randrange(3) // 2) for _ in range(sends)
        )
        if planned and random.random() < 0.2:
            fact.verified_from = week()
        if planned and random.random() < 0.2:
            fact.revoked_from = week()
        made.append(fact)
    return made


def counted(some, week, as_of):
    """Figures by unit, and "" for all, recounted from the facts alone."""
    found = {unit: Counter[str]() for unit in ("", *UNITS)}
    for fact in some:
        for unit in ("", fact.unit):
            found[unit].update(_figures(fact, week, as_of))
    return found


def _figures(fact, week, as_of):
    came = [one for one in fact.arrivals if one[0] <= week]
    in_plan = fact.planned_from is not None and fact.planned_from <= week
    withdrawn = in_plan and fact.withdrawn_from is not None and fact.withdrawn_from <= week
    if in_plan and fact.revoked_from is not None and fact.revoked_from <= week:
        return {} if withdrawn and not came else {"dicabut_dari_rencana": 1}
    planned = in_plan and not withdrawn
    whole = [one for one in came if not one[2]]
    figures = {"direncanakan": planned, "diterima": bool(came)}
    figures["di_luar_rencana"] = bool(came) and not planned
    figures["lengkap"] = bool(whole)
    claim = (whole or came or [(0, "", 0)])[-1][1]
    verified = in_plan and fact.verified_from is not None and fact.verified_from <= week
    done = bool(whole) and claim == "Disahkan"
    figures["selesai"] = done
    figures["tersusun"] = bool(whole) and (
        claim in ("Siap Disahkan", "Disahkan") or (claim == "Diajukan" and verified)
    )
    figures["selesai_dari_rencana"] = planned and done
    figures["perlu_perbaikan"] = bool(came) and not whole and claim != "Draf"
    deadline = [day for since, day in fact.deadlines if since <= week][-1]
    open_still = planned and not done
    figures["terlambat"] = open_still and deadline < as_of
    days = (deadline - as_of).days
    figures["jatuh_tempo_30_hari"] = open_still and 0 <= days <= 30
    figures["menunggu"] = open_still or (bool(came) and not in_plan)
    return {name: int(number) for name, number in figures.items()}


def content(some, week, as_of):
    """The same facts as the program gets them."""
    decisions = [
        Decision(plan_code=fact.code, status=status, decided=FIRST_WEEK + timedelta(weeks=since))
        for fact in some
        for status, since in (("Terverifikasi", fact.verified_from), ("Dicabut", fact.revoked_from))
        if since is not None
    ]
    units = tuple(Unit(code=code, name=name) for code, name in UNITS.items())
    known = register(units=units, sections=(), decisions=tuple(decisions))
    dossiers = tuple(one for fact in some if (one := _dossier(fact, week)))
    seen, files = tally(dossiers, known, as_of), files_of(dossiers)
    before = (one.received for one in files if one.received.first_seen < as_of)
    week_facts = WeekFacts(known=frozenset((one.sha256, one.name) for one in before))
    return arranged(
        Content(tally=seen, reviews=files, register=known, as_of=as_of, facts=week_facts)
    )


def _dossier(fact, week):
    plan = None
    if fact.planned_from is not None and fact.planned_from <= week:
        plan = plan_line(
            fact.code,
            unit_code=fact.unit,
            title=fact.title,
            deadline=[day for since, day in fact.deadlines if since <= week][-1],
            withdrawn=fact.withdrawn_from is not None and fact.withdrawn_from <= week,
        )
    versions = [
        review(
            sop(
                fact.title,
                unit_code=fact.unit,
                unit_name=UNITS[fact.unit],
                status=claim,
                effective=day(SIGNED),
            ),
            findings(errors),
            name=f"{fact.code} kiriman {place}.xlsx",
            seen=FIRST_WEEK + timedelta(weeks=since),
        )
        for place, (since, claim, errors) in enumerate(fact.arrivals)
        if since <= week
    ]
    return dossier(*reversed(versions), plan=plan) if plan or versions else None


HEADS = {
    "Direncanakan": "direncanakan",
    "Diterima": "diterima",
    "Di luar rencana": "di_luar_rencana",
    "Dicabut dari rencana": "dicabut_dari_rencana",
    "Lengkap": "lengkap",
    "Tersusun": "tersusun",
    "Selesai": "selesai",
    "Selesai dari rencana": "selesai_dari_rencana",
    "Terlambat": "terlambat",
    "Jatuh tempo 30 hari": "jatuh_tempo_30_hari",
}
TILES = {**HEADS, "Perlu perbaikan": "perlu_perbaikan"}


def week_of(some, week, as_of):
    """The figures of the week, recounted from the facts alone."""
    figures = Counter[str]()
    for fact in some:
        came = [one for one in fact.arrivals if one[0] <= week]
        whole = [one for one in came if not one[2]]
        in_plan = fact.planned_from is not None and fact.planned_from <= week
        revoked = in_plan and fact.revoked_from is not None and fact.revoked_from <= week
        withdrawn = in_plan and fact.withdrawn_from is not None and fact.withdrawn_from <= week
        figures["Berkas baru"] += sum(one[0] == week for one in came)
        faulty_before = bool(came) and came[-1][0] < week and came[-1][2] > 0
        figures["Belum dijawab"] += faulty_before and not (revoked or withdrawn)
        figures["SOP di luar rencana"] += bool(came) and not in_plan
        verified = fact.verified_from is not None and fact.verified_from <= week
        open_claim = bool(whole) and whole[-1][1] == "Diajukan" and not (in_plan and verified)
        figures["Perlu diputuskan"] += in_plan and not (revoked or withdrawn) and open_claim
    return figures


@pytest.mark.parametrize("seed", range(5))
def test_the_work_of_the_week_is_what_a_second_count_tells(seed):
    some = facts(seed)
    for week in range(6):
        as_of = FIRST_WEEK + timedelta(weeks=week)
        told, expected = content(some, week, as_of), week_of(some, week, as_of)
        whole = counted(some, week, as_of)[""]
        found = {figure.name: figure.number for figure in told.week.figures}
        for name in ("Berkas baru", "Belum dijawab", "SOP di luar rencana", "Perlu diputuskan"):
            assert found[name] == expected[name], (name, week)
        assert found["SOP selesai"] == whole["selesai_dari_rencana"]
        due = (*told.week.soon, *told.week.later)
        ratify = sum(item.duty is Duty.RATIFY for item in due)
        assert ratify == whole["jatuh_tempo_30_hari"]
        silent = sum(change.kind == SILENT for change in told.changes)
        assert silent == found["Belum dijawab"]


@pytest.mark.few(1)
@pytest.mark.parametrize("seed", range(5))
def test_every_form_tells_what_a_second_count_tells(seed):
    some = facts(seed)
    for week in (0, 2, 3, 5):
        as_of = FIRST_WEEK + timedelta(weeks=week)
        told, expected = content(some, week, as_of), counted(some, week, as_of)
        whole = expected[""]
        document = json.loads(b"".join(write_json(told)))
        for name in TILES.values():
            assert document["ringkasan"][name] == whole[name], name
        assert sum(row["sop"] for row in document["tabel"]["keputusan"]) == whole["menunggu"]
        book = opened(write_report(told))
        tiles = {label: tile["number"] for label, tile in tiles_of(book).items()}
        assert tiles == {label: whole[TILES[label]] for label in tiles}
        for row in rows(book, "Per Perangkat Daerah"):
            own = expected[row["Kode"]]
            assert {head: row.get(head, 0) for head in HEADS} == {
                head: own[name] for head, name in HEADS.items()
            }
        text = b"".join(write_csv_files(told)["per_perangkat_daerah.csv"]).decode("utf-8-sig")
        for row in csv.DictReader(io.StringIO(text), delimiter=";"):
            own = expected[row["kode_unit"]]
            assert {name: int(row[name]) for name in TILES.values()} == {
                name: own[name] for name in TILES.values()
            }
        page = {one.label: one.number for one in brief_of(told, "", 3, 3, bars=True).figures}
        assert page == {label: str(number) for label, number in tiles.items()}
