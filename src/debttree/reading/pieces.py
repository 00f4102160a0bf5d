"""The pieces of a line of TOML (keys, strings, comments), for colours, also of text that is no TOML yet.

`spans` finds where things stand in a text that the parser has accepted. Here somebody is still typing: a line is read
alone, given how it begins (inside a string of several lines, inside brackets), and gives how the next one begins.
"""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

import tomli

from debttree.reading.spans import NONE


class PieceKind(Enum):
    """What a piece is."""

    HEADER = auto()
    KEY = auto()
    STRING = auto()
    SCALAR = auto()
    BRACKET = auto()
    COMMENT = auto()
    WRONG = auto()


class Piece(NamedTuple):
    """From the column `start` up to, not including, `end`, in code points from 0."""

    start: int
    end: int
    kind: PieceKind


class LineBegin(NamedTuple):
    """The state in which a line begins: in a string, in brackets, before a value.

    Attributes:
        quotes: the quotes of the string of several lines that it begins in, or none.
        brackets: those that are open, the outermost first.
        is_value: whether a value comes next, not a key.
    """

    quotes: str = ""
    brackets: str = ""
    is_value: bool = False


TOP = LineBegin()
"""Outside of everything, where a key or a header may come."""

_DEEPEST = 64
"""Brackets in brackets; the reader refuses more."""

_READ_AT_MOST = 4_000
"""Pieces of one line; what comes after them stays without colour, since each costs time to read and to draw."""

_LONGEST_SCALAR = 4_300
"""Characters; Python reads no number with more digits."""

# Possessive throughout, as in `spans`: nothing backtracks, and time is linear in what is read.
_BASIC = r'"(?:[^"\\\n]++|\\[^\n])*+"'
_LITERAL = r"'[^'\n]*+'"
_STRING = rf"""(?!\"\"\"|''')(?:{_BASIC}|{_LITERAL})"""
_LONG = rf'"""(?:[^"\\]++|\\.|"(?!"")|{NONE})*+"{{3,5}}+|' + rf"'''(?:[^']++|'(?!'')|{NONE})*+'{{3,5}}+"
_INSIDE = rf"""(?:[^"'#\[\]{{}}\n]++|{_STRING}|{NONE})*+"""
_PART = f"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
_MORE_PARTS = rf"(?:[ \t]*+\.[ \t]*+{_PART}|{NONE})*+[ \t]*+"

_ALONE = re.compile(rf"{_INSIDE}(?:(?:\[{_INSIDE}\]|\{{{_INSIDE}\}}){_INSIDE}|{NONE})*+(?:#.*+)?+")
"""A line from the top that leaves nothing open; most are so, and this is much quicker than reading them."""

_OUTSIDE_LONG = re.compile(
    rf"""(?:[^"'#]++|{_LONG}|{_STRING}|#[^\n]*+|(?!\"\"\"|''')["'][^\n]*+|{NONE})*+""", re.DOTALL
)
"""Up to a string of several lines that does not end."""

_TOKEN = re.compile(
    r"""(?P<blank>[ \t\r]++)|(?P<comment>#.*+)|(?P<long>\"\"\"|''')|"""
    rf"(?P<string>{_BASIC}|{_LITERAL})|(?P<bracket>[\[\]{{}}])|(?P<equals>=)|(?P<comma>,)|"
    rf"""(?P<word>(?:\d{{4}}-\d\d-\d\d (?=\d)|{NONE})?+[^ \t\r#"'\[\]{{}},=]++)|(?P<unclosed>.++)"""
)
_REST = {
    '"""': re.compile(rf'(?:[^"\\]++|\\.?+|"(?!"")|{NONE})*+(?P<end>"{{3,5}}+)?+'),
    "'''": re.compile(rf"(?:[^']++|'(?!'')|{NONE})*+(?P<end>'{{3,5}}+)?+"),
}
"""What a line holds of a string of several lines."""

_BARE = re.compile(r"[A-Za-z0-9_.-]++")
_HEADER_START = re.compile(r"[ \t]*+\[")
_SURELY_HEADER = re.compile(
    r"[ \t]*+\[\[?+[ \t]*+(?!(?:true|false|inf|nan)[ \t]*+\])[A-Za-z_][A-Za-z0-9_-]*+"
    rf"{_MORE_PARTS}\]\]?+[ \t\r]*+(?:#.*+)?+"
)
_ASSIGNMENT = re.compile(rf"[ \t]*+{_PART}{_MORE_PARTS}=")


def is_header(line: str) -> bool:
    """Return whether a line can be nothing but a header, outside of strings."""
    return bool(_SURELY_HEADER.fullmatch(line))


