"""A step that begins with a noun of activity, offered with its verb."""

from sopbatch.rules.basics.roles import begins_with_doer
from sopbatch.rules.data.roles import OBJECT_WORDS
from sopbatch.rules.data.verbs import VERB_OF
from sopbatch.text.names import folded, words

_STAGES = ("awal", "akhir", "lanjutan", "pertama", "kedua", "final", "sementara", "rutin")
"""Words that qualify a noun and no verb: “Pemeriksaan awal” is not “Memeriksa awal”."""
DONE = {"dilakukan": "melakukan", "dilaksanakan": "melaksanakan", "dibuat": "membuat"}
"""Verbs that say what is done, and who does it shows in the lane."""


def with_verb(activity: str) -> str:
    """The text with the verb of the noun it begins with: “Penyusunan jadwal” is “Menyusun jadwal”.

    Not of two nouns that are joined (“Penyusunan dan pencetakan”), nor within a list, nor where
    the noun is somebody's: “Persetujuan atasan” is what the superior does.
    """
    first, *rest = activity.split(maxsplit=1) or [""]
    follows = "".join(words(rest[0])[:1]) if rest else ""
    if follows in _STAGES and folded(first) in VERB_OF:
        return " ".join(("Melakukan", folded(first), *rest))
    verb = VERB_OF.get(folded(first), "") or DONE.get(folded(first), "")
    joined = rest and folded(rest[0]).split()[0] in ("dan", "atau", "serta", "&", "/")
    somebodys = rest and begins_with_doer(rest[0]) and words(rest[0])[0] not in OBJECT_WORDS
    return " ".join((verb.capitalize(), *rest)) if verb and not joined and not somebodys else ""
