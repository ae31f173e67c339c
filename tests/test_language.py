"""What people read is short, plain, formal Indonesian that tells what is wrong and what to do."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from string import Formatter

import pytest

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.rules import Rule
from sopbatch.schema.citations import NOT_SEEN, SOURCES
from sopbatch.schema.terms import TERMS
from tests.sentences import ROOT, Said, declared, printed, written

MOST_WORDS = 30
MOST_TITLE_WORDS = 8
FOREIGN = re.compile(
    r"\b(parse|parsing|inputs?|fields?|cells?|files?|sheets?|worksheets?|workbooks?|errors?|"
    r"warnings?|findings?|default|string|null|invalid|valid|update|updated|e-?mail|links?|upload|"
    r"download|boolean|templates?|rows?|columns?|check|checklist|node|steps?|bug|crash|values?|"
    r"integer|regex|token|list|items?|submit|deadline|buttons?|range|merge|hidden|flag|cache|"
    r"path|directory|filename|encoding|unicode|byte|traceback|exception|timeout|worker|thread|"
    r"batch|hash|metadata|index|status code|offset|query|database|drop-?down|sheet|spasi ganda)\b",
    re.IGNORECASE,
)
ALLOWED = re.compile(
    r"“[^”]*”|\((?:Unhide|Unmerge Cells|Edit Links|Paste Special > Values)\)|sopbatch [a-z]+|"
    r"--[a-z-]+|\S+\.(?:xlsx|log|txt)|Google Sheets|Bila (?:Ya|Tidak)"
)
"""Quotations, menus of the English Excel, commands and names of files."""
POLITE = "mohon|silahkan|silakan|harap"
"""Words of letters to an agency; forms and findings ask without them."""
INSTEAD = {term.gone: term.word for term in TERMS if term.gone} | {
    r"kepala (?:kolom|tabel)": "judul kolom",
    r"dimampatkan|pemampatan": "dikompresi",
    r"supaya": "agar",
    r"sesudah": "setelah",
    r"(?:di)?betulkan|dibetulkan": "perbaiki",
    r"belum mengirim satu (?:berkas|sop) pun": "kalimat tanpa menyalahkan",
    r"menahan sop|tidak (?:menahan|tertahan)": "SOP tetap dihitung lengkap",
    r"bawaan": "dari program, atau jika tidak diisi",
    r"bila": "jika",
    r"terdiri dari": "terdiri atas",
    r"opsional": "tidak wajib",
    r"karakter": "huruf",
    r"huruf besar": "huruf kapital",
    r"belum punya": "belum mempunyai",
    POLITE: "kalimat perintah biasa",
    r"anda salah|kesalahan anda|ceroboh|lalai": "kalimat tanpa menyalahkan",
    r"merubah": "mengubah",
    r"resiko": "risiko",
    r"aktifitas": "aktivitas",
    r"analisa": "analisis",
    r"di karenakan|dikarenakan": "karena",
    r"nggak|gak|kalo|bikin|cuma|kayak": "kata baku",
}
"""Each thing has one name, and each word its standard form."""
_VERBS = """
arahkan awali bagi beri biarkan buka bedakan cocokkan evaluasi ganti gabungkan gunakan hapus hubungi
isi kembalikan ketik kirim kosongkan lengkapi letakkan minta naikkan perbaiki periksa pecah pilih
pindahkan pisahkan rencanakan ringkas salin samakan sesuaikan simpan singkat susun tambahkan
tampilkan tulis ubah urutkan
"""
VERBS_FIRST = frozenset(_VERBS.split())
NOTHING_TO_DO = ("Anda tidak perlu", "Jika ", "SOP ini tetap", "Baris itu boleh", "Di Numbers")
"""How else an advice begins: nothing must be done, or it depends."""
RULES_BY_CODE = [pytest.param(rule, id=rule.code) for rule in ALL_RULES]


def _sentences(text: str) -> list[str]:
    """Sentences of a text; points of abbreviations and numbers do not end one."""
    quoted = re.sub(r"“[^”]*”", "“x”", text)
    return [part for part in re.split(r"(?<=[a-z”)}]{2})[.;:!?](?:\s|$)", quoted) if part.strip()]


def _plain(text: str) -> str:
    return re.sub(r"\{\w+\}", "…", ALLOWED.sub("…", text))


def _told(found: Iterable[tuple[Said, object]]) -> list[str]:
    return [f"{said.where}: {why} in {said.text!r}" for said, why in found]


LAST_FACTS = (" {petunjuk}", " {berikut}", ": “{petunjuk}”")
"""Facts that bring the full stop of a sentence with them."""


def test_declared_texts_are_whole_sentences():
    wrong = [
        (said, "no whole sentence")
        for said in declared()
        if said.text != " ".join(said.text.split())
        or not (said.text[:1].isupper() or said.text[:1] in ("“", "{") or said.text[:1].isdigit())
        or not said.text.endswith((".", "?", *LAST_FACTS))
    ]
    assert _told(wrong) == []


def test_no_sentence_is_longer_than_thirty_words():
    long = [
        (said, f"{len(part.split())} words")
        for said in (*declared(), *written())
        for part in _sentences(said.text)
        if len(part.split()) > MOST_WORDS
    ]
    assert _told(long) == []


def test_no_foreign_or_technical_word_is_used():
    found = [
        (said, match.group())
        for said in (*declared(), *written())
        for match in FOREIGN.finditer(_plain(said.text))
    ]
    assert _told(found) == []


@pytest.mark.parametrize("other", INSTEAD, ids=INSTEAD.values())
def test_each_thing_has_one_name(other: str):
    named = re.compile(rf"\b(?:{other})\b", re.IGNORECASE)
    found = [
        (said, match.group())
        for said in (*declared(), *written())
        for match in named.finditer(_plain(said.text))
    ]
    assert _told(found) == []


@pytest.mark.parametrize("other", set(INSTEAD) - {POLITE})
def test_documents_and_letters_keep_to_the_same_words(other: str):
    named = re.compile(rf"\b(?:{other})\b", re.IGNORECASE)
    found = [(said, match.group()) for said in printed() for match in named.finditer(said.text)]
    found += [(said, match.group()) for said in printed() for match in FOREIGN.finditer(said.text)]
    assert _told(found) == []


GUIDES = sorted((ROOT.parent / "docs").glob("[ip]*.md"))
"""What users read on paper or screen; architecture and ledger are for developers and auditors."""
NO_PROSE_IN_DOCS = re.compile(r"```.*?```|<!--.*?-->|`[^`]*`|\]\([^)]*\)|\|", re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_guides_keep_to_the_same_words(guide: Path):
    prose = _plain(NO_PROSE_IN_DOCS.sub("…", guide.read_text(encoding="utf-8")))
    names = [re.compile(rf"\b(?:{other})\b", re.IGNORECASE) for other in INSTEAD]
    found = [match.group() for named in (FOREIGN, *names) for match in named.finditer(prose)]
    assert found == []


def test_all_guides_are_read():
    assert [path.stem for path in GUIDES] == [
        *(
            "isian",
            "istilah",
            "panduan-biro-organisasi",
            "panduan-nasional",
            "panduan-perangkat-daerah",
        ),
        *("panduan-pimpinan", "panduan-surel", "pekan-pertama", "pemasangan"),
    ]


def test_a_term_is_declared_once_and_is_no_word_that_is_gone():
    assert max(Counter(term.word for term in TERMS).values()) == 1
    for term in TERMS:
        assert term.meaning[:1].islower()
        assert term.meaning[-1:] != "."
        assert not [other for other in INSTEAD if re.fullmatch(other, term.word)]


def test_punctuation_is_that_of_the_spelling_guide():
    slips = re.compile(r" [,.;:?!](?!\w|\.)|,,|[a-z]\.\.(?!\.)|\s{2,}\S|[a-z],[a-z]|[\"‘’]")
    found = [
        (said, repr(match.group()))
        for said in declared()
        for match in slips.finditer(_plain(said.text))
    ]
    assert _told(found) == []


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_an_advice_says_what_to_do(rule: Rule):
    first = re.sub(r"\W", "", rule.advice.split()[0]).lower()
    asked = first in VERBS_FIRST or rule.advice.startswith(NOTHING_TO_DO)
    assert asked or rule.advice.startswith("{petunjuk} Isian")


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_a_reason_is_given_and_placeholders_are_named(rule: Rule):
    assert len(rule.reason.split()) >= 5
    assert "{" not in rule.reason
    facts = [name for _, name, _, _ in Formatter().parse(rule.sentence + rule.advice) if name]
    assert all(re.fullmatch(r"[a-z_]+", fact) for fact in facts)


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_a_title_names_the_problem_in_a_few_words(rule: Rule):
    assert rule.title == " ".join(rule.title.split())
    assert rule.title[:1].isupper() or rule.title[:1] == "“"
    assert rule.title[-1:] not in (".", ":")
    assert 2 <= len(rule.title.split()) <= MOST_TITLE_WORDS
    assert "{" not in rule.title


CITED = re.compile(
    r"\b((?:PermenPAN-RB|Permendagri|Pergub|Perpres|PP|UU) (?:Nomor )?\d+[^,:;. ]*)"
    r"(?:, ((?:prinsip [a-z]+(?: dan [a-z]+| hukum)?)|(?:[A-Z]\w*(?: (?:dan )?[A-Z0-9]\w*)*)))?"
)
ANNEXED = "PermenPAN-RB 35/2012"
"""Its rules stand in its annex, its articles only put the annex into force."""


def _parts(named: str) -> list[str]:
    return (
        [f"Pasal{part}".removesuffix(" dan ") for part in named.split("Pasal")[1:]]
        if "Pasal" in named
        else [named]
    )


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_a_reason_cites_a_listed_regulation_and_a_listed_part_of_it(rule: Rule):
    for found in CITED.finditer(rule.reason):
        (source,) = (source for source in SOURCES if source.short == found[1])
        named = [part.name for part in source.parts]
        assert found[2] is None or all(part in named for part in _parts(found[2]))
        if source.short == ANNEXED:
            assert rule.reason[: found.start()].endswith("Lampiran ")
            assert found[2] or "menetapkan unsur" in rule.reason


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_what_no_regulation_says_is_not_said_in_its_name(rule: Rule):
    """A sentence is of one origin: of a regulation, of custom, or of the form."""
    for sentence in re.split(r"(?<=[a-z])[.;] ", rule.reason):
        custom = sentence.startswith(("Kelaziman", "kelaziman", "Ketentuan formulir"))
        assert not (custom and CITED.search(sentence))


def test_each_source_is_named_in_full_and_leaned_on():
    for source in SOURCES:
        kind, number = source.short.rsplit(" ", maxsplit=1)
        assert kind
        assert re.fullmatch(r"\d+/\d{4}", number)
        assert "Nomor {} Tahun {}".format(*number.split("/")) in source.title
        assert " tentang " in source.title
        assert any(source.short in rule.reason for rule in ALL_RULES)


def test_a_part_of_an_annex_tells_where_it_stands_or_that_nobody_could_tell():
    for source in SOURCES:
        for part in source.parts:
            assert part.name.startswith("Pasal") or part.place
            assert part.place in ("", NOT_SEEN) or part.seen


def test_the_source_is_read_at_all():
    assert len(list(declared())) > 600
    assert len(list(written())) > 600


def test_years_are_no_quantities():
    """Numbers have points between thousands, years have none."""
    rules = (Path(__file__).parents[1] / "docs/aturan.md").read_text(encoding="utf-8")
    assert re.findall(r"(?:tahun|misalnya|antara|dan|sejak) (?:1\.9|2\.0)\d\d\b", rules, re.I) == []
