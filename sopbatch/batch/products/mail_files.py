"""A draft of a mail, and the same in short for a messenger beside it."""

from collections.abc import Callable, Iterator

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import Product, staged, still_there
from sopbatch.ledger import Past


def mail_files(
    order: Order,
    past: Past,
    stem: str,
    made_of: str,
    mail: Callable[[], bytes],
    words: Callable[[], str],
) -> Iterator[Product]:
    """Both files; what stands there, made of the same, is kept.

    `stem` is their path without what they end in, `made_of` the recipe of both.
    """

    def message() -> bytes:
        return f"{words()}\r\n".encode("utf-8-sig")

    for path, make in ((f"{stem}.eml", mail), (f"{stem} (pesan singkat).txt", message)):
        kept = still_there(order.output, path, made_of, past)
        yield kept or staged(order.output, path, made_of, make())
