"""Rules about regulations that standards cite, and about texts of others that were left in them."""

from collections.abc import Iterator

from sopbatch.model import LegalCitation, Place, Problem
from sopbatch.model.standards import ServiceStandard
from sopbatch.rules.basics.regions import foreign_regions, province_of, same_region
from sopbatch.rules.data.regulations import REGIONAL_TYPES
from sopbatch.rules.data.superseded import SUPERSEDED
from sopbatch.rules.forms.services import ONLY, at_item, services, standards_of, texts
from sopbatch.rules.rule import INFO, WARNING, FormCase, Rule, form_rule
from sopbatch.text.blank import blank
from sopbatch.text.names import words
from sopbatch.text.shortening import quoted

Cited = Iterator[tuple[Place, LegalCitation]]
OWN_MATTERS = frozenset(
    ("channels", "supervision", "staff", "guarantee", "safety", "evaluation", "products")
)
"""Components in which only the own agency and the own service belong."""
LEAST_WORDS = 3
"""Words of a name that can be told from ordinary speech."""
NEW_TARIFFS = 2023
"""Regional tariffs are of this year or later: those before had to be replaced."""


def _cited(service: ServiceStandard) -> Cited:
    for key, laws in (("legal_basis", service.legal_basis), ("fee_basis", service.fee_basis)):
        for item, law in enumerate(laws, start=1):
            if not blank(law.raw):
                yield at_item(service, key, item), law


def _every(case: FormCase) -> Cited:
    for service in services(case):
        for place, law in _cited(service):
            if place in case.reading.cells:
                yield place, law


@form_rule(
    "V-08",
    WARNING,
    title="Dasar hukum standar belum terbaca",
    sentence="“{kutipan}” belum terbaca sebagai peraturan: {sebab}.",
    advice=(
        "Tulis jenis, nomor, tahun, dan judul, misalnya “Undang-Undang Nomor 25 Tahun 2009 tentang "
        "Pelayanan Publik”."
    ),
    reason="Kelaziman: peraturan ditelusuri dari jenis, nomor, dan tahunnya.",
    kinds=ONLY,
)
def law_unreadable(case: FormCase) -> Iterator[Problem]:
    """No type, or a type without number and year."""
    for place, law in _every(case):
        if law.type == "UUD":
            continue
        if not law.type:
            why = "jenisnya tidak disebut"
        elif not law.number and law.year is None:
            why = "nomor dan tahunnya tidak disebut"
        else:
            continue
        yield Problem(place, {"kutipan": quoted(law.raw), "sebab": why})


@form_rule(
    "V-21",
    WARNING,
    title="Peraturan sudah diganti",
    sentence="“{kutipan}” {keadaan}.",
    advice="Ganti dengan peraturan yang sekarang mengaturnya: {pengganti}.",
    reason="Janji kepada masyarakat harus berdasar pada peraturan yang masih berlaku.",
    kinds=ONLY,
)
def law_superseded(case: FormCase) -> Iterator[Problem]:
    """The regulation stands in the catalogue of replaced ones."""
    for service in services(case):
        known = {law.identity for _, law in _cited(service)}
        for place, law in _cited(service):
            successor = SUPERSEDED.get(law.identity)
            if successor and place in case.reading.cells:
                facts = {
                    "kutipan": quoted(law.raw),
                    "keadaan": successor.state,
                    "pengganti": successor.text,
                }
                offered = "" if successor.identity in known else successor.text
                yield Problem(place, facts, suggestion=offered)


@form_rule(
    "V-22",
    WARNING,
    title="Peraturan milik daerah lain",
    sentence="“{kutipan}” adalah peraturan {daerah}, bukan {sendiri}.",
    advice="Ganti dengan peraturan daerah sendiri, atau hapus jika tersalin dari daerah lain.",
    reason="Peraturan daerah lain biasanya tertinggal dari naskah yang disalin.",
    kinds=ONLY,
)
def law_of_other_region(case: FormCase) -> Iterator[Problem]:
    """A regional regulation neither of the own region nor of its province."""
    own = case.register.settings.region
    if not case.register.present or not own:
        return
    above = province_of(own)
    for place, law in _every(case):
        if law.type not in REGIONAL_TYPES or law.issuer in ("", "?"):
            continue
        if not same_region(law.issuer, own) and not (above and same_region(law.issuer, above)):
            facts = {"kutipan": quoted(law.raw), "daerah": law.issuer, "sendiri": own}
            yield Problem(place, facts)


