"""Flowcharts drawn by hand, for documents without the layout's help."""

from sopbatch.model import (
    PAPERS,
    Box,
    CellText,
    ColumnKey,
    FlowArrow,
    Flowchart,
    FlowColumn,
    FlowLabel,
    FlowLink,
    FlowPage,
    FlowRow,
    FlowSymbol,
    PaperSize,
    RowKind,
    SymbolKind,
)
from sopbatch.text.wrapping import wrap

WIDTHS = {"no": 9.0, "activity": 83.0, "lane": 26.0, "inputs": 40.0, "duration": 18.0}
WIDTHS |= {"output": 36.0, "remark": 42.0}
HEADS = {"no": "No", "activity": "Kegiatan", "inputs": "Kelengkapan", "duration": "Waktu"}
HEADS |= {"output": "Output", "remark": "Keterangan"}
LANES = ("Staf", "Kepala Subbagian Umum", "Kepala Biro")
HEADER, ROW, STRIP = 13.0, 18.0, 11.0


def drawn_chart(
    texts: tuple[str, ...] = ("Menerima surat", "Memeriksa berkas", "Mengarsipkan berkas"),
    paper: PaperSize = PAPERS["F4"],
    *,
    rotated: bool = False,
) -> Flowchart:
    """One page of three steps with a loop, and a second of one with connectors between them."""
    columns = _columns(rotated=rotated)
    centre = [c.x + c.width / 2 for c in columns if c.key == "lane"]
    rows = [
        FlowRow(RowKind.STEP, HEADER + i * ROW, ROW, i + 1, _texts(i + 1, text, columns))
        for i, text in enumerate(texts)
    ]
    middle = [row.y + row.height / 2 for row in rows]
    strip = FlowRow(RowKind.CONNECTORS, rows[-1].y + ROW, STRIP)
    symbols = (
        FlowSymbol(
            kind=SymbolKind.START,
            box=Box(centre[0] - 7.5, middle[0] - 3.25, 15, 6.5),
            step=1,
            actor=0,
        ),
        FlowSymbol(
            kind=SymbolKind.DECISION,
            box=Box(centre[1] - 7.5, middle[1] - 4.5, 15, 9),
            step=2,
            actor=1,
        ),
        FlowSymbol(
            kind=SymbolKind.PROCESS,
            box=Box(centre[1] - 7.5, middle[2] - 3.5, 15, 7),
            step=3,
            actor=1,
        ),
        FlowSymbol(
            kind=SymbolKind.PROCESS,
            box=Box(centre[2] - 7.5, middle[2] - 3.5, 15, 7),
            step=3,
            actor=2,
        ),
        _connector(SymbolKind.CONNECTOR_DOWN, centre[2], strip.y + 2, "ke hal. 3"),
    )
    left, mid, right = centre
    top, half, low = middle
    arrows = (
        FlowArrow(
            net="2", points=((left + 7.5, top), (mid, top), (mid, half - 4.5)), source=1, target=2
        ),
        FlowArrow(
            net="1",
            points=((mid - 7.5, half), (left, half), (left, top + 3.25)),
            source=2,
            target=1,
        ),
        FlowArrow(net="3", points=((mid, half + 4.5), (mid, low - 3.5)), source=2, target=3),
        FlowArrow(net="4", points=((right, low + 3.5), (right, strip.y + 2)), source=3, target=4),
    )
    labels = (
        FlowLabel(
            text="Tidak",
            box=Box(centre[1] - 14, middle[1] - 3, 6, 2.7),
            net="1",
            source=2,
            lines=("Tidak",),
        ),
        FlowLabel(
            text="Ya",
            box=Box(centre[1] + 0.8, middle[1] + 5, 4, 2.7),
            net="3",
            source=2,
            lines=("Ya",),
        ),
    )
    link = FlowLink(3, ((centre[1] + 7.5, middle[2]), (centre[2] - 7.5, middle[2])))
    first = FlowPage(
        number=1, rows=(*rows, strip), symbols=symbols, arrows=arrows, labels=labels, links=(link,)
    )
    return Flowchart(
        paper=paper,
        columns=columns,
        header_height=HEADER,
        header_split=5.2,
        header_size=7.5,
        text_size=8.0,
        line_height=3.387,
        pages=(first, _last_page(columns, centre)),
    )


def _last_page(columns: tuple[FlowColumn, ...], centre: list[float]) -> FlowPage:
    strip = FlowRow(RowKind.CONNECTORS, HEADER, STRIP)
    row = FlowRow(RowKind.STEP, HEADER + STRIP, ROW, 4, _texts(4, "Menyampaikan hasil", columns))
    middle = row.y + ROW / 2
    symbols = (
        _connector(SymbolKind.CONNECTOR_DOWN, centre[2], strip.y + 1, "dari hal. 2"),
        FlowSymbol(
            kind=SymbolKind.END, box=Box(centre[2] - 7.5, middle - 3.25, 15, 6.5), step=4, actor=2
        ),
    )
    arrow = FlowArrow(
        net="4", points=((centre[2], strip.y + 9), (centre[2], middle - 3.25)), source=3, target=4
    )
    return FlowPage(number=2, rows=(strip, row), symbols=symbols, arrows=(arrow,))


def _connector(kind: SymbolKind, x: float, y: float, note: str) -> FlowSymbol:
    box, beside = Box(x - 4.5, y, 9, 8), Box(x + 5, y + 1.4, 8, 5.2)
    lines = tuple(note.replace(" hal", "\nhal").split("\n"))
    return FlowSymbol(
        kind=kind,
        box=box,
        step=4,
        actor=2,
        letter="A",
        note=note,
        note_lines=lines,
        note_box=beside,
    )


def _columns(*, rotated: bool) -> tuple[FlowColumn, ...]:
    keys: tuple[ColumnKey, ...]
    keys = ("no", "activity", "lane", "lane", "lane", "inputs", "duration", "output", "remark")
    columns: list[FlowColumn] = []
    x, lane = 0.0, 0
    for key in keys:
        actor = lane if key == "lane" else -1
        text = LANES[lane] if key == "lane" else HEADS[key]
        lane += key == "lane"
        lines = wrap(text, WIDTHS[key] - 1.6, 7.5, bold=True)
        turned = rotated and key == "lane"
        columns.append(
            FlowColumn(key=key, x=x, width=WIDTHS[key], lines=lines, actor=actor, rotated=turned)
        )
        x += WIDTHS[key]
    return tuple(columns)


def _texts(number: int, activity: str, columns: tuple[FlowColumn, ...]) -> tuple[CellText, ...]:
    texts: dict[ColumnKey, str] = {"no": str(number), "activity": activity}
    texts |= {"inputs": "Berkas permohonan"}
    texts |= {"duration": "30 menit", "output": "Tanda terima", "remark": ""}
    widths = {column.key: column.width for column in columns}
    return tuple(CellText(key, wrap(text, widths[key] - 2.4, 8.0)) for key, text in texts.items())
