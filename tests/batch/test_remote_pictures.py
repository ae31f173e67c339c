"""A mail can point anywhere; nothing that it names is ever fetched."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from sopbatch.schema.register import FILE_NAME
from tests.batch.inbox import put
from tests.batch.runs import faulty_workbook, register_workbook, run
from tests.intake.opening.parcels import mail, raw

pytestmark = pytest.mark.long


@contextmanager
def listening() -> Iterator[tuple[str, list[object]]]:
    """An address on loopback, and everybody who asked it for anything."""
    asked: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, whom = door.accept()
                    asked.append(whom)
                    line.close()

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}", asked
        door.shutdown(socket.SHUT_RDWR)


def test_a_run_asks_nobody_for_what_a_mail_points_at(tmp_path: Path):
    with listening() as (place, asked):
        picture = f"<img src={place}/a.png>"
        message = mail(
            (f"{picture}.xlsx".replace("/", "_"), faulty_workbook()),
            From=f'"{picture}" <organisasi@contoh.example>',
            Subject=f"SOP {picture}",
        )
        page = f'<link rel="stylesheet" href="{place}/a.css">{picture}<iframe src="{place}">'
        message.add_attachment(page, subtype="html", filename="halaman.html")
        message.add_attachment(f"<p>{page}", subtype="html", disposition="inline")
        source = put(tmp_path / "masuk", {FILE_NAME: register_workbook(), "a.eml": raw(message)})
        told = run(source, tmp_path / "keluar", "--pengantar", "--pengingat")
        assert told.code == 1, told
        assert list((tmp_path / "keluar" / "surat" / "pengantar").glob("*.pdf"))
        with socket.create_connection(("127.0.0.1", int(place.rpartition(":")[2]))) as line:
            assert line.recv(1) == b"", "somebody listens"
    assert len(asked) == 1, "only the test itself"
