"""Words with what was looked for marked in them."""

from collections.abc import Iterable

from debttree.tui.kit.page.runs import Line, Run, cells, fitted, line_cells, part

MATCH = "key link"
"""Matches are bold, in colour and underlined: seen without colours too."""

_BEFORE = 3
"""A match stands behind one part in so many of the room, where a text is too long for its line."""


def marked(text: str, spans: Iterable[tuple[int, int]], role: str) -> Line:
    """Return the text with what matches marked.

    Args:
        text: the words.
        spans: the matches in them.
        role: of the other words.
    """
    runs: list[Run] = []
    end = 0
    for start, stop in spans:
        runs += [Run(text[end:start], role), Run(text[start:stop], MATCH)]
        end = stop
    return (*runs, Run(text[end:], role))


def excerpt(text: str, spans: tuple[tuple[int, int], ...], width: int) -> Line:
    """Return as much of a text as fits, so that the first match is seen with some words before it.

    Args:
        text: the words.
        spans: the matches in them.
        width: cells at most.
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
