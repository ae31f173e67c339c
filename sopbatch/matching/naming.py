"""How files are named where several are told of at once."""

from collections import Counter
from collections.abc import Callable, Sequence

from sopbatch.model import Received
from sopbatch.text.shortening import quoted


def _file_name(file: Received) -> str:
    return file.file_name


def named_apart(
    files: Sequence[Received], name: Callable[[Received], str] = _file_name
) -> tuple[str, ...]:
    """Quoted names of files; the receipt number tells apart those that have one name."""
    names = [quoted(name(file)) for file in files]
    times = Counter(names)
    return tuple(
        f"“{one}” ({file.number})" if times[one] > 1 and file.number else f"“{one}”"
        for one, file in zip(names, files, strict=True)
    )


def named_beside(other: Received, own: Received) -> str:
    """Another file named to the sender of one: many call all their files the same."""
    return named_apart((other, own))[0]
