"""What an officer can have meant: told by spelling within one meaning, never across meanings.

“Belum disahkan” is nearer to “Disahkan” than many a slip of it, and says the opposite. So words
are compared one by one: each is there, or is a slip of one that is.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest
from operator import itemgetter

from sopbatch.text.alike import alike, alike_in_any_order, slips
from sopbatch.text.names import folded, name_key, words

LONGEST_COMPARED = 500
"""Characters of a title or name that is searched for its like; comparing is slow in long texts."""
LIKE_TITLE = 80.0
"""Likeness in percent below which two titles are not compared word by word."""
SLIPS = ((9, 2), (5, 1))
"""Letters of a word, and how many slips of the key such a word may hold."""
FILLERS = frozenset(("dan", "di", "ke", "dari", "pada", "untuk", "dalam", "dengan", "yang", "ap"))
"""Words that may be missing from a title."""
UNLIKE = frozenset(("pengadaan", "pengaduan", "pelayanan", "pelayaran"))
"""Words that are one letter apart, yet each right."""
LONG_WORD = 6
"""Letters of a word from which one letter more or less is a slip, not another word."""
LABELS = frozenset(("sop", "status", "sifat", "bersifat", "jenis", "cakupan", "kegiatan", "simbol"))
"""Words of labels, which officers repeat in front of a choice."""


def is_slip(word: str, other: str, known: frozenset[str] = UNLIKE) -> bool:
    """Whether two words are equal but for slips of the key; words that are known are none."""
    if word == other:
        return True
    if {word, other} <= known or not (word.isalpha() and other.isalpha()):
        return False
    shorter = min(len(word), len(other))
    allowed = next((most for letters, most in SLIPS if shorter >= letters), 0)
    return 0 < slips(word, other, allowed) <= allowed


def one_letter_off(left: str, right: str) -> bool:
    """Whether two names differ by one letter (or two exchanged) of one long word."""
    pairs = [
        pair for pair in zip_longest(words(left), words(right), fillvalue="") if len({*pair}) > 1
    ]
    if len(pairs) != 1 or min(map(len, pairs[0])) < LONG_WORD:
        return False
    return all(word.isalpha() for word in pairs[0]) and slips(*pairs[0], 1) == 1


def all_meet(said: Iterable[str], others: Iterable[str], known: frozenset[str] = UNLIKE) -> bool:
    """Whether each word has its like among the others, each of which serves once."""
    left = list(others)
    for word in said:
        like = next((other for other in left if is_slip(word, other, known)), None)
        if like is None:
            return False
        left.remove(like)
    return True


def near_titles(left: str, right: str, known: frozenset[str] = UNLIKE) -> bool:
    """Whether two titles to compare (see `name_key`) differ in spelling only.

    Every word of one has its like in the other, fillers aside, so that "Surat Masuk" is never near
    "Surat Keluar". Short words, numerals and known words must be equal ("Triwulan I" and
    "Triwulan II", "Pengadaan" and "Pengaduan" differ).
    """
    if max(len(left), len(right)) > LONGEST_COMPARED:
        return left == right
    if alike_in_any_order(left, right, LIKE_TITLE) < LIKE_TITLE:
        return False
    said = [word for word in left.split() if word not in FILLERS]
    others = [word for word in right.split() if word not in FILLERS]
    return bool(said) and len(said) == len(others) and all_meet(said, others, known)


def choice_meant(typed: str, choices: Iterable[str]) -> str:
    """The choice that was misspelt, or named by some of its words; "" when none or several are."""
    if len(typed) > LONGEST_COMPARED:
        return ""
    said = [word for word in words(typed) if word not in LABELS]
    kept = tuple(choice for choice in choices if len(choice) <= LONGEST_COMPARED)
    joined = "".join(said)
    parted = [choice for choice in kept if joined and "".join(words(choice)) == joined]
    if len(parted) == 1:
        return parted[0]
    named = [choice for choice in kept if said and all_meet(said, words(choice))]
    # “SOP Mikro” is a slip away from Makro, and says Mikro.
    named = [choice for choice in named if {*said} <= {*words(choice)}] or named
    whole = [choice for choice in named if len(words(choice)) == len(said)]
    found = whole or named
    return found[0] if len(found) == 1 else ""


def title_meant(typed: str, titles: Iterable[str]) -> str:
    """The title that says the same in more or fewer words; "" when none or several do.

    “Pengelolaan Surat” says no more of “Surat Masuk” than of “Surat Keluar”, and “Pengelolaan
    Arsip” says another thing.
    """
    return Titles(titles).meant(typed)


class Titles:
    """Titles that may have been meant, ready to be asked for often."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles: list[tuple[str, list[str]]] = []
        self._with: dict[str, list[int]] = {}
        """Places of the titles that hold a word."""
        self._alike: dict[str, list[int]] = {}
        for title in titles:
            said = _said(title) if len(title) <= LONGEST_COMPARED else []
            if len(said) >= _TELLING:
                for word in {*said}:
                    self._with.setdefault(word, []).append(len(self._titles))
                self._titles.append((title, said))

    def meant(self, typed: str) -> str:
        """As title_meant."""
        own = _said(typed)
        if len(typed) > LONGEST_COMPARED or len(own) < _TELLING:
            return ""
        # The shorter of two titles has the like of each word in the longer one.
        met = Counter(place for word in own for place in self._places(word))
        found: dict[str, str] = {}
        for place in sorted(met):
            title, other = self._titles[place]
            if met[place] < min(len(own), len(other)):
                continue
            if _says_as_much(own, other) and not _adds(typed, title):
                found.setdefault(name_key(title), title)
        return next(iter(found.values())) if len(found) == 1 else ""

    def _places(self, word: str) -> list[int]:
        """Places of the titles that hold a word or its slip."""
        places = self._alike.get(word)
        if places is None:
            alike = (held for other, held in self._with.items() if is_slip(word, other))
            self._alike[word] = places = sorted({place for held in alike for place in held})
        return places


def nearest(text: str, choices: Iterable[str], score: float = 75.0) -> str:
    """The choice most like the text in letters and words; "" when none scores enough (0 to 100)."""
    if len(text) > LONGEST_COMPARED:
        return ""
    offered = (choice for choice in choices if 0 < len(choice) <= LONGEST_COMPARED)
    best = max(
        ((_likeness(text, choice), choice) for choice in offered), key=itemgetter(0), default=None
    )
    return best[1] if best and best[0] >= score and text.strip() else ""


def _likeness(left: str, right: str) -> float:
    pair = folded(left), folded(right)
    return max(alike(*pair), alike_in_any_order(*pair))


_TELLING = 2
"""Words from which a title tells which one it is."""


def _adds(typed: str, title: str) -> bool:
    """Whether a second subject was typed: “Surat Masuk dan Surat Keluar” is not “Surat Masuk”."""
    return bool({"dan", "serta"} & (set(words(typed)) - set(words(title))))


def _says_as_much(own: list[str], other: list[str]) -> bool:
    shorter, longer = sorted((own, other), key=len)
    return all_meet(shorter, longer)


def _said(title: str) -> list[str]:
    return [word for word in name_key(title).split() if word not in FILLERS]