@form_rule(
    "V-23",
    WARNING,
    title="Nama daerah lain tertinggal",
    sentence="Teks ini menyebut “{nama}”, bukan daerah ini.",
    advice="Periksa apakah teks ini tersalin dari sana; jika ya, ganti dengan nama yang benar.",
    reason="Nama daerah lain biasanya tertinggal dari naskah yang disalin.",
    kinds=ONLY,
)
def other_region_named(case: FormCase) -> Iterator[Problem]:
    """A regency, city or province that is neither the own one nor part of it."""
    own = case.register.settings.region
    if not case.register.present or not own:
        return
    for service in services(case):
        for place, text in texts(case, service):
            if name := next(foreign_regions(text, own), ""):
                yield Problem(place, {"nama": quoted(name)})


@form_rule(
    "V-24",
    INFO,
    title="Nama perangkat daerah atau layanan lain",
    sentence="Teks ini menyebut “{nama}”, yaitu layanan atau perangkat daerah lain.",
    advice="Periksa apakah teks ini tersalin dari sana; jika ya, ganti dengan nama yang benar.",
    reason="Nama layanan lain biasanya tertinggal dari naskah yang disalin.",
    kinds=ONLY,
)
def other_service_named(case: FormCase) -> Iterator[Problem]:
    """Another agency, or another service of the workbook, where only the own one belongs."""
    units = [unit.name for unit in case.register.units]
    own_unit = case.register.unit(standards_of(case).unit_code)
    family = {own_unit.name} if own_unit else set()
    parent = case.register.unit(own_unit.parent) if own_unit else None
    family |= {parent.name} if parent else set()
    for service in services(case):
        others = [one.name for one in services(case) if one is not service]
        own = [service.name, standards_of(case).unit_name, *family]
        foreign = [_spaced(name) for name in (*units, *others) if name not in own]
        foreign = [name for name in foreign if len(name.split()) >= LEAST_WORDS]
        allowed = " ".join(map(_spaced, own))
        for place, text in texts(case, service):
            if place.key not in OWN_MATTERS:
                continue
            said = _spaced(text)
            found = next((one for one in foreign if one in said and one not in allowed), "")
            if found:
                names = (*units, *others)
                named = next(name for name in names if _spaced(name) == found)
                yield Problem(place, {"nama": quoted(named)})


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


@form_rule(
    "V-25",
    INFO,
    title="Dasar tarif mungkin sudah diganti",
    sentence="“{kutipan}” berasal dari tahun {tahun}, sebelum tarif daerah ditetapkan kembali.",
    advice="Periksa apakah tarifnya masih sama dalam peraturan daerah yang baru.",
    reason=(
        "UU 1/2022, Pasal 187: peraturan daerah tentang retribusi yang lama berlaku paling lama "
        "dua tahun sejak undang-undang itu."
    ),
    kinds=ONLY,
)
def tariff_of_old_rule(case: FormCase) -> Iterator[Problem]:
    """An amount that leans on a regional regulation of before the new law on regional revenue."""
    for service in services(case):
        paid = next((fee for fee in service.fees if fee.amount), None)
        for item, law in enumerate(service.fee_basis, start=1):
            if paid and law.type == "PERDA" and law.year and law.year < NEW_TARIFFS:
                place = at_item(service, "fee_basis", item)
                if place not in case.reading.cells:
                    place = at_item(service, "fees", paid.item)
                yield Problem(place, {"kutipan": quoted(law.raw), "tahun": str(law.year)})


SOURCE_RULES: tuple[Rule, ...] = (
    law_unreadable,
    law_superseded,
    law_of_other_region,
    other_region_named,
    other_service_named,
    tariff_of_old_rule,
)
