"""The ten aspects of transparent service of KEP/26/M.PAN/2/2004, and the words that tell them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TransparencyAspect:
    """An aspect and how an SOP tells it."""

    key: str
    name: str
    short: str
    """For a narrow column."""
    words: str = ""
    """Regular expression over what the SOP says; "" when fields of the form tell it."""


TRANSPARENCY: tuple[TransparencyAspect, ...] = (
    TransparencyAspect("procedure", "Prosedur pelayanan", "Prosedur"),
    TransparencyAspect(
        "requirements", "Persyaratan teknis dan administratif pelayanan", "Persyaratan"
    ),
    TransparencyAspect(
        "cost",
        "Rincian biaya pelayanan",
        "Biaya",
        r"biaya|tarif|retribusi|gratis|cuma-cuma|pnbp|tidak dipungut",
    ),
    TransparencyAspect("time", "Waktu penyelesaian pelayanan", "Waktu"),
    TransparencyAspect(
        "rights", "Hak dan kewajiban", "Hak dan kewajiban", r"hak|berhak|kewajiban|berkewajiban"
    ),
    TransparencyAspect(
        "officials", "Pejabat yang berwenang dan bertanggung jawab", "Pejabat berwenang"
    ),
    TransparencyAspect(
        "place",
        "Lokasi pelayanan",
        "Lokasi",
        r"lokasi|loket|alamat|ruang pelayanan|ruang layanan|tempat pelayanan|gedung|lantai"
        r"|mal pelayanan publik",
    ),
    TransparencyAspect(
        "promise",
        "Janji pelayanan",
        "Janji",
        r"maklumat(?: pelayanan)?|janji (?:pelayanan|layanan)|komitmen (?:pelayanan|layanan)",
    ),
    TransparencyAspect(
        "standard",
        "Standar pelayanan publik",
        "Standar pelayanan",
        r"standar (?:pelayanan|layanan)",
    ),
    TransparencyAspect(
        "information",
        "Informasi pelayanan",
        "Informasi",
        r"informasi (?:pelayanan|layanan)|papan (?:informasi|pengumuman)|pengumuman|brosur|leaflet"
        r"|laman|website|situs|media sosial|call center|pengaduan|layanan informasi",
    ),
)
