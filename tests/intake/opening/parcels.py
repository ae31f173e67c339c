"""Mails and archives as people send them, and what the opener makes of them."""

import struct
from dataclasses import dataclass
from email.message import EmailMessage, Message
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sopbatch.intake import OpenedItem, OpenTask, open_container
from tests.reading.crafting import ole
from tests.there import there

SENDER = "organisasi@dinkes.contoh.go.id"
HEAD = f"From: Dinas <{SENDER}>\r\nSubject: SOP\r\nMIME-Version: 1.0\r\n"


def workbook(number: int = 1) -> bytes:
    """Bytes that look like a workbook from outside, others for each number."""
    return zipped(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", bytes([number])))


def mail(*attachments: tuple[str, bytes], body: str = "Terlampir.", **headers: str) -> EmailMessage:
    """A mail as programs write it; header names with _ for -."""
    message = EmailMessage()
    told = {"From": f"Dinas Kesehatan <{SENDER}>", "Subject": "SOP", "Message_ID": "<1@x.id>"}
    for name, value in {**told, "Date": "Mon, 5 Oct 2026 08:30:00 +0700", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def raw(message: Message) -> bytes:
    """The mail as bytes, the same at any time."""
    for level, part in enumerate(message.walk()):
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            part.set_boundary(f"=====batas{level}==")
    return bytes(message)


def parts(*bodies: str, head: str = HEAD, kind: str = "mixed") -> bytes:
    """A mail written by hand: each body is the headers and content of a part."""
    inner = "".join(f"--b\r\n{body}\r\n" for body in bodies)
    text = f'{head}Content-Type: multipart/{kind}; boundary="b"\r\n\r\n{inner}--b--\r\n'
    return text.encode("utf-8", "surrogateescape")


def coded(header: str, data: bytes = b"") -> str:
    """A part with bytes in base64 and the headers given."""
    from base64 import encodebytes

    text = encodebytes(data or workbook()).decode()
    return f"{header}\r\nContent-Transfer-Encoding: base64\r\n\r\n{text}"


def zipped(*entries: tuple[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, data in entries:
            package.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return stream.getvalue()


def outlook(*attachments: tuple[str, bytes], sender: str = SENDER) -> bytes:
    """A mail as Outlook saves it, with one attachment at most."""

    def text(words: str) -> bytes:
        return words.ljust(2100).encode("utf-16-le")

    def properties(header: int, *tags: int) -> bytes:
        rows = b"".join(tag.to_bytes(4, "little") + b"\6\0\0\0" + b"\0" * 8 for tag in tags)
        return b"\0" * header + rows

    inner = [
        stream
        for name, data in attachments
        for stream in (
            ("__properties_version1.0", properties(8, 0x37010102, 0x3707001F)),
            ("__substg1.0_37010102", data.ljust(4608, b"\0")),
            ("__substg1.0_3707001F", text(name)),
        )
    ]
    return ole(
        ("__properties_version1.0", properties(32, 0x0037001F, 0x007D001F)),
        ("__substg1.0_0037001F", text("SOP dari Outlook")),
        ("__substg1.0_007D001F", text(f"From: Dinas <{sender}>\r\nMessage-ID: <o@x.id>\r\n\r\n")),
        within=("__attach_version1.0_#00000000", inner) if inner else ("", ()),
    )


def piece(kind: int, data: bytes, level: int = 2) -> bytes:
    """A piece of a package of Outlook's; `kind` as four bytes, with its type above."""
    head = level.to_bytes(1, "little") + struct.pack("<II", kind, len(data))
    return head + data + struct.pack("<H", sum(data) & 0xFFFF)


def properties(*told: tuple[int, bytes]) -> bytes:
    """MAPI properties of variable length, by tag (name above, type below)."""
    rows = (
        struct.pack("<HHII", tag & 0xFFFF, tag >> 16, 1, len(data))
        + data
        + b"\0" * (-len(data) % 4)
        for tag, data in told
    )
    return struct.pack("<I", len(told)) + b"".join(rows)


PACKAGE = b"\x78\x9f\x3e\x22\1\0"
VERSION = piece(0x00089006, b"\0\0\1\0", 1) + piece(0x00069007, struct.pack("<II", 1252, 0), 1)
BEGIN, TITLE, DATA, PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
LONG_NAME, CONTENT = 0x3707001F, 0x3701000D


def package(*attachments: tuple[str, bytes]) -> bytes:
    """winmail.dat as Outlook packs it: short names beside long ones."""
    pieces = (
        piece(BEGIN, b"\1\0" + b"\xff" * 4 + b"\0" * 8)
        + piece(TITLE, name.encode("cp1252", "replace")[:8] + b"~1\0")
        + piece(DATA, data)
        + piece(PROPERTIES, properties((LONG_NAME, f"{name}\0".encode("utf-16-le"))))
        for name, data in attachments
    )
    return PACKAGE + VERSION + b"".join(pieces)


@dataclass(frozen=True, slots=True)
class Opened:
    """What came out of a file."""

    items: tuple[OpenedItem, ...]
    contents: dict[str, bytes]
    """Of what was taken out, by name."""

    @property
    def told(self) -> dict[str, str]:
        """What was not taken out, with what is said about it, below the name of the file."""
        return {
            item.name: item.reason or (item.passed.name if item.passed else "")
            for item in self.items
            if not item.file
        }


def opened(data: bytes, name: str = "k.eml") -> Opened:
    """What lies in a container of this name."""
    return there(maybe_opened(data, name))


def maybe_opened(data: bytes, name: str) -> Opened | None:
    """What lies in a file of this name; None when it is no container."""
    with TemporaryDirectory() as place:
        (Path(place) / "in").mkdir()
        path = Path(place) / "file"
        path.write_bytes(data)
        task = OpenTask(path, name, sha256(data).hexdigest(), Path(place) / "in")
        items = open_container(task)
        if items is None:
            return None
        contents = {
            item.name.removeprefix(f"{name}/"): (task.folder / item.file).read_bytes()
            for item in items
            if item.file
        }
        taken = {item.file for item in items if item.file}
        assert taken <= {path.name for path in task.folder.iterdir()}
        assert [path.name for path in Path(place).iterdir()] in (["in", "file"], ["file", "in"])
    assert len({item.name for item in items}) == len(items)
    return Opened(items, contents)
