"""Form of the steps of drafting SOPs, version 1: who wrote, discussed, mended, validated, ratified.

Validation goes up three tiers (Eselon IV, III, II); where the bureaucracy was simplified, the
successors of these offices stand in their places.
"""

from dataclasses import dataclass, replace

from sopbatch.schema.common_fields import NUMBER, TITLE, UNIT_CODE, UNIT_NAME, day, own, person
from sopbatch.schema.fields import Field, FieldGroup, FieldKind, TableSheet
from sopbatch.schema.kinds import FieldSheet, Kind


@dataclass(frozen=True, slots=True)
class DraftingStep:
    """A step on the way of an SOP."""

    key: str
    name: str
    """What people call it, in lower case."""
    by: str
    """Heading over the name of who did it."""
    who: str
    """Who may do it, for the prompt."""
    optional: bool = False
    """Whether an SOP may go on without it."""

    @property
    def day_key(self) -> str:
        """Key of its date."""
        return f"{self.key}_on"

    @property
    def by_key(self) -> str:
        """Key of the name."""
        return f"{self.key}_by"


STEPS = (
    DraftingStep("drafted", "penyusunan", "Penyusun", "Nama ketua tim penyusun."),
    DraftingStep(
        "discussed", "pembahasan", "Pemimpin pembahasan", "Nama pejabat yang memimpin pembahasan.",
    ),
    DraftingStep(
        "mended", "perbaikan", "Yang memperbaiki", "Nama yang memperbaiki rancangan.", True,
    ),
    DraftingStep(
        "first", "validasi pertama", "Validator pertama",
        "Nama pejabat pengawas (eselon IV), atau ketua tim kerja yang menggantikannya.", True,
    ),
    DraftingStep(
        "second", "validasi kedua", "Validator kedua", "Nama pejabat administrator (eselon III).",
    ),
    DraftingStep(
        "third", "validasi ketiga", "Validator ketiga",
        "Nama pejabat pimpinan tinggi pratama (eselon II).", True,
    ),
    DraftingStep(
        "ratified", "pengesahan", "Pejabat yang mengesahkan",
        "Nama kepala perangkat daerah yang mengesahkan.",
    ),
)  # fmt: skip
"""In their order."""
DAYS = (
    *("2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"),
    *("2026-02-09", "2026-02-16", "2026-02-23"),
)
"""Examples of their days, one after the other."""

HEAD = FieldSheet(
    key="head",
    sheet="Umum",
    title="Tahap penyusunan SOP",
    subtitle="Dari penyusunan, pembahasan, dan validasi berjenjang sampai pengesahan",
    named_by="unit_code",
    groups=(
        FieldGroup(
            "Perangkat daerah",
            own(
                "ps",
                UNIT_CODE,
                UNIT_NAME,
                day(
                    "as_of",
                    "Keadaan per tanggal",
                    "Hari ketika tahap-tahap ini dicatat, misalnya 30 Oktober 2026.",
                    "2026-06-30",
                ),
                replace(
                    person("reporter", "pencatat", "Dicatat oleh", "Nama yang mencatat."),
                    advised=True,
                ),
            ),
        ),
    ),
)
ROWS = TableSheet(
    key="rows",
    sheet="Penyusunan",
    title="Tahap penyusunan setiap SOP",
    help="Satu SOP satu baris. Isi tanggal dan nama hanya untuk tahap yang sudah dilalui.",
    columns=(
        *own(
            "ps",
            NUMBER,
            replace(
                TITLE,
                label="Nama SOP",
                prompt="Seperti pada rencana SOP.",
                variants=("Judul SOP", "Prosedur", "SOP AP"),
                width=38,
                example=("Pembinaan Tata Naskah Dinas",),
            ),
        ),
        *(
            field
            for step, day_done in zip(STEPS, DAYS, strict=True)
            for field in (
                Field(
                    step.day_key,
                    f"ps_{step.key}_tanggal",
                    f"Tanggal {step.name}",
                    "Tanggal tahap ini selesai; kosongkan jika belum.",
                    FieldKind.DATE,
                    width=19,
                    example=(day_done,),
                ),
                Field(
                    step.by_key,
                    f"ps_{step.key}_oleh",
                    step.by,
                    step.who,
                    width=19,
                    example=("Dewi Anggraini, S.E.",),
                ),
            )
        ),
    ),
    rows=16,
)
DRAFTING = Kind(
    code="PENYUSUNAN",
    version=1,
    name="tahap penyusunan SOP",
    title="Formulir Tahap Penyusunan SOP",
    purpose=(
        "Tahap yang sudah dilalui setiap SOP yang sedang disusun. Tidak wajib; satu berkas untuk "
        "satu perangkat daerah."
    ),
    file_name="Template_Tahap_Penyusunan_SOP.xlsx",
    example_name="Contoh_Tahap_Penyusunan_SOP.xlsx",
    steps=(
        "Buka lembar Umum, lalu isi perangkat daerah dan tanggal pencatatannya.",
        (
            "Buka lembar Penyusunan. Untuk setiap SOP, isi tanggal dan nama pada tahap yang sudah "
            "dilalui; tahap berikutnya dibiarkan kosong."
        ),
        (
            "Perbaikan, validasi pertama, dan validasi ketiga boleh dilewati jika tidak ada dalam "
            "susunan perangkat daerah Anda."
        ),
        "Simpan, lalu kirimkan berkas ini kepada Biro Organisasi setiap kali satu tahap selesai.",
    ),
    sheets=(HEAD, ROWS),
    by_labels=8,
)
