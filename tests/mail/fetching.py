"""A mailbox fetched into a folder, and what is there then."""

from datetime import date
from pathlib import Path
from typing import Any

from sopbatch.batch.commands.fetch import Errand, Fetched, fetch
from sopbatch.batch.order import Order
from tests.batch.runs import AS_OF
from tests.mail.dovecot import Server

DAY = date.fromisoformat(AS_OF)


def at_once(tries: int) -> None:
    """Try again without waiting."""


def fetched(server: Server, place: Path, port: int = 0, **about: Any) -> Fetched:
    order = Order(input=place / "masuk", output=place / "keluar", as_of=DAY)
    account = server.account(port)
    return fetch(order, Errand(account=account, **about), at_once)


def kept(place: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in (place / "masuk").rglob("*.eml"))
