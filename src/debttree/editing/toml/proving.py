"""Prove a small change of a large text by parsing only the piece that was changed.

Before the change the text was known to say what is meant. The text before and behind the piece is unchanged, and so is
the data meant for it. That proves the whole text if

- the piece is a sequence of whole units (a node with its choices, a source ...), before and after the change, and tomli
  accepts it: then it begins and ends between two statements, as the text around it does (see `reading/chunks`);
- its units are the same as before, in the same order, and are written nowhere else: no header outside of the piece, no
  parent table and no dotted key above all headers mentions them.

Otherwise nothing is known, and the whole text must be parsed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from debttree.editing.toml.comparing import common_ends
from debttree.editing.toml.conventions import Conventions
from debttree.editing.toml.data import difference
from debttree.reading.blocks import Blocks
from debttree.reading.toml import parse

_SMALL = 8
"""A piece is parsed alone if the text is at least this many times as long."""

Units = dict[str, list[str]]
"""The names of units by their top-level table."""


class Meant(NamedTuple):
    """A text with the data that it says or is meant to say."""

    blocks: Blocks
    data: dict[str, Any]


class _Piece(NamedTuple):
    """The blocks from `first` up to, not including, `last`."""

    blocks: Blocks
    first: int
    last: int

    @property
    def text(self) -> str:
        return self.blocks.text[self.blocks.starts[self.first] : _start(self.blocks, self.last)]


def says_what_is_meant(known: Meant, changed: Meant, conventions: Conventions) -> bool:
    """Return whether a piece proves that a changed text says what is meant; False means unknown.

    Args:
        known: a text that is proven to say what is meant.
        changed: the text after a change.
        conventions: say which tables have a meaningful order of keys.
    """
    pieces = _pieces(known.blocks, changed.blocks)
    if pieces is None:
        return False
    before, after = (_read(piece) for piece in pieces)
    units = None if after is None else _units(after)
    if before is None or after is None or units is None or _units(before) != units:
        return False
    return (
        _stand_apart(units, pieces[1])
        and _differ_only_in(units, known.data, changed.data)
        and difference(before, _part(known.data, units), conventions) is None
        and difference(after, _part(changed.data, units), conventions) is None
    )


def _pieces(known: Blocks, changed: Blocks) -> tuple[_Piece, _Piece] | None:
    """Return the smallest pieces of whole units that contain all differences; None if they are not small."""
    start, end = common_ends(known.text, changed.text)
    shift = len(changed.text) - len(known.text)
    first = bisect_right(known.starts, start) - 1
    while first > 0 and not _begins_alike(known, changed, first):
        first -= 1
    last = bisect_left(known.starts, len(known.text) - end)
    while last < len(known.starts) and (
        _number(changed, known.starts[last] + shift) is None or _goes_on(known, last)
    ):
        last += 1
    if not 0 < first < last:
        return None
    theirs = _number(changed, known.starts[first]), _number(changed, _start(known, last) + shift)
    if theirs[0] is None or theirs[1] is None or theirs[0] >= theirs[1]:
        return None
    found = _Piece(known, first, last), _Piece(changed, theirs[0], theirs[1])
    is_small = all(len(piece.text) * _SMALL <= len(piece.blocks.text) for piece in found)
    return found if is_small else None


def _begins_alike(known: Blocks, changed: Blocks, first: int) -> bool:
    """Return whether a unit begins with this block in both texts; a block inserted before it may look alike."""
    number = _number(changed, known.starts[first])
    if number is None or number == len(changed.starts) or _goes_on(known, first):
        return False
    return known.headers.of_block[first] == changed.headers.of_block[number]


def _start(blocks: Blocks, number: int) -> int:
    """Return the offset where a block begins; for the number behind the last one, the end of the text."""
    return blocks.starts[number] if number < len(blocks.starts) else len(blocks.text)


def _number(blocks: Blocks, start: int) -> int | None:
    """Return the number of the block that begins at an offset; at the end of the text, the number of blocks."""
    number = bisect_left(blocks.starts, start)
    return number if _start(blocks, number) == start else None


def _goes_on(blocks: Blocks, number: int) -> bool:
    """Return whether a block continues the unit of the block before it."""
    headers = blocks.headers.of_block
    return headers[number].names[:2] == headers[number - 1].names[:2]


def _read(piece: _Piece) -> dict[str, Any] | None:
    text = piece.text
    if not text.endswith("\n") and piece.last < len(piece.blocks.starts):
        return None
    try:
        return parse(text.encode()).data
    except UnicodeEncodeError:
        return None


def _units(data: dict[str, Any]) -> Units | None:
    """Return the names of the units of a piece, in order; None if it contains anything else."""
    tables = data.values()
    if not all(
        type(table) is dict and all(type(unit) is dict for unit in table.values()) for table in tables
    ):
        return None
    return {top: list(table) for top, table in data.items()}


def _stand_apart(units: Units, piece: _Piece) -> bool:
    """Return whether nothing outside of a piece mentions its units or their parent tables."""
    blocks = piece.blocks
    headers = blocks.headers.of_block
    if any(len(headers[number].names) < 2 for number in range(piece.first, piece.last)):
        return False
    if any(header.names[0] in units for header in headers if len(header.names) == 1):
        return False
    above = parse(blocks.text[: blocks.starts[1]].encode()).data
    return (
        above is not None
        and units.keys().isdisjoint(above)
        and all(
            _is_within(blocks.headers.blocks_under((top, name)), piece)
            for top, names in units.items()
            for name in names
        )
    )


def _is_within(numbers: Sequence[int], piece: _Piece) -> bool:
    return bool(numbers) and piece.first <= numbers[0] and numbers[-1] < piece.last


def _differ_only_in(units: Units, one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Return whether two data differ in these units alone, and have the same units in the same order."""
    if list(one) != list(other):
        return False
    for top, table in one.items():
        counterpart = other[top]
        if table is counterpart:
            continue
        if top not in units or type(counterpart) is not dict or list(table) != list(counterpart):
            return False
        names = set(units[top])
        if any(counterpart[name] is not unit and name not in names for name, unit in table.items()):
            return False
    return True


def _part(data: dict[str, Any], units: Units) -> dict[str, Any]:
    """Return the part of data about these units; units that are not there are left out."""
    return {top: {name: data[top].get(name) for name in names} for top, names in units.items() if top in data}
