"""Regulations that were replaced, and by what: seed of the catalogue, kept up by hand.

Each entry follows the closing provisions of a later regulation, which is its source; the whole
list holds as of its date.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from sopbatch.model import Citation

LIST_DATE = date(2026, 11, 28)
"""The day on which the list was last gone through."""

Identity = tuple[str, str, str, int | None]


@dataclass(frozen=True, slots=True)
class Successor:
    """What to cite instead, in full."""

    text: str
    since: int
    """The year in which the old regulation ceased to hold, be it by one that is replaced itself."""
    revoked: bool = True
    """False: no provision revokes it, but its matter is regulated elsewhere now."""

    @property
    def state(self) -> str:
        """What became of the old regulation, as a sentence goes on."""
        if self.revoked:
            return f"sudah tidak berlaku sejak {self.since}"
        return "sudah lama; pokoknya kini diatur dalam peraturan lain"

    @property
    def source(self) -> str:
        """Where it is written that the old regulation holds no more."""
        return f"Ketentuan Penutup {self.text.split(' tentang ', maxsplit=1)[0]}"

    @property
    def identity(self) -> Identity:
        """As `LegalCitation.identity` of its text."""
        kind, _, rest = self.text.partition(" Nomor ")
        number, _, year, *_ = rest.split()
        return (*_KINDS[kind], number, int(year))


_KINDS = {
    "Undang-Undang": ("UU", ""),
    "Peraturan Pemerintah": ("PP", ""),
    "Peraturan Presiden": ("PERPRES", ""),
    "Peraturan Menteri PANRB": ("PERMEN", "panrb"),
    "Peraturan Menteri Dalam Negeri": ("PERMEN", "dagri"),
}


def _ministers(number: int, year: int, title: str, issuer: str = "PANRB") -> Successor:
    name = {"PANRB": "PANRB", "DAGRI": "Dalam Negeri"}[issuer]
    return Successor(f"Peraturan Menteri {name} Nomor {number} Tahun {year} tentang {title}", year)


REGIONAL_GOVERNMENT = Successor(
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", 2014
)
CIVIL_SERVICE = Successor("Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara", 2023)
AGENCIES = Successor("Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah", 2016)
PUBLIC_SERVICE = Successor("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", 2009)
PROCUREMENT = Successor(
    "Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah", 2018
)
FISCAL_RELATIONS = Successor(
    "Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat "
    "dan Pemerintahan Daerah",
    2022,
)
REGIONAL_FINANCE = Successor(
    "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah", 2019
)
REGIONAL_FINANCE_GUIDE = _ministers(77, 2020, "Pedoman Teknis Pengelolaan Keuangan Daerah", "DAGRI")
ACCOUNTABILITY = Successor(
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja "
    "Instansi Pemerintah",
    2014,
)
ACCOUNTABILITY_EVALUATION = _ministers(
    88, 2021, "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah"
)
SATISFACTION_SURVEY = _ministers(
    14, 2017, "Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik"
)
HEALTH = Successor("Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan", 2023)

_CATALOGUE: tuple[tuple[Citation, Successor], ...] = (
    (Citation("UU", "", "22", 1999), replace(REGIONAL_GOVERNMENT, since=2004)),
    (Citation("UU", "", "32", 2004), REGIONAL_GOVERNMENT),
    (Citation("UU", "", "8", 1974), replace(CIVIL_SERVICE, since=2014)),
    (Citation("UU", "", "43", 1999), replace(CIVIL_SERVICE, since=2014)),
    (Citation("UU", "", "5", 2014), CIVIL_SERVICE),
    (
        Citation("UU", "", "10", 2004),
        Successor(
            "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan",
            2011,
        ),
    ),
    (Citation("UU", "", "33", 2004), FISCAL_RELATIONS),
    (Citation("UU", "", "28", 2009), FISCAL_RELATIONS),
    (Citation("UU", "", "29", 2004), HEALTH),
    (Citation("UU", "", "36", 2009), HEALTH),
    (Citation("UU", "", "44", 2009), HEALTH),
    (Citation("UU", "", "36", 2014), HEALTH),
    (Citation("UU", "", "38", 2014), HEALTH),
    (Citation("UU", "", "4", 2019), HEALTH),
    (
        Citation("UU", "", "11", 2020),
        Successor(
            "Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti "
            "Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi Undang-Undang",
            2023,
        ),
    ),
    (Citation("PP", "", "8", 2003), replace(AGENCIES, since=2007)),
    (Citation("PP", "", "41", 2007), AGENCIES),
    (Citation("PP", "", "38", 2007), REGIONAL_GOVERNMENT),
    (
        Citation("PP", "", "65", 2005),
        Successor(
            "Peraturan Pemerintah Nomor 2 Tahun 2018 tentang Standar Pelayanan Minimal", 2018
        ),
    ),
    (Citation("PP", "", "58", 2005), REGIONAL_FINANCE),
    (
        Citation("PP", "", "6", 2006),
        Successor(
            "Peraturan Pemerintah Nomor 27 Tahun 2014 tentang Pengelolaan Barang Milik "
            "Negara/Daerah",
            2014,
        ),
    ),
    (
        Citation("PP", "", "53", 2010),
        Successor(
            "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil", 2021
        ),
    ),
    (
        Citation("PP", "", "46", 2011),
        Successor(
            "Peraturan Pemerintah Nomor 30 Tahun 2019 tentang Penilaian Kinerja Pegawai "
            "Negeri Sipil",
            2019,
        ),
    ),
    (
        Citation("PP", "", "46", 2014),
        Successor(
            "Peraturan Pemerintah Nomor 28 Tahun 2024 tentang Peraturan Pelaksanaan "
            "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan",
            2024,
        ),
    ),
    (Citation("PERPRES", "", "54", 2010), PROCUREMENT),
    (Citation("PERPRES", "", "70", 2012), PROCUREMENT),
    (Citation("INPRES", "", "7", 1999), ACCOUNTABILITY),
    (
        Citation("PERMEN", "PANRB", "21", 2008),
        _ministers(
            35,
            2012,
            "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
        ),
    ),
    (Citation("PERMEN", "PANRB", "36", 2012), _ministers(15, 2014, "Pedoman Standar Pelayanan")),
    (
        Citation("PERMEN", "PANRB", "12", 2011),
        _ministers(19, 2018, "Penyusunan Peta Proses Bisnis Instansi Pemerintah"),
    ),
    (Citation("PERMEN", "PANRB", "12", 2015), ACCOUNTABILITY_EVALUATION),
    (
        Citation("PERMEN", "PANRB", "33", 2011),
        _ministers(1, 2020, "Pedoman Analisis Jabatan dan Analisis Beban Kerja"),
    ),
    (Citation("PERMEN", "PANRB", "16", 2014), SATISFACTION_SURVEY),
    (Citation("KEPMEN", "PANRB", "25", 2004), replace(SATISFACTION_SURVEY, since=2014)),
    (Citation("KEPMEN", "PANRB", "26", 2004), replace(PUBLIC_SERVICE, revoked=False)),
    (Citation("KEPMEN", "PANRB", "63", 2003), replace(PUBLIC_SERVICE, revoked=False)),
    (
        Citation("PERMEN", "DAGRI", "54", 2009),
        _ministers(1, 2023, "Tata Naskah Dinas di Lingkungan Pemerintah Daerah", "DAGRI"),
    ),
    (
        Citation("PERMEN", "DAGRI", "11", 2020),
        _ministers(
            10,
            2024,
            "Pakaian Dinas Aparatur Sipil Negara di Lingkungan Kementerian Dalam Negeri "
            "dan Pemerintah Daerah",
            "DAGRI",
        ),
    ),
    (Citation("PERMEN", "DAGRI", "13", 2006), REGIONAL_FINANCE_GUIDE),
    (Citation("PERMEN", "DAGRI", "21", 2011), REGIONAL_FINANCE_GUIDE),
    (
        Citation("PERMEN", "DAGRI", "17", 2007),
        _ministers(19, 2016, "Pedoman Pengelolaan Barang Milik Daerah", "DAGRI"),
    ),
)

SUPERSEDED: Mapping[Identity, Successor] = MappingProxyType(
    {
        (old.type, old.issuer.casefold(), old.number, old.year): successor
        for old, successor in _CATALOGUE
    }
)
"""Identity of a replaced regulation (LegalCitation.identity) to what replaced it."""
