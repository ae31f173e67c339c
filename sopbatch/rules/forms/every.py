"""Rules about every form of the family, from what its kind declares (K-01 to K-12)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from sopbatch.matching.aliases import unit_meant
from sopbatch.model import Nip, NipKind, Place, Problem
from sopbatch.rules.basics.wording import unanswered
from sopbatch.rules.identity.nip import WRONG_PARTS
from sopbatch.rules.identity.owner import former_unit_facts
from sopbatch.rules.rule import (
    ANYWHERE,
    ERROR,
    WARNING,
    FormCase,
    FormCheck,
    Rule,
    form_rule,
    reported,
)
from sopbatch.schema.fields import Field, Required
from sopbatch.schema.kinds import FieldSheet
from sopbatch.text.likely_dates import likely_date
from sopbatch.text.shortening import quoted
from sopbatch.text.straight import is_missing

UNIT_KEY = "unit_code"
NIP_KEY = "signatory_nip"


@form_rule(
    "K-01",
    ERROR,
    title="Isian belum diisi",
    sentence="{isian} {keadaan}.",
    advice="Isi sel ini menurut petunjuknya: “{petunjuk}”",
    reason="Ketentuan formulir: tanpa isian ini, dokumen dan laporannya tidak lengkap.",
    reports_blank=True,
)
def needed_field_blank(case: FormCase) -> Iterator[Problem]:
    """A field that is due by now says nothing; a warning where it is only advised."""
    for field, place in _due_places(case):
        if not _says(case, field, place):
            state = unanswered(case.reading.values.get(place, ""))
            facts = {"isian": field.label, "keadaan": state, "petunjuk": field.prompt}
            yield Problem(place, facts, severity=WARNING if field.advised else None)


def _due_places(case: FormCase) -> Iterator[tuple[Field, Place]]:
    cells = case.reading.cells
    for sheet in case.kind.sheets:
        is_fields = isinstance(sheet, FieldSheet)
        fields = sheet.fields if isinstance(sheet, FieldSheet) else sheet.columns
        keys = {field.key for field in fields}
        standing = {
            (0, place.part) if is_fields else (place.row, 1) for place in cells if place.key in keys
        }
        for row, part in sorted(standing):
            for field in fields:
                if field.required is not Required.NEVER and case.due(field.required):
                    place = Place(field.key, row, part)
                    if case.reading.cell(place) is not None:
                        yield field, place


def _says(case: FormCase, field: Field, place: Place) -> bool:
    values = case.reading.values
    if field.rows == 1:
        return not is_missing(values.get(place, ""))
    every = (Place(field.key, row, place.part) for row in range(field.rows + 1))
    return any(not is_missing(values.get(at, "")) for at in every)


@form_rule(
    "K-02",
    ERROR,
    title="Pilihan tidak dikenal",
    sentence="“{isi}” bukan salah satu pilihan isian ini.",
    advice="Pilih salah satu: {pilihan}.",
    reason="Ketentuan formulir: isian ini dihitung menurut pilihannya.",
)
def form_choice_unknown(case: FormCase) -> Iterator[Problem]:
    """The text is none of the choices of its field."""
    for problem in reported(case, "K-02"):
        yield replace(problem, facts={**problem.facts, "isi": quoted(str(problem.facts["isi"]))})


@form_rule(
    "K-03",
    ERROR,
    title="Tanggal tidak terbaca",
    sentence="“{isi}” tidak terbaca sebagai tanggal.",
    advice="Tulis tanggal lengkap dengan nama bulan, misalnya 3 Maret 2026.",
    reason="Ketentuan formulir: tanggal ini dicetak dan dibandingkan dengan tanggal lain.",
)
def date_unreadable(case: FormCase) -> Iterator[Problem]:
    """A date field says something that is no date, or one that does not exist."""
    for problem in reported(case, "K-03"):
        typed = str(problem.facts["isi"])
        yield replace(problem, facts={"isi": quoted(typed)}, suggestion=likely_date(typed))


@form_rule(
    "K-04",
    ERROR,
    title="Bukan bilangan bulat",
    sentence="“{isi}” bukan bilangan bulat.",
    advice="Tulis angkanya saja, misalnya {contoh}.",
    reason="Ketentuan formulir: isian ini dibandingkan dan diurutkan sebagai angka.",
)
def number_unreadable(case: FormCase) -> Iterator[Problem]:
    """A field of a whole number says something else."""
    for problem in reported(case, "K-04"):
        field = case.kind.field(problem.place.key)
        example = field.example[0] if field and field.example else "5"
        facts = {"isi": quoted(str(problem.facts["isi"])), "contoh": example}
        yield replace(problem, facts=facts)


@form_rule(
    "K-06",
    ERROR,
    title="NIP penandatangan keliru",
    sentence="NIP “{nip}” keliru: {sebab}.",
    advice="Ketik ulang 18 angkanya dengan spasi, misalnya “19700101 199501 1 999”.",
    reason="Ketentuan formulir: NIP dicetak di bawah tanda tangan.",
)
def signatory_nip_wrong(case: FormCase) -> Iterator[Problem]:
    """Not 18 digits, changed by a program, or parts that cannot be; a warning before it is due."""
    nip = getattr(case.reading.record, NIP_KEY, None)
    if not isinstance(nip, Nip) or nip.kind in (NipKind.VALID, NipKind.MISSING, NipKind.SERVICE):
        return
    if nip.kind is NipKind.DAMAGED:
        why = "berubah karena tersimpan sebagai angka, bukan teks"
    else:
        why = WRONG_PARTS.get(nip.reason, "tidak terdiri atas 18 angka")
    field = case.kind.field(NIP_KEY)
    due = field is not None and case.due(field.required)
    facts = {"nip": quoted(nip.raw), "sebab": why}
    yield Problem(Place(NIP_KEY), facts, severity=None if due else WARNING)


@form_rule(
    "K-07",
    WARNING,
    title="Tidak dibuat dari formulir",
    sentence="Berkas ini tidak dibuat dari formulir {formulir} Biro Organisasi.",
    advice="Gunakan formulir Biro Organisasi untuk pengiriman berikutnya; berkas ini tetap dibaca.",
    reason=(
        "Dalam formulir setiap isian mempunyai tempatnya. Tanpa formulir, isian hanya dapat dicari "
        "melalui labelnya."
    ),
    needs_package=True,
)
def form_unrecognised(case: FormCase) -> Iterator[Problem]:
    """Labels were enough to read it, though no form of ours was used."""
    return reported(case, "K-07")


@form_rule(
    "K-08",
    ERROR,
    title="Bagian formulir tidak ditemukan",
    sentence="Bagian berikut tidak ditemukan dalam berkas ini: {isian}.",
    advice="Salin isian ke formulir baru, atau kembalikan baris dan label yang terhapus.",
    reason="Ketentuan formulir: bagian yang tidak ditemukan tidak dapat diperiksa.",
    essential=frozenset(("",)),
)
def form_part_missing(case: FormCase) -> Iterator[Problem]:
    """A sheet, field or column that is needed stands nowhere; a warning for a single field.

    Without the unit's code nothing of it can be counted.
    """
    for problem in reported(case, "K-08"):
        field = case.kind.field(problem.place.key) if problem.place.key != UNIT_KEY else None
        mild = field is not None and (field.advised or case.reading.version == 0)
        yield replace(problem, severity=WARNING if mild else None)


@form_rule(
    "K-09",
    ERROR,
    title="Kode perangkat daerah tidak dikenal",
    sentence="Kode perangkat daerah “{kode}” tidak ada di daftar induk.",
    advice="Tulis kode yang diberikan Biro Organisasi kepada perangkat daerah Anda.",
    reason="Kode menentukan perangkat daerah mana yang dihitung.",
    essential=ANYWHERE,
)
def unit_unknown(case: FormCase) -> Iterator[Problem]:
    """The register knows no unit of that code."""
    code = case.reading.unit_code
    known = case.register.unit(code) or case.register.former_unit(code)
    if not case.register.present or is_missing(code) or known:
        return
    name = str(getattr(case.reading.record, "unit_name", ""))
    meant = unit_meant(name, case.register)
    yield Problem(Place(UNIT_KEY), {"kode": quoted(code)}, suggestion=meant.code if meant else "")


@form_rule(
    "K-12",
    WARNING,
    title="Kode perangkat daerah sudah lama",
    sentence="Kode perangkat daerah “{kode}” adalah kode lama ({nama}); sekarang {sekarang}.",
    advice="Tulis kode yang sekarang. Sampai itu dilakukan, berkas ini {hitung}.",
    reason=(
        "Perangkat daerah yang berganti nama, digabung, atau dipecah dihitung menurut susunan yang "
        "berlaku."
    ),
)
def unit_former(case: FormCase) -> Iterator[Problem]:
    """The code was that of an agency which is another one, or several, by now."""
    if told := former_unit_facts(case.reading.unit_code, case.register):
        facts, meant = told
        counts = "dihitung pada penggantinya" if meant else "dihitung pada kode lama itu"
        yield Problem(Place(UNIT_KEY), {**facts, "hitung": counts}, suggestion=meant)


@form_rule(
    "K-10",
    WARNING,
    title="Formulir bukan versi terbaru",
    sentence="Berkas ini memakai formulir {formulir} versi {versi}; versi terbaru {terbaru}.",
    advice=(
        "Minta formulir terbaru kepada Biro Organisasi untuk pengiriman berikutnya; berkas ini "
        "tetap diperiksa."
    ),
    reason="Formulir lama tetap dibaca, tetapi isian yang ditambahkan kemudian tidak ada di sana.",
)
def form_outdated(case: FormCase) -> Iterator[Problem]:
    """The form is of an earlier version."""
    return reported(case, "K-10")


@form_rule(
    "K-11",
    WARNING,
    title="Lembar bukan bagian formulir",
    sentence="Lembar “{lembar}” ({daerah}) bukan bagian formulir ini, sehingga tidak dibaca.",
    advice="Salin isinya ke lembar formulir; jika tidak diperlukan, hapus lembar itu.",
    reason="Hanya lembar formulir yang dibaca dan dicetak ke dalam dokumen.",
)
def form_sheet_not_read(case: FormCase) -> Iterator[Problem]:
    """A sheet that the form does not have."""
    return reported(case, "F-22")


def shared(rules: tuple[Rule, ...], codes: frozenset[str]) -> tuple[Rule, ...]:
    """Rules about SOPs that only tell what reading met, asked of other forms as well."""
    return tuple(
        replace(rule, form=cast(FormCheck, rule.check)) if rule.code in codes else rule
        for rule in rules
    )


SHARED = frozenset(("F-06", "F-07", "F-08", "F-10", "F-14", "F-15", "F-16", "F-21", "F-24", "X-12"))
"""Codes of such rules."""
EVERY_FORM_RULES: tuple[Rule, ...] = (
    needed_field_blank,
    form_choice_unknown,
    date_unreadable,
    number_unreadable,
    signatory_nip_wrong,
    form_unrecognised,
    form_part_missing,
    unit_unknown,
    unit_former,
    form_outdated,
    form_sheet_not_read,
)
