"""Who issues regulations: names as cited in, codes in daily use and regions out."""

import re
from collections.abc import Mapping

from sopbatch.text.alike import slips

REGIONAL = frozenset(
    {"PERDA", "PERGUB", "PERBUP", "PERWALI", "KEPGUB", "KEPBUP", "KEPWALI", "INGUB"}
)
"""Types that are issued by a region."""

_MINISTRIES = {
    "PANRB": "pendayagunaan aparatur negara dan reformasi birokrasi|pendayagunaan aparatur negara"
    "|pemberdayaan aparatur negara dan reformasi birokrasi|pendayagunaan aparatur negara dan rb"
    "|pan dan rb|pan rb|panrb|pan",
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
    "KUMHAM": "hukum dan hak asasi manusia|hukum dan ham|kumham"
    "|kehakiman dan hak asasi manusia|kehakiman dan ham",
    "HUKUM": "hukum|kum",
    "HAN": "pertahanan dan keamanan|pertahanan|hankam|han",
    "LU": "luar negeri|lu",
    "POLHUKAM": "koordinator bidang politik hukum dan keamanan|kopolhukam|polhukam",
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
    "KUKM": "koperasi dan usaha kecil dan menengah|koperasi dan usaha kecil menengah"
    "|koperasi dan ukm|kop dan ukm|kop ukm|kukm",
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
MINISTRY_NAMES = "|".join(_MINISTRIES.values())
BODY_NAMES = "|".join(_BODIES.values())
BODY_SHORT = "|".join(
    name for forms in _BODIES.values() for name in forms.split("|") if " " not in name
)
MINISTRY_WORDS = "|".join(
    name for forms in _MINISTRIES.values() for name in forms.split("|") if " " not in name
)

_SHORT_KINDS = (
    (re.compile(r"\bpro(?:v\b\.?|[vp]insi)", re.IGNORECASE), "Provinsi"),
    (re.compile(r"\bkab(?:\b\.?|upaten)", re.IGNORECASE), "Kabupaten"),
)
_OFFICE = re.compile(rf"(?:menteri\b|men(?=(?:{MINISTRY_WORDS})\b)|gubernur\b) ?", re.IGNORECASE)
_REGION = re.compile(
    r"\b(?:Provinsi|Kabupaten|Kota(?! Administrasi))((?: (?!tahun|dan|nomor|dengan|yang|sebagai"
    r"|atas|untuk|dalam|pada|serta)[^\W\d_][\w'-]*){1,4})",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 6
"""A shorter name is another one with a letter changed."""
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
        named = _body_or_words(words)
        return re.sub(r"^(?:kepala|ketua) ", "", named, flags=re.IGNORECASE)
    return _body_or_words(words) if type_ == "SE" else ""


def _body_or_words(words: str) -> str:
    """The code of a body, or who issued it as written."""
    code = _coded(re.sub(r"^(?:kepala|ketua) ", "", words, flags=re.IGNORECASE), _BODY_CODES)
    return code if code in _BODIES else words


def _coded(words: str, names: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """Code of the ministry or body; "?" when more than one is named; unknown ones as written."""
    plain = " ".join(re.sub(r"[^\w]", " ", words.lower().replace("&", " dan ")).split())
    plain = re.sub(r"^negara (?=\w)|\b(?:republik indonesia|ri)\b", "", plain).strip()
    plain = re.sub(r"^lembaga (?=lkpp\b)", "", plain)
    for pattern, code in names:
        if found := pattern.match(plain):
            return "?" if plain[found.end() :].strip() else code
    return _misspelt(plain, names) or words


def _misspelt(plain: str, names: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """Code of the one whose name it is but for a slip, or two in a name of words; "" for none."""
    if len(plain) < _FEWEST_LETTERS:
        return ""
    most = 2 if plain.count(" ") > 1 else 1
    spelt = ((pattern.pattern.removesuffix(r"\b"), code) for pattern, code in names)
    near = {code for name, code in spelt if slips(plain, name, most) <= most}
    return near.pop() if len(near) == 1 else ""


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
