"""Whether a name is another one with some of its words told by their first letters."""


def says_by_initials(short: str, whole: str) -> bool:
    """Whether two folded names have the same words, but for runs of them told by initials.

    “verifikasi rancangan pd” is “verifikasi rancangan perangkat daerah”; each run has two words or
    more, and something is written out.
    """
    left, right = short.split(), whole.split()
    at, spelt = 0, 0
    for word in left:
        if right[at : at + 1] == [word]:
            at, spelt = at + 1, spelt + 1
            continue
        run = right[at : at + len(word)]
        if len(word) < 2 or len(run) < len(word) or any(map(_differs, word, run)):
            return False
        at += len(word)
    return at == len(right) and spelt > 0


def _differs(letter: str, word: str) -> bool:
    return word[:1] != letter
