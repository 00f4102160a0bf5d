"""From a path in the data to the place in the text where its key or value is written."""

from functools import cached_property
from typing import NamedTuple

from debttree.model import Aim, DataPath, Place
from debttree.reading.blocks import Blocks, scan
from debttree.reading.lines import Lines
from debttree.reading.spans import KeyValue, Span, entries, items, key_parts, pairs


class Spans(NamedTuple):
    """The spans of a key and of its value. What has only one of the two has it twice."""

    key: Span
    value: Span


Host = int | Span
"""What holds entries: the body of a block, by its number, or an inline table, by its span."""


class Keyed(NamedTuple):
    """A place with a key, in the body of a block or in an inline table.

    Attributes:
        host: where the entry is.
        entry: the entry that is meant; where several share its dotted names, the first of them.
        depth: how many names of the entry lead to it; fewer than all: a table made by dotted keys.
    """

    host: Host
    entry: KeyValue
    depth: int

    @property
    def is_whole(self) -> bool:
        """Whether it is the entry's value, not just a table on the way there."""
        return self.depth == len(self.entry.names)


class ArrayItem(NamedTuple):
    """An item of an array that is written in brackets; `number` counts from 0."""

    array: Span
    number: int
    value: Span


class Places:
    """Finds in a text that `tomli` accepts (without its BOM) where each data path is written.

    Nothing is looked at before it is asked for, and what was found is kept: a few places in a big file cost
    little more than one pass over it.
    """

    def __init__(self, text: str, blocks: Blocks | None = None) -> None:
        self.text = text
        self._lines = Lines(text)
        self._known_blocks = blocks
        self._entries: dict[Host, list[KeyValue]] = {}
        self._keys: dict[Host, dict[DataPath, KeyValue]] = {}
        self._items: dict[Span, list[Span]] = {}

    def place(self, path: DataPath, aim: Aim) -> Place:
        """Return the line and column of the entry at `path`, else of its nearest ancestor that is written."""
        return self.at(self.span(path, aim).start)

    def span(self, path: DataPath, aim: Aim) -> Span:
        """Return the offsets of the entry at `path`, else of its nearest ancestor's key.

        A table that only headers define, or only the first parts of dotted keys, is found at the first of
        them, whatever the aim.
        """
        spot = self.spot(path)
        if spot is not None:
            return spot.key if aim is Aim.KEY else spot.value
        for length in range(len(path) - 1, 0, -1):
            spot = self.spot(path[:length])
            if spot is not None:
                return spot.key
        return Span(0, 0)

    def at(self, offset: int) -> Place:
        """Return the line and column of an offset."""
        return self._lines.at(offset)

    def spot(self, path: DataPath) -> Spans | None:
        """Return where exactly this path is written, or None."""
        if not path:
            return None
        headers = self.blocks.headers
        number = headers.block_of.get(path)
        if number is not None:
            return self._in_header(number, path)
        inside = self.inside(path)
        if isinstance(inside, ArrayItem):
            return Spans(inside.value, inside.value)
        if inside is not None:
            key = key_parts(self.text, inside.entry.key)[inside.depth - 1].span
            return Spans(key, inside.entry.value if inside.is_whole else key)
        number = headers.first_under(path)
        return None if number is None else self._in_header(number, path)

    def inside(self, path: DataPath) -> Keyed | ArrayItem | None:
        """Return where this path is written other than by a header: as an entry or within the value of one."""
        block_of = self.blocks.headers.block_of
        for length in range(len(path) - 1, -1, -1):
            number = block_of.get(path[:length])
            if number is not None:
                found = self._from(number, path[length:])
                if found is not None:
                    return found
        return None

    def entries(self, host: Host) -> list[KeyValue]:
        """Return the entries in the body of a block, or the pairs of an inline table."""
        if host not in self._entries:
            self._entries[host] = (
                entries(self.text, self.blocks.body(host))
                if isinstance(host, int)
                else pairs(self.text, host)
            )
        return self._entries[host]

    def items(self, array: Span) -> list[Span]:
        """Return the items of an array written in brackets; none where the value is no array."""
        if array not in self._items:
            is_array = self.text[array.start] == "["
            self._items[array] = items(self.text, array) if is_array else []
        return self._items[array]

    @cached_property
    def blocks(self) -> Blocks:
        """The blocks of the text."""
        return self._known_blocks or scan(self.text)

    def _in_header(self, number: int, path: DataPath) -> Spans:
        """Return the part of a header that is the last name of `path`, with which the header's path begins."""
        names = sum(isinstance(step, str) for step in path)
        part = self.blocks.header_parts(number)[names - 1]
        return Spans(part.span, part.span)

    def _from(self, host: Host, rest: DataPath) -> Keyed | ArrayItem | None:
        """Return the entry at `rest`, relative to a block or an inline table."""
        while True:
            keyed = self._longest(host, rest)
            if keyed is None:
                return None
            rest = rest[keyed.depth :]
            if not rest or not keyed.is_whole:
                return None if rest else keyed
            value = keyed.entry.value
            while rest and isinstance(rest[0], int):
                array, index = value, rest[0]
                if index >= len(self.items(array)):
                    return None
                value, rest = self.items(array)[index], rest[1:]
                if not rest:
                    return ArrayItem(array, index, value)
            if self.text[value.start] != "{":
                return None
            host = value

    def _longest(self, host: Host, path: DataPath) -> Keyed | None:
        """Return the entry whose dotted names share most with `path`, and how many these are."""
        if host not in self._keys:
            keys: dict[DataPath, KeyValue] = {}
            for entry in self.entries(host):
                for length in range(1, len(entry.names) + 1):
                    keys.setdefault(entry.names[:length], entry)
            self._keys[host] = keys
        for length in range(len(path), 0, -1):
            found = self._keys[host].get(path[:length])
            if found is not None:
                return Keyed(host, found, length)
        return None
