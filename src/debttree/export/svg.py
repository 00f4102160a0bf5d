"""Write the sheets of a tree as SVG: lines, boxes, text nodes, and links to places of the same page alone."""

from collections.abc import Iterator
from html import escape

from debttree.export.sheets import HEAD, HEIGHT, LETTER, MARGIN, WIDTH, Box, StageSheet, Wire

_FONTS = "Noto Sans, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
_INK = "#1a1a1a"
_LINE = "#8a8a8a"
_WALKED = "#ffe9a8"


def svg(sheets: tuple[StageSheet, ...]) -> str:
    """Return all sheets in one picture, one under the other; its boxes can be named as `#b-12`."""
    lines = [*_opened(HEIGHT * max(len(sheets), 1))]
    for number, sheet in enumerate(sheets):
        lines += [f'<g transform="translate(0 {HEIGHT * number:g})">', *_sheet(sheet, ""), "</g>"]
    return "\n".join([*lines, "</svg>"]) + "\n"


def sheet_svg(sheet: StageSheet) -> str:
    """Return one sheet for an HTML page in which `#n-12` is what box 12 leads to."""
    return "\n".join([*_opened(HEIGHT), *_sheet(sheet, "#n-"), "</svg>"])


def _opened(height: float) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}mm" height="{height:g}mm" '
        f'viewBox="0 0 {WIDTH:g} {height:g}" font-family="{_FONTS}" font-size="{LETTER}" fill="{_INK}">'
    )


def _sheet(sheet: StageSheet, link: str) -> Iterator[str]:
    yield f'<text x="{MARGIN:g}" y="{MARGIN + HEAD / 2:g}" font-size="4">{escape(sheet.title)}</text>'
    yield from map(_wire, sheet.wires)
    for box in sheet.boxes:
        yield from _box(box, link)


def _wire(wire: Wire) -> str:
    (left, upper), (right, lower) = wire.start, wire.end
    strong = f'stroke="{_INK}" stroke-width="0.7"' if wire.walked else f'stroke="{_LINE}" stroke-width="0.25"'
    return f'<path d="M{left:.2f} {upper:.2f}L{right:.2f} {lower:.2f}" fill="none" {strong}/>'


def _box(box: Box, link: str) -> Iterator[str]:
    yield f'<a href="{link}{escape(box.number)}">' if link else f'<g id="b-{escape(box.number)}">'
    fill = _WALKED if box.walked else "#fff"
    width = 0.6 if box.is_end else 0.25
    yield (
        f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.width:.2f}" height="{box.height:.2f}" '
        f'rx="0.8" fill="{fill}" stroke="{_INK}" stroke-width="{width}"/>'
    )
    for number, line in enumerate((*box.lines, "")[:2]):
        yield _text(box, number, line)
    if box.foot:
        yield _text(box, 2, box.foot, ' fill="#555"')
    yield "</a>" if link else "</g>"


def _text(box: Box, line: int, words: str, more: str = "") -> str:
    y = box.y + 0.3 + LETTER * (line + 1) * 1.15
    return f'<text x="{box.x + 0.8:.2f}" y="{y:.2f}"{more}>{escape(words)}</text>' if words else ""
