"""Break lines of Chinese and English at a width in terminal cells."""

import re
from collections.abc import Iterator

from wcwidth import wcswidth

_OPENING = "（《〈「『【〔［｛“‘"
_CLOSING = "，。、；：？！）》〉」』】〕］｝”’…—·％"

_WIDE = "\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"

_IN_WORD = f"[^\\s{_WIDE}{_OPENING}{_CLOSING}"

_ATOM = re.compile(
    rf"[(\[{_OPENING}]*(?:[{_WIDE}]|{_IN_WORD}]*{_IN_WORD}(\[])?[)\],.;:!?%{_CLOSING}]*|{_IN_WORD}]"
)
"""What stays together: a word, or a Chinese character, with the punctuation that clings to it; a simple form
of the line breaking of Unicode Standard Annex 14 and of Chinese GB/T 15834 (no closing mark begins a line, no
opening one ends it)."""


def cells(text: str) -> int:
    """Return how many terminal cells a line of clean text takes."""
    return max(wcswidth(text), 0)


def wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """Return `text` in lines of at most `width` cells.

    Args:
        text: one line of clean words.
        width: of a line with its indent; a single character wider than that still gets a line.
        indent: what begins each line.
        first: what begins the first line instead.
    """
    lines: list[str] = []
    line = indent if first is None else first
    room = max(width - cells(indent), 1)
    empty = True
    for atom, space in _atoms(text, room):
        gap = " " if space and not empty else ""
        if not empty and cells(line + gap + atom) > width:
            lines.append(line)
            line, gap = indent, ""
        line += gap + atom
        empty = False
    return [*lines, line.rstrip()] if not empty else [line.rstrip()]


def _atoms(text: str, room: int) -> Iterator[tuple[str, bool]]:
    """Yield each atom, and whether a space stands before it; one wider than `room` comes in pieces."""
    for word in text.split():
        space = True
        for match in _ATOM.finditer(word):
            rest = match[0]
            while rest:
                piece = _fitting(rest, room)
                yield piece, space
                rest, space = rest[len(piece) :], False


def _fitting(text: str, room: int) -> str:
    """Return the longest beginning of `text` that fits, at least one character.

    Marks that take no cell are counted too, a few for each cell, so that a heap of them cannot cost the
    square of its length.
    """
    most = 4 * room
    if len(text) <= most and cells(text) <= room:
        return text
    size = 1
    while size < min(len(text), most) and cells(text[: size + 1]) <= room:
        size += 1
    return text[:size]
