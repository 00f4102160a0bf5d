"""Runs: words in one role. A line is a sequence of runs; its width is counted in cells of the terminal."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len

from debttree.export.breaking import clusters, clusters_from_end

ELLIPSIS = "…"


class Run(NamedTuple):
    """Clean words with the roles that say how they look (`strong`, `dim` ..., separated by spaces)."""

    text: str
    role: str = ""


Line = tuple[Run, ...]


def cells(text: str) -> int:
    """Return the width of a text in cells: two for a Chinese character, none for a combining mark."""
    return cell_len(text)


def line_cells(line: Iterable[Run]) -> int:
    """Return the width of a line in cells."""
    return sum(cell_len(run.text) for run in line)


def plain(line: Iterable[Run]) -> str:
    """Return the words of a line without their roles."""
    return "".join(run.text for run in line)


def sliced(line: Iterable[Run], ranges: Iterable[tuple[int, int]]) -> Iterator[Line]:
    """Yield the characters of each range, with their roles; ranges are in order and do not overlap."""
    runs = iter(line)
    run, offset = next(runs, Run("")), 0
    for start, end in ranges:
        found = []
        while True:
            stop = offset + len(run.text)
            if start <= offset < stop <= end:  # mostly so; a run may be a single letter
                found.append(run)
            elif max(start, offset) < min(end, stop):
                found.append(Run(run.text[max(start - offset, 0) : end - offset], run.role))
            if end <= stop or (follows := next(runs, None)) is None:
                break
            run, offset = follows, stop
        yield tuple(found)


def part(line: Iterable[Run], start: int, end: int) -> Line:
    """Return the characters from `start` up to `end`, with their roles.

    Args:
        line: the runs.
        start: index of the first character.
        end: index behind the last character.
    """
    return next(sliced(line, [(start, end)]))


def dotted(parts: Iterable[Line], dot: str = " · ", role: str = "dim") -> Line:
    """Return what there is of some words as one line, with a dot between.

    Args:
        parts: the words.
        dot: what stands between them.
        role: that of the dot.
    """
    runs: list[Run] = []
    for part in parts:
        if plain(part):
            runs += [*([Run(dot, role)] if runs else []), *part]
    return tuple(runs)


def fitted(line: Line, width: int, *, keep_end: bool = False) -> Line:
    """Return the line shortened with `…` to `width` cells, at its end, or at its beginning if `keep_end`.

    Args:
        line: the runs.
        width: most cells.
        keep_end: whether the beginning is cut off instead of the end.
    """
    text = plain(line)
    characters = clusters_from_end(text) if keep_end else clusters(text)
    kept = used = fits = 0
    for character in characters:
        used += cell_len(character)
        if used > width:
            break
        fits += len(character)
        if used < width:
            kept = fits
    else:
        return line
    if width <= 0:
        return ()
    dots = Run(ELLIPSIS, "dim")
    if keep_end:
        return (dots, *part(line, len(text) - kept, len(text)))
    return (*part(line, 0, kept), dots)