def begin_at(text: str, position: int) -> LineBegin:
    """Return how a header's line at `position` of a text begins: at the top, or inside a string."""
    opened = _OUTSIDE_LONG.match(text, 0, position)
    stop = opened.end() if opened else 0
    return LineBegin(text[stop : stop + 3]) if stop < position else TOP


def after(line: str, begin: LineBegin) -> LineBegin:
    """Return how the next line begins, after one that begins so."""
    if begin.quotes and begin.quotes not in line:
        return begin
    if begin == TOP and (_ALONE.fullmatch(line) or _HEADER_START.match(line)):
        return TOP
    reader = _Reader(line, begin)
    reader.read()
    return reader.next


def pieces(line: str, begin: LineBegin) -> list[Piece]:
    """Return the pieces of a line in order; blanks, commas and equals signs are none.

    >>> [(one.start, one.end, one.kind.name) for one in pieces("a = 1 # b", TOP)]
    [(0, 1, 'KEY'), (4, 5, 'SCALAR'), (6, 9, 'COMMENT')]
    """
    reader = _Reader(line, begin)
    reader.read()
    return reader.found


class _Reader:
    """Reads one line.

    Args:
        line: the line, without its end.
        begin: how it begins.
    """

    def __init__(self, line: str, begin: LineBegin) -> None:
        self.found: list[Piece] = []
        self._line = line
        self._quotes = begin.quotes
        self._brackets = list(begin.brackets)
        self._is_value = begin.is_value
        if not begin.quotes and self._was_left_open():
            self._brackets, self._is_value = [], False
        self._is_header = not (self._quotes or self._brackets) and bool(_HEADER_START.match(line))

    @property
    def next(self) -> LineBegin:
        """How the next line begins."""
        is_inside = bool(self._quotes or self._brackets)
        return LineBegin(self._quotes, "".join(self._brackets), self._is_value) if is_inside else TOP

    def _was_left_open(self) -> bool:
        """Return whether a bracket above was never closed: inside of it no line could be as this one is."""
        if not self._brackets:
            return False
        is_in_array = self._brackets[-1] == "["
        return is_header(self._line) or (is_in_array and bool(_ASSIGNMENT.match(self._line)))

    def read(self) -> None:
        """Find the pieces."""
        position = self._past_string(0, 0) if self._quotes else 0
        for _ in range(_READ_AT_MOST):
            token = _TOKEN.match(self._line, position)
            if token is None:
                break
            start, position = token.span()
            match token.lastgroup:
                case "long" if not self._is_header:
                    self._quotes = token[0]
                    position = self._past_string(start, position)
                case "bracket":
                    self._bracket(start, token[0])
                case "equals":
                    self._is_value = True
                case "comma":
                    self._is_value = self._brackets[-1:] != ["{"]
                case "blank":
                    pass
                case name:
                    self._add(start, position, self._kind(name or "", token[0]))

    def _add(self, start: int, end: int, kind: PieceKind) -> None:
        if start < end:
            self.found.append(Piece(start, end, kind))

    def _past_string(self, start: int, position: int) -> int:
        """Add the piece of a string of several lines that this line holds, and return the offset behind it."""
        rest = _REST[self._quotes].match(self._line, position)
        end = rest.end() if rest else position
        if rest and rest["end"]:
            self._quotes = ""
        self._add(start, end, PieceKind.STRING)
        return end

    def _bracket(self, start: int, bracket: str) -> None:
        """Add one bracket: of a header, opened, closed, or one that nothing opened."""
        kind = PieceKind.BRACKET
        if self._is_header:
            pass
        elif bracket in "[{" and self._is_value and len(self._brackets) < _DEEPEST:
            self._brackets.append(bracket)
            self._is_value = bracket == "["
        elif self._brackets and self._brackets[-1] + bracket in ("[]", "{}"):
            self._brackets.pop()
            self._is_value = True
        else:
            kind = PieceKind.WRONG
        self._add(start, start + 1, kind)

    def _kind(self, name: str, written: str) -> PieceKind:
        """Return the kind of a comment, a string or a word, by where it stands."""
        if name == "comment":
            return PieceKind.COMMENT
        if name in ("unclosed", "long"):
            return PieceKind.WRONG
        is_string = name == "string"
        if self._is_value and not self._is_header:
            return PieceKind.STRING if is_string else _scalar_kind(written)
        is_key = is_string or _BARE.fullmatch(written)
        return (PieceKind.HEADER if self._is_header else PieceKind.KEY) if is_key else PieceKind.WRONG


@lru_cache(maxsize=1024)
def _scalar_kind(word: str) -> PieceKind:
    """Return SCALAR where the parser takes a word for a number, a truth or a time, else WRONG."""
    if len(word) > _LONGEST_SCALAR:
        return PieceKind.WRONG
    try:
        tomli.loads(f"k = {word}")
    except ValueError:
        return PieceKind.WRONG
    return PieceKind.SCALAR
