"""Reading the explorer's screen in tests, as lines of text, through textual's own picture of it."""

import html
import re

from rich.cells import cell_len
from textual.app import App

_TEXT = re.compile(
    r'<text class="[^"]+" x="([\d.]+)"[^>]*'
    r' clip-path="url\(#[^"]*-line-(\d+)\)">([^<]*)</text>'
)
_CELL = 12.2
"""Width of a cell in the picture that Rich draws."""


def screen_lines(app: App[None]) -> list[str]:
    """The screen as lines, without spaces at their ends. Columns are cells: a wide character takes two."""
    lines = [""] * app.size.height
    for x, line, words in _TEXT.findall(app.export_screenshot()):
        text = html.unescape(words).replace("\xa0", " ")
        gap = round(float(x) / _CELL) - cell_len(lines[int(line)])
        lines[int(line)] += " " * gap + text
    return [line.rstrip() for line in lines]


def screen_text(app: App[None]) -> str:
    """The screen as one text."""
    return "\n".join(screen_lines(app))
