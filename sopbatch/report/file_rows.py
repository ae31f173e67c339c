"""The list of files: one row for each that came, with what became of it and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sopbatch.model import (
    OtherFiles,
    Passed,
    Received,
    Register,
    Review,
    SopLine,
    Tally,
)
from sopbatch.report.files import FileFate, FileRow, Names
from sopbatch.report.week_facts import WeekFacts
from sopbatch.text.names import name_key
from sopbatch.text.words import long_date

INBOX, ARCHIVE = "folder masukan", "arsip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """All that came, and what a run knows of it."""

    tally: Tally
    reviews: tuple[Review, ...]
    others: OtherFiles
    register: Register
    facts: WeekFacts


def file_rows(came: Came) -> tuple[FileRow, ...]:
    """All files that came, those of the archive as well: by agency, day of receipt, name."""
    agencies = _agencies(came.register)
    contents = {sha256 for sha256, _ in came.facts.known if sha256}
    now = (*_reviewed(came), *_others(came))
    before = tuple(_sent_before(now, came))
    gone = frozenset((row.sha256, row.name) for row in before)
    rows = (_told(row, came, agencies, contents, gone) for row in (*now, *before))
    return tuple(sorted(rows, key=_order))


def _sent_before(now: Sequence[FileRow], came: Came) -> Iterator[FileRow]:
    """What somebody else had sent of the same content: the input has it under another name now."""
    known = {(row.sha256, row.name) for row in now}
    first = {row.sha256: row for row in reversed(now) if row.number}
    for one in came.facts.parcels:
        row = first.get(one.sha256)
        if row and (one.sha256, one.name) not in known:
            yield replace(
                row,
                name=one.name,
                fate=FileFate.DUPLICATE,
                first_seen=one.day,
                remark=f"isinya sama dengan “{row.name}”",
                copies=0,
                origin=ARCHIVE,
                letter=one.letter,
            )


def _order(row: FileRow) -> tuple[bool, str, date, str, str]:
    return (not row.unit, row.unit, row.first_seen or date.max, row.name, row.sha256)


def _told(
    row: FileRow, came: Came, agencies: Mapping[str, str], contents: set[str], gone: Names
) -> FileRow:
    """The row with whose it is, and whether it is new."""
    pair = (row.sha256, row.name)
    new = pair not in came.facts.known and pair not in gone
    owner = came.facts.owners.get(row.sha256)
    if row.fate in (FileFate.REGISTER, FileFate.OPENED):
        return replace(row, new=new)
    return replace(
        row,
        unit=owner.unit if owner else _sent_by(row, agencies),
        code=owner.code if owner else "",
        title=owner.title if owner else "",
        new=new,
        resent=new and row.sha256 in contents,
    )


def _agencies(register: Register) -> Mapping[str, str]:
    """Addresses, names and other names of agencies to their official names."""
    found: dict[str, str] = {}
    for unit in register.units:
        addresses = unit.email.replace(";", " ").replace(",", " ").lower().split()
        for word in (*addresses, unit.code, *map(name_key, (unit.name, *unit.aliases))):
            found.setdefault(word, unit.name)
    return found


def _sent_by(row: FileRow, agencies: Mapping[str, str]) -> str:
    """The agency of what could not be read: by its sender's address, else by its folder."""
    if row.letter and row.letter.sender in agencies:
        return agencies[row.letter.sender]
    folders = row.name.split("/")[:-1]
    named = (agencies.get(name_key(folder)) or agencies.get(folder) for folder in folders)
    return next(filter(None, named), "")


def _reviewed(came: Came) -> Iterator[FileRow]:
    lines = came.tally.lines
    counted = {line.sha256: line for line in lines if line.sha256}
    awaited = {line.awaiting_sha256: line for line in lines if line.awaiting_sha256}
    replaced = {**came.tally.replaced, **came.facts.form_successors}
    titles = {sha256: owner.title for sha256, owner in came.facts.owners.items()}
    for review in came.reviews:
        title = review.heading or titles.get(review.received.sha256, "")
        yield _row(review.received, *_fate(review, title, counted, awaited, replaced))
        yield from _duplicates(review.received)


def _duplicates(received: Received) -> Iterator[FileRow]:
    """The same bytes under other names."""
    for name in received.copies:
        yield FileRow(
            name=name,
            fate=FileFate.DUPLICATE,
            first_seen=received.first_seen,
            size=received.size,
            remark=f"isinya sama dengan “{received.name}”",
            sha256=received.sha256,
            number=received.number,
            origin=ARCHIVE if received.from_archive else INBOX,
            letter=dict(received.letters).get(name),
        )


def _fate(
    review: Review,
    title: str,
    counted: Mapping[str, SopLine],
    awaited: Mapping[str, SopLine],
    replaced: Mapping[str, Received],
) -> tuple[FileFate, str]:
    digest = review.received.sha256
    if review.form is not None:
        if gone := replaced.get(digest):
            return FileFate.OLDER, _older(title, gone)
        return FileFate.FORM, title
    if review.submission is None:
        return FileFate.REFUSED, next((finding.sentence for finding in review.findings), "-")
    if digest in counted:
        return FileFate.COUNTED, counted[digest].title
    if digest in awaited:
        return FileFate.AWAITED, awaited[digest].title
    return FileFate.OLDER, _older(title, replaced.get(digest))


def _older(title: str, by: Received | None) -> str:
    """The title, if any is known, and by what it was replaced: name, start of the digest, day."""
    told = "tidak menggantikan naskah yang dihitung"
    if by is not None:
        day = long_date(by.first_seen)
        told = f"digantikan “{by.name}” ({by.sha256[:16]}, diterima {day})"
    return "; ".join(filter(None, (title, told)))


def _others(came: Came) -> Iterator[FileRow]:
    others = came.others
    if others.register is not None:
        told = "rencana, keputusan, dan pengaturan"
        register = others.register
        yield FileRow(
            name=register.name,
            fate=FileFate.REGISTER,
            first_seen=None,
            size=register.size,
            remark=told,
            sha256=register.sha256,
        )
    for received in others.held:
        yield _row(received, FileFate.HELD, "diterima setelah tanggal laporan; dihitung kemudian")
    for received, reason in others.withdrawn:
        yield _row(received, FileFate.WITHDRAWN, reason)
    for received, reason in others.unsure:
        yield _row(received, FileFate.HELD, reason)
    letters = dict(others.letters)
    for name, reason in others.untaken:
        yield FileRow(
            name=name,
            fate=_aside(reason),
            first_seen=None,
            size=None,
            remark=reason,
            letter=letters.get(name),
        )


def _aside(reason: str) -> FileFate:
    """The fate of what is not read."""
    if reason in (Passed.OPENED, Passed.SAME_PARCEL):
        return FileFate.OPENED
    return FileFate.PASSED if reason in set(Passed) else FileFate.UNTAKEN


def _row(received: Received, fate: FileFate, remark: str) -> FileRow:
    return FileRow(
        name=received.name,
        fate=fate,
        first_seen=received.first_seen,
        size=received.size,
        remark=remark,
        copies=len(received.copies),
        sha256=received.sha256,
        number=received.number,
        origin=ARCHIVE if received.from_archive else INBOX,
        letter=dict(received.letters).get(received.name),
    )
