"""Long texts made short; what is cut ends in "…"."""


def one_line(text: str, limit: int) -> str:
    """The text in one line of at most `limit` characters."""
    return shortened(" ".join(text.split()), limit)


def quoted(text: str, limit: int = 60) -> str:
    """A user's text cut to fit into a sentence, line breaks as blanks."""
    return one_line(text, limit)


def shortened(text: str, limit: int) -> str:
    """The text cut to at most `limit` characters, between letters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def shortened_by_words(text: str, limit: int) -> str:
    """The text cut at a word's end to at most `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rpartition(" ")[0] + "…"


def shortened_in_units(text: str, limit: int) -> str:
    """The text cut to at most `limit` UTF-16 units, as Excel counts them."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * limit:
        return text
    return units[: 2 * (limit - 1)].decode("utf-16-le", "ignore") + "…"
