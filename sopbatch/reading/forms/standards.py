"""A filled form of service standards becomes its record."""

from collections.abc import Iterable

from sopbatch.model import LegalCitation
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.reading.forms.filled import FilledForm, FilledSheet
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
    return Standards(
        government=head.text("government"),
        unit_code=head.text("unit_code"),
        unit_name=head.text("unit_name"),
        status=head.text("status"),
        services=services,
        decree_number=head.text("decree_number"),
        decree_date=head.date("decree_date"),
        former_decree=head.text("former_decree"),
        published=head.items("published"),
        published_at=head.text("published_at"),
        consulted=head.date("consulted"),
        consulted_place=head.text("consulted_place"),
        consulted_groups=head.items("consulted_groups"),
        consulted_notes=head.items("consulted_notes"),
        monitored=head.date("monitored"),
        surveyed=head.date("surveyed"),
        survey_value=head.text("survey_value"),
        pledge=head.text("pledge"),
        pledge_date=head.date("pledge_date"),
        place=head.text("place"),
        signatory_position=head.text("signatory_position"),
        signatory_name=head.text("signatory_name"),
        signatory_rank=head.text("signatory_rank"),
        signatory_nip=head.nip("signatory_nip"),
    )


def _says(sheet: FilledSheet) -> bool:
    return any(sheet.texts.values()) or any(sheet.lists.values())


def _service(form: FilledForm, sheet: FilledSheet) -> ServiceStandard:
    promised = parse_service_times(sheet.items("times"), form.settings)
    fees = sheet.items("fees")
    name = sheet.text("name")
    return ServiceStandard(
        part=sheet.part,
        name=name,
        key=name_key(name),
        requirements=sheet.items("requirements"),
        procedure=sheet.items("procedure"),
        times=promised.times,
        fees=parse_fees(fees),
        products=sheet.items("products"),
        channels=parse_channels(sheet.items("channels")),
        legal_basis=sheet.citations("legal_basis"),
        facilities=sheet.items("facilities"),
        competence=sheet.items("competence"),
        supervision=sheet.items("supervision"),
        staff=parse_staff(sheet.items("staff")),
        guarantee=sheet.items("guarantee"),
        safety=sheet.items("safety"),
        evaluation=sheet.items("evaluation"),
        hours=sheet.items("hours") + promised.hours,
        validity=sheet.text("validity"),
        fee_basis=sheet.citations("fee_basis") + _cited(fees),
        answer_times=parse_service_times(sheet.items("answer_times"), form.settings).times,
        sops=sheet.items("sops"),
    )


def _cited(fees: Iterable[str]) -> tuple[LegalCitation, ...]:
    """Regulations that set a tariff, named where the tariff stands."""
    cited = (parse_citation(fee[start:]) for fee in fees for start in find_types(fee)[:1])
    return tuple(one for one in cited if one.type and one.number and one.year)
