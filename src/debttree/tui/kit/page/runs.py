"""Runs: words in one role. A line is a row of runs; its width is counted in cells of the terminal."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

ELLIPSIS = "…"


class Run(NamedTuple):
    """Clean words, and the roles that say how they look (`strong`, `dim` ..., spaces between)."""

    text: str
    role: str = ""


Line = tuple[Run, ...]


def cells(text: str) -> int:
    """How many cells the terminal gives a text: two for a Chinese character, none for a combining mark."""
    return cell_len(text)


def line_cells(line: Iterable[Run]) -> int:
    """The width of a line."""
    return sum(cell_len(run.text) for run in line)


def plain(line: Iterable[Run]) -> str:
    """The words of a line without their roles."""
    return "".join(run.text for run in line)


def sliced(line: Iterable[Run], start: int, end: int) -> Line:
    """The characters from `start` up to `end`, in their roles."""
    found = []
    offset = 0
    for text, role in line:
        left, right = max(start - offset, 0), min(end - offset, len(text))
        if left < right:
            found.append(Run(text[left:right], role))
        offset += len(text)
    return tuple(found)


def fitted(line: Line, width: int, *, keep_end: bool = False) -> Line:
    """The line, shortened with `…` to at most `width` cells, at its end or with `keep_end` at its beginning."""
    if line_cells(line) <= width:
        return line
    if width <= 0:
        return ()
    text = plain(line)
    kept = _characters_within(text[::-1] if keep_end else text, width - 1)
    if keep_end:
        return (Run(ELLIPSIS, "dim"), *sliced(line, len(text) - kept, len(text)))
    return (*sliced(line, 0, kept), Run(ELLIPSIS, "dim"))


def _characters_within(text: str, width: int) -> int:
    """How many characters from the beginning fit into `width` cells."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return index
    return len(text)
