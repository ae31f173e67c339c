"""The vocabulary of legal citations: words in, the type of a regulation and its issuer out.

Types and their order follow UU 12/2011 on legislation; issuers carry the codes in daily use.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

RANK: Mapping[str, int] = MappingProxyType(
    {"UUD": 1, "TAP": 2, "UU": 3, "PERPPU": 3, "PP": 4, "PERPRES": 5, "KEPPRES": 5, "INPRES": 6}
    | {"PERMEN": 7, "PERLEMBAGA": 7, "PERDIRJEN": 8, "KEPMEN": 8, "KEPLEMBAGA": 8, "INMEN": 8}
    | {"KEPDIRJEN": 8, "PERDA": 9, "PERGUB": 10, "PERBUP": 10, "PERWALI": 10, "KEPGUB": 11}
    | {"KEPBUP": 11, "KEPWALI": 11, "INGUB": 11, "PERDES": 12, "KEP": 12, "SE": 13, "SURAT": 14}
)
"""Type to its place in the customary order from higher to lower rank."""

REGIONAL = frozenset(
    {"PERDA", "PERGUB", "PERBUP", "PERWALI", "KEPGUB", "KEPBUP", "KEPWALI", "INGUB"}
)
"""Types that are issued by a region."""

_DECREE = r"(?:surat )?(?:keputusan|kep\.?|sk)"
_HEADS = r"kadis|kaban|kabiro|karo|kepsek|sekda|sekretaris|inspektur|dirut|bupati|panitera"
"""Short names of those who sign decrees."""
_DIRECTORATE = r"(?:direktur jenderal|direktorat jenderal|dirjen|ditjen)"
_BODY_WORDS = (
    r"badan|lembaga|komisi|dewan|mahkamah|jaksa|kejaksaan|kepolisian|kapolri|bank|otoritas|sekretaris"
    r"|rektor|direktur|deputi|inspektur|panglima|perpustakaan|arsip|ombudsman|dprd?"
)
_MINISTRIES = {
    "PANRB": "pendayagunaan aparatur negara dan reformasi birokrasi|pendayagunaan aparatur negara"
    "|pemberdayaan aparatur negara dan reformasi birokrasi|pan dan rb|pan rb|panrb|pan",
    "DAGRI": "dalam negeri|dalam negri|dagri",
    "KEU": "keuangan|keu",
    "PUPR": "pekerjaan umum dan perumahan rakyat|pupr",
    "PU": "pekerjaan umum|pu",
    "KES": "kesehatan|kes",
    "DIKDASMEN": "pendidikan dasar dan menengah|dikdasmen",
    "DIKBUDRISTEK": "pendidikan kebudayaan riset dan teknologi|dikbudristek",
    "DIKBUD": "pendidikan dan kebudayaan|dikbud",
    "RISTEKDIKTI": "riset teknologi dan pendidikan tinggi|ristekdikti",
    "DIKNAS": "pendidikan nasional|diknas",
    "KUMHAM": "hukum dan hak asasi manusia|hukum dan ham|kumham",
    "AGAMA": "agama|ag",
    "TAN": "pertanian|tan",
    "HUB": "perhubungan|hub",
    "NAKERTRANS": "tenaga kerja dan transmigrasi|nakertrans|akertrans",
    "NAKER": "ketenagakerjaan|tenaga kerja|naker|aker",
    "SOS": "sosial|sos",
    "LHK": "lingkungan hidup dan kehutanan|lhk",
    "LH": "lingkungan hidup|lh",
    "HUT": "kehutanan|hut",
    "ESDM": "energi dan sumber daya mineral|esdm",
    "KOMINFO": "komunikasi dan informatika|kominfo",
    "PERINDAG": "perindustrian dan perdagangan|perindag",
    "PERIN": "perindustrian|perin",
    "DAG": "perdagangan|dag",
    "KUKM": "koperasi dan usaha kecil dan menengah|koperasi dan ukm|kukm",
    "DESA": "desa pembangunan daerah tertinggal dan transmigrasi|desa pdtt|desa dan pdtt|desa pdt"
    "|desa",
    "ATR": "agraria dan tata ruang kepala badan pertanahan nasional"
    "|agraria dan tata ruang kepala bpn|agraria dan tata ruang"
    "|atr kepala bpn|atr bpn|atr",
    "KP": "kelautan dan perikanan|kp",
    "PPN": "perencanaan pembangunan nasional kepala badan perencanaan pembangunan nasional"
    "|perencanaan pembangunan nasional|ppn kepala bappenas|ppn bappenas|ppn",
    "BUMN": "badan usaha milik negara|bumn",
    "PPPA": "pemberdayaan perempuan dan perlindungan anak|pppa",
    "PORA": "pemuda dan olahraga|pora",
    "PAREKRAF": "pariwisata dan ekonomi kreatif|parekraf",
    "SESNEG": "sekretaris negara|sesneg",
}
_BODIES = {
    "BPS": "badan pusat statistik|bps",
    "LKPP": "lembaga kebijakan pengadaan barang jasa pemerintah"
    "|lembaga kebijakan pengadaan barang dan jasa pemerintah|lkpp",
    "ANRI": "arsip nasional republik indonesia|arsip nasional|anri",
    "BKN": "badan kepegawaian negara|bkn",
    "LAN": "lembaga administrasi negara|lan",
    "BPKP": "badan pengawasan keuangan dan pembangunan|bpkp",
    "BPK": "badan pemeriksa keuangan|bpk",
    "BNPB": "badan nasional penanggulangan bencana|bnpb",
    "BPOM": "badan pengawas obat dan makanan|badan pom|bpom",
    "BSSN": "badan siber dan sandi negara|bssn",
    "BIG": "badan informasi geospasial|big",
    "BPN": "badan pertanahan nasional|bpn",
    "BNN": "badan narkotika nasional|bnn",
    "BKKBN": "badan kependudukan dan keluarga berencana nasional|bkkbn",
    "BKPM": "badan koordinasi penanaman modal|bkpm",
    "BRIN": "badan riset dan inovasi nasional|brin",
    "BAPPENAS": "badan perencanaan pembangunan nasional|bappenas",
    "PERPUSNAS": "perpustakaan nasional|perpusnas",
    "KPK": "komisi pemberantasan korupsi|kpk",
    "KPU": "komisi pemilihan umum|kpu",
    "BAWASLU": "badan pengawas pemilihan umum|bawaslu",
    "KI": "komisi informasi pusat|komisi informasi|kip|ki",
    "ORI": "ombudsman",
    "SEKMA": "sekretaris mahkamah agung|sekma",
    "MA": "mahkamah agung",
    "MK": "mahkamah konstitusi",
    "KEJAKSAAN": "jaksa agung|kejaksaan agung|kejaksaan",
    "OJK": "otoritas jasa keuangan|ojk",
    "BI": "bank indonesia",
    "BPJSKES": "bpjs kesehatan|badan penyelenggara jaminan sosial kesehatan",
    "DJSN": "dewan jaminan sosial nasional|djsn",
    "POLRI": "kepolisian negara|kepolisian|polri|kapolri|kap|pol",
}
_PROVINCES = {
    "kaltim": "Kalimantan Timur",
    "kaltara": "Kalimantan Utara",
    "kalbar": "Kalimantan Barat",
    "kalteng": "Kalimantan Tengah",
    "kalsel": "Kalimantan Selatan",
    "jatim": "Jawa Timur",
    "jateng": "Jawa Tengah",
    "jabar": "Jawa Barat",
    "diy": "Daerah Istimewa Yogyakarta",
    "sumut": "Sumatera Utara",
    "sumbar": "Sumatera Barat",
    "sumsel": "Sumatera Selatan",
    "sulut": "Sulawesi Utara",
    "sulteng": "Sulawesi Tengah",
    "sulsel": "Sulawesi Selatan",
    "sultra": "Sulawesi Tenggara",
    "sulbar": "Sulawesi Barat",
    "ntb": "Nusa Tenggara Barat",
    "ntt": "Nusa Tenggara Timur",
    "babel": "Kepulauan Bangka Belitung",
    "kepri": "Kepulauan Riau",
}
_BODY_NAMES = "|".join(_BODIES.values())
_BODY_SHORT = "|".join(
    name for forms in _BODIES.values() for name in forms.split("|") if " " not in name
)
_MINISTRY_WORDS = "|".join(
    name for forms in _MINISTRIES.values() for name in forms.split("|") if " " not in name
)

_TYPES = (
    ("UUD", r"undang ?-? ?undang dasar|uud"),
    ("TAP", r"(?:ketetapan|tap) mpr"),
    ("PERPPU", r"peraturan pemerintah pengganti undang ?-? ?undang|perppu|perpu"),
    ("UU", r"undang ?-? ?undang|u\.?u"),
    ("PP", r"peraturan pemerintah|p\.?p"),
    ("PERPRES", r"per(?:aturan|\.) presiden|perpres"),
    ("KEPPRES", r"keputusan presiden|kepp?res"),
    ("INPRES", r"instruksi presiden|inpres"),
    ("PERDIRJEN", rf"peraturan {_DIRECTORATE}|per ?dirjen"),
    ("PERDIRJEN", r"peraturan(?= dj(?:bc|p|pb|kn|pk|pu|a)\b)"),
    ("KEPDIRJEN", rf"{_DECREE} {_DIRECTORATE}|kep ?dirjen"),
    ("PERMEN", r"peraturan (?:bersama )?(?:ke)?menteri(?:an)?(?: negara)?|permen|pmk|pma|pbm"),
    ("PERMEN", rf"per(?:aturan|\.) ?men(?=(?:{_MINISTRY_WORDS})\b)"),
    ("KEPMEN", rf"{_DECREE} (?:bersama )?(?:ke)?menteri(?:an)?(?: negara)?|kepmen|kmk|kma|skb"),
    ("KEPMEN", rf"{_DECREE} ?men(?=(?:{_MINISTRY_WORDS})\b)"),
    ("INMEN", rf"instruksi menteri|inmen|instruksi men(?=(?:{_MINISTRY_WORDS})\b)"),
    ("PERDA", r"peraturan daerah (?:khusus|istimewa)|perda(?:sus|is)|peraturan daerah|perda|qanun"),
    ("PERGUB", r"peraturan gubernur|pergub"),
    ("KEPGUB", rf"{_DECREE} gubernur|kepgub"),
    ("INGUB", r"instruksi gubernur|ingub"),
    ("PERBUP", r"peraturan bupati|perbup"),
    ("KEPBUP", rf"{_DECREE} bupati|kepbup"),
    ("PERWALI", r"peraturan wali ?kota|perwali|perwako|perwal"),
    ("KEPWALI", rf"{_DECREE} wali ?kota|kepwali"),
    ("PERLEMBAGA", rf"per(?=[ .-]{{0,2}}(?:{_BODY_SHORT})\b)"),
    ("PERLEMBAGA", r"peraturan (?:kepala|ketua|bersama)|perka|perlem|perban|pkpu|pojk|pbi"),
    ("PERLEMBAGA", r"perma|perja"),
    ("PERDES", r"peraturan (?:bersama kepala )?desa|perdes"),
    ("PERLEMBAGA", rf"peraturan(?= (?:{_BODY_WORDS})\b)"),
    ("PERLEMBAGA", rf"peraturan(?= (?:{_BODY_NAMES})\b)"),
    ("KEPLEMBAGA", rf"{_DECREE} (?:kepala|ketua)(?= (?:{_BODY_NAMES})\b)|kepka"),
    ("KEPLEMBAGA", rf"{_DECREE} kma(?:ri)?"),
    ("KEP", rf"{_DECREE} (?=(?:kepala|ketua|{_HEADS}|{_BODY_WORDS}|camat|lurah)\b)"),
    ("SE", r"surat edaran(?: bersama)?|s\.?e|sema"),
    ("SURAT", r"surat"),
)
_TYPE = re.compile(
    "|".join(
        rf"(?P<t{place}>{forms})" + r"(?:(?<=men)|(?<=\bper)|(?<= )|(?![^\W_]))"
        for place, (_, forms) in enumerate(_TYPES)
    ),
    re.IGNORECASE,
)
_WORDS = """
undang peraturan keputusan instruksi ketetapan surat edaran qanun pemerintah pengganti presiden
menteri gubernur bupati daerah kepala direktur jenderal bersama perppu perpres keppres inpres
perdirjen permen kepmen permendagri permenkeu permenpan permenkes perda pergub kepgub perbup
kepbup perwali perwako kepwali perka
"""
TYPE_WORDS = frozenset(_WORDS.split())
"""Words of the types, against which a misspelt one is held."""

_SHORT_KINDS = (
    (re.compile(r"\bpro(?:v\b\.?|[vp]insi)", re.IGNORECASE), "Provinsi"),
    (re.compile(r"\bkab(?:\b\.?|upaten)", re.IGNORECASE), "Kabupaten"),
)
_OFFICE = re.compile(rf"(?:menteri\b|men(?=(?:{_MINISTRY_WORDS})\b)|gubernur\b) ?", re.IGNORECASE)
_REGION = re.compile(
    r"\b(?:Provinsi|Kabupaten|Kota(?! Administrasi))((?: (?!tahun|dan|nomor|dengan|yang|sebagai"
    r"|atas|untuk|dalam|pada|serta)[^\W\d_][\w'-]*){1,4})",
    re.IGNORECASE,
)


_LAW_MARKER = re.compile(r"\s*(?:\d{1,2}\s+|(?:[A-Z]|[IVX]{2,5})[.)]\s*)")
_JOINT = re.compile(r" dan (?:menteri|kepala) |, menteri ", re.IGNORECASE)
_MARK_OF_NUMBER = re.compile(r" (?:PM|KM|PER|KEP)$")
"""What a ministry puts in front of its numbers: “Permenhub PM 60 Tahun 2019”."""


def _alternatives(names: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns with the longest name first, each with its code."""
    pairs = [(name, code) for code, forms in names.items() for name in forms.split("|")]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"{name}\b"), code) for name, code in pairs)


