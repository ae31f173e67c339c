"""A picture as a PDF holds it."""

from dataclasses import dataclass
from functools import lru_cache

from sopbatch.writing.pdf.stream import PdfStream
from sopbatch.writing.pictures import Pixels, pixels


@dataclass(frozen=True, slots=True)
class Image:
    """A decoded picture."""

    colours: Pixels
    opacity: Pixels | None

    @property
    def ratio(self) -> float:
        """Width as a share of the height."""
        return self.colours.width / self.colours.height


@lru_cache(maxsize=4)
def image(data: bytes) -> Image | None:
    """A PNG or JPEG, None for what is none or damaged; a run has one logo for all documents."""
    found = pixels(data)
    return Image(*found) if found else None


def write_image(out: PdfStream, picture: Image) -> int:
    """The number of the picture."""
    about = b""
    if picture.opacity:
        mask = out.number()
        out.add_stream(mask, _about(picture.opacity), picture.opacity.data)
        about = b" /SMask %d 0 R" % mask
    at = out.number()
    out.add_stream(at, _about(picture.colours) + about, picture.colours.data)
    return at


def _about(of: Pixels) -> bytes:
    space = b"RGB" if of.channels == 3 else b"Gray"
    told = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 "
        b"/ColorSpace /Device%b /Interpolate false" % (of.width, of.height, space)
    )
    if of.kind == "jpeg":
        return told + b" /Filter /DCTDecode"
    rows = b"/Predictor 15 /Colors %d /Columns %d" % (of.channels, of.width)
    return told + b" /Filter /FlateDecode /DecodeParms << %b >>" % rows
