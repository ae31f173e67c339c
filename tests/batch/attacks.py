"""One batch with every attack known to us: in cells, in packages, in names of files and sheets."""

import os
import unicodedata
import zipfile
from collections.abc import Mapping
from io import BytesIO
from itertools import cycle
from pathlib import Path

from openpyxl import load_workbook

from sopbatch.model import CellValue, Place
from sopbatch.schema.register import FILE_NAME
from tests.batch.runs import OFFICE, faulty_workbook, good_workbook, register_workbook
from tests.reading.crafting import (
    MAIN,
    number,
    ods,
    table,
    text_cell,
    worksheet,
    xlsx,
    xlsx_parts,
    zipped,
)
from tests.reading.crafting import row as ods_row
from tests.sample_batch.making import filled, planned, step, values

MARK = "jebak"
"""Stands in every attack that a program could run, follow or open."""
SECRET = "isi-rahasia-7351"
"""Content of a file that attacks try to read."""
SUM = "65513"
"""What 7*7*1337 is, if anybody computes it."""
HALF, NONE = "QQsetengahQQ", "QQbukanQQ"
"""Become half of a character and no character in the package, which no program of ours writes."""


def formulas() -> tuple[str, ...]:
    return (
        f'=HYPERLINK("http://{MARK}.invalid/a","klik")',
        f"=cmd|' /C {MARK}'!A0",
        f"+1+cmd|' /C {MARK}'!A0",
        f"-2+3+cmd|' /C {MARK}'!A0",
        f"@SUM(1+1)*cmd|' /C {MARK}'!A0",
        f'\t=WEBSERVICE("http://{MARK}.invalid/b")',
        f'\r=IMPORTXML("http://{MARK}.invalid/c","//a")',
        f"{{=DDE(\"cmd\";\"/C {MARK}\";\"a\")}}",
        f"＝HYPERLINK(\"{MARK}\")",
        f"http://{MARK}.invalid/d",
        f"mailto:{MARK}@contoh.invalid",
        f"internal:'{MARK}'!A1",
        f"external:..\\{MARK}.xlsx",
    )  # fmt: skip


def markup(secret: Path, canary: str) -> tuple[str, ...]:
    """HTML, SVG, CSS and XML that would load, run, hide or break something."""
    return (
        f"<script>alert('{MARK}')</script>",
        f'<img src="{secret.as_uri()}" alt="{MARK}">',
        f"<img src={canary}/img>",
        f'<link rel="attachment" href="{secret.as_uri()}">',
        f'<link rel="stylesheet" href="{canary}/css">',
        f"<a rel=attachment href='{secret.as_uri()}'>{MARK}</a>",
        f'<object data="{secret.as_uri()}">{MARK}</object>',
        "<style>*{display:none}@page{size:1mm}</style>",
        f'"><svg onload=alert("{MARK}")>',
        f"</td></tr></table></svg><h1>{MARK}</h1>",
        f"<!DOCTYPE a [<!ENTITY x SYSTEM '{secret.as_uri()}'>]><a>&x;</a>",
        "<!-- komentar",
        "]]><b>tebal</b>&lt;&#60;&amp;",
        f"url({secret.as_uri()})",
        f'<iframe src="{canary}/frame"></iframe>',
        f'<a href="javascript:{MARK}">{MARK}</a>',
    )


TEMPLATES = (
    "{{7*7*1337}}",
    "{% for x in range(10**9) %}{{x}}{% endfor %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{# komentar #}",
    "${7*7*1337}",
    "#{7*7*1337}",
    "<%= 7*7*1337 %>",
    "{0} {kode!r} %(nama)s %s %n",
)
PATHS = (
    "../../../../lolos-jebak",
    "..\\..\\lolos-jebak",
    "/tmp/lolos-jebak",
    "C:\\Windows\\lolos-jebak",
    "\\\\server\\jebak\\a",
    "CON",
    "nul.xlsx",
    "COM1",
    "..",
    ".",
    "~/lolos-jebak",
    "$(touch lolos-jebak)",
    "`touch lolos-jebak`; touch lolos-jebak",
    "a|b<c>d:e*f?g",
    "panjang" * 60,
)
CONTROLS = (
    "\x1b[31mmerah\x1b[0m",
    "\x1b]0;judul\x07",
    "\x9b31mmerah",
    "nol\x00lanjut",
    "lonceng\x07\x08\x0b\x0c",
    "kanan\u202egnp.exe",
    "pisah\u2066ini\u2069",
    "nol\u200blebar\u2060\ufeff",
    "baris\u2028pisah\u2029",
    f"bukan{NONE}huruf",
    "_x001B_[31m _x0041_ _x005F_x0041_",
    f"setengah {HALF}",
    "e\u0301" * 30,
    "[bold red]merah[/] [link=http://jebak.invalid]klik[/link] [/]",
    "\ufdfa \U0001f468\u200d\U0001f469\u200d\U0001f467 \u0000",
)
QUIET = (
    *(Place(key, row) for key in ("qualifications", "equipment") for row in range(1, 9)),
    *(step(key, row) for key in ("inputs", "output", "remark") for row in range(1, 8)),
    Place("function"),
)
"""Places of free texts: attacks in them hold no SOP back, so that its PDF is written."""


def quietly(texts: tuple[str, ...]) -> Mapping[Place, CellValue | None]:
    return dict(zip(QUIET, texts, strict=False))