_MINISTRY_NAMES = _alternatives(_MINISTRIES)
_BODY_CODES = _alternatives(_BODIES)


def match_type(text: str) -> tuple[str, int] | None:
    """Type of the regulation named at the start of a straightened text, and where its name ends."""
    found = _TYPE.match(text)
    if not found or not found.lastgroup:
        return None
    return _TYPES[int(found.lastgroup[1:])][0], found.end()


def without_law_marker(text: str) -> str:
    """The text without a number or letter in front of a type: “1 Undang-Undang …”, “B. PP …”."""
    found = _LAW_MARKER.match(text)
    return text[found.end() :] if found and match_type(text[found.end() :]) else text


def find_types(text: str) -> tuple[int, ...]:
    """Places in the text where the name of a type begins a word."""
    return tuple(found.start() for found in _TYPE_IN_TEXT.finditer(text))


_TYPE_IN_TEXT = re.compile(rf"(?<![^\W_])(?<![/.-])(?:{_TYPE.pattern})", re.IGNORECASE)


def find_issuer(type_: str, phrase: str, title: str) -> str:
    """Issuer or region from the words between type and number, or the title; "?" when unclear."""
    words = phrase.strip(" .,:-")
    if type_ in REGIONAL:
        return _region(words) or _region_in_title(title)
    if type_ in ("PERMEN", "KEPMEN", "INMEN"):
        # Of a joint one all ministers are told as written.
        joint = _JOINT.search(words)
        return words if joint else _coded(_MARK_OF_NUMBER.sub("", words), _MINISTRY_NAMES) or "?"
    if type_ in ("PERLEMBAGA", "KEPLEMBAGA"):
        return _coded(words, _BODY_CODES) or "?"
    if type_ in ("PERDIRJEN", "KEPDIRJEN"):
        return re.split(r"\b(?:kementerian|departemen)\b", words.lower())[0].strip().upper() or "?"
    if type_ == "SE" and (office := _OFFICE.match(words)):
        rest = words[office.end() :]
        return _region(rest) if office.group().lower()[0] == "g" else _coded(rest, _MINISTRY_NAMES)
    if type_ == "KEP":
        return re.sub(r"^(?:kepala|ketua) ", "", words, flags=re.IGNORECASE)
    return words if type_ == "SE" else ""


def _coded(words: str, names: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """Code of the ministry or body; "?" when more than one is named; unknown ones as written."""
    plain = " ".join(re.sub(r"[^\w]", " ", words.lower().replace("&", " dan ")).split())
    plain = re.sub(r"^negara (?=\w)|\b(?:republik indonesia|ri)\b", "", plain).strip()
    plain = re.sub(r"^lembaga (?=lkpp\b)", "", plain)
    for pattern, code in names:
        if found := pattern.match(plain):
            return "?" if plain[found.end() :].strip() else code
    return words


def _region(words: str) -> str:
    """The region with its abbreviations written out ("Prov. Kaltim")."""
    for short, full in _SHORT_KINDS:
        words = short.sub(full, words)
    known = (_PROVINCES.get(word.lower().strip("."), word) for word in words.split())
    return " ".join(known).strip(" .,")


def _region_in_title(title: str) -> str:
    """The region named last in the title."""
    named = [found.group() for found in _REGION.finditer(_region(title))]
    return named[-1] if named else ""
