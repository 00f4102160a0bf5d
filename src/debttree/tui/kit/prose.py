"""Turn a node's Markdown into blocks, and find the addresses in it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from debttree.export.prose_blocks import BlockForm, ProseBlock, blocks
from debttree.tui.kit.page import Block, Flow, Grid, Line, Para, Run, blank

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]{}\"'`（）《》“”‘’，。；：、！？]+")
_BULLETS = "•◦▪"


@lru_cache(maxsize=128)
def written(markdown: str) -> Flow:
    """Return the blocks of a text, with empty lines between, except between items of a list."""
    return Flow(_written(markdown))


def _written(markdown: str) -> Iterator[Block]:
    before: BlockForm | None = None
    for piece in blocks(markdown):
        if before is not None and not (before is piece.form is BlockForm.ITEM and piece.marker):
            yield blank()
        yield from _piece(piece)
        before = piece.form


def addresses(markdown: str) -> list[str]:
    """Return the distinct web addresses in a text."""
    return list(dict.fromkeys(found.rstrip(".,;:!?") for found in _ADDRESS.findall(markdown)))


def _piece(piece: ProseBlock) -> list[Block]:
    indent = "  " * max(piece.depth - 1, 0)
    words: Line = tuple(Run(text, "strong" if strong else "") for text, strong in piece.spans)
    match piece.form:
        case BlockForm.HEADING:
            return [Para(tuple(Run(run.text, "heading") for run in words))]
        case BlockForm.ITEM:
            lead = indent + (_bullet(piece) if piece.marker else "  ")
            return [Para(words, (Run(lead, "dim"),), (Run(" " * len(lead)),))]
        case BlockForm.QUOTE:
            bar = (Run(indent + "▏ ", "rule"),)
            return [Para(words, bar, bar)]
        case BlockForm.CODE:
            lead = "  " * piece.depth
            return [Para((Run(line, "code"),), (Run(lead),), (Run(lead),)) for line in piece.text.split("\n")]
        case BlockForm.TABLE:
            return [_grid(piece)]
        case BlockForm.PARAGRAPH:
            return [Para(words)]


def _bullet(piece: ProseBlock) -> str:
    if piece.marker != "-":
        return piece.marker + " "
    return _BULLETS[min(piece.depth, len(_BULLETS)) - 1] + " "


def _grid(piece: ProseBlock) -> Grid:
    heading, *rows = piece.rows
    return Grid(
        tuple((Run(cell, "strong"),) for cell in heading),
        tuple(tuple((Run(cell),) for cell in row) for row in rows),
    )
