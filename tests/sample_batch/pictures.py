"""The pictures in README and the guides, drawn from the outputs of a real run over input/."""

import subprocess
from datetime import date
from email import message_from_bytes
from email.policy import default
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps
from weasyprint import HTML

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.family.standards import example
from sopbatch.batch.order import Order
from sopbatch.schema.standards import STANDARDS
from sopbatch.writing.templates.kinds import write_kind
from tests.there import text_of

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
AS_OF = date(2026, 11, 22)
RESOLUTION = 110
"""Dots per inch."""
MARGIN = 12
"""Pixels around a part of a page."""
COLOURS = 64
MAIL_STYLE = """
@page { size: 190mm 290mm; margin: 6mm }
body { font: 10pt "Liberation Sans"; color: #1a1a1a }
table { border-collapse: collapse; width: 100%; border-bottom: 0.4mm solid #8a8a8a }
th { text-align: left; font-weight: normal; color: #666; width: 22mm }
th, td { padding: 1mm 0; vertical-align: top; white-space: pre-wrap }
pre { font: inherit; white-space: pre-wrap; line-height: 1.35; margin: 4mm 0 0 }
"""


def main() -> None:
    """Run the batch in a folder of its own and draw one page of each kind."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="sopbatch-pictures-") as folder:
        output = Path(folder) / "output"
        result = run_batch(Order(input=ROOT / "input", output=output, as_of=AS_OF, reminders=True))
        marked = output / "dikembalikan" / "Biro Organisasi"
        document = next(output.glob("dokumen/*/*KL-01*.pdf"))
        appendix = next(output.glob("laporan/Lampiran_*.xlsx"))
        _draw(document, "flowchart", page=2)
        _draw(_as_pdf(result.report, Path(folder)), "report", part=(0.035, 0.94))
        _draw(_as_pdf(marked / "evaluasi UPP.xlsx", Path(folder)), "marked", part=(0, 0.94))
        _draw(_as_pdf(appendix, Path(folder)), "week", part=(0.06, 0.598))
        services = next(output.glob("dokumen/Dinas Kesehatan/Standar Pelayanan*"))
        _draw(min(services.glob("Selebaran *.pdf")), "leaflet")
        _draw(services / "Maklumat Pelayanan A4.pdf", "pledge")
        letters = output / "surat"
        _draw(_mail_as_pdf(letters / "organisasi@contoh.example.eml", Path(folder)), "answer")
        licensing = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu.eml"
        _draw(_mail_as_pdf(letters / "pengingat" / licensing, Path(folder)), "reminder")
        register = _as_pdf(ROOT / "input" / "daftar_induk.xlsx", Path(folder))
        decisions = _page(register, "Keputusan Biro Organisasi")
        _draw(register, "decisions", page=decisions, part=(0, 0.3))
        form = _as_pdf(ROOT / "workbook_templates" / "Template_SOP.xlsx", Path(folder))
        _draw(form, "identity", page=_page(form, "Identitas SOP"), part=(0, 0.705))
        standards = Path(folder) / STANDARDS.example_name
        standards.write_bytes(write_kind(STANDARDS, example()))
        form = _as_pdf(standards, Path(folder))
        _draw(form, "service", page=_page(form, STANDARDS.sheets[1].title), part=(0, 0.87))


def _as_pdf(workbook: Path, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(workbook)],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / f"{workbook.stem}.pdf"


def _mail_as_pdf(draft: Path, folder: Path) -> Path:
    """A draft as mail programs show one: to whom, about what, what is attached, what it says."""
    message = message_from_bytes(draft.read_bytes(), policy=default)
    names = [part.get_filename() for part in message.iter_attachments()]
    rows = {
        "Kepada": str(message["To"]),
        "Perihal": str(message["Subject"]),
        "Lampiran": "\n".join(map(str, names)),
    }
    heads = "".join(f"<tr><th>{name}<td>{escape(value)}" for name, value in rows.items() if value)
    text = escape(text_of(message).strip())
    target = folder / f"{draft.stem}.pdf"
    page = f"<style>{MAIL_STYLE}</style><table>{heads}</table><pre>{text}</pre>"
    HTML(string=page).write_pdf(target)
    return target


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
