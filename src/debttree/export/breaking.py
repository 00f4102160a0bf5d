"""Break lines of Chinese and English at a width, for all parts of the program.

Between two Chinese characters a line may break, but no line begins with a closing mark or ends with an opening one
(GB/T 15834, and the W3C's "Requirements for Chinese Text Layout", section 3.1.1; a simple form of Unicode Standard
Annex 14). A word wider than a line is cut between user-perceived characters (Unicode Standard Annex 29):
an emoji made of several, or a letter with its accents, stays whole.

The caller measures width: a screen as textual draws, a page as terminals do. The time is linear in the length of the
text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

Measure = Callable[[str], int]
"""Returns the width of a text in cells."""

_CLOSING = "，。、；：？！）》〉」』】〕］｝”’…—·％‰"
_OPENING = "（《〈「『【〔［｛“‘"
_LATIN_CLOSING = ",.;:!?)]}%"
_LATIN_OPENING = "([{"
_NO_BEGINNING = frozenset(_CLOSING + _LATIN_CLOSING)
_NO_END = frozenset(_OPENING + _LATIN_OPENING)

SPACES = "\t-\r\x1c-\x1f \x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""White space at which a line may break, as a class of characters; what forbids a break is not among it."""

_NARROW = (
    "\u0000-\u10ff\u1160-\u2e7f\u3000\u303f\u3040\ua4d0-\uabff\ud7a4-\uf8ff\ufb00-\ufe2f\ufe50-\ufeff\uff61-\uffdf"
    "\uffe7-\U0001ffff\U0003fffe-\U0010ffff"
)
"""All but what is as wide as a Chinese character: fewer are named so, and a class is compiled one by one."""
_JOINED = (
    "\u0300-\u036f\u1160-\u11ff\u200c\u200d\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""Characters that join the one before them."""

LONGEST = 10_000
"""Characters of a word after which a line may end anywhere, so that the time for one line is limited."""

_ASIDE = re.escape(_LATIN_OPENING)
_BEFORE_WIDE = f"(?:[{_OPENING}]|[^{_NARROW}])"
_UNIT = re.compile(
    f"(?P<space>[{SPACES}]++)"
    f"|(?:[{_OPENING}][{SPACES}]*+|[{_ASIDE}]++(?={_BEFORE_WIDE})|(?!))*+"
    f"(?:[^{_NARROW}][{_JOINED}]*+"
    f"|(?:(?![{SPACES}{_OPENING}{_ASIDE}])[{_NARROW}]|[{_ASIDE}]++(?!{_BEFORE_WIDE})|(?!)){{1,{LONGEST}}}+)?"
    f"(?:[{SPACES}]*+[{_CLOSING}]|[{re.escape(_LATIN_CLOSING)}]|(?!))*+"
)
"""A unit that is not broken: a word or a wide character, with the marks that belong to it; or the space between."""


class _Piece(NamedTuple):
    """A part of a text, from `start` up to `end`, and the cells that it takes."""

    start: int
    end: int
    size: int


@cache
def _may_be_joined() -> re.Pattern[str]:
    """Return what matches all but the commonest characters that never make one with their neighbours.

    Made when a word is wider than a line, since it takes some milliseconds of a start.
    """
    return re.compile(
        "[\u0300-\u036f\u0483-\u200f\u2028-\u202f\u205f-\u209f\u20d0-\u20ff\u3000\u302a-\u302f\u3099\u309a\ua4d0-\uabff"
        "\ud7a4-\uf8ff\ufb00-\uff00\uff9e-\uffdf\uffe7-\U0001ffff\U0003fffe-\U0010ffff]"
    )


def clusters(text: str) -> Iterable[str]:
    """Return the characters of a text as a reader counts them, one after the other."""
    if _may_be_joined().search(text) is None:
        return text
    from wcwidth import iter_graphemes  # some milliseconds, and few texts need it

    return iter_graphemes(text)


def clusters_from_end(text: str) -> Iterable[str]:
    """Return the characters of a text as a reader counts them, the last one first."""
    if _may_be_joined().search(text) is None:
        return reversed(text)
    from wcwidth import iter_graphemes_reverse

    return iter_graphemes_reverse(text)


def breaks(text: str, width: int, measure: Measure, lead: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where each line of a text begins and ends, one by one; spaces at a break belong to no line.

    Args:
        text: one line of clean words.
        width: cells of a line at most; one character that is wider than that still gets a line.
        measure: counts cells.
        lead: by how many cells the first line is narrower.

    Yields:
        At least one pair.
    """
    start, end, used = 0, 0, lead
    is_first, left = True, lead
    for match in _UNIT.finditer(text):
        size = measure(match[0])
        if match["space"] is not None:
            used += size
            continue
        if used + size > width:
            if end > start:
                yield start, end
                is_first, left = False, 0
            pieces = _cut(text, match, size, width - left, width, measure)
            start, end, used = next(pieces)
            for piece in pieces:
                yield start, end
                is_first, left = False, 0
                start, end, used = piece
            used += left
        else:
            used += size
        end = match.end()
    if end > start or is_first:
        yield start, end


def _cut(
    text: str, match: re.Match[str], size: int, room: int, width: int, measure: Measure
) -> Iterator[_Piece]:
    """Yield a unit in pieces that fit: the first into `room` cells, the others into `width`.

    A piece ends before the last character that may begin a line, where there is one.
    """
    start, at, used = match.start(), match.start(), 0
    lawful = start
    if size > room:
        for cluster in clusters(match[0]):
            more = measure(cluster)
            if cluster[0] not in _NO_BEGINNING and (at == start or text[at - 1] not in _NO_END):
                lawful = at
            while used + more > room and at > start:
                cut = lawful if lawful > start else at
                kept = measure(text[cut:at])
                yield _Piece(start, cut, used - kept)
                start, used, room = cut, kept, width
            used += more
            at += len(cluster)
        size = used
    yield _Piece(start, match.end(), size)
