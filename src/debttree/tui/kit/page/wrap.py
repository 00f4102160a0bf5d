"""Lines of runs at a width: words carry roles, spaces stay where they are, cells are counted as textual draws."""

from collections.abc import Iterator

from debttree.export.breaking import breaks
from debttree.tui.kit.page.runs import Line, cells, line_cells, plain, sliced

_SURELY_TOO_LONG = 4
"""Characters for each cell of a line from which a text is not measured whole: its lines are found one by one."""


def wrap(line: Line, width: int) -> Iterator[Line]:
    """Yield the lines that `line` makes at `width` cells; at least one, and none wider unless one character is.

    They come one by one: of a text of a million characters, those in view cost no more than of any other.
    """
    width = max(width, 2)
    text = plain(line)
    if len(text) <= _SURELY_TOO_LONG * width and cells(text) <= width:
        yield line
    else:
        yield from sliced(line, breaks(text, width, cells))


def indented(line: Line, width: int, first: Line, rest: Line) -> Iterator[Line]:
    """`line` wrapped beside a lead: `first` before its first line, `rest` before the others.

    Args:
        line: the runs.
        width: cells of a line at most.
        first: what begins the first line.
        rest: what begins the others.
    """
    lead = max(line_cells(first), line_cells(rest))
    before = first
    for part in wrap(line, width - lead):
        yield (*before, *part)
        before = rest
