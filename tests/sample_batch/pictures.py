"""The pictures in README, drawn from the outputs of a real run over input/."""

import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
AS_OF = date(2026, 11, 22)
RESOLUTION = 110
"""Dots per inch."""


def main() -> None:
    """Run the batch in a folder of its own and draw one page of each kind."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="sopbatch-pictures-") as folder:
        output = Path(folder) / "output"
        result = run_batch(Order(ROOT / "input", output, AS_OF))
        marked = output / "dikembalikan" / "Biro Organisasi"
        document = next(output.glob("dokumen/*/*KL-01*.pdf"))
        _draw(document, 2, "flowchart")
        _draw(_as_pdf(result.report, Path(folder)), 1, "report")
        _draw(_as_pdf(marked / "evaluasi UPP.xlsx", Path(folder)), 1, "marked")


def _as_pdf(workbook: Path, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(workbook)],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / f"{workbook.stem}.pdf"


def _draw(document: Path, page: int, name: str) -> None:
    subprocess.run(
        ["pdftoppm", "-r", str(RESOLUTION), "-f", str(page), "-l", str(page), "-singlefile", "-png",
         str(document), str(PICTURES / name)],
        check=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()
