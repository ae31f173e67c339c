"""Texts of letters that the operator changed, beside the register."""

from contextlib import suppress
from pathlib import Path

from sopbatch.batch.output.publish import writing
from sopbatch.files import write_whole
from sopbatch.model import SopbatchError
from sopbatch.schema.letters import FOLDER, NAMES, PLAIN, LetterTexts

LARGEST = 64 << 10
"""Bytes of a template."""
UNREADABLE = "Templat surat “{file}” {why}; hapus berkas itu untuk memakai naskah dari program."
TOO_LARGE = "lebih dari 64 KB"
NOT_TEXT = "baris {line} bukan teks UTF-8 (simpan ulang dengan pengodean UTF-8)"
NO_FILE = "tidak dapat dibaca"
STRANGE = (
    "Berkas “{file}” tidak dipakai untuk surat apa pun; nama templat surat yang dikenal: {names}."
)


def folder_of(source: Path, register: Path | None) -> Path:
    """Where changed texts lie: beside the register."""
    return (register.parent if register else source) / FOLDER


def changed_texts(source: Path, register: Path | None) -> LetterTexts:
    """What the operator changed, tried; texts that are still the program's own are none.

    Raises:
        SopbatchError: a template cannot be used.
    """
    folder = folder_of(source, register)
    lying: list[Path] = []
    # A folder that may not be read is told when what lies in it is received.
    with suppress(OSError):
        lying = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    if not lying:
        return PLAIN
    from sopbatch.writing.answers import check_texts, plain_texts

    for path in lying:
        if path.name not in NAMES:
            raise SopbatchError(STRANGE.format(file=path, names=", ".join(NAMES)))
    told = ((path.name, _text(path)) for path in lying)
    changed = tuple((name, text) for name, text in told if text != plain_texts()[name])
    texts = LetterTexts(changed, str(folder)) if changed else PLAIN
    check_texts(texts)
    return texts


def usable(texts: LetterTexts) -> LetterTexts:
    """Texts of an earlier run, or the program's own when this program cannot use them any more."""
    from sopbatch.writing.answers import check_texts

    try:
        check_texts(texts)
    except SopbatchError:
        return PLAIN
    return texts


def write_texts(folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write the program's texts to be changed; what was written, and what lay there already.

    Raises:
        SopbatchError: the folder cannot be written.
    """
    from sopbatch.writing.answers import plain_texts

    written, kept = [], []
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in plain_texts().items():
            path = folder / name
            if path.exists():
                kept.append(path)
            else:
                write_whole(path, text.encode())
                written.append(path)
    return tuple(written), tuple(kept)


def _text(path: Path) -> str:
    """A template as it was saved, with plain line ends."""
    try:
        if path.stat().st_size > LARGEST:
            raise SopbatchError(UNREADABLE.format(file=path, why=TOO_LARGE))
        data = path.read_bytes()
    except OSError as error:
        raise SopbatchError(UNREADABLE.format(file=path, why=NO_FILE)) from error
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        why = NOT_TEXT.format(line=data[: error.start].count(b"\n") + 1)
        raise SopbatchError(UNREADABLE.format(file=path, why=why)) from error
