"""Lines of runs at a width: words carry roles, spaces stay where they are, cells are counted as textual draws."""

from debttree.export.breaking import breaks
from debttree.tui.page.runs import Line, cells, line_cells, plain, sliced


def wrap(line: Line, width: int) -> list[Line]:
    """The lines that `line` makes at `width` cells; at least one, and none wider unless one character is."""
    width = max(width, 2)
    text = plain(line)
    if cells(text) <= width:
        return [line]
    return sliced(line, breaks(text, width, cells))


def indented(line: Line, width: int, first: Line, rest: Line) -> list[Line]:
    """`line` wrapped beside a lead: `first` before its first line, `rest` before the others."""
    lead = max(line_cells(first), line_cells(rest))
    wrapped = wrap(line, width - lead)
    return [(*(first if number == 0 else rest), *part) for number, part in enumerate(wrapped)]
