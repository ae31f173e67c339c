"""Objects of a PDF of any make; the only door to pikepdf."""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Object, Pdf, Stream


class TypesetPdf:
    """A PDF by WeasyPrint; close it when it is copied."""

    def __init__(self, data: bytes) -> None:
        self.pdf = Pdf.open(BytesIO(data))

    def value(self, number: int) -> bytes:
        """An object; of a stream the entries of its dictionary, the length left out."""
        item = self.pdf.get_object((number, 0))
        return _entries(item.stream_dict) if isinstance(item, Stream) else _told(item)

    def stream(self, number: int) -> bytes | None:
        """What is in a stream, as it is packed; None for other objects."""
        item = self.pdf.get_object((number, 0))
        return item.read_raw_bytes() if isinstance(item, Stream) else None

    @property
    def node(self) -> int:
        """The node of its pages."""
        return _number(self.pdf.Root.Pages)

    @property
    def pages(self) -> list[int]:
        """Its pages in order."""
        return [_number(page.obj) for page in self.pdf.pages]

    @property
    def element(self) -> int:
        """The element of the whole."""
        (element,) = self.pdf.Root.StructTreeRoot.K
        return _number(element)

    @property
    def below(self) -> list[int]:
        """Elements right below the whole."""
        (element,) = self.pdf.Root.StructTreeRoot.K
        return [*map(_number, element.K)] if isinstance(element.K, Array) else [_number(element.K)]

    def parents(self) -> Iterator[tuple[int, bytes]]:
        """Key of a page or link, and the elements that it belongs to."""
        told = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        for at in range(0, len(told), 2):
            yield int(told[at]), _told(told[at + 1])

    @property
    def catalog(self) -> bytes:
        """Entries of the catalog but for the trees."""
        trees = ("/Pages", "/StructTreeRoot", "/Outlines", "/Names", "/AF")
        kept = {key: value for key, value in self.pdf.Root.items() if key not in trees}
        return _entries(Dictionary(kept))

    @property
    def info(self) -> int:
        """What the file says of itself."""
        return _number(self.pdf.trailer.Info)


def _number(item: Object) -> int:
    return item.objgen[0]


def _told(item: Object) -> bytes:
    return item.unparse(resolved=True)


def _entries(item: Object) -> bytes:
    kept = Dictionary({key: value for key, value in item.items() if key != "/Length"})
    return kept.unparse(resolved=True)[2:-2].strip()
