"""Drafts of mails that take issued forms to their agencies, to the addresses of the register."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sopbatch.batch.assessing.senders import addresses_of
from sopbatch.batch.output.tree import LETTERS
from sopbatch.batch.products.answer_drafts import LARGEST
from sopbatch.batch.products.signers import salutation_of
from sopbatch.model import Register, Unit
from sopbatch.schema.letters import LetterTexts
from sopbatch.text.file_names import distinct, safe_name
from sopbatch.text.words import long_date

READY = (
    "{count} konsep surel siap diperiksa di folder “{folder}”; kirim dengan: sopbatch send {above}"
)
NOWHERE = "{count} perangkat daerah belum tercatat alamat surelnya: {names}."
LEFT_OUT = "Terlalu besar untuk surel kepada {unit}, sehingga tidak dilampirkan: {names}."
MOST = 10
"""Names in a note."""


def form_drafts(
    folder: Path,
    issued: Mapping[str, Mapping[str, bytes]],
    register: Register,
    texts: LetterTexts,
    as_of: date,
) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """A draft for each agency, by path below the folder of the forms, and what is to be said.

    `issued` are the forms of each agency by its code. What lies there already goes along as it is.
    """
    drafts: dict[str, bytes] = {}
    notes, nowhere = [], []
    units = [unit for unit in register.units if unit.code in issued]
    stems = distinct(f"{LETTERS}/{safe_name(unit.name)}" for unit in units)
    for unit, stem in zip(units, stems, strict=True):
        addresses = addresses_of(unit)
        if not addresses:
            nowhere.append(unit.name)
            continue
        forms = {name: _standing(folder / name, data) for name, data in issued[unit.code].items()}
        drafts[f"{stem}.eml"], left_out = _draft(unit, addresses, forms, register, texts, as_of)
        if left_out:
            notes.append(LEFT_OUT.format(unit=unit.name, names="; ".join(left_out)))
    if drafts:
        told = READY.format(count=len(drafts), folder=folder / LETTERS, above=f'"{folder}"')
        notes.insert(0, told)
    if nowhere:
        notes.append(NOWHERE.format(count=len(nowhere), names="; ".join(nowhere[:MOST])))
    return drafts, tuple(notes)


def _standing(path: Path, data: bytes) -> bytes:
    return path.read_bytes() if path.is_file() else data


def _draft(
    unit: Unit,
    addresses: tuple[str, ...],
    forms: Mapping[str, bytes],
    register: Register,
    texts: LetterTexts,
    as_of: date,
) -> tuple[bytes, tuple[str, ...]]:
    """The mail, and the names of what it leaves out."""
    from sopbatch.writing.answers import Attachment, Forms, forms_draft

    settings = register.settings
    left = LARGEST
    enclosed, left_out = [], []
    for path, data in forms.items():
        name = path.rpartition("/")[2]
        if len(data) > left:
            left_out.append(name)
            continue
        left -= len(data)
        enclosed.append(Attachment(name, data))
    told = Forms(
        addresses=addresses,
        unit=unit.name,
        salutation=salutation_of(unit),
        titles=tuple(
            " ".join(line.title.split())[:300]
            for line in register.plan
            if line.unit_code == unit.code and not line.withdrawn
        ),
        enclosed=tuple(one.name for one in enclosed),
        left_out=tuple(left_out),
        deadline=long_date(end) if (end := settings.asked_by(as_of)) else "",
        bureau=settings.organisation_bureau,
        government=settings.government,
        contact=settings.address,
    )
    return forms_draft(told, enclosed, texts), tuple(left_out)
