"""Mails and archives damaged at random."""

import random

PIECES = (
    *(b"--", b"\r\n", b"\n\n", b"\0", b"\xff", b"=?utf-8?B?", b"?=", b";", b'"', b"*0*=", b"From "),
    *(b"Content-Type: multipart/mixed\n", b"Content-Transfer-Encoding: x\n", b"boundary=", b"%"),
)


def changed(data: bytes, seed: int) -> bytes:
    """The mail with a few places cut, doubled, moved or overwritten."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(data)), chance.choice((1, 1, 2, 8, 60, 400))
        piece = data[at : at + length]
        what = chance.randrange(6)
        if what == 0:
            data = data[:at] + data[at + length :]
        elif what == 1:
            data = data[:at] + piece + data[at:]
        elif what == 2:
            data = data[:at] + chance.choice(PIECES) + data[at:]
        elif what == 3:
            data = data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        elif what == 4:
            data = data[:at] if at > len(data) // 2 else data
        else:
            to = chance.randrange(len(data))
            data = data[:to] + piece + data[to:]
    return data