def everywhere(texts: tuple[str, ...]) -> Mapping[Place, CellValue | None]:
    """Each text field holds one of the attacks, the title the first."""
    sop = planned("AK-07")
    kept = ("plan_code", "status", "nodes", "yes", "no_target", "unit_code")
    places = [place for place in values(sop) if place.key not in kept]
    places.sort(key=lambda place: place.key not in ("title", "number", "unit_name", "section"))
    return dict(zip(places, cycle(texts), strict=False))


def with_impossible_letters(data: bytes) -> bytes:
    """The package with what stands for them, in the escapes of Excel."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(HALF.encode(), b"_xD83D_")
            new.writestr(name, part.replace(NONE.encode(), b"_xFFFE_"), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def with_odd_sheets(data: bytes) -> bytes:
    """Sheets beside the form whose names are attacks, and formulas that are the sender's own."""
    book = load_workbook(BytesIO(data))
    for name in ("=1+1", "{{7 - 7}}", "<script>alert(1)", "..", "CON", "'; DROP TABLE file"):
        book.create_sheet(name)["A1"] = f"<b>{MARK}</b>"
    book["=1+1"]["A2"] = f'=HYPERLINK("http://{MARK}.invalid/e")'
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def packages() -> Mapping[str, bytes]:
    """Files that attack whoever opens them."""
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
    bomb = worksheet(cell.format("a" * 30_000_000))
    deep = f"{'<a>' * 200_000}{'</a>' * 200_000}"
    more = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    laughs = f'<!DOCTYPE a [<!ENTITY l0 "ha">{more}]>'
    entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    called = worksheet(cell.format("&x;"))
    far = f'<row r="1">{number("A1")}</row><row r="1048576">{number("XFD1048576")}</row>'
    believed = f'<sst xmlns="{MAIN}" uniqueCount="4294967295"><si><t>a</t></si></sst>'
    return {
        "xxe.xlsx": zipped(xlsx_parts(entity + called)),
        "xxe.ods": ods(table(ods_row(text_cell("a"))), more={"styles.xml": f"{entity}<a>&x;</a>"}),
        "tertawa.xlsx": zipped(xlsx_parts(f"{laughs}{called}")),
        "bom.xlsx": zipped(xlsx_parts(bomb)),
        "dalam.xlsx": zipped(xlsx_parts(worksheet("", after=deep))),
        "jauh.xlsx": xlsx(far),
        "dipercaya.xlsx": xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=believed),
        "zip dalam zip.xlsx": zipped({"a.zip": zipped({"b.zip": zipped({"c": b"c"})})}),
        "lolos.xlsx": zipped({"../../lolos-jebak": b"x", "/tmp/lolos-jebak": b"x"}),
        "spasi.ods": ods(table(ods_row(text_cell('<text:s text:c="2000000000"/>')))),
        "tautan luar.xlsx": xlsx(
            '<row r="1"><c r="A1"><f>[1]Lembar!A1</f><v>1</v></c></row>',
            more={"xl/externalLinks/externalLink1.xml": f"<externalLink>{MARK}</externalLink>"},
        ),
        "gelung.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 1016,
    }  # fmt: skip


NAMES = (
    "=cmd.xlsx",
    "+1+1.xlsx",
    "@SUM(1).xlsx",
    "-rf.xlsx",
    "baris\nbaru.xlsx",
    "\x1b[31mmerah.xlsx",
    "kanan\u202exslx.exe.xlsx",
    "[bold]tebal.xlsx",
    ":bomb:[[b].xlsx",
    "{{7*7*1337}}.xlsx",
    "<script>alert(1)<／script>.xlsx",
    "CON.xlsx",
    "titik..xlsx",
    "a\\b.xlsx",
    f"{'n' * 240}.xlsx",
    "SAMA.xlsx",
    "sama.xlsx",
    unicodedata.normalize("NFC", "é.xlsx"),
    unicodedata.normalize("NFD", "é.xlsx"),
    "\udcff bukan utf-8.xlsx",
)


def in_cells(secret: Path, canary: str) -> tuple[tuple[str, ...], ...]:
    """All texts, by kind."""
    return formulas(), markup(secret, canary), TEMPLATES, PATHS, CONTROLS


def quiet_texts(secret: Path, canary: str) -> Mapping[str, tuple[str, ...]]:
    """The texts of the two workbooks that hold nothing back, by name of file."""
    first, second, *others = in_cells(secret, canary)
    return {
        "tertib 1.xlsx": (*first, *second),
        "tertib 2.xlsx": tuple(text for texts in others for text in texts),
    }


def write_attacks(folder: Path, secret: Path, canary: str) -> None:
    """The whole batch, with the register and a workbook that does nobody harm."""
    files = {FILE_NAME: register_workbook(), "Biro/baik.xlsx": good_workbook()}
    quiet = quiet_texts(secret, canary)
    for (name, texts), code in zip(quiet.items(), ("TL-05", "TL-07"), strict=True):
        book = filled(planned(code, "Disahkan"), quietly(texts))(OFFICE)
        files[f"Biro/{name}"] = with_impossible_letters(with_odd_sheets(book))
    for count, texts in enumerate(in_cells(secret, canary), start=1):
        book = filled(planned("AK-07"), everywhere(texts))(OFFICE)
        files[f"Biro/liar {count}.xlsx"] = with_impossible_letters(book)
    files |= {f"paket/{name}": data for name, data in packages().items()}
    files |= {f"nama/{name}": faulty_workbook(f"Mulai {at}") for at, name in enumerate(NAMES)}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "nama" / "tautan.xlsx").symlink_to(secret)
    os.mkfifo(folder / "nama" / "pipa.xlsx")
