"""Service standards, version 1: the sheet of one service, and which components it has."""

from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required
from sopbatch.schema.kinds import FieldSheet
from sopbatch.schema.standards_components import SERVICE_DELIVERY, SERVICE_MANAGEMENT

DELIVERY = ("requirements", "procedure", "times", "fees", "products", "channels")
"""Keys of the components of service delivery, which are published."""
MANAGEMENT = (
    *("legal_basis", "facilities", "competence", "supervision"),
    *("staff", "guarantee", "safety", "evaluation"),
)
COMPONENTS = (*DELIVERY, *MANAGEMENT)

ABOUT = FieldGroup(
    "Tentang layanan",
    (
        Field(
            "name",
            "ly_nama",
            "Nama layanan",
            "Nama layanan, tanpa kata “Standar Pelayanan” di depan.",
            required=Required.DRAFT,
            variants=(
                "Jenis layanan",
                "Jenis pelayanan",
                "Nama pelayanan",
                "Nama jenis pelayanan",
                "Layanan",
            ),
            max_length=150,
            example=("Penerbitan Rekomendasi Izin Rumah Sakit",),
        ),
        Field(
            "hours",
            "ly_jam",
            "Jam pelayanan",
            "Hari dan jam buka, bukan lamanya pelayanan, misalnya Senin–Kamis pukul 08.00–15.00.",
            FieldKind.LIST,
            required=Required.SUBMITTED,
            variants=("Jam layanan", "Jam kerja", "Hari dan jam pelayanan", "Jadwal pelayanan"),
            rows=3,
            max_length=200,
            advised=True,
            example=("Senin–Kamis pukul 08.00–15.00", "Jumat pukul 08.00–11.00"),
        ),
        Field(
            "sops",
            "ly_sop",
            "SOP yang digunakan",
            "Nomor atau Nama SOP yang dipakai untuk layanan ini, satu SOP satu baris.",
            FieldKind.LIST,
            required=Required.SUBMITTED,
            variants=("SOP", "SOP terkait", "Keterkaitan SOP"),
            rows=3,
            max_length=500,
            advised=True,
            example=("Penerbitan Rekomendasi Izin Rumah Sakit",),
        ),
    ),
)
SERVICE = FieldSheet(
    key="service",
    sheet="Layanan",
    title="Standar Pelayanan",
    subtitle="Satu lembar untuk satu layanan: 14 komponen menurut PermenPAN-RB 15/2014",
    named_by="name",
    repeats=True,
    spare=1,
    named_after=("standar pelayanan publik", "standar pelayanan"),
    groups=(ABOUT, SERVICE_DELIVERY, SERVICE_MANAGEMENT),
    words=(
        *("no", "komponen", "uraian", "komponen standar pelayanan", "keterangan"),
        *("komponen standar pelayanan publik", "standar pelayanan", "penyampaian layanan"),
        *("penyampaian pelayanan", "pengelolaan pelayanan", "pengelolaan layanan"),
        *("(service delivery)", "service delivery", "(manufacturing)", "manufacturing"),
        *("penyampaian pelayanan (service delivery)", "pengelolaan pelayanan (manufacturing)"),
        *("proses penyampaian pelayanan (service delivery)", "proses penyampaian pelayanan"),
        *("proses pengelolaan pelayanan di internal organisasi (manufacturing)",),
        *("komponen service delivery", "komponen manufacturing"),
    ),
)
