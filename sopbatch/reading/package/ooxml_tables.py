"""Tables that all sheets of an Office Open XML workbook share: its texts, its cell styles."""

from dataclasses import dataclass, field

from sopbatch.reading import limits
from sopbatch.reading.package.formats import Formats, cell_formats
from sopbatch.reading.package.markup import Attributes
from sopbatch.reading.package.ooxml_values import SPACE, TextRun, own_text, run_text
from sopbatch.reading.package.plain_markup import NotPlain, plain_strings
from sopbatch.reading.package.walk import ElementMeaning, walk
from sopbatch.reading.refusals import Refusal, Refused


@dataclass(slots=True)
class Strings:
    """The shared strings, by index."""

    texts: list[str] = field(default_factory=list)
    """"" for a blank one, which no cell keeps."""
    _runs: list[TextRun] = field(default_factory=list)
    _keeps_space: bool = False

    def read(self, data: bytes) -> None:
        """Take in the part."""
        try:
            rest, runs = plain_strings(data)
        except NotPlain:
            self.walk(data)
            return
        walk(rest, "sst", ElementMeaning(begin=self._check_count))
        for text, keeps_space in runs:
            self._add(own_text(text, keeps_space=keeps_space))

    def walk(self, data: bytes) -> None:
        """Take in the part as the parser tells it, whatever its markup."""
        text = ElementMeaning(begin=self._begin_text, finish=self._end_text)
        item = ElementMeaning({"t": text, "r": ElementMeaning({"t": text})}, finish=self._end_item)
        walk(data, "sst", ElementMeaning({"si": item}, begin=self._check_count))

    def _check_count(self, attributes: Attributes) -> None:
        # The parser reserves memory for the declared count before it reads a single string.
        declared = attributes.get("uniqueCount", "0")
        if not declared.isdecimal() or len(declared) > 9 or _too_many(int(declared)):
            raise Refused(Refusal.TOO_MUCH_TEXT)

    def _begin_text(self, attributes: Attributes) -> None:
        self._keeps_space = attributes.get(SPACE) == "preserve"

    def _end_text(self, text: str) -> None:
        self._runs.append((text, self._keeps_space))

    def _end_item(self, _: str) -> None:
        self._add(run_text(self._runs))
        self._runs.clear()

    def _add(self, text: str) -> None:
        self.texts.append(text)
        if _too_many(len(self.texts)) or len(text) > limits.STRING_LENGTH:
            raise Refused(Refusal.TOO_MUCH_TEXT)


def _too_many(strings: int) -> bool:
    return strings > limits.SHARED_STRINGS


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


@dataclass(slots=True)
class NumberFormats:
    """The number formats of the cell styles."""

    formats: dict[str, str] = field(default_factory=dict)
    """Codes by number."""
    cells: list[str] = field(default_factory=list)
    """Number of the format, for each cell style."""

    def read(self, data: bytes) -> None:
        """Take in the part."""
        number = ElementMeaning({"numFmt": ElementMeaning(begin=self._note_format)})
        styles = ElementMeaning({"xf": ElementMeaning(begin=self._note_style)})
        walk(data, "styleSheet", ElementMeaning({"numFmts": number, "cellXfs": styles}))

    def shown(self) -> Formats:
        """The format of each cell style."""
        own = {_whole(number): code for number, code in self.formats.items()}
        return cell_formats(map(_whole, self.cells), own)

    def _note_format(self, attributes: Attributes) -> None:
        self.formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def _note_style(self, attributes: Attributes) -> None:
        self.cells.append(attributes.get("numFmtId", "0"))
        if len(self.cells) > limits.STYLES:
            raise Refused(Refusal.TOO_MANY_STYLES, {"limit": limits.STYLES})
