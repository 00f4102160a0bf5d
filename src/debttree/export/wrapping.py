"""Wrap lines at a width in terminal cells, for pages and for people who read line by line."""

import re
from collections.abc import Iterator

from wcwidth import wcswidth

from debttree.export.breaking import SPACES, breaks

_SPACE = re.compile(f"[{SPACES}]+")


def cells(text: str) -> int:
    """Return how many terminal cells a line of clean text takes."""
    return max(wcswidth(text), 0)


def wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> Iterator[str]:
    """Yield `text` in lines of at most `width` cells, one by one; of several spaces between two words one is left.

    Args:
        text: one line of clean words.
        width: of a line with its indent; a single character wider than that still gets a line.
        indent: what begins each line.
        first: what begins the first line instead.

    >>> list(wrapped("还款前，先写信。", 8, "  ", "- "))
    ['- 还款', '  前，先', '  写信。']
    """
    words = _SPACE.sub(" ", text).strip(" ")
    first = indent if first is None else first
    room = max(width - cells(indent), 1)
    before = first
    for start, end in breaks(words, room, cells, cells(first) - cells(indent)):
        yield (before + words[start:end]).rstrip()
        before = indent
