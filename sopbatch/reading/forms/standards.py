"""A filled form of service standards becomes its record."""

from collections.abc import Iterable

from sopbatch.model import LegalCitation
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.reading.forms.filled import FilledForm, FilledSheet
from sopbatch.reading.forms.records import record_of
from sopbatch.reading.values.channels import parse_channels
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.fees import parse_fees
from sopbatch.reading.values.regulations import find_types
from sopbatch.reading.values.service_times import parse_service_times
from sopbatch.reading.values.staff import parse_staff
from sopbatch.text.names import name_key


def standards_of(form: FilledForm) -> Standards:
    """The record of a filled form; sheets on which nothing was typed are no services."""
    head = form.sheet("head")
    services = tuple(_service(form, sheet) for sheet in form.sheets["service"] if _says(sheet))
    return record_of(Standards, head, services=services)


def _says(sheet: FilledSheet) -> bool:
    return any(sheet.texts.values()) or any(sheet.lists.values())


def _service(form: FilledForm, sheet: FilledSheet) -> ServiceStandard:
    promised = parse_service_times(sheet.items("times"), form.settings)
    fees = sheet.items("fees")
    return record_of(
        ServiceStandard,
        sheet,
        part=sheet.part,
        key=name_key(sheet.text("name")),
        times=promised.times,
        fees=parse_fees(fees),
        channels=parse_channels(sheet.items("channels")),
        staff=parse_staff(sheet.items("staff")),
        hours=sheet.items("hours") + promised.hours,
        fee_basis=sheet.citations("fee_basis") + _cited(fees),
        answer_times=parse_service_times(sheet.items("answer_times"), form.settings).times,
    )


def _cited(fees: Iterable[str]) -> tuple[LegalCitation, ...]:
    """Regulations that set a tariff, named where the tariff stands."""
    cited = (parse_citation(fee[start:]) for fee in fees for start in find_types(fee)[:1])
    return tuple(one for one in cited if one.type and one.number and one.year)
