"""The pictures in README and the guides, drawn from the outputs of a real run over input/."""

import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
AS_OF = date(2026, 11, 22)
RESOLUTION = 110
"""Dots per inch."""
MARGIN = 12
"""Pixels around a part of a page."""
COLOURS = 64


def main() -> None:
    """Run the batch in a folder of its own and draw one page of each kind."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="sopbatch-pictures-") as folder:
        output = Path(folder) / "output"
        result = run_batch(Order(ROOT / "input", output, AS_OF))
        marked = output / "dikembalikan" / "Biro Organisasi"
        document = next(output.glob("dokumen/*/*KL-01*.pdf"))
        appendix = next(output.glob("laporan/Lampiran_*.xlsx"))
        _draw(document, "flowchart", page=2)
        _draw(_as_pdf(result.report, Path(folder)), "report", part=(0.05, 0.94))
        _draw(_as_pdf(marked / "evaluasi UPP.xlsx", Path(folder)), "marked", part=(0, 0.94))
        _draw(_as_pdf(appendix, Path(folder)), "week", part=(0.06, 0.598))
        register = _as_pdf(ROOT / "input" / "daftar_induk.xlsx", Path(folder))
        decisions = _page(register, "Keputusan Biro Organisasi")
        _draw(register, "decisions", page=decisions, part=(0, 0.3))
        form = _as_pdf(ROOT / "workbook_templates" / "Template_SOP.xlsx", Path(folder))
        _draw(form, "identity", page=_page(form, "Identitas SOP"), part=(0, 0.705))


def _as_pdf(workbook: Path, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(workbook)],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / f"{workbook.stem}.pdf"


def _page(document: Path, title: str) -> int:
    """The page that begins with this title."""
    text = subprocess.run(
        ["pdftotext", str(document), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    pages = [page.strip() for page in text.split("\f")]
    return next(number for number, page in enumerate(pages, 1) if page.startswith(title))


def _draw(document: Path, name: str, *, page: int = 1, part: tuple[float, float] = (0, 1)) -> None:
    """A page, or its part from one height to another, without margins, in few colours: small."""
    target = PICTURES / name
    subprocess.run(
        ["pdftoppm", "-r", str(RESOLUTION), "-f", str(page), "-l", str(page), "-singlefile", "-png",
         str(document), str(target)],
        check=True,
    )  # fmt: skip
    file = target.with_suffix(".png")
    with Image.open(file) as whole:
        drawn = whole.convert("RGB").crop(
            (0, round(whole.height * part[0]), whole.width, round(whole.height * part[1]))
        )
    drawn = drawn.crop(ImageOps.invert(drawn).getbbox())
    drawn = ImageOps.expand(drawn, MARGIN, "white")
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
