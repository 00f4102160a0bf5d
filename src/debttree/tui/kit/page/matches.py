"""Highlight the matches of a search in words."""

from collections.abc import Iterable

from debttree.tui.kit.page.runs import Line, Run, cells, fitted, line_cells, part

MATCH = "key link"
"""The roles of a match: bold, coloured and underlined, so that it is visible without colours too."""

_BEFORE = 3
"""In a text too long for its line, a match stands at one `_BEFORE`th of the width."""


def marked(text: str, spans: Iterable[tuple[int, int]], role: str) -> Line:
    """Return the text with its matches highlighted.

    Args:
        text: the words.
        spans: the matches in it.
        role: role of the other words.
    """
    runs: list[Run] = []
    end = 0
    for start, stop in spans:
        runs += [Run(text[end:start], role), Run(text[start:stop], MATCH)]
        end = stop
    return (*runs, Run(text[end:], role))


def excerpt(text: str, spans: tuple[tuple[int, int], ...], width: int) -> Line:
    """Return a part of a text that fits, with the first match and some words before it.

    Args:
        text: the words.
        spans: the matches in it.
        width: most cells.
    """
    line = marked(text, spans, "dim")
    first = spans[0][0] if spans else 0
    if line_cells(line) > width and cells(text[:first]) > width // _BEFORE:
        start = first
        room = width // _BEFORE
        while start and room >= cells(text[start - 1]):
            start -= 1
            room -= cells(text[start])
        line = (Run("… ", "dim"), *part(line, start, len(text)))
    return fitted(line, width)
