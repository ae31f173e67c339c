"""What rules say is short, plain Indonesian that tells what is wrong and what to do."""

import re

import pytest

from sopbatch.rules import ALL_RULES, Rule

MOST_WORDS = 30
FOREIGN = re.compile(
    r"\b(parse|parsing|input|inputs|field|fields|cell|cells|file|files|sheet|error|errors|warning|"
    r"default|string|null|invalid|valid|update|email|link|upload|download|boolean|template|row|"
    r"column|check|node|step|steps|bug|crash|value|integer|regex|token|list|item|checklist|"
    r"submit|upload|deadline|button|klik|range|merge|hidden)\b",
    re.IGNORECASE,
)
RULES_BY_CODE = [pytest.param(rule, id=rule.code) for rule in ALL_RULES]


def _sentences(text: str) -> list[str]:
    """Sentences of a text; points of abbreviations and numbers do not end one."""
    quoted = re.sub(r"“[^”]*”", "“x”", text)
    return [part for part in re.split(r"(?<=[a-z”)}]{2})[.;:!?](?:\s|$)", quoted) if part.strip()]


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_words_of_a_rule_are_whole_sentences(rule: Rule):
    for text in (rule.sentence, rule.advice, rule.reason):
        assert text == " ".join(text.split())
        assert text[-1] in ".!?”"
        assert text[0].isupper() or text[0] in "“{"


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_no_sentence_is_longer_than_thirty_words(rule: Rule):
    for text in (rule.sentence, rule.advice, rule.reason):
        assert [part for part in _sentences(text) if len(part.split()) > MOST_WORDS] == []


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_no_foreign_or_technical_word_is_used(rule: Rule):
    texts = (rule.sentence, rule.advice, rule.reason)
    plain = [re.sub(r"\{\w+\}", "", text) for text in texts]
    assert [found.group() for text in plain for found in FOREIGN.finditer(text)] == []


@pytest.mark.parametrize("rule", RULES_BY_CODE)
def test_a_reason_is_given_and_placeholders_are_named(rule: Rule):
    assert len(rule.reason.split()) >= 5
    assert all(re.fullmatch(r"[a-z_]+", name) for name in rule.placeholders)
