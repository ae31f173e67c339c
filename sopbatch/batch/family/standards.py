"""Service standards, joined."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sopbatch.batch.family.listed import filled, letterhead, typed
from sopbatch.batch.family.member import Document, Member, Values
from sopbatch.model import FormReading, Register
from sopbatch.model.standards import Standards
from sopbatch.rules.across.promises import PROMISE_RULES
from sopbatch.rules.forms.complaints import COMPLAINT_RULES
from sopbatch.rules.forms.pledges import PLEDGE_RULES
from sopbatch.rules.forms.sources import SOURCE_RULES
from sopbatch.rules.forms.standards import COMPONENT_RULES
from sopbatch.schema.standards import HEAD, SERVICE, STANDARDS

if TYPE_CHECKING:
    from sopbatch.reading.forms import FilledForm

COMPLAINTS: dict[str, tuple[str, ...]] = {
    "name": ("Pelayanan Pengaduan Masyarakat Bidang Kesehatan",),
    "hours": ("Senin–Kamis pukul 08.00–15.00", "Jumat pukul 08.00–11.00"),
    "sops": ("Pelayanan Pengaduan Masyarakat Bidang Kesehatan",),
    "requirements": (
        "Identitas pelapor, yang dirahasiakan",
        "Uraian kejadian, tempat, dan waktunya",
        "Bukti pendukung, jika ada",
    ),
    "procedure": (
        "Pelapor menyampaikan pengaduan melalui salah satu saluran",
        "Petugas memberi nomor pengaduan",
        "Bidang terkait memeriksa pengaduan",
        "Pelapor menerima jawaban tertulis",
    ),
    "times": (
        "Permintaan informasi: 1 hari kerja",
        "Pengaduan tanpa pemeriksaan lapangan: 5 hari kerja",
        "Pengaduan dengan pemeriksaan lapangan: 14 hari kerja",
    ),
    "fees": ("Tidak dipungut biaya",),
    "products": ("Jawaban tertulis atas pengaduan",),
    "channels": (
        "Meja pengaduan di lobi Dinas Kesehatan",
        "Telepon (0541) 555-0103",
        "Surel pengaduan@dinkes.contoh.example",
        "SP4N-LAPOR! www.lapor.go.id",
    ),
    "answer_times": ("Semua pengaduan dijawab pertama kali: 1 hari kerja",),
    "legal_basis": (
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik",
    ),
    "facilities": (
        "Ruang pengaduan yang tertutup",
        "Kursi prioritas dan jalur landai",
        "Komputer, telepon, dan jaringan internet",
    ),
    "competence": ("Mampu berkomunikasi dengan baik", "Memahami tata cara pengelolaan pengaduan"),
    "supervision": ("Sekretaris Dinas memeriksa buku pengaduan setiap minggu",),
    "staff": ("Petugas pengaduan: 2 orang", "Pemeriksa: 3 orang"),
    "guarantee": ("Pengaduan yang belum selesai pada waktunya diberitahukan sebab dan tenggatnya",),
    "safety": ("Identitas pelapor dirahasiakan", "Ruang pengaduan dilengkapi jalur evakuasi"),
    "evaluation": ("Survei kepuasan masyarakat satu kali dalam satu tahun",),
}
"""The second service of the example; the first one is what the fields give as examples."""


def example() -> Values:
    """A decided workbook of two services."""
    values = {**filled(HEAD, (), ()), **filled(SERVICE, (), ())}
    for field in SERVICE.fields:
        values |= typed(field, COMPLAINTS.get(field.key, ()), 2)
    return values


def build(form: "FilledForm") -> Standards:
    """The record of a filled form."""
    from sopbatch.reading.forms.standards import standards_of

    return standards_of(form)


def write(reading: FormReading, register: Register, logo: bytes) -> tuple[Document, ...]:
    """Tables, leaflets, maklumat, decree, list of services; minutes when a consultation is told."""
    from sopbatch.writing.standards.printing import (
        print_decree,
        print_leaflet,
        print_minutes,
        print_pledge,
        print_service_list,
        print_standard,
    )

    record = reading.told(Standards)
    head = letterhead(record, register, logo)
    if record.government:
        head = replace(head, government=record.government)
    made = [Document("SK Penetapan Standar Pelayanan.pdf", print_decree(record, head))]
    for service in record.services:
        called = service.name or f"Layanan {service.part}"
        table, leaflet = print_standard(record, service, head), print_leaflet(record, service, head)
        made.append(Document(f"Standar Pelayanan {called}.pdf", table))
        made.append(Document(f"Selebaran {called}.pdf", leaflet))
    made += [
        Document("Maklumat Pelayanan A4.pdf", print_pledge(record, head, "A4")),
        Document("Maklumat Pelayanan A3.pdf", print_pledge(record, head, "A3")),
    ]
    if record.consulted.value:
        minutes = print_minutes(record, head)
        made.append(Document("Berita Acara Forum Konsultasi Publik.pdf", minutes))
    day = record.decree_date.value or reading.received.first_seen
    made.append(Document("Daftar Layanan.pdf", print_service_list((record,), head, day)))
    return tuple(made)


MEMBER = Member(
    kind=STANDARDS,
    build=build,
    rules=(
        *(*COMPONENT_RULES, *COMPLAINT_RULES, *PLEDGE_RULES, *SOURCE_RULES),
        *PROMISE_RULES,
    ),
    example=example,
    write=write,
)
