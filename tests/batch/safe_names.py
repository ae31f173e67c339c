"""What a name of a file or folder must be to hold on Windows, macOS and Linux."""

import re

from sopbatch.text.file_names import LONGEST, RESERVED

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]')


def is_safe(name: str) -> bool:
    stem = name.split(".")[0].strip().upper()
    return (
        bool(name)
        and not FORBIDDEN.search(name)
        and name == name.strip(" ").rstrip(".")
        and not name.startswith(".")
        and stem not in RESERVED
        and len(name.encode()) <= LONGEST + len("_")
    )
