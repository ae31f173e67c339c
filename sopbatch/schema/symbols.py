"""How symbols are written in a lane: one word or sign, several in order, or a question.

The template's formulas take lanes apart in the same way, so that form and check agree.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sopbatch.model.sop import Symbol

CHECK_MARKS = ("✓", "✔", "√", "☑", "✅", "ü", "\uf0fc", "\uf0fe")
"""As keyboards, Word and Wingdings write them: there ü is a check mark, in the private area too."""
BOXES = ("■", "□", "▢", "▭", "▬", "◻", "◼", "⬜", "⬛")
DIAMONDS = ("◇", "◆", "◊", "♦", "♢", "⬥", "⬦")
"""Drawn instead of written; a circle or capsule may be Mulai or Selesai and is neither."""
SYMBOL_WORDS: Mapping[Symbol, tuple[str, ...]] = MappingProxyType(
    {
        Symbol.START: ("m", "mulai", "start"),
        Symbol.PROCESS: ("p", "proses", "x", "v", *CHECK_MARKS, *BOXES, "process"),
        Symbol.DECISION: ("k", "keputusan", "decision", "d", *DIAMONDS),
        Symbol.END: ("s", "selesai", "end", "akhir"),
    }
)
"""In small letters; the first one is the letter that the form's formulas keep."""
SIGNS_BETWEEN = (",", ";", "/", "+", "&", "\n", "→", ">")
WORDS_BETWEEN = ("dan", "lalu", "kemudian")
"""Between the symbols of a cell: "Mulai, Proses", "Proses lalu Keputusan"."""
SIGNS_BESIDE = ".():-"
"""Round the number of a symbol: "Proses (1)", "2. Keputusan"."""
NO_SYMBOL = " .-–—_"
"""Signs that alone in a lane say that nobody works there."""
