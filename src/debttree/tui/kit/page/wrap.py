"""Wrap lines of runs at a width: roles and spaces are kept, cells are counted as textual counts them."""

from collections.abc import Iterator

from debttree.export.breaking import breaks
from debttree.tui.kit.page.runs import Line, cells, line_cells, plain, sliced

_SURELY_TOO_LONG = 4
"""Characters per cell of the width from which a text is surely too long for one line, and is not measured as a
whole."""


def wrap(line: Line, width: int) -> Iterator[Line]:
    """Yield the lines of `line` wrapped at `width` cells: at least one, and none wider unless a single character is.

    They are made one by one: the first lines of a text of a million characters cost no more than those of a short one.
    """
    width = max(width, 2)
    text = plain(line)
    if len(text) <= _SURELY_TOO_LONG * width and cells(text) <= width:
        yield line
    else:
        yield from sliced(line, breaks(text, width, cells))


def indented(line: Line, width: int, first: Line, rest: Line) -> Iterator[Line]:
    """Yield `line` wrapped, with `first` before its first line and `rest` before the others.

    Args:
        line: the runs.
        width: most cells of a line.
        first: put before the first line.
        rest: put before the others.
    """
    lead = max(line_cells(first), line_cells(rest))
    before = first
    for part in wrap(line, width - lead):
        yield (*before, *part)
        before = rest
