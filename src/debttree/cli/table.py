"""Plain tables for a terminal: columns are aligned in cells, not in characters."""

from collections.abc import Sequence
from itertools import zip_longest

from debttree.export.wrapping import cells, wrapped

WIDTH = 80
"""Width of a line in cells: that of the narrowest common terminal, and of a mail."""

_NARROWEST = 10
"""Cells that a column keeps, however wide the others are."""


def padded(text: str, width: int) -> str:
    """Return `text` with spaces up to `width` cells.

    >>> padded("还", 4)
    '还  '
    """
    return text + " " * max(width - cells(text), 0)


def table(rows: Sequence[Sequence[str]], width: int = WIDTH, gap: int = 2) -> list[str]:
    """Return the lines of a table; where it is too wide its widest columns wrap.

    Args:
        rows: equally long rows of clean one-line texts; the first may be a heading.
        width: cells of a line at most.
        gap: cells between two columns.

    >>> print("\\n".join(table([["id", "title"], ["a", "还款"]])))
    id  title
    a   还款
    """
    if not rows:
        return []
    widths = [min(max(map(cells, column)), width) for column in zip(*rows, strict=True)]
    too_many = sum(widths) + gap * (len(widths) - 1) - width
    while too_many > 0 and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
        too_many -= 1
    return [line for row in rows for line in _row_lines(row, widths, gap)]


def _row_lines(row: Sequence[str], widths: Sequence[int], gap: int) -> list[str]:
    columns = [wrapped(text, size) for text, size in zip(row, widths, strict=True)]
    return [
        (" " * gap).join(padded(text, size) for text, size in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*columns, fillvalue="")
    ]
