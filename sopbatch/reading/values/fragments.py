"""Entries that were broken over several cells or lines, rejoined."""

import re
from collections.abc import Sequence

from sopbatch.reading.values.lists import strip_marker
from sopbatch.text.straight import fold

_OPEN_END = re.compile(
    r"(?:\b(?:tentang|yang|secara|dan|dari|atau|serta|dengan|untuk|pada|dalam|di|atas|bagi|oleh|nomor|no|tahun)"
    r"|tentang (?:peraturan )?(?:pelaksanaan|penjabaran|pencabutan|penetapan|perubahan(?: ke\w+)?)"
    r"|[/&-])$"
)
_WRAPPED = 30
"""Characters from which a line may have been wrapped."""
_CONNECTS = re.compile(r"(?:dan|atau|serta|yang|dengan|untuk|pada|di|dari|ke|oleh|agar|sesuai)\b")
_AND_SO_ON = re.compile(r"(?:dst|dll|dan seterusnya|dan lain(?:-| )lain)\b[ .…]*$", re.IGNORECASE)
"""Says that there are more, and is no part of the one before."""
_NUMBER_FIRST = re.compile(r"(?:nomor|no)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:pusat statistik|statistik (?:provinsi|kabupaten|kota|republik)"
    r"|(?:negara )?republik indonesia"
    r"|reformasi birokrasi|aparatur negara|tahun \d{4}|kabupaten/kota"
    r"|\((?:tambahan )?(?:lembaran|berita) (?:negara|daerah)|tambahan (?:lembaran|berita))\b"
)
_REGULATION = re.compile(
    r"(?:undang|uu|peraturan|per[a-z]+|keputusan|kep[a-z]+|instruksi|inpres|surat|se|sop|ketetapan"
    r"|tap|qanun|juknis|juklak|petunjuk|pedoman|standar operasional|maklumat|sk|statuta|renstra"
    r"|renja|rpjm\w*|rkpd|rka|dpa|dipa|panduan|modul|buku|manual|kalender|kode etik|tupoksi|memo"
    r"|disposisi|nota (?:dinas|kesepa\w+)|mou|berita acara|hasil rapat|risalah|notul\w+)\b"
)
"""How a line begins that names a regulation, or another paper, of its own."""
_UNTITLED = re.compile(r"\btentang$")
_NAMED_LAW = re.compile(rf"{_REGULATION.pattern}[^,;]*\d[^,;]* tentang\b")
"""A law with number and title is none, also below one whose title was left out."""
_LONGEST_LAW = 500
"""Characters within which a law comes to its title."""
_LONGEST_REST = 10
"""Words of the rest of a title that stands alone."""


def join_fragments(
    items: Sequence[str], *, laws: bool = False, begins: Sequence[bool] = ()
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Legal bases with the pieces of a wrapped one rejoined, each with its 0-based indices.

    An item belongs to the one before when it cannot begin an entry (small first letter, known tail
    of a name) or when the one before cannot end there ("… tentang"). An item with its own marker,
    also one that was taken off before (`begins`), or a list written in small letters from the
    first item on, is left alone. Among `laws` words in capitals without any digit (“Kegiatan
    Usaha”) go on with the title of the law before; other lists are written in small and capital
    letters as it comes, so only a line that is as long as a wrapped one goes on in small letters.
    """
    groups: list[tuple[list[str], list[int]]] = []
    small_list = bool(items) and strip_marker(items[0])[:1].islower()
    for index, item in enumerate(items):
        text = strip_marker(item)
        marked = text != item.strip() or (bool(begins) and begins[index])
        before = groups[-1][0] if groups and not marked else []
        if before and (
            _continues(before, text, small_list=small_list, laws=laws)
            or (laws and _ends_title(before, text))
        ):
            groups[-1][0].append(text)
            groups[-1][1].append(index)
        elif text:
            groups.append(([text], [index]))
    return tuple((" ".join(texts), tuple(indices)) for texts, indices in groups)


def _continues(before: Sequence[str], text: str, *, small_list: bool, laws: bool) -> bool:
    if not text or before[-1].endswith(";") or _AND_SO_ON.match(text):
        return False
    untitled = _UNTITLED.search(fold(before[-1][-40:])) and not _has_digit(before)
    if untitled and _NAMED_LAW.match(fold(text[:_LONGEST_LAW])):
        return False
    return bool(
        _OPEN_END.search(fold(before[-1][-40:]))
        or is_fragment(text)
        or (
            text[:1].islower()
            and not small_list
            and (laws or len(before[-1]) >= _WRAPPED or _CONNECTS.match(text) is not None)
        )
        or (_NUMBER_FIRST.match(text) and not _has_digit(before))
    )


def _ends_title(before: Sequence[str], text: str) -> bool:
    """Whether a text can only be the rest of a law's title: words in capitals that name no law."""
    law, about, _ = fold(before[0][:_LONGEST_LAW]).partition(" tentang ")
    if not about or not _has_digit([law]) or len(before[-1]) < _WRAPPED:
        return False
    if before[-1].rstrip()[-1:] in ".,:;)":
        return False
    words = text.split()
    capitals = all(word[:1].isupper() or fold(word) in ("dan", "di", "pada") for word in words)
    named = _REGULATION.match(fold(text)) or any(letter in text for letter in "0123456789:…")
    return 2 <= len(words) <= _LONGEST_REST and capitals and not named


def _has_digit(parts: Sequence[str]) -> bool:
    return any(character.isdigit() for part in reversed(parts) for character in part)


def is_fragment(text: str) -> bool:
    """Whether the text can only be the tail of an entry broken by wrapping."""
    return bool(_TAIL.match(fold(text)) or re.match(r"(?:tentang|dan|serta)\b", fold(text)))
