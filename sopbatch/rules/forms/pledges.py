"""Rules about how standards are set, published and promised: decree, maklumat, days."""

import re
from collections.abc import Iterator

from sopbatch.model import Place, Problem
from sopbatch.rules.forms.services import ONLY, standards_of, when_due
from sopbatch.rules.rule import ERROR, INFO, WARNING, FormCase, Rule, form_rule
from sopbatch.text.blank import blank
from sopbatch.text.names import folded
from sopbatch.text.words import long_date

PLEDGE_REASON = (
    "Sejalan dengan PermenPAN-RB 15/2014: maklumat memuat janji melayani sesuai dengan standar, "
    "kewajiban memperbaiki pelayanan, dan kesediaan menerima sanksi."
)
PROMISE = re.compile(
    r"sanggup|berjanji|berkomitmen|bertekad|siap (?:memberikan|menyelenggarakan|melayani)"
    r"|(?:menyelenggarakan|memberikan|melaksanakan|melayani).{0,80}(?:sesuai|standar)"
)
SANCTION = re.compile(r"sanksi|kompensasi|hukuman|ganti rugi")
IMPROVEMENT = re.compile(r"perbaik|memperbaiki|menyempurnakan|peningkatan|meningkatkan|inovasi")

WANTED = (
    ("janji melayani sesuai dengan standar", PROMISE),
    ("kesediaan menerima sanksi", SANCTION),
)


@form_rule(
    "V-07",
    ERROR,
    title="Maklumat belum lengkap",
    sentence="Maklumat belum memuat {unsur}.",
    advice="Tambahkan unsur itu, atau kosongkan isian ini untuk memakai naskah baku.",
    reason=PLEDGE_REASON,
    kinds=ONLY,
)
def pledge_incomplete(case: FormCase) -> Iterator[Problem]:
    """The promise, or the readiness to bear a sanction, is missing."""
    text = folded(standards_of(case).pledge)
    if blank(text):
        return
    lacking = [name for name, pattern in WANTED if not pattern.search(text)]
    if lacking:
        facts = {"unsur": " dan ".join(lacking)}
        yield Problem(Place("pledge"), facts, severity=when_due(case))


@form_rule(
    "V-19",
    INFO,
    title="Maklumat tanpa janji perbaikan",
    sentence="Maklumat belum memuat janji memperbaiki pelayanan terus-menerus.",
    advice=(
        "Tambahkan “memberikan pelayanan sesuai dengan kewajiban dan melakukan perbaikan secara "
        "terus-menerus”."
    ),
    reason=PLEDGE_REASON,
    kinds=ONLY,
)
def pledge_without_improvement(case: FormCase) -> Iterator[Problem]:
    """Promise and sanction may be there; the duty to improve is not."""
    text = folded(standards_of(case).pledge)
    if not blank(text) and not IMPROVEMENT.search(text):
        yield Problem(Place("pledge"))


@form_rule(
    "V-09",
    WARNING,
    title="Dipublikasikan tanpa nomor SK",
    sentence="Standar ini sudah dipublikasikan, tetapi nomor SK penetapannya belum ditulis.",
    advice="Isi Nomor SK penetapan dan Tanggal SK penetapan.",
    reason="Sejalan dengan PermenPAN-RB 15/2014: standar ditetapkan, lalu dipublikasikan.",
    kinds=ONLY,
)
def published_without_decree(case: FormCase) -> Iterator[Problem]:
    """The public can read it, and no decree sets it."""
    standards = standards_of(case)
    published = standards.published or not blank(standards.published_at)
    if published and blank(standards.decree_number):
        yield Problem(Place("decree_number"))


@form_rule(
    "V-20",
    WARNING,
    title="Maklumat mendahului penetapan standar",
    sentence="Tanggal maklumat {maklumat} mendahului Tanggal SK penetapan {sk}.",
    advice="Periksa kedua tanggalnya; maklumat diterbitkan setelah standar ditetapkan.",
    reason=(
        "UU 25/2009, Pasal 22: maklumat menyatakan kesanggupan melayani sesuai dengan standar "
        "pelayanan."
    ),
    kinds=ONLY,
)
def pledge_before_decree(case: FormCase) -> Iterator[Problem]:
    """What is promised must have been set."""
    standards = standards_of(case)
    pledged, decreed = standards.pledge_date.value, standards.decree_date.value
    if pledged and decreed and pledged < decreed:
        facts = {"maklumat": long_date(pledged), "sk": long_date(decreed)}
        yield Problem(Place("pledge_date"), facts)


PLEDGE_RULES: tuple[Rule, ...] = (
    pledge_incomplete,
    pledge_without_improvement,
    published_without_decree,
    pledge_before_decree,
)
