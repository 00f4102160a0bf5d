"""The lines of a text, found once: a file may have a million of them, and hundreds of problems."""

from array import array
from bisect import bisect_right
from functools import cached_property

from debttree.model import Place


class Lines:
    """Converts offsets to lines and columns, and numbers to lines."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> "array[int]":
        starts = array("Q", [0])  # a list of as many numbers takes five times as much
        position = self._text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self._text.find("\n", position + 1)
        return starts

    def at(self, offset: int) -> Place:
        """Return the line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the line of that number, from 1, without its end; empty beyond the last."""
        if number > len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._text.find("\n", start)
        return self._text[start : end if end >= 0 else len(self._text)].removesuffix("\r")
